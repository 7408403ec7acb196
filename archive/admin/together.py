"""One thing changed in many recommendations: what would change in each is planned first, and carried out as planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Prefetch

from archive.derivations.by_hand import change_by_staff, following, save_by_hand, say_word
from archive.models import (
    AgendaItem,
    Derived,
    OperativeAddressee,
    OperativeClause,
    Recommendation,
    Topic,
    TopicAssignment,
)

from . import display
from .derived import WAITS_FOR_SECOND

What = Literal["topic", "item", "addressee"]

_OTHER_MEETING = "البند من جدول أعمال اجتماع آخر"
_NO_CLAUSE = "لا عبارة منطوق رئيسية فيها بعد"


@dataclass(frozen=True)
class ManyChange:
    """`value`: the key of the topic or the item, the code of the addressee; of an item that is withdrawn nothing."""

    what: What
    is_withdrawn: bool
    value: Topic | AgendaItem | OperativeAddressee.Code | None


@dataclass(frozen=True)
class PlannedRow:
    """A recommendation with its values before and after; a `refusal` says why it stays as it is."""

    row: Recommendation
    before: tuple[str, ...]
    after: tuple[str, ...]
    refusal: str = ""

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


def read_rows(rows: Any) -> list[Recommendation]:
    """The recommendations with all that a change looks at, in few queries."""
    assigned = TopicAssignment.objects.select_related("topic").order_by("topic__position", "topic__pk")
    main = OperativeClause.objects.in_force().filter(is_main=True).prefetch_related("addressees")
    return list(
        rows.select_related("meeting__body", "agenda_item__meeting")
        .prefetch_related(Prefetch("topic_assignments", assigned), Prefetch("operative_clauses", main))
        .in_official_order()
    )


def plan_together(rows: Sequence[Recommendation], change: ManyChange) -> list[PlannedRow]:
    """What the change would do to each; nothing is written."""
    plan = {"topic": _plan_topic, "item": _plan_item, "addressee": _plan_addressee}[change.what]
    return [plan(row, change) for row in rows]


def digest_of(planned: Iterable[PlannedRow]) -> str:
    """Tells whether what staff were shown is still so."""
    return sha256("\n".join(f"{one.row.pk} {one.before} {one.after}" for one in planned).encode()).hexdigest()[:16]


def carry_out(planned: Sequence[PlannedRow], change: ManyChange, by: User) -> dict[Recommendation, str]:
    """Do it, in one transaction; gives the sentences of those that refused it."""
    refused: dict[Recommendation, str] = {}
    do = {"topic": _do_topic, "item": _do_item, "addressee": _do_addressee}[change.what]
    with following():
        for one in planned:
            if not one.is_changed:
                continue
            try:
                do(one.row, change, by)
            except ValueError as refusal:
                refused[one.row] = str(refusal)
    return refused


# Topics ---------------------------------------------------------------------------------------------------------


def _plan_topic(row: Recommendation, change: ManyChange) -> PlannedRow:
    before = tuple(str(one.topic) for one in _in_force(row))
    name = str(change.value)
    others = tuple(one for one in before if one != name)
    if change.is_withdrawn:
        return PlannedRow(row, before, others)
    return PlannedRow(row, before, before if name in before else (*before, name))


def _in_force(row: Recommendation) -> list[TopicAssignment]:
    return [one for one in row.topic_assignments.all() if one.decision != Derived.Decision.REJECTED]


def _do_topic(row: Recommendation, change: ManyChange, by: User) -> None:
    assert isinstance(change.value, Topic)
    known = next((one for one in row.topic_assignments.all() if one.topic_id == change.value.pk), None)
    if change.is_withdrawn:
        assert known is not None
        _say(known, "reject", by)
    elif known is not None:
        _say(known, "confirm", by)
    else:
        change_by_staff(TopicAssignment(recommendation=row, topic=change.value), by=by)


def _say(row: TopicAssignment, choice: str, by: User) -> None:
    if say_word([row], choice, by=by, needs_second=settings.ARCHIVE_SECOND_PERSON):
        raise ValueError(WAITS_FOR_SECOND)


# Agenda items ---------------------------------------------------------------------------------------------------


def _plan_item(row: Recommendation, change: ManyChange) -> PlannedRow:
    before = (_item(row.agenda_item),) if row.agenda_item else ()
    if change.is_withdrawn:
        return PlannedRow(row, before, ())
    assert isinstance(change.value, AgendaItem)
    if change.value.meeting_id != row.meeting_id:
        return PlannedRow(row, before, before, _OTHER_MEETING)
    return PlannedRow(row, before, (_item(change.value),))


def _item(item: AgendaItem) -> str:
    return display.opening(str(item), 60)


def _do_item(row: Recommendation, change: ManyChange, by: User) -> None:
    assert change.value is None or isinstance(change.value, AgendaItem)
    row.agenda_item = None if change.is_withdrawn else change.value
    save_by_hand(row, typed=["agenda_item"])


# Addressees -----------------------------------------------------------------------------------------------------


def _plan_addressee(row: Recommendation, change: ManyChange) -> PlannedRow:
    clause = next(iter(row.operative_clauses.all()), None)
    if clause is None:
        return PlannedRow(row, (), (), _NO_CLAUSE)
    return PlannedRow(row, _persons(_codes(clause)), _persons(_changed_codes(clause, change)))


def _codes(clause: OperativeClause) -> list[str]:
    return [one.code for one in clause.addressees.all()]


def _changed_codes(clause: OperativeClause, change: ManyChange) -> list[str]:
    codes, code = _codes(clause), str(change.value)
    if change.is_withdrawn:
        return [one for one in codes if one != code]
    return codes if code in codes else [*codes, code]


def _persons(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(str(OperativeAddressee.Code(code).label) for code in codes))


def _do_addressee(row: Recommendation, change: ManyChange, by: User) -> None:
    clause = next(iter(row.operative_clauses.all()))
    change_by_staff(clause, by=by, addressees=_changed_codes(clause, change))
