"""How bodies, meetings, places and dates are called in the reader's language.

The texts of the archive are Arabic and stay so; names and dates of the interface follow the interface.
"""

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from archive.models import Body, Meeting, Recommendation
from archive.numbering import abjad
from archive.numbering.dates import (
    ENGLISH_MONTHS,
    DateRange,
    find_month,
    format_date,
    format_range,
    format_range_en,
)
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import ordinal_or_figure

PLACES = {
    "فيينا": "Vienna",
    "نيويورك": "New York",
    "جنيف": "Geneva",
    "نيروبي": "Nairobi",
    "بانكوك": "Bangkok",
    "باليرمو": "Palermo",
}


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


def is_english() -> bool:
    return (get_language() or "").startswith("en")


def meeting_ordinal(meeting: Meeting) -> str:
    """«السابع» for a column of the timeline; «Seventh» in English."""
    if is_english():
        return english_ordinal(meeting.number).capitalize()
    return ordinal_or_figure(meeting.number, "f" if is_session(meeting) else "m")


def meeting_title(meeting: Meeting) -> str:
    """«الاجتماع السابع», «الدورة الثانية عشرة»; «Seventh meeting» in English."""
    if is_english():
        return f"{meeting_ordinal(meeting)} {'session' if is_session(meeting) else 'meeting'}"
    return meeting.title


def is_session(meeting: Meeting) -> bool:
    return bool(meeting.body.term == Body.Term.SESSION)


def recommendation_title(recommendation: Recommendation) -> str:
    """«التوصية الثانية عشرة»; «Recommendation 12» in English."""
    if is_english():
        return f"Recommendation {recommendation_figure(recommendation)}"
    return recommendation.title


def recommendation_figure(recommendation: Recommendation) -> str:
    """«12»; the second of a doubled number is «12-2», as in its address."""
    # After Arabic letters the hyphen would turn the two round; the mark keeps them.
    hyphen = "-" if is_english() else "\u200e-"
    copy = f"{hyphen}{recommendation.copy}" if recommendation.copy > 1 else ""
    return f"{recommendation.number}{copy}"


def place_title(recommendation: Recommendation) -> str:
    """«الاجتماع الخامس، التوصية 2»; «Fifth meeting, recommendation 2» in English."""
    number = _("التوصية %(n)s") % {"n": recommendation_figure(recommendation)}
    return f"{meeting_title(recommendation.meeting)}{_('، ')}{number}"


def language_name(code: str) -> str:
    return str(LANGUAGES.get(code, code))


def distribution_name(printed: str) -> str:
    """«عام» for «General»; a kind that is not known stays as printed."""
    return str(DISTRIBUTIONS.get(printed.lower(), printed))


def place_name(place: str) -> str:
    return PLACES.get(place, place) if is_english() else place


def date_range(dates: DateRange) -> str:
    return format_range_en(dates) if is_english() else format_range(dates)


def meeting_dates(meeting: Meeting) -> str:
    """Its days, else the month in which it was held, else nothing."""
    if meeting.dates:
        return date_range(meeting.dates)
    month = find_month(meeting.held_in) if is_english() else None
    return f"{ENGLISH_MONTHS[month[1] - 1]} {month[0]}" if month else meeting.held_in


def day(dates: DateRange) -> str:
    """One day, the first of the range."""
    return format_range_en(DateRange(dates.start, dates.start)) if is_english() else format_date(dates.start)


def agenda_number(number: str) -> str:
    """«2 (ج)»; «2 (c)» in English."""
    figure, bracket, rest = number.partition("(")
    position = abjad.position(rest.rstrip(") ")) if bracket else None
    return f"{figure}({abjad.latin(position)})" if position and is_english() else number


def agenda_letter(number: str) -> str:
    """«(ج)» of «2 (ج)», for a place that has the «2» above it."""
    shown = agenda_number(number)
    return shown[shown.find("(") :] if "(" in shown else shown


def counted(kind: str, count: int) -> str:
    """«22 توصية», «لا وثائق», «22 recommendations». `kind` is a key of the table below."""
    singular, plural = COUNTED[kind]
    return ngettext(singular, plural, count) % {"count": count}


COUNTED = {
    kind: (message, message)
    for kind, message in (
        ("recommendations", "%(count)s توصية"),
        ("paragraphs", "%(count)s فقرة"),
        ("documents", "%(count)s وثيقة"),
        ("meetings", "%(count)s اجتماع"),
        ("sessions", "%(count)s دورة"),
        ("footnotes", "%(count)s حاشية"),
        ("subparagraphs", "%(count)s فقرة فرعية"),
        ("places", "%(count)s موضع"),
        ("corrections", "%(count)s تصويب"),
        ("words", "%(count)s كلمة"),
        ("topics", "%(count)s موضوع"),
        ("articles", "%(count)s مادة"),
    )
}
