"""Two languages of one paper laid beside each other, pure: number and letter join them, never a guess.

What has no partner of the same number is told to staff in a sentence, and its text is kept unjoined.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, TypeVar

Value = TypeVar("Value")

#: What a text is joined by: the kind of row, then its place in the paper.
Place = tuple[str | int, ...]


#: The kind of a row and its key.
TextKey = tuple[str, int]


class Said(NamedTuple):
    """A text in the further language and its first line in its paper; `row` is the key of the row that says it so far,
    where its paper stood alone."""

    text: str
    line: int
    row: int = 0


@dataclass(slots=True)
class Joined:
    """`texts` by the key of the row that says the same; `unjoined` are those of which nothing is known so far."""

    texts: dict[TextKey, Said] = field(default_factory=dict)
    unjoined: list[Said] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    def take(self, kind: str, pk: int, said: Said) -> None:
        if said.text.strip():
            self.texts[kind, pk] = said


#: What staff are told, in the words of the loader: {what} is «التوصية 5» or «الفقرة 12».
_ONLY_HELD = "{what}: في العربية وحدها."
_ONLY_OFFERED = "{what}: في النسخة الأخرى وحدها."
_LETTERS = "{what}: عدد الفقرات الفرعية {held} في العربية و{offered} في النسخة الأخرى."
_UNNUMBERED = "نصوص بلا أرقام {where}: عددها {held} في العربية و{offered} في النسخة الأخرى."
_SECTIONS = "العناوين: عددها {held} في العربية و{offered} في النسخة الأخرى؛ قوبلت العناوين ذات العلامات وحدها."


@dataclass(frozen=True, slots=True)
class RowHeld:
    """A row of the archive by its place in the paper."""

    pk: int
    name: str
    items: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextOffered:
    """The same of the other language: the text and those of its lettered items by their position."""

    said: Said
    name: str
    items: Mapping[int, Said] = field(default_factory=dict)


def join_recommendations(
    joined: Joined, held: Mapping[Place, RowHeld], offered: Mapping[Place, TextOffered]
) -> None:
    """By meeting, series, number; the lettered items by their positions."""
    for place, one in offered.items():
        row = held.get(place)
        if row is None:
            joined.disagreements.append(_ONLY_OFFERED.format(what=one.name))
            joined.unjoined += [one.said, *one.items.values()]
            continue
        joined.take("recommendation", row.pk, one.said)
        if row.items.keys() != one.items.keys():
            joined.disagreements.append(
                _LETTERS.format(what=row.name, held=len(row.items), offered=len(one.items))
            )
        for position, item in one.items.items():
            if position in row.items:
                joined.take("subparagraph", row.items[position], item)
            else:
                joined.unjoined.append(item)
    joined.disagreements += [
        _ONLY_HELD.format(what=row.name) for place, row in held.items() if place not in offered
    ]


class PlaceInPaper(NamedTuple):
    """A paragraph, held or offered, in the order of its paper; `number` is 0 for a text that bears none."""

    series: int
    number: int
    copy: int

    @property
    def named(self) -> str:
        return f"الفقرة {self.number}" + (f" من السلسلة {self.series + 1}" if self.series else "")


def join_paragraphs(
    joined: Joined, held: Sequence[tuple[PlaceInPaper, int]], offered: Sequence[tuple[PlaceInPaper, Said]]
) -> None:
    """PlaceInPaper ones by their numbers; those without by their order, where between two numbers there are as many."""
    rows = {place: pk for place, pk in held if place.number}
    texts = {place: said for place, said in offered if place.number}
    for place, said in texts.items():
        if place in rows:
            joined.take("paragraph", rows[place], said)
        else:
            joined.disagreements.append(_ONLY_OFFERED.format(what=place.named))
            joined.unjoined.append(said)
    joined.disagreements += [
        _ONLY_HELD.format(what=place.named) for place in rows if place not in texts
    ]
    ours, theirs = dict(_unnumbered(held)), dict(_unnumbered(offered))
    for behind in dict.fromkeys((*ours, *theirs)):
        keys, said_here = ours.get(behind, []), theirs.get(behind, [])
        if len(keys) == len(said_here):
            for pk, one in zip(keys, said_here, strict=True):
                joined.take("paragraph", pk, one)
            continue
        where = f"بعد {behind.named}" if behind else "في أول الوثيقة"
        joined.disagreements.append(_UNNUMBERED.format(where=where, held=len(keys), offered=len(said_here)))
        joined.unjoined += said_here


def _unnumbered(rows: Iterable[tuple[PlaceInPaper, Value]]) -> Iterator[tuple[PlaceInPaper | None, list[Value]]]:
    """The texts without a number by the number that stands before them."""
    before: PlaceInPaper | None = None
    for has_number, group in groupby(rows, key=lambda row: bool(row[0].number)):
        found = list(group)
        if has_number:
            before = found[-1][0]
        else:
            yield before, [value for _place, value in found]


class HeadingPlace(NamedTuple):
    """A heading: its level, and what its label counts to (0 where it bears none)."""

    level: int
    position: int


def join_sections(
    joined: Joined, held: Sequence[tuple[HeadingPlace, int]], offered: Sequence[tuple[HeadingPlace, Said]]
) -> None:
    """All, where both papers have the same levels and labels in the same order; else those that labels join."""
    if [one for one, _pk in held] == [one for one, _said in offered]:
        for (_one, pk), (_other, said) in zip(held, offered, strict=True):
            joined.take("section", pk, said)
        return
    joined.disagreements.append(_SECTIONS.format(held=len(held), offered=len(offered)))
    ours = dict(_by_path(held))
    for path, said in _by_path(offered):
        if path in ours:
            joined.take("section", ours[path], said)


def _by_path(rows: Iterable[tuple[HeadingPlace, Value]]) -> Iterator[tuple[tuple[HeadingPlace, ...], Value]]:
    """Headings with a label, by the labels above them."""
    path: list[HeadingPlace] = []
    for heading, value in rows:
        while path and path[-1].level >= heading.level:
            path.pop()
        path.append(heading)
        if heading.position:
            yield tuple(path), value
