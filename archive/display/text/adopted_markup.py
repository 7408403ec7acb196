"""Whole texts in a list, written without a template: thirty of them took half of the time of their page by one."""

from collections.abc import Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ..comparison.sides import Side
from ..names.language import reads_rtl
from ..names.titles import item_letter, place_title, provisional_chip, recommendation_figure
from .adopted_texts import AdoptedText, ShownItem
from .english_markup import render_sides
from .in_languages import TextInLanguage, of_item
from .running_text import render_inline
from .tongue import is_in_english


def render_adopted_name(entry: AdoptedText) -> SafeString:
    """Its number, which leads to it; those who do not see hear its whole name."""
    row = entry.recommendation
    return mark_safe(
        f'<a href="{escape(row.get_absolute_url())}"><span class="vh">{escape(place_title(row))}</span>'
        f'<b class="num" aria-hidden="true">{escape(recommendation_figure(row))}</b></a>'
    )


def render_adopted_text(entry: AdoptedText) -> SafeString:
    """The chapeau and the lettered items, in the reader's language first."""
    row = entry.recommendation
    items = render_lettered(entry.items, row.get_absolute_url(), place_title(row)) if entry.items else ""
    arabic = mark_safe(f"<p>{provisional_chip(row)}{entry.html}</p>{items}")
    is_alone = is_in_english(row.text)
    return render_sides(arabic, entry.english, row.get_absolute_url(), place_title(row), is_alone=is_alone)


def render_picked(side: Side, english: Mapping[int, TextInLanguage]) -> SafeString:
    """A recommendation or lettered item of a reader's own list; `english` are the texts held in English, by key."""
    row, held = side.recommendation, english.get(side.recommendation.pk)
    if side.item is not None:
        held = of_item(held, side.item.position)
    items = [ShownItem(item, render_inline(item.text)) for item in side.items]
    lettered = render_lettered(items, row.get_absolute_url(), place_title(row)) if items else ""
    arabic = mark_safe(f"<p>{render_inline(row.chapeau)}</p>{lettered}")
    is_alone = is_in_english(row.text)
    return render_sides(arabic, held, row.get_absolute_url(), side.name, "naskh", is_alone=is_alone)


def render_lettered(items: Sequence[ShownItem], address: str, name: str) -> SafeString:
    """Items of the recommendation with this address and name, each letter leading to its place."""
    address, name, language = escape(address), escape(name), "" if reads_rtl() else ' lang="en"'
    lines = []
    for shown in items:
        letter = escape(item_letter(shown.item))
        lines.append(
            f'<li><a{language} class="lb" href="{address}#{shown.item.anchor}" aria-label="({letter}) {name}">'
            f"({letter})</a> <span>{shown.html}</span></li>"
        )
    return mark_safe(f'<ol class="abjad">{"".join(lines)}</ol>')
