"""The pieces that citations are made of: a meeting, a recommendation's number, a paragraph; each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from archive.numbering import abjad
from archive.numbering.ordinal_words import match_ordinal
from archive.numbering.suffixes import read_suffix

from .annexes import annex_in_arabic
from .english_numbers import CARDINAL, ORDINAL, cardinal_of, match_cardinal, ordinal_of
from .near_words import BEFORE_WORD, find_near
from .number_lists import BIS, read_list, read_parts
from .things import Term, Thing

PieceKind = Literal[
    "thing",
    "recommendation",
    "item",
    "meeting",
    "body",
    "document",
    "report",
    "paragraph",
    "article",
    "treaty",
]


@dataclass(frozen=True, slots=True)
class CitationPiece:
    """`things` are incomplete: what stands beside the piece completes them. `letters` are positions.

    One that `is_loose` («م 18») cites nothing by itself but as a whole text. `places` are those of the single things of
    a list, as many as there are, or none where they share that of the piece.
    """

    kind: PieceKind
    start: int
    end: int
    things: tuple[Thing, ...] = ()
    letters: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    is_loose: bool = False


# «للفريق العامل» behind a meeting, which does not say which one
_OF_THE_GROUP = re.compile(
    r"(?:\s+(?:لل?فريق\s+العامل|of\s+the\s+working\s+group)(?!\w|\s+(?:المعني|المفتوح|الحكومي|on\s)))?"
)
# الاجتماع الرابع · للاجتماع 4 · في اجتماعه الرابع · الدورة الثانية عشرة
_MEETING_AR = re.compile(
    BEFORE_WORD + r"(?P<term>اجتماع|دور(?=[هت]))(?:ه|ته|تها|ها)?\s+(?:رقم\s+)?"
    r"(?:(?:ال)?(?P<figure>[0-9]{1,3})(?![0-9]|\s?[/.-]\s?[0-9])|(?=ال))"
)
# fourth meeting · the 12th session · 4th mtg. · 4th WG meeting
_MEETING_EN = re.compile(
    rf"(?<![\w-])(?P<ordinal>{ORDINAL})\s+(?:(?:wg|working\s+group)\s+)?(?P<term>meeting|mtg\.?|session)(?!\w)"
)
# meeting 5 · session no. 12 · meeting four
_MEETING_FIGURE = re.compile(
    r"(?<!\w)(?P<term>meeting|mtg|session)(?:\s+|\.\s?)(?:no\.?\s*)?"
    rf"(?:(?P<figure>[0-9]{{1,3}})(?![0-9\w]|\s?[/.-]\s?[0-9])|(?P<word>{CARDINAL}))"
)
# التوصية 12 · توصيات · recommendation 12 · rec. 12 · recs 3-7
_HEAD = re.compile(
    BEFORE_WORD + r"توصي(?:(?P<one>ه)|تين|تان|ات)(?!\w)"
    r"|(?<![\w-])rec(?:ommendation)?(?P<many>s)?(?:\.(?=\s?(?:[0-9(#]|no))|(?![\w.]))"
)
# twelfth recommendation
_ORDINAL_FIRST = re.compile(rf"(?<![\w-])(?P<ordinal>{ORDINAL})\s+recommendation(?!\w)")
_NUMBERED = r"\s*(?:رقم\s+|n(?:o|umber|r)\.?\s*|#\s?)?\(?\s*"
# rec. 4.12 · توصية 4/12 · التوصية 4-12; 12-2 is the second of two that bear the number 12
_SHORT_AT = re.compile(
    _NUMBERED
    + r"(?P<meeting>[0-9]{1,2})(?:\s?/\s?|[.:]|-(?=[0-9]{2}))(?P<number>[0-9]{1,3})"
    r"(?![0-9%]|st|nd|rd|th|\s?[./:-]\s?[0-9])"
)
# 12 · (12) · 12-2 · الثانية عشرة (12) · 12/4th
_FIGURE_AT = re.compile(
    _NUMBERED + r"(?P<number>[0-9]{1,3})(?:-(?P<copy>[0-9]))?(?![0-9%]|/(?![0-9]{1,2}(?:st|nd|rd|th)))"
    r"(?!\s[0-9]{3}(?![0-9]))\)?"
)
_IN_BRACKETS = re.compile(r"\s*\(\s*(?P<number>[0-9]{1,3})(?:-(?P<copy>[0-9]))?\s*\)")
# 2 ك · 2/k; no letter that is a word by itself
_BARE_LETTER = re.compile(r"(?:\s?/\s?|\.|\s)(?P<letter>[ء-نهي]|[b-z])(?![\w(])(?!\s*[0-9])")
# التوصية 2، (ك); behind it nothing that the letter could begin
_SET_OFF = re.compile(r"\s*،(?=\s*\(\s*(?:[ء-ي](?:\s?[ء-ي])?|[a-z]{1,2})\s*\)(?:\s*(?:[.،؛:)\"]|\Z)|\s+(?:من|of)\s))")
# الفقرة الفرعية ك · الفقرتان الفرعيتان (أ) و(ب) · الفقرة (ك) · البند (ك) · subparagraph (k) · item (k) · para. (k)
_ITEM = re.compile(
    BEFORE_WORD + r"(?:فقر(?:ه|تين|تان|ات)|بند|حرف)(?:\s+(?:ال)?فرعي(?:ه|تين|تان)?)?"
    r"(?:(?=\s?\(\s?[ء-ي])|(?<=فرعيه)\s(?P<bare>[ء-ي])(?!\w))"
    r"|(?<![\w-])(?:(?:(?:sub-?)?para(?:graph)?|item|letter|point)s?\.?(?=\s?\(\s?[a-z])"
    r"|sub-?para(?:graph)?\.?\s(?P<latin>[a-z])(?!\w))"
)
# الفقرة 35 · para. 1 · paragraphs 3 to 5 · § 12
_PARAGRAPH = re.compile(
    BEFORE_WORD + r"فقر(?:(?P<one>ه)|تين|تان|ات)(?!\w)"
    r"|(?<![\w-])para(?:graph)?(?P<many>s)?(?:\.(?=\s?[0-9(])|(?![\w.]))|(?P<sign>§{1,2}|(?<=[0-9])#p(?=[0-9]))"
)
# What each of them has, and how far behind its beginning at most: «وبالتوصية», `sub-para`.
_MEETING_WORDS_AR = re.compile("اجتماع|دور")
_MEETING_WORDS = re.compile("meeting|mtg|session")
_HEAD_WORDS = re.compile("توصي|rec")
_ITEM_WORDS = re.compile("فقر|بند|حرف|para|item|letter|point")
_PARAGRAPH_WORDS = re.compile("فقر|para|§|#p")
_PREFIX = 5


def find_meetings(text: str) -> Iterator[CitationPiece]:
    for match in find_near(_MEETING_AR, _MEETING_WORDS_AR, _PREFIX, text):
        term: Term = "meeting" if match["term"] == "اجتماع" else "session"
        ordinal = (int(match["figure"]), match.end()) if match["figure"] else match_ordinal(text, match.end())
        if ordinal:
            yield _meeting(text, match.start(), ordinal[1], term, ordinal[0])
    if _MEETING_WORDS.search(text):
        figures = find_near(_MEETING_FIGURE, _MEETING_WORDS, 0, text)
        for match in chain(_MEETING_EN.finditer(text), figures):
            number = _number(match.groupdict())
            term = "session" if match["term"] == "session" else "meeting"
            yield _meeting(text, match.start(), match.end(), term, number)


def _meeting(text: str, start: int, end: int, term: Term, number: int) -> CitationPiece:
    behind = _OF_THE_GROUP.match(text, end) if term == "meeting" else None
    things = (Thing("meeting", term=term, meeting=number),)
    return CitationPiece("meeting", start, behind.end() if behind else end, things)


def _number(named: dict[str, str | None]) -> int:
    """Of a meeting, in figures or words."""
    if ordinal := named.get("ordinal"):
        return ordinal_of(ordinal)
    word = named.get("word")
    return cardinal_of(word) if word else int(named["figure"] or 0)


# التوصية · للتوصيات
_DEFINITE = re.compile(r"[وف]?(?:[بك]?ال|لل)")


def is_definite(text: str, piece: CitationPiece) -> bool:
    """A mere «توصية 12» is one only where its meeting stands with it."""
    return _DEFINITE.match(text, piece.start) is not None


def find_recommendations(text: str) -> Iterator[CitationPiece]:
    for head in find_near(_HEAD, _HEAD_WORDS, _PREFIX, text):
        is_one = head["one"] is not None or (head[0].strip(".").endswith(("rec", "recommendation")))
        found = (is_one and _one(text, head)) or _several(text, head, is_one=is_one)
        if found:
            yield _opened(text, found)
    for match in _ORDINAL_FIRST.finditer(text) if "recommendation" in text else ():
        yield _lettered(
            text, match.start(), match.end(), Thing("recommendation", number=ordinal_of(match["ordinal"]))
        )


# البند 3، التوصية 1 · السلسلة الثانية، التوصية 1 · item 2 (c), recommendation 1 · second series, recommendation 1
_OPENED = re.compile(
    r"(?<!\w)(?:(?:ال|لل)?بند\s+(?P<item>[0-9]{1,2}(?:\s*\([ء-ي]{1,2}\))?)|item\s+(?P<item_en>[0-9]{1,2}(?:\s?\([a-z]\))?)"
    rf"|(?:ال|لل)سلسله\s+(?P<series>\w+)|(?:the\s+)?(?P<series_en>{ORDINAL})\s+series)\s*،\s*(?:the\s+)?$"
)

_OPENING_WORD = re.compile("بند|سلسله|item|series")


def _opened(text: str, piece: CitationPiece) -> CitationPiece:
    """With what tells the series of a meeting that the recommendations are of, where it stands before them."""
    first = max(0, piece.start - 60)
    # To search so much before every reference costs as much as to read it.
    found = _OPENED.search(text, first, piece.start) if _OPENING_WORD.search(text, first, piece.start) else None
    if found is None:
        return piece
    series = None
    if found["series"]:
        ordinal = match_ordinal(text, found.start("series"))
        series = ordinal[0] - 1 if ordinal else None
    elif found["series_en"]:
        series = ordinal_of(found["series_en"]) - 1
    item = (found["item"] or found["item_en"] or "").replace(" ", "")
    if series is None and not item:
        return piece
    things = tuple(replace(thing, series=series, agenda_item=item) for thing in piece.things)
    return replace(piece, start=found.start(), things=things)


# 1 مكررا ثانيا · 1 bis
_REPEATED = re.compile(
    r"\s*(?P<words>مكرر\w{0,2}(?:\s+(?:ثاني|ثالث|رابع|خامس)\w{0,2})?|bis|ter|quater|quinquies)(?!\w)"
)


def _one(text: str, head: re.Match[str]) -> CitationPiece | None:
    """One recommendation: «rec. 4.12», «التوصية الثانية عشرة (12-2)», «التوصية 2 (ك)»; None where more follow."""
    short = _SHORT_AT.match(text, head.end())
    if short:
        thing = Thing("recommendation", meeting=int(short["meeting"]), number=int(short["number"]))
        return _lettered(text, head.start(), short.end(), thing)
    figure = _FIGURE_AT.match(text, head.end())
    if figure:
        number, copy, end = int(figure["number"]), figure["copy"], figure.end()
    else:
        space = re.compile(r"\s+(?:رقم\s+)?").match(text, head.end())
        ordinal = match_cardinal(text, head.end()) or (match_ordinal(text, space.end()) if space else None)
        if ordinal is None:
            return None
        bracket = _IN_BRACKETS.match(text, ordinal[1])
        number, copy, end = ordinal[0], bracket and bracket["copy"], bracket.end() if bracket else ordinal[1]
    repeated = _REPEATED.match(text, end)
    suffix = read_suffix(f"{number} {repeated['words']}") if repeated else 0
    if repeated and suffix:
        return _lettered(
            text, head.start(), repeated.end(), Thing("recommendation", number=number, suffix=suffix)
        )
    if BIS.match(text, end):
        return None
    found = _lettered(
        text, head.start(), end, Thing("recommendation", number=number, copy=int(copy) if copy else None)
    )
    several = _several(text, head, is_one=True)
    return several if several and several.end > found.end and len(several.things) > 1 and not copy else found


def _lettered(text: str, start: int, end: int, thing: Thing) -> CitationPiece:
    """With the letters that stand behind the number."""
    set_off = _SET_OFF.match(text, end)
    parts, stop = read_parts(text, set_off.end() if set_off else end)
    letters = letters_of(parts)
    if not letters:
        stop = end
        bare = _BARE_LETTER.match(text, end)
        if bare:
            letters, stop = letters_of((bare["letter"],)), bare.end()
    return CitationPiece("recommendation", start, stop, (thing,), letters)


def letters_of(parts: tuple[str, ...]) -> tuple[int, ...]:
    if not parts:
        return ()
    found = (abjad.from_latin(part) if part.isascii() else abjad.position(part) for part in parts)
    return tuple(position for position in found if position)


def _several(text: str, head: re.Match[str], *, is_one: bool) -> CitationPiece | None:
    entries = read_list(text, head.end(), plural=not is_one)
    if not entries:
        return None
    things: list[Thing] = []
    places: list[tuple[int, int]] = []
    for entry in entries:
        start = head.start() if entry is entries[0] else entry.start
        for number in entry.numbers:
            letters = letters_of(tuple(part for part in entry.parts if not part[0].isdigit())) or (0,)
            things += [Thing("recommendation", number=number, letter=letter) for letter in letters]
            places += [(start, entry.end)] * len(letters)
    return CitationPiece("recommendation", head.start(), entries[-1].end, tuple(things), (), tuple(places))


def find_items(text: str) -> Iterator[CitationPiece]:
    for match in find_near(_ITEM, _ITEM_WORDS, _PREFIX, text):
        bare = match["bare"] or match["latin"]
        parts, end = ((bare,), match.end()) if bare else read_parts(text, match.end())
        if letters := letters_of(parts):
            yield CitationPiece("item", match.start(), end, (), letters)


# الفقرة 3 من المرفق الأول
_OF_PART = re.compile(r"\s+(?:من|في)\s+المرفق\s+(?=\w)")


def find_paragraphs(text: str) -> Iterator[CitationPiece]:
    """Numbered paragraphs; of what, stands beside them."""
    for match in find_near(_PARAGRAPH, _PARAGRAPH_WORDS, _PREFIX, text):
        is_one = (
            match["one"] is not None or match[0].strip(".").endswith(("para", "paragraph")) or match[0] == "§"
        )
        entries = read_list(text, match.end(), plural=not is_one, may_touch=True)
        things = [
            Thing("paragraph", number=number, paragraph=part)
            for entry in entries
            for number in entry.numbers
            for part in entry.parts or ("",)
        ]
        if things:
            part = _OF_PART.match(text, entries[-1].end)
            ordinal = match_ordinal(text, part.end()) if part else None
            if ordinal:
                things = [replace(thing, part=annex_in_arabic(ordinal[0])) for thing in things]
            end = ordinal[1] if ordinal else entries[-1].end
            yield CitationPiece("paragraph", match.start(), end, tuple(things))
