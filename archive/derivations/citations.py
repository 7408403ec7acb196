"""Citations in recommendations and paragraphs, as `archive.deriving.citations` finds them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from archive.deriving.citation_context import CitationContext, FoundCitation, KnownInstruments
from archive.deriving.citations import find_citations
from archive.models import Article, Body, Citation
from archive.numbering import abjad
from archive.parsing.families import family_of
from archive.record.history.journal import watch_new
from archive.record.row_kind import Made
from archive.record.scope import Scope
from archive.vocabulary.bodies import BODIES, KnownBody
from archive.vocabulary.symbols import slug as slug_of

from .digests import changed_paragraphs, changed_recommendations, digest_of
from .reading import Reading
from .settling import Settled, Tally, pair_by_key, relocate, settle
from .texts import ItemText, ParagraphText, RecommendationText

KIND: Made = "citation"
MODEL = Citation


@dataclass(frozen=True, slots=True)
class CitationValues:
    """A citation as it is to be stored; its fields are those of the model."""

    subparagraph_id: int | None
    key: str
    position: int
    kind: str
    text: str
    start: int
    end: int
    instrument_id: int | None
    article_id: int | None
    cited_paragraph: str
    locator: str
    symbol: str
    organ: str
    resolution: str
    tool: str
    ground: str


_FIELDS = tuple(field.name for field in fields(CitationValues))
#: A passage of a record: its lettered item, None for the chapeau, and its text.
Passage = tuple[ItemText | None, str]


def derive_citations(scope: Scope, reading: Reading) -> Tally:
    tally = Tally()
    reader = _CitationReader(reading)
    for recommendations in changed_recommendations(KIND, scope, reading, reader.context):
        read = [_of_recommendation(one, reader) for one in recommendations]
        _settle_records("recommendation", read, reading, tally)
    for paragraphs in changed_paragraphs(KIND, scope, reading, reader.context):
        _settle_records("paragraph", [_of_paragraph(one, reader) for one in paragraphs], reading, tally)
    return tally


class _CitationReader:
    """Reads texts with the treaties and bodies that the archive knows; makes rows of articles that none describes."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        declared = [treaty.declared for treaty in reading.treaties]
        self._instruments = {treaty.declared.slug: treaty.pk for treaty in reading.treaties}
        self._articles = {
            (treaty.declared.slug, number): pk for treaty in reading.treaties for number, pk in treaty.articles.items()
        }
        self._known = KnownInstruments(declared)
        self._bodies = _known_bodies()
        self.context = digest_of([str(one) for one in (*declared, *self._bodies)])

    def read(self, passages: Iterable[Passage], **place: Any) -> Iterator[CitationValues]:
        context = CitationContext(self._known, self._bodies, **place)
        position = 0
        seen: Counter[Any] = Counter()
        for item, text in passages:
            for found in find_citations(text, context):
                position += 1
                target = (item.position if item else 0, *found.target)
                seen[target] += 1
                key = digest_of(target, seen[target])
                yield self._cited(found, item.pk if item else None, key, position)

    def _cited(self, found: FoundCitation, item: int | None, key: str, position: int) -> CitationValues:
        return CitationValues(
            subparagraph_id=item,
            key=key,
            position=position,
            kind=found.kind,
            text=found.text,
            start=found.start,
            end=found.end,
            instrument_id=self._instruments.get(found.instrument),
            article_id=self._article(found.instrument, found.article) if found.article else None,
            cited_paragraph=found.paragraph,
            locator=_locator(found),
            symbol=found.symbol,
            organ=found.resolution.organ if found.resolution else "",
            resolution=_resolution(found),
            tool=found.tool,
            ground=found.ground,
        )

    def _article(self, instrument: str, number: int) -> int:
        key = (instrument, number)
        if key not in self._articles:
            row = Article.objects.create(instrument_id=self._instruments[instrument], number=number)
            watch_new([row])
            self._reading.has_new_articles = True
            self._articles[key] = row.pk
        return self._articles[key]


def _known_bodies() -> tuple[KnownBody, ...]:
    """The field's bodies and those of the archive, under the names that they have here."""
    found = {body.symbol: body for body in BODIES}
    for row in Body.objects.select_related("parent").in_order():
        forms = found[row.symbol].forms if row.symbol in found else ()
        parent = row.parent.symbol if row.parent else None
        found[row.symbol] = KnownBody(row.symbol, row.name_ar, row.name_en, parent, row.term, forms)
    return tuple(found.values())


def _locator(found: FoundCitation) -> str:
    """The address that a cited recommendation or meeting has, or would have if it stood in the archive."""
    if found.recommendation is not None:
        cited = found.recommendation
        letter = abjad.position(cited.letter) if cited.letter else None
        tail = f".{abjad.latin(letter)}" if letter else ""
        copy = f"-{found.copy}" if found.copy else ""
        return f"{slug_of(found.body)}.{cited.meeting}.{cited.number}{copy}{tail}"
    return f"{slug_of(found.body)}.{found.meeting}" if found.meeting else ""


def _resolution(found: FoundCitation) -> str:
    """«9/1» is the first of the ninth session; the Security Council's are known by number and year."""
    cited = found.resolution
    if cited is None:
        return ""
    if cited.organ == Citation.Organ.SECURITY_COUNCIL:
        return f"{cited.number} ({cited.year})"
    return f"{cited.session or cited.year}/{cited.number}"


# Records -------------------------------------------------------------------------------------------------------

#: A record by its key, its passages, and what is cited in them.
Read = tuple[int, dict[int | None, str], list[CitationValues]]


def _of_recommendation(one: RecommendationText, reader: _CitationReader) -> Read:
    passages: list[Passage] = [(None, one.chapeau), *((item, item.text) for item in one.items)]
    texts = {item.pk if item else None: text for item, text in passages}
    return one.pk, texts, list(reader.read(passages, body=one.body, meeting=one.meeting))


def _of_paragraph(one: ParagraphText, reader: _CitationReader) -> Read:
    reported = one.meeting if family_of(one.kind).reports_its_meeting else None
    place = {"document_title": one.title, "section_titles": one.sections}
    return one.pk, {None: one.text}, list(reader.read([(None, one.text)], body=one.body, meeting=reported, **place))


def _settle_records(owner: str, records: Sequence[Read], reading: Reading, tally: Tally) -> None:
    stored = reading.citations(owner, [pk for pk, *_ in records])
    new: list[Citation] = []
    changed: list[Citation] = []
    gone: list[int] = []
    for pk, passages, found in records:
        rows = {row.key or f"staff {row.pk}": row for row in stored.get(pk, ())}
        settled: Settled[Citation, CitationValues] = settle(pair_by_key(rows, {one.key: one for one in found}), _same)
        tally.add(settled)
        new += [_fill(Citation(**{f"{owner}_id": pk}), one) for one in settled.new]
        changed += [_fill(row, one) for row, one in settled.changed]
        moved = _follow_text(settled.standing, passages)
        tally.moved += len(moved)
        changed += moved
        gone += [row.pk for row in settled.gone]
    if gone:
        Citation.objects.filter(pk__in=gone).delete()
    Citation.objects.bulk_update(changed, [name.removesuffix("_id") for name in _FIELDS], batch_size=200)
    Citation.objects.bulk_create(new, batch_size=500)
    if new or changed or gone:
        reading.written(MODEL)


def _same(row: Citation, found: CitationValues) -> bool:
    return all(getattr(row, name) == getattr(found, name) for name in _FIELDS)


def _fill(row: Citation, found: CitationValues) -> Citation:
    for name in _FIELDS:
        setattr(row, name, getattr(found, name))
    return row


def _follow_text(rows: Iterable[Citation], passages: dict[int | None, str]) -> list[Citation]:
    """The places of what staff decided about move with the text. Gives those that moved."""
    moved = []
    for row in rows:
        text = passages.get(row.subparagraph_id, "")
        if row.place is not None and text[row.start : row.end] == row.text:
            continue
        before = row.place
        row.start, row.end = relocate(row.text, text, row.start) or (None, None)
        if row.place != before:
            moved.append(row)
    return moved
