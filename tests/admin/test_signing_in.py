"""Signing in: what is locked for whom and how long, how long a session lasts, where one lands, what is logged."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from archive.admin.signing_in.locked import seconds_left
from config.password_words import OwnWordsValidator
from tests.factories import make_user
from tests.views.page import Page

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
RIGHT = "a long password 1"


def try_password(password: str, *, name: str = "salma", address: str = "192.0.2.1", **more: str) -> Any:
    data = {"username": name, "password": password, **more}
    return Client().post(LOGIN, data, REMOTE_ADDR=address)


def test_after_five_failures_the_account_is_locked_for_this_address_alone() -> None:
    make_user("salma")
    make_user("amina")
    statuses = [try_password(f"wrong {number}").status_code for number in range(60)]
    assert statuses == [200] * 4 + [429] * 56
    assert try_password(RIGHT).status_code == 429
    assert try_password(RIGHT, address="192.0.2.2").status_code == 302
    assert try_password(RIGHT, name="amina").status_code == 302
    # What was typed is kept nowhere.
    kept = str(list(AccessAttempt.objects.values()))
    assert ("wrong" in kept, RIGHT in kept) == (False, False)


def test_the_page_says_in_arabic_how_long_and_so_does_the_header() -> None:
    make_user("salma")
    answers = [try_password("wrong") for _ in range(6)]
    body = answers[-1].content.decode()
    assert "بعد 5 محاولات فاشلة. حاول من جديد بعد 15 دقيقة." in " ".join(body.split())
    assert '<html lang="ar" dir="rtl"' in body
    assert 850 < int(answers[-1].headers["Retry-After"]) <= 900


def test_who_waited_is_let_in_and_the_wait_does_not_grow_by_trying() -> None:
    make_user("salma")
    for _ in range(5):
        try_password("wrong")
    earlier = timezone.now() - timedelta(minutes=14)
    AccessAttempt.objects.update(attempt_time=earlier)
    assert try_password("wrong").status_code == 429
    assert seconds_left("salma", "192.0.2.1", earlier + timedelta(minutes=14)) == 60
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert try_password(RIGHT).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_a_right_password_forgets_the_wrong_ones_before() -> None:
    make_user("salma")
    for _ in range(3):
        assert [try_password("wrong").status_code for _ in range(4)] == [200] * 4
        assert try_password(RIGHT).status_code == 302


@pytest.mark.parametrize(("behind_proxy", "statuses"), [(True, [200, 429, 302]), (False, [200, 429, 429])])
def test_a_proxy_is_believed_only_where_one_is(
    settings: Settings, behind_proxy: bool, statuses: list[int]
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    make_user("salma")

    def post(password: str, forwarded: str) -> int:
        data = {"username": "salma", "password": password}
        headers = {"X-Forwarded-For": forwarded}
        return Client().post(LOGIN, data, headers=headers, REMOTE_ADDR="127.0.0.1").status_code

    first = [post("wrong", f"10.0.0.{number}, 192.0.2.1") for number in range(5)]
    assert [first[3], first[4], post(RIGHT, "192.0.2.1, 192.0.2.9")] == statuses


def test_one_network_of_ipv6_counts_as_one_address() -> None:
    make_user("salma")
    found = [try_password("wrong", address=f"2001:db8:1:2::{number}").status_code for number in range(6)]
    assert found == [200] * 4 + [429] * 2
    assert try_password(RIGHT, address="2001:db8:1:3::1").status_code == 302


def test_staff_open_the_door_again(client: Client) -> None:
    user = make_user("salma")
    client.force_login(make_user("amina"))
    for _ in range(5):
        try_password("wrong")
    data = {"action": "open_again", "_selected_action": [user.pk]}
    said = client.post("/admin/auth/user/", data, follow=True).content.decode()
    assert "«salma»: يمكن الدخول من جديد." in said
    assert try_password(RIGHT).status_code == 302


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("/admin/archive/meeting/?q=1", "/admin/archive/meeting/?q=1"),
        ("/meetings/", "/meetings/"),
        ("https://evil.example/", "/admin/"),
        ("//evil.example/", "/admin/"),
        ("/\\evil.example/", "/admin/"),
        ("javascript:alert(1)", "/admin/"),
        ("/accounts/profile/", "/admin/"),
        ("/admin/nowhere/", "/admin/"),
        ("/admin/logout/", "/admin/"),
        ("", "/admin/"),
    ],
)
def test_one_lands_on_a_page_of_ours_that_exists(asked: str, landed: str) -> None:
    make_user("salma")
    response = try_password(RIGHT, next=asked)
    assert (response.status_code, response.headers["Location"]) == (302, landed)
    client = Client()
    data = {"username": "salma", "password": RIGHT}
    response = client.post(LOGIN, data, query_params={"next": asked})
    assert response.headers["Location"] == landed
    assert client.get(response.headers["Location"]).status_code == 200
    # Who is signed in already lands there too.
    assert client.get(LOGIN, {"next": asked}).headers["Location"] == "/admin/"


def signed_in() -> Client:
    client = Client()
    make_user("salma")
    client.post(LOGIN, {"username": "salma", "password": RIGHT})
    return client


def test_a_session_ends_after_half_an_hour_without_a_request() -> None:
    client = signed_in()
    kept = Session.objects.get()
    assert timedelta(minutes=29) < kept.expire_date - timezone.now() <= timedelta(minutes=30)
    assert client.cookies["sessionid"]["max-age"] == 30 * 60
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(("hours", "status"), [(7.9, 200), (8, 302), (-1, 302)])
def test_a_session_that_is_used_ends_after_eight_hours(hours: float, status: int) -> None:
    client = signed_in()
    session = client.session
    session["signed_in_at"] -= int(hours * 3600)
    session.save()
    assert client.get("/admin/").status_code == status
    assert Session.objects.count() == (1 if status == 200 else 0)


def test_a_session_that_is_used_goes_on_and_is_written_once_a_minute() -> None:
    client = signed_in()
    soon = timezone.now() + timedelta(minutes=2)
    Session.objects.update(expire_date=soon)
    client.get("/admin/")
    assert Session.objects.get().expire_date == soon
    session = client.session
    session["seen_at"] -= 60
    session.save()
    Session.objects.update(expire_date=soon)
    client.get("/admin/")
    assert Session.objects.get().expire_date > soon


def test_a_session_of_before_this_rule_is_counted_from_its_next_request() -> None:
    client = Client()
    client.force_login(make_user("salma"))
    session = client.session
    del session["signed_in_at"]
    session.save()
    assert client.get("/admin/").status_code == 200
    assert "signed_in_at" in client.session


SESSIONS = "/admin/sessions/"


def test_one_sees_where_one_is_signed_in_and_ends_the_others() -> None:
    here, there, other = (browser_of(name) for name in ("salma", "salma", "amina"))
    assert sorted(rows_of_sessions(here)) == ["أخرى", "هذه"]
    said = Page(here.post(SESSIONS, follow=True)).words("li", class_="success")
    assert said == ["أُنهيت جلسة واحدة."]
    assert rows_of_sessions(here) == ["هذه"]
    assert [one.get("/admin/").status_code for one in (here, there, other)] == [200, 302, 200]
    # Nothing is left to end: no key, and a second sending says so.
    assert Page(here.get(SESSIONS)).words("button", class_="default") == []
    assert Page(here.post(SESSIONS, follow=True)).words("li", class_="success") == ["لا جلسة أخرى مفتوحة."]


def test_sessions_that_open_nothing_are_not_shown() -> None:
    here, too_long, of_an_old_password = (browser_of("salma") for _ in range(3))
    session = too_long.session
    session["signed_in_at"] -= 8 * 60 * 60
    session.save()
    session = of_an_old_password.session
    session["_auth_user_hash"] = "another"
    session.save()
    assert rows_of_sessions(here) == ["هذه"]


def test_an_administrator_ends_the_sessions_of_an_account() -> None:
    salma, again, amina = (browser_of(name) for name in ("salma", "salma", "amina"))
    keys = list(User.objects.filter(username__in=["salma", "amina"]).values_list("pk", flat=True))
    data = {"action": "sign_out", "_selected_action": keys}
    told = Page(amina.post("/admin/auth/user/", data, follow=True)).words("li", class_="success")
    assert sorted(told) == ["«amina»: لا جلسة أخرى مفتوحة.", "«salma»: أُنهيت جلستان."]
    assert [one.get("/admin/").status_code for one in (salma, again, amina)] == [302, 302, 200]


def browser_of(name: str) -> Client:
    if not User.objects.filter(username=name).exists():
        make_user(name)
    browser = Client()
    answer = browser.post(LOGIN, {"username": name, "password": RIGHT})
    assert answer.status_code == 302
    return browser


def rows_of_sessions(browser: Client) -> list[str]:
    """The last column of the table."""
    return Page(browser.get(SESSIONS)).words("td")[2::3]


@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("unodc-archive-2026", True), ("UNTOC Vienna 1234!", True), ("توصيات المؤتمر ٢٠٢٦", True),
        ("archive of green horses", False), ("a long password 1", False), ("739251846302", False),
    ],
)  # fmt: skip
def test_a_password_is_more_than_words_of_the_archive(password: str, refused: bool) -> None:
    said = "لا تكن كلمة السر من كلمات هذا الأرشيف وحدها، مثل اسمه أو أسماء هيئاته، ولو معها أرقام."
    try:
        OwnWordsValidator().validate(password)
        found = []
    except ValidationError as error:
        found = error.messages
    assert found == ([said] if refused else [])


def test_sign_ins_and_failures_are_logged_without_secrets(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="archive.signing_in"):
        make_user("salma")
        for _ in range(6):
            try_password("wrong")
        try_password("wrong", name="my-pass-in-a-hurry")
        client = Client()
        client.post(LOGIN, {"username": "salma", "password": RIGHT}, REMOTE_ADDR="192.0.2.7")
        client.post("/admin/logout/", REMOTE_ADDR="192.0.2.7")
    said = [record.getMessage() for record in caplog.records if record.name == "archive.signing_in"]
    assert said == [
        *["sign-in refused: account salma from 192.0.2.1"] * 4,
        *["sign-in locked: account salma from 192.0.2.1"] * 2,
        "sign-in refused: no such account from 192.0.2.1",
        "signed in: account salma from 192.0.2.7",
        "signed out: account salma from 192.0.2.7",
    ]
    assert "wrong" not in caplog.text and RIGHT not in caplog.text


def test_a_reader_has_no_session_and_pays_for_none(client: Client) -> None:
    response = client.get("/meetings/")
    assert (response.cookies.keys(), "Cookie" in response.headers.get("Vary", "")) == (set(), False)


def test_a_password_has_twelve_letters_at_least(client: Client) -> None:
    client.force_login(make_user("amina"))
    data = {"username": "salma", "usable_password": "true", "password1": "ورق+حبر-194", "password2": "ورق+حبر-194"}
    response = client.post("/admin/auth/user/add/", data)
    assert response.context["adminform"].form.errors.keys() == {"password2"}
    data |= {"password1": "ورق+حبر-1948", "password2": "ورق+حبر-1948"}
    assert client.post("/admin/auth/user/add/", data).status_code == 302
