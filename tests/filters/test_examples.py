"""What one may type is taken from the archive, and works."""

from archive.filters.examples import Example, current_examples, example_recommendation
from archive.filters.finding import find
from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from archive.search.entries import rebuild_index
from archive.search.reference import find_reference
from tests import factories


def make_canals() -> None:
    meeting = factories.make_meeting(4)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=meeting)
    factories.make_section(document, "صون القنوات المشتركة")
    for number in range(1, 4):
        factories.make_recommendation(
            number, f"ينبغي صون القنوات وفقا للمادة ٦ وتبادل المياه، وأنظر المادة ٨ {number}.", meeting=meeting
        )
    factories.make_recommendation(4, "تطبق المادة ٦ من الصك.", meeting=meeting, document=document)
    factories.make_recommendation(5, "تطبق المادة ٨ من الصك.", meeting=meeting)
    factories.make_recommendation(6, "تطبق المادة ٨ من الصك.", meeting=meeting)


def test_an_empty_archive_has_no_examples() -> None:
    snapshot = build_snapshot()
    assert current_examples(snapshot) == ()
    assert example_recommendation(snapshot) is None


def test_each_kind_of_thing_has_one() -> None:
    make_canals()
    assert current_examples(build_snapshot()) == (
        Example("صون القنوات", "term"),
        Example("المادة 8", "article", "article 8"),
        Example("التوصية 4 من الاجتماع الرابع", "reference", "recommendation 4 of the fourth meeting"),
        Example("ITC/CONF/WG.1/2019/5", "symbol"),
    )


def test_each_finds_something() -> None:
    make_canals()
    rebuild_index()
    snapshot = build_snapshot()
    found = {
        one.kind: find(Selection(q=one.text), snapshot).count > 0 or find_reference(one.text) is not None
        for one in current_examples(snapshot)
    }
    assert found == {"term": True, "article": True, "reference": True, "symbol": True}


def test_words_that_name_two_recommendations_give_way_to_the_address_of_one() -> None:
    for symbol in ("ITC/CONF/WG.1", "ITC/CONF/WG.2"):
        factories.make_recommendation(1, meeting=factories.make_meeting(1, body=factories.make_body(symbol)))
    assert current_examples(build_snapshot()) == (Example("itc-conf-wg1.1.1", "locator"),)


def test_a_job_number_serves_where_there_is_no_symbol() -> None:
    document = factories.make_document("", slug="v19-08455", job_number="V.19-08455")
    factories.make_recommendation(1, meeting=factories.make_meeting(1), document=document)
    assert current_examples(build_snapshot())[-1] == Example("V.19-08455", "symbol")
