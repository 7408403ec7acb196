"""The one FilterSet of recommendations: what each part of a selection asks of the database.

Addresses are read by `parameters`, once; what they ask for is a `Selection`. The page finds by bitmaps; lists of staff,
and the count by which the bitmaps are tested, go the plain way through this set.
"""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from archive.models import Recommendation
from archive.search.match import search_recommendations

from .kinds import KINDS
from .selection import Selection
from .snapshot import Snapshot, current_snapshot


def filter_rows(
    rows: QuerySet[Recommendation], selection: Selection, snapshot: Snapshot | None = None
) -> QuerySet[Recommendation]:
    """Those of `rows` that have the words, the values and the dates of the selection; their order stays."""
    data = QueryDict(mutable=True)
    for name, value in Selection.pairs(selection):
        data.appendlist(name, value)
    return cast("QuerySet[Recommendation]", RecommendationFilter(data, rows, snapshot=snapshot).qs)


class ValuesField(forms.Field):
    """Values of a facet as a selection has them: it knows them all."""

    widget = forms.SelectMultiple

    def clean(self, value: Sequence[str] | None) -> list[str]:
        return list(value or ())


class FacetFilter(django_filters.Filter):
    """One of the chosen values, or without any."""

    field_class = ValuesField
    parent: "RecommendationFilter"

    def __init__(self, facet: str) -> None:
        super().__init__(required=False)
        self.facet = facet

    def filter(self, qs: QuerySet[Recommendation], value: list[str]) -> QuerySet[Recommendation]:
        if not value:
            return qs
        kind = next(kind for kind in KINDS if kind.name == self.facet)
        condition = kind.condition(value, self.parent.snapshot.rows[kind.name])
        if kind.many:
            # Without a join: whoever counts another facet of the same relation would count in what it has left.
            condition = Q(pk__in=Recommendation.objects.filter(condition).values("pk"))
        return qs.filter(condition)


class RecommendationFilter(django_filters.FilterSet):
    """Filters a queryset of recommendations; `snapshot` is the one of the request."""

    q = django_filters.CharFilter(method="matching")
    exact = django_filters.CharFilter(method="unchanged")

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def __init__(self, *args: Any, snapshot: Snapshot | None = None, **kwargs: Any) -> None:
        self.snapshot = snapshot or current_snapshot()
        super().__init__(*args, **kwargs)

    @classmethod
    def get_filters(cls) -> OrderedDict[str, django_filters.Filter]:
        facets = {kind.name: FacetFilter(kind.name) for kind in KINDS}
        # «from» is a word of Python and cannot stand in the class body.
        days = {
            "from": django_filters.DateFilter(method="adopted_from"),
            "to": django_filters.DateFilter(method="adopted_to"),
        }
        return OrderedDict({**super().get_filters(), **facets, **days})

    def matching(self, rows: QuerySet[Recommendation], name: str, value: str) -> QuerySet[Recommendation]:
        hits = search_recommendations(value, exact=bool(self.form.cleaned_data.get("exact")))
        return rows.filter(pk__in=list(hits.members))

    def unchanged(self, rows: QuerySet[Recommendation], name: str, value: str) -> QuerySet[Recommendation]:
        """Says how the words are matched; there is nothing to filter by itself."""
        return rows

    def adopted_from(self, rows: QuerySet[Recommendation], name: str, value: date) -> QuerySet[Recommendation]:
        one_day = Q(meeting__end__isnull=True, meeting__start__gte=value)
        return rows.filter(Q(meeting__end__gte=value, meeting__start__isnull=False) | one_day)

    def adopted_to(self, rows: QuerySet[Recommendation], name: str, value: date) -> QuerySet[Recommendation]:
        return rows.filter(meeting__start__lte=value)
