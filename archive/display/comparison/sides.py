"""A recommendation, or one lettered item of it, as pages set it beside another."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from archive.models import OperativeClause, Recommendation, Subparagraph

from ..names.citation import build_citation
from ..names.titles import item_letter, place_title, recommendation_figure, recommendation_title
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
    def letter(self) -> int:
        """The position of the lettered item; 0 for the whole."""
        return self.item.position if self.item else 0

    @property
    def name(self) -> str:
        """«الاجتماع الخامس، التوصية 2 (ك)»."""
        return place_title(self.recommendation, self.letter)

    @property
    def title(self) -> str:
        return recommendation_title(self.recommendation, self.letter)

    @property
    def figure(self) -> str:
        return recommendation_figure(self.recommendation, self.letter)

    @property
    def items(self) -> Sequence[Subparagraph]:
        """What stands under the chapeau: the one lettered item, or all of them."""
        return [self.item] if self.item else list(self.recommendation.subparagraphs.all())

    @property
    def text(self) -> str:
        return self.item.text if self.item else self.recommendation.text

    @property
    def citation(self) -> str:
        return build_citation(self.recommendation, self.letter).here

    @property
    def lines(self) -> list[ComparedLine]:
        items = [ComparedLine(item_letter(item), item.text) for item in self.items]
        return items if self.item else [ComparedLine("", self.recommendation.chapeau), *items]

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
