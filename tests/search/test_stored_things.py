"""What is known of a cited thing that is not stored."""

import pytest
from django.test import Client

from archive.citing.things import Thing
from archive.search.entries import rebuild_index
from archive.search.looking_up import look_up
from tests import factories
from tests.factories_of_meaning import make_citation


@pytest.fixture
def papers(db: None) -> None:
    row = factories.make_recommendation(3, "ينبغي تنفيذ القرار 10/7.", meeting=factories.make_meeting(5))
    make_citation(row, kind="resolution", resolution="10/7", organ="conference", text="القرار 10/7")
    report = factories.make_document("ITC/CONF/2020/4")
    paragraph = factories.make_paragraph(report, 9, "وفي القرار 74/148.")
    make_citation(
        paragraph, kind="resolution", resolution="74/148", organ="general_assembly", symbol="A/RES/74/148",
        text="القرار 74/148",
    )  # fmt: skip
    rebuild_index()


@pytest.mark.parametrize(
    ("symbol", "locators"),
    [
        ("10/7", ["itc-conf-wg1.5.3"]),
        ("74/148", ["itc-conf-2020-4#p9"]),
        ("A/RES/74/148", ["itc-conf-2020-4#p9"]),
        ("11/1", []),
    ],
)
def test_of_a_resolution_the_texts_that_name_it_are_known(papers: None, symbol: str, locators: list[str]) -> None:
    thing = Thing("resolution", symbol=symbol)
    found = look_up([thing])[thing]
    assert (found.status, [one.locator for one in found.mentioned]) == ("unknown", locators)


@pytest.mark.parametrize("typed", ["القرار 10/7", "resolution 10/7", "قرار المؤتمر ١٠/٧", "Res. 10/7"])
def test_the_page_says_which_texts_name_it(papers: None, client: Client, typed: str) -> None:
    response = client.get("/recommendations/", {"q": typed})
    html = response.content.decode().partition('<div class="did meant">')[2].partition("</div>")[0]
    assert "/recommendations/itc-conf-wg1.5.3/" in html
    assert "القرار 10/7" in html
