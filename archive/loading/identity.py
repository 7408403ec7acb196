"""Who a document is, pure: the stored document that has any of its identifiers."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from archive.arabic.normalize import normalize
from archive.parsing.structure import ParsedDocument
from archive.record.addresses import CoverIdentity, Identifiers, cover_of


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A document of the archive as far as recognising goes. `has_text` is False for one that others only name."""

    pk: int
    identifiers: Identifiers
    has_text: bool


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
        relation=masthead.relation.kind if masthead.relation else "",
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


def find_stored(offered: Identifiers, candidates: Iterable[StoredPaper]) -> StoredPaper | None:
    """The stored document that `offered` is: by symbol, job number, cover, text, and last by the name of its file.

    A paper whose text is here goes before one that is only known, however each was recognised.
    """
    found: list[tuple[bool, int, StoredPaper]] = []
    for candidate in candidates:
        way = _recognised_by(offered, candidate.identifiers)
        if way is not None:
            found.append((not candidate.has_text, way, candidate))
    return min(found, key=lambda one: one[:2], default=(True, 0, None))[2]


def _recognised_by(offered: Identifiers, stored: Identifiers) -> int | None:
    """How strongly: 0 by its symbol … 4 by the name of its file; None if not at all."""
    if offered.symbol and offered.symbol == stored.symbol:
        return 0
    if offered.contradict(stored):
        return None
    if offered.job_number and offered.job_number == stored.job_number:
        return 1
    if offered.cover is not None and offered.cover == stored.cover:
        return 2
    if offered.digest and offered.digest == stored.digest:
        return 3
    if offered.file and offered.file == stored.file and offered.kind == stored.kind:
        return 4 if _same_place(offered.cover, stored.cover) else None
    return None


def _same_place(one: CoverIdentity | None, other: CoverIdentity | None) -> bool:
    """A file of the same name whose cover names another meeting or item is another document."""
    return one is None or other is None or one[:3] == other[:3]
