"""The outline of a document as a list of links, written as strings and once for both places where it stands.

Fifty headings twice took a tenth of the time of their page by a template.
"""

from collections.abc import Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ..text.running_text import render_inline
from .reading_order import OutlineNode

#: The texts of a document in the language of the page, by what they are the texts of.
Translated = Mapping[tuple[str, int], str]


def render_outline(
    nodes: Sequence[OutlineNode], *, is_printed: bool = False, translated: Translated | None = None
) -> SafeString:
    """The headings as they are printed, or as they are read, those below each in a list of their own.

    Where the page has the texts in its own language the headings lead in it; one that has none there stays Arabic.
    """
    return mark_safe(_list(nodes, is_printed, translated or {}))


def _list(nodes: Sequence[OutlineNode], is_printed: bool, translated: Translated) -> str:
    return f"<ol>{''.join([_item(node, is_printed, translated) for node in nodes])}</ol>"


def _item(node: OutlineNode, is_printed: bool, translated: Translated) -> str:
    words = _words(node, is_printed, translated)
    below = _list(node.children, is_printed, translated) if node.children else ""
    return f'<li><a href="#{node.section.anchor}" data-path="{escape(node.path)}">{words}</a>{below}</li>'


def _words(node: OutlineNode, is_printed: bool, translated: Translated) -> str:
    if said := translated.get(("section", node.section.pk)):
        return render_inline(said)
    section = node.section
    label = section.printed_label if is_printed else section.shown_label
    title = render_inline(section.printed_title if is_printed else section.title)
    words = f"{escape(label)}- {title}" if label else title
    return f'<span lang="ar" dir="rtl">{words}</span>' if translated else words
