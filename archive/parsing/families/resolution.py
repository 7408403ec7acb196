"""The resolution or decision, adopted or in draft: a preamble without numbers, operative paragraphs, annexes."""

import re

from .family import Clues, Family

# قرار اتخذته الجمعية العامة في 16 كانون الأول/ديسمبر 2020 · مشروع قرار · مقرر اعتمده مؤتمر الأطراف · مشروع القرار الأول
_COVER = re.compile(r"(?:ال)?(?:قرار|مقرر) (?:اتخذ|اعتمد|اتخذه|صادر)|مشروع (?:ال)?(?:قرار|مقرر|بيان|اعلان)(?: |$)")


def _is_such(clues: Clues) -> bool:
    return any(_COVER.match(line) for line in (clues.title, *clues.cover)) or clues.first == "clause"


RESOLUTION = Family(
    kind="resolution",
    name_ar="قرار",
    name_en="Resolution",
    no_such="قراراً",
    is_told_by=_is_such,
    numbers_all=False,
)
