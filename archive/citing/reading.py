"""From a text to the places in it that cite something."""

import re
from collections.abc import Iterable, Iterator

from .address_pieces import find_addresses, find_locators
from .article_pieces import find_articles, find_years
from .document_pieces import find_documents, find_reports, find_resolutions
from .joining import join_pieces
from .names import KnownNames
from .pieces import (
    CitationPiece,
    find_items,
    find_meetings,
    find_paragraphs,
    find_recommendations,
)
from .plain import plain_with_offsets, small, written_with_offsets
from .things import CitedPlace, Thing
from .word_order import find_meetings_round, find_recommendations_of_meeting

# «المواد 1-60» over and over would make millions of things of one megabyte; a text of three hundred pages that cites so
# many is none.
_MOST_THINGS = 300_000
# No reference is without a figure, or an ordinal behind one of these words.
_MAY_CITE = re.compile(
    r"[0-9]|اجتماع|دور[هت]|توصيه|ماده|فقره|مرفق|annex|meeting|session|recommendation|article|\bart\b|/|r[eé]union|\bmtg\b|توصيات"
)


def read_references(text: str, names: KnownNames) -> list[CitedPlace]:
    """Give the places of a text that cite something, in order; offsets are those of `text`. Linear in its length."""
    written, offsets = written_with_offsets(text)
    return [
        CitedPlace(offsets[one.start], offsets[one.end - 1] + 1, one.things)
        for one in find_places(small(written), written, names)
    ]


def may_cite(text: str) -> bool:
    """Whether a text can cite anything: a quick look."""
    return _MAY_CITE.search(plain_with_offsets(text)[0]) is not None


def find_places(plain: str, written: str, names: KnownNames) -> list[CitedPlace]:
    """As `read_references`, of a text that is plain already; `written` is that text with its capitals."""
    return join_pieces(plain, _without_overlaps(_pieces(plain, written, names), len(plain)), names)


def _pieces(plain: str, written: str, names: KnownNames) -> Iterator[CitationPiece]:
    """Of two that overlap the one that comes first here stays."""
    yield from find_addresses(plain)
    yield from find_locators(plain)
    bodies = [
        CitationPiece("body", start, end, (Thing("meeting", body=symbol),))
        for start, end, symbol in names.find_bodies(plain)
    ]
    yield from find_meetings_round(plain, bodies)
    yield from find_documents(plain, written)
    yield from bodies
    yield from find_years(plain)
    yield from find_recommendations_of_meeting(plain)
    yield from find_recommendations(plain)
    yield from find_articles(plain)
    yield from find_items(plain)
    yield from find_paragraphs(plain)
    yield from find_meetings(plain)
    yield from find_resolutions(plain)
    for start, end, slug in names.find_treaties(plain):
        yield CitationPiece("treaty", start, end, (Thing("treaty_article", instrument=slug),))
    yield from find_reports(plain)


def _without_overlaps(pieces: Iterable[CitationPiece], length: int) -> list[CitationPiece]:
    taken = bytearray(length + 1)
    found: list[CitationPiece] = []
    left = _MOST_THINGS
    for piece in pieces:
        left -= len(piece.things)
        if left < 0:
            break
        if piece.end > piece.start and not taken.find(1, piece.start, piece.end) >= 0:
            taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            found.append(piece)
    return sorted(found, key=lambda one: one.start)
