"""Errata: the doubtful ones wait here for staff's word, and staff may think again."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from archive.derivations.by_hand import decide_erratum
from archive.models import Erratum
from archive.record.decisions import texts_bearing

from . import display
from .decisions import DecisionAdmin
from .filters import DocumentFilter

DECISIONS = {
    "accept": Erratum.Decision.ACCEPTED,
    "reject": Erratum.Decision.REJECTED,
    "reopen": Erratum.Decision.WAITING,
}


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
    list_display = ["printed", "corrected", "document", "line", "certainty", "matches", "decision", "note"]
    list_filter = [DecisionFilter, "matched", ("document", DocumentFilter)]
    list_select_related = ["document"]
    search_fields = ["=line", "document__symbol"]
    searched_texts = ("printed", "corrected", "note")
    fields = [
        ("document", "line"),
        ("printed", "corrected"),
        ("certainty", "matches"),
        "note",
        "where_it_stands",
        ("decision", "decided_by", "decided"),
    ]
    actions = ["accept", "reject", "reopen"]
    choices_offered = {"accept": "اقبل التصويب", "reject": "ارفض التصويب", "reopen": "أعده إلى الانتظار"}

    @admin.action(description="قبول التصويب", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> None:
        self.decide(request, queryset, "accept")

    @admin.action(description="رفض التصويب", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> None:
        self.decide(request, queryset, "reject")

    @admin.action(description="إعادة التصويب إلى الانتظار", permissions=["change"])
    def reopen(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> None:
        self.decide(request, queryset, "reopen")

    @admin.display(description="يطابق النص", ordering="matched")
    def matches(self, row: Erratum) -> str:
        return display.show_truth(row.matched)

    @admin.display(description="في النص")
    def where_it_stands(self, row: Erratum) -> SafeString | str:
        """The printed texts in which it stands, with all their errata marked."""
        found = format_html_join(
            "", "{}", ((display.show_printed(text, marks),) for text, marks in texts_bearing(row))
        )
        return found or display.NOTHING

    def choices_for(self, row: Erratum) -> dict[str, str]:
        """The decisions other than the present one; a certain erratum is applied without any."""
        if row.certainty != Erratum.Certainty.DOUBTFUL:
            return {}
        return {
            choice: label
            for choice, label in self.choices_offered.items()
            if DECISIONS[choice] != row.decision
        }

    def apply(self, row: Erratum, choice: str, user: Any) -> None:
        decide_erratum(row, DECISIONS[choice], by=user)
