"""Which recommendations a document speaks of: those that it names, and those that it may tell of, each with where."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from archive.filters.snapshot import Snapshot
from archive.models import Paragraph, Recommendation
from archive.models.publication import as_shown

from ..comparison.sides import Side
from ..pictures.meeting_picture import Picture, build_pictures
from .document_meaning import DocumentMeaning


@dataclass(frozen=True, slots=True)
class ToldOf:
    """A recommendation and the paragraphs that speak of it, in the order of the document."""

    side: Side
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """`is_suggested` says that a rule found them and nobody has looked yet."""

    is_suggested: bool
    pictures: tuple[Picture, ...]
    rows: tuple[ToldOf, ...]


def find_told_of(
    snapshot: Snapshot, meaning: DocumentMeaning, paragraphs: Iterable[Paragraph]
) -> tuple[ToldGroup, ...]:
    """What is named or confirmed first, then what is suggested; no group is empty."""
    named: dict[int, tuple[Recommendation, list[Paragraph]]] = {}
    suggested: dict[int, tuple[Recommendation, list[Paragraph]]] = {}
    for paragraph in paragraphs:
        told = meaning.told.get(paragraph.pk)
        cited = [as_shown(one.cited_recommendation) for one in meaning.citations.get(paragraph.pk, ())]
        for row in [*cited, *(side.recommendation for side in (told.confirmed if told else ()))]:
            _note(named, row, paragraph)
        for side in told.suggested if told else ():
            _note(suggested, side.recommendation, paragraph)
    suggested = {key: found for key, found in suggested.items() if key not in named}
    groups = ((False, named), (True, suggested))
    return tuple(_group(snapshot, found, is_suggested=guessed) for guessed, found in groups if found)


def _note(
    found: dict[int, tuple[Recommendation, list[Paragraph]]], row: Recommendation | None, paragraph: Paragraph
) -> None:
    if row is None:
        return
    places = found.setdefault(row.pk, (row, []))[1]
    if paragraph not in places:
        places.append(paragraph)


def _group(
    snapshot: Snapshot, found: dict[int, tuple[Recommendation, list[Paragraph]]], *, is_suggested: bool
) -> ToldGroup:
    pictures, _others = build_pictures(snapshot, BitMap(found))
    in_order = [key for shelf in snapshot.shelves for key in shelf.keys if key in found]
    rows = tuple(ToldOf(Side(found[key][0]), tuple(found[key][1])) for key in in_order)
    return ToldGroup(is_suggested, tuple(pictures), rows)
