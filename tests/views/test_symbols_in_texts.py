"""A symbol in a text leads to the document that the archive has, else to the United Nations; never to a 404 of ours."""

import pytest
from django.test import Client

from archive.record.state import raise_data_version
from tests import factories
from tests.views.page import Page

TEXT = "ينبغي النظر في الوثيقة CTOC/COP/WG.7/2020/2 وفي الوثيقة E/CN.15/2020/6 وفي V.20-05359."


@pytest.mark.parametrize(("prefix", "language"), [("", "ar"), ("/en", "en")])
def test_what_is_not_held_is_looked_for_at_the_united_nations(
    client: Client, db: None, prefix: str, language: str
) -> None:
    row = factories.make_recommendation(1, TEXT)
    factories.make_document("CTOC/COP/WG.7/2020/2", source_file="")
    page = Page(client.get(f"{prefix}/recommendations/{row.locator}/"))
    links = [link for link in page.links() if "2020" in link and "recommendations" not in link]
    assert links == [
        f"{prefix}/symbol/CTOC/COP/WG.7/2020/2",
        f"https://docs.un.org/{language}/E/CN.15/2020/6",
    ]
    assert client.get(links[0]).status_code == 302


def test_a_paper_that_comes_later_has_the_link_from_then_on(client: Client, db: None) -> None:
    row = factories.make_recommendation(1, TEXT)
    factories.make_state()
    address = f"/recommendations/{row.locator}/"
    assert "/symbol/E/CN.15/2020/6" not in Page(client.get(address)).links()
    factories.make_document("E/CN.15/2020/6", source_file="")
    raise_data_version()
    assert "/symbol/E/CN.15/2020/6" in Page(client.get(address)).links()


def test_an_invented_symbol_of_the_specimen_leads_nowhere(client: Client, db: None) -> None:
    row = factories.make_recommendation(1, TEXT)
    factories.make_state(corpus="specimen")
    links = Page(client.get(f"/recommendations/{row.locator}/")).links()
    assert [link for link in links if "E/CN.15" in link] == []


def test_a_joint_symbol_leads_to_its_paper_by_either_part(client: Client, db: None) -> None:
    row = factories.make_recommendation(1, "ينبغي النظر في A/79/62 وفي E/2024/3 وفي E/2024/33.")
    factories.make_document("A/79/62-E/2024/3", source_file="")
    links = [link for link in Page(client.get(f"/recommendations/{row.locator}/")).links() if "2024" in link]
    assert links == ["/symbol/E/2024/3", "https://docs.un.org/ar/E/2024/33"]
    for symbol in ("A/79/62", "e/2024/3", "A/79/62-E/2024/3"):
        assert client.get(f"/symbol/{symbol}").headers["Location"] == "/documents/a-79-62-e-2024-3/"
    assert client.get("/symbol/A/79/6").status_code == 404


def test_a_job_number_is_not_looked_for_at_the_united_nations(client: Client, db: None) -> None:
    page = Page(client.get("/symbol/V.20-05359"))
    assert [link for link in page.links() if "docs.un.org" in link] == []
    page = Page(client.get("/symbol/E/CN.15/2020/6"))
    assert "https://docs.un.org/ar/E/CN.15/2020/6" in page.links()
