import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wish", ["en", "en-GB,en;q=0.9,ar;q=0.1", "fr", "ar"])
def test_a_bare_address_is_arabic_whatever_the_browser_wishes(client: Client, wish: str) -> None:
    response = client.get("/", headers={"Accept-Language": wish})
    assert (response.status_code, response.headers["Content-Language"]) == (200, "ar")
    assert '<html lang="ar" dir="rtl"' in response.content.decode()
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("wish", ["ar", "en"])
def test_english_stands_under_en(client: Client, wish: str) -> None:
    response = client.get("/en/", headers={"Accept-Language": wish})
    assert (response.status_code, response.headers["Content-Language"]) == (200, "en")
    assert '<html lang="en" dir="ltr"' in response.content.decode()


def test_a_cookie_does_not_change_the_language_of_an_address(client: Client) -> None:
    client.cookies["django_language"] = "en"
    assert client.get("/").headers["Content-Language"] == "ar"


@pytest.mark.parametrize("address", ["/healthz", "/admin/login/", "/api/v1/nowhere/"])
def test_addresses_for_machines_and_staff_have_no_english_twin(client: Client, address: str) -> None:
    assert client.get(address).headers["Content-Language"] == "ar"
    assert client.get("/en" + address).status_code == 404


@pytest.mark.parametrize(
    ("count", "arabic", "english"),
    [
        (0, "لا توصيات", "0 recommendations"),
        (1, "توصية واحدة", "1 recommendation"),
        (2, "توصيتان", "2 recommendations"),
        (3, "3 توصيات", "3 recommendations"),
        (10, "10 توصيات", "10 recommendations"),
        (11, "11 توصية", "11 recommendations"),
        (99, "99 توصية", "99 recommendations"),
        (100, "100 توصية", "100 recommendations"),
        (103, "103 توصيات", "103 recommendations"),
        (171, "171 توصية", "171 recommendations"),
    ],
)
def test_counts_agree_with_their_nouns(count: int, arabic: str, english: str) -> None:
    found = []
    for language in ("ar", "en"):
        with translation.override(language):
            found.append(ngettext("%(count)s توصية", "%(count)s توصية", count) % {"count": count})
    assert found == [arabic, english]
