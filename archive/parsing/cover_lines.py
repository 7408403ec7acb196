"""A line of a cover as the facts that it holds, one after the other: «Distr.: General 3 May 2024 Arabic …».

Each reader stands at a place of the line and gives where its fact ends, or nothing. A line is facts only where nothing
is left of it, but for what may follow an agenda item, the distribution or the first symbol: then the rest is text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.arabic.normalize import bare, folded_with_offsets
from archive.vocabulary.bodies import KnownBody
from archive.vocabulary.cover_terms import is_author_line, names_rapporteur
from archive.vocabulary.symbols import read_cover_symbols

from .cover import Cover, CoverPiece
from .line_facts import LONGEST, LONGEST_WHOLE, Fact, LinePlace
from .lines import Line
from .meeting_facts import body_at, days_at, gathering_at, item_at, place_and_days_at, whole_line_at
from .printed_facts import adopted_at, distribution_at, language_at, organisation_at, original_at, symbols_at

# a tab or a bar between two cells, a dash or a comma between two facts
_BETWEEN = re.compile(r"(?:[\s|،,;*_-]|<br\s?/?>)*")
# where a line that begins with something else goes on with distribution or language
_STRONG = re.compile(r"(?<!\w)(?:Distr\b\.?|Original\s*:)", re.IGNORECASE)


def read_facts(cover: Cover, line: Line, bodies: Sequence[KnownBody], *, in_text: bool) -> list[Line]:
    """Enter the facts of a line into the cover; give what is left of it: text, in at most two pieces.

    `in_text` says that the line goes on with a text: then a date or a place is none of the cover's facts.
    """
    words = line.without(line.bullet)
    plain, offsets = folded_with_offsets(words.content)
    strong = _STRONG.search(plain)
    if len(plain) > LONGEST and strong is None:
        return [words]
    if strong and strong.start() > 0:
        before = _until(words, offsets[strong.start()])
        left = read_facts(cover, before, bodies, in_text=in_text)
        return left + read_facts(cover, words.without(offsets[strong.start()]), bodies, in_text=False)
    place = LinePlace(_bare(words.content, plain), plain)
    found, splits = _facts_at(cover, place, bodies, in_text=in_text)
    if place.at < len(plain) and not splits:
        return _ends_with_symbol(cover, words, place.plain, offsets)
    for fact in found:
        fact.enter(cover)
        cover.pieces.append(CoverPiece(fact.kind, [words]))
    if found and place.plain.rstrip().endswith("*"):
        cover.has_star = True
    return [words.without(offsets[place.at])] if place.at < len(plain) else []


def _bare(content: str, folded: str) -> str:
    plain = bare(content)
    return plain if len(plain) == len(folded) else folded


def _facts_at(
    cover: Cover, place: LinePlace, bodies: Sequence[KnownBody], *, in_text: bool
) -> tuple[list[Fact], bool]:
    """The facts from the place on, which moves behind them; and whether what is left may be a text behind them."""
    found: list[Fact] = []
    splits = False
    while True:
        between = _BETWEEN.match(place.plain, place.at)
        place.at = between.end() if between else place.at
        if place.at >= len(place.plain):
            return found, True
        fact = _fact_at(cover, place, bodies, in_text=in_text and not found)
        if fact is None:
            # a title may follow the item, the distribution or the first symbol on the same line
            splits = bool(found) and (
                any(one.kind in ("distribution", "item", "adopted") for one in found)
                or (found[-1].kind == "symbol" and not cover.symbols)
            )
            return found, splits
        found.append(fact)
        place.at = fact.end


def _fact_at(cover: Cover, place: LinePlace, bodies: Sequence[KnownBody], *, in_text: bool) -> Fact | None:
    """The fact that begins at the place."""
    fact = (
        distribution_at(place)
        or original_at(place)
        or symbols_at(cover, place, in_text=in_text)
        or organisation_at(place)
        or adopted_at(cover, place)
    )
    if fact is not None or in_text:
        return fact
    return (
        language_at(cover, place)
        or item_at(place)
        or gathering_at(place)
        or days_at(cover, place)
        or body_at(place, bodies)
        or whole_line_at(place)
        or place_and_days_at(cover, place)
    )


def read_author(cover: Cover, text: str) -> bool:
    """Take a text that says who prepared the paper; True if it does."""
    if len(text) > LONGEST_WHOLE or not (is_author_line(text) or names_rapporteur(text)):
        return False
    cover.author = cover.author or text.strip(" .*")
    cover.has_star = cover.has_star or text.rstrip(" .").endswith("*")
    return True


# ends of lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _ends_with_symbol(cover: Cover, line: Line, plain: str, offsets: Sequence[int]) -> list[Line]:
    """«هيئة أخرى XYZ/C/2024/3»: the first symbol may stand behind a name that is not known."""
    if cover.symbols or len(plain) > LONGEST_WHOLE or "/" not in plain:
        return [line]
    last = plain.rstrip(" *").rfind(" ") + 1
    found, end = read_cover_symbols(plain, last)
    if not found or plain[end:].strip(" *"):
        return [line]
    cover.symbols += found
    cover.pieces.append(CoverPiece("symbol", [line]))
    return [_until(line, offsets[last])]


def _until(line: Line, end: int) -> Line:
    """The line up to offset `end` of its content."""
    return replace(
        line,
        content=line.content[:end].rstrip(),
        marks=tuple((marker, place) for marker, place in line.marks if place <= end),
        corrections=tuple(c for c in line.corrections if c.end <= end),
    )
