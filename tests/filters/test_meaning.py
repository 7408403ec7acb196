"""The facets of what rules derived: class, addressee, topic, article, without what staff rejected."""

from collections import Counter

from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from archive.filters.facets import build_facets, count_by_bitmaps, count_by_grouping, narrow
from archive.filters.kinds import NONE
from archive.filters.rows import filter_rows
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from archive.models import Recommendation
from tests import factories
from tests.factories_of_meaning import make_article, make_assignment, make_citation, make_clause, make_topic

FACETS = ("verb", "addressee", "actor", "topic", "article")
DECISIONS = ("", "confirmed", "rejected")
CODES = ("states", "unodc")
#: Slug → the slugs whose assignments count for it: «canals» stands below «water».
TREE = {"water": ("water", "canals"), "canals": ("canals",), "roads": ("roads",)}
ARTICLES = (6, 9)

decision = st.sampled_from(DECISIONS)
clauses = st.lists(
    st.tuples(st.sampled_from(("should", "could")), st.lists(st.sampled_from(CODES), unique=True), decision), max_size=2
)
drawn_recommendations = st.lists(
    st.tuples(
        clauses,
        st.dictionaries(st.sampled_from(sorted(TREE)), decision),
        st.lists(st.tuples(st.sampled_from(ARTICLES), decision), max_size=2),
    ),
    min_size=1,
    max_size=5,
)

Row = tuple[int, dict[str, set[str]]]


def make_rows(drawn: list) -> list[Row]:
    """Recommendations with, for each facet, the values that they have by a plain reading."""
    topics = {"water": make_topic("water"), "roads": make_topic("roads")}
    topics["canals"] = make_topic("canals", parent=topics["water"])
    articles = {number: make_article(number) for number in ARTICLES}
    meeting = factories.make_meeting(1)
    rows = []
    for number, (said, about, cited) in enumerate(drawn, 1):
        row = factories.make_recommendation(number, meeting=meeting)
        values: dict[str, set[str]] = {name: set() for name in FACETS}
        main = next((place for place, (_verb, _codes, word) in enumerate(said) if word != "rejected"), None)
        for place, (verb, codes, word) in enumerate(said):
            make_clause(row, verb, codes, codes[:1], is_main=place == main, decision=word)
            values["verb"] |= {verb} if place == main else set()
            values["addressee"] |= set(codes) if word != "rejected" else set()
            values["actor"] |= set(codes[:1]) if word != "rejected" else set()
        for slug, word in about.items():
            make_assignment(row, topics[slug], decision=word)
            if word != "rejected":
                values["topic"] |= {above for above, below in TREE.items() if slug in below}
        for article, word in cited:
            make_citation(row, article=articles[article], decision=word)
            values["article"] |= {articles[article].locator} if word != "rejected" else set()
        rows.append((row.pk, values))
    return rows


def has(values: set[str], chosen: tuple[str, ...]) -> bool:
    return bool(values & set(chosen)) or (NONE in chosen and not values)


def matches(row: Row, selection: Selection, but: str = "") -> bool:
    return all(has(row[1][facet], chosen) for facet, chosen in selection.values.items() if facet != but)


selections = st.fixed_dictionaries(
    {
        facet: st.lists(st.sampled_from((*values, NONE)), max_size=2, unique=True).map(sorted).map(tuple)
        for facet, values in {
            "verb": ("should", "could"), "addressee": CODES, "actor": CODES, "topic": tuple(TREE),
            "article": ("canal-protocol:6", "canal-protocol:9"),
        }.items()
    }
).map(lambda found: Selection(values={name: chosen for name, chosen in found.items() if chosen}))  # fmt: skip


class Meaning(TestCase):
    @settings(max_examples=25)
    @given(drawn_recommendations, selections)
    def test_every_way_of_counting_and_finding_agrees_with_doing_it_by_hand(
        self, drawn: list, selection: Selection
    ) -> None:
        rows = make_rows(drawn)
        held = build_snapshot()
        expected = {
            facet: Counter(
                value for row in rows if matches(row, selection, facet) for value in row[1][facet] or {NONE}
            )
            for facet in FACETS
        }
        for count in (count_by_bitmaps, count_by_grouping):
            counts = count(held, selection, held.everything)
            assert {facet: +Counter(counts[facet]) for facet in FACETS} == expected, count.__name__
        found = [row[0] for row in rows if matches(row, selection)]
        everyone = Recommendation.objects.in_official_order()
        filtered = filter_rows(everyone, selection, held)
        assert [row.pk for row in filtered] == found
        assert sorted(narrow(held, selection, held.everything)) == found

    def test_options_have_their_names_in_their_order(self) -> None:
        rows = make_rows(
            [
                ([("could", ["unodc"], "")], {"canals": "", "roads": ""}, [(9, "")]),
                ([("should", ["states"], "confirmed")], {"water": ""}, [(6, ""), (9, "rejected")]),
                ([("should", [], "rejected")], {"water": "rejected"}, []),
            ]
        )
        held = build_snapshot()
        counts = count_by_bitmaps(held, Selection(), BitMap(pk for pk, _values in rows))
        facets = {facet.name: facet for facet in build_facets(held, Selection(), counts)}
        shown = {name: [(one.value, one.label, one.count) for one in facets[name].options] for name in FACETS}
        assert shown == {
            "verb": [("should", "ينبغي", 1), ("could", "يمكن", 1), (NONE, "بلا عبارة منطوق", 1)],
            "addressee": [
                ("states", "الدول", 1),
                ("unodc", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة", 1),
                (NONE, "بلا جهة مخاطَبة", 1),
            ],
            "actor": [
                ("states", "الدول", 1),
                ("unodc", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة", 1),
                (NONE, "دون جهة محددة", 1),
            ],
            "topic": [
                ("water", "موضوع water", 2),
                ("canals", "موضوع canals", 1),
                ("roads", "موضوع roads", 1),
                (NONE, "بلا موضوع", 1),
            ],
            "article": [
                ("canal-protocol:6", "المادة 6: عنوان المادة 6", 1),
                ("canal-protocol:9", "المادة 9: عنوان المادة 9", 1),
                (NONE, "بلا مادة", 1),
            ],
        }
        assert {one.note for one in facets["article"].options} == {"بروتوكول القنوات", ""}
        with translation.override("en"):
            assert [one.label_en for one in facets["verb"].options] == ["Should", "Could", "No operative phrase"]
            assert [one.label_en for one in facets["topic"].options][:1] == ["Topic water"]
