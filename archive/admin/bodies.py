"""Bodies."""

from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest

from archive.models import Body

from .filters import OriginFilter
from .sourced import SourcedAdmin


@admin.register(Body)
class BodyAdmin(SourcedAdmin):
    list_display = ["name_ar", "symbol", "term", "parent", "meeting_count", "origin"]
    list_filter = ["term", OriginFilter]
    list_select_related = ["parent"]
    search_fields = ["symbol", "name_ar", "name_en"]
    autocomplete_fields = ["parent"]
    identity = ("symbol",)
    fieldsets = [(None, {"fields": ["symbol", "name_ar", "name_en", "term", "parent"]})]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.annotate(meeting_count=Count("meetings"))

    @admin.display(description="الاجتماعات", ordering="meeting_count")
    def meeting_count(self, row: Any) -> int:
        return int(row.meeting_count)
