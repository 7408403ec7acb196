"""The cover: distribution, date, languages, body, meeting, place, dates, agenda item, title, who prepared it.

Guarantee: every line of the cover goes to exactly one fact; what is no known fact is title or summary text.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare, normalize
from archive.numbering import abjad
from archive.numbering.dates import DateRange, find_range, parse_date
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import KnownBody, body_written
from archive.vocabulary.masthead_terms import AUTHOR_LINES, LANGUAGES, LANGUAGES_AR
from archive.vocabulary.symbols import find_symbols, is_symbol

from .lines import Line
from .passages import PassageBuilder, join_lines
from .structure import NOTHING, Passage

# Distr.: General 23 September 2020 · Distr.: Limited
_DISTRIBUTION = re.compile(r"^Distr\.?\s*:?\s*(?P<value>[A-Za-z]+)?\s*(?P<date>.*)$")
_ORIGINAL = re.compile(r"^Original\s*:\s*(?P<language>[A-Za-z]+)", re.IGNORECASE)
# البند 2 (ج) من جدول الأعمال المؤقت*
_AGENDA_ITEM = re.compile(
    r"^البند\s+(?P<number>[0-9]{1,2})\s*(?:\(\s*(?P<letter>[^()]{1,5})\s*\))?\s*من\s+جدول\s+ال[أا]عمال.{0,12}$"
)
# الدورة الثانية عشرة · الاجتماع السادس
_GATHERING = re.compile(r"^ال(?:دورة|دوره|اجتماع)\s+")
# فيينا، 12-16 تشرين الأول/أكتوبر 2020
_PLACE = re.compile(r"^(?P<place>[^\d،,]{2,40}?)\s*[،,]\s*(?=.*[0-9])")
_STAR = re.compile(r"\s*\*+\s*$")


@dataclass
class Cover:
    """What the lines before the first section say."""

    distribution: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    original_language: str | None = None
    symbol: str | None = None
    body: KnownBody | None = None
    meeting_number: int | None = None
    place: str | None = None
    dates: DateRange | None = None
    agenda_item: str | None = None
    agenda_item_title: Passage = NOTHING
    title: Passage = NOTHING
    author: str | None = None
    summary: Passage = NOTHING
    has_star: bool = False
    _blocks: list[tuple[str, list[Line]]] = field(default_factory=list)


def read_masthead(lines: Sequence[Line], bodies: Sequence[KnownBody]) -> Cover:
    """The cover of a text; `lines` are those before its first section, footnotes and furniture left out."""
    cover = Cover()
    block: list[Line] = []
    for line in lines:
        if block and line.after_break:
            _close(cover, block, bodies)
            block = []
        if not line.content:
            continue
        if _is_fact(cover, line.words, bodies):
            _close(cover, block, bodies)
            block = []
        else:
            block.append(line.without(line.bullet))
    _close(cover, block, bodies)
    _titles(cover)
    if cover.meeting_number is None:
        cover.meeting_number = _meeting_in(cover.summary.printed)
    return cover


def _is_fact(cover: Cover, text: str, bodies: Sequence[KnownBody]) -> bool:
    """Read one line; True if it is a fact by itself."""
    plain = bare(text).strip()
    if plain.endswith("*"):
        cover.has_star = True
        plain = _STAR.sub("", plain)
    return (
        _is_distribution(cover, plain)
        or _is_language(cover, plain)
        or _is_symbol(cover, plain)
        or _is_body(cover, plain, bodies)
        or _is_gathering(cover, plain)
        or _is_place_and_dates(cover, plain)
        or _is_agenda_item(cover, plain)
        or _is_author(cover, text)
        or _is_date(cover, plain)
    )


def _is_distribution(cover: Cover, plain: str) -> bool:
    match = _DISTRIBUTION.match(plain)
    if match is None:
        return False
    cover.distribution = match["value"] or cover.distribution
    cover.date = parse_date(match["date"]) or cover.date
    return True


def _is_date(cover: Cover, plain: str) -> bool:
    found = parse_date(plain)
    if found is None or len(plain) > 40 or cover.date is not None:
        return False
    cover.date = found
    return True


def _is_language(cover: Cover, plain: str) -> bool:
    original = _ORIGINAL.match(plain)
    if original:
        cover.original_language = LANGUAGES.get(original["language"].lower())
        return True
    language = LANGUAGES.get(plain.lower()) or LANGUAGES_AR.get(normalize(plain))
    if language is None or cover.language is not None:
        return False
    cover.language = language
    return True


def _is_symbol(cover: Cover, plain: str) -> bool:
    if not is_symbol(plain):
        return False
    cover.symbol = cover.symbol or find_symbols(plain)[0][2]
    return True


def _is_body(cover: Cover, plain: str, bodies: Sequence[KnownBody]) -> bool:
    found = body_written(plain, bodies)
    if found is None:
        return False
    # the Conference stands above its working group: the lower one prepared the paper
    if cover.body is None or found.parent == cover.body.symbol:
        cover.body = found
    return True


def _is_gathering(cover: Cover, plain: str) -> bool:
    match = _GATHERING.match(plain)
    found = match_ordinal(plain, match.end()) if match else None
    if found is None or found[1] < len(plain.rstrip(" .")):
        return False
    cover.meeting_number = found[0]
    return True


def _is_place_and_dates(cover: Cover, plain: str) -> bool:
    place = _PLACE.match(plain)
    dates = find_range(plain) if place and len(plain) <= 90 else None
    if place is None or dates is None or cover.dates is not None:
        return False
    cover.place, cover.dates = place["place"].strip(), dates
    return True


def _is_agenda_item(cover: Cover, plain: str) -> bool:
    match = _AGENDA_ITEM.match(plain)
    if match is None:
        return False
    number = to_ascii(match["number"]).lstrip("0")
    letter = abjad.position(match["letter"]) if match["letter"] else None
    cover.agenda_item = f"{number} ({abjad.letter(letter)})" if letter else number
    cover._blocks.append(("item", []))
    return True


def _is_author(cover: Cover, text: str) -> bool:
    if normalize(text).strip(" .*") not in AUTHOR_LINES:
        return False
    cover.author = text.strip(" .*")
    cover._blocks.append(("author", []))
    return True


def _close(cover: Cover, block: list[Line], bodies: Sequence[KnownBody]) -> None:
    """A block of lines that are no facts one by one: a body's name broken over lines, or text."""
    if block and not _is_body(cover, bare(" ".join(line.content for line in block)).strip(), bodies):
        cover._blocks.append(("text", list(block)))


def _titles(cover: Cover) -> None:
    """Which blocks are the agenda item's title, the paper's title and its summary.

    After the agenda item comes its title, over as many blocks as it likes; the last block before the author line
    is the title of the paper; what follows the author line is the summary.
    """
    item: list[Line] = []
    before: list[list[Line]] = []
    after: list[Line] = []
    seen_item = seen_author = False
    for kind, block in cover._blocks:
        if kind == "item":
            seen_item, before = True, []
        elif kind == "author":
            seen_author = True
        elif seen_author:
            after += block
        else:
            before.append(block)
    if before and (seen_item or seen_author):
        cover.title = join_lines(before[-1])
        item = [line for block in before[:-1] for line in block]
    elif before:
        cover.title = join_lines(before[0])
        after = [line for block in before[1:] for line in block] + after
    cover.agenda_item_title = join_lines(item)
    cover.summary = _summary(after)
    if cover.title.printed.endswith("*"):
        cover.has_star = True
        cover.title = Passage(cover.title.printed.rstrip("* "), cover.title.corrections, cover.title.span)


def _summary(lines: list[Line]) -> Passage:
    builder = PassageBuilder()
    for line in lines:
        builder.add(line, new_line=line.after_break and builder.tail.rstrip().endswith("."))
    return builder.build()


def _meeting_in(text: str) -> int | None:
    """«… أُعد للاجتماع السادس للفريق العامل»: the only meeting that the note names."""
    plain = bare(text)
    found = set()
    for match in re.finditer(r"(?:للاجتماع|الاجتماع)\s+", plain):
        ordinal = match_ordinal(plain, match.end())
        if ordinal:
            found.add(ordinal[0])
    return found.pop() if len(found) == 1 else None
