"""Writing by hand: all that the admin may call. Each call is one transaction, at whose end all that follows is done;
within `following()` that is done once for all of them.
"""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from archive.models import Conflict, Erratum
from archive.record.decisions import settle_conflict, settle_erratum
from archive.record.errata import enter_erratum, give_reading
from archive.record.errata_file import BroughtErrata, bring_errata
from archive.record.history.journal import watch_deletion
from archive.record.publishing import withdraw
from archive.record.saving import WHY_NOT_DELETED, differences, gone, only_by_hand, refuse_deletion, save_row
from archive.record.touched import touched_by
from archive.record.vanished import keep_by_hand, may_go
from archive.search.entries import remove_entries_in
from archive.sources.errata import ErratumRow

from .following import Following, following
from .places import WordsNotFound
from .reading import is_few
from .second_person import pending_of, row_of_word, say_word
from .staff_word import change_by_staff, confirm, give_back, reject
from .topic_moves import TopicMoves

__all__ = [
    "WHY_NOT_DELETED",
    "Following",
    "TopicMoves",
    "WordsNotFound",
    "change_by_staff",
    "confirm",
    "decide_conflict",
    "decide_erratum",
    "delete_by_hand",
    "delete_vanished",
    "derive_again",
    "differences",
    "edits_take_effect_at_once",
    "enter_misreading",
    "following",
    "give_back",
    "keep_vanished",
    "only_by_hand",
    "pending_of",
    "reject",
    "row_of_word",
    "save_by_hand",
    "say_word",
    "settle_reading",
    "take_up_errata",
    "withdraw_vanished",
]


def save_by_hand(row: Model, *, typed: Collection[str] | None = None) -> None:
    """Save a row that staff entered or changed, with everything that is made of it.

    `typed`: the names of the fields that a form changed, where the caller knows them.
    """
    with following() as after:
        after.add(save_row(row, typed=typed))


def delete_by_hand(row: Model) -> None:
    """Delete a row that was entered by hand. Raises ValueError with a sentence for one that a source gave."""
    refuse_deletion(row)
    with following() as after:
        watch_deletion([row])
        touched = touched_by(gone(row))
        after.touch(touched)
        remove_entries_in(touched)
        row.delete()


def decide_conflict(
    conflict: Conflict, *, take: bool, by: User | None = None, typed: str | None = None
) -> None:
    """Take what the source offers, keep what is stored, or `typed` in place of both; the question is not asked again.

    Raises ValueError with a sentence when the conflict is closed or cannot be decided so.
    """
    with following() as after:
        after.add(settle_conflict(conflict, take=take, by=by, typed=typed))


def decide_erratum(
    erratum: Erratum, decision: Erratum.Decision, *, by: User | None = None
) -> None:
    """Put an erratum in force or out of it, or let it wait again. Raises ValueError with a sentence for one whose right
    reading is not known.
    """
    with following() as after:
        after.add(settle_erratum(erratum, decision, by=by))


def enter_misreading(row: Any, **said: Any) -> Erratum:
    """An erratum that staff found in this row, as `record.errata.enter_erratum` takes it. Raises ValueError."""
    with following() as after:
        erratum, changed = enter_erratum(row, **said)
        after.wrote = True
        after.add(changed)
    return erratum


def settle_reading(erratum: Erratum, corrected: str, *, by: User | None = None) -> None:
    """The reading of an erratum as staff know it; it is in force from now on. Raises ValueError with a sentence."""
    with following() as after:
        after.add(give_reading(erratum, corrected, by=by))


def take_up_errata(by_source: dict[str, tuple[ErratumRow, ...]], *, by: User | None = None) -> BroughtErrata:
    """The rows of an errata.csv that staff bring; with problems the caller must undo all of it."""
    with following() as after:
        brought = bring_errata(by_source, by=by)
        after.wrote = True
        after.add(brought.made)
    return brought


def keep_vanished(row: Any) -> None:
    """What its source has no longer is staff's own from now on. Raises ValueError with a sentence."""
    with following() as after:
        after.add(keep_by_hand(row))


def withdraw_vanished(row: Any, because: str) -> None:
    """What its source has no longer is withdrawn, and staff's own. Raises ValueError without a reason."""
    with following() as after:
        after.add(withdraw([row], because))
        after.add(keep_by_hand(row))


def delete_vanished(row: Any) -> None:
    """What its source has no longer goes, where nobody can have cited it. Raises ValueError with a sentence."""
    if not may_go(row):
        raise ValueError(WHY_NOT_DELETED)
    with following():
        keep_vanished(row)
        delete_by_hand(row)


def edits_take_effect_at_once() -> bool:
    """Whether the archive is so small that everything is read again while staff wait for their form."""
    return is_few()


def derive_again() -> Following:
    """Read everything by the rules as they are now; gives what became other.

    Of a large archive what compares all records is left to the next load: no form can wait so long.
    """
    with following(patient=True) as after:
        after.everything()
    return after
