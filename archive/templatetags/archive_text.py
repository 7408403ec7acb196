"""Filters for texts, names, dates and counts: `{% load archive_text %}`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.models import Footnote, Meeting, Paragraph, Recommendation
from archive.numbering.dates import DateRange
from archive.views import names, note_marks, running_text

register = template.Library()


@register.filter
def inline(text: str) -> SafeString:
    """A line of a text: escaped, with Latin runs and symbols isolated and symbols linked."""
    return running_text.render_inline(text)


@register.filter
def plain_words(text: str, words: int = 40) -> str:
    """The first words of a text, cut at a word's end."""
    return running_text.cut_at_word(text, words)


@register.filter
def symbol(text: str) -> SafeString:
    """A symbol or job number, isolated and without a link."""
    return format_html('<bdi class="sym" dir="ltr" lang="en">{}</bdi>', text)


@register.inclusion_tag("archive/partials/_running_text.html")
def running(text: str) -> dict[str, Any]:
    """A text of several lines, its lettered lines as a hanging list."""
    return {"blocks": running_text.build_blocks(text), "footnotes": ()}


@register.inclusion_tag("archive/partials/_running_text.html")
def running_paragraph(
    paragraph: Paragraph, footnotes: Sequence[Footnote], is_printed: bool = False
) -> dict[str, Any]:
    """The same for a numbered paragraph, read or as printed, with the marks of its footnotes where they stood."""
    text = note_marks.with_signs(paragraph, footnotes, printed=is_printed)
    return {"blocks": running_text.build_blocks(text), "footnotes": footnotes}


@register.filter
def with_marks(rendered: SafeString, footnotes: Sequence[Footnote]) -> SafeString:
    return note_marks.replace_signs(rendered, footnotes) if footnotes else rendered


@register.filter
def meeting_title(meeting: Meeting) -> str:
    return names.meeting_title(meeting)


@register.filter
def meeting_ordinal(meeting: Meeting) -> str:
    return names.meeting_ordinal(meeting)


@register.filter
def recommendation_title(recommendation: Recommendation) -> str:
    return names.recommendation_title(recommendation)


@register.filter
def figure(recommendation: Recommendation) -> str:
    return names.recommendation_figure(recommendation)


@register.filter
def agenda_number(number: str) -> str:
    return names.agenda_number(number)


@register.filter
def agenda_letter(number: str) -> str:
    return names.agenda_letter(number)


@register.filter
def place_and_dates(meeting: Meeting) -> SafeString | str:
    """«فيينا، 8 و9 أيلول/سبتمبر 2020»; empty when neither is known."""
    comma = ", " if names.is_english() else "، "
    dates = names.meeting_dates(meeting)
    if meeting.place and not dates:
        return place(meeting.place)
    return format_html("{}{}{}", place(meeting.place), comma, dates) if meeting.place else dates


@register.filter
def meeting_dates(meeting: Meeting) -> str:
    return names.meeting_dates(meeting)


@register.filter
def place(name: str) -> SafeString | str:
    """A place; one without an English name keeps its Arabic one, marked as Arabic."""
    shown = names.place_name(name)
    if names.is_english() and shown and not shown.isascii():
        return format_html('<bdi lang="ar" dir="rtl">{}</bdi>', shown)
    return shown


@register.filter
def day(value: date | None) -> str:
    return names.day(DateRange(value, value)) if value else ""


@register.filter
def counted(count: int, kind: str) -> str:
    """`{{ 22|counted:"recommendations" }}` → «22 توصية»."""
    return names.counted(kind, count)
