"""What all lists share: pages, parameters, methods, headers."""

from typing import Any

import pytest
from django.test import Client

from archive.record.state import raise_data_version
from tests.factories import make_meeting, make_recommendation

pytestmark = pytest.mark.django_db

LIST = "/api/v1/recommendations/"


@pytest.fixture
def forty_five() -> None:
    meeting = make_meeting()
    for number in range(1, 46):
        make_recommendation(number, meeting=meeting)


@pytest.mark.usefixtures("forty_five")
def test_pages_lead_on_and_back(client: Client) -> None:
    first = client.get(LIST).json()
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    assert [len(page["results"]) for page in (first, second, third)] == [20, 20, 5]
    assert (first["previous"], third["next"]) == (None, None)
    assert first["next"] == "http://testserver/api/v1/recommendations/?page=2"
    assert client.get(third["previous"]).json() == second
    numbers = [item["number"] for page in (first, second, third) for item in page["results"]]
    assert numbers == list(range(1, 46))


@pytest.mark.usefixtures("forty_five")
def test_the_size_of_a_page_travels_with_its_links(client: Client) -> None:
    page = client.get(LIST, {"page_size": "20", "sort": "order", "page": "2"}).json()
    assert page["next"] == "http://testserver/api/v1/recommendations/?page_size=20&sort=order&page=3"
    assert len(client.get(LIST, {"page_size": "50"}).json()["results"]) == 45


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("page=0", {"page": ["رقم الصفحة عدد صحيح يبدأ من 1."]}),
        ("page=-1", {"page": ["رقم الصفحة عدد صحيح يبدأ من 1."]}),
        ("page=", {"page": ["رقم الصفحة عدد صحيح يبدأ من 1."]}),
        ("page=9999999999999999999999", {"page": ["رقم الصفحة عدد صحيح يبدأ من 1."]}),
        ("page=%00", {"page": ["رقم الصفحة عدد صحيح يبدأ من 1."]}),
        ("page=2", {"page": ["لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."]}),
        ("page=1&page=1", {"page": ["ورد «page» أكثر من مرة؛ اكتبه مرة واحدة."]}),
        ("page_size=7", {"page_size": ["عدد النتائج في الصفحة هو 20 أو 50 أو 100."]}),
        (
            "page=x&page_size=y",
            {
                "page": ["رقم الصفحة عدد صحيح يبدأ من 1."],
                "page_size": ["عدد النتائج في الصفحة هو 20 أو 50 أو 100."],
            },
        ),
    ],
)
@pytest.mark.parametrize("kind", ["recommendations", "meetings", "documents"])
def test_a_bad_parameter_is_named_with_what_it_takes(
    client: Client, kind: str, query: str, errors: dict[str, list[str]]
) -> None:
    response = client.get(f"/api/v1/{kind}/?{query}")
    assert (response.status_code, response.json()) == (400, {"errors": errors})


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("sort=random", {"sort": ["الترتيب المتاح هو «order»، أي الترتيب الرسمي."]}),
        ("colour=red", {"colour": ["معامل غير معروف. المعاملات المقبولة هي: page، page_size، sort."]}),
    ],
)
@pytest.mark.parametrize("kind", ["meetings", "documents"])
def test_lists_without_search_take_less(
    client: Client, kind: str, query: str, errors: dict[str, list[str]]
) -> None:
    response = client.get(f"/api/v1/{kind}/?{query}")
    assert (response.status_code, response.json()) == (400, {"errors": errors})


def test_an_item_takes_no_parameters(client: Client) -> None:
    row = make_recommendation()
    response = client.get(f"{LIST}{row.locator}/?x=1")
    assert (response.status_code, response.json()) == (
        400,
        {"errors": {"x": ["معامل غير معروف. لا معاملات لهذا الرابط."]}},
    )


@pytest.mark.parametrize("kind", ["recommendations", "meetings", "documents"])
def test_an_empty_archive_gives_an_empty_list(client: Client, kind: str) -> None:
    assert client.get(f"/api/v1/{kind}/").json() == {
        "count": 0,
        "next": None,
        "previous": None,
        "results": [],
        "facets": [],
    }


def test_the_root_names_the_lists(client: Client) -> None:
    assert client.get("/api/v1/").json() == {
        name: f"http://testserver/api/v1/{name}/" for name in ("recommendations", "meetings", "documents", "topics")
    }


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_another_method_is_told_what_is_allowed(method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)(LIST)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json() == {"errors": {"method": ["هذه الواجهة للقراءة فقط؛ استعمل الطلب GET."]}}


def test_head_has_no_body_and_options_names_the_methods(client: Client) -> None:
    assert (client.head(LIST).status_code, client.head(LIST).content) == (200, b"")
    response = client.options(LIST)
    assert (response.status_code, response["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_any_site_may_read(client: Client) -> None:
    answers = [client.get(LIST), client.get(f"{LIST}none/"), client.get(f"{LIST}?page=x")]
    assert [response["Access-Control-Allow-Origin"] for response in answers] == ["*", "*", "*"]


def test_an_unchanged_answer_is_not_sent_again(client: Client) -> None:
    row = make_recommendation()
    raise_data_version()
    tag = client.get(LIST)["ETag"]
    again = client.get(LIST, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    row.text = "نص آخر."
    row.save()
    raise_data_version()
    assert client.get(LIST, headers={"if-none-match": tag}).status_code == 200


def test_the_language_of_the_browser_changes_nothing(client: Client) -> None:
    make_recommendation()
    english = client.get(LIST, headers={"accept-language": "en"})
    assert english.json() == client.get(LIST).json()


def test_the_same_question_gets_the_same_bytes(client: Client, forty_five: Any) -> None:
    assert client.get(LIST).content == client.get(LIST).content
