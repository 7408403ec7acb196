"""What is left out or loosely joined in chats, file names and speech: «توصية 12 من 4», `rec 12 from the 4th`, `4,12`.

As in `respelled`, which asks this first: of a whole typed reference, put into words that the readers know. A figure
that may count («2 من 5»: two of five) is left alone.
"""

import re
from collections.abc import Callable
from functools import cache

from archive.arabic.normalize import normalize
from archive.numbering.ordinal_words import ordinal

from .english_numbers import CARDINAL_WORD, ORDINAL

_REC = r"rec(?:ommendation)?"
_REC_AR = r"(?:ال)?توصيه"
_LETTER = r"\s?\([a-zء-ي]\)"
_ORDINALS_AR = "|".join(sorted((normalize(ordinal(number, "m")) for number in range(1, 21)), key=len, reverse=True))
_UNITS = (
    ("واحدة", "واحد", "إحدى", "أحد"), ("اثنتين", "اثنين", "اثنتان", "اثنان", "اثنتي", "اثني", "اثنتا", "اثنا"),
    ("ثلاثة", "ثلاث"), ("أربعة", "أربع"), ("خمسة", "خمس"), ("ستة", "ست"), ("سبعة", "سبع"), ("ثمانية", "ثماني", "ثمان"),
    ("تسعة", "تسع"), ("عشرة", "عشر"),
)  # fmt: skip


@cache
def _cardinals() -> dict[str, int]:
    """Of one to nineteen, in either gender and case."""
    units = {normalize(word): number for number, words in enumerate(_UNITS, 1) for word in words}
    ten = [normalize(word) for word in _UNITS[-1]]
    teens = {f"{word} {last}": 10 + number for word, number in units.items() if number < 10 for last in ten}
    return units | teens


def _by_order(match: re.Match[str]) -> str:
    """«2 من 5» may count: only where the greater comes first, or with a letter, meeting and number are told."""
    number, meeting = int(match["number"]), int(match["meeting"])
    if number <= meeting and not match["letter"]:
        return match[0]
    return f"التوصيه {number}{match['letter'] or ''} من الاجتماع {meeting}"


def _figure(match: re.Match[str]) -> str:
    return f"{match['of']} {_cardinals()[match['word']]}"


_CARDINAL_AR = "|".join(sorted(_cardinals(), key=len, reverse=True))
_Put = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[str, _Put], ...] = (
    # Rec. 12 • 4th meeting · 4th meeting → rec. 12
    (r"(?<=[\w).])\s?[•→←➔]\s?(?=\w)", "، "),
    # rec=4.12 · WG7_4_12 · rec_4_12
    (rf"^(?P<of>{_REC})\s?=\s?(?=[0-9])", r"\g<of> "),
    (
        rf"^(?:{_REC}[_\s])?(?:(?P<group>wg\.?\s?[0-9]{{1,2}})[_\s]+)?(?P<m>[0-9]{{1,2}})_(?P<n>[0-9]{{1,3}})$",
        lambda match: f"{match['group'] or 'rec'} {match['m']}/{match['n']}",
    ),
    # rec 4 12 · 4,12 · rec. 4, 12 · التوصية 4، 12
    (rf"^{_REC}\.?\s(?P<m>[0-9])\s(?P<n>[0-9]{{1,2}})$", r"rec \g<m>/\g<n>"),
    (
        rf"^(?:(?:{_REC}\.?|{_REC_AR})\s?)?(?P<m>[0-9])\s?[,،]\s?(?P<n>[0-9]{{1,2}})(?P<letter>{_LETTER})?$",
        lambda match: f"rec {match['m']}/{match['n']}{match['letter'] or ''}",
    ),
    # توصية رقم اثنتي عشرة · الاجتماع رقم أربعة · meeting number four
    (rf"(?P<of>(?:ال)?(?:توصيه|اجتماع)) رقم (?P<word>{_CARDINAL_AR})(?= (?:من|في|ل)|$)", _figure),
    (rf"^(?P<of>meeting|{_REC}) (?:number|no\.?) (?={CARDINAL_WORD}(?:$| of ))", r"\g<of> "),
    # توصية 12 من 4 · توصيات 3-5 من 7 · توصية 12 من الرابع · rec 12 from the 4th
    (rf"^{_REC_AR} (?P<number>[0-9]{{1,3}})(?P<letter>{_LETTER})? من (?P<meeting>[0-9])$", _by_order),
    (r"^(?P<of>(?:ال)?توصيات [0-9]{1,3}\s?-\s?[0-9]{1,3}) من (?P<m>[0-9])$", r"\g<of> من الاجتماع \g<m>"),
    (rf"^(?P<of>{_REC_AR} [^،]{{1,30}}) من (?P<m>{_ORDINALS_AR})$", r"\g<of> من الاجتماع \g<m>"),
    (
        rf"^(?P<of>(?:the {ORDINAL} )?rec[^،]{{0,40}}) (?:of|from) (?:the )?(?P<m>{ORDINAL})$",
        r"\g<of> of the \g<m> meeting",
    ),
    # التوصية 12 التي اعتمدها الاجتماع الرابع · ضمن الاجتماع الرابع · emanating from the fourth meeting
    (
        r"(?<=[0-9)]) (?:التي (?:اعتمدها|اقرها|اصدرها)|ضمن|خلال|اثناء) (?=الاجتماع )",
        " من ",
    ),
    (
        r"(?<=[0-9)]) (?:under|out of|(?:emanating|arising|stemming|resulting) from) (?=(?:the )?\w+ meeting)",
        " of ",
    ),
)
_COMPILED = tuple((re.compile(pattern), put) for pattern, put in _RULES)


def from_loose(bare: str) -> str:
    """Give a whole plain text without these forms: itself where it has none."""
    for pattern, put in _COMPILED:
        bare = pattern.sub(put, bare)
    return bare
