"""Filters that more than one list uses."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.filters.kinds import KINDS, NONE
from archive.filters.rows import filter_rows
from archive.filters.selection import Selection
from archive.filters.snapshot import current_snapshot
from archive.models import Document, Meeting, Recommendation


class MeetingFilter(admin.RelatedFieldListFilter):
    """The meetings that recommendations are known of."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        meetings = Meeting.objects.filter(recommendations__isnull=False).distinct()
        return [(meeting.pk, str(meeting)) for meeting in meetings.select_related("body").in_official_order()]


class DocumentFilter(admin.RelatedFieldListFilter):
    """The documents whose text is here, by the shortest name they have."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        papers = Document.objects.held().newest_first()
        return [(paper.pk, paper.symbol or paper.job_number or paper.slug) for paper in papers]


class CodesFilter(admin.SimpleListFilter):
    """A column of codes by their names: of those that occur."""

    names: ClassVar[Mapping[str, Any]] = {}

    def name_of(self, code: str) -> str:
        return str(self.names.get(code, code))

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = model_admin.model._default_manager.order_by(self.parameter_name)
        codes = rows.values_list(self.parameter_name, flat=True).distinct()
        return [(code, self.name_of(code)) for code in codes if code]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**{str(self.parameter_name): self.value()}) if self.value() else queryset


class OriginFilter(admin.SimpleListFilter):
    """Where a row comes from."""

    title = "المصدر"
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("source", "من وثيقة محمَّلة"),
            ("hand", "أُدخل يدوياً"),
            ("missing", "غاب عن مصدره"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "source":
            return queryset.exclude(source_values={})
        if self.value() == "hand":
            return queryset.filter(source_values={})
        if self.value() == "missing":
            return queryset.filter(missing_since__isnull=False)
        return queryset


class FacetListFilter(admin.SimpleListFilter):
    """A facet of the public page beside the list of staff: the same conditions, the same values."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        snapshot = current_snapshot()
        kind = next(kind for kind in KINDS if kind.name == self.parameter_name)
        labels = snapshot.labels[kind.name]
        given = [(value, labels[value].label) for value in labels if snapshot.values[kind.name].get(value)]
        return [*given, (NONE, str(kind.without))] if given and snapshot.without[kind.name] else given

    def queryset(self, request: HttpRequest, queryset: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
        snapshot, value, name = current_snapshot(), self.value(), str(self.parameter_name)
        if not value or not snapshot.knows(name, value):
            return queryset
        return filter_rows(queryset, Selection(values={name: (value,)}), snapshot)


#: One class for each facet: the admin makes the filters itself, without arguments. A facet without values hides.
FACET_FILTERS = [
    type(f"{kind.name.title()}FacetFilter", (FacetListFilter,), {"title": kind.label, "parameter_name": kind.name})
    for kind in KINDS
]
