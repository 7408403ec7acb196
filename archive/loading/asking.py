"""The held papers that ask something of staff: what is unknown of each, what waits for a decision, what is wrong."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q

from archive.models import Conflict, Document, ImportProblem, ImportRun


def papers_that_ask() -> list[dict[str, Any]]:
    """The held papers of which something is unknown, or which ask something of staff, the worst first.

    `problems` counts those that the last load found, by code, with the first sentence of each.
    """
    run = ImportRun.objects.finished().first()
    told: dict[str, list[ImportProblem]] = {}
    for one in ImportProblem.objects.filter(run=run).order_by("pk") if run else ():
        told.setdefault(one.file, []).append(one)
    waiting = Count("errata", filter=Q(errata__certainty="doubtful", errata__decision="waiting"), distinct=True)
    asked = Count("conflicts", filter=Q(conflicts__state=Conflict.State.OPEN), distinct=True)
    papers = Document.objects.held().annotate(**{"waiting": waiting, "asked": asked})
    found = [_paper_that_asks(row, told.get(row.source_file, [])) for row in papers.order_by("slug")]
    reasons = ("unknown", "problems", "waiting_errata", "open_conflicts", "relation_waits")
    asking = [one for one in found if any(one[reason] for reason in reasons)]
    return sorted(asking, key=_weight, reverse=True)


def _paper_that_asks(row: Any, problems: Sequence[ImportProblem]) -> dict[str, Any]:
    by_code: dict[str, dict[str, Any]] = {}
    for one in problems:
        said = by_code.setdefault(one.code, {"severity": one.severity, "count": 0, "first": one.message})
        said["count"] += 1
    unknown = [name for name in ("symbol", "title", "date", "body_id") if not getattr(row, name)]
    return {
        "document": row.slug,
        "file": row.source_file,
        "kind": row.kind,
        "unknown": [name.removesuffix("_id") for name in unknown],
        "left_out": len(row.left_out),
        "waiting_errata": row.waiting,
        "open_conflicts": row.asked,
        "relation": row.relation,
        "relation_waits": bool(row.relation and row.relates_to_id is None),
        "problems": by_code,
    }


def _weight(paper: dict[str, Any]) -> tuple[int, ...]:
    """How much it asks: errors, warnings, what staff must decide, what is unknown."""
    problems = paper["problems"].values()
    by_severity = (sum(one["count"] for one in problems if one["severity"] == kind) for kind in ("error", "warning"))
    return *by_severity, paper["open_conflicts"], paper["waiting_errata"], len(paper["unknown"])


_FACT_NAMES = {"symbol": "الرمز", "title": "العنوان", "date": "التاريخ", "body": "الهيئة"}


def papers_as_lines(papers: Iterable[dict[str, Any]]) -> Iterable[str]:
    """For a person, a line a paper."""
    for paper in papers:
        parts = []
        if paper["unknown"]:
            parts.append(f"لم يُعرف {'، '.join(_FACT_NAMES[name] for name in paper['unknown'])}")
        if paper["relation_waits"]:
            parts.append("تتبع وثيقة ليست في الأرشيف")
        if paper["waiting_errata"]:
            parts.append(f"تصويبات تنتظر المراجعة {paper['waiting_errata']}")
        if paper["open_conflicts"]:
            parts.append(f"تعارضات مفتوحة {paper['open_conflicts']}")
        for said in paper["problems"].values():
            more = f" (ومثله {said['count'] - 1})" if said["count"] > 1 else ""
            parts.append(f"{said['first'].rstrip('.')}{more}")
        yield f"وثيقة {paper['document']} ({paper['file']}): {'؛ '.join(parts)}."
