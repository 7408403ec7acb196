"""How a meeting numbers the recommendations of a paper: its own series, whatever series they are of in the paper; pure.

A number once given stays: the rows of a paper that are stored say first which series of the meeting each of its own is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.numbering.suffixes import read_suffix
from archive.parsing.structure import ParsedDocument, ParsedParagraph, ParsedRecommendation
from archive.record.locators import meeting_locator, recommendation_locator
from archive.record.stored import StoredRow

from .wordings import alike


class Numbered(NamedTuple):
    """The place of a recommendation: `meeting` is a locator, empty where body or meeting are not known."""

    meeting: str
    series: int
    number: int
    suffix: int
    copy: int

    @property
    def locator(self) -> str:
        return recommendation_locator(*self)


class NumberedParagraph(NamedTuple):
    """The place of a paragraph in its document; a text that bears no number has the number 0."""

    series: int
    number: int
    copy: int


def numbered_paragraphs(parsed: ParsedDocument) -> list[tuple[ParsedParagraph, NumberedParagraph]]:
    """The paragraphs and the texts without a number, in the order of the source."""
    unnumbered = [ParsedParagraph(0, "", 1, one.text, one.section) for one in parsed.clauses]
    rows = [*parsed.paragraphs, *unnumbered]
    if unnumbered:
        rows.sort(key=lambda one: one.text.span.first_line)
    counts: Counter[tuple[int, int]] = Counter()
    found = []
    for one in rows:
        counts[one.series, one.number] += 1
        found.append((one, NumberedParagraph(one.series, one.number, counts[one.series, one.number])))
    return found


class _Series(NamedTuple):
    """One series of a paper in one meeting."""

    meeting: str
    of_paper: int
    texts: dict[tuple[int, int], str]

    @property
    def first(self) -> int:
        return next(iter(self.texts))[0]


def number_recommendations(
    parsed: Sequence[ParsedRecommendation],
    stored: Sequence[StoredRow] = (),
    own: int | None = None,
    *,
    is_addendum: bool = False,
    addenda: frozenset[int] = frozenset(),
) -> list[Numbered]:
    """The place of each recommendation of a paper, in their order.

    `stored` are the rows of its meetings, `own` is the key of its document, `addenda` those of documents that continue
    others: their numbers stand beside those of the paper that they continue, and are no other copy of them.
    """
    all_series = _series_of(parsed)
    ours = [row for row in stored if own is not None and row.values["document"] == own]
    others = [row for row in stored if own is None or row.values["document"] != own]
    beside = [row for row in others if is_addendum or row.values["document"] in addenda]
    chosen = _as_before(all_series, ours)
    for series in all_series:
        key = (series.meeting, series.of_paper)
        if key in chosen:
            continue
        used = {place for (meeting, _of_paper), place in chosen.items() if meeting == series.meeting}
        place = _continued(series, others) if is_addendum else None
        place = place or 0
        while place in used or _clashes(series, place, beside):
            place += 1
        chosen[key] = place
    counts: Counter[Numbered] = Counter()
    found = []
    for one in parsed:
        meeting = _meeting(one)
        single = Numbered(meeting, chosen[meeting, one.series], one.number, read_suffix(one.printed_number or ""), 1)
        counts[single] += 1
        found.append(single._replace(copy=counts[single]))
    return found


def _meeting(one: ParsedRecommendation) -> str:
    return meeting_locator(one.body, one.meeting) if one.body and one.meeting else ""


def _series_of(parsed: Iterable[ParsedRecommendation]) -> list[_Series]:
    found: dict[tuple[str, int], _Series] = {}
    for one in parsed:
        key = (_meeting(one), one.series)
        texts = found.setdefault(key, _Series(*key, {})).texts
        texts.setdefault((one.number, read_suffix(one.printed_number or "")), one.printed)
    return list(found.values())


def _as_before(all_series: Iterable[_Series], own: Sequence[StoredRow]) -> dict[tuple[str, int], int]:
    """For each series that is stored already that of the meeting in which most of its texts stand."""
    chosen: dict[tuple[str, int], int] = {}
    for series in all_series:
        votes: Counter[int] = Counter()
        used = {place for (meeting, _of_paper), place in chosen.items() if meeting == series.meeting}
        for row in own:
            meeting, place, number, suffix, _copy = row.match
            text = series.texts.get((number, suffix)) if meeting == series.meeting and place not in used else None
            if text is not None and alike(text, row.text("printed_text")):
                votes[place] += 1
        if votes:
            chosen[series.meeting, series.of_paper] = max(votes, key=lambda place: (votes[place], -place))
    return chosen


def _continued(series: _Series, others: Iterable[StoredRow]) -> int | None:
    """The last series of the meeting that ends with the number before the first of these."""
    last: dict[int, int] = {}
    for row in others:
        if row.match[0] != series.meeting:
            continue
        last[row.match[1]] = max(last.get(row.match[1], 0), row.match[2])
    return max((place for place, number in last.items() if number + 1 == series.first), default=None)


def _clashes(series: _Series, place: int, rows: Iterable[StoredRow]) -> bool:
    """Whether a number of the series has another text there."""
    for row in rows:
        meeting, there, number, suffix, _copy = row.match
        text = series.texts.get((number, suffix)) if meeting == series.meeting else None
        if there == place and text is not None and not alike(text, row.text("printed_text")):
            return True
    return False
