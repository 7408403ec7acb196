"""The background paper: prepared for a discussion, it asks and informs, and adopts nothing."""

from .authors import is_background_paper
from .family import Clues, Family


def _is_such(clues: Clues) -> bool:
    return is_background_paper(clues) and bool(clues.opens & {"item", "section"})


BACKGROUND_PAPER = Family(
    kind="background-paper",
    name_ar="ورقة معلومات أساسية",
    name_en="Background paper",
    no_such="ورقة معلومات أساسية",
    is_told_by=_is_such,
)
