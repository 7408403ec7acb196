"""Lists of numbers behind «المواد», «الفقرات», «التوصيات»: «16 و18», «من 20 إلى 18», «2 (ك)», «الثامنة والتاسعة».

The text is a folded one. Ranges may stand reversed, as the copies print them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.numbering import abjad
from archive.numbering.ordinal_words import match_ordinal

# No number here is longer; «المادة 514 000» and «400 3» are amounts, «6أ» is another one than 6.
_NUMBER = re.compile(r"[0-9]{1,3}(?![0-9/%]|st|nd|rd|th|[ء-نهىيa-z](?!\w))(?!\s[0-9]{3}(?![0-9]))")
# المادة (6)
_IN_BRACKETS = re.compile(r"\(\s*(?P<number>[0-9]{1,3})\s*\)")
# المادة 6 مكررا · المادة 6 (ثانيا) · المادة 6 ألف · article 6 bis: another one than 6
BIS = re.compile(
    r"[^\S\n]*[-/]?\(?\s*(?:مكرر\w{0,2}|ثانيا|ثالثا|رابعا|الف|باء|جيم|دال|bis|ter|quater)(?!\w)"
)
# المادة 18-3: paragraph 3 of article 18
_HYPHENED = re.compile(r"(?P<number>[0-9]{1,3})-(?P<part>[0-9]{1,2})(?![0-9/%-])")
# المادة 18/3 · article 18.3
_STROKED = re.compile(r"(?P<number>[1-9][0-9]{0,2})[/.](?P<part>[1-9][0-9]?)(?![0-9/%-]|\.[0-9])")
# 6-1-2020 · 9-2024: a date, a year
_GOES_ON = re.compile(r"-[0-9]")
_LETTER = "[ء-ي]"
# (ك) · (أ أ) · (1) · (k)
_PART = re.compile(rf"\s*\(\s*(?P<part>{_LETTER}(?:\s?{_LETTER})?|[a-z]{{1,2}}|[0-9]{{1,2}})\s*\)")
# (أ) و(ب) · (أ) إلى (ج) · (a) and (b)
_MORE_PARTS = re.compile(r"(?:\s*،)?\s*(?P<join>و|الي|-|and|to|،)\s*(?=\()")
_JOINS = ("و", "and", "،")
# التوصية رقم 12 · المواد من 20 إلى 18 · article no. 6
_OPENING = re.compile(r"\s+(?:رقم\s+|ارقام\s+|(?:nos?\.|numbers?)\s*)?(?:من\s+(?=[0-9ا])|from\s+(?=[0-9]))?")
# المادة(6) · art.18
_TOUCHING = re.compile(r"(?=[0-9(])")
# المادة الـ18; «المواد الـ20» are twenty articles
_THE = re.compile(r"ال(?=[0-9])")
# 20 إلى 18 · 3 to 7
_TO = re.compile(r"\s*(?:الي|حتي|to\s|through\s)\s*")
# 5-7
_HYPHEN = re.compile(r"\s*-\s*")
# 16 و18 · 16، 18 · 12 and 13
_AND = re.compile(r"\s*،?\s*(?:و|او\s|and\s|or\s|&)\s*|\s*،\s*(?=[0-9])")
# «المادة 16 و18 من …» is a list though its word says one; «المادة 16 و18 دولة» is none.
_ENDS_LIST = re.compile(r"\s*(?:من(?:ها?)?\s|of\s|from\s|[.،؛:)\]]|$)")
# A range is not longer than this; what is longer is a misreading, of which the two ends stay. None of the real texts
# has more than three numbers between its ends («30 إلى 27»); the longest list to cite from has 55 recommendations.
_LONGEST_RANGE = 60
# «1 (أ) (1)» has three levels; no paper has more than four, and in no list are more letters named than there are.
_DEEPEST = 4
_MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a list, or a whole range, with its place; `parts` are what stands in brackets: «أ», «1 (ب)»."""

    numbers: tuple[int, ...]
    parts: tuple[str, ...]
    start: int
    end: int


def read_list(
    plain: str,
    at: int,
    *,
    plural: bool,
    dual: bool = False,
    with_paragraph: bool = False,
    may_touch: bool = False,
) -> list[Entry]:
    """Give the entries that stand right behind a blank at a place, in order; none where no number does.

    `may_touch`: the blank may be missing. `plural` and `dual` tell the number of the word before. Behind one that says
    one or two, a hyphen makes no long range: `with_paragraph` says that «18-3» is number 18 with its part 3.
    """
    opening = _OPENING.match(plain, at) or (_TOUCHING.match(plain, at) if may_touch else None)
    if opening is None:
        return []
    entries: list[Entry] = []
    hyphen = _HyphenOf(plural=plural, dual=dual, with_paragraph=with_paragraph)
    the = None if plural or dual else _THE.match(plain, opening.end())
    place = (the or opening).end()
    while True:
        found = _range(plain, place, hyphen)
        if not found or (entries and not (plural or _ENDS_LIST.match(plain, found[-1].end))):
            break
        entries += found
        further = _AND.match(plain, entries[-1].end)
        if further is None:
            break
        place = further.end()
    # «المواد الأولى» are the first materials.
    lone_word = plural and len(entries) == 1 == len(entries[0].numbers) and plain[entries[0].start].isalpha()
    return [] if lone_word else entries


@dataclass(frozen=True, slots=True)
class _HyphenOf:
    """What a hyphen between two numbers means behind a word of this number."""

    plural: bool
    dual: bool
    with_paragraph: bool

    def is_range(self, first: int, last: int) -> bool:
        if self.dual:
            return abs(first - last) == 1
        return self.plural or (not self.with_paragraph and first < last)

    @property
    def may_set_off_paragraph(self) -> bool:
        return self.with_paragraph and (self.dual or not self.plural)


def read_parts(plain: str, at: int) -> tuple[tuple[str, ...], int]:
    """Give what stands in brackets at a place («(أ) و(ب)», «(1) (أ)», «(أ) إلى (ج)») and where it ends.

    What is joined stands on the level of the last of its kind: «(1) (أ) و(ب)» are 1 (أ) and 1 (ب).
    """
    match = _PART.match(plain, at)
    label = _label(match["part"]) if match else None
    if match is None or label is None:
        return (), at
    found, end = [[label]], match.end()
    while len(found) < _MOST_PARTS:
        more = _MORE_PARTS.match(plain, end)
        match = _PART.match(plain, more.end() if more else end)
        label = _label(match["part"]) if match else None
        if match is None or label is None or (more is None and len(found[-1]) == _DEEPEST):
            break
        if more is None:
            found[-1] = [*found[-1], label]
        elif more["join"] in _JOINS:
            found.append(_beside(found[-1], label))
        else:
            found += [_beside(found[-1], one) for one in _between(found[-1], label)]
        end = match.end()
    return tuple(" ".join((path[0], *(f"({one})" for one in path[1:]))) for path in found), end


def written_part(part: str) -> str:
    """A part as the UN cites it behind its article: «1 (ب)», «(أ)», «(أ) (1)»."""
    first, blank, rest = part.partition(" ")
    return f"{first if first.isdigit() else f'({first})'}{blank}{rest}"


def under_number(number: int, part: str) -> str:
    """A part as the UN cites it behind a paragraph's number: «3 (أ)», «3 (1) (أ)»."""
    first, blank, rest = part.partition(" ")
    return f"{number} ({first}){blank}{rest}"


def _label(written: str) -> str | None:
    if written.isdigit():
        return written
    position = abjad.from_latin(written) if written.isascii() else abjad.position(written)
    return abjad.letter(position) if position else None


def _beside(path: list[str], label: str) -> list[str]:
    """«ب» beside «1 (أ)» is «1 (ب)», «2» beside it is «2»."""
    for depth in range(len(path) - 1, -1, -1):
        if path[depth].isdigit() == label.isdigit():
            return [*path[:depth], label]
    return [label]


def _between(path: list[str], last: str) -> Iterator[str]:
    """The labels behind the last of this kind up to `last`."""
    first = next((one for one in reversed(path) if one.isdigit() == last.isdigit()), "")
    if first.isdigit():
        yield from (
            (str(n) for n in range(int(first) + 1, int(last) + 1)) if int(first) < int(last) else (last,)
        )
        return
    start, stop = abjad.position(first) if first else None, abjad.position(last)
    yield from (
        (abjad.letter(n) for n in range(start + 1, stop + 1)) if start and stop and start < stop else (last,)
    )


def _range(plain: str, at: int, hyphen: _HyphenOf) -> list[Entry]:
    """One number, one with its paragraph, or a range, whose brackets belong to its last number."""
    stroked = _STROKED.match(plain, at) if hyphen.with_paragraph and not hyphen.plural else None
    if stroked:
        return _set_off(plain, stroked)
    first = _one(plain, at)
    if first is None:
        return []
    to = _TO.match(plain, first.end)
    dash = None if to or first.parts else _HYPHEN.match(plain, first.end)
    sign = to or dash
    last = _one(plain, sign.end()) if sign else None
    if sign is None or last is None:
        return [] if _GOES_ON.match(plain, first.end) else [first]
    low, high = sorted((first.numbers[0], last.numbers[0]))
    if dash and not hyphen.is_range(first.numbers[0], last.numbers[0]):
        return _with_paragraph(plain, first, hyphen)
    if _GOES_ON.match(plain, last.end):
        return []
    numbers = tuple(range(low, high + 1)) if high - low <= _LONGEST_RANGE else (low, high)
    if not (last.parts or first.parts):
        return [Entry(numbers, (), first.start, last.end)]
    ends = {first.numbers[0]: first, last.numbers[0]: last}
    return [Entry((n,), ends[n].parts if n in ends else (), first.start, last.end) for n in numbers]


def _with_paragraph(plain: str, first: Entry, hyphen: _HyphenOf) -> list[Entry]:
    """«18-3» as 18 with its part 3; the number alone where the hyphen stands off («18 - …»), nothing in a date."""
    match = _HYPHENED.match(plain, first.start)
    if match is None or not hyphen.may_set_off_paragraph:
        return [] if _GOES_ON.match(plain, first.end) else [first]
    return _set_off(plain, match)


def _set_off(plain: str, match: re.Match[str]) -> list[Entry]:
    """A number with the paragraph that a sign sets off from it, and the letters behind."""
    if BIS.match(plain, match.end()):
        return []
    under, end = read_parts(plain, match.end())
    parts = tuple(" ".join((match["part"], written_part(one))) for one in under if not one[0].isdigit())
    number = int(match["number"])
    return [Entry((number,), parts or (match["part"],), match.start(), end if parts else match.end())]


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
