"""What loading did: runs, problems, the state of the archive. Only read."""

import re
from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.loading.report import OUTCOMES
from archive.loading.wording import OUTCOME_NAMES, SEVERITY_NAMES, STATUS_NAMES
from archive.models import ArchiveState, ImportProblem, ImportRun, LoadMemory
from archive.parsing.problems import PROBLEMS

from . import display
from .base import ReadOnlyAdmin

#: A named place in the sentence of a problem.
_PLACE = re.compile(r"\{[^}]*\}")


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["started", "status", "took", "summary", "problem_count", "folders"]
    list_filter = ["status"]
    search_fields = ["sources"]
    words_are_held = False
    date_hierarchy = "started_at"
    fields = [
        "started",
        "finished",
        "status",
        "folders",
        "outcome_table",
        "file_table",
        "problems_here",
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.annotate(problem_count=Count("problems"))

    @admin.display(description="المصادر")
    def folders(self, row: ImportRun) -> SafeString | str:
        return display.show_name(row.sources)

    @admin.display(description="البداية", ordering="started_at")
    def started(self, row: ImportRun) -> str:
        return display.show_moment(row.started_at)

    @admin.display(description="النهاية")
    def finished(self, row: ImportRun) -> str:
        return display.show_moment(row.finished_at)

    @admin.display(description="المدة")
    def took(self, row: ImportRun) -> str:
        if row.finished_at is None:
            return display.NOTHING
        return f"{(row.finished_at - row.started_at).total_seconds():.1f} ث"

    @admin.display(description="الحصيلة")
    def summary(self, row: ImportRun) -> str:
        totals = {code: sum(counts.get(code, 0) for counts in row.outcomes.values()) for code in OUTCOMES}
        return (
            "، ".join(f"{OUTCOME_NAMES[code]}: {total}" for code, total in totals.items() if total)
            or display.NOTHING
        )

    @admin.display(description="المشكلات", ordering="problem_count")
    def problem_count(self, row: Any) -> int:
        return int(row.problem_count)

    @admin.display(description="الحصيلة")
    def outcome_table(self, row: ImportRun) -> SafeString:
        lines = [
            (display.name_of_kind(kind), *(counts.get(code, 0) for code in OUTCOMES))
            for kind, counts in row.outcomes.items()
        ]
        return display.show_table(("النوع", *(OUTCOME_NAMES[code] for code in OUTCOMES)), lines)

    @admin.display(description="الملفات")
    def file_table(self, row: ImportRun) -> SafeString:
        lines = [
            (file.get("file"), STATUS_NAMES.get(file.get("status"), file.get("status")), file.get("symbol"))
            for file in row.documents
        ]
        return display.show_table(("الملف", "الحالة", "الرمز"), lines)

    @admin.display(description="المشكلات")
    def problems_here(self, row: ImportRun) -> SafeString:
        shown = f"{reverse('admin:archive_importproblem_changelist')}?run__id__exact={row.pk}"
        return format_html('<a href="{}">المشكلات: {}</a>', shown, row.problems.count())


class SeverityFilter(admin.SimpleListFilter):
    title = "الدرجة"
    parameter_name = "severity"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(code, SEVERITY_NAMES[code]) for code in ("error", "warning", "info")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImportProblem]) -> QuerySet[ImportProblem]:
        return queryset.filter(severity=self.value()) if self.value() else queryset


class CodeFilter(admin.SimpleListFilter):
    """What kind of problem it is: by the sentence that is said of all of its kind."""

    title = "نوع المشكلة"
    parameter_name = "code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        codes = ImportProblem.objects.order_by("code").values_list("code", flat=True).distinct()
        return [(code, name_of_problem(code)) for code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImportProblem]) -> QuerySet[ImportProblem]:
        return queryset.filter(code=self.value()) if self.value() else queryset


def name_of_problem(code: str) -> str:
    """«طُبع الرقم … في موضع الرقم … الذي يقتضيه التسلسل.»; of one that no longer exists, its code."""
    if code not in PROBLEMS:
        return code
    return display.opening(_PLACE.sub("…", PROBLEMS[code][1]), 70)


@admin.register(ImportProblem)
class ImportProblemAdmin(ReadOnlyAdmin):
    list_display = ["message", "file_name", "line", "severity_name", "kind_name", "run"]
    list_filter = [SeverityFilter, CodeFilter, "file", ("run", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["run"]
    search_fields = ["file", "code", "=line"]
    searched_texts = ("message",)
    words_are_held = False
    fields = ["message", "file_name", "line", "severity_name", "kind_name", "run"]

    @admin.display(description="الملف", ordering="file")
    def file_name(self, row: ImportProblem) -> SafeString | str:
        return display.show_name(row.file)

    @admin.display(description="نوع المشكلة", ordering="code")
    def kind_name(self, row: ImportProblem) -> str:
        return name_of_problem(row.code)

    @admin.display(description="الدرجة", ordering="severity")
    def severity_name(self, row: ImportProblem) -> str:
        return SEVERITY_NAMES.get(row.severity, row.severity)


@admin.register(ArchiveState)
class ArchiveStateAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "corpus", "data_version"]


@admin.register(LoadMemory)
class LoadMemoryAdmin(ReadOnlyAdmin):
    """What the next load leaves alone as long as it is as it was."""

    list_display = ["what", "state"]
    fields = ["what", "state"]
    search_fields = ["key"]

    @admin.display(description="ما قُرئ", ordering="key")
    def what(self, row: LoadMemory) -> SafeString | str:
        return display.show_name(row.key)

    @admin.display(description="بصمته")
    def state(self, row: LoadMemory) -> SafeString | str:
        return display.show_name(row.digest)
