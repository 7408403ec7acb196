"""What a document can be recognised by, and the address that the best of it gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archive.arabic.normalize import normalize
from archive.models import Document
from archive.numbering import abjad
from archive.vocabulary.symbols import slug as slug_of


class CoverIdentity(NamedTuple):
    """What the cover says in place of a symbol. Of use only when body, meeting and title are all there."""

    body: str
    meeting: int
    agenda_item: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Identifiers:
    """All that a document can be recognised by. Empty texts and None are unknown."""

    symbol: str
    job_number: str
    cover: CoverIdentity | None
    kind: str
    language: str
    digest: str
    file: str
    relation: str = ""

    def contradict(self, other: "Identifiers") -> bool:
        """Both carry a printed identifier of the same sort, and it is not the same; or one belongs to another paper,
        and the other does not: an addendum bears the title of the paper that it continues."""
        if self.symbol and other.symbol:
            return self.symbol != other.symbol
        if self.relation != other.relation:
            return True
        return bool(self.job_number and other.job_number and self.job_number != other.job_number)


def cover_of(body: str | None, meeting: int | None, item: str | None, kind: str, title: str) -> CoverIdentity | None:
    title = normalize(title).strip()
    if not (body and meeting and title):
        return None
    return CoverIdentity(body.upper(), meeting, normalize(item or "").replace(" ", ""), kind, title)


def identifiers_of_row(document: Document) -> Identifiers:
    return Identifiers(
        document.symbol.upper(),
        document.job_number.upper(),
        _cover_of_row(document),
        document.kind,
        document.language,
        document.digest,
        document.source_file,
        document.relation,
    )


def _cover_of_row(document: Document) -> CoverIdentity | None:
    return cover_of(
        document.body.symbol if document.body else None,
        document.meeting.number if document.meeting else None,
        document.agenda_item.number if document.agenda_item else None,
        document.kind,
        document.printed_title or document.title,
    )


def slug_for(identifiers: Identifiers) -> str:
    """The address: of the symbol, else of the job number, else of the cover («ctoc-cop.10.item-2c»)."""
    if identifiers.symbol:
        return slug_of(identifiers.symbol)
    if identifiers.job_number:
        return slug_of(identifiers.job_number)
    cover = identifiers.cover
    if cover is None:
        return f"{identifiers.kind}-{identifiers.digest[:8]}"
    tail = f"item-{slug_of_item(cover.agenda_item)}" if cover.agenda_item else cover.kind
    if identifiers.relation:
        tail = f"{tail}-{identifiers.relation}"
    return f"{slug_of(cover.body)}.{cover.meeting}.{tail}"


def slug_of_item(number: str) -> str:
    """«2 (ج)» -> «2c»."""
    whole, _, rest = normalize(number).partition("(")
    position = abjad.position(rest.rstrip(") ")) if rest else None
    return slug_of(whole) + (abjad.latin(position) if position else "")


def free_slug(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or with a number behind it when another document has it."""
    used = set(taken)
    slug, copy = wanted, 1
    while slug in used:
        copy += 1
        slug = f"{wanted}-{copy}"
    return slug
