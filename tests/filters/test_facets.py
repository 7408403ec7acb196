"""Counts of facets: true ones, whatever is selected."""

from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from archive.filters.facets import build_facets, count_by_bitmaps, count_by_grouping, narrow
from archive.filters.finding import find
from archive.filters.kinds import NONE
from archive.filters.rows import filter_rows
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from archive.models import Recommendation
from tests import factories
from tests.filters import archives


class FacetCounts(TestCase):
    """hypothesis.extra.django gives every example a transaction of its own."""

    @settings(max_examples=25)
    @given(archives.drawn_archives, st.data())
    def test_every_way_of_counting_agrees_with_counting_by_hand(
        self, drawn: archives.Drawn, data: st.DataObject
    ) -> None:
        rows = archives.make_archive(drawn)
        snapshot = build_snapshot()
        selection = data.draw(archives.selections(rows))
        hits = snapshot.everything
        counted = count_by_bitmaps(snapshot, selection, hits)
        assert {facet: +_counter(counted[facet]) for facet in archives.FACETS} == {
            facet: archives.count(rows, selection, facet) for facet in archives.FACETS
        }
        assert count_by_grouping(snapshot, selection, hits) == counted

    @settings(max_examples=25)
    @given(archives.drawn_archives, st.data())
    def test_bitmaps_and_the_filter_set_find_the_same_records(
        self, drawn: archives.Drawn, data: st.DataObject
    ) -> None:
        rows = archives.make_archive(drawn)
        snapshot = build_snapshot()
        selection = data.draw(archives.selections(rows))
        expected = [row.pk for row in rows if archives.matches(row, selection)]
        filtered = filter_rows(Recommendation.objects.in_official_order(), selection, snapshot)
        assert [row.pk for row in filtered] == expected
        assert list(find(selection, snapshot)) == expected
        assert sorted(narrow(snapshot, selection, snapshot.everything)) == sorted(expected)


def _counter(counts: dict[str, int]) -> archives.Counter[str]:
    return archives.Counter(counts)


def shown(selection: Selection) -> dict[str, list[tuple[str, str, int, bool]]]:
    snapshot = build_snapshot()
    counts = count_by_bitmaps(snapshot, selection, snapshot.everything)
    return {
        facet.name: [(one.value, one.label, one.count, one.selected) for one in facet.options]
        for facet in build_facets(snapshot, selection, counts)
    }


def two_meetings() -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    factories.make_meeting(3)
    item = factories.make_agenda_item("2 (ج)", meeting=first, title="صون القنوات")
    factories.make_recommendation(1, meeting=first, agenda_item=item)
    factories.make_recommendation(2, meeting=first)
    factories.make_recommendation(1, meeting=second)


def test_options_are_what_the_archive_holds_with_without_at_the_end() -> None:
    two_meetings()
    found = shown(Selection())
    assert not {"verb", "addressee", "topic", "article"} & set(found)
    assert {name: options for name, options in found.items() if name in archives.FACETS} == {
        "body": [("itc-conf-wg1", "الفريق العامل المعني بالقنوات ITC/CONF/WG.1", 3, False)],
        "meeting": [
            ("itc-conf-wg1.1", "الاجتماع الأول", 2, False),
            ("itc-conf-wg1.2", "الاجتماع الثاني", 1, False),
        ],
        "year": [("2012", "2012", 1, False), ("2011", "2011", 2, False)],
        "agenda_item": [
            ("itc-conf-wg1.1:2c", "2 (ج). صون القنوات", 1, False),
            (NONE, "بلا بند معروف", 2, False),
        ],
    }


def test_a_selected_value_stays_visible_at_zero_and_its_facet_counts_without_it() -> None:
    two_meetings()
    found = shown(Selection(values={"meeting": ("itc-conf-wg1.3",), "year": ("2012",)}))
    assert found["meeting"] == [
        ("itc-conf-wg1.1", "الاجتماع الأول", 0, False),
        ("itc-conf-wg1.2", "الاجتماع الثاني", 1, False),
        ("itc-conf-wg1.3", "الاجتماع الثالث", 0, True),
    ]
    assert found["year"] == [("2012", "2012", 0, True), ("2011", "2011", 0, False)]


def test_slots_show_only_when_they_have_values_or_are_selected() -> None:
    two_meetings()
    assert "verb" not in shown(Selection())
    assert shown(Selection(values={"verb": (NONE,)}))["verb"] == [(NONE, "بلا عبارة منطوق", 3, True)]


def test_options_have_both_names_and_an_arabic_title_has_no_english_one() -> None:
    two_meetings()
    snapshot = build_snapshot()
    selection = Selection()
    with translation.override("en"):
        counts = count_by_bitmaps(snapshot, selection, snapshot.everything)
        facets = {facet.name: facet for facet in build_facets(snapshot, selection, counts)}
        assert facets["meeting"].label == "Meeting"
        options = [(one.label, one.label_en) for name in ("meeting", "agenda_item") for one in facets[name].options]
    assert options == [
        ("الاجتماع الأول", "First meeting"),
        ("الاجتماع الثاني", "Second meeting"),
        ("2 (ج). صون القنوات", ""),
        ("No known item", "No known item"),
    ]


def test_meetings_of_several_bodies_carry_the_symbol_of_theirs() -> None:
    two_meetings()
    conference = factories.make_body("ITC/CONF", term="session")
    factories.make_recommendation(1, meeting=factories.make_meeting(7, body=conference))
    snapshot = build_snapshot()
    counts = count_by_bitmaps(snapshot, Selection(), snapshot.everything)
    (meetings,) = [one for one in build_facets(snapshot, Selection(), counts) if one.name == "meeting"]
    assert [(one.label, one.note) for one in meetings.options] == [
        ("الدورة السابعة", "ITC/CONF"),
        ("الاجتماع الأول", "ITC/CONF/WG.1"),
        ("الاجتماع الثاني", "ITC/CONF/WG.1"),
    ]


def test_the_heaviest_values_are_the_selected_ones_then_the_largest_and_those_without_last() -> None:
    two_meetings()
    snapshot = build_snapshot()
    selection = Selection(values={"meeting": ("itc-conf-wg1.3",)})
    counts = count_by_bitmaps(snapshot, selection, snapshot.everything)
    facets = {facet.name: facet for facet in build_facets(snapshot, selection, counts)}
    assert [facets["meeting"].heaviest(size) for size in (2, 9)] == [
        ["itc-conf-wg1.3", "itc-conf-wg1.1"],
        ["itc-conf-wg1.3", "itc-conf-wg1.1", "itc-conf-wg1.2"],
    ]
    assert facets["agenda_item"].heaviest(9) == ["itc-conf-wg1.1:2c", NONE]
    assert facets["meeting"].in_order(["itc-conf-wg1.3", "itc-conf-wg1.2"]) == ["itc-conf-wg1.2", "itc-conf-wg1.3"]


def test_an_option_leads_to_the_selection_with_it_and_back() -> None:
    two_meetings()
    snapshot = build_snapshot()
    selection = Selection(q="قناة", values={"meeting": ("itc-conf-wg1.2",)}, page=3)
    counts = count_by_bitmaps(snapshot, selection, snapshot.everything)
    (meetings,) = [one for one in build_facets(snapshot, selection, counts) if one.name == "meeting"]
    word = "?q=%D9%82%D9%86%D8%A7%D8%A9"
    assert [one.address for one in meetings.options] == [
        f"{word}&meeting=itc-conf-wg1.1&meeting=itc-conf-wg1.2",
        word,
    ]
