"""What one run of the derivations reads, each thing once where the archive is small enough to be kept at hand."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from archive.models import (
    Citation,
    Derived,
    OperativeClause,
    Paragraph,
    Recommendation,
    Subparagraph,
    TopicAssignment,
)
from archive.record.scope import ALL, Scope

from .read_digests import ReadDigests
from .texts import ParagraphText, RecommendationText, paragraphs_in, recommendations_in
from .treaties import StoredTreaty, stored_treaties

#: So many texts are compared with each other while staff wait for their form (a second or two for five hundred); of
#: more the next load takes care.
FEW = 2_000
#: Of no more records than these their own rows are read, and not those of all.
_SOME = 20


def is_few() -> bool:
    """Whether the archive has no more texts than that; what `Reading.is_small` says, without reading them."""
    texts = Recommendation.objects.order_by().values_list("pk")
    others = (model.objects.order_by().values_list("pk") for model in (Subparagraph, Paragraph))
    return texts.union(*others, all=True).count() <= FEW


Row = TypeVar("Row", OperativeClause, Citation, TopicAssignment)


class Reading:
    """The archive as it is read in one run; a kind of row that has been written is read anew."""

    def __init__(self) -> None:
        #: Whether a reading made rows of articles that nobody had described.
        self.has_new_articles = False
        self._recommendations: list[RecommendationText] = []
        self._paragraphs: list[ParagraphText] = []
        self._rows: dict[type[Model], list[Derived]] = {}
        self._some: dict[tuple[Any, ...], list[Derived]] = {}
        self._made: dict[tuple[type[Model], ...], Any] = {}

    @cached_property
    def is_small(self) -> bool:
        """Whether everything may be kept at hand, and compared with everything while somebody waits."""
        left = FEW
        for texts in recommendations_in(ALL):
            self._recommendations += texts
            left -= sum(1 + len(one.items) for one in texts)
            if left < 0:
                return False
        for paragraphs in paragraphs_in(ALL):
            self._paragraphs += paragraphs
            left -= len(paragraphs)
            if left < 0:
                return False
        return True

    @cached_property
    def remembered(self) -> ReadDigests:
        return ReadDigests(at_hand=self.is_small)

    def recommendations(self, scope: Scope = ALL) -> Iterator[list[RecommendationText]]:
        """A portion at a time."""
        if not self.is_small:
            yield from recommendations_in(scope)
            return
        wanted = scope.recommendations
        found = [one for one in self._recommendations if wanted is None or one.pk in wanted]
        if found:
            yield found

    def paragraphs(self, scope: Scope = ALL) -> Iterator[list[ParagraphText]]:
        if not self.is_small:
            yield from paragraphs_in(scope)
            return
        wanted = scope.paragraphs
        found = [one for one in self._paragraphs if wanted is None or one.pk in wanted]
        if found:
            yield found

    @cached_property
    def treaties(self) -> list[StoredTreaty]:
        return stored_treaties()

    def treaty_names(self) -> list[tuple[str, str]]:
        """(slug, name) of every treaty, in every form in which texts write it."""
        return [(treaty.declared.slug, name) for treaty in self.treaties for name in treaty.names]

    # Rows that rules derived, by the record in whose text they stand --------------------------------------------

    def clauses(self, recommendations: Collection[int]) -> dict[int, list[OperativeClause]]:
        """In the order of the text, with their addressees and actors."""
        rows: QuerySet[Any] = OperativeClause.objects.order_by("position", "pk")
        rows = rows.prefetch_related("addressees", "actors")
        return _by(self._stored(rows, "recommendation", recommendations), "recommendation_id")

    def citations(self, owner: str, records: Collection[int] | None) -> dict[int, list[Citation]]:
        """Of recommendations or of paragraphs (None: of all of them), in the order of their texts."""
        rows: QuerySet[Any] = Citation.objects.select_related("article__instrument", "cited_meeting__body").in_order()
        return _by(self._stored(rows, owner, records), f"{owner}_id")

    def assignments(self, recommendations: Collection[int]) -> dict[int, list[TopicAssignment]]:
        rows: QuerySet[Any] = TopicAssignment.objects.select_related("topic").in_order()
        return _by(self._stored(rows, "recommendation", recommendations), "recommendation_id")

    def written(self, model: type[Derived]) -> None:
        """Rows of this kind have been written: they are read anew when asked for again."""
        self._rows.pop(model, None)
        for own in [own for own in self._some if own[0] is model]:
            del self._some[own]
        for models in [models for models in self._made if model in models]:
            del self._made[models]

    def made_of(self, models: tuple[type[Model], ...], make: Callable[[], Any]) -> Any:
        """What is made of all rows of these kinds: once, and anew when some of them have been written."""
        if models not in self._made:
            self._made[models] = make()
        return self._made[models]

    def _stored(self, rows: QuerySet[Any], owner: str, records: Collection[int] | None) -> Iterable[Any]:
        if not self.is_small:
            wanted = {f"{owner}__isnull": False} if records is None else {f"{owner}__in": records}
            return rows.filter(**wanted)
        if rows.model not in self._rows:
            if records is not None and len(records) <= _SOME:
                own = (rows.model, owner, *sorted(records))
                if own not in self._some:
                    self._some[own] = list(rows.filter(**{f"{owner}__in": records}))
                return self._some[own]
            self._rows[rows.model] = list(rows)
        return self._rows[rows.model]


def _by(rows: Iterable[Row], owner: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        key = getattr(row, owner)
        if key is not None:
            found.setdefault(key, []).append(row)
    return found


def is_in_force(row: Derived) -> bool:
    """All but what staff rejected."""
    return row.decision != Derived.Decision.REJECTED
