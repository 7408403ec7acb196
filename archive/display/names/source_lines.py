"""Where a text stands in its source, for readers: its lines, or pages and paragraphs of a file that has no lines."""

from django.utils.translation import gettext as _

from archive.models import Recommendation
from archive.sources.places import FilePlace, place_at


def lines_in_source(recommendation: Recommendation) -> str:
    """«السطر 12», «الأسطر 12 إلى 15», «الصفحة 3، الفقرة 40 من الملف»; "" for one that has no place in a file."""
    document, first = recommendation.document, recommendation.first_line
    if document is None or not first:
        return ""
    last = max(first, recommendation.last_line or first)
    opening, closing = place_at(document.source_places, first), place_at(document.source_places, last)
    if opening is None or closing is None:
        return _lines(first, last)
    return f"{_page(opening)}{_paragraphs(opening, closing if closing.part == 'body' else opening)}"


def _lines(first: int, last: int) -> str:
    if first == last:
        return _("السطر %(first)s") % {"first": first}
    return _("الأسطر %(first)s إلى %(last)s") % {"first": first, "last": last}


def _page(place: FilePlace) -> str:
    return _("الصفحة %(page)s، ") % {"page": place.page} if place.page else ""


def _paragraphs(opening: FilePlace, closing: FilePlace) -> str:
    if opening.number == closing.number:
        return _("الفقرة %(number)s من الملف") % {"number": opening.number}
    return _("الفقرات %(first)s إلى %(last)s من الملف") % {"first": opening.number, "last": closing.number}
