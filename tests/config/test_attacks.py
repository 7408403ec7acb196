"""Requests of somebody who means harm: what stands in a head decides about nothing, a path leads nowhere else."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from config.finished_pages import forget_pages
from tests.views.test_every_page import fill

pytestmark = pytest.mark.django_db

#: Heads that proxies, frameworks and scripts of other people act upon. No page may: it is kept for whoever asks next.
HEADS = {
    "hx-request": "true", "x-requested-with": "XMLHttpRequest", "accept": "application/json", "accept-language": "en",
    "x-original-url": "/admin/", "x-rewrite-url": "/admin/", "x-http-method-override": "DELETE",
    "x-forwarded-host": "evil.example", "x-forwarded-port": "1", "x-forwarded-proto": "https",
    "x-forwarded-prefix": "/evil", "forwarded": "host=evil.example", "x-host": "evil.example", "range": "bytes=0-9",
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_no_head_makes_another_page_of_one_that_is_kept(client: Client, head: str) -> None:
    fill(1)
    for path in ("/recommendations/", "/api/v1/meetings/"):
        expected = client.get(path).content
        forget_pages()
        answer = client.get(path, headers={head: HEADS[head]})
        assert (answer.status_code, answer.content) == (200, expected)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../config/settings.py", "/static/%2e%2e/%2e%2e/config/settings.py", "/static/..%2f..%2fmanage.py",
        "/static//etc/passwd", "/data/../../etc/passwd", "/data/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/data/archive.sqlite3.gz%00", "/recommendations/export.../../x", "/recommendations/export.html%2f..",
        "/documents/..%2f..%2fetc/", "/symbol/../../etc/passwd", "/.git/config", "/var/archive.sqlite3",
        "/recommendations/..;/admin/", "/en/%2e%2e/admin/", "//evil.example/..", "/%2fevil.example/x",
        "/\\evil.example", "/%0d%0aX-A:1", "/symbol/%0d%0aX-A:1", "/topics/a%0d%0ab/export.csv", "/%ff%fe",
    ],
)  # fmt: skip
def test_a_path_leads_nowhere_else(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers.get("Location"), answer.streaming) == (404, None, False)


def test_what_is_asked_for_writes_no_head(client: Client) -> None:
    fill(1)
    for query in ("q=%0d%0aX-A:1&items=%0d%0aX-B", "meeting=%0d%0aX-A:1", "items=a%22;filename=%22b,%0aX-A:1"):
        answer = client.get(f"/recommendations/export.csv?{query}")
        heads = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
        assert (answer.status_code, "\n" in heads, "X-A" in heads.replace("%", "")) == (200, False, False)


def test_a_session_that_a_stranger_chose_is_not_the_one_that_is_signed_in(client: Client) -> None:
    User.objects.create_superuser("amina", password="of a test, and long")
    client.cookies["sessionid"] = "a" * 32
    form = {"username": "amina", "password": "of a test, and long", "next": "//evil.example/"}
    answer = client.post("/admin/login/", form)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    assert client.cookies["sessionid"].value not in ("", "a" * 32)
    stranger = Client()
    stranger.cookies["sessionid"] = "a" * 32
    assert stranger.get("/admin/").status_code == 302
