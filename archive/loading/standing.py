"""How the rows stand that a plan looks at, as a digest: whatever staff or another file change there, it changes."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any

from django.db.models import Count, Max, Model, Q, QuerySet, Sum
from django.db.models.functions import Lower

from archive.derivations.digests import digest_of
from archive.models import (
    AgendaItem,
    ArchiveState,
    Body,
    Conflict,
    Derivation,
    Document,
    Erratum,
    Footnote,
    Meeting,
    OperativeActor,
    OperativeAddressee,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.parsing.structure import ParsedDocument
from archive.record.addresses import CoverIdentity, Identifiers
from archive.record.kinds import AGENDA_ITEM, DOCUMENT, MEETING, ROW_KINDS
from archive.record.locators import meeting_locator

from .changes import Plan
from .identity import find_stored, identifiers_of
from .stored_rows import candidates_for

_SOURCED: tuple[type[Model], ...] = tuple(kind.model for kind in ROW_KINDS if kind.sourced)
#: Rows that carry no date of change: who edits them raises the data version. Three models are parts of other kinds.
_UNDATED: tuple[type[Model], ...] = (
    *(kind.model for kind in ROW_KINDS if not kind.sourced),
    *(Derivation, OperativeAddressee, OperativeActor),
)


TOLD_OF_ERRATA = (
    "line", "printed", "corrected", "certainty", "note", "matched", "decision", "decided_at", "by_hand",
)  # fmt: skip
TOLD_OF_QUESTIONS = ("kind", "locator", "field", "held", "offered", "state")


@dataclass(frozen=True, slots=True)
class PlanScope:
    """What a plan looked at: who the document is, the meetings whose recommendations it offers, the rows that it
    shares with others (locators by kind), the papers that it names (symbols).
    """

    identifiers: Identifiers
    meetings: tuple[str, ...]
    shared: dict[str, list[str]]
    named: tuple[str, ...]

    def as_json(self) -> list[Any]:
        return [astuple(self.identifiers), self.meetings, self.shared, self.named]

    @classmethod
    def from_json(cls, said: list[Any]) -> "PlanScope":
        (symbol, job_number, cover, *rest), meetings, shared, named = said
        identifiers = Identifiers(symbol, job_number, CoverIdentity(*cover) if cover else None, *rest)
        return cls(identifiers, tuple(meetings), shared, tuple(named))


def scope_of(parsed: ParsedDocument, plan: Plan) -> PlanScope:
    shared: dict[str, list[str]] = {}
    for change in plan.changes:
        if change.kind in (MEETING, AGENDA_ITEM, DOCUMENT):
            shared.setdefault(change.kind.name, []).append(change.locator)
    adopted = {(one.body, one.meeting) for one in parsed.recommendations if one.body and one.meeting}
    meetings = {meeting_locator(body, number) for body, number in adopted if body and number}
    named = {reference.symbol.lower() for reference in parsed.references}
    return PlanScope(identifiers_of(parsed), tuple(sorted(meetings)), shared, tuple(sorted(named)))


def standing_of(scope: PlanScope, files: frozenset[str]) -> str:
    """A digest of all rows of the archive that decide what the plan of this document would be.

    Of the document itself, and of meetings, how many rows there are, which, and when the last of them changed;
    `files`: those of this load, since a copy of a file that is loaded too is no new name of it.
    """
    candidates = candidates_for(scope.identifiers)
    found = find_stored(scope.identifiers, candidates)
    own = found.pk if found else 0
    rows = [
        [candidate.pk for candidate in candidates if candidate.identifiers.file == scope.identifiers.file],
        list(Body.objects.order_by("slug").values_list("slug", flat=True)),
        _dated(Meeting.objects.filter(slug__in=scope.shared.get(MEETING.name, [])), "slug"),
        _dated(_items(scope.shared.get(AGENDA_ITEM.name, [])), "meeting__slug", "number"),
        [(*row, row[-1] in files) for row in _documents(scope, own)],
        *(_sum(model._default_manager.filter(document=own)) for model in (Section, Paragraph, Footnote)),
        _sum(Recommendation.objects.filter(Q(meeting__slug__in=scope.meetings) | Q(document=own))),
        _sum(
            Subparagraph.objects.filter(
                Q(recommendation__meeting__slug__in=scope.meetings) | Q(recommendation__document=own)
            )
        ),
        _errata(own),
        _questions(scope.identifiers.file),
    ]
    return digest_of(own, rows)


def _dated(rows: QuerySet[Any], *names: str) -> list[Any]:
    return list(rows.order_by("pk").values_list("pk", *names, "updated_at"))


def _items(locators: Iterable[str]) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(meeting__slug__in={locator.partition("#")[0] for locator in locators})


def _documents(scope: PlanScope, own: int) -> list[Any]:
    """Itself, those that its plan touches, and those that bear a symbol which it names; the file of each last."""
    slugs = scope.shared.get(DOCUMENT.name, [])
    rows = Document.objects.annotate(symbol_in_small=Lower("symbol")).filter(
        Q(pk=own) | Q(slug__in=slugs) | Q(symbol_in_small__in=scope.named)
    )
    return list(rows.order_by("pk").values_list("pk", "slug", "symbol", "updated_at", "source_file"))


def _sum(rows: QuerySet[Any]) -> list[Any]:
    """How many rows, which, and when the last one changed."""
    return list(rows.order_by().aggregate(n=Count("pk"), keys=Sum("pk"), at=Max("updated_at")).values())


def _errata(document: int) -> list[Any]:
    rows = Erratum.objects.filter(document=document).order_by("pk")
    return list(rows.values_list(*TOLD_OF_ERRATA))


def _questions(file: str) -> list[Any]:
    rows = Conflict.objects.filter(source_file=file).order_by("pk")
    return list(rows.values_list(*TOLD_OF_QUESTIONS))


# The whole archive ---------------------------------------------------------------------------------------------


def standing_of_archive() -> str:
    """A digest of all that is derived from and of what is derived: which rows there are, and when they changed.

    Whatever staff do raises the data version; what is done to the database by hand is told by the rows.
    """
    versions = list(ArchiveState.objects.values_list("data_version", flat=True))
    dated = [_sum(model._default_manager.all()) for model in _SOURCED]
    undated = [
        list(model._default_manager.order_by().aggregate(n=Count("pk"), keys=Sum("pk")).values()) for model in _UNDATED
    ]
    return digest_of(versions, dated, undated)
