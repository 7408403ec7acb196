"""The quality of what is stored: numbering, conflicts, rows gone from their source, errata, lines without a place,
recommendations of whose meaning something is unknown."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from archive.models import (
    Conflict,
    Document,
    Erratum,
    OperativeClause,
    Paragraph,
    Recommendation,
    TopicAssignment,
)
from archive.numbering import suffixes
from archive.numbering.series import begins_at, in_one_series
from archive.record.kinds import ROW_KINDS
from archive.search.entries import index_problem

from .asking import papers_as_lines, papers_that_ask

INDEX_IN_ORDER = "in order"
#: One number of nine digits must not make a list as long as itself.
MOST_GAPS = 1_000
MOST_SHOWN = 10
#: What recommendations lack, and what staff may do about it.
_WITHOUT = {
    "without_addressee": (
        "بلا جهة مخاطَبة",
        "إن كان النص يخاطب أحداً فأضفه إلى صيغته التنفيذية في صفحة التوصية بلوحة الإدارة",
    ),
    "without_operative_class": (
        "بلا عبارة منطوق",
        "أضف الصيغة وقوتها والجهة المخاطَبة في صفحة التوصية بلوحة الإدارة",
    ),
    "without_topic": (
        "بلا موضوع",
        "أسندها إلى موضوع في صفحة التوصية بلوحة الإدارة، أو أضف إلى قواعد المواضيع ما يدل عليها",
    ),
}


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list whose numbers do not run from 1 without gap or double. `where` is a meeting or a document."""

    kind: str
    where: str
    gaps: list[int]
    doubles: list[int]


def check_numbers(
    kind: str, where: str, numbers: Iterable[int], first: int = 1, elsewhere: Collection[int] = ()
) -> Numbering | None:
    """What is wrong with a list of numbers that begins at `first`, if anything is; what others bear is no gap."""
    counts = Counter(numbers)
    missing = (
        number for number in range(first, max(counts, default=0)) if number not in counts and number not in elsewhere
    )
    gaps = list(islice(missing, MOST_GAPS))
    doubles = sorted(number for number, count in counts.items() if count > 1)
    return Numbering(kind, where, gaps, doubles) if gaps or doubles else None


def check_numbering() -> list[Numbering]:
    """Every faulty list of recommendations and of paragraphs. The database finds the lists, so few rows are read."""
    recommendations = Recommendation.objects.order_by("meeting__body__symbol", "meeting__number", "series")
    paragraphs = Paragraph.objects.with_a_number().order_by("document__slug", "series")
    return [
        *_faulty("recommendation", recommendations.filter(suffix=suffixes.NO_SUFFIX), "meeting__slug"),
        *_faulty("paragraph", paragraphs, "document__slug"),
    ]


def _numbers_elsewhere(kind: str, places: Collection[str]) -> dict[str, set[int]]:
    """Recommendations may be numbered with the paragraphs of their report: the numbers of the others, by place.

    One query.
    """
    form = Recommendation.Form.PARAGRAPH
    others: QuerySet[Any] = Recommendation.objects.filter(document__slug__in=places, form=form)
    place = "document__slug"
    if kind == "recommendation":
        place = "document__recommendations__meeting__slug"
        others = Paragraph.objects.with_a_number().filter(
            document__recommendations__form=form, document__recommendations__meeting__slug__in=places, series=0
        )
    found: dict[str, set[int]] = {}
    for slug, number in others.order_by().values_list(place, "number").distinct():
        found.setdefault(slug, set()).add(number)
    return found


def _faulty(kind: str, rows: QuerySet[Any], where: str) -> list[Numbering]:
    """Series by series. One that begins beyond LOST_BEGINNING goes on from another paper."""
    counted: dict[str, Any] = {
        "n": Count("pk"),
        "numbers": Count("number", distinct=True),
        "first": Min("number"),
        "last": Max("number"),
    }
    ranges = rows.values(where, "series").annotate(**counted).values_list(where, "series", *counted)
    wrong = {
        (place, series): begins_at(first)
        for place, series, n, numbers, first, last in ranges
        if not n == numbers == last - begins_at(first) + 1
    }
    lists: dict[tuple[str, int], list[int]] = {key: [] for key in wrong}
    places = {place for place, _series in wrong}
    for place, series, number in rows.filter(**{f"{where}__in": places}).values_list(where, "series", "number"):
        if (place, series) in lists:
            lists[place, series].append(number)
    elsewhere = _numbers_elsewhere(kind, places)
    found = (
        check_numbers(
            kind,
            f"{place} (s{series + 1})" if series else place,
            numbers,
            wrong[place, series],
            in_one_series(numbers, elsewhere.get(place, ())),
        )
        for (place, series), numbers in lists.items()
    )
    return [one for one in found if one is not None]


def missing_rows() -> list[dict[str, Any]]:
    """Rows that their source no longer has."""
    found = []
    for kind in ROW_KINDS:
        if not kind.sourced:
            continue
        rows: QuerySet[Any] = kind.model._default_manager.filter(missing_since__isnull=False)
        for row in rows.order_by("pk"):
            found.append({"kind": kind.name, "locator": kind.locator(row), "since": row.missing_since.isoformat()})
    return found


def errata_rows(**which: Any) -> list[dict[str, Any]]:
    rows = Erratum.objects.filter(**which).select_related("document").order_by("document__slug", "line", "printed")
    return [
        {
            "document": row.document.slug,
            "line": row.line,
            "printed": row.printed,
            "corrected": row.corrected,
            "note": row.note,
        }
        for row in rows
    ]


def without_meaning() -> dict[str, list[str]]:
    """Recommendations of which no addressee, no operative class, no topic is known, by locator."""
    clauses: QuerySet[Any] = OperativeClause.objects.in_force()
    asked = clauses.filter(addressees__isnull=False)
    topics: QuerySet[Any] = TopicAssignment.objects.in_force()
    known: dict[str, QuerySet[Any]] = {
        "without_addressee": asked,
        "without_operative_class": clauses,
        "without_topic": topics,
    }
    everyone = Recommendation.objects.in_official_order()
    return {
        name: list(everyone.exclude(pk__in=rows.values("recommendation")).values_list("locator", flat=True))
        for name, rows in known.items()
    }


def check_quality() -> dict[str, Any]:
    """All of it, as JSON knows it."""
    conflicts = Conflict.objects.filter(state=Conflict.State.OPEN).order_by("kind", "locator", "field")
    unplaced = Document.objects.exclude(unplaced="").order_by("slug")
    return {
        "numbering": [asdict(one) for one in check_numbering()],
        "open_conflicts": list(conflicts.values("kind", "locator", "field", "held", "offered", "source_file")),
        "missing": missing_rows(),
        "doubtful_errata": errata_rows(
            certainty=Erratum.Certainty.DOUBTFUL, decision=Erratum.Decision.WAITING
        ),
        "unused_errata": errata_rows(certainty=Erratum.Certainty.CERTAIN, matched=False),
        "unplaced": [
            {"document": document.slug, "lines": document.unplaced.splitlines()} for document in unplaced
        ],
        **without_meaning(),
        "papers": papers_that_ask(),
        "search_index": index_problem() or INDEX_IN_ORDER,
    }


def quality_as_lines(found: dict[str, Any]) -> list[str]:
    """For a person."""
    lines = list(papers_as_lines(found["papers"]))
    for one in found["numbering"]:
        name = "التوصيات" if one["kind"] == "recommendation" else "الفقرات"
        gaps = f"، الناقص: {_numbers(one['gaps'])}" if one["gaps"] else ""
        doubles = f"، المكرر: {_numbers(one['doubles'])}" if one["doubles"] else ""
        lines.append(f"ترقيم {name} في {one['where']}{gaps}{doubles}")
    for one in found["open_conflicts"]:
        lines.append(f"تعارض مفتوح: {one['locator']}، {one['field']} ({one['source_file']})")
    for one in found["missing"]:
        lines.append(f"غاب عن مصدره: {one['locator']}")
    for one in found["unused_errata"]:
        lines.append(f"تصويب مؤكد لا يطابق شيئاً: {one['document']}، السطر {one['line']}: «{one['printed']}»")
    for one in found["unplaced"]:
        lines.append(f"أسطر لم يُعرف موضعها: {one['document']}: {len(one['lines'])}")
    if found["doubtful_errata"]:
        lines.append(f"تصويبات مشكوك فيها تنتظر المراجعة: {len(found['doubtful_errata'])}")
    for key, (what, remedy) in _WITHOUT.items():
        if found[key]:
            shown = "، ".join(found[key][:MOST_SHOWN])
            more = " …" if len(found[key]) > MOST_SHOWN else ""
            lines.append(f"توصيات {what}: {len(found[key])} ({shown}{more}): {remedy}.")
    if found["search_index"] != INDEX_IN_ORDER:
        lines.append("فهرس البحث مفقود أو قديم أو ناقص: شغّل الأمر rebuild_search_index.")
    return lines or ["لم يُعثر على ما يستحق المراجعة."]


def _numbers(numbers: list[int]) -> str:
    return "، ".join(map(str, numbers))
