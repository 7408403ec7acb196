"""The one FilterSet of recommendations: which parameters there are, what they take, what they ask of the database.

Page, interface and exports take their `Selection` from it and find by bitmaps; admin filters by `qs`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from archive.arabic.clean import clean
from archive.models import Recommendation
from archive.search.match import search_recommendations

from .kinds import KINDS
from .page_parameters import SORTS, VIEWS
from .snapshot import Snapshot, current_snapshot

UNKNOWN_VALUE = "unknown_value"


class FacetField(forms.Field):
    """Any number of values that the archive knows, and «none»."""

    widget = forms.SelectMultiple

    def __init__(self, *, facet: str, snapshot: Snapshot | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.facet, self.snapshot = facet, snapshot

    def clean(self, value: Sequence[str] | None) -> list[str]:
        chosen = list(dict.fromkeys(value or ()))
        snapshot = self.snapshot or current_snapshot()
        unknown = [one for one in chosen if not snapshot.knows(self.facet, one)]
        if unknown:
            raise ValidationError([_unknown(self.facet, one) for one in unknown])
        return chosen


def _unknown(facet: str, value: str) -> ValidationError:
    return ValidationError(
        _("لا قيمة بهذا الاسم في الأرشيف."), code=UNKNOWN_VALUE, params={"facet": facet, "value": value}
    )


class FacetFilter(django_filters.Filter):
    """One of the chosen values, or without any."""

    field_class = FacetField
    parent: "RecommendationFilter"

    def filter(self, qs: QuerySet[Recommendation], value: list[str]) -> QuerySet[Recommendation]:
        if not value:
            return qs
        name = self.extra["facet"]
        kind = next(kind for kind in KINDS if kind.name == name)
        condition = kind.condition(value, self.parent.snapshot.rows[name])
        if not kind.many:
            return qs.filter(condition)
        # Without a join: whoever counts another facet of the same relation would count in what it has left.
        return qs.filter(pk__in=Recommendation.objects.filter(condition).values("pk"))


class QuestionField(forms.CharField):
    """Any string at all, nothing is refused: what no question needs (NUL, signs of direction) is left out."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).encode("utf-8", "replace").decode()
        return clean(text).strip()


class QuestionFilter(django_filters.Filter):
    field_class = QuestionField


class IsoDateField(forms.DateField):
    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": _("يقبل تاريخاً مثل 2020-09-08.")}


class IsoDateFilter(django_filters.DateFilter):
    field_class = IsoDateField


class RecommendationFilter(django_filters.FilterSet):
    """Filters a queryset of recommendations by a query string; `snapshot` is the one of the request."""

    q = QuestionFilter(method="matching")
    exact = django_filters.ChoiceFilter(
        choices=[("1", "1")], method="unchanged", error_messages={"invalid_choice": _("يقبل القيمة 1 وحدها.")}
    )
    sort = django_filters.ChoiceFilter(
        choices=[(name, name) for name in SORTS],
        method="unchanged",
        error_messages={
            "invalid_choice": _("يقبل relevance أي الصلة، أو order أي الترتيب الرسمي، أو newest أي الأحدث.")
        },
    )
    view = django_filters.ChoiceFilter(
        choices=[(name, name) for name in VIEWS],
        method="unchanged",
        error_messages={
            "invalid_choice": _("يقبل cards أي المقتطفات، أو table أي الجدول، أو text أي النصوص كاملة.")
        },
    )

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def __init__(self, *args: Any, snapshot: Snapshot | None = None, **kwargs: Any) -> None:
        self.snapshot = snapshot or current_snapshot()
        super().__init__(*args, **kwargs)
        for one in self.filters.values():
            if isinstance(one, FacetFilter):
                one.extra["snapshot"] = self.snapshot

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        facets = {kind.name: FacetFilter(facet=kind.name, required=False) for kind in KINDS}
        # «from» is a word of Python and cannot stand in the class body.
        days = {"from": IsoDateFilter(method="adopted_from"), "to": IsoDateFilter(method="adopted_to")}
        return {**super().get_filters(), **facets, **days}

    def matching(self, rows: QuerySet[Recommendation], name: str, value: str) -> QuerySet[Recommendation]:
        hits = search_recommendations(value, exact=self.form.cleaned_data.get("exact") == "1")
        return rows.filter(pk__in=list(hits.members))

    def unchanged(self, rows: QuerySet[Recommendation], name: str, value: str) -> QuerySet[Recommendation]:
        return rows

    def adopted_from(self, rows: QuerySet[Recommendation], name: str, value: date) -> QuerySet[Recommendation]:
        one_day = Q(meeting__end__isnull=True, meeting__start__gte=value)
        return rows.filter(Q(meeting__end__gte=value, meeting__start__isnull=False) | one_day)

    def adopted_to(self, rows: QuerySet[Recommendation], name: str, value: date) -> QuerySet[Recommendation]:
        return rows.filter(meeting__start__lte=value)
