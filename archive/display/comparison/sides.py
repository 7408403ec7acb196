"""A recommendation, or one lettered item of it, as pages set it beside another."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from archive.models import OperativeClause, Recommendation, Subparagraph

from ..names.citation import build_citation
from .text_comparison import ComparedLine


@dataclass(frozen=True, slots=True)
class Side:
    """A whole recommendation, or the lettered item `item` of it."""

    recommendation: Recommendation
    item: Subparagraph | None = None

    @property
    def locator(self) -> str:
        return f"{self.recommendation.locator}.{self.item.anchor}" if self.item else self.recommendation.locator

    @property
    def address(self) -> str:
        anchor = f"#{self.item.anchor}" if self.item else ""
        return self.recommendation.get_absolute_url() + anchor

    @property
    def text(self) -> str:
        return self.item.text if self.item else self.recommendation.text

    @property
    def citation(self) -> str:
        return build_citation(self.recommendation, self.item.position if self.item else 0).here

    @property
    def lines(self) -> list[ComparedLine]:
        if self.item:
            return [ComparedLine(self.item.label, self.item.text)]
        items = [ComparedLine(item.label, item.text) for item in self.recommendation.subparagraphs.all()]
        return [ComparedLine("", self.recommendation.chapeau), *items]

    def main_clause(self, clauses: Sequence[OperativeClause]) -> OperativeClause | None:
        """By which it asks, of all clauses of its recommendation: a lettered item by its own or as the chapeau does."""
        main = next((one for one in clauses if one.is_main), None)
        if self.item is None:
            return main
        own = (one for one in clauses if one.overrides and one.subparagraph_id == self.item.pk)
        return next(own, None) or main


def comparison_address(first: Side, second: Side) -> str:
    """Where the words in which the two differ are shown."""
    return f"{reverse('compare')}?{urlencode({'a': first.locator, 'b': second.locator})}"
