"""What loading one file would do, worked out and not yet done: who the document is, then its rows one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from archive.models import Conflict, Document
from archive.parsing.families import family_of, none_of
from archive.parsing.problems import problem
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.addresses import Identifiers, identifiers_of_row
from archive.record.corrections import Decisions, decisions_of
from archive.record.locators import meeting_locator
from archive.record.stored import StoredRow
from archive.record.values import Link
from archive.sources.errata import ErratumRow
from archive.sources.manifest import DeclaredFacts
from archive.vocabulary.bodies import KnownBody

from . import contents as offer
from . import stored_rows as read
from .alone import held_beside, plan_own_texts
from .belonging import may_belong
from .changes import Change, Plan, Refusal, Waits
from .copies import compare_cover, compare_rows, is_truncated, texts_of, texts_stored
from .corrigenda import ListedErratum, with_listed
from .cover_row import plan_cover
from .errata_rows import plan_errata
from .identity import StoredPaper, find_stored, identifiers_of
from .language_rows import differing, plan_version
from .languages import FURTHER, OWN, document_in_arabic, is_other_language, plan_language, standing_alone
from .numbered import Numbered, number_recommendations
from .offered import Offered
from .own_rows import plan_numbered, plan_placed, plan_recommendations
from .revisions import ALONE, say_in_force, succession_of
from .shared_rows import plan_shared
from .turning import RowsOfPaper, Turned, turn

Row = TypeVar("Row", Offered, StoredRow)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a plan must know besides the document: the bodies, the other files of this load, staff's consent, and what
    the manifest declares of it.
    """

    bodies: Mapping[str, KnownBody]
    files: frozenset[str]
    accept: bool = False
    declared: DeclaredFacts | None = None


@dataclass(frozen=True, slots=True)
class _Content(Generic[Row]):
    """The rows of a document, offered or stored, in step."""

    sections: list[Row]
    paragraphs: list[Row]
    footnotes: list[Row]
    recommendations: list[Row]


def plan_document(parsed: ParsedDocument, errata: Sequence[ErratumRow], around: Surroundings) -> Plan:
    """The plan for one parsed file. Raises Refusal for one that cannot be loaded."""
    listed: Sequence[ListedErratum] = ()
    in_arabic = not is_other_language(parsed)
    if in_arabic:
        parsed, listed = with_listed(parsed)
        alone = standing_alone(parsed, around.declared)
    else:
        arabic, alone = document_in_arabic(parsed, around.declared), None
        if arabic is not None:
            return plan_language(parsed, arabic, around.files, accept=around.accept)
    _refuse_unknown(parsed)
    identifiers = identifiers_of(parsed)
    candidates = read.candidates_for(identifiers)
    found = find_stored(identifiers, candidates)
    if alone is not None and (found is None or not found.has_text):
        found = StoredPaper(alone.pk, identifiers_of_row(alone), has_text=True)
    _refuse_other(identifiers, found, candidates)
    paper = _Paper(parsed, errata, listed, identifiers, found)
    row = paper.row
    if paper.turns:
        _refuse_unplaceable(parsed)
        plan = _plan_record(paper, around)
        plan.status = "updated"
        return plan
    if row is not None and row.is_held and _cut_short(paper, row):
        return _only_reported(parsed, row)
    _refuse_unplaceable(parsed)
    if row is None or not row.is_held:
        plan = _plan_record(paper, around)
        plan.status = "created"
        return plan
    if row.source_file == parsed.name or around.accept:
        return _plan_record(paper, around)
    renamed = row.source_file not in around.files and row.digest == identifiers.digest
    if renamed:
        plan = _plan_record(paper, around)
        if not any(_says_anew(change) for change in plan.changes):
            return plan
    return _plan_copy(paper, row)


class _Paper:
    """The document at hand, offered and stored; each part is worked out once, when first asked for."""

    def __init__(
        self,
        parsed: ParsedDocument,
        errata: Sequence[ErratumRow],
        listed: Sequence[ListedErratum],
        identifiers: Identifiers,
        found: StoredPaper | None,
    ) -> None:
        self.parsed = parsed
        self.errata = errata
        self.listed = listed
        self.identifiers = identifiers
        self.found = found
        self.row = read.document_row(found.pk) if found else None
        self.decisions = decisions_of(found.pk) if found else Decisions()
        self._offered: dict[str, _Content[Offered]] = {}

    def offered(self, slug: str) -> _Content[Offered]:
        if slug not in self._offered:
            self._offered[slug] = _Content(
                offer.sections_of(self.parsed, slug, self.decisions),
                offer.paragraphs_of(self.parsed, slug, self.decisions),
                offer.footnotes_of(self.parsed, slug, self.decisions),
                offer.recommendations_of(self.parsed, slug, self.numbered, self.decisions),
            )
        return self._offered[slug]

    @property
    def in_arabic(self) -> bool:
        return self.identifiers.language == Document.OWN_LANGUAGE

    @cached_property
    def turns(self) -> bool:
        """Whether it is the Arabic of a document that stood in another language alone so far."""
        return bool(self.in_arabic and self.row and self.row.is_held and not self.row.is_in_arabic)

    @cached_property
    def turned(self) -> Turned:
        assert self.row is not None, "what turns stands"
        rows = self._stored
        own = [one for one in rows.recommendations if one.values["document"] == self.row.pk]
        offered = self.offered("")
        return turn(
            RowsOfPaper(offered.sections, rows.sections),
            RowsOfPaper(offered.paragraphs, rows.paragraphs),
            RowsOfPaper(offered.footnotes, rows.footnotes),
            RowsOfPaper(offered.recommendations, own),
            RowsOfPaper(self.items, read.subparagraphs_of(own)),
        )

    @cached_property
    def stored(self) -> _Content[StoredRow]:
        """The rows that are there; of a document that turns those that an Arabic text takes the place of."""
        rows = self._stored
        if not self.turns:
            return rows
        partners, gone = self.turned.partners, {pk for kind, pk in self.turned.gone if kind is kinds.RECOMMENDATION}
        return _Content(
            partners[kinds.SECTION],
            partners[kinds.PARAGRAPH],
            partners[kinds.FOOTNOTE],
            [one for one in rows.recommendations if one.pk not in gone],
        )

    @cached_property
    def _stored(self) -> _Content[StoredRow]:
        adopted = [one for one in self.parsed.recommendations if one.body and one.meeting]
        meetings = {meeting_locator(one.body or "", one.meeting or 0) for one in adopted}
        recommendations = read.recommendations_of(self.row, meetings) if meetings or self.row else []
        if self.row is None:
            return _Content([], [], [], recommendations)
        return _Content(
            read.sections_of(self.row),
            read.paragraphs_of(self.row),
            read.footnotes_of(self.row),
            recommendations,
        )

    @cached_property
    def numbered(self) -> list[Numbered]:
        rows = self._stored.recommendations
        if self.turns and self.row:  # what stands in another language says nothing of the series
            rows = [one for one in rows if one.values["document"] != self.row.pk]
        relation = self.parsed.masthead.relation
        return number_recommendations(
            self.parsed.recommendations,
            rows,
            self.row.pk if self.row else None,
            is_addendum=relation is not None and relation.kind == "addendum",
            addenda=read.addenda_among(row.values["document"] for row in rows),
        )

    @cached_property
    def items(self) -> list[Offered]:
        return offer.all_subparagraphs(self.parsed, self.numbered, self.decisions)


def _says_anew(change: Change) -> bool:
    """More than a new name of the file: a row or a merged field that is not as it was."""
    return change.outcome in ("created", "missing") or any(
        one.outcome in ("updated", "conflict") for one in change.fields
    )


# Refusals ------------------------------------------------------------------------------------------------------


def _refuse_unknown(parsed: ParsedDocument) -> None:
    if not family_of(parsed.masthead.kind).is_known:
        raise Refusal(
            f"لم يُعرف نوع الوثيقة: ليست {none_of()}. "
            "إن كانت منها فاذكر نوعها (kind) في ملف manifest.toml."
        )


def _refuse_unplaceable(parsed: ParsedDocument) -> None:
    if any(one.body is None for one in parsed.recommendations):
        raise Refusal("لم تُعرف الهيئة التي اعتمدت هذه التوصيات. اذكرها (body) في ملف manifest.toml.")
    if any(one.meeting is None for one in parsed.recommendations):
        raise (Waits if may_belong(parsed) else Refusal)(
            "لم يُعرف الاجتماع الذي اعتمد هذه التوصيات. اذكر رقمه (meeting_number) في ملف manifest.toml."
        )


def _refuse_other(
    identifiers: Identifiers, found: StoredPaper | None, candidates: Sequence[StoredPaper]
) -> None:
    turns = found is not None and identifiers.language == OWN and found.identifiers.language in FURTHER
    if found is not None and found.has_text and not turns and found.identifiers.language != identifiers.language:
        raise Refusal(
            f"هذه نسخة بلغة أخرى ({identifiers.language}) من وثيقة محفوظة ({found.identifiers.language})؛ "
            "والنص المحفوظ لا تحل محله ترجمة."
        )
    for candidate in candidates:
        if candidate.identifiers.file == identifiers.file and (found is None or candidate.pk != found.pk):
            raise Refusal("هذا اسم ملف وثيقة أخرى محفوظة. أعط الملف اسماً آخر ثم أعد المحاولة.")


# The file of record --------------------------------------------------------------------------------------------


def _plan_record(paper: _Paper, around: Surroundings) -> Plan:
    """A document that is new, or whose file of record this is."""
    parsed, symbol = paper.parsed, paper.identifiers.symbol
    printed = parsed.masthead.symbol or ""
    plan = Plan(parsed.name, "unchanged", symbol=printed, document=paper.row.pk if paper.row else None)
    if paper.row is not None and paper.row.source_file != parsed.name and not paper.turns:
        plan.former_file = paper.row.source_file
    plan_shared(plan, parsed, paper.decisions, around.bodies, symbol)
    slug = plan_cover(plan, parsed, paper.identifiers, paper.found, paper.row, paper.decisions)
    document = Link(kinds.DOCUMENT, slug)
    if paper.row is not None:
        plan.known[document] = paper.row.pk
    offered, stored = paper.offered(slug), paper.stored
    plan_placed(plan, offered.sections, stored.sections, _by_label, _by_level)
    plan_numbered(plan, offered.paragraphs, stored.paragraphs)
    plan_placed(plan, offered.footnotes, stored.footnotes, _by_marker)
    succession = succession_of(parsed, paper.row, accept=around.accept) if paper.in_arabic else ALONE
    if succession.in_force and not (paper.row and paper.row.in_force):
        say_in_force(plan, slug)
    beside = {} if paper.in_arabic else held_beside(stored.recommendations, plan.document)
    taken = {row.locator for row in beside.values()}
    plan_recommendations(
        plan,
        document,
        [one for one in offered.recommendations if one.match not in beside],
        [one for one in paper.items if one.match[0] not in taken],
        [one for one in stored.recommendations if one.match not in beside],
        succession,
        is_whole=paper.in_arabic and parsed.masthead.relation is None,
    )
    plan_errata(plan, document, parsed, paper.errata, paper.listed)
    if not paper.in_arabic:
        rows = (*offered.sections, *offered.paragraphs, *offered.recommendations, *paper.items)
        plan_own_texts(plan, parsed, slug, rows, beside)
    if paper.turns and paper.row is not None:
        plan.turns = True
        plan.removed += paper.turned.gone
        language = paper.row.language
        plan_version(plan, paper.row.pk, slug, language, differing(paper.turned.joined))
    _settle(plan)
    plan.status = "updated" if plan.writes else "unchanged"
    return plan


def _by_label(match: tuple[Any, ...]) -> object:
    return match[-1]


def _by_level(match: tuple[Any, ...]) -> object:
    level, label, _title = match[-1]
    return level, label


def _by_marker(match: tuple[object, ...]) -> object:
    return match[0]


# Another file of a stored document -----------------------------------------------------------------------------


def _cut_short(paper: _Paper, row: Document) -> bool:
    """The end of the stored text is not in the offered one. Recommendations of another document do not count."""
    adopted = paper.stored.recommendations
    own = texts_stored(
        row.kind, paper.stored.paragraphs, [one for one in adopted if one.values["document"] == row.pk]
    )
    others = texts_stored(row.kind, [], [one for one in adopted if one.values["document"] != row.pk])
    texts = texts_of(paper.parsed, paper.numbered)
    offered = {key: text for key, text in texts.items() if key in own or key not in others}
    return is_truncated(offered, own)


def _only_reported(parsed: ParsedDocument, row: Document) -> Plan:
    plan = Plan(parsed.name, "truncated", symbol=row.symbol, document=row.pk)
    plan.changes.append(Change(kinds.DOCUMENT, row.slug, "unchanged", row.pk))
    plan.problems.append(problem("truncated_copy", 0, document=row.symbol or row.slug))
    return plan


def _plan_copy(paper: _Paper, row: Document) -> Plan:
    """Nothing is written; what differs is reported, once for each place."""
    parsed, slug = paper.parsed, row.slug
    plan = Plan(parsed.name, "copy", symbol=row.symbol or paper.identifiers.symbol, document=row.pk)
    offered, stored = paper.offered(slug), paper.stored
    cover = offer.document_of(parsed, slug, paper.identifiers.digest, paper.decisions)
    compare_cover(plan, cover, read.stored_cover(row))
    compare_rows(plan, offered.sections, stored.sections, _by_label, _by_level)
    compare_rows(plan, offered.paragraphs, stored.paragraphs)
    compare_rows(plan, offered.footnotes, stored.footnotes, _by_marker)
    adopted = {one.match for one in offered.recommendations}
    concerned = [
        one for one in stored.recommendations if one.match in adopted or one.values["document"] == row.pk
    ]
    compare_rows(plan, offered.recommendations, concerned)
    compare_rows(plan, paper.items, read.subparagraphs_of(concerned))
    _settle(plan)
    return plan


def _settle(plan: Plan) -> None:
    """A difference that staff have decided about is no conflict any more, until the source says something new."""
    if not plan.conflicts:
        return
    kept = set(
        Conflict.objects.filter(source_file=plan.file, state=Conflict.State.KEPT).values_list(
            "kind", "locator", "field", "offered"
        )
    )
    plan.conflicts = [one for one in plan.conflicts if (one.kind.name, one.locator, one.field, one.offered) not in kept]
    open_rows = {(one.kind, one.locator) for one in plan.conflicts}
    plan.changes = [
        replace(change, outcome="kept")
        if change.outcome == "conflict" and (change.kind, change.locator) not in open_rows
        else change
        for change in plan.changes
    ]
