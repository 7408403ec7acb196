from typing import TYPE_CHECKING

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.middleware import SecurityHeaders

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def test_every_answer_carries_the_security_headers(client: Client) -> None:
    headers = client.get("/healthz").headers
    names = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options")
    assert [headers[name] for name in names] == [POLICY, "nosniff", "strict-origin-when-cross-origin", "DENY"]
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_view_may_send_a_policy_of_its_own() -> None:
    answer = HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})
    response = SecurityHeaders(lambda request: answer)(RequestFactory().get("/"))
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(("debug", "sent"), [(True, False), (False, True)])
def test_only_the_error_pages_of_debugging_go_without_the_policy(
    settings: Settings, debug: bool, sent: bool
) -> None:
    settings.DEBUG = debug
    response = SecurityHeaders(lambda request: HttpResponse(status=500))(RequestFactory().get("/"))
    assert ("Content-Security-Policy" in response.headers) is sent


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "cookie", "offered", "encoding", "kept"),
    [
        ("/meetings/", "", "gzip", "gzip", None),
        ("/meetings/", "", "gzip, deflate, br", "br", None),
        ("/meetings/", "", "gzip, br;q=0.0", "gzip", None),
        ("/meetings/", "", "", None, None),
        ("/meetings/", "sessionid=x", "gzip, br", None, "no-store, private"),
        ("/admin/login/", "", "gzip, br", None, "no-store, private"),
    ],
)
def test_what_staff_see_is_neither_compressed_nor_kept(
    client: Client, path: str, cookie: str, offered: str, encoding: str | None, kept: str | None
) -> None:
    response = client.get(path, headers={"Accept-Encoding": offered, "Cookie": cookie})
    control = response.headers.get("Cache-Control")
    directives = ", ".join(sorted({"no-store", "private"} & set(control.split(", ")))) if control else None
    assert (response.headers.get("Content-Encoding"), directives) == (encoding, kept)
    if encoding == "br":
        plain = client.get(path, headers={"Accept-Encoding": ""})
        assert brotli.decompress(response.content) == plain.content
        assert response.headers["Vary"] == "Accept-Encoding"
        assert response.headers["Content-Length"] == str(len(response.content))


@pytest.mark.django_db(transaction=True)
def test_the_admin_works_under_the_policy(
    live_server: "LiveServer", page: "Page", admin_user: object
) -> None:
    complaints: list[str] = []
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", "password")
    page.click("input[type=submit]")
    page.wait_for_selector("#user-tools")
    page.goto(f"{live_server.url}/admin/auth/user/add/")
    page.wait_for_selector("#id_username")
    page.goto(f"{live_server.url}/admin/auth/user/")
    page.wait_for_selector("#result_list")
    assert page.get_attribute("html", "dir") == "rtl"
    assert complaints == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/en/meetings/", "/compare/"])
def test_a_host_that_is_not_ours_is_told_so_on_a_page(client: Client, path: str) -> None:
    response = client.get(path, headers={"Host": "elsewhere.example"})
    assert (response.status_code, "elsewhere.example" in response.content.decode()) == (400, False)
