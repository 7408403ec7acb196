"""Who a document is, pure: its identifiers, the held document that has any of them, its address."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archive.arabic.normalize import normalize
from archive.numbering import abjad
from archive.parsing.structure import ParsedDocument
from archive.vocabulary.symbols import slug as slug_of


class Cover(NamedTuple):
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
    cover: Cover | None
    kind: str
    language: str
    digest: str
    file: str

    def contradict(self, other: "Identifiers") -> bool:
        """Both carry a printed identifier of the same sort, and it is not the same."""
        if self.symbol and other.symbol:
            return self.symbol != other.symbol
        return bool(self.job_number and other.job_number and self.job_number != other.job_number)


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A row of the archive as far as recognising goes. `held` is False for a paper that others only name."""

    pk: int
    identifiers: Identifiers
    held: bool


def cover_of(body: str | None, meeting: int | None, item: str | None, kind: str, title: str) -> Cover | None:
    title = normalize(title).strip()
    if not (body and meeting and title):
        return None
    return Cover(body.upper(), meeting, normalize(item or "").replace(" ", ""), kind, title)


def identifiers_of(document: ParsedDocument) -> Identifiers:
    masthead = document.masthead
    return Identifiers(
        symbol=(masthead.symbol or "").upper(),
        job_number=(masthead.job_number or "").upper(),
        cover=cover_of(
            masthead.body,
            masthead.meeting_number,
            masthead.agenda_item,
            masthead.kind,
            masthead.title.printed,
        ),
        kind=masthead.kind,
        language=masthead.language or "ar",
        digest=digest_of(document),
        file=document.name,
    )


def digest_of(document: ParsedDocument) -> str:
    """SHA-256 of the analysed text: blind to encoding, line breaks, marks, digit shapes and page furniture."""
    parts = [document.masthead.title.printed]
    parts += [section.title.printed for section in document.sections]
    parts += [f"{paragraph.number} {paragraph.text.printed}" for paragraph in document.paragraphs]
    for recommendation in document.recommendations:
        parts.append(f"{recommendation.meeting}.{recommendation.number} {recommendation.chapeau.printed}")
        parts += [f"{item.label} {item.text.printed}" for item in recommendation.subparagraphs]
    parts += [footnote.text.printed for footnote in document.footnotes]
    text = "\n".join(" ".join(normalize(part).split()) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()


def find_held(offered: Identifiers, candidates: Iterable[HeldDocument]) -> HeldDocument | None:
    """The held document that `offered` is: by symbol, job number, cover, text, and last by the name of its file.

    A paper whose text is held goes before one that is only known, however each was recognised.
    """
    found: list[tuple[bool, int, HeldDocument]] = []
    for candidate in candidates:
        way = _recognised_by(offered, candidate.identifiers)
        if way is not None:
            found.append((not candidate.held, way, candidate))
    return min(found, key=lambda one: one[:2], default=(True, 0, None))[2]


def _recognised_by(offered: Identifiers, held: Identifiers) -> int | None:
    """How strongly: 0 by its symbol … 4 by the name of its file; None if not at all."""
    if offered.symbol and offered.symbol == held.symbol:
        return 0
    if offered.contradict(held):
        return None
    if offered.job_number and offered.job_number == held.job_number:
        return 1
    if offered.cover is not None and offered.cover == held.cover:
        return 2
    if offered.digest and offered.digest == held.digest:
        return 3
    if offered.file and offered.file == held.file and offered.kind == held.kind:
        return 4 if _same_place(offered.cover, held.cover) else None
    return None


def _same_place(one: Cover | None, other: Cover | None) -> bool:
    """A file of the same name whose cover names another meeting or item is another document."""
    return one is None or other is None or one[:3] == other[:3]


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
