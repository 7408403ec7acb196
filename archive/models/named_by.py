"""The columns by which rows are named, for queries that only name them: what is not shown need not be read.

A page that joins whole rows of meeting, body and document to each of its own reads some hundred columns for each
name, JSON among them: to have the query written, and the rows made, took most of the time of a page.
"""

from .recommendation import NUMBERED_BY

_BODY = ("symbol", "slug", "name_ar", "name_en", "term", "parent")
_MEETING = ("body", "number", "slug", "place", "start", "end", "held_in")
_RECOMMENDATION = (
    "meeting", *NUMBERED_BY, "is_provisional", "printed_number", "locator", "agenda_item", "chapeau", "text",
)  # fmt: skip
_ITEM = ("recommendation", "position", "label", "text")
_DOCUMENT = ("slug", "symbol", "job_number", "kind", "title", "language", "date", "source_file", "body", "meeting")
_PARAGRAPH = ("document", "section", "series", "part", "number", "copy", "printed_number", "position", "text")


# The other way round, where a page shows most of a row: what only loads, staff and comparisons read.
_NOTES = ("source_values", "missing_since", "created_at", "updated_at")
_PRINTED = ("corrections", "first_line", "last_line")
_UNREAD = {
    "meeting": _NOTES,
    "document": (
        *_NOTES, *_PRINTED, "printed_title", "printed_summary", "left_out", "unplaced", "source_sha256", "digest",
    ),
    "recommendation": (*_NOTES, *_PRINTED, "printed_chapeau", "printed_text"),
    "paragraph": (*_NOTES, *_PRINTED),
}  # fmt: skip


def unread(kind: str, place: str = "") -> list[str]:
    """For `defer`: columns of a meeting, document, recommendation or paragraph that pages for readers do not show."""
    return _under(place, _UNREAD[kind])


def unread_beside_the_source(place: str = "") -> list[str]:
    """The same where the printed text and its lines are shown."""
    return _under(place, (*_NOTES, "corrections"))


def _under(place: str, names: tuple[str, ...]) -> list[str]:
    return [f"{place}__{name}" if place else name for name in names]


def body(place: str) -> list[str]:
    return _under(place, _BODY)


def meeting(place: str) -> list[str]:
    """With its body."""
    return [*_under(place, _MEETING), *body(f"{place}__body")]


def recommendation(place: str = "") -> list[str]:
    """With its meeting and the body."""
    return [*_under(place, _RECOMMENDATION), *meeting(f"{place}__meeting" if place else "meeting")]


def item(place: str) -> list[str]:
    return _under(place, _ITEM)


def document(place: str) -> list[str]:
    return _under(place, _DOCUMENT)


def paragraph(place: str) -> list[str]:
    """With its document."""
    return [*_under(place, _PARAGRAPH), *document(f"{place}__document")]
