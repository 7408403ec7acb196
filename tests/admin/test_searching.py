"""What staff type above a list or into a field that completes: found as readers find it, on the real archive."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client, RequestFactory

from archive.admin.search_names import paths_to
from archive.loading.archive import load_archive
from archive.models import (
    Document,
    FollowUp,
    Kinship,
    Meeting,
    Paragraph,
    Recommendation,
    Subparagraph,
    Topic,
)
from tests.factories import make_user

from .every_field import registered
from .test_roles import browser_of

pytestmark = pytest.mark.django_db

#: Fields that complete what is typed: model of the form, field, model of the rows offered.
COMPLETING = [
    ("topicassignment", "recommendation", ("الاطراف", "الأطراف")),
    ("footnote", "paragraph", ("الاطراف", "الأطراف")),
    ("footnote", "document", ("المساعده", "المساعدة")),
]


@pytest.fixture(scope="module")
def salma(real_sources: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[Client]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([real_sources])
        client = Client()
        client.force_login(make_user("salma"))
        yield client
        transaction.set_rollback(True)


def found_by(client: Client, model: type, typed: str) -> set[int]:
    """The keys of all rows that the list shows for it."""
    name = model._meta.model_name  # type: ignore[attr-defined]
    query = {"q": typed, **({"decision": "all"} if name == "erratum" else {})}
    response = client.get(f"/admin/archive/{name}/", query)
    assert response.status_code == 200, (name, typed)
    return set(response.context["cl"].queryset.values_list("pk", flat=True))


def found_in(model: type, typed: str) -> set[int]:
    """The same, asked of the list itself: thirty pages need not be written for it."""
    site = admin.site._registry[model]  # type: ignore[index]
    request = RequestFactory().get("/admin/")
    request.user = User.objects.get(username="salma")
    rows, _may_repeat = site.get_search_results(request, site.get_queryset(request), typed)
    return set(rows.values_list("pk", flat=True))


def searched() -> list[type]:
    """The models whose lists have a field to search in."""
    return [model for model in registered() if admin.site._registry[model].search_fields]  # type: ignore[index]


def test_an_alef_without_its_hamza_finds_the_same_in_every_list(salma: Client) -> None:
    differing = {}
    for model in searched():
        found = found_in(model, "الاطراف")
        if found != found_in(model, "الأطراف") or found != found_in(model, "الأَطْراف"):
            differing[model.__name__] = found
    assert differing == {}


def test_who_has_the_word_in_a_text_is_found_by_it_however_it_is_spelled(salma: Client) -> None:
    left_out: dict[str, set[int]] = {}
    for model in searched():
        fields = getattr(admin.site._registry[model], "searched_texts", ())  # type: ignore[index]
        fields = {Recommendation: ("text",), Paragraph: ("text",), Document: ("title",)}.get(model, fields)
        rows: Any = model._default_manager  # type: ignore[attr-defined]
        for field in set(fields) - {"written_as"}:  # a list, in which SQLite looks for no part of a word
            having = set(rows.filter(**{f"{field}__contains": "الأطراف"}).values_list("pk", flat=True))
            if having - found_in(model, "الاطراف"):
                left_out[f"{model.__name__}.{field}"] = having
    assert left_out == {}
    assert found_by(salma, Paragraph, "الاطراف")


def test_a_meeting_is_found_by_its_name_and_finds_what_is_of_it(salma: Client) -> None:
    seventh = Meeting.objects.get(slug="ctoc-cop-wg7.7")
    sevenths = set(Meeting.objects.filter(number=7).values_list("pk", flat=True))
    assert found_by(salma, Meeting, "السابع") == found_by(salma, Meeting, "سابع") == sevenths
    assert found_by(salma, Meeting, "الاجتماع السابع") == {seventh.pk}
    own = set(seventh.recommendations.values_list("pk", flat=True))
    assert found_by(salma, Recommendation, "توصيات الاجتماع السابع") == own
    assert own and own <= found_by(salma, Recommendation, "السابع")


@pytest.mark.parametrize(
    "typed",
    [
        "V.19-08455",
        "v1908455",
        "19-08455",
        "CTOC/COP/WG.7/2019/5",
        "ctoc cop wg7 2019 5",
        "wg.7/2019/5",
        "WG720195",
    ],
)
def test_a_document_is_found_by_symbol_and_job_number_in_any_spelling(salma: Client, typed: str) -> None:
    paper = Document.objects.get(job_number="V.19-08455")
    assert found_by(salma, Document, typed) == {paper.pk}


@pytest.mark.parametrize("typed", ["ctoc-cop-wg7.5.2", "5/2", "التوصية 2 من الاجتماع الخامس", "٥/٢"])
def test_a_locator_finds_the_row_and_all_that_hangs_on_it(salma: Client, typed: str) -> None:
    row = Recommendation.objects.get(locator="ctoc-cop-wg7.5.2")
    assert found_by(salma, Recommendation, typed) == {row.pk}
    assert found_by(salma, Subparagraph, typed) == set(row.subparagraphs.values_list("pk", flat=True))
    kin = Kinship.objects.filter(earlier=row) | Kinship.objects.filter(later=row)
    assert found_by(salma, Kinship, typed) == set(kin.values_list("pk", flat=True))


def test_a_lettered_item_a_paragraph_and_a_topic_are_found_by_their_locators(salma: Client) -> None:
    item = Subparagraph.objects.get(recommendation__locator="ctoc-cop-wg7.5.2", position=11)
    assert found_by(salma, Subparagraph, "5/2 (ك)") == {item.pk}
    paragraph = (
        Paragraph.objects.filter(document__symbol__endswith="/2020/6").first() or Paragraph.objects.first()
    )
    assert paragraph is not None
    assert found_by(salma, Paragraph, f"{paragraph.document.slug}#{paragraph.anchor}") == {paragraph.pk}
    topic = Topic.objects.order_by("pk").first()
    assert topic is not None
    assert topic.pk in found_by(salma, Topic, topic.slug)


def test_what_is_typed_in_part_is_completed(salma: Client) -> None:
    for model, field, spellings in COMPLETING:
        query = {"app_label": "archive", "model_name": model, "field_name": field}
        said = [
            salma.get("/admin/autocomplete/", {**query, "term": term}).json()
            for term in spellings
        ]
        assert said[0] == said[1], field
        assert said[0]["results"], field
    query = {"app_label": "archive", "model_name": "topicassignment", "field_name": "topic"}
    found = salma.get("/admin/autocomplete/", {**query, "term": "التعاو"}).json()["results"]
    assert found and all("تعاون" in one["text"] for one in found)


@pytest.mark.parametrize(
    "typed", ["\0", "«", "-", '"', "-تهريب", "%", "\\", "1" * 4_000, "كلمة " * 60, "\ud800"]
)
def test_what_is_no_question_finds_nothing_or_all_and_breaks_nothing(salma: Client, typed: str) -> None:
    query = {"app_label": "archive", "model_name": "topicassignment", "field_name": "recommendation"}
    term = typed.encode("utf-8", "replace").decode()
    assert salma.get("/admin/autocomplete/", {**query, "term": term}).status_code == 200
    assert salma.get("/admin/archive/footnote/", {"q": term}).status_code == 200


def test_every_role_searches_every_list(salma: Client) -> None:
    viewer = browser_of("viewer")
    assert {
        found_by(viewer, model, "السابع") == found_by(salma, model, "السابع") for model in searched()
    } == {True}


def test_the_way_from_a_row_to_what_it_is_of() -> None:
    assert paths_to(Recommendation, Recommendation) == ("pk",)
    assert paths_to(Kinship, Recommendation) == ("earlier", "later")
    assert paths_to(Kinship, Meeting) == ("earlier__meeting", "later__meeting")
    assert paths_to(FollowUp, Document) == ("recommendation__document", "paragraph__document")
    assert paths_to(Topic, Document) == ()
