"""The corrigendum: a list of places in another paper, and what stands in them from now on."""

import re

from ..numbers import Counting
from .family import Clues, Family

# تصويب · CTOC/COP/WG.7/2021/6/Corr.1
_COVER = re.compile(r"(?:ال)?تصويب(?:ات)?(?: .{0,20})?$|corrigendum$|[a-z0-9./-]*/corr\.? ?[0-9]+$")


def _is_such(clues: Clues) -> bool:
    return any(_COVER.match(line) for line in clues.cover)


CORRIGENDUM = Family(
    kind="corrigendum",
    name_ar="تصويب",
    name_en="Corrigendum",
    no_such="تصويباً",
    is_told_by=_is_such,
    numbers_all=False,
    # «التوصية 3» names a place in the other paper
    counting=Counting(numbers_head=False, recommendations=False),
)
