"""What staff say of derived values: confirmed, rejected, changed, added, given back to the rule.

Every function is one transaction; what follows from the change is derived anew at the end of it (`following`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from archive.models import Citation, Derived, FollowUp, Kinship, OperativeClause, TopicAssignment
from archive.models.recommendation import NUMBERED_BY
from archive.record.history.journal import watch, watch_deletion, watch_new, watch_stored
from archive.record.kinds import kind_of
from archive.record.row_kind import Made
from archive.record.scope import ALL, Scope
from archive.record.touched import Changed, touched_by

from .asked_persons import write_actors, write_addressees
from .citation_names import forget_other_names
from .deriving import KINDS
from .following import following
from .places import WordsNotFound, place_in_text

__all__ = ["WordsNotFound", "change_by_staff", "confirm", "give_back", "reject"]

Staff = User | None
#: The fields by which the rule knows a row that has no key of its own.
_KNOWN_BY: dict[type[Derived], tuple[str, ...]] = {
    TopicAssignment: ("recommendation_id", "topic_id"),
    Kinship: ("earlier_id", "later_id"),
    FollowUp: ("recommendation_id", "paragraph_id"),
}
MADE: dict[type[Derived], Made] = {kind.model: kind.name for kind in KINDS}


def confirm(*rows: Derived, by: Staff = None) -> None:
    """The values stand, whatever a rule may say later."""
    _decide(rows, Derived.Decision.CONFIRMED, by)


def reject(*rows: Derived, by: Staff = None) -> None:
    """The values are hidden, and no rule says them again."""
    _decide(rows, Derived.Decision.REJECTED, by)


def give_back(*rows: Derived, by: Staff = None) -> None:
    """As if staff had said nothing: what they added goes, what they changed or decided is the rule's again."""
    with following() as after:
        for row in rows:
            after.read_anew(MADE[type(row)], record_of(row))
        added = [row for row in rows if row.origin == Derived.Origin.STAFF]
        after.touch(touched_by(_changed(added)))
        for model, some in _by_model(added).items():
            watch_deletion(some)
            model._default_manager.filter(pk__in=[row.pk for row in some]).delete()
        given = [row for row in rows if row.origin != Derived.Origin.STAFF]
        _set_decision(given, Derived.Decision.NONE, None)
        after.add(_changed(given))


def change_by_staff(
    row: Derived, *, by: Staff = None, addressees: Sequence[str] | None = None, actors: Sequence[str] | None = None
) -> None:
    """Save a value that staff added or changed: it is theirs and stands.

    Of a clause that is new, no `actors` means that the rule is to read them; of one that is there, that nobody acts.

    Raises WordsNotFound, with a sentence, for words that do not stand in the text.
    """
    with following() as after:
        denied = _denied_by(row)
        is_new = row.pk is None
        watch_stored(kind_of(row), [] if is_new else [row.pk])
        # Where it stood under another record, that one is without it now.
        before = None if is_new else type(row)._default_manager.filter(pk=row.pk).first()
        if before is not None and record_of(before) != record_of(row):
            after.touch({"facets": ALL})
        row.origin = Derived.Origin.STAFF
        _complete(row)
        take_the_lead(row)
        row.decision, row.decided_by, row.decided_at = Derived.Decision.CONFIRMED, by, _now()
        row.save()
        if is_new:
            watch_new([row])
        if denied is not None:
            denied.save()
            watch_new([denied])
            reject(denied, by=by)
        if isinstance(row, OperativeClause) and addressees is not None:
            write_addressees({row: addressees})
        if isinstance(row, OperativeClause) and actors is not None and (actors or not is_new):
            write_actors({row: actors})
        after.add(_changed([row]))


def _decide(rows: Sequence[Derived], decision: Derived.Decision, by: Staff) -> None:
    with following() as after:
        _set_decision(rows, decision, by)
        after.add(_changed(rows))


def _set_decision(rows: Sequence[Derived], decision: Derived.Decision, by: Staff) -> None:
    """One statement a kind of row."""
    when = _now() if decision != Derived.Decision.NONE else None
    for model, some in _by_model(rows).items():
        values: dict[str, Any] = {"decision": decision, "decided_by": by, "decided_at": when}
        if model is OperativeClause and decision == Derived.Decision.REJECTED:
            values["is_main"] = False
        watch_stored(kind_of(some[0]), [row.pk for row in some])
        model._default_manager.filter(pk__in=[row.pk for row in some]).update(**values)
        for row in some:
            for name, value in values.items():
                setattr(row, name, value)


def _changed(rows: Sequence[Derived]) -> Changed:
    changed = Changed()
    for row in rows:
        changed.add(row, None)
    return changed


def _by_model(rows: Sequence[Derived]) -> Mapping[type[Derived], list[Derived]]:
    found: dict[type[Derived], list[Derived]] = {}
    for row in rows:
        found.setdefault(type(row), []).append(row)
    return found


def _now() -> datetime:
    return timezone.now()


def record_of(row: Derived) -> Scope:
    """The record of whose reading the row is a part; kinship and follow-ups are read from all of them at once."""
    if isinstance(row, Kinship | FollowUp):
        return ALL
    assert isinstance(row, OperativeClause | Citation | TopicAssignment)
    paragraph = row.paragraph_id if isinstance(row, Citation) else None
    recommendations = () if row.recommendation_id is None else (row.recommendation_id,)
    return Scope(frozenset(recommendations), frozenset(() if paragraph is None else (paragraph,)))


# What follows from what was typed ------------------------------------------------------------------------------


def _complete(row: Derived) -> None:
    match row:
        case OperativeClause():
            row.overrides = row.subparagraph_id is not None
            row.start, row.end, row.position = place_in_text(row, row.phrase)
        case Citation():
            _complete_citation(row)
        case TopicAssignment():
            row.confidence = 1.0
        case Kinship():
            _in_order(row)
            row.score = 1.0
        case FollowUp():
            row.score = 1.0


def _denied_by(row: Derived) -> Derived | None:
    """What a rule said and staff now say otherwise, as a row of its own, where a row is known by what it says.

    Of a citation or a clause the key or the place tells the rule that staff have spoken; a topic that is put in the
    place of another leaves nothing of the other, and the rule would say it again.
    """
    stored = type(row)._default_manager.filter(pk=row.pk, origin=Derived.Origin.RULE).first()
    if stored is None or all(getattr(stored, name) == getattr(row, name) for name in _KNOWN_BY.get(type(row), ())):
        return None
    stored.pk = None
    stored._state.adding = True
    return stored


def take_the_lead(row: Derived) -> None:
    if isinstance(row, OperativeClause) and row.is_main:
        others = OperativeClause.objects.filter(recommendation=row.recommendation_id, is_main=True)
        others = others.exclude(pk=row.pk)
        watch(others.prefetch_related("addressees", "actors"))
        others.update(is_main=False)


def _complete_citation(row: Citation) -> None:
    row.start, row.end, row.position = place_in_text(row, row.text)
    before = Citation.objects.filter(pk=row.pk).values_list("kind", flat=True).first()
    if before is not None and before != row.kind:
        forget_other_names(row, before)
    if row.article is not None:
        row.instrument = row.article.instrument
    if row.cited_document is not None:
        row.symbol = row.cited_document.symbol
    if row.cited_recommendation is not None:
        row.locator = row.cited_recommendation.locator
    elif row.cited_meeting is not None:
        row.locator = row.cited_meeting.slug


def _in_order(row: Kinship) -> None:
    def place(one: str) -> tuple[object, ...]:
        recommendation = getattr(row, one)
        meeting = recommendation.meeting
        numbered = (getattr(recommendation, name) for name in NUMBERED_BY)
        return (meeting.start is None, str(meeting.start), meeting.number, *numbered)

    if place("later") < place("earlier"):
        row.earlier, row.later = row.later, row.earlier
        row.earlier_item, row.later_item = row.later_item, row.earlier_item
