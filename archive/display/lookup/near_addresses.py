"""What a mistyped address may have meant: names of meetings, recommendations and documents near to it.

Nothing here grows with the archive: names are made from what was typed and then looked for, or are compared
with a bounded number of names that begin alike.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import chain

from django.urls import NoReverseMatch, reverse

from archive.arabic.digits import to_ascii
from archive.models import Body, Document, Meeting, Recommendation
from archive.vocabulary.symbols import slug as slug_of

Near = Recommendation | Meeting | Document

SHOWN = 4
#: No address of ours is longer; what is longer was not mistyped.
LONGEST = 120
_ALIKE = 0.75
#: A body that is less alike than the likeliest by this much was not meant.
_ALIKE_TOO = 0.1
_BODIES = 3
_COMPARED = 200
_MOST_PARTS = 12
#: The first words of our addresses that are names of routes too.
_PAGES = ("recommendations", "meetings", "documents", "topics", "articles", "matrix", "compare", "about")
_PARTS = re.compile(r"[a-z]+|[0-9]+")
# What numbers a recommendation beside its number: the series («s2-»), the words behind («-bis», «_2», «_a»).
_SERIES = re.compile(r"[._-]s(?P<series>[0-9]{1,2})[._-](?=[0-9])")
_BEHIND = re.compile(r"(?<=[0-9])(?:[._-](?P<repeat>bis|ter|quater|quinquies)|_(?P<part>[0-9]{1,2}|[a-z]))(?![a-z0-9])")
#: Words that people put before a number; a name of a body holds none of them.
_CALLED = frozenset("meeting meetings session recommendation recommendations rec no number".split())


@dataclass(frozen=True, slots=True)
class NearPage:
    """A page that may have been meant; `language` is that of its label where it is not the reader's."""

    path: str
    label: str
    language: str = ""


def near_records(asked: str, *, is_document: bool = False) -> list[Near]:
    """The records whose addresses are near to `asked`, the nearest first; no more than SHOWN."""
    # Every name of a record has a figure in it.
    if len(asked) > LONGEST or not re.search(r"\d", asked):
        return []
    ways = (_near_documents, _near_places) if is_document else (_near_places, _near_documents)
    return next(filter(None, (way(asked) for way in ways)), [])


def near_locators(asked: str, bodies: Iterable[str]) -> list[str]:
    """Names that may be those of recommendations or of meetings, the likeliest first, for the slugs of bodies.

    'wg7.5.22' → 'ctoc-cop-wg7.5.22', 'ctoc-cop-wg7.5.2', …, 'ctoc-cop-wg7.5'.
    """
    asked = to_ascii(asked).lower()
    behind = _BEHIND.search(asked)
    opened = _SERIES.search(asked)
    if behind or opened:
        plain = _BEHIND.sub("", _SERIES.sub(".", asked, count=1), count=1)
        return _numbered_otherwise(near_locators(plain, bodies), opened, behind)
    parts = [part for part in _PARTS.findall(asked) if part not in _CALLED]
    if len(parts) > _MOST_PARTS:
        return []
    found = [
        (score, body, numbers)
        for body in bodies
        for score, numbers in _readings(parts, re.sub("[^a-z0-9]", "", body))
    ]
    best = sorted(found, key=lambda reading: -reading[0])[:_BODIES]
    meant = (reading for reading in best if reading[0] > best[0][0] - _ALIKE_TOO)
    names = chain.from_iterable(_names(body, numbers) for _score, body, numbers in meant)
    return list(dict.fromkeys(names))


def _numbered_otherwise(
    names: Sequence[str], opened: re.Match[str] | None, behind: re.Match[str] | None
) -> list[str]:
    """The names of recommendations in that series and with those words behind the number, then those without."""
    tail = "" if behind is None else f"-{behind['repeat']}" if behind["repeat"] else f"_{behind['part']}"
    head = f"s{opened['series']}-" if opened else ""
    found: list[str] = []
    for name in names:
        meeting, _dot, number = name.rpartition(".")
        if meeting.count("."):
            found += [f"{meeting}.{head}{number}{tail}", f"{meeting}.{head}{number}", f"{meeting}.{number}{tail}"]
    return list(dict.fromkeys([*found, *names]))


def _readings(parts: Sequence[str], body: str) -> list[tuple[float, list[int]]]:
    """How far the first parts name this body, with the numbers that follow; the best reading alone."""
    readings = []
    for cut in range(len(parts) + 1):
        numbers, rest = _leading_numbers(parts[cut:])
        # One letter may follow: that of a subparagraph.
        if numbers and len(numbers) <= 3 and len(rest) <= 1:
            score = _likeness("".join(parts[:cut]), body)
            if score >= _ALIKE or not cut:
                readings.append((score, numbers))
    return sorted(readings, key=lambda reading: -reading[0])[:1]


def _leading_numbers(parts: Sequence[str]) -> tuple[list[int], Sequence[str]]:
    count = next((place for place, part in enumerate(parts) if not part.isdigit()), len(parts))
    return [int(part[:6]) for part in parts[:count]], parts[count:]


def _likeness(typed: str, body: str) -> float:
    if typed == body:
        return 1.0
    # «wg7» is how people say «ctoc-cop-wg7».
    if len(typed) > 2 and body.endswith(typed):
        return 0.95
    return SequenceMatcher(None, typed, body, autojunk=False).ratio()


def _names(body: str, numbers: list[int]) -> list[str]:
    meeting, *rest = numbers
    if not rest:
        return [f"{body}.{near}" for near in _near_numbers(meeting)]
    number = rest[0]
    copies = [f"{body}.{meeting}.{number}-{copy}" for copy in rest[1:]]
    recommendations = [f"{body}.{meeting}.{near}" for near in _near_numbers(number)]
    turned = [f"{body}.{number}.{meeting}"]
    other_meetings = [f"{body}.{near}.{number}" for near in _near_numbers(meeting)[1:]]
    return [*copies, *recommendations, *turned, *other_meetings, f"{body}.{meeting}"]


def _near_numbers(number: int) -> list[int]:
    """The number; one digit too many or two of them turned; then its neighbours. 22 → 22, 2, 21, 23, 20, 24."""
    digits = str(number)
    dropped = [digits[:place] + digits[place + 1 :] for place in range(len(digits))]
    turned = [
        digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        for place in range(len(digits) - 1)
    ]
    slips = [int(text) for text in (*dropped, *turned) if text]
    neighbours = [number - 1, number + 1, number - 2, number + 2]
    return [near for near in dict.fromkeys([number, *slips, *neighbours]) if near > 0]


def _near_places(asked: str) -> list[Near]:
    names = near_locators(asked, Body.objects.values_list("slug", flat=True))
    if not names:
        return []
    found: list[Recommendation] = list(Recommendation.objects.filter(locator__in=names).for_display())
    meetings = list(Meeting.objects.filter(slug__in=names).select_related("body"))
    found.sort(key=lambda recommendation: names.index(recommendation.locator))
    meetings.sort(key=lambda meeting: names.index(meeting.slug))
    if not found and meetings and names[0] != meetings[0].slug:
        # A number beyond the last: then the last may have been meant.
        found = list(meetings[0].recommendations.in_official_order().reverse().for_display()[:1])
    if not found and not meetings:
        return [*_nearest_meetings(names)]
    near: list[Near] = [*found[: SHOWN - 1], *meetings]
    return near[:SHOWN]


def _nearest_meetings(names: Sequence[str]) -> list[Meeting]:
    """Of the likeliest body that has any, the meetings whose numbers are nearest to that in the likeliest name."""
    number = int(names[0].split(".")[1])
    for body in dict.fromkeys(name.split(".")[0] for name in names):
        rows = Meeting.objects.filter(body__slug=body).select_related("body")
        before = rows.filter(number__lt=number).order_by("-number")[:SHOWN]
        after = rows.filter(number__gt=number).order_by("number")[:SHOWN]
        if found := [*before, *after]:
            return sorted(found, key=lambda meeting: abs(meeting.number - number))[:SHOWN]
    return []


def _near_documents(asked: str) -> list[Near]:
    name = slug_of(to_ascii(asked))
    if len(name) < 4:
        return []
    alike = Document.objects.filter(slug__startswith=name[: max(4, len(name) // 2)]).order_by("slug")
    by_slug = {document.slug: document for document in alike[:_COMPARED]}
    return [by_slug[slug] for slug in get_close_matches(name, by_slug, n=SHOWN, cutoff=_ALIKE)]


def near_page(word: str) -> str | None:
    """The address of the page that the first word of an address may have meant («meeting» → '/meetings/')."""
    found = get_close_matches(word.lower()[:LONGEST], _PAGES, n=1, cutoff=_ALIKE)
    if not found or found[0] == word:
        return None
    try:
        return reverse(found[0])
    except NoReverseMatch:
        return None
