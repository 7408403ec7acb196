"""A meeting and its recommendations entered by hand, through the forms that staff use."""

from typing import Any

import pytest
from django.test import Client

from archive.models import AgendaItem, ArchiveState, Document, Meeting, Recommendation
from tests.factories import (
    make_agenda_item,
    make_body,
    make_document,
    make_meeting,
    make_paragraph,
    make_recommendation,
    make_section,
    make_state,
)

from .forms import complaints, filled_in

pytestmark = pytest.mark.django_db

MEETINGS = "/admin/archive/meeting/"
RECOMMENDATIONS = "/admin/archive/recommendation/"


def row(prefix: str, index: int, **values: Any) -> dict[str, Any]:
    """The fields of one line below a form."""
    return {f"{prefix}-{index}-{name}": value for name, value in values.items()}


def enter_meeting(staff: Client, body: Any) -> Meeting:
    form = staff.get(f"{MEETINGS}add/")
    data = filled_in(
        form,
        body=body.pk,
        number=9,
        place="جنيف",
        start="2025-09-08",
        end="2025-09-09",
        **{"agenda_items-TOTAL_FORMS": 3},
        **row("agenda_items", 0, number="1", label="1", title="مسائل تنظيمية"),
        **row("agenda_items", 1, number="1 (أ)", label="أ", title="افتتاح الاجتماع"),
        **row("agenda_items", 2, number="2", label="2", title="حفظ القنوات"),
    )
    response = staff.post(f"{MEETINGS}add/", data)
    assert response.status_code == 302, complaints(response)
    return Meeting.objects.get()


def enter_recommendation(staff: Client, meeting: Meeting) -> Recommendation:
    address = f"{RECOMMENDATIONS}add/?meeting={meeting.pk}"
    data = filled_in(
        staff.get(address),
        number=1,
        agenda_item=meeting.agenda_items.get(number="2").pk,
        chapeau="ينبغي للدول أن تقوم بما يلي:",
        **{"subparagraphs-TOTAL_FORMS": 2},
        **row("subparagraphs", 0, text="حفظ القنوات؛"),
        **row("subparagraphs", 1, text="تنظيف مجاريها."),
    )
    response = staff.post(address, data)
    assert response.status_code == 302, complaints(response)
    return Recommendation.objects.get()


def test_a_meeting_with_its_recommendation_reaches_the_readers(staff: Client) -> None:
    meeting = enter_meeting(staff, make_body(name_ar="الفريق العامل المعني بالقنوات"))
    enter_recommendation(staff, meeting)
    assert staff.get("/api/v1/meetings/itc-conf-wg1.9/").json() == {
        "slug": "itc-conf-wg1.9",
        "url": "http://testserver/meetings/itc-conf-wg1.9/",
        "body": {
            "slug": "itc-conf-wg1",
            "symbol": "ITC/CONF/WG.1",
            "name": "الفريق العامل المعني بالقنوات",
        },
        "number": 9,
        "title": "الاجتماع التاسع",
        "place": "جنيف",
        "start": "2025-09-08",
        "end": "2025-09-09",
        "held_in": "",
        "agenda": [
            {"number": "1", "label": "1", "title": "مسائل تنظيمية", "parent": None},
            {"number": "1 (أ)", "label": "أ", "title": "افتتاح الاجتماع", "parent": "1"},
            {"number": "2", "label": "2", "title": "حفظ القنوات", "parent": None},
        ],
        "recommendation_count": 1,
        "documents": [],
        "note": "",
    }
    held = staff.get("/api/v1/recommendations/itc-conf-wg1.9.1/").json()
    whole = "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛\n(ب) تنظيف مجاريها."
    assert (held["text"], held["printed_text"], held["chapeau"]) == (
        whole,
        whole,
        "ينبغي للدول أن تقوم بما يلي:",
    )
    assert held["agenda_item"] == {"number": "2", "title": "حفظ القنوات"}
    here = "http://testserver/recommendations/itc-conf-wg1.9.1/"
    assert held["subparagraphs"] == [
        {
            "locator": "itc-conf-wg1.9.1.a",
            "url": f"{here}#a",
            "label": "أ",
            "position": 1,
            "text": "حفظ القنوات؛",
        },
        {
            "locator": "itc-conf-wg1.9.1.b",
            "url": f"{here}#b",
            "label": "ب",
            "position": 2,
            "text": "تنظيف مجاريها.",
        },
    ]
    assert staff.get(f"/recommendations/{held['locator']}/").status_code == 200


def test_readers_and_pages_see_a_meeting_page(staff: Client) -> None:
    meeting = enter_meeting(staff, make_body())
    assert staff.get(meeting.get_absolute_url()).status_code == 200


def test_a_change_rewrites_the_whole_text_and_raises_the_version(staff: Client) -> None:
    recommendation = enter_recommendation(staff, enter_meeting(staff, make_body()))
    before = make_state(data_version=7).data_version
    address = f"{RECOMMENDATIONS}{recommendation.pk}/change/"
    data = filled_in(staff.get(address), **{"subparagraphs-1-text": "صيانة مجاريها."})
    assert staff.post(address, data).status_code == 302
    recommendation.refresh_from_db()
    whole = "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛\n(ب) صيانة مجاريها."
    assert (recommendation.text, recommendation.printed_text) == (whole, whole)
    assert ArchiveState.objects.get().data_version > before


def test_a_lettered_item_entered_by_hand_can_be_taken_away(staff: Client) -> None:
    recommendation = enter_recommendation(staff, enter_meeting(staff, make_body()))
    address = f"{RECOMMENDATIONS}{recommendation.pk}/change/"
    assert (
        staff.post(address, filled_in(staff.get(address), **{"subparagraphs-1-DELETE": "on"})).status_code
        == 302
    )
    recommendation.refresh_from_db()
    assert recommendation.text == "ينبغي للدول أن تقوم بما يلي:\n(أ) حفظ القنوات؛"


def test_a_letter_that_is_written_gives_the_place(staff: Client) -> None:
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting().pk}"
    data = filled_in(
        staff.get(address),
        number=2,
        chapeau="ينبغي للدول ما يلي:",
        **{"subparagraphs-TOTAL_FORMS": 2},
        **row("subparagraphs", 0, label="أ", text="أولها؛"),
        **row("subparagraphs", 1, label="ج", text="ثالثها."),
    )
    staff.post(address, data)
    items = Recommendation.objects.get().subparagraphs.values_list("position", "label", "text")
    assert list(items) == [(1, "أ", "أولها؛"), (3, "ج", "ثالثها.")]


def test_a_doubled_number_is_refused_with_the_way_out(staff: Client) -> None:
    held = make_recommendation(1)
    address = f"{RECOMMENDATIONS}add/?meeting={held.meeting.pk}"
    response = staff.post(address, filled_in(staff.get(address), number=1, chapeau="نص."))
    assert complaints(response) == {
        "__all__": [
            "في هذا الاجتماع توصية بهذا الرقم؛ صحّح الرقم، أو زد «النسخة» واحداً إن كان الرقم مكرراً في الأصل."
        ]
    }
    assert staff.post(address, filled_in(response, number=1, copy=2, chapeau="نص.")).status_code == 302
    assert Recommendation.objects.get(copy=2).locator == "itc-conf-wg1.1.1-2"


def test_a_number_with_a_suffix_stands_beside_the_number_itself(staff: Client) -> None:
    held = make_recommendation(1)
    address = f"{RECOMMENDATIONS}add/?meeting={held.meeting.pk}"
    typed = filled_in(staff.get(address), number=1, suffix=101, chapeau="نص.")
    assert staff.post(address, typed).status_code == 302
    assert list(complaints(staff.post(address, typed))) == ["__all__"]
    assert list(complaints(staff.post(address, {**typed, "suffix": ""}))) == ["__all__"]
    assert Recommendation.objects.exclude(pk=held.pk).get().suffix == 101


def test_a_doubled_number_of_a_paragraph_is_refused_with_the_way_out(staff: Client) -> None:
    held = make_paragraph(make_document(), 1)
    address = "/admin/archive/paragraph/add/"
    typed = filled_in(staff.get(address), document=held.document.pk, position=2, number=1, text="نص.")
    assert complaints(staff.post(address, typed)) == {
        "__all__": ["في هذه الوثيقة فقرة بهذا الرقم؛ صحّح الرقم، أو زد «النسخة» واحداً إن كان الرقم مكرراً في الأصل."]
    }
    assert staff.post(address, {**typed, "series": 1}).status_code == 302
    assert [row.anchor for row in held.document.paragraphs.all()] == ["p1", "s2-p1"]


def test_a_doubled_place_of_a_lettered_item_is_refused(staff: Client) -> None:
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting().pk}"
    data = filled_in(
        staff.get(address),
        number=2,
        chapeau="ينبغي للدول ما يلي:",
        **{"subparagraphs-TOTAL_FORMS": 2},
        **row("subparagraphs", 0, label="أ", text="أولها؛"),
        **row("subparagraphs", 1, label="أ", text="أولها مرة أخرى."),
    )
    response = staff.post(address, data)
    formset = response.context["inline_admin_formsets"][0].formset
    assert formset.forms[1].errors == {"position": ["الترتيب مكرر؛ اكتب رقماً لم يُستعمل، أو اتركه فارغاً."]}
    assert not Recommendation.objects.exists()


def test_an_empty_text_is_refused(staff: Client) -> None:
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting().pk}"
    response = staff.post(address, filled_in(staff.get(address), number=1, chapeau="   "))
    assert list(complaints(response)) == ["chapeau"]


def test_an_agenda_item_of_another_meeting_is_refused(staff: Client) -> None:
    item = make_agenda_item("1", meeting=make_meeting(1))
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting(2).pk}"
    response = staff.post(
        address, filled_in(staff.get(address), number=1, chapeau="نص.", agenda_item=item.pk)
    )
    assert complaints(response) == {"agenda_item": ["هذا بند من اجتماع آخر؛ اختر بنداً من الاجتماع نفسه."]}


def test_a_second_meeting_of_one_number_is_refused(staff: Client) -> None:
    held = make_meeting(1)
    data = filled_in(staff.get(f"{MEETINGS}add/"), body=held.body.pk, number=1)
    assert complaints(staff.post(f"{MEETINGS}add/", data)) == {
        "__all__": ["لهذه الهيئة اجتماع بهذا الرقم؛ افتحه من القائمة وعدّله، أو صحّح الرقم."]
    }


def test_an_end_before_the_start_is_refused(staff: Client) -> None:
    data = filled_in(
        staff.get(f"{MEETINGS}add/"), body=make_body().pk, number=1, start="2025-09-09", end="2025-09-08"
    )
    assert complaints(staff.post(f"{MEETINGS}add/", data)) == {
        "__all__": ["تاريخ النهاية قبل تاريخ البداية."]
    }


def test_a_body_gets_its_address_from_its_symbol(staff: Client) -> None:
    data = filled_in(staff.get("/admin/archive/body/add/"), symbol="ITC/CONF/WG.4", name_ar="فريق القنوات")
    assert staff.post("/admin/archive/body/add/", data).status_code == 302
    assert make_body("ITC/CONF/WG.4").slug == "itc-conf-wg4"


def test_a_document_gets_its_address_from_its_symbol(staff: Client) -> None:
    address = "/admin/archive/document/add/"
    assert staff.post(address, filled_in(staff.get(address), symbol="ITC/CONF/2030/1")).status_code == 302
    assert Document.objects.get().slug == "itc-conf-2030-1"


def test_a_second_document_of_one_symbol_is_refused(staff: Client) -> None:
    make_document("ITC/CONF/2030/1")
    address = "/admin/archive/document/add/"
    response = staff.post(address, filled_in(staff.get(address), symbol="itc/conf/2030/1"))
    assert complaints(response) == {
        "symbol": ["في الأرشيف وثيقة بهذا الرمز وهذه اللغة؛ افتحها من القائمة وعدّلها."]
    }


def test_sections_paragraphs_and_footnotes_can_be_entered(staff: Client) -> None:
    document = make_document("ITC/CONF/2030/1")
    for name, values in {
        "section": {"position": 1, "level": 1, "label": "أولا", "title": "مقدمة"},
        "paragraph": {"position": 1, "number": 1, "text": "نص الفقرة."},
        "footnote": {"position": 1, "marker": "1", "text": "نص الحاشية."},
    }.items():
        address = f"/admin/archive/{name}/add/"
        response = staff.post(address, filled_in(staff.get(address), document=document.pk, **values))
        assert response.status_code == 302, complaints(response)
    item = staff.get("/api/v1/documents/itc-conf-2030-1/").json()
    assert [
        item["sections"][0]["title"],
        item["paragraphs"][0]["printed_text"],
        item["footnotes"][0]["text"],
    ] == [
        "مقدمة",
        "نص الفقرة.",
        "نص الحاشية.",
    ]


def test_a_heading_stands_below_one_that_comes_before_it(staff: Client) -> None:
    document = make_document()
    first, second = make_section(document, "أول"), make_section(document, "ثان")
    address = f"/admin/archive/section/{first.pk}/change/"
    response = staff.post(address, filled_in(staff.get(address), parent=second.pk))
    assert complaints(response) == {"parent": ["القسم الأعلى يسبق أقسامه؛ اختر قسماً ترتيبه أصغر."]}


def test_a_section_of_another_document_is_refused(staff: Client) -> None:
    paragraph, section = make_paragraph(make_document()), make_section(make_document())
    address = f"/admin/archive/paragraph/{paragraph.pk}/change/"
    response = staff.post(address, filled_in(staff.get(address), section=section.pk))
    assert complaints(response) == {"section": ["هذا قسم من وثيقة أخرى؛ اختر قسماً من الوثيقة نفسها."]}


def test_what_was_entered_by_hand_can_be_deleted(staff: Client) -> None:
    recommendation = make_recommendation(1, subparagraphs=("أولها؛",))
    before = make_state(data_version=7).data_version
    address = f"{RECOMMENDATIONS}{recommendation.pk}/delete/"
    assert staff.post(address, {"post": "yes"}).status_code == 302
    assert not Recommendation.objects.exists()
    assert ArchiveState.objects.get().data_version > before


def test_a_sub_item_finds_the_item_above_it_in_whatever_order_they_are_typed(staff: Client) -> None:
    enter_meeting(staff, make_body())
    assert AgendaItem.objects.get(number="1 (أ)").parent == AgendaItem.objects.get(number="1")


def test_a_selection_of_rows_entered_by_hand_can_be_deleted(staff: Client) -> None:
    rows = [make_recommendation(number, meeting=held) for held in [make_meeting()] for number in (1, 2, 3)]
    before = make_state(data_version=7).data_version
    data = {"action": "delete_selected", "_selected_action": [row.pk for row in rows[:2]]}
    assert staff.post(RECOMMENDATIONS, data).status_code == 200
    assert staff.post(RECOMMENDATIONS, {**data, "post": "yes"}).status_code == 302
    assert [row.number for row in Recommendation.objects.all()] == [3]
    assert ArchiveState.objects.get().data_version > before


def test_pasted_text_is_cleaned_as_loaded_text_is(staff: Client) -> None:
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting().pk}"
    pasted = " \ufeffينبغي\u00a0للدول\u200f ما يلي:\r\nثم هذا. "
    staff.post(address, filled_in(staff.get(address), number=1, chapeau=pasted))
    assert Recommendation.objects.get().text == "ينبغي للدول ما يلي:\nثم هذا."


def test_what_rules_read_out_of_a_text_goes_with_it(staff: Client) -> None:
    address = f"{RECOMMENDATIONS}add/?meeting={make_meeting().pk}"
    typed = filled_in(staff.get(address), number=1, chapeau="ينبغي للدول أن تصون القنوات.")
    assert staff.post(address, typed).status_code == 302
    row = Recommendation.objects.get()
    assert row.operative_clauses.exists()
    assert staff.post(f"{RECOMMENDATIONS}{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Recommendation.objects.exists()
