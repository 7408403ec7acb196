"""Errata: the doubtful ones wait here for staff's word."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from archive.loading.by_hand import decide_erratum
from archive.loading.decisions import texts_bearing
from archive.models import Erratum

from . import display
from .decisions import DecisionAdmin
from .filters import DocumentFilter


class DecisionFilter(admin.SimpleListFilter):
    """The doubtful ones that wait, unless something else is asked for."""

    title = "القرار"
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("accepted", "قُبل"),
            ("rejected", "رُفض"),
            ("certain", "مؤكد، مطبَّق من غير مراجعة"),
            ("all", "الكل"),
        ]

    def choices(self, changelist: Any) -> Any:
        waiting, *others = super().choices(changelist)
        yield {**waiting, "display": "مشكوك فيه ينتظر"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> QuerySet[Erratum]:
        doubtful = queryset.filter(certainty=Erratum.Certainty.DOUBTFUL)
        match self.value():
            case "accepted":
                return doubtful.filter(decision=Erratum.Decision.ACCEPTED)
            case "rejected":
                return doubtful.filter(decision=Erratum.Decision.REJECTED)
            case "certain":
                return queryset.filter(certainty=Erratum.Certainty.CERTAIN)
            case "all":
                return queryset
        return doubtful.filter(decision=Erratum.Decision.WAITING)


@admin.register(Erratum)
class ErratumAdmin(DecisionAdmin):
    list_display = ["printed", "corrected", "document", "line", "certainty", "matched", "decision", "note"]
    list_filter = [DecisionFilter, "matched", ("document", DocumentFilter)]
    list_select_related = ["document"]
    search_fields = ["printed", "corrected", "note", "=line"]
    fields = [
        ("document", "line"),
        ("printed", "corrected"),
        ("certainty", "matched"),
        "note",
        "where_it_stands",
        ("decision", "decided_by", "decided"),
    ]
    actions = ["accept", "reject"]
    choices_offered = {"accept": "اقبل التصويب", "reject": "ارفض التصويب"}

    @admin.action(description="قبول التصويب", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> HttpResponse | None:
        return self.decide(request, queryset, "accept")

    @admin.action(description="رفض التصويب", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> HttpResponse | None:
        return self.decide(request, queryset, "reject")

    @admin.display(description="في النص")
    def where_it_stands(self, row: Erratum) -> SafeString | str:
        """The printed texts in which it stands, with all their errata marked."""
        found = format_html_join(
            "", "{}", ((display.show_printed(text, marks),) for text, marks in texts_bearing(row))
        )
        return found or display.NOTHING

    def is_open(self, row: Erratum) -> bool:
        return row.certainty == Erratum.Certainty.DOUBTFUL and row.decision == Erratum.Decision.WAITING

    def apply(self, row: Erratum, choice: str, user: Any) -> None:
        decide_erratum(row, accept=choice == "accept", by=user)
