import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
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


urlpatterns = [
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
def test_an_error_below_the_api_is_json(visitor: Client, address: str, status: int, sentence: str) -> None:
    response = visitor.get(address)
    assert (response.status_code, response.json()) == (status, {"errors": {"request": [sentence]}})


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_our_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert '<html lang="ar" dir="rtl"' in response.content.decode()
