"""The cover: distribution, date, languages, body, meeting, place, dates, agenda item, title, who prepared it.

Guarantee: every line of the cover goes to exactly one fact; what is no known fact is title or summary text.
"""

import re
from collections.abc import Sequence

from archive.arabic.normalize import bare
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import KnownBody

from .cover import Cover, settle_titles
from .cover_lines import read_body, read_fact
from .lines import Line


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
        if read_fact(cover, line.words, bodies):
            _close(cover, block, bodies)
            block = []
        else:
            block.append(line.without(line.bullet))
    _close(cover, block, bodies)
    settle_titles(cover)
    if cover.meeting_number is None:
        cover.meeting_number = _meeting_in(cover.summary.printed)
    return cover


def _close(cover: Cover, block: list[Line], bodies: Sequence[KnownBody]) -> None:
    """A block of lines that are no facts one by one: a body's name broken over lines, or text."""
    if block and not read_body(cover, bare(" ".join(line.content for line in block)).strip(), bodies):
        cover.blocks.append(("text", list(block)))


def _meeting_in(text: str) -> int | None:
    """«… أُعد للاجتماع السادس للفريق العامل»: the only meeting that the note names."""
    plain = bare(text)
    found = set()
    for match in re.finditer(r"(?:للاجتماع|الاجتماع)\s+", plain):
        ordinal = match_ordinal(plain, match.end())
        if ordinal:
            found.add(ordinal[0])
    return found.pop() if len(found) == 1 else None
