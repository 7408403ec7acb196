"""The outline of a document as a list of links, written as strings and once for both places where it stands.

Fifty headings twice took a tenth of the time of their page by a template.
"""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ..text.running_text import render_inline
from .reading_order import OutlineNode


def render_outline(nodes: Sequence[OutlineNode], *, is_printed: bool = False) -> SafeString:
    """The headings as they are printed, or as they are read, those below each in a list of their own."""
    return mark_safe(_list(nodes, is_printed))


def _list(nodes: Sequence[OutlineNode], is_printed: bool) -> str:
    return f"<ol>{''.join([_item(node, is_printed) for node in nodes])}</ol>"


def _item(node: OutlineNode, is_printed: bool) -> str:
    section = node.section
    label = section.printed_label if is_printed else section.shown_label
    title = render_inline(section.printed_title if is_printed else section.title)
    words = f"{escape(label)}- {title}" if label else title
    below = _list(node.children, is_printed) if node.children else ""
    return f'<li><a href="#{section.anchor}" data-path="{escape(node.path)}">{words}</a>{below}</li>'
