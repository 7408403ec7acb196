"""Writing by hand: all that the admin may call. Every function is one transaction and raises the data version."""

from archive.derivations.again import ReadAgain, derive_again, edits_take_effect_at_once
from archive.derivations.staff_word import WordsNotFound, change_by_staff, confirm, give_back, reject

from .decisions import decide_conflict, decide_erratum
from .saving import WHY_NOT_DELETED, delete_by_hand, differences, save_by_hand

__all__ = [
    "WHY_NOT_DELETED",
    "ReadAgain",
    "WordsNotFound",
    "change_by_staff",
    "confirm",
    "decide_conflict",
    "decide_erratum",
    "delete_by_hand",
    "derive_again",
    "differences",
    "edits_take_effect_at_once",
    "give_back",
    "reject",
    "save_by_hand",
]
