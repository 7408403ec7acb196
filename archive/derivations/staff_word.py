"""What staff say of derived values: confirmed, rejected, changed, added, given back to the rule.

Every function is one transaction; what follows from the change is derived anew in it, and the data version raised.
"""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.loading.state import raise_data_version
from archive.models import Citation, Derived, FollowUp, Kinship, OperativeClause, TopicAssignment

from . import citations, follow_ups, kinship, operative, topics
from .deriving import derive_kind, derive_records
from .digests import forget
from .operative import settle_main, write_addressees
from .places import WordsNotFound, place_in_text
from .texts import ALL

__all__ = ["WordsNotFound", "change_by_staff", "confirm", "give_back", "reject"]

Staff = AbstractBaseUser | None


@transaction.atomic
def confirm(row: Derived, *, by: Staff = None) -> None:
    """The value stands, whatever a rule may say later."""
    _decide(row, Derived.Decision.CONFIRMED, by)


@transaction.atomic
def reject(row: Derived, *, by: Staff = None) -> None:
    """The value is hidden, and no rule says it again."""
    if isinstance(row, OperativeClause):
        row.is_main = False
    _decide(row, Derived.Decision.REJECTED, by)


@transaction.atomic
def give_back(row: Derived, *, by: Staff = None) -> None:
    """As if staff had said nothing: what they added goes, what they changed or decided is the rule's again."""
    forget(_KINDS[type(row)], **_record_of(row))
    if row.origin == Derived.Origin.STAFF:
        row.delete()
    else:
        row.decision, row.decided_by, row.decided_at = Derived.Decision.NONE, None, None
        row.save()
    _follow(row)
    if isinstance(row, Kinship | FollowUp):
        derive_kind(_KINDS[type(row)], ALL)


@transaction.atomic
def change_by_staff(row: Derived, *, by: Staff = None, addressees: Sequence[str] | None = None) -> None:
    """Save a value that staff added or changed: it is theirs and stands.

    Raises WordsNotFound, with a sentence, for words that do not stand in the text.
    """
    row.origin = Derived.Origin.STAFF
    _complete(row)
    _take_the_lead(row)
    row.decision, row.decided_by, row.decided_at = Derived.Decision.CONFIRMED, by, _now()
    row.save()
    if isinstance(row, OperativeClause) and addressees is not None:
        write_addressees({row: addressees})
    _follow(row)


_KINDS: dict[type[Derived], str] = {
    OperativeClause: operative.KIND,
    Citation: citations.KIND,
    TopicAssignment: topics.KIND,
    Kinship: kinship.KIND,
    FollowUp: follow_ups.KIND,
}


def _decide(row: Derived, decision: str, by: Staff) -> None:
    row.decision, row.decided_by, row.decided_at = decision, by, _now()
    row.save()
    _follow(row)


def _now() -> datetime:
    return timezone.now()


def _record_of(row: Derived) -> dict[str, int | None]:
    """The record of whose reading the row is a part; kinship and follow-ups are read from all of them at once."""
    if isinstance(row, Kinship | FollowUp):
        return {"recommendation": None, "paragraph": None}
    if isinstance(row, Citation):
        return {"recommendation": row.recommendation_id, "paragraph": row.paragraph_id}
    assert isinstance(row, OperativeClause | TopicAssignment)
    return {"recommendation": row.recommendation_id, "paragraph": None}


def _follow(row: Derived) -> None:
    if isinstance(row, OperativeClause):
        settle_main(row.recommendation_id)
    record = _record_of(row)
    derive_records(
        recommendations=[pk] if (pk := record["recommendation"]) else (),
        paragraphs=[pk] if (pk := record["paragraph"]) else (),
        compare=False,
    )
    raise_data_version()


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


def _take_the_lead(row: Derived) -> None:
    if isinstance(row, OperativeClause) and row.is_main:
        others = OperativeClause.objects.filter(recommendation=row.recommendation_id, is_main=True)
        others.exclude(pk=row.pk).update(is_main=False)


def _complete_citation(row: Citation) -> None:
    row.start, row.end, row.position = place_in_text(row, row.text)
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
        return (meeting.start is None, str(meeting.start), meeting.number, recommendation.number, recommendation.copy)

    if place("later") < place("earlier"):
        row.earlier, row.later = row.later, row.earlier
        row.earlier_item, row.later_item = row.later_item, row.earlier_item
