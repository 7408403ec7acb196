"""Where files stand, what they are called, what is refused, and the button that names them all."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import translation

from archive.giving import formats
from archive.giving.formats import FORMATS
from tests import factories, factories_of_meaning
from tests.giving.archives import fill
from tests.giving.reading import content, given
from tests.views.page import Page

ENDINGS = [one.ending for one in FORMATS]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_says_its_name_in_ascii_and_in_arabic(client: Client, ending: str) -> None:
    fill()
    response = client.get(f"/meetings/itc-conf-wg1.1/export.{ending}")
    assert content(response)
    kept, ascii_name, arabic_name = response["Content-Disposition"].split("; ")
    assert kept == "attachment"
    assert ascii_name.startswith('filename="recommendations-itc-conf-wg1.1-20')
    assert ascii_name.endswith(f'.{ending}"')
    assert unquote(arabic_name).startswith("filename*=UTF-8''الاجتماع الأول 20")
    assert response["Link"] == '<http://testserver/meetings/itc-conf-wg1.1/>; rel="canonical"'
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "path",
    [
        "/recommendations/export.",
        "/recommendations/itc-conf-wg1.1.1/export.",
        "/recommendations/ITC-CONF-WG1.1.2.a/export.",
        "/meetings/itc-conf-wg1.1/export.",
        "/list/export.",
    ],
)
def test_an_unknown_format_is_answered_with_the_list_of_all(client: Client, path: str) -> None:
    fill()
    response = client.get(f"{path}odt?digits=eastern")
    assert response.status_code == 404
    links = Page(response).links()
    assert [f"{path}{ending}?digits=eastern" for ending in ENDINGS] == [
        link for link in links if "export" in link
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/recommendations/x.1/export.csv",
        "/meetings/x/export.csv",
        "/topics/x/export.csv",
        "/articles/x/1/export.csv",
    ],
)
def test_what_is_not_there_gives_no_file(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_topics_and_articles_give_what_their_pages_show(client: Client) -> None:
    rows = fill()
    topic = factories_of_meaning.make_topic("locks")
    factories_of_meaning.make_assignment(rows[0], topic)
    assert given(client, "/topics/locks/export.csv?for=machine&columns=locator").decode().split() == [
        "locator",
        "itc-conf-wg1.1.1",
    ]


def test_a_paper_has_an_end_and_names_the_other_way(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    monkeypatch.setattr(formats, "MOST_IN_A_PAPER", 4)
    response = client.get("/recommendations/export.docx")
    assert response.status_code == 413
    assert "export_recommendations" in Page(response).words("p", class_="lede")[0]
    assert content(client.get("/recommendations/export.csv"))
    offered = [link for link in Page(client.get("/recommendations/")).links() if "/export." in link]
    assert "/recommendations/export.docx" not in offered
    assert "/recommendations/export.csv" in offered


def test_five_hundred_items_come_by_post_and_as_a_range(client: Client) -> None:
    meeting = factories.make_meeting(1)
    names = [factories.make_recommendation(number, meeting=meeting).locator for number in range(1, 501)]
    asked = {"items": ",".join(reversed(names)), "columns": "locator", "for": "machine"}
    response = Client(enforce_csrf_checks=True).post("/list/export.csv", asked)
    assert content(response).decode().split()[1:] == names[::-1]
    # An address of five hundred items fits into no header.
    assert "Link" not in response
    by_range = given(client, "/list/export.csv?for=machine&columns=locator&items=itc-conf-wg1.1.1..500")
    assert by_range.decode().split()[1:] == names


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("/recommendations/?meeting=itc-conf-wg1.1", "/recommendations/export.{}?meeting=itc-conf-wg1.1"),
        ("/recommendations/itc-conf-wg1.1.1/", "/recommendations/itc-conf-wg1.1.1/export.{}"),
        ("/meetings/itc-conf-wg1.1/", "/meetings/itc-conf-wg1.1/export.{}"),
        ("/list/?items=itc-conf-wg1.1.1", "/list/export.{}?items=itc-conf-wg1.1.1"),
        ("/en/meetings/itc-conf-wg1.1/", "/en/meetings/itc-conf-wg1.1/export.{}"),
    ],
)
def test_a_page_offers_every_format_in_words_with_its_size(client: Client, page: str, start: str) -> None:
    fill()
    shown = Page(client.get(page))
    (button,) = shown.all("details", class_="give")
    assert [link for link in shown.links() if "/export." in link] == [
        start.format(ending) for ending in ENDINGS
    ]
    assert [text for text in shown.words("summary") if text in ("نزّل أو شارك", "Download or share")]
    with translation.override("en" if page.startswith("/en/") else "ar"):
        assert all(str(one.name) in button.words and str(one.about) in button.words for one in FORMATS)


def test_the_sizes_that_are_told_are_about_right(client: Client, real_archive: None) -> None:
    for one in FORMATS:
        for path, count in (("/recommendations", 171), ("/meetings/ctoc-cop-wg7.5", 5)):
            size = len(given(client, f"{path}/export.{one.ending}"))
            # Five long ones weigh more than five of the usual length.
            most = 2 if count > 100 else 3
            assert one.size(count) / most <= size <= one.size(count) * most, (one.ending, count, size)
