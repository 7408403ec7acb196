"""What a load did: outcomes by kind, files, problems, refusals; as JSON and as Arabic lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from archive.parsing.problems import Problem
from archive.record.kinds import KIND_BY_NAME
from archive.record.merge import Outcome, strongest

from .changes import Change, Plan, Status
from .intake import RefusedFile
from .recognised import Recognised, recognised_as_lines, without_floods
from .wording import OUTCOME_NAMES, SEVERITY_NAMES, STATUS_NAMES, describe

#: A person is shown this many problems of a file; all of them stand in the run and in the JSON.
SHOWN_PROBLEMS = 20

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

#: What to do about a copy that says otherwise.
_REMEDY = (
    "فيها ما يخالف المحفوظ (عدد المواضع: {places}). انظر في كل موضع في لوحة الإدارة (التعارضات)، أو خذ بها كلها: "
    "حمّلها وحدها بالأمر load_archive --accept ثم مسارها."
)


@dataclass
class DocumentReport:
    file: str
    status: Status
    symbol: str
    problems: list[Problem]
    changes: list[str] = field(default_factory=list)
    #: In how many places it says otherwise than what is stored, staff having decided about none of them.
    differs: int = 0
    #: What was recognised of it, and what was left out.
    recognised: Recognised = field(default_factory=dict)

    @property
    def weight(self) -> tuple[int, ...]:
        """How much it asks of staff, by the gravity of what is wrong."""
        severities = [one.severity for one in self.problems]
        return severities.count("error"), severities.count("warning") + self.differs, severities.count("info")


@dataclass
class Report:
    """The whole load. A row that several documents touch counts once, with its strongest outcome."""

    documents: list[DocumentReport] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    problems_of_others: list[tuple[str, Problem]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    #: Files of which staff took others in at the desk.
    replaced: list[str] = field(default_factory=list)
    dry_run: bool = False
    _rows: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    _counts: dict[str, dict[Outcome, int]] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        return bool(self.refused)

    def add_changes(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._add(change.kind.name, (change.locator,), change.outcome)

    def add_outcomes(self, outcomes: Mapping[str, Mapping[Outcome, Sequence[str]]]) -> None:
        """The same for locators by kind and outcome."""
        for kind, by_outcome in outcomes.items():
            for outcome, locators in by_outcome.items():
                self._add(kind, locators, outcome)

    def _add(self, kind: str, locators: Iterable[str], outcome: Outcome) -> None:
        for locator in locators:
            before = self._rows.setdefault((kind, locator), outcome)
            if before != outcome:
                self._rows[kind, locator] = strongest([before, outcome])

    def add_counts(self, kind: str, counts: dict[Outcome, int]) -> None:
        """Of rows that no document offers one by one: what rules derive."""
        self._counts[kind] = counts

    def add_plan(self, plan: Plan, problems: Iterable[Problem], recognised: Recognised | None = None) -> None:
        self.add_changes(plan.changes)
        self.problems_of_others += plan.problems_of_others
        found = [*problems, *plan.problems]
        changes = [describe(change) for change in plan.changes if change.outcome != "unchanged"]
        differs = len(plan.conflicts)
        told = DocumentReport(plan.file, plan.status, plan.symbol, found, changes, differs, recognised or {})
        self.documents.append(told)

    def refuse(self, file: str, reason: str) -> None:
        self.refused.append(RefusedFile(file, reason))

    def outcomes(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {kind: dict.fromkeys(OUTCOMES, 0) for kind in KIND_BY_NAME}
        for (kind, _), outcome in self._rows.items():
            counts[kind][outcome] += 1
        for kind, known in self._counts.items():
            counts[kind].update({str(name): count for name, count in known.items()})
        return counts

    def settle_problems(self) -> None:
        """Put what one document showed wrong in another beside that other, if it was loaded too."""
        by_file = {document.file: document for document in self.documents}
        for file, found in self.problems_of_others:
            told = by_file.get(file)
            if told is not None and not any(one.message == found.message for one in told.problems):
                told.problems.append(found)


def problem_as_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "line": problem.line,
        "message": problem.message,
        **({"place": problem.place} if problem.place else {}),
    }


def documents_as_json(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "file": one.file,
            "status": one.status,
            "symbol": one.symbol,
            "problems": [problem_as_json(problem) for problem in one.problems],
            **({"recognised": one.recognised} if one.recognised else {}),
            **({"changes": one.changes} if report.dry_run else {}),
        }
        for one in report.documents
    ]


def report_as_json(report: Report) -> dict[str, Any]:
    return {
        "documents": documents_as_json(report),
        "outcomes": report.outcomes(),
        "refused": [{"file": one.file, "reason": one.reason} for one in report.refused],
        **({"passed_over": report.passed_over} if report.passed_over else {}),
        **({"replaced": report.replaced} if report.replaced else {}),
        **({"dry_run": True} if report.dry_run else {}),
    }


def report_as_lines(report: Report) -> list[str]:
    """For a person: refusals, files with their problems, the worst first, then what became of the rows."""
    lines: list[str] = []
    if report.dry_run:
        lines.append("تجربة: هذا ما كان سيحدث، ولم يُكتب شيء.")
    for refused in report.refused:
        lines.append(f"{refused.file}: رُفض. {refused.reason}")
    if report.passed_over:
        named = "، ".join(report.passed_over)
        lines.append(f"ملفات تُركت لأنها ليست مما يُقرأ (*.txt أو *.docx أو *.xml أو *.pdf): {named}")
    if report.replaced:
        lines.append(f"ملفات حلّ محلها ما استُلم في لوحة الإدارة فلم تُحمَّل: {'، '.join(report.replaced)}")
    for document in sorted(report.documents, key=lambda one: one.weight, reverse=True):
        symbol = f" ({document.symbol})" if document.symbol else ""
        lines.append(f"{document.file}{symbol}: {STATUS_NAMES[document.status]}")
        if document.status == "copy" and document.differs:
            lines.append(f"  {_REMEDY.format(places=document.differs)}")
        lines += [f"  {line}" for line in recognised_as_lines(document.recognised)]
        lines += _problem_lines(document.problems)
        if report.dry_run:
            lines += [f"  {change}" for change in document.changes]
    lines.append("الحصيلة:")
    for kind, counts in report.outcomes().items():
        told = "، ".join(f"{OUTCOME_NAMES[name]} {counts[name]}" for name in OUTCOMES if counts[name])
        if told:
            lines.append(f"  {KIND_BY_NAME[kind].names[1]}: {told}")
    return lines


def _problem_lines(problems: Sequence[Problem]) -> list[str]:
    """The gravest first, a flood of like ones as one line; a text that is wrong throughout must not bury the others."""
    told = without_floods(problems)
    lines = [f"  {_problem_line(problem)}{_and_like(alike)}" for problem, alike in told[:SHOWN_PROBLEMS]]
    if len(told) > SHOWN_PROBLEMS:
        lines.append(f"  … عدد المشكلات {len(problems)}؛ وهي كلها في لوحة الإدارة (عمليات التحميل) ومع --json.")
    return lines


def _and_like(lines: Sequence[int]) -> str:
    """« (ومثله 24: الأسطر 2، 3، 4 …)»."""
    if not lines:
        return ""
    known = [str(line) for line in lines if line]
    places = f": الأسطر {'، '.join(known[:3])}{' …' if len(known) > 3 else ''}" if known else ""
    return f" (ومثله {len(lines)}{places})"


def _problem_line(problem: Problem) -> str:
    return f"{SEVERITY_NAMES[problem.severity]}: {problem.where}{problem.message}"
