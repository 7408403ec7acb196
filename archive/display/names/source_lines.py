"""Where a text stands in its source, for readers: its lines, or pages and paragraphs of a file that has no lines."""

from django.utils.translation import gettext as _

from archive.models import Recommendation
from archive.sources.places import place_at


def lines_in_source(recommendation: Recommendation) -> str:
    """«السطر 12», «الأسطر 12 إلى 15», «الصفحة 3، الفقرة 40 من الملف»; "" for one that has no place in a file."""
    document, first = recommendation.document, recommendation.first_line
    if document is None or not first:
        return ""
    last = max(first, recommendation.last_line or first)
    opening, closing = place_at(document.source_places, first), place_at(document.source_places, last)
    if opening is None or closing is None:
        return _lines(first, last)
    if closing.part != "body":  # a text that goes on behind its notes
        closing = opening
    return f"{_pages(opening.page, closing.page)}{_paragraphs(opening.number, closing.number)}"


def _lines(first: int, last: int) -> str:
    if first == last:
        return _("السطر %(first)s") % {"first": first}
    return _("الأسطر %(first)s إلى %(last)s") % {"first": first, "last": last}


def _pages(first: int, last: int) -> str:
    """A file may not tell them."""
    if not first:
        return ""
    if first == last:
        return _("الصفحة %(page)s، ") % {"page": first}
    return _("الصفحات %(first)s إلى %(last)s، ") % {"first": first, "last": last}


def _paragraphs(first: int, last: int) -> str:
    if first == last:
        return _("الفقرة %(number)s من الملف") % {"number": first}
    return _("الفقرات %(first)s إلى %(last)s من الملف") % {"first": first, "last": last}
