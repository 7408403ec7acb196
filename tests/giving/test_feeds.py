"""Feeds as feedparser reads them."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.test import Client

from archive.models import FollowUp, Recommendation
from tests import factories
from tests import factories_of_meaning as meaning
from tests.giving.archives import fill
from tests.giving.reading import given

FEED = "/feeds/recommendations.atom"


def read(client: Client, path: str) -> feedparser.FeedParserDict:
    found = feedparser.parse(given(client, path))
    assert not found.bozo, found.bozo_exception
    return found


def links(found: feedparser.FeedParserDict) -> dict[str, str]:
    return {link.rel: link.href for link in found.feed.links}


def test_a_selection_is_a_feed_with_its_texts_in_its_order(client: Client) -> None:
    fill()
    changed = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    Recommendation.objects.update(updated_at=changed)
    found = read(client, f"{FEED}?meeting=itc-conf-wg1.1")
    assert found.version == "atom10"
    assert found.feed.title == "التوصيات (الاجتماع: الاجتماع الأول)"
    assert found.feed.id == "tag:testserver,2026:recommendations?meeting=itc-conf-wg1.1"
    assert links(found) == {
        "self": f"http://testserver{FEED}?meeting=itc-conf-wg1.1",
        "alternate": "http://testserver/recommendations/?meeting=itc-conf-wg1.1",
    }
    assert found.feed.updated_parsed[:5] == (2026, 3, 4, 5, 6)
    assert [entry.id for entry in found.entries] == [
        f"tag:testserver,2026:itc-conf-wg1.1.{number}" for number in ("1", "2", "5", "5-2")
    ]
    second = found.entries[1]
    assert second.title == "الاجتماع الأول، التوصية 2"
    assert second.link == "http://testserver/recommendations/itc-conf-wg1.1.2/"
    assert second.published_parsed[:3] == (2011, 6, 1)
    lines = [
        f'<p dir="rtl" lang="ar">{text}</p>'
        for text in ("ينبغي:", "(أ) الأولى؛", "(ب) الثانية؛", "(ج) الثالثة.")
    ]
    assert second.summary.replace('lang="ar" dir="rtl"', 'dir="rtl" lang="ar"') == "".join(lines)


def test_pages_of_a_feed_hold_all_and_lead_to_each_other(client: Client) -> None:
    meeting = factories.make_meeting(1, start=None, end=None)
    locators = [factories.make_recommendation(number, meeting=meeting).locator for number in range(1, 121)]
    path, seen, selves = FEED, [], []
    while path:
        found = read(client, path)
        seen += [entry.id.rpartition(":")[2] for entry in found.entries]
        selves.append(links(found)["self"])
        path = links(found).get("next", "").removeprefix("http://testserver")
    assert seen == locators
    assert selves == [f"http://testserver{FEED}{query}" for query in ("", "?page=2", "?page=3")]
    assert links(read(client, f"{FEED}?page=2"))["previous"] == f"http://testserver{FEED}"


def test_control_characters_do_not_break_a_feed(client: Client) -> None:
    factories.make_recommendation(1, "ينبغي\x0c صون\x1b القناة & <b>")
    (entry,) = read(client, FEED).entries
    assert "ينبغي صون القناة &amp; &lt;b&gt;" in entry.summary


def test_an_empty_feed_is_valid_and_not_of_this_moment(client: Client) -> None:
    found = read(client, FEED)
    assert found.entries == []
    assert found.feed.updated == "2026-01-01T00:00:00+00:00"


def test_what_was_reported_on_a_recommendation_is_a_feed_with_its_doubts(client: Client) -> None:
    row = fill()[0]
    document = factories.make_document("ITC/CONF/2020/3")
    for number, decision in ((4, FollowUp.Decision.NONE), (5, FollowUp.Decision.CONFIRMED)):
        values = {"decided_at": datetime(2026, 3, 4, tzinfo=UTC)} if decision else {}
        meaning.make_follow_up(row, factories.make_paragraph(document, number), decision=decision, **values)
    found = read(client, f"/feeds/reported.atom?item={row.locator}")
    assert found.feed.title == "ما أُفيد به لاحقاً بشأن الاجتماع الأول، التوصية 1"
    assert sorted(entry.title for entry in found.entries) == [
        "ITC/CONF/2020/3، الفقرة 5",
        "اقتراح لم يُراجَع: ITC/CONF/2020/3، الفقرة 4",
    ]
    assert {entry.link for entry in found.entries} == {
        f"http://testserver/documents/itc-conf-2020-3/#p{number}" for number in (4, 5)
    }


@pytest.mark.parametrize("query", ["", "?item=", "?item=x.1"])
def test_an_unknown_item_has_no_feed(client: Client, query: str) -> None:
    assert client.get(f"/feeds/reported.atom{query}").status_code == 404


def test_the_results_and_the_records_name_their_feeds(client: Client) -> None:
    fill()
    shown = client.get("/en/recommendations/?meeting=itc-conf-wg1.1").content.decode()
    assert 'href="/en/feeds/recommendations.atom?meeting=itc-conf-wg1.1"' in shown
    shown = client.get("/recommendations/itc-conf-wg1.1.1/").content.decode()
    assert 'href="/feeds/reported.atom?item=itc-conf-wg1.1.1"' in shown
