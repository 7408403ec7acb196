"""Conflicts and doubtful errata: staff's word, on an erratum also their second thoughts."""

from typing import Any

import pytest
from django.test import Client

from archive.models import ArchiveState, Conflict, Erratum, Meeting, Paragraph
from tests.factories import (
    make_conflict,
    make_document,
    make_erratum,
    make_meeting,
    make_paragraph,
    make_state,
)

pytestmark = pytest.mark.django_db

CONFLICTS = "/admin/archive/conflict/"
ERRATA = "/admin/archive/erratum/"


@pytest.fixture
def conflict() -> Conflict:
    make_state(data_version=1)
    said = {"place": "لندن", "_stated_by": {"place": ["report", "source.txt"]}}
    make_meeting(1, place="فيينا", source_values=said)
    return make_conflict(locator="itc-conf-wg1.1", field="place", held="فيينا", offered="جنيف")


@pytest.fixture
def erratum() -> Erratum:
    make_state(data_version=1)
    document = make_document()
    text = "مكافحة المهزئين."
    make_paragraph(
        document,
        1,
        text,
        source_values={"text": text, "printed_text": text},
        corrections=[[7, 15, "المهربين", "doubtful", 4, "المهزئين"]],
    )
    return make_erratum(document, 4, "المهزئين", corrected="المهربين")


def press(staff: Client, address: str, row: Any, choice: str) -> list[str]:
    """A button of the form; gives what the page then says."""
    response = staff.post(f"{address}{row.pk}/change/", {"choice": choice}, follow=True)
    return [str(message) for message in response.context["messages"]]


def choose(staff: Client, address: str, rows: list[Any], action: str) -> list[str]:
    """An action of the list."""
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return [str(message) for message in staff.post(address, data, follow=True).context["messages"]]


def test_keeping_leaves_the_archive_as_it_is(staff: Client, conflict: Conflict) -> None:
    assert press(staff, CONFLICTS, conflict, "keep") == ["أبق المحفوظ: نُفّذ القرار في 1."]
    conflict.refresh_from_db()
    assert (conflict.state, conflict.decided_by.username, Meeting.objects.get().place) == (
        "kept",
        "salma",
        "فيينا",
    )


def test_taking_brings_in_what_the_source_says(staff: Client, conflict: Conflict) -> None:
    assert choose(staff, CONFLICTS, [conflict], "take_offered") == ["خذ بالمصدر: نُفّذ القرار في 1."]
    conflict.refresh_from_db()
    meeting = Meeting.objects.get()
    assert (conflict.state, meeting.place, meeting.source_values["place"]) == ("taken", "جنيف", "جنيف")
    assert ArchiveState.objects.get().data_version > 1


def test_a_closed_conflict_is_left_alone(staff: Client, conflict: Conflict) -> None:
    press(staff, CONFLICTS, conflict, "keep")
    assert press(staff, CONFLICTS, conflict, "take") == [
        "اجتماع itc-conf-wg1.1، المكان: ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."
    ]
    assert Meeting.objects.get().place == "فيينا"
    page = staff.get(f"{CONFLICTS}{conflict.pk}/change/").content.decode()
    assert 'name="choice"' not in page


def test_an_open_conflict_shows_both_and_two_buttons(staff: Client, conflict: Conflict) -> None:
    page = staff.get(f"{CONFLICTS}{conflict.pk}/change/").content.decode()
    assert [text in page for text in ("فيينا", "جنيف", 'value="keep"', 'value="take"')] == [True] * 4


def test_looking_changes_nothing(staff: Client, conflict: Conflict) -> None:
    staff.get(f"{CONFLICTS}{conflict.pk}/change/", {"choice": "take"})
    conflict.refresh_from_db()
    assert conflict.state == "open"


def test_an_accepted_erratum_changes_the_reading_text(staff: Client, erratum: Erratum) -> None:
    assert choose(staff, ERRATA, [erratum], "accept") == ["اقبل التصويب: نُفّذ القرار في 1."]
    erratum.refresh_from_db()
    paragraph = Paragraph.objects.get()
    assert (erratum.decision, erratum.decided_by.username) == ("accepted", "salma")
    assert (paragraph.text, paragraph.printed_text) == ("مكافحة المهربين.", "مكافحة المهزئين.")
    assert ArchiveState.objects.get().data_version > 1


def test_a_rejected_erratum_changes_no_text(staff: Client, erratum: Erratum) -> None:
    press(staff, ERRATA, erratum, "reject")
    erratum.refresh_from_db()
    assert (erratum.decision, Paragraph.objects.get().text) == ("rejected", "مكافحة المهزئين.")


def test_a_decided_erratum_may_be_decided_otherwise(staff: Client, erratum: Erratum) -> None:
    names = {"accept": "اقبل التصويب", "reject": "ارفض التصويب", "reopen": "أعده إلى الانتظار"}
    read, printed = "مكافحة المهربين.", "مكافحة المهزئين."
    for choice, decision, text in (
        ("accept", "accepted", read), ("reject", "rejected", printed), ("accept", "accepted", read),
        ("reopen", "waiting", printed), ("reject", "rejected", printed), ("reopen", "waiting", printed),
    ):  # fmt: skip
        assert press(staff, ERRATA, erratum, choice) == [f"{names[choice]}: نُفّذ القرار في 1."]
        erratum.refresh_from_db()
        assert (erratum.decision, Paragraph.objects.get().text) == (decision, text)
        page = staff.get(f"{ERRATA}{erratum.pk}/change/").content.decode()
        offered = [name for name in names if f'name="choice" value="{name}"' in page]
        assert offered == [name for name in names if name != choice]
    assert (erratum.decided_by, erratum.decided_at) == (None, None)


def test_the_decision_that_an_erratum_has_already_is_not_given_again(staff: Client, erratum: Erratum) -> None:
    assert choose(staff, ERRATA, [erratum], "reopen") == [f"{erratum}: ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."]
    press(staff, ERRATA, erratum, "accept")
    version = ArchiveState.objects.get().data_version
    assert press(staff, ERRATA, erratum, "accept") == [f"{erratum}: ليس هذا القرار متاحاً لهذا الصف؛ لم يتغير شيء."]
    assert ArchiveState.objects.get().data_version == version


def test_the_list_shows_the_waiting_ones_first_of_all(staff: Client, erratum: Erratum) -> None:
    make_erratum(erratum.document, 5, "الاولى", certainty="certain")
    shown = {
        query: [row.printed for row in staff.get(ERRATA + query).context["cl"].result_list]
        for query in ("", "?decision=certain", "?decision=accepted")
    }
    assert shown == {"": ["المهزئين"], "?decision=certain": ["الاولى"], "?decision=accepted": []}


def test_a_certain_erratum_needs_no_decision(staff: Client, erratum: Erratum) -> None:
    certain = make_erratum(erratum.document, 5, "الاولى", certainty="certain")
    press(staff, ERRATA, certain, "reject")
    certain.refresh_from_db()
    assert certain.decision == "waiting"


def test_an_erratum_without_a_correction_cannot_be_accepted(staff: Client, erratum: Erratum) -> None:
    unknown = make_erratum(erratum.document, 6, "محذس", corrected="")
    assert press(staff, ERRATA, unknown, "accept") == [
        f"{unknown}: لا يُعرف تصويبه. صحّح النص نفسه في صفحته، أو ارفض هذا التصويب."
    ]
    unknown.refresh_from_db()
    assert unknown.decision == "waiting"


def test_an_erratum_is_shown_in_the_text_where_it_stands(staff: Client, erratum: Erratum) -> None:
    page = staff.get(f"{ERRATA}{erratum.pk}/change/").content.decode()
    assert (
        'مكافحة <mark class="erratum doubtful this" title="السطر 4: «المهربين»، مشكوك فيه ينتظر قراراً">المهزئين</mark>.'
    ) in page


def test_an_erratum_of_a_cover_is_shown_and_applied_there(staff: Client) -> None:
    make_state(data_version=1)
    title, summary = "تقرير عن المهزئين", "نبذة."
    said = {"title": title, "printed_title": title}
    document = make_document(
        title=title,
        summary=summary,
        printed_summary=summary,
        source_values=said,
        corrections=[[9, 17, "المهربين", "doubtful", 4, "المهزئين"]],
    )
    erratum = make_erratum(document, 4, "المهزئين", corrected="المهربين")
    page = staff.get(f"{ERRATA}{erratum.pk}/change/").content.decode()
    press(staff, ERRATA, erratum, "accept")
    document.refresh_from_db()
    assert ('">المهزئين</mark>' in page, document.title) == (True, "تقرير عن المهربين")


def test_a_conflict_leads_to_its_row(staff: Client, conflict: Conflict) -> None:
    page = staff.get(f"{CONFLICTS}{conflict.pk}/change/").content.decode()
    assert f'<a href="/admin/archive/meeting/{Meeting.objects.get().pk}/change/">' in page
