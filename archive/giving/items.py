"""Items named one by one: locators of recommendations and lettered items, and ranges «ctoc-cop-wg7.3.1..41»."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Recommendation, Subparagraph
from archive.numbering import abjad

from .given import Wanted

_RANGE = re.compile(r"(?P<meeting>.+)\.(?P<first>\d{1,6})\.\.(?P<last>\d{1,6})")
#: So many locators are asked for in one query; the databases bound the parameters of one.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class NamedItems:
    """Those that the archive has, in the order given, and the names of those that it has not."""

    wanted: Sequence[Wanted]
    unknown: Sequence[str]


def find_items(names: Sequence[str]) -> NamedItems:
    """`names` are locators in small letters, each once. A range stands for what it holds, in official order.

    The ends of a range that the archive does not have are among the unknown.
    """
    held = _held([name for name in names if not _RANGE.fullmatch(name)])
    wanted: list[Wanted] = []
    unknown: list[str] = []
    for name in names:
        if match := _RANGE.fullmatch(name):
            numbers, missing = _of_range(match["meeting"], int(match["first"]), int(match["last"]))
            wanted += numbers
            unknown += missing
        elif name in held:
            wanted.append(held[name])
        else:
            unknown.append(name)
    return NamedItems(list(dict.fromkeys(wanted)), unknown)


def unrolled(names: Sequence[str]) -> list[str]:
    """Locators alone: every range is the recommendations that it holds, and its ends where they are missing."""
    found: list[str] = []
    for name in names:
        if match := _RANGE.fullmatch(name):
            numbers, missing = _of_range(match["meeting"], int(match["first"]), int(match["last"]))
            held = Recommendation.objects.in_bulk([one.key for one in numbers])
            found += [*(held[one.key].locator for one in numbers), *missing]
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _of_range(meeting: str, first: int, last: int) -> tuple[list[Wanted], list[str]]:
    rows = Recommendation.objects.public().filter(meeting__slug=meeting, number__range=(first, last))
    found = list(rows.order_by("number", "copy").values_list("pk", "number"))
    numbers = {number for _pk, number in found}
    missing = [f"{meeting}.{end}" for end in dict.fromkeys((first, last)) if end not in numbers]
    return [Wanted(pk) for pk, _number in found], missing


def _held(names: Sequence[str]) -> dict[str, Wanted]:
    """Name → what it names."""
    public = Recommendation.objects.public()
    found: dict[str, Wanted] = {}
    for some in _portions(names):
        found |= {
            locator: Wanted(pk)
            for pk, locator in public.filter(locator__in=some).values_list("pk", "locator")
        }
    letters = {name: place for name in names if name not in found and (place := _lettered(name))}
    for some in _portions(list(letters)):
        wholes = {letters[name][0] for name in some}
        rows = Subparagraph.objects.filter(recommendation__in=public.filter(locator__in=wholes))
        held = {
            (locator, position): pk
            for pk, locator, position in rows.values_list(
                "recommendation_id", "recommendation__locator", "position"
            )
        }
        found |= {
            name: Wanted(held[letters[name]], letters[name][1]) for name in some if letters[name] in held
        }
    return found


def _lettered(name: str) -> tuple[str, int] | None:
    """Of «…5.2.k» the recommendation and the position of the letter."""
    whole, _dot, letter = name.rpartition(".")
    position = abjad.from_latin(letter)
    return (whole, position) if position else None


def _portions(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[first : first + _AT_ONCE] for first in range(0, len(names), _AT_ONCE))
