"""The provisional agenda, with or without annotations: the items of a meeting to come."""

import re

from ..agenda import agenda_of_items
from .family import Clues, Family

# جدول الأعمال المؤقت · جدول الأعمال المؤقت المشروح · جدول الأعمال المشروح والتنظيم المقترح للأعمال · شروح جدول الأعمال
_TITLE = re.compile(r"(?:مشروع )?(?:شروح )?جدول (?:ال)?اعمال(?: (?:المؤقت|الموقت|المشروح|المنقح|و).*)?$")


def _is_such(clues: Clues) -> bool:
    return bool(_TITLE.match(clues.title)) or any(_TITLE.match(line) for line in clues.cover)


AGENDA = Family(
    kind="agenda",
    name_ar="جدول أعمال",
    name_en="Agenda",
    no_such="جدول أعمال",
    is_told_by=_is_such,
    numbers_all=False,
    prints_agenda=True,
    agenda_of=agenda_of_items,
)
