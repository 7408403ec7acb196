"""Whole texts in a list, written without a template: thirty of them took half of the time of their page by one."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ..names.language import reads_rtl
from ..names.titles import item_letter, place_title, provisional_chip, recommendation_figure
from .adopted_texts import AdoptedText, ShownItem


def render_adopted_name(entry: AdoptedText) -> SafeString:
    """Its number, which leads to it; those who do not see hear its whole name."""
    row = entry.recommendation
    return mark_safe(
        f'<a href="{escape(row.get_absolute_url())}"><span class="vh">{escape(place_title(row))}</span>'
        f'<b class="num" aria-hidden="true">{escape(recommendation_figure(row))}</b></a>'
    )


def render_adopted_text(entry: AdoptedText) -> SafeString:
    """The chapeau and the lettered items."""
    row = entry.recommendation
    items = render_lettered(entry.items, row.get_absolute_url(), place_title(row)) if entry.items else ""
    return mark_safe(f"<p>{provisional_chip(row)}{entry.html}</p>{items}")


def render_lettered(items: Sequence[ShownItem], address: str, name: str) -> SafeString:
    """Items of the recommendation with this address and name, each letter leading to its place."""
    address, name, language = escape(address), escape(name), "" if reads_rtl() else ' lang="en"'
    lines = []
    for shown in items:
        letter = escape(item_letter(shown.item))
        lines.append(
            f'<li><a{language} class="lb" href="{address}#{shown.item.anchor}" aria-label="({letter}) {name}">'
            f"({letter})</a><span>{shown.html}</span></li>"
        )
    return mark_safe(f'<ol class="abjad">{"".join(lines)}</ol>')
