"""Who speaks in a paper: the line on its cover that names its author."""

import re

from .family import Clues

# تقرير من الأمانة · مذكرة من الأمين العام · تقرير المديرة التنفيذية
_SECRETARIAT = re.compile(
    r"(?:ال)?(?:تقرير|مذكره|ورقه غرفه اجتماع|رساله)"
    r"(?: (?:من|مقدمه|مقدم|اعداد|اعدتها|اعده|اعدها|تحليليه|شفويه))* "
    r"(?:ال)?(?:امانه|امين العام|امينه العامه|مدير التنفيذي|مديره التنفيذيه|امانه العامه|مفوض السامي)(?: .{0,90})?$"
    r"|(?:report|note) (?:of|by) the (?:secretariat|secretary-general|executive director|high commissioner)"
    r"(?: .{0,90})?$"
)
# ورقة معلومات أساسية من إعداد الأمانة · ورقة مناقشة أعدتها الأمانة
_BACKGROUND = re.compile(
    r"(?:ال)?ورقه (?:معلومات |ال)?(?:اساسيه|مناقشه|نقاش|خلفيه|تقنيه|مسائل|مفاهيميه)|ورقه معلومات"
    r"|(?:background|discussion|technical) paper\b"
)


def is_from_the_secretariat(clues: Clues) -> bool:
    """Whether the cover says that the Secretariat, or its head, reports or notes."""
    return any(_SECRETARIAT.match(line) for line in _lines(clues))


def is_background_paper(clues: Clues) -> bool:
    """Whether the cover calls it a paper for the discussion."""
    return any(_BACKGROUND.match(line) for line in _lines(clues))


def _lines(clues: Clues) -> tuple[str, ...]:
    return (clues.author, *clues.cover)
