"""Two at one form: what the first saved and the second did not touch stays, and where both wrote the second decides."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.models import Recommendation, Subparagraph
from tests.factories import make_recommendation, make_user

from .forms import filled_in
from .test_history import EDITED, TEXT, address_of, edit, row

__all__ = ["row"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> Client:
    """The browser of a second person."""
    client = Client()
    client.force_login(make_user("huda"))
    return client


def opened(client: Client, row: Any) -> dict[str, Any]:
    shown = client.get(address_of(row))
    return filled_in(shown, _opened_at=shown.context["opened_at"])


def test_what_the_first_changed_and_the_second_did_not_touch_stays(
    staff: Client, other: Client, row: Recommendation
) -> None:
    form = opened(other, row)
    edit(staff, row, chapeau=EDITED, **{"subparagraphs-0-text": "أولها وآخرها؛"})
    assert other.post(address_of(row), {**form, "subparagraphs-1-text": "ثانيها أيضاً."}).status_code == 302
    row.refresh_from_db()
    assert row.text == f"{EDITED}\n(أ) أولها وآخرها؛\n(ب) ثانيها أيضاً."


def test_where_both_wrote_the_second_sees_both_and_decides(
    staff: Client, other: Client, row: Recommendation
) -> None:
    form = opened(other, row)
    edit(staff, row, chapeau=EDITED)
    mine = TEXT.replace("تصون", "تحفظ")
    sent = {**form, "chapeau": mine, "subparagraphs-0-text": "أولها وحده؛"}
    asked = other.post(address_of(row), sent)
    assert asked.status_code == 409
    content = asked.content.decode()
    assert "<del>القديمة</del> <ins>الجديدة</ins>" in content
    assert "<del>تصون</del> <ins>تحفظ</ins>" in content
    row.refresh_from_db()
    assert (row.chapeau, row.subparagraphs.first().text) == (EDITED, "أولها؛")  # type: ignore[union-attr]
    for keep, said in {
        "theirs": EDITED,
        "mine": mine,
        "third": "ينبغي للدول أن تحفظ القنوات الجديدة.",
    }.items():
        answer = other.post(
            address_of(row), {**carried(asked), "_keep:chapeau": keep, "_third:chapeau": said}
        )
        assert answer.status_code == 302, keep
        row.refresh_from_db()
        assert (row.chapeau, row.subparagraphs.first().text) == (said, "أولها وحده؛")  # type: ignore[union-attr]
        Recommendation.objects.filter(pk=row.pk).update(chapeau=EDITED)


def carried(asked: Any) -> dict[str, Any]:
    """What the page that asks sends back, all but the choice."""
    context = asked.context
    names = {
        name: [value for known, value in context["carried"] if known == name]
        for name, _ in context["carried"]
    }
    both = [one for one, _sent in context["both"]]
    theirs = {f"_theirs:{one.html_name}": one.sent for one in both}
    return {**names, **theirs, "_asked": [one.html_name for one in both], "_opened_at": context["opened_at"]}


def test_who_has_not_decided_is_asked_again_when_a_third_wrote(
    staff: Client, other: Client, row: Recommendation
) -> None:
    form = opened(other, row)
    edit(staff, row, chapeau=EDITED)
    asked = other.post(address_of(row), {**form, "chapeau": "ينبغي للدول أن تقيس الماء."})
    edit(staff, row, chapeau=f"{EDITED} ثم تقيسها.")
    again = other.post(address_of(row), {**carried(asked), "_keep:chapeau": "mine"})
    assert again.status_code == 409
    row.refresh_from_db()
    assert row.chapeau == f"{EDITED} ثم تقيسها."


def test_both_wrote_the_same(staff: Client, other: Client, row: Recommendation) -> None:
    form = opened(other, row)
    edit(staff, row, chapeau=EDITED)
    assert other.post(address_of(row), {**form, "chapeau": EDITED}).status_code == 302


def test_both_added_the_same_letter(staff: Client, other: Client, row: Recommendation) -> None:
    added = {"subparagraphs-TOTAL_FORMS": 3, "subparagraphs-2-text": "ثالثها."}
    form = opened(other, row)
    assert edit(staff, row, **added).status_code == 302
    assert other.post(address_of(row), {**form, **added}).status_code == 302
    assert list(Subparagraph.objects.order_by("position").values_list("label", "text")) == [
        ("أ", "أولها؛"), ("ب", "ثانيها."), ("ج", "ثالثها."), ("د", "ثالثها."),
    ]  # fmt: skip
    shown = other.post(address_of(row), {**form, **added, "subparagraphs-2-position": 3})
    assert "الترتيب مكرر" in shown.content.decode()


def test_what_was_typed_in_a_row_that_is_gone_is_shown_to_be_copied(
    staff: Client, other: Client, row: Recommendation
) -> None:
    form = opened(other, row)
    edit(staff, row, **{"subparagraphs-1-DELETE": "on"})
    gone = other.post(address_of(row), {**form, "subparagraphs-1-text": "ثانيها كما أراها."})
    assert gone.status_code == 409
    assert "ثانيها كما أراها." in gone.context["typed"]
    staff.post(address_of(row, "delete"), {"post": "yes"})
    gone = other.post(address_of(row), {**form, "chapeau": EDITED})
    assert (gone.status_code, EDITED in gone.context["typed"]) == (409, True)


def test_nobody_decides_about_what_he_has_not_seen(staff: Client, other: Client, row: Recommendation) -> None:
    clause = row.operative_clauses.first()
    assert clause is not None
    shown = other.get(address_of(clause)).context["opened_at"]
    assert edit(staff, clause, verb_class="requested").status_code == 302
    answer = other.post(address_of(clause), {"choice": "reject", "_opened_at": shown}, follow=True)
    assert "عدّل شخص آخر هذا الصف بعد أن فتحته" in answer.content.decode()
    clause.refresh_from_db()
    assert (clause.verb_class, clause.decision) == ("requested", "confirmed")


def test_forged_rows_below_a_row_write_nothing(staff: Client, row: Recommendation) -> None:
    strange = make_recommendation(2, meeting=row.meeting, subparagraphs=("غريبها؛",)).subparagraphs.get()
    before = list(Subparagraph.objects.order_by("pk").values_list("pk", "text"))
    for forged in (strange.pk, 10**30, "س", "-1", ""):
        sent = {"subparagraphs-0-id": forged, "subparagraphs-0-text": "مزوَّرها؛"}
        assert edit(staff, row, **sent).status_code in (200, 409), forged
    for counted in ({"subparagraphs-TOTAL_FORMS": "9" * 9}, {"subparagraphs-INITIAL_FORMS": "س"}):
        assert edit(staff, row, **counted).status_code == 200
    assert list(Subparagraph.objects.order_by("pk").values_list("pk", "text")) == before


def test_a_session_used_again_after_signing_out_writes_nothing(staff: Client, row: Recommendation) -> None:
    form, kept = opened(staff, row), staff.cookies["sessionid"].value
    staff.post("/admin/logout/")
    staff.cookies["sessionid"] = kept
    answer = staff.post(address_of(row), {**form, "chapeau": EDITED})
    row.refresh_from_db()
    assert (answer.status_code, answer.url.partition("?")[0], row.chapeau) == (302, "/admin/login/", TEXT)  # type: ignore[attr-defined]


def test_one_person_in_two_browsers_overwrites_nothing_that_he_has_not_seen(
    staff: Client, row: Recommendation
) -> None:
    other = Client()
    other.force_login(User.objects.get(username="salma"))
    form, untouched = opened(other, row), opened(other, row)
    edit(staff, row, chapeau=EDITED)
    # A field that was not touched in the second browser keeps what was saved in the first.
    assert other.post(address_of(row), {**untouched, "subparagraphs-1-text": "ثانيها أيضاً."}).status_code == 302
    row.refresh_from_db()
    assert row.text == f"{EDITED}\n(أ) أولها؛\n(ب) ثانيها أيضاً."
    # Where both wrote he is shown both, though both are his own.
    mine = TEXT.replace("تصون", "تحفظ")
    asked = other.post(address_of(row), {**form, "chapeau": mine})
    assert asked.status_code == 409
    content = asked.content.decode()
    assert "<del>تصون</del> <ins>تحفظ</ins>" in content and "salma" in content
    row.refresh_from_db()
    assert row.chapeau == EDITED
    # Signing out in one of them signs out of that one alone.
    staff.post("/admin/logout/")
    assert staff.get(address_of(row)).status_code == 302
    assert other.get(address_of(row)).status_code == 200
