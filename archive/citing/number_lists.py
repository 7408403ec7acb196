"""Lists of numbers behind «المواد», «الفقرات», «التوصيات»: «16 و18», «من 20 إلى 18», «2 (ك)», «الثامنة والتاسعة».

The text is a folded one. Ranges may stand reversed, as the copies print them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.numbering import abjad
from archive.numbering.ordinal_words import match_ordinal

# No number here is longer; «المادة 514 000» and «400 3» are amounts.
_NUMBER = re.compile(r"[0-9]{1,3}(?![0-9/%]|st|nd|rd|th)(?!\s[0-9]{3}(?![0-9]))")
# المادة (6)
_IN_BRACKETS = re.compile(r"\(\s*(?P<number>[0-9]{1,3})\s*\)")
# المادة 6 مكررا · article 6 bis: another one than 6
BIS = re.compile(r"\s*\(?\s*(?:مكرر|bis(?!\w)|ter(?!\w))")
# المادة 18-3 · المادة 18/3 · article 18.3: paragraph 3 of article 18
_HYPHENED = re.compile(r"(?P<number>[0-9]{1,3})[-/.](?P<part>[0-9]{1,2})(?![0-9/%-]|\.[0-9])")
_LETTER = "[ء-ي]"
# (ك) · (أ أ) · (1) · (k)
_PART = re.compile(rf"\s*\(\s*(?P<part>{_LETTER}(?:\s?{_LETTER})?|[a-z]{{1,2}}|[0-9]{{1,2}})\s*\)")
# (أ) و(ب) · (أ) إلى (ج) · (a) and (b)
_MORE_PARTS = re.compile(r"(?:\s*،)?\s*(?P<join>و|الي|-|and|to|،)\s*(?=\()")
# التوصية رقم 12 · المواد من 20 إلى 18 · article no. 6
_OPENING = re.compile(r"\s+(?:رقم\s+|ارقام\s+|(?:nos?\.|numbers?)\s*)?(?:من\s+(?=[0-9ا])|from\s+(?=[0-9]))?")
# المادة الـ18; «المواد الـ20» are twenty articles
_THE = re.compile(r"ال(?=[0-9])")
# 20 إلى 18 · 5-7 · 3 to 7
_TO = re.compile(r"\s*(?:-|الي|حتي|to\s|through\s)\s*")
# 16 و18 · 16، 18 · 12 and 13
_AND = re.compile(r"\s*،?\s*(?:و|او\s|and\s|or\s|&)\s*|\s*،\s*(?=[0-9])")
# «المادة 16 و18 من …» is a list though its word says one; «المادة 16 و18 دولة» is none.
_ENDS_LIST = re.compile(r"\s*(?:من(?:ها?)?\s|of\s|from\s|[.،؛:)\]]|$)")
# A range is not longer than this; what is longer is a misreading, of which the two ends stay. None of the real texts
# has more than three numbers between its ends («30 إلى 27»); the longest list to cite from has 55 recommendations.
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a list, or a whole range, with its place; `parts` are what stands in brackets: «أ», «1 (ب)»."""

    numbers: tuple[int, ...]
    parts: tuple[str, ...]
    start: int
    end: int


def read_list(plain: str, at: int, *, plural: bool, with_paragraph: bool = False) -> list[Entry]:
    """Give the entries that stand right at a place, in order; none where no number does.

    `with_paragraph`: «18-3» behind a word that says one is number 18 with its part 3, and no range.
    """
    opening = _OPENING.match(plain, at)
    hyphened = _HYPHENED.match(plain, opening.end()) if opening and with_paragraph and not plural else None
    if hyphened:
        return [Entry((int(hyphened["number"]),), (hyphened["part"],), *hyphened.span())]
    the = _THE.match(plain, opening.end()) if opening and not plural else None
    entry = _range(plain, (the or opening).end()) if opening else None
    if entry is None:
        return []
    entries = [entry]
    while further := _AND.match(plain, entries[-1].end):
        entry = _range(plain, further.end())
        if entry is None or not (plural or _ENDS_LIST.match(plain, entry.end)):
            break
        entries.append(entry)
    # «المواد الأولى» are the first materials.
    lone_word = plural and len(entries) == 1 and plain[entries[0].start].isalpha()
    return [] if lone_word else entries


def read_parts(plain: str, at: int) -> tuple[tuple[str, ...], int]:
    """Give what stands in brackets at a place («(أ) و(ب)», «(1) (أ)», «(أ) إلى (ج)») and where it ends."""
    match = _PART.match(plain, at)
    label = _label(match["part"]) if match else None
    if match is None or label is None:
        return (), at
    found, end = [label], match.end()
    while True:
        more = _MORE_PARTS.match(plain, end)
        match = _PART.match(plain, more.end() if more else end)
        label = _label(match["part"]) if match else None
        if match is None or label is None:
            return tuple(found), end
        if more is None:
            found[-1] = f"{found[-1]} ({label})"
        elif more["join"] in ("و", "and", "،"):
            found.append(label)
        else:
            found += _letters_between(found[-1], label)
        end = match.end()


def _label(written: str) -> str | None:
    if written.isdigit():
        return written
    position = abjad.from_latin(written) if written.isascii() else abjad.position(written)
    return abjad.letter(position) if position else None


def _letters_between(first: str, last: str) -> Iterator[str]:
    """The letters behind the first up to the last."""
    start, stop = abjad.position(first), abjad.position(last)
    yield from (abjad.letter(n) for n in range(start + 1, stop + 1)) if start and stop else (last,)


def _range(plain: str, at: int) -> Entry | None:
    first = _one(plain, at)
    to = _TO.match(plain, first.end) if first else None
    last = _one(plain, to.end()) if to else None
    if first is None or last is None:
        return first
    low, high = sorted((first.numbers[0], last.numbers[0]))
    numbers = tuple(range(low, high + 1)) if high - low <= _LONGEST_RANGE else (low, high)
    return replace(first, numbers=numbers, parts=last.parts, end=last.end)


def _one(plain: str, at: int) -> Entry | None:
    match = _NUMBER.match(plain, at) or _IN_BRACKETS.match(plain, at)
    if match:
        number, end = int(match.group().strip("( )")), match.end()
    else:
        ordinal = match_ordinal(plain, at)
        if ordinal is None:
            return None
        number, end = ordinal
    if number == 0 or BIS.match(plain, end):
        return None
    parts, end = read_parts(plain, end)
    return Entry((number,), parts, at, end)
