"""The report of the Secretariat: numbered paragraphs under headings. It proposes, and adopts nothing."""

from archive.vocabulary.masthead_terms import AUTHOR_LINES

from .family import Clues, Family

#: Lines on the cover that make a paper a report of the Secretariat.
_AUTHORS = frozenset(line for line in AUTHOR_LINES if line.startswith(("تقرير", "مذكره")))


def _is_from_the_secretariat(clues: Clues) -> bool:
    return clues.author in _AUTHORS and "item" in clues.opens


SECRETARIAT_REPORT = Family(
    kind="secretariat-report",
    name_ar="تقرير من الأمانة",
    name_en="Report by the Secretariat",
    no_such="تقريراً من الأمانة",
    is_told_by=_is_from_the_secretariat,
)
