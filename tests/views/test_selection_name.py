"""What a page of results is called: the selection, in title, heading and running head, in both languages."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from archive.filters.snapshot import current_snapshot
from tests import factories
from tests.factories_of_meaning import make_article, make_assignment, make_citation, make_topic
from tests.views.page import Page

LIST = "/recommendations/"


@pytest.fixture
def archive(db: None) -> None:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    meeting = factories.make_meeting(3, body=body)
    second = factories.make_agenda_item("2", meeting=meeting, title="صون القنوات")
    third = factories.make_agenda_item("3", meeting=meeting, title="الأهوسة")
    topic = make_topic("locks", label_ar="الأهوسة", label_en="Locks")
    article = make_article(6, title_ar="", title_en="")
    for number in range(1, 42):
        row = factories.make_recommendation(
            number, f"ينبغي صون القناة {number}.", meeting=meeting, agenda_item=second if number < 9 else third
        )
        make_assignment(row, topic)
        make_citation(row, article=article, instrument=article.instrument, kind="treaty_article", ground="body")
    factories.make_recommendation(1, "ينبغي صون السد.", meeting=factories.make_meeting(4, body=body))
    current_snapshot()


@pytest.mark.parametrize(
    ("query", "arabic", "english"),
    [
        ("", "التوصيات", "Recommendations"),
        ("meeting=itc-conf-wg1.3", "توصيات الاجتماع الثالث", "Recommendations of the third meeting"),
        (
            "meeting=itc-conf-wg1.3&topic=locks",
            "توصيات الاجتماع الثالث في «الأهوسة»",
            "Recommendations of the third meeting on “Locks”",
        ),
        (
            "agenda_item=itc-conf-wg1.3:2",
            "توصيات البند 2 من جدول أعمال الاجتماع الثالث",
            "Recommendations under agenda item 2 of the third meeting",
        ),
        ("topic=none", "التوصيات، بلا موضوع", "Recommendations, no topic"),
        (
            "meeting=itc-conf-wg1.3&meeting=itc-conf-wg1.4",
            "التوصيات، الاجتماع: الاجتماع الثالث أو الاجتماع الرابع",
            "Recommendations, meeting: Third meeting or Fourth meeting",
        ),
    ],
)
def test_title_and_heading_name_the_selection(
    client: Client, archive: None, query: str, arabic: str, english: str
) -> None:
    for path, name, site in (
        (LIST, arabic, "أرشيف التوصيات"),
        (f"/en{LIST}", english, "Archive of Recommendations"),
    ):
        page = Page(client.get(f"{path}?{query}"))
        assert (page.words("h1"), page.one("title").words) == ([name], f"{name} · {site}")


@pytest.mark.parametrize(
    ("query", "headings"),
    [
        ("meeting=itc-conf-wg1.3", ["البند 2: صون القنوات", "البند 3: الأهوسة"]),
        ("agenda_item=itc-conf-wg1.3:3", ["البند 3: الأهوسة"]),
        ("topic=locks", ["الاجتماع الثالث"]),
        ("article=canal-protocol:6", ["الاجتماع الثالث"]),
    ],
)
def test_the_whole_texts_of_one_thing_stand_on_one_page(
    client: Client, archive: None, query: str, headings: list[str]
) -> None:
    page = Page(client.get(f"{LIST}?{query}&view=text"))
    assert len(page.all("article", class_="r")) == (33 if "agenda" in query else 41)
    found = [re.split(r" [^ ]+، [0-9]", words)[0].strip() for words in page.words("h2")]
    assert [one for one in found if one.startswith(("البند", "الاجتماع"))] == headings


def test_a_size_that_is_asked_for_is_kept_and_other_selections_have_twenty(client: Client, archive: None) -> None:
    asked = f"{LIST}?meeting=itc-conf-wg1.3&view=text"
    assert len(Page(client.get(f"{asked}&page_size=20")).all("article", class_="r")) == 20
    assert len(Page(client.get(f"{LIST}?view=text")).all("article", class_="r")) == 20
    assert len(Page(client.get(f"{LIST}?meeting=itc-conf-wg1.3")).all("li", class_="hit")) == 20
    assert f"{asked}&page_size=50" in Page(client.get(asked)).links()


def test_levels_of_headings_do_not_jump(client: Client, archive: None) -> None:
    for query in ("meeting=itc-conf-wg1.3", "topic=locks", "q=%D8%A7%D9%84%D9%82%D9%86%D8%A7%D8%A9"):
        text = client.get(f"{LIST}?{query}&view=text").content.decode()
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
