"""Ordinal words, written and read: «الخامس», «الثانية عشرة», «الحادي والعشرون»; «أولا», «ثانيا»."""

import re
from pathlib import Path
from typing import Literal

from archive.arabic.clean import ARABIC_LETTERS
from archive.arabic.normalize import folded_with_offsets, is_folded, normalize
from archive.arabic.tables import read_table

Gender = Literal["m", "f"]

LARGEST = 199
#: Of the adverbs that label sections.
LARGEST_ADVERB = 99
_ROWS = {row[0]: row[1] for row in read_table(Path(__file__).with_name("data") / "ordinals.tsv")}
_UNITS: tuple[str, ...] = tuple(_ROWS["units"].split("|"))
_TENS: tuple[str, ...] = tuple(_ROWS["tens"].split("|"))
_HUNDRED = "المائة"


def ordinal(n: int, gender: Gender) -> str:
    """Give the ordinal of 1 to 199 with the article, nominative: (13, 'm') is «الثالث عشر»."""
    if not 1 <= n <= LARGEST:
        raise ValueError(f"no ordinal word for {n}")
    if n == 100:
        return _HUNDRED
    if n > 100:
        return f"{ordinal(n - 100, gender)} بعد {_HUNDRED}"
    tens, unit = divmod(n, 10)
    if n == 1:
        return "الأول" if gender == "m" else "الأولى"
    if n <= 10:
        return "ال" + _unit(n, gender)
    if tens == 1:
        return f"ال{_unit(unit, gender)} {'عشر' if gender == 'm' else 'عشرة'}"
    ten = "ال" + _TENS[tens - 2]
    return ten if unit == 0 else f"ال{_unit(unit, gender)} و{ten}"


def ordinal_or_figure(n: int, gender: Gender) -> str:
    """Give the ordinal, or the figure where the words end: «الخامس», «212»."""
    return ordinal(n, gender) if 1 <= n <= LARGEST else str(n)


def _unit(n: int, gender: Gender) -> str:
    """The unit of a compound (1 is حادي), or of 2 to 10 by itself, without the article."""
    if n <= 2:
        return ("حادي" if n == 1 else "ثاني") + ("" if gender == "m" else "ة")
    return _UNITS[n - 2] + ("" if gender == "m" else "ة")


def adverb(n: int) -> str:
    """Give the bare adverb of 1 to 99 that labels a section: «أولا», «حادي عشر», «حادي وعشرون»."""
    if not 1 <= n <= LARGEST_ADVERB:
        raise ValueError(f"no section adverb for {n}")
    tens, unit = divmod(n, 10)
    if n == 1:
        return "أولا"
    if n <= 10:
        return _unit(n, "m") + "ا"
    if tens == 1:
        return f"{_unit(unit, 'm')} عشر"
    return _TENS[tens - 2] if unit == 0 else f"{_unit(unit, 'm')} و{_TENS[tens - 2]}"


# Reading. Values by normalised word; «الواحد والعشرون» is met beside «الحادي والعشرون».
_FIRST = {"اول": 1, "اولي": 1}
_COMPOUND_FIRST = {"حادي": 1, "حاديه": 1, "واحد": 1, "واحده": 1}
_UNIT_VALUES = {"ثاني": 2, "ثانيه": 2} | {
    word + ending: n for n, word in enumerate(_UNITS[1:-1], 3) for ending in ("", "ه")
}
_TENTH = {"عاشر": 10, "عاشره": 10}
_TENS_VALUES = {
    normalize(word)[:-2] + case: n * 10 for n, word in enumerate(_TENS, 2) for case in ("ون", "ين")
}
_VALUES = _FIRST | _COMPOUND_FIRST | _UNIT_VALUES | _TENTH | _TENS_VALUES

# Patterns are for folded text, in which a word has one spelling.
_GAP = r"\s++"


def _any_of(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _definite(words: dict[str, int], group: str) -> str:
    return f"ال(?P<{group}>{_any_of(words)})"


_HUNDRED_PATTERN = "(?:المائه|المئه|المايه|الميه)"
_DEFINITE = re.compile(
    f"(?:{_definite(_COMPOUND_FIRST | _UNIT_VALUES, 'unit')}"
    f"(?:{_GAP}(?P<teen>عشره?)|{_GAP}و[ ]?{_definite(_TENS_VALUES, 'tens')})"
    f"|{_definite(_FIRST | _COMPOUND_FIRST | _UNIT_VALUES | _TENTH | _TENS_VALUES, 'single')}"
    f"(?![{ARABIC_LETTERS}])"
    f"|(?P<hundred>{_HUNDRED_PATTERN}))"
    f"(?![{ARABIC_LETTERS}])"
    f"(?:{_GAP}بعد{_GAP}(?P<over>{_HUNDRED_PATTERN})(?![{ARABIC_LETTERS}]))?+"
)
# No ordinal with its marks is longer than this.
_LONGEST = 120


def match_ordinal(text: str, pos: int = 0) -> tuple[int, int] | None:
    """Give (number, end offset in text) of the longest ordinal with its article that starts at pos, or None.

    Marks, tatweel, hamza forms and case endings may be any; no letter follows the match.
    """
    window = text[pos : pos + _LONGEST]
    # Texts that are folded already, as whoever reads citations has them, take a fifth of the time.
    folded, offsets = (window, range(_LONGEST + 1)) if is_folded(window) else folded_with_offsets(window)
    match = _DEFINITE.match(folded)
    if match is None:
        return None
    over = match["over"] is not None
    if match["hundred"]:
        return (100, pos + offsets[match.end("hundred")])
    if match["unit"]:
        number = _VALUES[match["unit"]] + (10 if match["teen"] else _VALUES[match["tens"]])
    else:
        number = _VALUES[match["single"]]
        # «الحادي» alone is an ordinal only in «الحادي بعد المائة».
        if match["single"] in _COMPOUND_FIRST and not over:
            return None
    return (number + 100 if over else number, pos + offsets[match.end()])


def _indefinite_readings() -> dict[str, int]:
    """Normalised ordinals without any article, for strings that are an ordinal and nothing else."""
    readings: dict[str, int] = {"مائه": 100, "مئه": 100, "ثان": 2}
    for words in (_FIRST, _UNIT_VALUES, _TENTH, _TENS_VALUES):
        readings |= words
    for word, unit in (_COMPOUND_FIRST | _UNIT_VALUES).items():
        readings |= {f"{word} عشر": unit + 10, f"{word} عشره": unit + 10}
        for ten, value in _TENS_VALUES.items():
            readings |= {f"{word} و{ten}": unit + value, f"{word} وال{ten}": unit + value}
    return readings


def _adverb_readings() -> dict[str, int]:
    readings = {normalize(adverb(n)): n for n in range(1, 100)} | _TENS_VALUES
    for word, unit in (_COMPOUND_FIRST | _UNIT_VALUES).items():
        if word.endswith("ه"):
            continue
        for stem in (word, word + "ا"):
            readings |= {f"{stem} عشر": unit + 10}
            for ten, value in _TENS_VALUES.items():
                readings |= {f"{stem} و{ten}": unit + value, f"{stem} وال{ten}": unit + value}
    return readings


_INDEFINITE = _indefinite_readings()
_ADVERBS = _adverb_readings()


def parse_ordinal(text: str) -> int | None:
    """Give the number of an ordinal that is the whole string, with or without the article, or None."""
    text = text.strip()
    definite = match_ordinal(text)
    if definite is not None and not normalize(text[definite[1] :]):
        return definite[0]
    return _INDEFINITE.get(normalize(text))


def parse_adverb(text: str) -> int | None:
    """Give the number of a section adverb that is the whole string («ثانياً» is 2), or None."""
    return _ADVERBS.get(normalize(text))
