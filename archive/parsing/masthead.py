"""The cover: distribution, date, languages, body, meeting, place, dates, agenda item, title, who prepared it.

Guarantee: every line of the cover goes to exactly one fact, or is a text that is title, name of a body or summary.
"""

import re
from collections.abc import Sequence
from typing import cast

from archive.arabic.normalize import bare
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import KnownBody, is_below, on_covers
from archive.vocabulary.cover_terms import RelationKind, begins_with, is_author_line
from archive.vocabulary.symbols import relation_in_symbol

from .cover import Cover, CoverPiece
from .cover_lines import read_author, read_facts
from .cover_titles import is_prose, settle_titles
from .lines import Line
from .meeting_facts import read_body
from .structure import ParsedRelation
from .title_facts import held_in_title, number_in_title

#: A line longer than this goes on with its text: what stands below it in the same block is no date and no place. Copies
#: wrapped at 57 columns have lines of 45 and more; the longest name of a session with its adjectives has 40 letters.
_LONG_LINE = 44

#: A title is cut into no more pieces by blank lines.
_TITLE_PIECES = 3


def read_masthead(lines: Sequence[Line], bodies: Sequence[KnownBody]) -> Cover:
    """The cover of a text; `lines` are those before its first section, footnotes and furniture left out."""
    cover = Cover()
    known = on_covers(bodies)
    block: list[Line] = []
    in_prose = False
    for line in lines:
        if block and line.after_break:
            in_prose = _close(cover, block, known) or in_prose
            block = []
        if not line.content:
            continue
        before = len(cover.pieces)
        in_text = (
            in_prose or (bool(block) and len(block[-1].content) > _LONG_LINE) or _goes_on(cover, block, line)
        )
        left = read_facts(cover, line, known, in_text=in_text)
        facts, cover.pieces = cover.pieces[before:], cover.pieces[:before]
        if facts or (block and is_author_line(line.words)):
            in_prose = _close(cover, block, known) or in_prose
            in_prose = in_prose or any(piece.kind == "summary" for piece in facts)
            cover.pieces += facts
            block = []
        block += left
        if facts and left and facts[-1].kind == "item":
            # the title of the item stands on its line, and the next line is another
            _close(cover, block, known)
            block = []
    _close(cover, block, known)
    _settle_body(cover, known)
    _settle_relation(cover)
    settle_titles(cover)
    _read_title(cover)
    if cover.meeting_number is None:
        cover.meeting_number = _meeting_in(cover.summary.printed)
    return cover


def _goes_on(cover: Cover, block: list[Line], line: Line) -> bool:
    """«يومي 6 و7 أيار/مايو 2030» below a title that has not come to its end is no line of the cover's own."""
    if not begins_with("goes_on", line.words):
        return False
    above = [" ".join(one.content for one in block)]
    for piece in reversed(cover.pieces[-_TITLE_PIECES:]):
        if piece.kind != "text":
            break
        above.append(piece.text)
    return any(begins_with("title", text) for text in above)


def _close(cover: Cover, block: list[Line], bodies: Sequence[KnownBody]) -> bool:
    """A block of lines that are no facts one by one: a body's name or an author over lines, or text.

    Whether it is prose: a date or a place in what follows is no fact of the cover.
    """
    if not block:
        return False
    text = " ".join(line.content for line in block).strip()
    piece = CoverPiece("text", list(block))
    if read_body(cover, bare(text), bodies):
        piece.kind = "body"
    elif read_author(cover, text):
        piece.kind = "author"
    elif _ends_name(cover, text, bodies):
        # every line of the cover is a block by itself: the name began on the one above
        above = cover.pieces.pop()
        piece = CoverPiece("body", [*above.lines, *block])
    cover.pieces.append(piece)
    return piece.kind == "text" and is_prose(piece)


def _ends_name(cover: Cover, text: str, bodies: Sequence[KnownBody]) -> bool:
    """Take the body whose name the last text of the cover and this one are together; True if it is one."""
    above = cover.pieces[-1] if cover.pieces else None
    return above is not None and above.kind == "text" and read_body(cover, bare(f"{above.text} {text}"), bodies)


def _settle_body(cover: Cover, bodies: Sequence[KnownBody]) -> None:
    """The Conference stands above its working group: the lower one prepared the paper."""
    for body in cover.bodies:
        if cover.body is None or is_below(body.symbol, cover.body.symbol, bodies):
            cover.body = body


def _settle_relation(cover: Cover) -> None:
    """The end of the symbol says it best; a word alone («تصويب») does not say of which paper."""
    for symbol in cover.symbols:
        found = relation_in_symbol(symbol)
        if found is not None:
            cover.relation = ParsedRelation(cast(RelationKind, found[0]), found[1])
            return


def _read_title(cover: Cover) -> None:
    """What a report's title says of its meeting, where the lines of the cover do not: number, place and days."""
    held = held_in_title(cover.title.printed)
    if held is not None and cover.dates is None:
        cover.place, cover.dates = cover.place or held.place, held.days
    named = number_in_title(cover.title.printed)
    if named is not None:
        cover.term = cover.term or named.term
        if cover.meeting_number is None:
            cover.meeting_number = named.number


def _meeting_in(text: str) -> int | None:
    """«… أُعد للاجتماع السادس للفريق العامل»: the only meeting that the note names."""
    plain = bare(text)
    found = set()
    for match in re.finditer(r"(?:للاجتماع|الاجتماع)\s+", plain):
        ordinal = match_ordinal(plain, match.end())
        if ordinal:
            found.add(ordinal[0])
    return found.pop() if len(found) == 1 else None
