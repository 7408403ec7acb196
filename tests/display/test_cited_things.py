"""What a citation is called and where it leads."""

import pytest
from django.utils import translation

from archive.display.names.cited_things import CitedThing, cited_thing, tool_name
from archive.models import Citation, Recommendation
from tests import factories
from tests import factories_of_meaning as meaning

pytestmark = pytest.mark.django_db


@pytest.fixture
def row() -> Recommendation:
    return factories.make_recommendation(12, meeting=factories.make_meeting(4))


def thing(row: Recommendation, language: str = "ar", **values: object) -> CitedThing:
    found = meaning.make_citation(row, **values)
    with translation.override(language):
        return cited_thing(Citation.objects.get(pk=found.pk))


def test_a_paragraph_of_an_article(row: Recommendation) -> None:
    article = meaning.make_article(14)
    values = {"kind": "treaty_article", "article": article, "instrument": article.instrument}
    values["cited_paragraph"] = "3 (أ)"
    assert thing(row, **values) == CitedThing(
        "المادة 14، الفقرة 3 (أ)، بروتوكول القنوات", "/articles/canal-protocol/14/"
    )
    assert thing(row, "en", **values) == CitedThing(
        "article 14, paragraph 3 (a), Canal Protocol", "/en/articles/canal-protocol/14/"
    )


def test_a_treaty_without_an_english_name_keeps_its_arabic_one(row: Recommendation) -> None:
    treaty = meaning.make_instrument("old", name_en="", short_ar="الميثاق")
    assert thing(row, "en", kind="treaty", instrument=treaty).name == '<span lang="ar" dir="rtl">الميثاق</span>'


def test_a_recommendation_and_a_lettered_item_of_one(row: Recommendation) -> None:
    other = factories.make_recommendation(11, meeting=row.meeting)
    cited = {"kind": "recommendation", "cited_recommendation": other}
    address = "/recommendations/itc-conf-wg1.4.11/"
    assert thing(row, locator=other.locator, **cited) == CitedThing("الاجتماع الرابع، التوصية 11", address)
    assert thing(row, locator=f"{other.locator}.b", **cited).address == f"{address}#b"


def test_what_the_archive_does_not_hold_is_named_as_the_text_names_it(row: Recommendation) -> None:
    unknown = thing(row, kind="recommendation", locator="itc-conf-wg1.9.1", text="التوصية 1")
    assert unknown == CitedThing("التوصية 1")
    meeting = thing(row, kind="meeting", locator="itc-conf-wg1.9", text="الاجتماع التاسع")
    assert meeting == CitedThing("الاجتماع التاسع")


def test_a_meeting(row: Recommendation) -> None:
    assert thing(row, kind="meeting", cited_meeting=row.meeting) == CitedThing(
        "الاجتماع الرابع", "/meetings/itc-conf-wg1.4/"
    )


def test_a_document_held_and_one_elsewhere(row: Recommendation) -> None:
    paper = factories.make_document("ITC/CONF/2020/5")
    held = thing(row, kind="document", cited_document=paper, symbol=paper.symbol, cited_paragraph="32")
    symbol = '<bdi class="sym" dir="ltr" lang="en">{}</bdi>'
    assert held == CitedThing(symbol.format("ITC/CONF/2020/5") + "، الفقرة 32", "/documents/itc-conf-2020-5/#p32")
    elsewhere = thing(row, kind="document", symbol="ITC/CONF/2021/1")
    assert elsewhere == CitedThing(
        symbol.format("ITC/CONF/2021/1"), "https://docs.un.org/ar/ITC/CONF/2021/1", is_external=True
    )


def test_a_resolution_without_a_symbol_leads_nowhere(row: Recommendation) -> None:
    found = thing(row, kind="resolution", organ="conference", resolution="9/1")
    assert found == CitedThing('قرار المؤتمر <bdi class="sym" dir="ltr" lang="en">9/1</bdi>')
    council = thing(
        row, kind="resolution", organ="security_council", resolution="2491 (2019)", symbol="S/RES/2491(2019)"
    )
    assert council.address == "https://docs.un.org/ar/S/RES/2491(2019)"


def test_tools_bear_the_names_of_the_data(row: Recommendation) -> None:
    with translation.override("ar"):
        assert tool_name("voluntary-reporting-system") == "نظام الإبلاغ الطوعي"
        assert tool_name("of-staff") == "of-staff"
    found = thing(row, "en", kind="tool", tool="voluntary-reporting-system")
    assert found.name == "Voluntary reporting system"
    assert found.address.startswith("/en/recommendations/?q=%D9%86%D8%B8%D8%A7%D9%85")


def test_a_paper_cited_by_its_job_number_alone_leads_nowhere_until_it_is_known(row: Recommendation) -> None:
    unknown = thing(row, kind="document", symbol="V.20-05359", text="V.20-05359")
    assert (unknown.address, unknown.is_external) == ("", False)
    resolution = thing(row, kind="resolution", symbol="S/RES/2133 (2014)", resolution="2133 (2014)", text="القرار")
    assert (resolution.address, resolution.is_external) == ("https://docs.un.org/ar/S/RES/2133%20(2014)", True)
