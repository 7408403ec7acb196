"""Conflicts with their differences and their writer, a third text, and rows that their source has no longer."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from archive.admin.roles import ROLES
from archive.derivations.by_hand import save_by_hand
from archive.models import Batch, Conflict, Footnote, Paragraph, Recommendation
from archive.record.history.journal import Acting, acting
from tests.factories import (
    make_conflict,
    make_document,
    make_footnote,
    make_paragraph,
    make_recommendation,
    make_state,
    make_user,
)

from .test_roles import browser_of

pytestmark = pytest.mark.django_db

CONFLICTS = "/admin/archive/conflict/"
VANISHED = f"{CONFLICTS}vanished/"
SAID = "ينبغي للدول أن تحفظ القنوات وأن تصون الجسور في كل حين."
OURS = "ينبغي للدول أن تحفظ القنوات وأن ترمّم الجسور في كل حين."
THEIRS = "ينبغي للدول أن تحفظ الترع وأن تصون الجسور في كل حين."


@pytest.fixture
def conflict() -> Conflict:
    """Maha wrote one word of a recommendation otherwise, then its source another."""
    make_state()
    document = make_document(source_file="one.txt")
    row = make_recommendation(1, SAID, document=document, source_values={"chapeau": SAID})
    with acting(Acting(by=make_user("maha"), act=Batch.Act.EDIT, why="بطلب من الأمانة")):
        row.chapeau = OURS
        save_by_hand(row)
    names = {"kind": "recommendation", "locator": row.locator, "field": "chapeau", "source_file": "one.txt"}
    return make_conflict(**names, held=OURS, offered=THEIRS, document=document)


def decide(staff: Client, row: Conflict, **said: Any) -> list[str]:
    response = staff.post(f"{CONFLICTS}{row.pk}/change/", said, follow=True)
    return [str(one) for one in response.context["messages"]]


def test_both_are_shown_word_by_word_with_who_wrote_the_stored_one(staff: Client, conflict: Conflict) -> None:
    html = staff.get(f"{CONFLICTS}{conflict.pk}/change/").content.decode()
    differences = ["<del>القنوات</del> <ins>الترع</ins>", "<del>ترمّم</del> <ins>تصون</ins>"]
    shown = [*differences, "maha، ", "، لأن: بطلب من الأمانة"]
    assert [text in html for text in shown] == [True] * 4


def test_a_third_text_takes_the_place_of_both_and_is_asked_no_more(staff: Client, conflict: Conflict) -> None:
    third = "ينبغي للدول أن تحفظ الترع وأن ترمّم الجسور في كل حين."
    assert decide(staff, conflict, choice="edit", third=" ") == [f"{conflict}: اكتب القيمة أولاً؛ لم يتغير شيء."]
    assert decide(staff, conflict, choice="edit", third=f"{third}\r\n") == ["أثبت ما كتبته: نُفّذ القرار في 1."]
    row = Recommendation.objects.get()
    conflict.refresh_from_db()
    assert (row.chapeau, row.text, row.source_values["chapeau"], conflict.state) == (third, third, THEIRS, "kept")
    closed = f"{conflict}: ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."
    assert decide(staff, conflict, choice="take") == [closed]


def test_of_what_is_no_text_no_third_is_typed(staff: Client) -> None:
    page = staff.get(f"{CONFLICTS}{make_conflict().pk}/change/")
    assert list(page.context["choices_offered"]) == ["keep", "take"]


# Rows gone from their source -------------------------------------------------------------------------------------


@pytest.fixture
def gone() -> dict[str, Any]:
    make_state()
    document = make_document(source_file="one.txt")
    now = timezone.now()
    row = make_recommendation(
        1, SAID, document=document, source_values={"chapeau": SAID}, missing_since=now, subparagraphs=("أولها؛",)
    )
    row.subparagraphs.update(source_values={"text": "أولها؛"}, missing_since=now)
    paragraph = make_paragraph(document, 1, source_values={"text": "نص الفقرة 1."}, missing_since=now)
    footnote = make_footnote(document, "1", source_values={"text": "حاشية"}, missing_since=now)
    return {"recommendation": row, "paragraph": paragraph, "footnote": footnote}


def settle(staff: Client, row: Any, choice: str, **more: Any) -> list[str]:
    data = {"row": f"{row._meta.model_name}:{row.pk}", "choice": choice, **more}
    response = staff.post(VANISHED, data, follow=True)
    assert response.redirect_chain == [(VANISHED, 302)]
    return [str(one) for one in response.context["messages"]]


def test_they_wait_on_the_first_page(staff: Client, gone: dict[str, Any]) -> None:
    waiting = {one.what: (one.count, one.address) for one in staff.get("/admin/").context["waiting"]}
    assert waiting["صفوف غابت عن مصادرها"] == (4, VANISHED)


def test_each_is_shown_with_what_may_be_done(staff: Client, gone: dict[str, Any]) -> None:
    rows = staff.get(VANISHED).context["rows"]
    assert [(row.kind, [code for code, _name in row.choices]) for row in rows] == [
        ("فقرة", ["keep"]),
        ("حاشية", ["keep", "delete"]),
        ("توصية", ["keep", "withdraw"]),
        ("فقرة فرعية", ["keep"]),
    ]


def test_what_is_kept_is_staffs_own_with_its_letters(staff: Client, gone: dict[str, Any]) -> None:
    row = gone["recommendation"]
    assert settle(staff, row, "keep") == [f"{row}: أبقه نصاً أدخله الموظفون."]
    row.refresh_from_db()
    item = row.subparagraphs.get()
    assert [(one.entered_by_hand, one.missing_since) for one in (row, item)] == [(True, None)] * 2
    batch = Batch.objects.get()
    assert (batch.by and batch.by.username, batch.said) == ("salma", "أبقه نصاً أدخله الموظفون")
    assert settle(staff, row, "keep") == ["لم يعد هذا الصف غائباً عن مصدره، أو سبقك غيرك إليه؛ لم يتغير شيء."]


def test_a_withdrawal_wants_its_reason(staff: Client, gone: dict[str, Any]) -> None:
    row = gone["recommendation"]
    assert settle(staff, row, "withdraw", because=" ") == ["اذكر سبب السحب؛ يقرؤه من يفتح رابط ما سُحب."]
    assert Recommendation.objects.get().state == "published"
    assert settle(staff, row, "withdraw", because="لم تُعتمد") == [f"{row}: اسحبه."]
    row.refresh_from_db()
    assert (row.state, row.withdrawn_because, row.missing_since) == ("withdrawn", "لم تُعتمد", None)
    assert Client().get(row.get_absolute_url()).status_code == 410


def test_what_has_an_address_is_never_deleted(staff: Client, gone: dict[str, Any]) -> None:
    closed = ["ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."]
    assert settle(staff, gone["paragraph"], "delete") == closed
    assert settle(staff, gone["paragraph"], "withdraw", because="سبب") == closed
    assert settle(staff, gone["footnote"], "delete")[0].endswith("احذفه.")
    assert (Paragraph.objects.count(), Footnote.objects.count(), LogEntry.objects.count()) == (1, 0, 1)


@pytest.mark.parametrize("sent", ["", "paragraph:x", "paragraph:999999", "nothing:1", f"paragraph:{10**20}", "topic:1"])
def test_a_forged_row_is_told(staff: Client, gone: dict[str, Any], sent: str) -> None:
    response = staff.post(VANISHED, {"row": sent, "choice": "keep"}, follow=True)
    told = [str(one) for one in response.context["messages"]]
    assert told == ["لم يعد هذا الصف غائباً عن مصدره، أو سبقك غيرك إليه؛ لم يتغير شيء."]


@pytest.mark.parametrize("role", ROLES)
def test_who_decides_about_conflicts_decides_here_and_publishers_withdraw(role: str, gone: dict[str, Any]) -> None:
    client = browser_of(role)
    shown = client.get(VANISHED)
    texts = role not in ("viewer", "classifier")
    offered = {code for row in shown.context["rows"] for code, _name in row.choices}
    wanted = {"keep", "delete"} | ({"withdraw"} if ROLES[role].publishes else set())
    assert (shown.status_code, offered) == (200, wanted if texts else set())
    row = gone["recommendation"]
    sent = client.post(VANISHED, {"row": f"recommendation:{row.pk}", "choice": "withdraw", "because": "سبب"})
    assert sent.status_code == (302 if texts else 403)
    state = Recommendation.objects.get().state
    assert state == ("withdrawn" if ROLES[role].publishes else "published")


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({}, "اجتماع itc-conf-wg1.1، المكان"),
        ({"kind": "agenda_item", "locator": "w.1.2", "field": "title"}, "بند من جدول الأعمال w.1.2، العنوان"),
        ({"kind": "recommendation", "locator": "itc-conf-wg1.1.2", "field": "row"}, "توصية itc-conf-wg1.1.2"),
        ({"kind": "no_more", "locator": "itc-conf-wg1.1.2"}, "itc-conf-wg1.1.2"),
    ],
)
def test_a_conflict_is_called_by_its_row_and_field_in_words(facts: dict[str, str], title: str) -> None:
    assert str(make_conflict(**facts)) == title
