"""A record's history: what was edited, decided and loaded, by whom and why; compared, and brought back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.admin.history.shown_values import tell_difference
from archive.models import Batch, Erratum, Recommendation, RowChange, TopicAssignment
from archive.record.kinds import RECOMMENDATION
from tests.factories import (
    make_conflict,
    make_document,
    make_erratum,
    make_recommendation,
    make_state,
    make_user,
)
from tests.factories_of_meaning import derive, make_assignment, make_topic

from .forms import filled_in
from .test_roles import browser_of

pytestmark = pytest.mark.django_db

TEXT = "ينبغي للدول أن تصون القنوات القديمة وأن تنظف أحواضها."
EDITED = "ينبغي للدول أن تصون القنوات الجديدة وأن تنظف أحواضها."


@pytest.fixture
def row() -> Recommendation:
    make_state(data_version=1)
    made = make_recommendation(1, TEXT, subparagraphs=("أولها؛", "ثانيها."))
    derive(made)
    return Recommendation.objects.get(pk=made.pk)


def address_of(row: Any, page: str = "change") -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_{page}", args=[row.pk])


def edit(client: Client, row: Any, **typed: Any) -> Any:
    """As a browser sends the form: with what it was opened on."""
    shown = client.get(address_of(row))
    sent = filled_in(shown, _opened_at=shown.context["opened_at"], **typed)
    return client.post(address_of(row), sent)


def told(batch: Batch) -> list[tuple[str, str, list[str]]]:
    rows = batch.changes.by_word().order_by("pk")
    return [(one.kind, one.fate, sorted(one.fields)) for one in rows]


def test_an_edit_is_written_down_with_who_and_why_and_what_it_said_before(
    staff: Client, row: Recommendation
) -> None:
    assert edit(staff, row, chapeau=EDITED, _why="خطأ  في النقل").status_code == 302
    batch = Batch.objects.get()
    assert (str(batch.by), batch.act, batch.why) == ("salma", "edit", "خطأ في النقل")
    assert told(batch) == [
        ("recommendation", "changed", ["chapeau", "printed_chapeau", "printed_text", "text"])
    ]
    assert batch.changes.get().fields["chapeau"] == [TEXT, EDITED]


def test_a_form_that_changes_nothing_has_no_history(staff: Client, row: Recommendation) -> None:
    assert edit(staff, row).status_code == 302
    assert list(Batch.objects.all()) == []


def test_the_history_of_a_record_tells_of_its_letters_with_the_words_that_differ(
    staff: Client, row: Recommendation
) -> None:
    edit(staff, row, chapeau=EDITED)
    edit(staff, row, **{"subparagraphs-0-text": "أولها وآخرها؛"})
    page = staff.get(address_of(row, "history"))
    assert [[one.change.kind for one in told.changes] for told in page.context["batches"]] == [
        ["subparagraph"],
        ["recommendation"],
    ]
    content = page.content.decode()
    assert "<del>القديمة</del> <ins>الجديدة</ins>" in content
    assert "salma" in content


def test_two_states_are_compared(staff: Client, row: Recommendation) -> None:
    edit(staff, row, chapeau=EDITED)
    edit(staff, row, chapeau=f"{EDITED} ثم تقيس الماء.")
    first, second = (
        one.changes.by_word().get(kind="recommendation").pk for one in Batch.objects.order_by("pk")
    )
    page = staff.get(address_of(row, "history"), {"a": second, "b": first - 1})
    shown = {field.name: (field.before, field.after) for field in page.context["compared"].fields}
    assert shown["text"][0].startswith(TEXT) and shown["text"][1].startswith(f"{EDITED} ثم تقيس الماء.")
    assert staff.get(address_of(row, "history"), {"a": "س", "b": "9" * 40}).context["compared"] is None


def test_a_field_and_a_whole_state_are_brought_back_and_readers_see_it_at_once(
    staff: Client, row: Recommendation
) -> None:
    reader = Client()
    page = f"/recommendations/{row.locator}/"
    before = reader.get(page).content
    edit(staff, row, chapeau=EDITED)
    edit(staff, row, **{"subparagraphs-0-text": "أولها وآخرها؛", "subparagraphs-1-DELETE": "on"})
    assert "الجديدة" in reader.get(page).content.decode()
    oldest = RowChange.objects.order_by("pk").first()
    assert oldest is not None
    field = {"change": oldest.pk, "field": "chapeau"}
    assert staff.post(address_of(row, "history"), field).status_code == 302
    row.refresh_from_db()
    assert row.text == f"{TEXT}\n(أ) أولها وآخرها؛"
    assert staff.post(address_of(row, "history"), {"seen": oldest.pk - 1, "why": "رجوع"}).status_code == 302
    row.refresh_from_db()
    assert row.text == f"{TEXT}\n(أ) أولها؛\n(ب) ثانيها."
    restored = Batch.objects.latest("pk")
    assert (restored.act, restored.why) == ("restore", "رجوع")
    assert reader.get(page).content == before
    found = reader.get("/recommendations/", {"q": "الجديدة", "exact": "1"}).content.decode()
    assert row.locator not in found


def test_what_is_not_in_the_history_brings_nothing_back(staff: Client, row: Recommendation) -> None:
    edit(staff, row, chapeau=EDITED)
    count = Batch.objects.count()
    for sent in (
        {},
        {"change": "9" * 30},
        {"change": "1", "field": "text"},
        {"seen": "س"},
        {"seen": "9" * 30},
    ):
        assert staff.post(address_of(row, "history"), sent).status_code == 302
    row.refresh_from_db()
    assert (row.chapeau, Batch.objects.count()) == (EDITED, count)


def test_the_history_tells_what_a_conflict_and_an_erratum_did_to_a_record(staff: Client) -> None:
    make_state(data_version=1)
    document = make_document("ITC/CONF/WG.1/2011/7", source_file="one.txt")
    said = {"chapeau": TEXT}
    row = make_recommendation(
        1,
        TEXT,
        document=document,
        source_values=said,
        corrections=[[28, 35, "الجديدة", "doubtful", 3, "القديمة"]],
    )
    erratum = make_erratum(document, line=3, printed="القديمة", corrected="الجديدة", certainty="doubtful")
    answer = staff.post(address_of(erratum), {"choice": "accept"})
    assert answer.status_code == 302
    accepted = Batch.objects.latest("pk")
    assert (accepted.act, accepted.said) == ("decision", "اقبل التصويب")
    assert told(accepted) == [
        ("recommendation", "changed", ["chapeau", "source_values", "text"]),
        ("erratum", "changed", ["decided_at", "decided_by", "decision"]),
    ]
    conflict = make_conflict(
        kind="recommendation",
        locator=row.locator,
        field="chapeau",
        held=EDITED,
        offered=TEXT,
        source_file="one.txt",
    )
    staff.post(address_of(conflict), {"choice": "take"})
    page = staff.get(address_of(row, "history"))
    assert [told.what for told in page.context["batches"]] == ["قرار: خذ بالمصدر", "قرار: اقبل التصويب"]
    assert list(page.context["conflicts"]) == [conflict]
    staff.post(reverse("admin:archive_batch_undo", args=[accepted.pk]))
    erratum.refresh_from_db()
    assert (erratum.decision, erratum.decided_by) == (Erratum.Decision.WAITING, None)


def test_an_action_on_rows_is_one_batch_and_undone_as_one_but_for_what_was_touched_since(
    staff: Client, row: Recommendation
) -> None:
    topics = [make_topic(slug=f"topic-{at}", label_ar=f"موضوع {at}") for at in range(3)]
    rows = [make_assignment(row, topic) for topic in topics]
    keys = [one.pk for one in rows]
    staff.post("/admin/archive/topicassignment/", {"action": "confirm_rows", "_selected_action": keys})
    batch = Batch.objects.get()
    assert (batch.act, batch.said, batch.changes.by_word().count()) == ("action", "تأكيد المحدد", 3)
    staff.post(address_of(rows[1]), {"choice": "reject"})
    page = staff.get(reverse("admin:archive_batch_undo", args=[batch.pk]))
    assert [why for _name, why in page.context["left"]] == ["عُدّل بعد ذلك، فبقي على ما هو عليه الآن."]
    done = staff.post(reverse("admin:archive_batch_undo", args=[batch.pk]), {"why": "تسرّع"}, follow=True)
    assert "الصفوف التي عادت: 2" in done.content.decode()
    assert decisions_of(keys) == ["rejected"]
    undone = Batch.objects.latest("pk")
    assert (undone.act, undone.undoes, undone.why) == ("undo", batch, "تسرّع")
    staff.post(reverse("admin:archive_batch_undo", args=[undone.pk]))
    assert decisions_of(keys) == ["confirmed", "rejected", "confirmed"]


def decisions_of(keys: list[int]) -> list[str]:
    return list(TopicAssignment.objects.filter(pk__in=keys).order_by("pk").values_list("decision", flat=True))


def test_a_deletion_is_undone_with_all_that_hung_on_it(staff: Client, row: Recommendation) -> None:
    make_assignment(row, make_topic(), origin="staff", decision="confirmed")
    staff.post(address_of(row, "delete"), {"post": "yes"})
    assert not Recommendation.objects.exists()
    batch = Batch.objects.get()
    assert batch.act == "deletion"
    staff.post(reverse("admin:archive_batch_undo", args=[batch.pk]))
    back = Recommendation.objects.get(pk=row.pk)
    assert (back.text, back.locator) == (row.text, row.locator)
    assert [one.origin for one in TopicAssignment.objects.filter(origin="staff")] == ["staff"]
    assert Client().get(f"/recommendations/{row.locator}/").status_code == 200


def test_who_may_not_write_what_a_batch_wrote_may_not_undo_it(staff: Client, row: Recommendation) -> None:
    edit(staff, row, chapeau=EDITED)
    batch = Batch.objects.get()
    undo = reverse("admin:archive_batch_undo", args=[batch.pk])
    for role, status in {"viewer": 403, "classifier": 403, "editor": 302}.items():
        client = browser_of(role)
        page = client.get(address_of(batch))
        assert (page.status_code, page.context["may_undo"]) == (200, status == 302)
        assert client.post(address_of(row, "history"), {"seen": 0}).status_code == status
        assert client.post(undo).status_code == status
    row.refresh_from_db()
    assert row.chapeau == TEXT
    stranger = Client()
    stranger.force_login(make_user("nobody", staff=False))
    assert stranger.post(undo).status_code == 302
    assert staff.get(reverse("admin:archive_batch_undo", args=[10**12])).status_code == 404


def test_a_difference_that_is_no_word_is_told_by_both_texts() -> None:
    shown = tell_difference(RECOMMENDATION, "chapeau", TEXT, TEXT.replace("القنوات", "القنـوات"), {})
    assert (shown.before, shown.after, shown.pieces) == (TEXT, TEXT.replace("القنوات", "القنـوات"), ())
