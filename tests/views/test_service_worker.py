import json

import pytest
from django.test import Client

from archive.views.service_worker import worker_script
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
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "title"), [("/offline/", "لا اتصال بالشبكة"), ("/en/offline/", "No network")])
def test_the_page_without_network_has_a_place_for_what_can_be_read(client: Client, path: str, title: str) -> None:
    response = client.get(path)
    assert Page(response).words("h1") == [title]
    assert response.content.decode().count("<!-- readable -->") == 1
