"""The report or note of the Secretariat, or of its head: numbered paragraphs under headings. It adopts nothing."""

from .authors import is_from_the_secretariat
from .family import Clues, Family


def _is_theirs(clues: Clues) -> bool:
    return is_from_the_secretariat(clues) and bool(clues.opens & {"item", "section"})


SECRETARIAT_REPORT = Family(
    kind="secretariat-report",
    name_ar="تقرير من الأمانة",
    name_en="Report by the Secretariat",
    no_such="تقريراً من الأمانة",
    is_told_by=_is_theirs,
)
