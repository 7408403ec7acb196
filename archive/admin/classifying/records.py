"""A record as the desk shows it: its text with the words in question marked, and what is to be decided about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse

from archive.admin import display
from archive.admin.derived import open_choices, standing_of
from archive.admin.history.telling import person_name
from archive.derivations.by_hand import pending_of
from archive.display.comparison.differences import AlignedPiece, build_pieces
from archive.models import (
    Citation,
    FollowUp,
    Kinship,
    OperativeClause,
    Paragraph,
    Recommendation,
    Topic,
    TopicAssignment,
)

from .offered_topics import OfferedTopic, offered_topics
from .queues import ClassifyingQueue


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of text; `row` is the number of the row whose words it is, 0 for none."""

    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`pieces`: another text with what differs from the record's, of a row that leads to one."""

    number: int
    key: int
    said: str
    why: str
    address: str
    pending: str = ""
    other: str = ""
    pieces: tuple[AlignedPiece, ...] = ()
    choices: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """`passages` are its texts in their order, each with its label, cut where words are marked. `subjects` are those
    of its paper, `offered` the topics that they speak of."""

    key: int
    title: str
    locator: str
    form: str
    public: str
    passages: tuple[tuple[str, tuple[TextPart, ...]], ...]
    rows: tuple[ShownRow, ...]
    clause: OperativeClause | None = None
    subjects: tuple[str, ...] = ()
    offered: tuple[OfferedTopic, ...] = ()


def show_record(queue: ClassifyingQueue, key: int, by: User) -> ShownRecord | None:
    """The record with its open rows; None where there is none of this key."""
    rows = _rows_about(queue, key, by)
    record: Any = (
        Paragraph.objects.filter(pk=key).select_related("document").first()
        if queue.about is Paragraph
        else Recommendation.objects.filter(pk=key)
        .select_related("meeting__body", "document")
        .prefetch_related("subparagraphs")
        .first()
    )
    if record is None:
        return None
    clause = None
    if queue.wants in ("addressees", "actors"):
        clauses = OperativeClause.objects.in_force().filter(recommendation=key)
        clause = clauses.order_by("-is_main", "pk").prefetch_related("addressees", "actors").first()
    marked = [(number, row) for number, row in enumerate(rows, 1)]
    if clause is not None:
        marked = [(1, clause)]
    pending = pending_of(rows)
    told = tuple(_row(number, row, record, pending.get(row.pk)) for number, row in enumerate(rows, 1))
    form = reverse(f"admin:archive_{record._meta.model_name}_change", args=[record.pk])
    lacks_topic = queue.wants == "topic" and queue.having is not None
    subjects = tuple(record.document.subjects) if lacks_topic and record.document is not None else ()
    return ShownRecord(
        record.pk, str(record), getattr(record, "locator", ""), form, record.get_absolute_url(),
        tuple(_passages(record, marked)), told, clause, subjects, tuple(offered_topics(record)) if subjects else (),
    )  # fmt: skip


def _rows_about(queue: ClassifyingQueue, key: int, by: User) -> list[Any]:
    if queue.having is not None:
        return []
    rows: Any = queue.rows(by).filter(**{queue.record: key}).order_by("pk")
    match queue.model():
        case TopicAssignment():
            rows = rows.select_related("topic").order_by("-confidence", "pk")
        case OperativeClause():
            rows = rows.prefetch_related("addressees", "actors").order_by("position", "pk")
        case Citation():
            rows = rows.select_related("article__instrument", "instrument").order_by("position", "pk")
        case Kinship():
            rows = rows.select_related("earlier__meeting__body").order_by("-score", "pk")
        case FollowUp():
            rows = rows.select_related("paragraph__document").order_by("-score", "pk")
    return list(rows)


def _passages(record: Any, rows: Sequence[tuple[int, Any]]) -> Iterable[tuple[str, tuple[TextPart, ...]]]:
    if isinstance(record, Paragraph):
        yield "", _cut(record.text, rows, None)
        return
    yield "", _cut(record.chapeau, rows, None)
    for item in sorted(record.subparagraphs.all(), key=lambda one: one.position):
        yield f"({item.label})", _cut(item.text, rows, item.pk)


def _cut(text: str, rows: Sequence[tuple[int, Any]], item: int | None) -> tuple[TextPart, ...]:
    """Words that two rows share are marked for the first of them."""
    placed = sorted(
        (row.place, number)
        for number, row in rows
        if isinstance(row, OperativeClause | Citation) and row.place and row.subparagraph_id == item
    )
    parts: list[TextPart] = []
    at = 0
    for (start, end), number in placed:
        if start >= at:
            parts += [TextPart(text[at:start]), TextPart(text[start:end], number)]
            at = end
    return tuple(part for part in (*parts, TextPart(text[at:])) if part.text)


def _row(number: int, row: Any, record: Any, pending: Any) -> ShownRow:
    said, why, other, pieces = _told(row, record)
    address = reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])
    choices = [(code, name) for code, name in open_choices(row).items() if code != "give_back"]
    waits = ""
    if pending is not None:
        waits = f"قال {person_name(pending.by)}: {pending.get_choice_display()}، {display.show_moment(pending.said_at)}"
        choices = [(code, name) for code, name in open_choices(row).items()]
    standing = "" if row.is_suggested else standing_of(row)
    why = " · ".join(part for part in (why, standing) if part)
    return ShownRow(number, row.pk, said, why, address, waits, other, pieces, choices)


def _told(row: Any, record: Any) -> tuple[str, str, str, tuple[AlignedPiece, ...]]:
    """What it says, why, and the other text that it leads to: its name, and its words against the record's."""
    match row:
        case TopicAssignment():
            return str(row.topic), f"الثقة {row.confidence:.0%}. {row.ground}", "", ()
        case OperativeClause():
            addressees = "، ".join(str(one) for one in row.addressees.all()) or display.NOTHING
            actors = "، ".join(str(one) for one in row.actors.all()) or display.NOTHING
            main = "الرئيسية · " if row.is_main else ""
            why = f"{main}المخاطَب: {addressees} · المطلوب منه: {actors}"
            return f"«{row.phrase}» · {row.get_verb_class_display()}", why, "", ()
        case Citation():
            named = row.article or row.instrument or row.symbol or row.locator or ""
            return f"«{display.opening(row.text, 90)}»", f"{row.get_kind_display()} {named}".strip(), "", ()
        case Kinship():
            words = "، ".join(row.evidence.get("words", [])[:8])
            pieces = build_pieces(record.text, row.earlier.text)
            return f"{row.get_relation_display()}: {row.earlier}", words, row.earlier.locator, pieces
        case FollowUp():
            words = "، ".join(row.evidence.get("words", [])[:8])
            text = (AlignedPiece(row.paragraph.text, row.paragraph.text, 0),)
            return f"{row.paragraph.document}، {row.paragraph}", words, str(row.paragraph), text
    return str(row), "", "", ()


def topics_to_choose() -> list[Topic]:
    """All topics in use, in the order of the tree."""
    return list(Topic.objects.in_use().in_tree_order())
