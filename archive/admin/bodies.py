"""Bodies."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest

from archive.models import Body
from archive.vocabulary.symbols import slug as slug_of

from .filters import OriginFilter
from .sourced import SourcedAdmin, SourcedForm


class BodyForm(SourcedForm):
    class Meta:
        model = Body
        fields = "__all__"

    def clean_symbol(self) -> str:
        """Its address is made of the symbol: there must be one, and no other body at it."""
        symbol: str = self.cleaned_data["symbol"].strip()
        slug = slug_of(symbol).strip("-")
        if not slug:
            raise ValidationError("اكتب الرمز بالحروف اللاتينية والأرقام كما طُبع، مثل CTOC/COP/WG.7؛ فمنه رابط الهيئة.")
        twin = Body.objects.exclude(pk=self.instance.pk).filter(slug=slug).first()
        if twin is not None:
            raise ValidationError(
                "رمز الهيئة «%(body)s» قريب من هذا (%(symbol)s) حتى إن رابطهما واحد؛ صحّح الرمز، أو عدّل تلك الهيئة.",
                params={"body": twin.name_ar, "symbol": twin.symbol},
            )
        return symbol

    def clean_parent(self) -> Body | None:
        """No body stands below itself."""
        parent: Body | None = self.cleaned_data["parent"]
        above, seen = parent, set[int]()
        while above is not None and above.pk not in seen:
            if above.pk == self.instance.pk:
                raise ValidationError("لا تكون الهيئة فوق نفسها: الهيئة المختارة هي نفسها أو من الهيئات التي تحتها.")
            seen.add(above.pk)
            above = above.parent
        return parent


@admin.register(Body)
class BodyAdmin(SourcedAdmin):
    list_display = ["name_ar", "symbol", "term", "parent", "meeting_count", "origin"]
    list_filter = ["term", OriginFilter]
    list_select_related = ["parent"]
    search_fields = ["symbol"]
    searched_texts = ("name_ar", "name_en")
    autocomplete_fields = ["parent"]
    form = BodyForm
    identity = ("symbol",)
    mended_by_hand = ("symbol",)
    fieldsets = [(None, {"fields": ["symbol", "name_ar", "name_en", "term", "parent"]})]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.annotate(meeting_count=Count("meetings"))

    @admin.display(description="الاجتماعات", ordering="meeting_count")
    def meeting_count(self, row: Any) -> int:
        return int(row.meeting_count)
