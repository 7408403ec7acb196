"""How bodies, meetings, places and dates are called in the reader's language.

The texts of the archive are Arabic and stay so; names and dates of the interface follow the interface.
"""

from datetime import date
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.citing.writing import arabic_figure, english_figure, opened_in_arabic, opened_in_english
from archive.models import Article, Body, Instrument, Meeting, Recommendation, Topic
from archive.numbering import abjad
from archive.numbering.dates import (
    ENGLISH_MONTHS,
    DateRange,
    find_month,
    format_date,
    format_range,
    format_range_en,
)
from archive.vocabulary.places import ENGLISH_PLACES

from .language import in_language, is_english, isolated, marked

#: The official languages of the United Nations.
LANGUAGES = {
    "ar": gettext_lazy("العربية"),
    "en": gettext_lazy("الإنكليزية"),
    "es": gettext_lazy("الإسبانية"),
    "fr": gettext_lazy("الفرنسية"),
    "ru": gettext_lazy("الروسية"),
    "zh": gettext_lazy("الصينية"),
}

#: The kinds of distribution, as covers print them in English or in Arabic.
DISTRIBUTIONS = {
    "general": gettext_lazy("عام"),
    "limited": gettext_lazy("محدود"),
    "restricted": gettext_lazy("مقيد"),
    "عام": gettext_lazy("عام"),
    "محدود": gettext_lazy("محدود"),
    "مقيد": gettext_lazy("مقيد"),
}


def body_name(body: Body) -> SafeString:
    """Marked as Arabic on an English page where it has no English name."""
    return marked(body.name_ar, body.name_en)


def plain_body_name(body: Body) -> str:
    """For places that take no marks: titles, attributes."""
    return in_language(body.name_ar, body.name_en)


def topic_name(topic: Topic) -> SafeString:
    return isolated(topic.label_ar, topic.label_en)


def plain_topic_name(topic: Topic) -> str:
    return in_language(topic.label_ar, topic.label_en)


def topic_description(topic: Topic) -> str:
    return in_language(topic.description_ar, topic.description_en)


def instrument_name(instrument: Instrument) -> SafeString:
    """The short name, in Arabic; in English the whole one."""
    return marked(str(instrument), instrument.name_en)


def plain_instrument_name(instrument: Instrument) -> str:
    return in_language(str(instrument), instrument.name_en)


def article_title(article: Article) -> SafeString:
    """What its treaty calls it; empty where no file describes it."""
    return isolated(article.title_ar, article.title_en)


def meeting_ordinal(meeting: Meeting) -> str:
    """«السابع» for a column of the timeline; «Seventh» in English."""
    return meeting.ordinal_en if is_english() else meeting.ordinal


def meeting_title(meeting: Meeting) -> str:
    """«الاجتماع السابع», «الدورة الثانية عشرة»; «Seventh meeting» in English."""
    return meeting.title_en if is_english() else meeting.title


class NumberedRecommendation(Protocol):
    """A recommendation of the database, or as far as a list reads it."""

    @property
    def series(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def suffix(self) -> int: ...
    @property
    def item_number(self) -> str: ...
    @property
    def copy(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def is_provisional(self) -> bool: ...


class LetteredItem(Protocol):
    """A lettered item of the database, or as far as a list reads it."""

    @property
    def label(self) -> str: ...
    @property
    def anchor(self) -> str: ...


def recommendation_title(recommendation: NumberedRecommendation, letter: int = 0) -> str:
    """«التوصية الثانية عشرة»; «Recommendation 12» in English; of its lettered item at a position «… (ك)».

    Of a further series «البند 3، التوصية 1», `Item 3, recommendation 1`.
    """
    return bare_title(recommendation, letter) + provisional_mark(recommendation)


def bare_title(recommendation: NumberedRecommendation, letter: int = 0) -> str:
    """The same without its mark, for a page that says at its head that the text is provisional."""
    if is_english():
        opened = opened_in_english(recommendation.series or None, agenda_number(recommendation.item_number))
        word = "recommendation" if opened else "Recommendation"
        return f"{opened}{word} {recommendation_figure(recommendation, letter)}"
    return recommendation.title + (f" ({abjad.letter(letter)})" if letter else "")


def provisional_mark(recommendation: NumberedRecommendation) -> str:
    """« [نص مؤقت]» behind the name of a text that the report has not said yet; nothing behind any other.

    It is part of the name, so that no list, file or citation gives the text out as adopted.
    """
    return f" [{_('نص مؤقت')}]" if recommendation.is_provisional else ""


def provisional_chip(recommendation: NumberedRecommendation) -> SafeString:
    """The same as a mark of its own before a text that is shown in a list."""
    if not recommendation.is_provisional:
        return SafeString()
    language = in_language("ar", "en")
    return format_html('<b class="provisional" lang="{}">{}</b> ', language, _("نص مؤقت"))


def recommendation_figure(recommendation: NumberedRecommendation, letter: int = 0) -> str:
    """«12»; the second of a doubled number is «12-2», as in its address; a lettered item «2 (ك)»."""
    write = english_figure if is_english() else arabic_figure
    return write(recommendation.number, recommendation.copy, letter, recommendation.suffix)


def opened_series(recommendation: NumberedRecommendation) -> str:
    """What tells a series that is not the first of its meeting: «البند 3، », `item 3, `; else nothing."""
    item = agenda_number(recommendation.item_number) if recommendation.series else ""
    opened = (opened_in_english if is_english() else opened_in_arabic)(recommendation.series or None, item)
    return f"{opened[:1].lower()}{opened[1:]}"


def place_title(recommendation: Recommendation, letter: int = 0) -> str:
    """«الاجتماع الخامس، التوصية 2 (ك)»; «Fifth meeting, recommendation 2 (k)» in English."""
    number = _("التوصية %(n)s") % {"n": recommendation_figure(recommendation, letter)}
    place = f"{meeting_title(recommendation.meeting)}{_('، ')}{opened_series(recommendation)}{number}"
    return place + provisional_mark(recommendation)


def item_letter(item: LetteredItem) -> str:
    """«ك», as the text has it; in English «k», by which our citations and addresses name it."""
    return in_language(item.label, item.anchor)


def language_name(code: str) -> str:
    return str(LANGUAGES.get(code, code))


def distribution_name(printed: str) -> SafeString | str:
    """«عام» for «General»; a kind that is not known stands as printed, isolated."""
    name = str(DISTRIBUTIONS.get(printed.lower(), printed))
    return format_html("<bdi>{}</bdi>", name) if name == printed else name


def place_name(place: str) -> str:
    return in_language(place, ENGLISH_PLACES.get(place, ""))


def marked_place(place: str) -> SafeString | str:
    """A place; one without an English name keeps its Arabic one, marked as Arabic."""
    return place if place.isascii() else isolated(place, ENGLISH_PLACES.get(place, ""))


def place_and_dates(meeting: Meeting) -> SafeString | str:
    """«فيينا، 8 و9 أيلول/سبتمبر 2020»; empty when neither is known."""
    dates = meeting_dates(meeting)
    if meeting.place and not dates:
        return marked_place(meeting.place)
    comma = in_language("، ", ", ")
    return format_html("{}{}{}", marked_place(meeting.place), comma, dates) if meeting.place else dates


def meeting_dates(meeting: Meeting) -> str:
    """Its days, else the month in which it was held, else nothing."""
    if meeting.dates:
        return format_range_en(meeting.dates) if is_english() else format_range(meeting.dates)
    month = find_month(meeting.held_in) if is_english() else None
    return f"{ENGLISH_MONTHS[month[1] - 1]} {month[0]}" if month else meeting.held_in


def day(value: date | None) -> str:
    """«8 أيلول/سبتمبر 2020»; nothing for no day."""
    if value is None:
        return ""
    return format_range_en(DateRange(value, value)) if is_english() else format_date(value)


def agenda_number(number: str) -> str:
    """«2 (ج)»; «2 (c)» in English."""
    figure, bracket, rest = number.partition("(")
    position = abjad.position(rest.rstrip(") ")) if bracket else None
    return f"{figure}({abjad.latin(position)})" if position and is_english() else number


def unbroken_agenda_number(number: str) -> str:
    """«2 (ج)», which no line end parts."""
    return agenda_number(number).replace(" ", "\u00a0")


def agenda_letter(number: str) -> str:
    """«(ج)» of «2 (ج)», for a place that has the «2» above it."""
    shown = agenda_number(number)
    return shown[shown.find("(") :] if "(" in shown else shown
