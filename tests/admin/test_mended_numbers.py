"""A number that staff mistyped can be mended; the address that it had leads on."""

from typing import Any

import pytest
from django.test import Client

from archive.models import Body, FormerLocator, Meeting, Recommendation
from archive.search.entries import rebuild_index
from tests.factories import make_body, make_meeting, make_recommendation, make_state

from .forms import complaints, filled_in

pytestmark = pytest.mark.django_db

RECOMMENDATIONS = "/admin/archive/recommendation/"
MEETINGS = "/admin/archive/meeting/"


def mend(staff: Client, address: str, **typed: Any) -> None:
    response = staff.post(address, filled_in(staff.get(address), **typed))
    assert response.status_code == 302, complaints(response)


def recommend(staff: Client, meeting: Meeting, number: int) -> Recommendation:
    address = f"{RECOMMENDATIONS}add/?meeting={meeting.pk}"
    rows = {"subparagraphs-TOTAL_FORMS": 1, "subparagraphs-0-text": "حفظ القنوات."}
    mend(staff, address, number=number, chapeau="ينبغي للدول أن تقوم بما يلي:", **rows)
    return Recommendation.objects.get(number=number)


def test_the_number_of_a_recommendation_is_mended_and_its_old_address_leads_on(staff: Client) -> None:
    make_state()
    rebuild_index()
    row = recommend(staff, make_meeting(9), 12)
    mend(staff, f"{RECOMMENDATIONS}{row.pk}/change/", number=2)
    row.refresh_from_db()
    assert (row.locator, row.printed_number) == ("itc-conf-wg1.9.2", "2")
    for asked, led in {
        "/recommendations/itc-conf-wg1.9.12/": "/recommendations/itc-conf-wg1.9.2/",
        "/en/recommendations/ITC-conf-wg1.9.12/?text=printed": "/en/recommendations/itc-conf-wg1.9.2/?text=printed",
        "/recommendations/itc-conf-wg1.9.12.a/": "/recommendations/itc-conf-wg1.9.2.a/",
        "/recommendations/itc-conf-wg1.9.12/export.csv": "/recommendations/itc-conf-wg1.9.2/export.csv",
        "/api/v1/recommendations/itc-conf-wg1.9.12/": "/api/v1/recommendations/itc-conf-wg1.9.2/",
    }.items():
        response = staff.get(asked)
        assert (response.status_code, response.headers.get("Location")) == (302, led), asked
    assert [hit["locator"] for hit in staff.get("/api/v1/recommendations/?q=القنوات").json()["results"]] == [
        "itc-conf-wg1.9.2"
    ]


def test_a_row_that_stands_at_the_address_comes_before_one_that_stood_there(staff: Client) -> None:
    make_state()
    meeting = make_meeting(9)
    first = recommend(staff, meeting, 12)
    mend(staff, f"{RECOMMENDATIONS}{first.pk}/change/", number=2)
    second = recommend(staff, meeting, 12)
    assert staff.get("/recommendations/itc-conf-wg1.9.12/").status_code == 200
    # Of two that stood there the last is led to; one that comes back needs no way on.
    mend(staff, f"{RECOMMENDATIONS}{second.pk}/change/", number=3)
    assert {row.locator: row.now for row in FormerLocator.objects.all()} == {"itc-conf-wg1.9.12": "itc-conf-wg1.9.3"}
    mend(staff, f"{RECOMMENDATIONS}{second.pk}/change/", number=12)
    assert {row.locator: row.now for row in FormerLocator.objects.all()} == {"itc-conf-wg1.9.3": "itc-conf-wg1.9.12"}


def test_with_the_number_of_a_meeting_its_recommendations_move(staff: Client) -> None:
    make_state()
    meeting = make_meeting(9)
    recommend(staff, meeting, 1)
    mend(staff, f"{MEETINGS}{meeting.pk}/change/", number=8)
    assert {row.locator: row.now for row in FormerLocator.objects.all()} == {
        "itc-conf-wg1.9": "itc-conf-wg1.8",
        "itc-conf-wg1.9.1": "itc-conf-wg1.8.1",
    }
    assert staff.get("/meetings/itc-conf-wg1.9/").headers["Location"] == "/meetings/itc-conf-wg1.8/"
    assert staff.get("/api/v1/meetings/itc-conf-wg1.9/").headers["Location"] == "/api/v1/meetings/itc-conf-wg1.8/"


def test_the_symbol_of_a_body_is_mended_with_all_addresses_below(staff: Client) -> None:
    make_state()
    body = make_body(symbol="ITC/CONF/WG.11", name_ar="الفريق العامل المعني بالقنوات")
    recommend(staff, make_meeting(9, body=body), 1)
    mend(staff, f"/admin/archive/body/{body.pk}/change/", symbol="ITC/CONF/WG.1")
    assert Body.objects.get().slug == "itc-conf-wg1"
    assert staff.get("/recommendations/itc-conf-wg11.9.1/").headers["Location"] == "/recommendations/itc-conf-wg1.9.1/"


def test_a_number_that_is_taken_is_refused(staff: Client) -> None:
    make_state()
    meeting = make_meeting(9)
    recommend(staff, meeting, 1)
    row = recommend(staff, meeting, 2)
    address = f"{RECOMMENDATIONS}{row.pk}/change/"
    response = staff.post(address, filled_in(staff.get(address), number=1))
    assert complaints(response) == {
        "__all__": [
            "في هذا الاجتماع توصية بهذا الرقم؛ صحّح الرقم، أو زد «النسخة» واحداً إن كان الرقم مكرراً في الأصل."
        ]
    }


def test_what_a_source_gave_keeps_its_address_and_so_does_what_stands_above_it(staff: Client) -> None:
    meeting = make_meeting(9)
    row = make_recommendation(1, meeting=meeting, source_values={"chapeau": "نص التوصية 1."})
    for address, names in {
        f"{RECOMMENDATIONS}{row.pk}/change/": {"series", "number", "suffix", "copy"},
        f"{MEETINGS}{meeting.pk}/change/": {"number"},
        f"/admin/archive/body/{meeting.body.pk}/change/": {"symbol"},
    }.items():
        assert not names & staff.get(address).context["adminform"].form.fields.keys()


def test_a_record_that_was_mended_can_be_deleted(staff: Client) -> None:
    make_state()
    row = recommend(staff, make_meeting(9), 12)
    mend(staff, f"{RECOMMENDATIONS}{row.pk}/change/", number=2)
    assert staff.post(f"{RECOMMENDATIONS}{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert (Recommendation.objects.count(), FormerLocator.objects.count()) == (0, 0)
    assert staff.get("/recommendations/itc-conf-wg1.9.12/").status_code == 404
