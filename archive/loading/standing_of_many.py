"""How the rows of many files stand, in a dozen queries for all of them: to the digest that `standing_of` gives of each.

Read before anything is written; from then on a file is asked by itself where another one that was written may have
changed what its plan looks at (`marks_of`, `marks_written`).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum

from archive.derivations.digests import digest_of
from archive.models import (
    AgendaItem,
    Body,
    Conflict,
    Document,
    Erratum,
    Footnote,
    Meeting,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
)
from archive.record.addresses import Identifiers, identifiers_of_row
from archive.record.kinds import AGENDA_ITEM, BODY, DOCUMENT, MEETING, RECOMMENDATION, SUBPARAGRAPH

from .changes import Plan
from .identity import StoredPaper, find_stored
from .standing import TOLD_OF_ERRATA, TOLD_OF_QUESTIONS, PlanScope

#: How many rows, the sum of their keys, when the last one changed.
Cell = tuple[int, int | None, datetime | None]
_NOTHING: Cell = (0, None, None)
#: Of a document: key, slug, symbol, moment, file.
_Told = tuple[int, str, str, datetime, str]


class StandingOfMany:
    def __init__(self, files: frozenset[str]) -> None:
        self._files = files
        self._bodies = list(Body.objects.order_by("slug").values_list("slug", flat=True))
        self._read_documents()
        self._meetings = {
            slug: (pk, slug, at) for pk, slug, at in Meeting.objects.values_list("pk", "slug", "updated_at")
        }
        self._items: dict[str, list[Any]] = defaultdict(list)
        items = AgendaItem.objects.order_by("pk").values_list("pk", "meeting__slug", "number", "updated_at")
        for item in items:
            self._items[item[1]].append(item)
        self._parts = [_cells(rows, "document") for rows in _of_documents()]
        self._adopted = [
            _Adopted(Recommendation.objects.all(), "meeting__slug", "document"),
            _Adopted(Subparagraph.objects.all(), "recommendation__meeting__slug", "recommendation__document"),
        ]
        self._errata = _told(Erratum.objects.all(), "document", TOLD_OF_ERRATA)
        self._questions = _told(Conflict.objects.all(), "source_file", TOLD_OF_QUESTIONS)

    def _read_documents(self) -> None:
        self._told: dict[int, _Told] = {}
        self._by_slug: dict[str, int] = {}
        self._by_symbol: dict[str, list[int]] = defaultdict(list)
        self._papers: dict[str, list[StoredPaper]] = defaultdict(list)
        of_rows = "symbol slug job_number kind language digest source_file relation printed_title title updated_at"
        of_links = "body__symbol meeting__number agenda_item__number"
        rows = Document.objects.select_related("body", "meeting", "agenda_item").only(*f"{of_rows} {of_links}".split())
        for row in rows.order_by("pk"):
            self._told[row.pk] = (row.pk, row.slug, row.symbol, row.updated_at, row.source_file)
            self._by_slug[row.slug] = row.pk
            self._by_symbol[row.symbol.lower()].append(row.pk)
            paper = StoredPaper(row.pk, identifiers_of_row(row), row.is_held)
            for mark in _marks_of_paper(paper.identifiers):
                self._papers[mark].append(paper)

    def of(self, scope: PlanScope) -> str:
        """What `standing_of` would give."""
        found = self._find(scope.identifiers)
        own = found.pk if found else 0
        file = scope.identifiers.file
        slugs = {locator.partition("#")[0] for locator in scope.shared.get(AGENDA_ITEM.name, [])}
        named = {pk for symbol in scope.named for pk in self._by_symbol.get(symbol, ())}
        slugs_of_papers = scope.shared.get(DOCUMENT.name, [])
        papers = sorted(named | {self._by_slug[slug] for slug in slugs_of_papers if slug in self._by_slug} | {own})
        rows = [
            sorted(paper.pk for paper in self._papers.get(_mark("file", file), ())),
            self._bodies,
            sorted(self._meetings[slug] for slug in set(scope.shared.get(MEETING.name, [])) if slug in self._meetings),
            sorted(item for slug in slugs for item in self._items.get(slug, ())),
            [(*self._told[pk], self._told[pk][-1] in self._files) for pk in papers if pk in self._told],
            *(list(cells.get(own, _NOTHING)) for cells in self._parts),
            *(list(adopted.of(scope.meetings, own)) for adopted in self._adopted),
            self._errata.get(own, []),
            self._questions.get(file, []),
        ]
        return digest_of(own, rows)


    def _find(self, offered: Identifiers) -> StoredPaper | None:
        """The stored paper that it is. One with its symbol and a text is, whoever else has the same cover: where all
        papers of a body have none, that is everybody.
        """
        named = self._papers.get(_mark("symbol", offered.symbol.lower()), ()) if offered.symbol else ()
        found = find_stored(offered, named)
        if found is not None and found.has_text and found.identifiers.symbol == offered.symbol:
            return found
        candidates = {paper.pk: paper for mark in _marks_of_paper(offered) for paper in self._papers.get(mark, ())}
        return find_stored(offered, [candidates[pk] for pk in sorted(candidates)])


class _Adopted:
    """Rows of meetings and of documents, either of which a file may offer: counted by both."""

    def __init__(self, rows: QuerySet[Any], meeting: str, document: str) -> None:
        self._of_meeting: dict[str, dict[int | None, Cell]] = defaultdict(dict)
        self._of_document: dict[int, dict[str, Cell]] = defaultdict(dict)
        for slug, own, *cell in _summed(rows, meeting, document):
            self._of_meeting[slug][own] = _as_cell(cell)
            if own is not None:
                self._of_document[own][slug] = _as_cell(cell)

    def of(self, meetings: Iterable[str], own: int) -> Cell:
        wanted = set(meetings)
        cells = [cell for slug in wanted for cell in self._of_meeting.get(slug, {}).values()]
        cells += [cell for slug, cell in self._of_document.get(own, {}).items() if slug not in wanted]
        return _together(cells)


def _of_documents() -> tuple[QuerySet[Any], ...]:
    return Section.objects.all(), Paragraph.objects.all(), Footnote.objects.all()


def _summed(rows: QuerySet[Any], *by: str) -> Iterable[tuple[Any, ...]]:
    counted = rows.order_by().values(*by).annotate(n=Count("pk"), keys=Sum("pk"), at=Max("updated_at"))
    cells: Iterable[tuple[Any, ...]] = counted.values_list(*by, "n", "keys", "at")
    return cells


def _cells(rows: QuerySet[Any], by: str) -> dict[int, Cell]:
    return {own: _as_cell(cell) for own, *cell in _summed(rows, by)}


def _as_cell(cell: list[Any]) -> Cell:
    count, keys, at = cell
    return count, keys, at


def _together(cells: list[Cell]) -> Cell:
    if not cells:
        return _NOTHING
    return sum(one[0] for one in cells), sum(one[1] or 0 for one in cells), max(one[2] for one in cells if one[2])


def _told(rows: QuerySet[Any], of: str, fields: tuple[str, ...]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, *told in rows.order_by("pk").values_list(of, *fields):
        found[key].append(tuple(told))
    return found


# Who may have changed for whom ---------------------------------------------------------------------------------


def _mark(kind: str, value: str) -> str:
    return f"{kind} {value}"


def _marks_of_paper(paper: Identifiers) -> set[str]:
    """By which a file and a row may be recognised as one; a mark in common is necessary, not enough."""
    named = {"symbol": paper.symbol.lower(), "job": paper.job_number.lower(), "text": paper.digest, "file": paper.file}
    marks = {_mark(kind, value) for kind, value in named.items() if value}
    return marks | ({f"cover {'|'.join(map(str, paper.cover))}"} if paper.cover else set())


def marks_of(scope: PlanScope) -> set[str]:
    """Of all that the plan of a file looked at."""
    meetings = {*scope.meetings, *scope.shared.get(MEETING.name, [])}
    meetings |= {locator.partition("#")[0] for locator in scope.shared.get(AGENDA_ITEM.name, [])}
    papers = {f"paper {slug}" for slug in scope.shared.get(DOCUMENT.name, [])}
    named = {f"symbol {symbol}" for symbol in scope.named}
    return {f"meeting {slug}" for slug in meetings} | papers | named | _marks_of_paper(scope.identifiers)


def marks_written(scope: PlanScope, plan: Plan) -> set[str] | None:
    """Of all that a plan wrote; None where it may be anything: a new body, a paper that took another's place."""
    written = [change for change in plan.changes if change.write]
    if plan.absorbed or plan.former_slug or plan.removed or plan.moves or any(one.kind is BODY for one in written):
        return None
    marks = _marks_of_paper(scope.identifiers)
    for change in written:
        if change.kind is DOCUMENT:
            marks |= {f"paper {change.locator}", *(f"symbol {symbol}" for symbol in scope.named)}
        elif change.kind in (MEETING, AGENDA_ITEM):
            marks.add(f"meeting {change.locator.partition('#')[0]}")
        elif change.kind in (RECOMMENDATION, SUBPARAGRAPH):
            marks |= {f"meeting {slug}" for slug in scope.meetings}
    return marks
