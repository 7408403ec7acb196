"""Files and steps that would find what they found last time are left be; their report is that of last time.

A file is let be when its bytes, its facts in the manifest, its errata, the version of what reads it and all rows
that it is compared with are as they were at the end of the last load.
"""

from collections.abc import Callable, Iterable
from dataclasses import astuple
from typing import Any

from django.db import transaction

from archive.derivations.deriving import KINDS
from archive.derivations.digests import digest_of
from archive.derivations.settling import Tally
from archive.derivations.versions import READING, RULES, version_of
from archive.models import Conflict, LoadMemory
from archive.parsing.problems import Problem
from archive.parsing.structure import ParsedDocument
from archive.record.state import locked_state
from archive.sources.errata import ErratumRow
from archive.sources.manifest import Manifest

from .changes import Plan, Refusal
from .intake import SourceFile
from .plan import Surroundings, plan_document
from .recognised import Recognised, as_kept, recognised_of
from .report import DocumentReport, Report
from .standing import PlanScope, scope_of, standing_of, standing_of_archive
from .standing_of_many import StandingOfMany, marks_of, marks_written
from .wording import describe

#: Bytes of the files whose structure is kept to the end of a load, to be planned once more: about 200 MB of
#: memory. What comes after that is read again by the next load.
_KEPT_IN_MEMORY = 10_000_000
#: From so many files on the standing of all is read at once, which costs as much as that of three and a pass over all
#: rows.
_MANY = 20


class FilesRemembered:
    """What the last load remembers of these files, and what this one has read for the next to remember."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self.names = frozenset(file.name for file in files)
        known = LoadMemory.objects.filter(key__in=map(_key, self.names))
        self._known = {key: told for key, *told in known.values_list("key", "digest", "standing", "report")}
        self._standing: StandingOfMany | None = None
        # What files of this load have written since the standing of all was read.
        self._written: set[str] = set()
        self._read: list[tuple[SourceFile, ParsedDocument, tuple[ErratumRow, ...]]] = []
        self._room = _KEPT_IN_MEMORY
        self._digests = _DigestsOfFiles()

    def tell(self, file: SourceFile, report: Report) -> bool:
        """Report the file as unchanged, if that is what it is. Whether it was."""
        known = self._known.get(_key(file.name))
        if known is None:
            return False
        digest, standing, said = known
        sha256 = file.sha256()
        if not sha256 or digest != self._digests.of(file, sha256):
            return False
        if standing != self._standing_of(PlanScope.from_json(said["scope"])):
            return False
        _report_again(file.name, said, report)
        return True

    def _standing_of(self, scope: PlanScope) -> str:
        if len(self.names) < _MANY:
            return standing_of(scope, self.names)
        if self._standing is None:
            self._standing, self._written = StandingOfMany(self.names), set()
        if self._written and not self._written.isdisjoint(marks_of(scope)):
            return standing_of(scope, self.names)
        return self._standing.of(scope)

    def wrote(self, parsed: ParsedDocument, plan: Plan) -> None:
        """What was written of a file, which others may look at."""
        if not plan.writes or self._standing is None:
            return
        marks = marks_written(scope_of(parsed, plan), plan)
        if marks is None:
            self._standing = None
        else:
            self._written |= marks

    def note(self, file: SourceFile, parsed: ParsedDocument, errata: tuple[ErratumRow, ...]) -> None:
        """The file was read and what it says was written; `errata` are its rows at the lines that were read."""
        self._room -= file.size()
        if self._room > 0:
            self._read.append((file, parsed, errata))

    def remember(
        self,
        surroundings: Callable[[SourceFile], Surroundings],
        progress: Callable[[int, int, str], None] | None = None,
    ) -> None:
        """Once all is written: what loading the files that were read once more would report, where it writes nothing.

        Only now it is known what became of the rows that several files share.
        """
        rows = []
        for done, (file, parsed, errata) in enumerate(self._read):
            if progress is not None:
                progress(done, len(self._read), file.name)
            rows.append(self._memory_of(file, parsed, errata, surroundings(file)))
        _keep([row for row in rows if row is not None])

    @transaction.atomic
    def _memory_of(
        self, file: SourceFile, parsed: ParsedDocument, errata: tuple[ErratumRow, ...], around: Surroundings
    ) -> LoadMemory | None:
        locked_state()  # what staff save meanwhile comes before the plan or after the digest
        try:
            plan = plan_document(parsed, errata, around)
        except Refusal:
            return None
        if plan.writes or not _asked_already(plan):
            return None
        scope = scope_of(parsed, plan)
        return LoadMemory(
            key=_key(file.name),
            digest=self._digests.of(file, parsed.sha256),
            standing=standing_of(scope, self.names),
            report={**_said(plan, parsed.problems, recognised_of(parsed)), "scope": scope.as_json()},
        )


def _asked_already(plan: Plan) -> bool:
    """Whether staff are asked just what the plan would ask them."""
    asked = Conflict.objects.filter(source_file=plan.file, state=Conflict.State.OPEN)
    found = {(one.kind.name, one.locator, one.field, one.stored, one.offered) for one in plan.conflicts}
    return plan.status == "truncated" or found == set(asked.values_list("kind", "locator", "field", "held", "offered"))


def _key(name: str) -> str:
    return f"file:{name}"


def _keep(rows: list[LoadMemory]) -> None:
    fields = ["digest", "standing", "report"]
    LoadMemory.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=fields)


class _DigestsOfFiles:
    """What decides how a file is read, as a digest; what a manifest says for all of its files is told once."""

    def __init__(self) -> None:
        self._said: dict[int, tuple[Manifest, list[Any]]] = {}

    def of(self, file: SourceFile, sha256: str) -> str:
        # With the manifest itself, so that no other one takes its place in memory.
        if id(file.manifest) not in self._said:
            self._said[id(file.manifest)] = (file.manifest, list(map(astuple, file.manifest.bodies)))
        bodies = self._said[id(file.manifest)][1]
        declared = file.manifest.sources.get(file.name)
        facts = [astuple(declared) if declared else None, bodies, file.manifest.specimen]
        return digest_of(sha256, facts, list(map(astuple, file.errata)), version_of(READING))


# What is derived -----------------------------------------------------------------------------------------------

_DERIVED = "derived"


def tell_derived(report: Report) -> bool:
    """Report that nothing is derived anew, if neither the rules nor what they read has changed. Whether it is so."""
    known = LoadMemory.objects.filter(key=_DERIVED).values_list("digest", "standing").first()
    if known != (version_of(RULES), standing_of_archive()):
        return False
    for kind in KINDS:
        report.add_counts(kind.name, Tally().in_all(kind.model))
    return True


def remember_derived() -> None:
    """Everything has just been derived, and no rule failed."""
    _keep([LoadMemory(key=_DERIVED, digest=version_of(RULES), standing=standing_of_archive())])


# What is reported again --------------------------------------------------------------------------------------


def _said(plan: Plan, problems: Iterable[Problem], recognised: Recognised) -> dict[str, Any]:
    outcomes: dict[str, dict[str, list[str]]] = {}
    for change in plan.changes:
        outcomes.setdefault(change.kind.name, {}).setdefault(change.outcome, []).append(change.locator)
    return {
        "status": plan.status,
        "symbol": plan.symbol,
        "problems": [astuple(one) for one in (*problems, *plan.problems)],
        "problems_of_others": [(file, astuple(one)) for file, one in plan.problems_of_others],
        "changes": [describe(change) for change in plan.changes if change.outcome != "unchanged"],
        "differs": len(plan.conflicts),
        "recognised": recognised,
        "outcomes": outcomes,
    }


def _report_again(name: str, said: dict[str, Any], report: Report) -> None:
    report.add_outcomes(said["outcomes"])
    report.problems_of_others += [(file, Problem(*one)) for file, one in said["problems_of_others"]]
    problems = [Problem(*one) for one in said["problems"]]
    recognised = as_kept(said.get("recognised", {}))
    facts = (said["status"], said["symbol"], problems, said["changes"], said["differs"], recognised)
    told = DocumentReport(name, *facts)
    report.documents.append(told)
