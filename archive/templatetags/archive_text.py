"""Filters for texts, names, dates and counts: `{% load archive_text %}`."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.display.names import titles as names
from archive.display.text import running_text
from archive.models import Meeting, Recommendation
from archive.numbering.dates import DateRange

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


@register.simple_tag
def running(text: str) -> SafeString:
    """A text of several lines, its lettered lines as a hanging list."""
    return running_text.render_text(text)


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
def place_title(recommendation: Recommendation) -> str:
    return names.place_title(recommendation)


@register.filter
def figure(recommendation: Recommendation) -> str:
    return names.recommendation_figure(recommendation)


@register.filter
def agenda_number(number: str) -> str:
    """«2 (ج)», which no line end parts."""
    return names.agenda_number(number).replace(" ", "\u00a0")


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
def language(code: str) -> str:
    return names.language_name(code)


@register.filter
def distribution(printed: str) -> SafeString | str:
    """«عام»; a kind that is not known stands as printed, isolated."""
    name = names.distribution_name(printed)
    return format_html("<bdi>{}</bdi>", name) if name == printed else name


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
