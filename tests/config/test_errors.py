import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def fails(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("something in a view")


def forbids(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def suspects(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def lacks_a_table(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM archive_gone")
    return HttpResponse()


urlpatterns = [
    path("lacks/", lacks_a_table),
    path("api/v1/lacks/", lacks_a_table),
    path("fails/", fails),
    path("forbids/", forbids),
    path("suspects/", suspects),
    path("api/v1/fails/", fails),
    path("api/v1/forbids/", forbids),
    path("api/v1/suspects/", suspects),
    *site,
]


@pytest.fixture
def visitor(settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"), [("/fails/", 500), ("/forbids/", 403), ("/suspects/", 400), ("/nowhere/", 404)]
)
def test_an_error_is_an_arabic_page_of_ours(visitor: Client, address: str, status: int) -> None:
    response = visitor.get(address)
    body = response.content.decode()
    assert response.status_code == status
    assert '<html lang="ar" dir="rtl"' in body
    assert "<style" not in body and "Traceback" not in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/recommendations/%00/", "/meetings/a%00b/", "/symbol/%00", "/en/documents/%00/", "/api/v1/%00/"]
)
def test_an_address_with_a_nul_is_unknown_on_every_database(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_an_unknown_english_address_is_answered_in_english(visitor: Client) -> None:
    response = visitor.get("/en/nowhere/")
    assert response.status_code == 404
    assert '<html lang="en" dir="ltr"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/api/v1/fails/", 500, "حدث خطأ في الخادم."),
        ("/api/v1/forbids/", 403, "لا يُسمح بهذا الطلب."),
        ("/api/v1/suspects/", 400, "طلب غير مفهوم."),
        ("/api/v1/nowhere/", 404, "لا شيء في هذا الرابط."),
    ],
)
@pytest.mark.django_db
def test_an_error_below_the_api_is_json(visitor: Client, address: str, status: int, sentence: str) -> None:
    response = visitor.get(address)
    assert (response.status_code, response.json()) == (status, {"errors": {"request": [sentence]}})


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_our_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert '<html lang="ar" dir="rtl"' in response.content.decode()


@pytest.mark.django_db
def test_a_database_that_fails_is_told_in_both_languages_with_the_time_to_ask_again(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    response = visitor.get("/lacks/")
    body = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"], response.headers["Cache-Control"]) == (
        503,
        "60",
        "no-store",
    )
    assert "قاعدة البيانات لا تجيب الآن" in body and "The database does not answer now" in body
    told = [(record.name, record.levelname, record.exc_info) for record in caplog.records]
    assert told == [("archive.database", "ERROR", None), ("archive.requests", "ERROR", None)]
    assert "half-migrated: The database has not the tables of this version: run manage.py migrate." in caplog.text


@pytest.mark.django_db
def test_below_the_api_it_is_json(visitor: Client) -> None:
    response = visitor.get("/api/v1/lacks/")
    assert (response.status_code, response.headers["Retry-After"], response.json()) == (
        503,
        "60",
        {"errors": {"request": ["قاعدة البيانات لا تجيب الآن. حاول من جديد بعد قليل."]}},
    )


@pytest.mark.django_db
def test_a_wrong_address_is_a_wrong_address_without_a_database_too(visitor: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE archive_body RENAME TO archive_body_gone")
    response = visitor.get("/nowhere-7.5/")
    assert response.status_code == 404
    body = response.content.decode()
    assert "لا شيء في هذا الرابط." in body and "There is nothing at this address" in body


@pytest.mark.django_db
@pytest.mark.parametrize("more", ["a=1&" * 1000, "&" * 1000, "q=x&" + "meeting=1&" * 3000])
def test_more_parameters_than_are_read_are_an_address_too_long_and_no_fault(more: str) -> None:
    visitor = Client()
    page = visitor.get(f"/recommendations/?{more}")
    assert (page.status_code, "هذا أطول مما يُبحث فيه" in page.content.decode()) == (414, True)
    for address in ("/", "/en/list/", "/recommendations/export.docx", "/nowhere/", "/admin/login/"):
        assert visitor.get(f"{address}?{more}").status_code == 414
    told = visitor.get(f"/api/v1/recommendations/?{more}")
    assert (told.status_code, list(told.json())) == (414, ["errors"])
