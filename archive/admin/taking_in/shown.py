"""A file that was handed in as its page shows it: what would change, the structure and the lines beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from archive.admin import display
from archive.admin.history.shown_values import FieldDifference, label_of, tell_difference
from archive.admin.provisional.doors import merging_page
from archive.derivations.report_merging import open_questions
from archive.loading.report import OUTCOMES
from archive.loading.taking_in.showing import ROLE_NAMES
from archive.loading.wording import OUTCOME_NAMES, SEVERITY_NAMES, STATUS_NAMES
from archive.models import Meeting, Upload
from archive.record.decisions import WHOLE_ROW
from archive.record.kinds import KIND_BY_NAME, LANGUAGE_VERSION, RECOMMENDATION

#: Lines of a source on one page.
LINES_A_PAGE = 600
_STAGES = {
    "": "ينتظر أن يبدأ",
    "reading": "تُقرأ الأسطر وتُعرف بنيتها",
    "planning": "يُقارَن بما في الأرشيف",
    "applying": "يُدخل في الأرشيف ويُحسب ما يتبعه",
}
_STATUS = {
    **STATUS_NAMES,
    "created": "وثيقة جديدة",
    "updated": "صيغة أخرى من وثيقة محفوظة",
    "unchanged": "هذا ما في الأرشيف تماماً؛ لا يتغير شيء",
    "copy": "نسخة من وثيقة محفوظة: لا يتغير المحفوظ، وما يخالفه يصير تعارضاً ينتظر القرار",
    "truncated": "نسخة مبتورة من وثيقة محفوظة: لا يتغير المحفوظ",
}
_OTHER_LANGUAGE = "نسخة بلغة أخرى من وثيقة محفوظة بالعربية"
_HERE = "في حقائق الغلاف أدناه"
#: What is ticked to have a file taken on a person's word.
ACCEPTING = "اجعل هذا الملف مصدر الوثيقة"
_IN_LIST = "في قائمة هذه الأعمال"
_INSTEAD = (
    (
        re.compile(r"انظر ما قُرئ بالأمر inspect_source، فإن كان صحيحاً فأعد التحميل بالخيار --accept مع اسم هذا الملف"),
        f"انظر ما قُرئ أدناه، فإن كان صحيحاً فاختر «{ACCEPTING}» {_HERE}",
    ),
    (
        re.compile(r"للأخذ بهذا الملف حمّله وحده بالأمر load_archive --accept ثم مساره"),
        f"للأخذ بهذا الملف اختر «{ACCEPTING}» {_HERE}",
    ),
    (re.compile(r" \((?:body|kind|meeting_number)\)(?= في ملف manifest)"), ""),
    (re.compile(r"يكفي في ملف manifest\.toml: .*$"), f"اذكرها {_HERE}."),
    (re.compile(r"؛ إن صح فأضفه إلى written_as في manifest\.toml"), "؛ راجعها"),
    (re.compile(r"في ملف manifest\.toml أو في الإدارة"), _HERE),
    (re.compile(r"في ملف manifest\.toml"), _HERE),
    (re.compile(r"حمّلها وحدها بالأمر load_archive --accept ثم مسارها"), f"اعتمد ملفها بالمفتاح «اعتمده» {_IN_LIST}"),
    (re.compile(r"شغّل الأمر rebuild_search_index"), f"اضغط «ابنِ فهرس البحث من جديد» {_IN_LIST}"),
)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`problems`: severity, its name, sentence."""

    number: int
    text: str
    role: str
    role_name: str
    mark: str
    problems: tuple[tuple[str, str, str], ...]

    @property
    def may_be_numbered(self) -> bool:
        """Where a number may be wrong or wanting: what begins here, and what has no number or no place."""
        return self.role in ("clause", "unplaced") or (self.role in ("paragraph", "heading") and bool(self.mark))


@dataclass(frozen=True, slots=True)
class ShownChange:
    kind: str
    locator: str
    outcome: str
    fields: tuple[FieldDifference, ...]


def at_desk(sentence: str) -> str:
    """A sentence of the loader for who has no manifest at hand: the form on the page is one."""
    for form, said in _INSTEAD:
        sentence = form.sub(said, sentence)
    return sentence


def stage_of(upload: Upload) -> str:
    """What the process is at."""
    return _STAGES.get(upload.stage, _STAGES[""])


def lines_of(upload: Upload, page: str | None) -> Page[ShownLine]:
    """The lines of the source, a page of them."""
    lines = [
        ShownLine(
            number, text, role, ROLE_NAMES.get(role, ""), mark,
            tuple((severity, SEVERITY_NAMES.get(severity, ""), at_desk(said)) for severity, said in problems),
        )
        for number, text, role, mark, problems in upload.reading.get("lines", [])
    ]  # fmt: skip
    return Paginator(lines, LINES_A_PAGE).get_page(page)


def address_of_line(line: int) -> str:
    """Where a line stands on the page."""
    return f"?p={(line - 1) // LINES_A_PAGE + 1}#l{line}" if line else ""


def structure_of(upload: Upload) -> list[dict[str, Any]]:
    """Groups of what was recognised, each row with the address of its line."""
    return [
        {
            "name": group["name"],
            "count": len(group["rows"]),
            "rows": [(address_of_line(line), name, opening, items) for line, name, opening, items in group["rows"]],
        }
        for group in upload.reading.get("structure", [])
    ]


def problems_of(upload: Upload) -> list[dict[str, Any]]:
    """What was found wrong, with what the plan adds, the gravest first."""
    found = [*upload.reading.get("problems", []), *upload.plan.get("problems", [])]
    order = ("error", "warning", "info")
    return [
        {
            **one,
            "message": at_desk(one["message"]),
            "severity_name": SEVERITY_NAMES.get(one["severity"], ""),
            "address": address_of_line(one["line"]),
        }
        for one in sorted(found, key=lambda one: order.index(one["severity"]))
    ]


def plan_of(upload: Upload) -> dict[str, Any] | None:
    """What would change, by numbers and one by one; None where there is no plan."""
    plan = upload.plan
    if not plan:
        return None
    return {
        "file": plan["file"],
        "former_file": plan["former_file"],
        "symbol": plan["symbol"],
        "job_number": plan["job_number"],
        "status": _OTHER_LANGUAGE if _joins_an_arabic_one(plan) else _STATUS[plan["status"]],
        "writes": plan["writes"],
        "headings": [OUTCOME_NAMES[one] for one in OUTCOMES],
        "counts": [
            (KIND_BY_NAME[kind].names[1], [counts.get(one, 0) for one in OUTCOMES])
            for kind, counts in plan["counts"].items()
        ],
        "with": [
            (KIND_BY_NAME[kind].names[1], count) for kind, count in plan.get("with", {}).items() if count
        ],
        "changed": [_changed(one) for one in plan["changed"]],
        "new": _by_kind(plan["new"]),
        "missing": [(KIND_BY_NAME[kind].names[0], locator) for kind, locator in plan["missing"]],
        "conflicts": [_conflict(one) for one in plan["conflicts"]],
        "problems_of_others": plan["problems_of_others"],
        "merging": _merging(plan["conflicts"]),
        "conflict_list": f"{reverse('admin:archive_conflict_changelist')}?state__exact=open",
    }


def waits_to_merge(plan: Mapping[str, Any] | None) -> bool:
    """Whether a report that was put in says of a provisional list what nobody has decided yet."""
    if plan is None or not plan["merging"]:
        return False
    slugs = {one.locator.rpartition(".")[0] for one in plan["conflicts"]}
    return any(open_questions(meeting) for meeting in Meeting.objects.filter(slug__in=slugs))


def _joins_an_arabic_one(plan: Mapping[str, Any]) -> bool:
    """A paper that is new to the archive in its language alone."""
    return bool(plan["status"] == "created" and LANGUAGE_VERSION.name in plan["counts"])


def _merging(conflicts: list[Mapping[str, Any]]) -> str:
    """The page on which the report of a meeting is merged into its provisional list; "" where it asks nothing."""
    asked = (one for one in conflicts if one["kind"] == RECOMMENDATION.name and one.get("carried"))
    return next((merging_page(one["locator"]) for one in asked), "")


def _by_kind(rows: list[list[str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, locator, words in rows:
        found.setdefault(KIND_BY_NAME[kind].names[1], []).append((locator, display.opening(words, 120)))
    return list(found.items())


def _changed(one: Mapping[str, Any]) -> ShownChange:
    kind = KIND_BY_NAME[one["kind"]]
    fields = tuple(_difference(kind, field["field"], field["held"], field["offered"]) for field in one["fields"])
    return ShownChange(kind.names[0], one["locator"], OUTCOME_NAMES[one["outcome"]], fields)


def _conflict(one: Mapping[str, Any]) -> ShownChange:
    kind = KIND_BY_NAME[one["kind"]]
    if one["field"] == WHOLE_ROW:
        held, offered = (one[side] or display.NOTHING for side in ("held", "offered"))
        fields = (FieldDifference("", display.WHOLE, held, offered),)
    else:
        fields = (_difference(kind, one["field"], one["held"], one["offered"]),)
    return ShownChange(kind.names[0], one["locator"], OUTCOME_NAMES["conflict"], fields)


def _difference(kind: Any, name: str, held: Any, offered: Any) -> FieldDifference:
    """A row that another one points at is named by its locator, which the plan holds."""
    if name in kind.links:
        was, now = (display.NOTHING if value in (None, "") else str(value) for value in (held, offered))
        return FieldDifference(name, label_of(kind, name), was, now)
    return tell_difference(kind, name, held, offered, {})
