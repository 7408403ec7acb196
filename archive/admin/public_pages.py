"""The public page on which readers see a row, or what it says: the way out of every form."""

from typing import Any

from django.urls import reverse

from archive.models import Article, Body, Conflict, Instrument, Topic
from archive.record.decisions import row_of

#: Links by which a row is read on the page of another, nearest first.
_READ_WITH = ("recommendation", "later", "paragraph", "clause", "meeting", "document", "topic")


def page_of(row: Any) -> str | None:
    """Give the address; None for what readers never see by itself."""
    match row:
        case None:
            return None
        case Topic():
            return reverse("topic", args=[row.slug])
        case Article():
            return reverse("article", args=[row.instrument.slug, row.number])
        case Instrument():
            return reverse("articles")
        case Body():
            return f"{reverse('meetings')}#{row.slug}"
        case Conflict():
            return page_of(row_of(row))
    if hasattr(row, "get_absolute_url"):
        return str(row.get_absolute_url())
    for name in _READ_WITH:
        if (owner := getattr(row, name, None)) is not None and (address := page_of(owner)):
            return address
    return None
