"""What cites, marked in its text: a whole text, or the words around the first place."""

import re
from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString

from archive.models import Citation
from archive.search.highlight import Piece

from .marked_text import render_excerpt
from .spans import MarkupSpan, marking, stands

#: From and to, in characters of the text.
Place = tuple[int, int]

_WORD = re.compile(r"\S+")


def citing_spans(citations: Iterable[Citation], text: str) -> list[MarkupSpan]:
    """A mark round every phrase that still stands in the text where it was found."""
    return [marking(start, end) for start, end in citing_places(citations, text)]


def citing_places(citations: Iterable[Citation], text: str) -> list[Place]:
    """In order, those that touch one another as one: the articles of a range share their place."""
    found: list[Place] = []
    standing = (one.place for one in citations if one.place and stands(one.place, one.text, text))
    for start, end in sorted(standing):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def excerpt_at(text: str, places: Sequence[Place], words: int) -> SafeString:
    """So many words of the text around the first of the places, with all of them that stand there marked."""
    spans = [match.span() for match in _WORD.finditer(text)]
    first = 0
    if places and len(spans) > words:
        before = sum(1 for span in spans if span[1] <= places[0][0])
        first = max(0, min(before - words // 4, len(spans) - words))
    shown = spans[first : first + words]
    start, end = (shown[0][0], shown[-1][1]) if shown else (0, 0)
    return render_excerpt(_pieces(text, start, end, places), first > 0, first + words < len(spans))


def _pieces(text: str, start: int, end: int, places: Sequence[Place]) -> list[Piece]:
    pieces, at = [], start
    for place in places:
        first, last = max(place[0], at), min(place[1], end)
        if first < last:
            pieces += [Piece(text[at:first]), Piece(text[first:last], True)]
            at = last
    return [piece for piece in [*pieces, Piece(text[at:end])] if piece.text]
