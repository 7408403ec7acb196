import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.middleware import SecurityHeaders
from config.static_files import Storage
from tests.house import ROOT

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


@pytest.mark.django_db
def test_only_what_is_for_every_site_may_be_drawn_into_another(client: Client) -> None:
    paths = ("/", "/healthz", "/nowhere/", "/admin/login/", "/static/none.js", "/api/v1/", "/api/v1/nowhere/")
    found = {path: client.get(path).headers["Cross-Origin-Resource-Policy"] for path in paths}
    assert found == {**dict.fromkeys(paths, "same-origin"), "/api/v1/": "cross-origin"}
    assert client.get("/").headers["Cross-Origin-Opener-Policy"] == "same-origin"


SETTINGS_TOLD = """
import django, json
django.setup()
from django.conf import settings
names = ("SECURE_PROXY_SSL_HEADER", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "BEHIND_PROXY")
print(json.dumps([getattr(settings, name) for name in names]))
"""


def settings_of_a_process(**variables: str) -> object:
    """As a process of its own reads them."""
    done = subprocess.run(
        [sys.executable, "-c", SETTINGS_TOLD], capture_output=True, text=True, check=True,
        cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT), **variables},
    )  # fmt: skip
    return json.loads(done.stdout)


def test_behind_the_proxy_the_site_is_https_alone() -> None:
    year = 365 * 24 * 60 * 60
    assert settings_of_a_process(BEHIND_PROXY="1") == [["HTTP_X_FORWARDED_PROTO", "https"], True, year, True]


def test_without_a_proxy_nobody_makes_a_request_secure_by_saying_so(rf: RequestFactory) -> None:
    assert settings_of_a_process(BEHIND_PROXY="0") == [None, False, 0, False]
    assert rf.get("/", headers={"X-Forwarded-Proto": "https"}).is_secure() is False
    # gunicorn by itself would believe whoever asks from this machine.
    assert '--forwarded-allow-ips ""' in (ROOT / "script" / "server").read_text()


def test_the_list_of_static_files_is_not_among_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.static_files.NAMES", tmp_path / "names")
    storage = Storage(location=tmp_path / "files", base_url="/static/")
    storage.save_manifest()
    assert ((tmp_path / "names" / "staticfiles.json").exists(), list(tmp_path.glob("files/*"))) == (True, [])


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
