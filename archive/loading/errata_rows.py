"""Planning the errata of a document: a row of errata.csv is a row here, and staff's decision about it stays."""

from collections.abc import Sequence

from archive.models import Erratum
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.values import Link
from archive.sources.errata import ErratumRow

from .changes import Change, Plan, Written
from .corrigenda import ListedErratum


def with_those_of_staff(errata: Sequence[ErratumRow], file: str) -> tuple[ErratumRow, ...]:
    """The rows beside a file with those that staff entered into its document; of one place it is staff's reading."""
    told = ("line", "printed", "corrected", "certainty", "note")
    rows = Erratum.objects.filter(by_hand=True, document__source_file=file).order_by("pk").values_list(*told)
    own = {(line, printed): ErratumRow(file, line, printed, *rest) for line, printed, *rest in rows}
    beside = [own.pop((row.line, row.printed), row) for row in errata]
    return (*beside, *own.values())


def plan_errata(
    plan: Plan,
    document: Link,
    parsed: ParsedDocument,
    errata: Sequence[ErratumRow],
    listed: Sequence[ListedErratum] = (),
) -> None:
    """A row of errata.csv is a row here, and so is what a corrigendum lists; staff's decision about it stays."""
    there = {}
    if plan.document is not None:
        there = {(row.line, row.printed): row for row in Erratum.objects.filter(document=plan.document)}
    found = {(one.line, one.printed) for one in (*parsed.corrections, *parsed.overlapped)}
    for row in errata:
        key = (row.line, row.printed)
        _plan_erratum(plan, document, row, there.pop(key, None), matched=key in found)
    for one in listed:
        row = ErratumRow(plan.file, one.line, one.printed, one.corrected, "doubtful", one.note)
        stored = there.pop((row.line, row.printed), None)
        _plan_erratum(
            plan, document, row, stored, matched=one.target is not None, corrigendum=one.corrigendum
        )
    for gone in there.values():
        write: dict[str, Written] = {"matched": False} if gone.matched else {}
        plan.changes.append(Change(kinds.ERRATUM, _erratum_locator(gone, document), "missing", gone.pk, write))


def _plan_erratum(
    plan: Plan,
    document: Link,
    row: ErratumRow,
    stored: Erratum | None,
    *,
    matched: bool,
    corrigendum: int | None = None,
) -> None:
    says: dict[str, Written] = {
        "corrected": row.corrected,
        "certainty": row.certainty,
        "note": row.note,
        "matched": matched,
        "decision": "accepted" if row.certainty == "certain" else "waiting",
        "corrigendum_id": corrigendum,
    }
    locator = _erratum_locator(row, document)
    if stored is None:
        owners: dict[str, Written] = {"document": document, "line": row.line, "printed": row.printed}
        plan.changes.append(Change(kinds.ERRATUM, locator, "created", None, {**owners, **says}))
        return
    if stored.decided_at is not None:
        del says["decision"]
    write = {name: value for name, value in says.items() if getattr(stored, name) != value}
    plan.changes.append(Change(kinds.ERRATUM, locator, "updated" if write else "unchanged", stored.pk, write))


def _erratum_locator(row: ErratumRow | Erratum, document: Link) -> str:
    return f"{document.locator}#{row.line}:{row.printed}"
