"""Rows that a source gave: shown with their provenance, changed freely, never deleted by mistake."""

from typing import Any

import pytest
from django.test import Client

from archive.models import ArchiveState, Recommendation
from tests.factories import make_document, make_meeting, make_recommendation, make_state

from .forms import filled_in

pytestmark = pytest.mark.django_db

LIST = "/admin/archive/recommendation/"
WHY = "لا يُحذف ما جاء من وثيقة محمَّلة، لأن عنوانه دائم؛ عدّل نصه أو أبقه كما هو."


@pytest.fixture
def imported() -> Recommendation:
    return make_recommendation(
        3,
        "ينبغي مكافحة المهربين.",
        meeting=make_meeting(4),
        document=make_document("ITC/CONF/WG.1/2019/5", source_file="one.txt"),
        printed_chapeau="ينبغي مكـافحة المهريين.",
        printed_text="ينبغي مكـافحة المهريين.",
        corrections=[[14, 22, "المهربين", "certain", 12, "المهريين"]],
        first_line=12,
        last_line=13,
        source_values={
            "chapeau": "ينبغي مكافحة المهربين.",
            "printed_chapeau": "ينبغي مكـافحة المهريين.",
            "printed_number": "3",
        },
    )


def change(staff: Client, row: Recommendation, **typed: Any) -> Any:
    address = f"{LIST}{row.pk}/change/"
    return staff.post(address, filled_in(staff.get(address), **typed))


def test_the_printed_text_stands_beside_with_its_errata_marked(staff: Client, imported: Any) -> None:
    page = staff.get(f"{LIST}{imported.pk}/change/").content.decode()
    assert (
        '<div class="printed" dir="rtl">ينبغي مكـافحة '
        '<mark class="erratum certain" title="السطر 12: «المهربين»">المهريين</mark>.</div>'
    ) in page
    assert '<bdi dir="ltr">one.txt</bdi>، الأسطر 12–13' in page
    assert "لا شيء: كل القيم كما في المصدر." in page


def test_a_change_by_staff_is_saved_and_shown_beside_what_the_source_said(
    staff: Client, imported: Any
) -> None:
    make_state(data_version=3)
    assert change(staff, imported, chapeau="ينبغي مكافحة المهربين وشركائهم.").status_code == 302
    held = Recommendation.objects.get()
    assert (held.chapeau, held.text, held.printed_text, held.source_values) == (
        "ينبغي مكافحة المهربين وشركائهم.",
        "ينبغي مكافحة المهربين وشركائهم.",
        "ينبغي مكـافحة المهريين.",
        imported.source_values,
    )
    assert ArchiveState.objects.get().data_version > 3
    page = staff.get(f"{LIST}{imported.pk}/change/").content.decode()
    assert (
        "<td><bdi>ينبغي مكافحة المهربين.</bdi></td><td><bdi>ينبغي مكافحة المهربين وشركائهم.</bdi></td>"
        in page
    )


def test_what_makes_the_address_cannot_be_changed(staff: Client, imported: Any) -> None:
    change(staff, imported, number="9", meeting=make_meeting(5).pk, copy="2", locator="x")
    held = Recommendation.objects.get()
    assert (held.number, held.meeting, held.copy, held.locator) == (
        3,
        imported.meeting,
        1,
        "itc-conf-wg1.4.3",
    )


def test_it_cannot_be_deleted_and_the_page_says_why(staff: Client, imported: Any) -> None:
    assert WHY in staff.get(f"{LIST}{imported.pk}/change/").content.decode()
    assert staff.post(f"{LIST}{imported.pk}/delete/", {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [imported.pk], "post": "yes"}
    response = staff.post(LIST, data, follow=True)
    assert [str(message) for message in response.context["messages"]] == [WHY]
    assert Recommendation.objects.exists()


def test_nor_along_with_the_meeting_that_holds_it(staff: Client, imported: Any) -> None:
    response = staff.post(f"/admin/archive/meeting/{imported.meeting.pk}/delete/", {"post": "yes"})
    assert response.status_code != 302
    assert Recommendation.objects.exists()


def test_its_lettered_items_keep_their_place_and_cannot_be_ticked_away(staff: Client, imported: Any) -> None:
    item = imported.subparagraphs.create(
        position=1, label="أ", text="أولها.", printed_text="أولها.", source_values={"text": "أولها."}
    )
    change(staff, imported, **{"subparagraphs-0-DELETE": "on", "subparagraphs-0-position": "5"})
    item.refresh_from_db()
    assert item.position == 1


def test_that_a_revision_is_in_force_is_shown_and_said_by_loading_it_alone(staff: Client) -> None:
    paper = make_document("ITC/CONF/WG.1/2019/5/Rev.1", source_file="rev.txt", relation="revision")
    address = f"/admin/archive/document/{paper.pk}/change/"
    page = staff.get(address)
    assert "يؤكَّد باعتماد ملف التنقيح، عند استلامه أو في «أعمال على المصادر»" in page.content.decode()
    assert staff.post(address, filled_in(page, in_force="on")).status_code == 302
    paper.refresh_from_db()
    assert not paper.in_force


def test_staff_who_may_only_look_can_look(client: Client, imported: Any) -> None:
    from django.contrib.auth.models import Permission

    from tests.factories import make_user

    reader = make_user("reader")
    reader.is_superuser = False
    reader.save()
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)
    assert client.get(f"{LIST}{imported.pk}/change/").status_code == 200
    assert client.post(f"{LIST}{imported.pk}/change/", {"chapeau": "x"}).status_code == 403
