"""A facet with very many values comes in pages: the selected ones always, of the others the most frequent first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from .facets import Facet, Option
from .page_parameters import FACET, FACET_PAGE, FACET_SIZE, FACET_WORDS
from .parameters import Asked, last_page


@dataclass(frozen=True, slots=True)
class FacetLook:
    """What an address asks of one facet: which it is, what is sought in it, which page, of how many values.

    No part of the selection: it finds the same recommendations, whatever of a facet is looked at.
    """

    facet: str = ""
    words: str = ""
    page: int = 1
    size: int = FACET_SIZE.default

    @classmethod
    def from_asked(cls, asked: Asked) -> Self:
        """Words and a page belong to a facet; without one they are left out and named."""
        for parameter in (FACET_WORDS, FACET_PAGE):
            if parameter.name in asked.values and FACET.name not in asked.query:
                asked.refuse(parameter, _("اكتب معه facet، وهو التصنيف الذي تريد قيمه."))
        return cls(asked[FACET], asked[FACET_WORDS], asked[FACET_PAGE], asked[FACET_SIZE])

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values in the order of an address; what is as it would be anyway is left out."""
        found = [(FACET.name, self.facet), (FACET_WORDS.name, self.words)]
        found += [(FACET_PAGE.name, str(self.page) if self.page > 1 else "")]
        found += [(FACET_SIZE.name, str(self.size) if self.size != FACET_SIZE.default else "")]
        return [(name, value) for name, value in found if value]


@dataclass(frozen=True, slots=True)
class FacetPage:
    """The selected values of a facet and a page of its others, the most frequent first.

    `count` is how many values there are, or have the words; `others` how many of them are not selected.
    """

    facet: Facet
    look: FacetLook
    values: list[str]
    count: int
    others: int

    @property
    def name(self) -> str:
        return self.facet.name

    @property
    def label(self) -> str:
        return self.facet.label

    @property
    def options(self) -> list[Option]:
        return self.facet.options_of(self.values)

    @property
    def range(self) -> tuple[int, int]:
        """Which of the others stand here, counted from 1."""
        first = (self.look.page - 1) * self.look.size
        return first + 1, min(first + self.look.size, self.others)

    @property
    def last(self) -> int:
        return last_page(self.others, self.look.size)

    @property
    def is_whole(self) -> bool:
        """Whether this is all that there is, and nobody asked for less."""
        return self.last == 1 and not self.look.facet

    @property
    def next(self) -> str | None:
        return self.at(self.look.page + 1) if self.look.page < self.last else None

    @property
    def previous(self) -> str | None:
        return self.at(self.look.page - 1) if self.look.page > 1 else None

    def at(self, page: int, *, words: str | None = None) -> str:
        """The query string of a page of these values, or of those that other words find."""
        look = FacetLook(self.name, self.look.words if words is None else words, page, self.look.size)
        return f"?{urlencode([*self.facet.selection.changed().pairs(), *look.pairs()], safe=':')}"


def leaf_facets(asked: Asked, facets: Iterable[Facet]) -> list[FacetPage]:
    """All of them as they are asked for; where one is named, that one alone."""
    look = FacetLook.from_asked(asked)
    return [_leaf_named(asked, facet, look) if look.facet else leaf(facet, look) for facet in _named(look, facets)]


def leaf_named(asked: Asked, facets: Iterable[Facet]) -> FacetPage | None:
    """The one that is named, if any is."""
    look = FacetLook.from_asked(asked)
    return next((_leaf_named(asked, facet, look) for facet in _named(look, facets) if look.facet), None)


def _named(look: FacetLook, facets: Iterable[Facet]) -> list[Facet]:
    return [facet for facet in facets if look.facet in ("", facet.name)]


def _leaf_named(asked: Asked, facet: Facet, look: FacetLook) -> FacetPage:
    """A page beyond the last is named, and the first is given."""
    found = leaf(facet, look)
    page = asked.page_of(FACET_PAGE, found.others, look.size)
    return found if page == look.page else leaf(facet, replace(look, page=page))


def leaf(facet: Facet, look: FacetLook) -> FacetPage:
    """The page that is asked for; beyond the last one there is none but the selected values."""
    chosen = facet.selection.chosen(facet.name)
    selected = [value for value in facet.values if value in chosen]
    first, last = (look.page - 1) * look.size, look.page * look.size
    if look.words:
        named = facet.snapshot.words(facet.name).find(look.words)
        having = facet.in_order(named.intersection(facet.values))
        having.sort(key=lambda value: -facet.counts.get(value, 0))
        others = [value for value in having if value not in chosen]
        return FacetPage(facet, look, [*selected, *others[first:last]], len(having), len(others))
    count, left = len(facet.values), len(facet.values) - len(selected)
    if left <= look.size and not look.facet:
        return FacetPage(facet, look, list(facet.values), count, left)
    others = facet.heaviest(len(selected) + last)[len(selected) + first :]
    return FacetPage(facet, look, [*selected, *others], count, left)
