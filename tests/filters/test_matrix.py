"""The matrix: counts against a naive model, lines that are shown, limits."""

from collections import Counter
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from archive.filters.finding import find
from archive.filters.kinds import NONE, FacetValue
from archive.filters.matrix import AxisLine, build_matrix, facets_with_values
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from tests import factories
from tests.filters import archives


class MatrixCounts(TestCase):
    """hypothesis.extra.django gives every example a transaction of its own."""

    @settings(max_examples=25)
    @given(archives.drawn_archives, st.data())
    def test_every_cell_counts_as_one_counts_by_hand(
        self, drawn: archives.Drawn, data: st.DataObject
    ) -> None:
        rows = archives.make_archive(drawn)
        snapshot = build_snapshot()
        selection = data.draw(archives.selections(rows))
        members = find(selection, snapshot).members
        matching = [row for row in rows if archives.matches(row, selection)]
        for across, down in permutations(archives.FACETS, 2):
            matrix = build_matrix(snapshot, selection, members, down, across)
            cells = Counter(
                {
                    (row.value, column.value): count
                    for row, counts in zip(matrix.rows.lines, matrix.counts, strict=True)
                    for column, count in zip(matrix.columns.lines, counts, strict=True)
                }
            )
            assert +cells == Counter((row.values[down], row.values[across]) for row in matching)
            totals = Counter({line.value: line.total for line in matrix.rows.lines})
            assert +totals == Counter(row.values[down] for row in matching)
            assert (matrix.count, matrix.rows.total, matrix.columns.total) == (len(matching),) * 3

    @settings(max_examples=15)
    @given(archives.drawn_archives, st.data())
    def test_every_cell_is_itself_a_selection_that_finds_as_many(
        self, drawn: archives.Drawn, data: st.DataObject
    ) -> None:
        rows = archives.make_archive(drawn)
        snapshot = build_snapshot()
        selection = data.draw(archives.selections(rows))
        matrix = build_matrix(snapshot, selection, find(selection, snapshot).members, "agenda_item", "meeting")
        for row, counts in zip(matrix.rows.lines, matrix.counts, strict=True):
            for column, count in zip(matrix.columns.lines, counts, strict=True):
                values = {**selection.values, "agenda_item": (row.value,), "meeting": (column.value,)}
                assert find(selection.changed(values=values), snapshot).count == count


def build(selection: Selection | None = None, rows: str = "agenda_item", columns: str = "meeting"):
    snapshot, selection = build_snapshot(), selection or Selection()
    return build_matrix(snapshot, selection, find(selection, snapshot).members, rows, columns)


def test_a_meeting_without_texts_stands_between_those_with_some() -> None:
    for number in (1, 3):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    factories.make_meeting(2)
    factories.make_meeting(10, body=factories.make_body("ITC/CONF"))
    matrix = build()
    assert matrix.columns.lines == (
        AxisLine("itc-conf-wg1.1", 1),
        AxisLine("itc-conf-wg1.2", 0, is_void=True),
        AxisLine("itc-conf-wg1.3", 1),
    )
    assert matrix.rows.lines == (AxisLine(NONE, 2),)
    assert matrix.counts == ((1, 0, 1),)


def test_what_is_selected_of_an_axis_is_all_that_it_shows() -> None:
    for number in (1, 2, 3):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    chosen = Selection(values={"meeting": ("itc-conf-wg1.1", "itc-conf-wg1.3")})
    assert [line.value for line in build(chosen).columns.lines] == ["itc-conf-wg1.1", "itc-conf-wg1.3"]
    assert build(chosen).count == 2


def test_a_value_without_any_of_the_selection_is_left_out_but_not_a_meeting() -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    item = factories.make_agenda_item("2", meeting=first)
    factories.make_recommendation(1, meeting=first, agenda_item=item)
    factories.make_recommendation(1, meeting=second)
    matrix = build(Selection(values={"year": ("2012",)}))
    assert [line.value for line in matrix.rows.lines] == [NONE]
    assert matrix.columns.lines == (AxisLine("itc-conf-wg1.1", 0), AxisLine("itc-conf-wg1.2", 1))


def test_of_very_many_values_the_fullest_are_shown_in_their_order() -> None:
    for number in range(1, 33):
        meeting = factories.make_meeting(number)
        for place in range(1, 2 if number in (5, 20) else 3):
            factories.make_recommendation(place, meeting=meeting)
    columns = build().columns
    assert [line.value for line in columns.lines] == [
        f"itc-conf-wg1.{number}" for number in range(1, 33) if number not in (5, 20)
    ]
    assert (columns.left_out, columns.total, sum(line.total for line in columns.lines)) == (2, 62, 60)


def test_columns_are_chosen_for_the_rows_that_are_shown() -> None:
    meeting = factories.make_meeting(1)
    papers = [factories.make_document(f"ITC/CONF/2019/{number}") for number in range(1, 62)]
    for number, paper in enumerate(papers, 1):
        for place in (1, 2) if number < 61 else (1,):
            other = meeting if number < 61 else factories.make_meeting(100)
            factories.make_recommendation(number * 2 + place, meeting=other, document=paper)
    for number in range(2, 32):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    matrix = build(Selection(values={}), rows="document")
    assert (len(matrix.rows.lines), matrix.rows.left_out, matrix.rows.lines[-1]) == (61, 1, AxisLine(NONE, 30))
    assert "itc-conf-wg1.100" not in [line.value for line in matrix.columns.lines]
    assert (len(matrix.columns.lines), matrix.columns.left_out) == (30, 2)


def test_a_recommendation_with_several_values_counts_in_each() -> None:
    for number in (1, 2):
        factories.make_recommendation(number, meeting=factories.make_meeting(number))
    snapshot = build_snapshot()
    first, second = snapshot.everything
    held = {"a": BitMap([first, second]), "b": BitMap([second])}
    filled = replace(
        snapshot,
        values={**snapshot.values, "topic": held},
        without={**snapshot.without, "topic": BitMap()},
        labels={**snapshot.labels, "topic": {name: FacetValue(name, name, name) for name in held}},
    )
    matrix = build_matrix(filled, Selection(), filled.everything, "topic", "meeting")
    assert matrix.counts == ((1, 1), (0, 1))
    assert (matrix.rows.total, matrix.columns.total, matrix.count) == (3, 2, 2)


def test_only_facets_with_values_can_stand_on_an_axis() -> None:
    assert facets_with_values(build_snapshot()) == []
    factories.make_recommendation(1, meeting=factories.make_meeting(1))
    names = [kind.name for kind in facets_with_values(build_snapshot())]
    assert [name for name in names if name in archives.FACETS] == ["body", "meeting", "year"]
    assert not {"verb", "addressee", "topic", "article"} & set(names)
