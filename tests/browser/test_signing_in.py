"""Staff sign in with a browser: wrong words, the lock, a telephone."""

from typing import TYPE_CHECKING

import pytest
from axes.models import AccessAttempt
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_user

if TYPE_CHECKING:
    from playwright.sync_api import Page


def type_in(page: "Page", password: str) -> None:
    page.fill("#id_username", "salma")
    page.fill("#id_password", password)
    with page.expect_navigation():
        page.click("input[type=submit]")


@pytest.mark.django_db(transaction=True)
def test_sign_in_lock_and_second_factor(live_server: LiveServer, page: "Page", settings: Settings) -> None:
    settings.SECOND_FACTOR = True
    make_user("salma")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
    page.goto(f"{live_server.url}/admin/")
    for _ in range(5):
        type_in(page, "wrong")
    assert "بعد 5 محاولات فاشلة. حاول من جديد بعد 15 دقيقة." in page.inner_text("[role=alert]")
    AccessAttempt.objects.all().delete()
    page.goto(f"{live_server.url}/admin/auth/user/")
    type_in(page, "a long password 1")
    assert page.locator("img.factor-picture").bounding_box()["width"] > 150  # type: ignore[index]
    page.fill("#token", f"{totp(TOTPDevice.objects.get().bin_key):06d}")
    page.click("input[type=submit]")
    page.wait_for_selector(".factor-codes")
    assert page.locator(".factor-codes li").count() == 10
    page.click("#content-main a")
    page.wait_for_selector("#result_list")
    assert page.url == f"{live_server.url}/admin/auth/user/"
    assert complaints == []
