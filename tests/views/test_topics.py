"""The thematic index, and the page of one subject."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from archive.models import Meeting, Recommendation
from archive.search.entries import rebuild_index
from tests import factories
from tests.factories_of_meaning import (
    CONFIRMED,
    REJECTED,
    make_article,
    make_assignment,
    make_clause,
    make_topic,
)
from tests.views.page import Page


@pytest.fixture
def meetings(db: None) -> list[Meeting]:
    """Three meetings; the second has no recommendations."""
    return [factories.make_meeting(number) for number in (1, 2, 3)]


def adopt(meeting: Meeting, *numbers: int) -> list[Recommendation]:
    return [factories.make_recommendation(number, meeting=meeting) for number in numbers]


def test_the_index_has_every_topic_with_its_numbers_by_meeting(client: Client, meetings: list[Meeting]) -> None:
    water, locks, dry = make_topic("water", label_ar="المياه"), make_topic("locks"), make_topic("dry")
    locks.parent = water
    locks.save()
    first, third = adopt(meetings[0], 3, 12), adopt(meetings[2], 1)
    for one in (first[0], third[0]):
        make_assignment(one, water)
    make_assignment(first[1], locks)
    make_assignment(third[0], dry, decision=REJECTED)
    page = Page(client.get("/topics/"))
    assert page.words("h1") == ["المواضيع"]
    assert (page.words("h2")[:-1], page.words("h3")) == (["المياه", "موضوع dry"], ["موضوع locks"])
    # What stands below a topic counts for it too; what staff rejected counts nowhere.
    assert page.words("span", class_="n") == ["3 توصيات", "توصية واحدة", "لا توصيات"]
    refs = [" ".join(one.split()) for one in page.words("ul", class_="refs")]
    first = "الاجتماع الأول، التوصية"
    assert refs == [f"الأول {first} 3 {first} 12 الثالث الاجتماع الثالث، التوصية 1", f"الأول {first} 12"]
    assert [link for link in page.links(class_="num") if "recommendations" in link] == [
        "/recommendations/itc-conf-wg1.1.3/",
        "/recommendations/itc-conf-wg1.1.12/",
        "/recommendations/itc-conf-wg1.3.1/",
        "/recommendations/itc-conf-wg1.1.12/",
    ]


def test_the_picture_of_a_topic_lights_its_places(client: Client, meetings: list[Meeting]) -> None:
    rows = adopt(meetings[0], 1, 2)
    make_assignment(rows[1], make_topic())
    page = Page(client.get("/en/topics/"))
    # Two strokes of three; a gap of six; two meetings without texts.
    assert [one.attributes["d"] for one in page.all("path", class_="on")] == ["M4.5 0v16"]
    assert [one.attributes["d"] for one in page.all("path", class_="gap")] == ["M12 8H19M25 8H32"]


def test_an_archive_without_topics_says_where_they_come_from(client: Client, db: None) -> None:
    page = Page(client.get("/topics/"))
    assert page.words("h2")[:-1] == ["لا مواضيع في الأرشيف بعد."]
    assert page.words("code") == ["subjects.toml"]


def test_recommendations_without_a_topic_are_counted(client: Client, meetings: list[Meeting]) -> None:
    rows = adopt(meetings[0], 1, 2, 3)
    make_assignment(rows[0], make_topic())
    page = Page(client.get("/topics/"))
    assert page.words("a", href="/recommendations/?topic=none") == ["بلا موضوع: توصيتان"]


def test_a_topic_shows_its_recommendations_in_official_order(client: Client, meetings: list[Meeting]) -> None:
    topic = make_topic("locks", label_ar="الأهوسة", description_ar="بناؤها وفتحها.")
    late = factories.make_recommendation(1, "ينبغي فتحها:", meeting=meetings[2], subparagraphs=("ليلاً؛", "نهاراً."))
    early = factories.make_recommendation(7, "ينبغي بناؤها.", meeting=meetings[0])
    adopt(meetings[0], 2)
    for one in (late, early):
        make_assignment(one, topic)
    page = Page(client.get("/topics/locks/"))
    assert page.words("h1") == ["الأهوسة"]
    assert page.words("p", class_="scope") == ["بناؤها وفتحها."]
    assert [words.split("،")[0] for words in page.words("h2")[:2]] == ["الاجتماع الأول فيينا", "الاجتماع الثالث فيينا"]
    assert page.words("div", class_="whole") == ["ينبغي بناؤها.", "ينبغي فتحها: (أ) ليلاً؛ (ب) نهاراً."]
    assert page.words("figcaption") == ["الأول: 1، الثالث: 1"]
    assert page.links(class_="lb")[0] == "/recommendations/itc-conf-wg1.3.1/#a"


def test_the_reason_stands_one_step_away(client: Client, meetings: list[Meeting]) -> None:
    topic = make_topic("locks")
    child = make_topic("keys", parent=topic, label_ar="المفاتيح")
    rule, confirmed, own, below = adopt(meetings[0], 1, 2, 3, 4)
    make_assignment(rule, topic, ground="«القناة» في صلب المطلوب.", confidence=0.83)
    make_assignment(confirmed, topic, decision=CONFIRMED, decided_at=timezone.now().replace(2026, 3, 5))
    make_assignment(own, topic, origin="staff")
    make_assignment(below, child, ground="«المفتاح».")
    page = Page(client.get("/topics/locks/"))
    reasons = [words.partition("الاجتماع الأول")[2].strip() for words in page.words("details", class_="why")]
    assert re.fullmatch("«القناة» في صلب المطلوب. .*83.*", reasons[0])
    assert reasons[1] == "أكّده الموظفون في 5 آذار/مارس 2026."
    assert reasons[2] == "صنّفه الموظفون."
    assert reasons[3].startswith("المفاتيح «المفتاح». ")


def test_a_topic_leads_on(client: Client, meetings: list[Meeting]) -> None:
    make_topic("before")
    topic, child = make_topic("locks"), make_topic("keys")
    child.parent = topic
    child.save()
    topic.articles.add(make_article(6, title_ar="التجريف"))
    (row,) = adopt(meetings[0], 1)
    make_assignment(row, topic)
    make_clause(row, "urged", ("unodc",))
    rebuild_index()
    page = Page(client.get("/topics/locks/"))
    assert page.links(rel="prev") == ["/topics/before/"]
    assert page.links(rel="next") == ["/topics/keys/"]
    for link in (
        "/recommendations/?topic=locks",
        "/matrix/?rows=verb&columns=meeting&topic=locks",
        "/topics/locks/sheet/",
        "/topics/keys/",
        "/articles/canal-protocol/6/",
        "/recommendations/?verb=urged&topic=locks",
        "/recommendations/?addressee=unodc&topic=locks",
    ):
        assert link in page.links()
        assert client.get(link).status_code == 200


def test_a_topic_with_nothing_says_so(client: Client, db: None) -> None:
    make_topic("locks")
    page = Page(client.get("/topics/locks/"))
    assert page.words("h2")[:-1] == ["لا توصية في هذا الموضوع."]
    assert page.all("figure", class_="ruler") == []


def test_an_english_page_marks_what_is_arabic(client: Client, meetings: list[Meeting]) -> None:
    topic = make_topic("locks", label_ar="الأهوسة", label_en="", description_ar="بناؤها.", description_en="")
    (row,) = adopt(meetings[0], 1)
    make_assignment(row, topic, ground="«القناة».")
    page = Page(client.get("/en/topics/locks/"))
    assert page.foreign == []
    assert page.one("bdi", lang="ar", dir="rtl").words == "الأهوسة"


def test_an_unknown_topic_offers_near_ones(client: Client, db: None) -> None:
    make_topic("locks", label_ar="الأهوسة")
    make_topic("old-locks", label_ar="الأهوسة القديمة", is_used=False)
    for asked in ("lokcs", "الاهوسه", "lock"):
        response = client.get(f"/topics/{asked}/")
        assert response.status_code == 404
        offered = [link for link in Page(response).links() if link.startswith("/topics/") and link != "/topics/"]
        assert offered == ["/topics/locks/"]
    assert "/topics/old-locks/" not in Page(client.get("/topics/old-locks/")).links()


def test_capitals_lead_to_the_page(client: Client, db: None) -> None:
    make_topic("locks")
    response = client.get("/topics/LOCKS/")
    assert (response.status_code, response["Location"]) == (301, "/topics/locks/")


def test_a_long_topic_has_pages(client: Client, meetings: list[Meeting]) -> None:
    topic = make_topic("locks")
    for row in adopt(meetings[0], *range(1, 103)):
        make_assignment(row, topic)
    assert len(Page(client.get("/topics/locks/")).all("div", class_="whole")) == 100
    second = Page(client.get("/topics/locks/?page=2"))
    assert len(second.all("div", class_="whole")) == 2
    assert second.links("link", rel="canonical") == ["http://testserver/topics/locks/?page=2"]
    assert Page(client.get("/topics/locks/?page=9")).words("p", class_="msg") == [
        "page=9 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 2."
    ]
