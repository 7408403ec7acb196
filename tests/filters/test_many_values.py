"""A facet of which a recommendation may have several values: counted once for each, found once in all.

The kinds of this test stand in the places of two facets that have no values yet, and go by the lettered items: two
columns of one relation, so that a join made for the one must not narrow the other.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from archive.filters import facets, kinds, rows, snapshot
from archive.filters.facets import build_facets, count_by_bitmaps, count_by_grouping, narrow
from archive.filters.finding import find
from archive.filters.kinds import NONE, FacetKind, FacetValue
from archive.filters.rows import filter_rows
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from archive.models import Recommendation
from tests import factories

LABELS = ("أ", "ب", "ج")
TEXTS = ("سد", "جسر")
VERB, TOPIC, MEETING = "verb", "topic", "meeting"
FACETS = (VERB, TOPIC, MEETING)


def value_of(key: str) -> FacetValue:
    return FacetValue(key, key, key)


STANDING_IN = {
    kind.name: kind
    for kind in (
        FacetKind(VERB, "الحرف", "بلا حرف", "subparagraphs__label", lambda: map(value_of, LABELS), many=True),
        FacetKind(TOPIC, "النص", "بلا نص", "subparagraphs__text", lambda: map(value_of, TEXTS), many=True),
    )
}


@dataclass(frozen=True)
class Row:
    """A recommendation as the model sees it: for each facet its values."""

    pk: int
    values: dict[str, frozenset[str]]

    def has(self, facet: str, chosen: tuple[str, ...]) -> bool:
        return bool(self.values[facet] & set(chosen)) or (NONE in chosen and not self.values[facet])

    def matches(self, selection: Selection, but: str = "") -> bool:
        return all(self.has(facet, chosen) for facet, chosen in selection.values.items() if facet != but)


# For every recommendation its meeting and its items; a label or a text may come twice.
items = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(TEXTS)), max_size=4)
archives = st.lists(st.tuples(st.integers(1, 2), items), min_size=1, max_size=8)


@contextmanager
def many_valued() -> Iterator[None]:
    """The facets with those of this test among them."""
    found = tuple(STANDING_IN.get(kind.name, kind) for kind in kinds.KINDS)
    with ExitStack() as patched:
        for module in (facets, rows, snapshot):
            patched.enter_context(patch.object(module, "KINDS", found))
        yield


def make_rows(drawn: list[tuple[int, list[tuple[str, str]]]]) -> list[Row]:
    """In official order."""
    meetings = {number: factories.make_meeting(number) for number in (1, 2)}
    made = []
    for number, (meeting, pairs) in enumerate(drawn, 1):
        row = factories.make_recommendation(number, meeting=meetings[meeting])
        for position, (label, text) in enumerate(pairs, 1):
            factories.make_subparagraph(row, position, text, label=label)
        labels, texts = (frozenset(pair[place] for pair in pairs) for place in (0, 1))
        values = {VERB: labels, TOPIC: texts, MEETING: frozenset({row.meeting.slug})}
        made.append((meeting, number, Row(row.pk, values)))
    return [row for *_place, row in sorted(made, key=lambda one: one[:2])]


def selections(rows: list[Row]) -> st.SearchStrategy[Selection]:
    options = {VERB: (*LABELS, NONE), TOPIC: (*TEXTS, NONE), MEETING: sorted(rows[0].values[MEETING])}
    chosen = {
        facet: st.lists(st.sampled_from(values), max_size=3, unique=True).map(sorted).map(tuple)
        for facet, values in options.items()
    }
    return st.fixed_dictionaries(chosen).map(
        lambda found: Selection(values={name: values for name, values in found.items() if values})
    )


def counted_by_hand(rows: list[Row], selection: Selection, facet: str) -> Counter[str]:
    there = [row for row in rows if row.matches(selection, but=facet)]
    return Counter(value for row in there for value in row.values[facet] or {NONE})


class ManyValues(TestCase):
    @settings(max_examples=25)
    @given(archives, st.data())
    def test_every_way_of_counting_agrees_with_counting_by_hand(self, drawn: list, data: st.DataObject) -> None:
        rows = make_rows(drawn)
        selection = data.draw(selections(rows))
        hits = set(data.draw(st.lists(st.sampled_from([row.pk for row in rows]), unique=True)))
        found = [row for row in rows if row.pk in hits]
        expected = {facet: counted_by_hand(found, selection, facet) for facet in FACETS}
        with many_valued():
            held = build_snapshot()
            for count in (count_by_bitmaps, count_by_grouping):
                counts = count(held, selection, BitMap(hits))
                assert {facet: +Counter(counts[facet]) for facet in FACETS} == expected, count.__name__

    @settings(max_examples=25)
    @given(archives, st.data())
    def test_every_way_of_finding_agrees_with_finding_by_hand(self, drawn: list, data: st.DataObject) -> None:
        rows = make_rows(drawn)
        selection = data.draw(selections(rows))
        expected = [row.pk for row in rows if row.matches(selection)]
        with many_valued():
            held = build_snapshot()
            everyone = Recommendation.objects.in_official_order()
            filtered = filter_rows(everyone, selection, held)
            assert ([row.pk for row in filtered], filtered.count()) == (expected, len(expected))
            assert sorted(narrow(held, selection, held.everything)) == sorted(expected)
            assert list(find(selection, held)) == expected

    def test_the_facet_shows_its_values_and_without_with_counts_that_overlap(self) -> None:
        rows = make_rows([(1, [("أ", "سد"), ("ب", "سد"), ("ب", "جسر")]), (1, [("ب", "جسر")]), (2, [])])
        selection = Selection(values={TOPIC: ("سد",)})
        with many_valued():
            held = build_snapshot()
            counts = count_by_bitmaps(held, selection, BitMap(row.pk for row in rows))
            shown = {
                facet.name: [(one.value, one.count, one.selected) for one in facet.options]
                for facet in build_facets(held, selection, counts)
            }
        assert shown[VERB] == [("أ", 1, False), ("ب", 1, False), (NONE, 0, False)]
        assert shown[TOPIC] == [("سد", 1, True), ("جسر", 2, False), (NONE, 1, False)]
