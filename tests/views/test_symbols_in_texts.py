"""A symbol in a text leads to the document that the archive has, else to the United Nations; never to a 404 of ours."""

import pytest
from django.test import Client

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
    factories.make_state(data_version=2)
    assert "/symbol/E/CN.15/2020/6" in Page(client.get(address)).links()


def test_an_invented_symbol_of_the_specimen_leads_nowhere(client: Client, db: None) -> None:
    row = factories.make_recommendation(1, TEXT)
    factories.make_state(corpus="specimen")
    links = Page(client.get(f"/recommendations/{row.locator}/")).links()
    assert [link for link in links if "E/CN.15" in link] == []
