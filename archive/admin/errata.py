"""Errata: the doubtful ones wait here for staff's word, staff find others, and staff may think again."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.derivations.by_hand import decide_erratum, settle_reading
from archive.models import Erratum
from archive.record.decisions import rows_bearing, texts_of

from . import display
from .decisions import DecisionAdmin
from .filters import DocumentFilter
from .misreadings.errata_file import bring_file, give_file
from .misreadings.proposing import propose
from .misreadings.suspects_page import suspects_page

DECISIONS = {
    "accept": Erratum.Decision.ACCEPTED,
    "reject": Erratum.Decision.REJECTED,
    "reopen": Erratum.Decision.WAITING,
}
#: What a button sends that gives the reading which is typed beside it.
READ = "read"


class DecisionFilter(admin.SimpleListFilter):
    """The doubtful ones that wait, unless something else is asked for."""

    title = "القرار"
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("unread", "ينتظر، وقراءته غير معروفة"),
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
        waiting = doubtful.filter(decision=Erratum.Decision.WAITING)
        match self.value():
            case "unread":
                return waiting.filter(corrected="")
            case "accepted":
                return doubtful.filter(decision=Erratum.Decision.ACCEPTED)
            case "rejected":
                return doubtful.filter(decision=Erratum.Decision.REJECTED)
            case "certain":
                return queryset.filter(certainty=Erratum.Certainty.CERTAIN)
            case "all":
                return queryset
        return waiting


class OriginOfErratum(admin.SimpleListFilter):
    """Who says so: a file beside the sources, a corrigendum, staff."""

    title = "مصدر التصويب"
    parameter_name = "from"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("file", "ملف errata.csv"), ("corrigendum", "وثيقة تصويب"), ("staff", "الموظفون")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Erratum]) -> QuerySet[Erratum]:
        match self.value():
            case "file":
                return queryset.filter(corrigendum=None, by_hand=False)
            case "corrigendum":
                return queryset.exclude(corrigendum=None)
            case "staff":
                return queryset.filter(by_hand=True)
        return queryset


@admin.register(Erratum)
class ErratumAdmin(DecisionAdmin):
    change_form_template = "admin/archive/erratum_form.html"
    change_list_template = "admin/archive/erratum_list.html"
    list_display = ["printed", "corrected", display.paper_of, "line", "certainty", "matches", "decision", "said_by"]
    list_filter = [DecisionFilter, OriginOfErratum, "matched", ("document", DocumentFilter)]
    list_select_related = ["document", "corrigendum"]
    search_fields = ["=line", "document__symbol"]
    searched_texts = ("printed", "corrected", "note")
    fields = [
        ("printed", "corrected"),
        "where_it_stands",
        ("document", "line"),
        ("certainty", "matches", "said_by"),
        "note",
        ("decision", "decided_by", "decided"),
    ]
    actions = ["accept", "reject", "reopen"]
    choices_offered = {
        "accept": "اقبل التصويب",
        "reject": "ارفض التصويب",
        "reopen": "أعده إلى الانتظار",
        READ: "أثبت هذه القراءة",
    }
    typed_beside = {READ: "reading"}

    def get_urls(self) -> list[Any]:
        def staff(view: Callable[..., HttpResponse]) -> Any:
            return self.admin_site.admin_view(lambda request, *args, **kwargs: view(self, request, *args, **kwargs))

        return [
            path("suspects/", staff(suspects_page), name="archive_erratum_suspects"),
            path("file/", staff(give_file), name="archive_erratum_file"),
            path("bring/", staff(bring_file), name="archive_erratum_bring"),
            path("propose/<slug:kind>/<int:key>/", staff(propose), name="archive_erratum_propose"),
            *super().get_urls(),
        ]

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

    @admin.display(description="مصدر التصويب")
    def said_by(self, row: Erratum) -> SafeString | str:
        if row.corrigendum is not None:
            return format_html("وثيقة التصويب {}", display.show_name(row.corrigendum.symbol or row.corrigendum.slug))
        return "الموظفون" if row.by_hand else "ملف errata.csv"

    @admin.display(description="في النص")
    def where_it_stands(self, row: Erratum) -> SafeString | str:
        """Every text in which it stands: as printed with this erratum marked, and as it is read beside it."""
        found = format_html_join(
            "",
            '<p><a href="{}">{}</a></p><div class="two-texts"><section><h3>كما طُبع</h3>{}</section>'
            '<section><h3>نص القراءة</h3><div class="printed" dir="rtl">{}</div></section></div>',
            (
                (
                    display.form_address(there),
                    str(there),
                    display.show_printed(printed, _marked(row, there.corrections)),
                    getattr(there, name),
                )
                for there in rows_bearing(row)
                for name, printed, corrections in texts_of(there)
                if any((one.line, one.printed) == (row.line, row.printed) for one in corrections)
            ),
        )
        return found or display.NOTHING

    def choices_for(self, row: Erratum) -> dict[str, str]:
        """The decisions other than the present one; a certain erratum is applied without any."""
        if row.certainty != Erratum.Certainty.DOUBTFUL:
            return {}
        return {
            choice: label
            for choice, label in self.choices_offered.items()
            if choice == READ or DECISIONS[choice] != row.decision
        }

    def choices_shown(self, row: Erratum) -> dict[str, str]:
        """What is not known cannot be accepted."""
        found = self.choices_for(row)
        return {choice: label for choice, label in found.items() if choice != "accept" or row.corrected}

    def apply(self, row: Erratum, choice: str, user: Any) -> None:
        decide_erratum(row, DECISIONS[choice], by=user)

    def apply_typed(self, row: Erratum, typed: str, user: Any) -> None:
        settle_reading(row, typed, by=user)


def _marked(row: Erratum, corrections: list[list[Any]]) -> list[list[Any]]:
    """This one stands out among the others."""
    return [
        [*one[:3], f"{one[3]} this", *one[4:]] if one[4:] == [row.line, row.printed] else one for one in corrections
    ]
