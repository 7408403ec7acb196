"""What a meeting was about, and of which recommendations a document speaks."""

import pytest
from django.test import Client

from archive.models import Meeting
from tests import factories
from tests.factories_of_meaning import CONFIRMED, make_assignment, make_citation, make_follow_up, make_topic
from tests.views.page import Page

pytestmark = pytest.mark.django_db


def _meeting(topics: int) -> Meeting:
    """A meeting of 12 recommendations: topic n has n of them, the last recommendation none."""
    meeting = factories.make_meeting(1, body=factories.make_body())
    rows = [factories.make_recommendation(number, meeting=meeting) for number in range(1, 13)]
    for number in range(1, topics + 1):
        topic = make_topic(f"topic-{number}", label_ar=f"موضوع {number}", label_en=f"Topic {number}")
        for row in rows[:number]:
            make_assignment(row, topic)
    return meeting


def test_the_topics_of_a_meeting_stand_with_the_fullest_first_and_lead_to_their_recommendations(
    client: Client,
) -> None:
    meeting = _meeting(3)
    page = Page(client.get(meeting.get_absolute_url()))
    links = [link for link in page.all("a", rel="nofollow") if "topic=" in link.attributes["href"]]
    assert [link.words for link in links] == ["موضوع 3 3", "موضوع 2 2", "موضوع 1 1"]
    for link, count in zip(links, ("3 توصيات", "توصيتان", "توصية واحدة"), strict=True):
        assert Page(client.get(link.attributes["href"])).words("b", id="count") == [count]
    # Each has its strokes within the meeting, and nothing is left out.
    assert len(page.all("svg", class_="spread")) == 3
    assert [link for link in page.links() if link.startswith("/matrix/?")] == []


def test_more_topics_than_are_read_at_a_glance_stand_in_the_table(client: Client) -> None:
    meeting = _meeting(11)
    page = Page(client.get(f"/en{meeting.get_absolute_url()}"))
    assert len(page.all("svg", class_="spread")) == 8
    (more,) = [link for link in page.all("a", rel="nofollow") if link.attributes["href"].startswith("/en/matrix/?")]
    assert more.words == "And others: 3 topics"
    assert client.get(more.attributes["href"]).status_code == 200


def test_a_meeting_without_topics_or_without_texts_says_so_or_nothing(client: Client) -> None:
    page = Page(client.get(_meeting(0).get_absolute_url()))
    assert "لم تُصنَّف توصياته في مواضيع بعد." in page.words("p", class_="note")
    empty = factories.make_meeting(2, body=Meeting.objects.get().body)
    assert "about-what" not in Page(client.get(empty.get_absolute_url())).ids


def test_a_document_shows_what_it_names_and_apart_from_it_what_it_may_tell_of(client: Client) -> None:
    meeting = factories.make_meeting(1, body=factories.make_body())
    first, second, third, fourth = (factories.make_recommendation(number, meeting=meeting) for number in range(1, 5))
    document = factories.make_document("ITC/CONF/WG.1/2019/5")
    one, two = (factories.make_paragraph(document, number) for number in (7, 9))
    make_citation(two, kind="recommendation", cited_recommendation=first)
    make_citation(one, kind="recommendation", cited_recommendation=first)
    make_follow_up(second, one, decision=CONFIRMED)
    make_follow_up(third, two)
    make_follow_up(second, two)
    page = Page(client.get(document.get_absolute_url()))
    assert len(page.all("section", class_="told-of")) == 2
    assert [head for head in page.words("h2") if "الوثيقة" in head] == [
        "التوصيات التي تتناولها هذه الوثيقة",
        "توصيات قد تفيد هذه الوثيقة بشأنها حُدِّد آلياً",
    ]
    assert page.words("figcaption") == ["الأول: 2", "الأول: 1"]
    rows = [row for row in page.words("li", class_="num") if row.startswith("الاجتماع")]
    assert rows == [
        "الاجتماع الأول، التوصية 1: الفقرة 7، الفقرة 9",
        "الاجتماع الأول، التوصية 2: الفقرة 7",
        "الاجتماع الأول، التوصية 3: الفقرة 9",
    ]
    assert fourth.locator not in " ".join(page.links())


def test_a_document_that_speaks_of_none_has_no_such_place(client: Client) -> None:
    document = factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_paragraph(document, 1)
    assert Page(client.get(document.get_absolute_url())).all("section", class_="told-of") == []
