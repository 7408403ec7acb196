"""From a text to the places in it that cite something, and from what is typed to the one thing that it names."""

import re
from collections.abc import Iterable, Iterator

from .address_pieces import find_addresses, find_locators
from .article_pieces import find_articles, find_years
from .document_pieces import find_documents, find_reports, find_resolutions, whole_document
from .joining import join_pieces
from .names import KnownNames
from .pieces import (
    CitationPiece,
    find_items,
    find_meetings,
    find_paragraphs,
    find_recommendations,
    letters_of,
)
from .plain import plain_with_offsets, small, written_with_offsets
from .things import CitedPlace, Thing

#: No single reference is longer: our longest citation, with body, place, dates and document, has some 250 characters.
LONGEST = 400
# «المواد 1-60» over and over would make millions of things of one megabyte; a text of three hundred pages that cites so
# many is none.
_MOST_THINGS = 300_000
# What may stand round a reference: brackets, quotes, full stops, an ellipsis.
_ROUND = re.compile(r"[\s\"().،؛:…·|*_<>–—!؟?-]*(?:the\s+)?")
# 5/2 · 4.12 · 4:12 · 4-12 · 5/2 (ك) · 5.2.k
_SHORT = re.compile(
    r"(?P<meeting>[0-9]{1,2})\s?[/.:-]\s?(?P<number>[0-9]{1,3})"
    r"(?:\s?\(\s?(?P<bracketed>[ء-ي](?:\s?[ء-ي])?|[a-z]{1,2})\s?\)|\s?[\s/.]\s?(?P<bare>[ء-ي]|[a-z]))?"
)
# WG.7 4/12
_SHORT_OF = re.compile(r"[\s،:]*")
# No reference is without a figure, or an ordinal behind one of these words.
_MAY_CITE = re.compile(r"[0-9]|اجتماع|دور[هت]|توصيه|ماده|فقره|meeting|session|recommendation|/")


def read_references(text: str, names: KnownNames) -> list[CitedPlace]:
    """Give the places of a text that cite something, in order; offsets are those of `text`. Linear in its length."""
    written, offsets = written_with_offsets(text)
    return [
        CitedPlace(offsets[one.start], offsets[one.end - 1] + 1, one.things)
        for one in _places(small(written), written, names)
    ]


def read_whole(text: str, names: KnownNames, page_words: Iterable[str] = ()) -> tuple[Thing, ...]:
    """Give what a whole typed text names, and nothing where it says anything besides.

    `page_words` are what our pages print round a name: the name of the site, the opening of a heading.
    """
    plain = without_page_words(text[: 2 * LONGEST], page_words)
    if not plain or len(plain) > LONGEST:
        return ()
    bare = plain.strip(' "().،؛:…')
    short = _short(bare, names) or _short(plain.strip(' ".،؛:…'), names)
    if short:
        return (short,)
    for place in _places(plain, plain, names):
        if _ROUND.fullmatch(plain, 0, place.start) and _ROUND.fullmatch(plain, place.end):
            return place.things
        break
    document = whole_document(bare)
    return (document,) if document else ()


def may_cite(text: str) -> bool:
    """Whether a text can cite anything: a quick look."""
    return _MAY_CITE.search(plain_with_offsets(text)[0]) is not None


def read_located(text: str) -> tuple[Thing, ...]:
    """Give what a whole typed machine address names; no names must be known for that."""
    plain = plain_with_offsets(text)[0].strip()
    pieces = (*find_addresses(plain), *find_locators(plain))
    return next((one.things for one in pieces if (one.start, one.end) == (0, len(plain))), ())


def without_page_words(text: str, page_words: Iterable[str]) -> str:
    """A typed text without what our pages print round a name, plain."""
    plain = " ".join(plain_with_offsets(text)[0].split())
    return _without_page_words(plain, [" ".join(plain_with_offsets(one)[0].split()) for one in page_words])


def _without_page_words(plain: str, page_words: Iterable[str]) -> str:
    """«التوصية 12، الاجتماع الرابع · أرشيف التوصيات», also where a browser has shortened the site's name."""
    before, mark, behind = plain.rpartition("·")
    cut = behind.strip(" .…")
    for words in page_words:
        if mark and words.startswith(cut):
            plain = before
        for dash in (" - ", " | "):
            plain = plain.removesuffix(f"{dash}{words}")
        plain = plain.removeprefix(f"{words} ")
    return plain.strip()


def _short(bare: str, names: KnownNames) -> Thing | None:
    body, at = "", 0
    for start, end, symbol in names.find_bodies(bare):
        if start == 0 and (gap := _SHORT_OF.match(bare, end)):
            body, at = symbol, gap.end()
        break
    match = _SHORT.fullmatch(bare, at)
    if match is None:
        return None
    letter = match["bracketed"] or match["bare"]
    letters = letters_of((letter,)) if letter else ()
    if letter and not letters:
        return None
    return Thing(
        "recommendation",
        body=body,
        meeting=int(match["meeting"]),
        number=int(match["number"]),
        letter=letters[0] if letters else 0,
    )


def _places(plain: str, written: str, names: KnownNames) -> list[CitedPlace]:
    return join_pieces(plain, _without_overlaps(_pieces(plain, written, names), len(plain)), names)


def _pieces(plain: str, written: str, names: KnownNames) -> Iterator[CitationPiece]:
    """Of two that overlap the one that comes first here stays."""
    yield from find_addresses(plain)
    yield from find_locators(plain)
    bodies = [
        CitationPiece("body", start, end, (Thing("meeting", body=symbol),))
        for start, end, symbol in names.find_bodies(plain)
    ]
    yield from find_documents(plain, written)
    yield from bodies
    yield from find_years(plain)
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
