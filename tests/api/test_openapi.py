"""The description of the interface against the interface: every answer has its shape, and no other."""

from collections.abc import Iterator
from typing import Any, get_args

import jsonschema_rs
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from schemathesis.checks import CHECKS

from archive.api import urls
from archive.api.list_fields import build_schemas
from archive.api.openapi import build_openapi
from archive.models import Recommendation
from archive.record.held import forget_held
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from archive.search.understood import NoticeKind
from tests.factories import (
    make_agenda_item,
    make_document,
    make_footnote,
    make_former_slug,
    make_meeting,
    make_paragraph,
    make_recommendation,
    make_section,
)
from tests.factories_of_meaning import make_article, make_assignment, make_citation, make_clause, make_topic
from tests.views.page import Page

pytestmark = pytest.mark.django_db

OPENAPI = "/api/v1/openapi.json"
DOCS = "/api/v1/docs/"
#: Of the archive below.
LAST_PAGES = {"recommendations": 2, "meetings": 1, "documents": 1, "topics": 1}


@pytest.fixture
def archive() -> None:
    """A meeting with its papers, recommendations with and without what may be missing, an index."""
    forget_held()
    meeting = make_meeting(1)
    bare = make_meeting(2, start=None, end=None, place="", held_in="تشرين الأول/أكتوبر 2018")
    item = make_agenda_item("1 (أ)", meeting=meeting)
    paper = make_document("ITC/CONF/WG.1/2019/5", body=meeting.body, meeting=meeting, agenda_item=item)
    make_document("", slug="itc-conf-wg1.1.item-1a", source_file="", source_sha256="", date=None)
    make_former_slug("v19-00001", paper)
    section = make_section(paper)
    noted = make_paragraph(paper, 1, section=section)
    make_footnote(paper, paragraph=noted)
    make_footnote(paper, "*")
    make_recommendation(
        1, "ينبغي للدول أن تصون القنوات:", meeting=meeting, subparagraphs=("كلها؛", "كل سنة."),
        agenda_item=item, document=paper, first_line=3, last_line=5,
    )  # fmt: skip
    whole = make_recommendation(1, "ينبغي للدول أن تصون السدود.", meeting=meeting, copy=2)
    make_meaning(whole)
    for number in range(1, 25):
        make_recommendation(number, meeting=bare)
    rebuild_index()


def make_meaning(recommendation: Recommendation) -> None:
    """A recommendation of which everything is known, and a topic of which nothing is."""
    make_clause(recommendation)
    make_clause(recommendation, "may_wish", ["unodc", "secretariat"], is_main=False, position=2)
    topic = make_topic("canals", description_ar="نطاقه.")
    topic.articles.add(make_article(6))
    make_topic("dams", parent=topic, label_en="")
    make_assignment(recommendation, topic)
    make_citation(recommendation, article=topic.articles.get(), cited_paragraph="3 (أ)")
    make_citation(recommendation, kind="recommendation", locator="itc-conf-wg1.9.1")
    make_citation(recommendation, kind="resolution", resolution="9/1", organ="conference")


def validator(shape: str) -> jsonschema_rs.Validator:
    """For one shape of the document, formats included."""
    schemas = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": build_schemas()}}
    return jsonschema_rs.Draft202012Validator(schemas, validate_formats=True)


def faults(shape: str, answer: Any) -> list[str]:
    return [str(error) for error in validator(shape).iter_errors(answer)]


ANSWERS = [
    ("", "Index"),
    ("recommendations/", "RecommendationList"),
    ("recommendations/?page=2", "RecommendationList"),
    ("recommendations/?q=القناة&meeting=itc-conf-wg1.2", "RecommendationList"),
    ("recommendations/?q=القنات الدول", "RecommendationList"),
    ("recommendations/?facet_size=1", "RecommendationList"),
    ("recommendations/?facet=meeting&facet_q=1&facet_size=1", "RecommendationList"),
    ("recommendations/?q=1/1 ب", "RecommendationList"),
    ("recommendations/?q=wg.1/2019/5", "RecommendationList"),
    ("recommendations/itc-conf-wg1.1.1/", "Recommendation"),
    ("recommendations/itc-conf-wg1.1.1-2/", "Recommendation"),
    ("meetings/", "MeetingList"),
    ("meetings/itc-conf-wg1.1/", "Meeting"),
    ("meetings/itc-conf-wg1.2/", "Meeting"),
    ("documents/", "DocumentList"),
    ("topics/", "TopicList"),
    ("topics/canals/", "Topic"),
    ("topics/dams/", "Topic"),
    ("recommendations/?topic=canals&verb=should&addressee=unodc&article=canal-protocol:6", "RecommendationList"),
    ("documents/itc-conf-wg1-2019-5/", "WholeDocument"),
    ("documents/itc-conf-wg1.1.item-1a/", "WholeDocument"),
]


def test_the_document_is_valid_openapi_3_1(client: Client) -> None:
    response = client.get(OPENAPI)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json; charset=utf-8")
    schemathesis.openapi.from_dict(response.json()).validate()


def test_it_describes_every_address_of_the_interface() -> None:
    routes = [one.pattern._route for one in urls.urlpatterns if one.name not in ("openapi", "docs")]
    described = [path.removeprefix("/api/v1/") for path in build_openapi(LAST_PAGES)["paths"]]
    assert described == [route.replace("<str:", "{").replace(">", "}") for route in routes]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("path", "shape"), ANSWERS)
def test_every_answer_has_its_shape_and_its_order(client: Client, path: str, shape: str) -> None:
    answer = client.get(f"/api/v1/{path}").json()
    assert faults(shape, answer) == []
    described = build_schemas()[shape]["properties"]
    assert list(answer) == [name for name in described if name in answer]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "recommendations/?page=0&sort=x&colour=red&body=none-such&from=yesterday", 400),
        ("get", "meetings/?page_size=7", 400),
        ("get", "openapi.json?lang=fr", 400),
        ("get", "docs/?x=1", 400),
        ("get", "recommendations/itc-conf-wg1.9.9/", 404),
        ("get", "nothing/", 404),
        ("post", "recommendations/", 405),
        ("delete", "openapi.json", 405),
    ],
)
def test_every_refusal_has_the_shape_of_errors(client: Client, method: str, path: str, status: int) -> None:
    response = getattr(client, method)(f"/api/v1/{path}")
    assert (response.status_code, faults("Errors", response.json())) == (status, [])


def test_a_field_more_or_less_is_a_fault() -> None:
    right = {"slug": "itc-conf-wg1", "symbol": "ITC/CONF/WG.1", "name": "فريق"}
    without = {name: value for name, value in right.items() if name != "name"}
    found = [faults("Body", one) for one in (right, without, right | {"more": 1}, right | {"slug": "A B"})]
    assert [len(one) for one in found] == [0, 1, 1, 1]


def test_the_codes_are_those_of_the_contract_and_of_search() -> None:
    found = build_schemas()
    notices = found["Search"]["properties"]["notices"]["items"]["properties"]["kind"]["enum"]
    assert notices == list(get_args(NoticeKind)) == "cut name spelling nearest also thesaurus unknown".split()
    operative, cited = found["Operative"]["properties"], found["Citation"]["properties"]
    assert [" ".join(one["enum"]) for one in (operative["class"], operative["addressees"]["items"], cited["kind"])] == [
        "urged should requested recommended encouraged invited may_wish could",
        "states_parties states origin_transit_destination conference working_group secretariat unodc "
        "international_organizations",
        "treaty treaty_article recommendation meeting document resolution tool",
    ]
    assert operative["actors"] == operative["addressees"]


def test_the_parameters_are_those_of_the_page() -> None:
    parameters = build_openapi(LAST_PAGES)["paths"]["/api/v1/recommendations/"]["get"]["parameters"]
    assert " ".join(one["name"] for one in parameters) == (
        "q body meeting year verb addressee actor topic article agenda_item document from to exact sort view "
        "page page_size facet facet_q facet_page facet_size"
    )
    by_name = {one["name"]: one["schema"] for one in parameters}
    assert by_name["sort"]["anyOf"][0]["enum"] == ["relevance", "order", "newest"]
    assert by_name["page_size"]["enum"] == [20, 50, 100]
    assert by_name["body"]["type"] == "array"
    assert by_name["facet_size"] == {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}
    assert by_name["facet_page"] == {"type": "integer", "minimum": 1, "default": 1}


# Schemathesis -------------------------------------------------------------------------------------------------


described = schemathesis.openapi.from_dict(build_openapi(LAST_PAGES))
# Not config.wsgi: that makes a reader's worker of the process, with its limits and figures.
described.app, described.location = get_wsgi_application(), OPENAPI
# Well formed is not yet known: a facet's value that the archive does not have, or a page of a part, is answered 400.
NOT_ASKED = [check for check in CHECKS.get_all() if check.__name__ == "positive_data_acceptance"]


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """Django closes a connection in a transaction when a request ends; the one of the test must live on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("archive", "kept_connection")
@described.parametrize()
@hypothesis_settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_schemathesis_finds_nothing(case: schemathesis.Case) -> None:
    """Requests that the document allows and such that it forbids; the same ones in every run."""
    # Its client for WSGI does not unpack what comes packed.
    case.call_and_validate(excluded_checks=NOT_ASKED, headers={"Accept-Encoding": "identity"})


def test_every_page_that_is_promised_is_there(client: Client, archive: None) -> None:
    """The last one of each list, whole and in its smallest pages."""
    paths = client.get(OPENAPI).json()["paths"]
    asked = {path: methods["get"]["parameters"] for path, methods in paths.items() if "get" in methods}
    last = {
        path: one["schema"]["maximum"]
        for path, parameters in asked.items()
        for one in parameters
        if one["name"] == "page"
    }
    assert last == {f"/api/v1/{name}/": page for name, page in LAST_PAGES.items()}
    for path, page in last.items():
        assert [client.get(path, {"page": number}).status_code for number in (page, page + 1)] == [200, 400]


# The page -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("query", "language", "direction"), [("", "ar", "rtl"), ("?lang=en", "en", "ltr")])
def test_the_page_says_what_the_document_says(client: Client, query: str, language: str, direction: str) -> None:
    response = client.get(DOCS + query)
    page = Page(response)
    html = page.one("html").attributes
    assert (response.status_code, html["lang"], html["dir"]) == (200, language, direction)
    assert response["Content-Language"] == language
    with translation.override(language):
        document = build_openapi(LAST_PAGES)
    text = response.content.decode()
    for path, methods in document["paths"].items():
        assert path in text
        for method in methods.values():
            assert [one["name"] for one in method["parameters"] if one["name"] not in text] == []
    assert [name for name in document["components"]["schemas"] if name not in page.ids] == []
    assert (page.all("style"), [script.text for script in page.all("script") if script.text]) == ([], [])


def test_the_page_leads_to_its_other_language_and_to_the_document(client: Client) -> None:
    arabic, english = Page(client.get(DOCS)), Page(client.get(f"{DOCS}?lang=en"))
    assert f"{DOCS}?lang=en" in arabic.links()
    assert DOCS in english.links()
    assert OPENAPI in arabic.links()
    assert f"{OPENAPI}?lang=en" in english.links()


def test_the_document_speaks_both_languages(client: Client) -> None:
    arabic, english = client.get(OPENAPI), client.get(f"{OPENAPI}?lang=en")
    assert (arabic["Content-Language"], english["Content-Language"]) == ("ar", "en")
    assert arabic.json()["info"]["title"] == "أرشيف التوصيات: الواجهة البرمجية"
    assert english.json()["info"]["title"].isascii()
    assert arabic.json()["components"]["schemas"] == english.json()["components"]["schemas"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("path", [path for path, _shape in ANSWERS] + ["openapi.json", "docs/"])
def test_an_unchanged_answer_is_not_sent_again(client: Client, path: str) -> None:
    tag = client.get(f"/api/v1/{path}")["ETag"]
    again = client.get(f"/api/v1/{path}", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/api/v1/{path}", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.usefixtures("archive")
def test_a_change_of_the_text_changes_the_entity_tag(client: Client) -> None:
    address = "/api/v1/recommendations/itc-conf-wg1.1.1-2/"
    row = Recommendation.objects.get(locator="itc-conf-wg1.1.1-2")
    before = client.get(address)["ETag"]
    Recommendation.objects.filter(pk=row.pk).update(text="ينبغي للدول أن تصون السدود كلها.")
    raise_data_version()
    assert client.get(address)["ETag"] != before
