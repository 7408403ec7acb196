"""The parts of the search page that come by the dozen, written without a template each: `{% load search_page %}`."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.filters.facets import Option
from archive.views.search_results import ParagraphResult, Result

register = template.Library()


@register.simple_tag
def options(shown: Iterable[Option], path: str) -> SafeString:
    """The options of a facet as list items, each a link that adds its value or takes it away."""
    selected = f'<span class="vh">{escape(_("، مختار"))}</span>'
    # Every variable part of an item is escaped in `_option`.
    return mark_safe("".join(_option(option, path, selected) for option in shown))


def _option(option: Option, path: str, selected: str) -> str:
    classes = "opt" + ("" if option.count else " zero") + (" without" if option.is_without else "")
    current = ' aria-current="true"' if option.selected else ""
    return (
        f'<li><a class="{classes}" id="f-{option.facet}-{escape(option.value)}" '
        f'href="{escape(path + option.address)}" rel="nofollow"{current}>'
        f"<span{_direction(option)}>{_label(option)}{selected if option.selected else ''}</span>"
        f'<span class="n">{option.count}</span></a></li>'
    )


def _direction(option: Option) -> str:
    return f' lang="{option.language}" dir="rtl"' if option.language else ""


def _label(option: Option) -> str:
    if option.facet == "document" and not option.is_without and not option.language:
        return _isolated(option.label) if option.label.isascii() else escape(option.label)
    note = f" {_isolated(option.note)}" if option.note and option.facet == "meeting" else ""
    return f"{escape(option.label)}{note}"


def _isolated(symbol: str) -> str:
    return f'<bdi class="sym" dir="ltr" lang="en">{escape(symbol)}</bdi>'


@register.filter
def excerpt_of(hit: Result | ParagraphResult) -> SafeString:
    """The pieces of an excerpt, matches marked, with «…» where the text goes on before and after."""
    parts = [
        f"<mark>{escape(piece.text)}</mark>" if piece.is_match else escape(piece.text) for piece in hit.pieces
    ]
    if hit.begins_before:
        parts.insert(0, '<span class="ell">…&nbsp;</span>')
    if hit.goes_on:
        parts.append('<span class="ell">&nbsp;…</span>')
    # Every piece is escaped above.
    return mark_safe("".join(parts))
