"""The second factor: taken up with a telephone, asked for, replaced, and removed by an administrator."""

import io
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from archive.admin.signing_in import devices
from tests.factories import make_user

pytestmark = pytest.mark.django_db

PAGE = "/admin/second-factor/"
RIGHT = "a long password 1"


@pytest.fixture(autouse=True)
def asked_for(settings: Settings) -> None:
    settings.SECOND_FACTOR = True


def sign_in(name: str = "salma") -> Client:
    client = Client()
    client.post("/admin/login/", {"username": name, "password": RIGHT})
    return client


def code_now(user: User) -> str:
    """What the telephone shows; the last code may be asked for again."""
    device = TOTPDevice.objects.get(user=user)
    TOTPDevice.objects.update(last_t=-1, throttling_failure_count=0, throttling_failure_timestamp=None)
    return f"{totp(device.bin_key):06d}"


def enrol(client: Client, user: User) -> list[str]:
    """The recovery codes that the page shows once."""
    client.get(PAGE)
    said = client.post(PAGE, {"token": code_now(user)}).content.decode()
    return re.findall(r"<li><bdi[^>]*>(\w+)</bdi></li>", said)


def test_a_password_alone_opens_nothing() -> None:
    make_user("salma")
    client = sign_in()
    assert client.get("/admin/archive/meeting/?q=1").headers["Location"] == (
        f"{PAGE}?next=%2Fadmin%2Farchive%2Fmeeting%2F%3Fq%3D1"
    )
    assert client.post("/admin/archive/meeting/add/", {}).headers["Location"] == f"{PAGE}?next=%2Fadmin%2F"
    assert client.get("/meetings/").context["user"].is_anonymous
    assert client.post("/admin/logout/").status_code == 200


def test_a_telephone_is_taken_up_and_asked_for_from_then_on() -> None:
    user = make_user("salma")
    client = sign_in()
    page = client.get(PAGE)
    shown = page.context["enrolment"]
    assert shown.picture.startswith("data:image/svg+xml")
    assert client.get(PAGE).context["enrolment"] == shown
    assert client.post(PAGE, {"token": "000000"}).status_code == 403
    assert not devices.has_telephone(user)
    codes = enrol(client, user)
    assert (len(set(codes)), devices.has_telephone(user)) == (10, True)
    assert client.get("/admin/").status_code == 200

    other = sign_in()
    assert "enrolment" not in other.get(PAGE).context
    response = other.post(PAGE, {"token": f" {code_now(user)[:3]} {code_now(user)[3:]}", "next": "/admin/auth/user/"})
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/auth/user/")
    assert other.get("/admin/auth/user/").status_code == 200


def test_digits_of_the_readers_script_are_read() -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    client = sign_in()
    eastern = code_now(user).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post(PAGE, {"token": eastern}).status_code == 302


def test_a_code_counts_once_and_guessing_is_slowed_down() -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    code = code_now(user)
    assert sign_in().post(PAGE, {"token": code}).status_code == 302
    assert sign_in().post(PAGE, {"token": code}).status_code == 403
    assert TOTPDevice.objects.get().throttling_failure_count == 1
    # After ten failures in a row a right code is not looked at for minutes either.
    right = code_now(user)
    TOTPDevice.objects.update(throttling_failure_count=10, throttling_failure_timestamp=timezone.now())
    assert sign_in().post(PAGE, {"token": right}).status_code == 403


@pytest.mark.parametrize("token", ["", "\0", "123456\0", "²³", "x" * 5000, "%", "a" * 40])
def test_what_is_no_code_is_refused(token: str) -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    assert sign_in().post(PAGE, {"token": token}).status_code == 403


def test_a_recovery_code_opens_once_and_another_telephone_is_taken_up() -> None:
    user = make_user("salma")
    codes = enrol(sign_in(), user)
    client = sign_in()
    response = client.post(PAGE, {"token": codes[0].upper()})
    assert (response.status_code, response.context["step"], response.context["left"]) == (200, "by_paper", 9)
    assert sign_in().post(PAGE, {"token": codes[0]}).status_code == 403
    assert client.post(PAGE, {"replace": "1"}).status_code == 302
    assert (TOTPDevice.objects.count(), StaticToken.objects.count()) == (0, 0)
    fresh = enrol(client, user)
    assert (len(fresh), set(fresh) & set(codes)) == (10, set())
    assert client.get("/admin/").status_code == 200


def test_who_has_shown_a_password_alone_replaces_nothing() -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    assert sign_in().post(PAGE, {"replace": "1"}).status_code == 403
    assert devices.has_telephone(user)


def test_the_session_has_another_key_behind_the_second_factor() -> None:
    user = make_user("salma")
    client = sign_in()
    before = client.cookies["sessionid"].value
    enrol(client, user)
    assert client.cookies["sessionid"].value != before


def test_an_administrator_removes_the_telephone_of_a_colleague() -> None:
    salma, amina = make_user("salma"), make_user("amina")
    enrol(sign_in("salma"), salma)
    administrator = sign_in("amina")
    TOTPDevice.objects.filter(user=amina).delete()
    administrator.get(PAGE)
    key = TOTPDevice.objects.get(user=amina).bin_key
    administrator.post(PAGE, {"token": f"{totp(key):06d}"})
    data: dict[str, Any] = {"action": "forget_second_factor", "_selected_action": [salma.pk]}
    said = administrator.post("/admin/auth/user/", data, follow=True).content.decode()
    assert "«salma»: أزيل هاتف التحقق، ويُسجَّل هاتف آخر عند الدخول التالي." in said
    assert (devices.has_telephone(salma), StaticDevice.objects.filter(user=salma).count()) == (False, 0)
    assert sign_in("salma").get(PAGE).context["step"] == "enrol"


def test_the_last_administrator_is_helped_by_a_command() -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    said = io.StringIO()
    call_command("forget_second_factor", "salma", stdout=said)
    call_command("forget_second_factor", "salma", stdout=said)
    assert said.getvalue() == (
        "The second factor of salma was removed; the next sign-in takes up another telephone.\n"
        "The account salma has no second factor; nothing was changed.\n"
    )
    with pytest.raises(CommandError, match="There is no account nobody"):
        call_command("forget_second_factor", "nobody")


def test_where_it_is_not_asked_for_a_password_is_enough(settings: Settings) -> None:
    user = make_user("salma")
    enrol(sign_in(), user)
    settings.SECOND_FACTOR = False
    client = sign_in()
    assert client.get("/admin/").status_code == 200
    assert client.get(PAGE).headers["Location"] == "/admin/"


def test_keys_of_telephones_stand_on_no_page_of_staff(settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    make_user("salma")
    assert sign_in().get("/admin/otp_totp/totpdevice/").status_code == 404


def test_nobody_is_led_to_the_page_of_signing_in() -> None:
    assert Client().get(PAGE).headers["Location"] == "/admin/login/"
