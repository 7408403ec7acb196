"""Every page of the admin opens, in Arabic, with rows in it."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.loading.wording import OUTCOME_NAMES, STATUS_NAMES
from tests.factories import (
    make_agenda_item,
    make_document,
    make_meeting,
    make_paragraph,
    make_recommendation,
    make_run,
)
from tests.views.page import Page

pytestmark = pytest.mark.django_db

MODELS = sorted(model._meta.model_name for model in apps.get_app_config("archive").get_models())
#: Rows that only the machine makes.
NOT_ADDED = {"archivestate", "conflict", "erratum", "formerlocator", "formerslug", "importproblem", "importrun"}
NOT_ADDED |= {"searchentry", "searchword", "derivation", "operativeaddressee", "operativeactor", "loadmemory"}
NOT_ADDED |= {"earliertext", "batch", "rowchange", "errand", "languageversion", "languagetext", "pendingword"}
#: Two rows of these: items of one recommendation, two recommendations that are kin.
TWO = {"subparagraph", "recommendation"}


def model_named(name: str) -> Any:
    return apps.get_model("archive", name)


def test_every_model_is_registered() -> None:
    assert [name for name in MODELS if model_named(name) not in admin.site._registry] == []


@pytest.mark.parametrize("name", MODELS)
def test_the_list_opens(staff: Client, everything: Any, name: str) -> None:
    response = staff.get(reverse(f"admin:archive_{name}_changelist"))
    assert response.status_code == 200
    count = 2 if name in TWO else 1
    assert response.context["cl"].result_count == count
    said = f"{model_named(name)._meta.verbose_name_plural}: {count}"
    assert said in " ".join(response.content.decode().split())


@pytest.mark.parametrize("name", [name for name in MODELS if name != "archivestate"])
def test_the_list_can_be_searched(staff: Client, everything: Any, name: str) -> None:
    response = staff.get(reverse(f"admin:archive_{name}_changelist"), {"q": "قناة 1"})
    assert response.status_code == 200


@pytest.mark.parametrize("name", MODELS)
def test_every_filter_of_the_list_works(staff: Client, everything: Any, name: str) -> None:
    address = reverse(f"admin:archive_{name}_changelist")
    lists = staff.get(address).context["cl"]
    choices = [choice for spec in lists.filter_specs for choice in spec.choices(lists)]
    answers = {choice["query_string"]: staff.get(address + choice["query_string"]) for choice in choices}
    assert {query for query, response in answers.items() if response.status_code != 200} == set()


@pytest.mark.parametrize("name", MODELS)
def test_a_row_opens(staff: Client, everything: Any, name: str) -> None:
    response = staff.get(reverse(f"admin:archive_{name}_change", args=[everything[name].pk]))
    assert response.status_code == 200
    assert "أرشيف التوصيات" in response.context["title"] + response.content.decode()


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_form_opens_where_rows_are_added_by_hand(staff: Client, everything: Any, name: str) -> None:
    response = staff.get(reverse(f"admin:archive_{name}_add"))
    assert response.status_code == (403 if name in NOT_ADDED else 200)


@pytest.mark.parametrize("name", MODELS)
def test_the_history_of_a_row_opens(staff: Client, everything: Any, name: str) -> None:
    assert staff.get(reverse(f"admin:archive_{name}_history", args=[everything[name].pk])).status_code == 200


@pytest.mark.parametrize("accepted", ["ar", "en", "fr,en;q=0.5"])
def test_the_admin_is_arabic_whatever_the_browser_wishes(staff: Client, accepted: str) -> None:
    page = staff.get("/admin/", headers={"accept-language": accepted}).content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "إدارة الأرشيف | أرشيف التوصيات" in page


def test_visitors_are_asked_to_sign_in(client: Client) -> None:
    response = client.get("/admin/archive/recommendation/")
    assert (response.status_code, response["Location"]) == (
        302,
        "/admin/login/?next=/admin/archive/recommendation/",
    )


@pytest.mark.parametrize("name", ["recommendation", "document", "paragraph"])
def test_a_list_costs_the_same_however_long(staff: Client, name: str) -> None:
    counts = []
    for number in (1, 2, 3):
        meeting = make_meeting(number)
        document = make_document(meeting=meeting, body=meeting.body)
        make_paragraph(document, 1, source_values={"text": "نص آخر."})
        item = make_agenda_item("1", meeting=meeting)
        make_recommendation(
            1, meeting=meeting, document=document, agenda_item=item, source_values={"chapeau": "نص آخر."}
        )
        with CaptureQueriesContext(connection) as queries:
            staff.get(reverse(f"admin:archive_{name}_changelist"))
        counts.append(len(queries))
    assert counts == counts[:1] * 3


def test_a_run_is_told_in_the_words_of_the_load_report(staff: Client) -> None:
    counts = dict.fromkeys(OUTCOME_NAMES, 1)
    files = [{"file": f"{status}.txt", "status": status, "symbol": ""} for status in STATUS_NAMES]
    run = make_run(outcomes={"recommendation": counts}, documents=files)
    page = Page(staff.get(f"/admin/archive/importrun/{run.pk}/change/"))
    outcomes, told = page.all("table", class_="shown")
    assert outcomes.words == " ".join(["النوع", *OUTCOME_NAMES.values(), "توصية", *"111111"])
    lines = [f"{status}.txt {name} —" for status, name in STATUS_NAMES.items()]
    assert told.words == " ".join(["الملف الحالة الرمز", *lines])
