"""Writing by hand: all that the admin may call. Every function is one transaction and raises the data version."""

from .decisions import decide_conflict, decide_erratum
from .saving import WHY_NOT_DELETED, delete_by_hand, differences, save_by_hand

__all__ = [
    "WHY_NOT_DELETED",
    "decide_conflict",
    "decide_erratum",
    "delete_by_hand",
    "differences",
    "save_by_hand",
]
