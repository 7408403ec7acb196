import json

import pytest
from django.test import Client

from archive.derivations.by_hand import following
from archive.record.publishing import withdraw
from archive.record.renumbering import renumber
from archive.views.service_worker import worker_script
from tests.factories import make_recommendation, make_state
from tests.views.page import Page

ROOT_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'"


def test_the_worker_may_see_the_whole_site_and_is_asked_for_anew_each_time(client: Client) -> None:
    response = client.get("/sw.js")
    names = ("Content-Type", "Service-Worker-Allowed", "Cache-Control", "Content-Security-Policy")
    assert [response[name] for name in names] == ["text/javascript; charset=utf-8", "/", "no-cache", ROOT_POLICY]
    assert client.get("/sw.js", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_the_worker_knows_what_to_hold_from_the_start() -> None:
    first, _newline, _rest = worker_script().partition("\n")
    assert json.loads(first.removeprefix("const OWN = ").removesuffix(";")) == {
        "files": ["/static/css/site.css", "/static/css/more.css", "/static/js/site.js"],
        "pages": ["/offline/", "/en/offline/", "/meetings/", "/list/", "/en/meetings/", "/en/list/"],
        "offline": {"ar": "/offline/", "en": "/en/offline/"},
        "forgotten": "/forgotten",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "title"), [("/offline/", "لا اتصال بالشبكة"), ("/en/offline/", "No network")])
def test_the_page_without_network_has_a_place_for_what_can_be_read(client: Client, path: str, title: str) -> None:
    response = client.get(path)
    assert Page(response).words("h1") == [title]
    assert response.content.decode().count("<!-- readable -->") == 1


@pytest.mark.django_db
def test_the_worker_learns_since_when_it_must_ask_again(client: Client) -> None:
    make_state()
    row = make_recommendation(1)
    response = client.get("/forgotten")
    assert (response.json(), response["Cache-Control"]) == ({"before": 0}, "no-store")
    with following() as after:
        after.add(withdraw([row], "سبب."))
    batch = after.batch
    assert batch is not None
    assert client.get("/forgotten").json() == {"before": int(batch.made_at.timestamp())}


@pytest.mark.django_db
def test_ones_own_list_says_what_was_withdrawn_and_leads_to_what_moved(client: Client) -> None:
    make_state()
    first = make_recommendation(1)
    second = make_recommendation(2, meeting=first.meeting)
    third = make_recommendation(3, meeting=first.meeting)
    with following() as after:
        after.add(withdraw([first], "أُدخلت خطأً."))
        after.add(renumber({third.pk: (0, 7, 0, 1)}))
    items = ",".join(row.locator for row in (first, second, third))
    page = Page(client.get(f"/list/?items={items}"))
    shown = [row.attributes["data-locator"] for row in page.all("li", class_="pick-row")]
    assert shown == [second.locator, f"{first.meeting.slug}.7"]
    withdrawn, moved = filter(None, map(str.strip, page.one("div", class_="msg").text.split("\n")))
    assert withdrawn.split("السبب: ")[1].strip() == "أُدخلت خطأً."
    assert moved.split(":")[1].split() == [third.locator, "←", f"{first.meeting.slug}.7"]
