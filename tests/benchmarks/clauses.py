"""Synthetic texts: clauses of the loaded ones in new combinations, with a tail of rare words of their own.

Clauses are drawn as often as they stand in the sources, so common words stay as common. What recombining cannot
give are words that a larger archive would bring: those are coined by Simon's process (a new word now and then, else
one of those already coined), whose frequencies fall as they do in natural text.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_CLAUSE = re.compile(r"[^،؛.:]+[،؛.:]?\s*")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_COINED_IN = 0.5
_NEW = 0.3
_FROM_PARAGRAPHS = 0.15


@dataclass(frozen=True)
class Text:
    chapeau: str
    items: tuple[str, ...]
    #: Where the printed text differs from the reading one, as it does in the sources: a word drawn out.
    is_drawn_out: bool


@dataclass
class Clauses:
    """The quarry. `shapes` are (clauses of the chapeau, clauses of each item) of the loaded recommendations."""

    openings: list[str]
    inner: list[str]
    other: list[str]
    shapes: list[tuple[int, tuple[int, ...]]]
    drawn_out: float
    chance: random.Random = field(default_factory=lambda: random.Random(3))
    coined: list[str] = field(default_factory=list)

    def text(self) -> Text:
        size, items = self.chance.choice(self.shapes)
        chapeau = self.chance.choice(self.openings) + self._clauses(size - 1)
        if self.chance.random() < _COINED_IN:
            chapeau = f"{chapeau.rstrip()} {self._coin()}"
        return Text(
            chapeau.strip(),
            tuple(self._clauses(max(1, count)).strip() for count in items),
            self.chance.random() < self.drawn_out,
        )

    def _clauses(self, count: int) -> str:
        quarry = self.other if self.chance.random() < _FROM_PARAGRAPHS else self.inner
        return "".join(self.chance.choices(quarry, k=count)) if count > 0 else ""

    def _coin(self) -> str:
        if not self.coined or self.chance.random() < _NEW:
            word = "".join(self.chance.choices(_LETTERS, k=self.chance.randint(4, 7)))
        else:
            word = self.chance.choice(self.coined)
        self.coined.append(word)
        return word


def split_clauses(text: str) -> list[str]:
    """The clauses of a text, each with the sign that ends it and the blank behind."""
    return [match.group().rstrip() + " " for match in _CLAUSE.finditer(text) if match.group().strip()]


def build_quarry(
    recommendations: Sequence[tuple[str, Sequence[str]]], paragraphs: Sequence[str], *, drawn_out: float
) -> Clauses:
    """From (chapeau, items) of recommendations and from paragraphs of reports."""
    openings: list[str] = []
    inner: list[str] = []
    shapes: list[tuple[int, tuple[int, ...]]] = []
    for chapeau, items in recommendations:
        first, *rest = split_clauses(chapeau) or [""]
        parts = [split_clauses(item) for item in items]
        openings.append(first)
        inner += rest
        inner += [clause for part in parts for clause in part]
        shapes.append((1 + len(rest), tuple(map(len, parts))))
    other = [clause for paragraph in paragraphs for clause in split_clauses(paragraph)]
    return Clauses(list(filter(None, openings)), inner or openings, other or inner or openings, shapes, drawn_out)
