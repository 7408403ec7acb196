"""Publishing at the desk: in the form and from the list, by whom it is left to, and what readers find afterwards."""

from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from archive.models import Batch, Published, Recommendation

from .forms import filled_in
from .test_roles import browser_of

pytestmark = pytest.mark.django_db

LIST = "/admin/archive/recommendation/"


@pytest.fixture
def row() -> Recommendation:
    call_command("load_archive", str(settings.BASE_DIR / "sources"), verbosity=0)
    found = Recommendation.objects.order_by("pk").first()
    assert found is not None
    return found


def _form(row: Recommendation) -> str:
    return f"{LIST}{row.pk}/change/"


def _status(row: Recommendation) -> tuple[int, int]:
    reader = Client()
    page = reader.get(f"/recommendations/{row.locator}/").status_code
    return page, reader.get(f"/api/v1/recommendations/{row.locator}/").status_code


def test_a_publisher_withdraws_in_the_form_and_gives_a_reason(row: Recommendation) -> None:
    client = browser_of("publisher")
    shown = filled_in(client.get(_form(row)))
    assert shown["state"] == "published"
    refused: Any = client.post(_form(row), {**shown, "state": "withdrawn"})
    assert refused.context["adminform"].form.errors == {
        "withdrawn_because": ["اذكر سبب السحب؛ يقرؤه من يفتح رابط ما سُحب."]
    }
    assert _status(row) == (200, 200)
    given = {**shown, "state": "withdrawn", "withdrawn_because": " نُشرت سهواً "}
    assert client.post(_form(row), given).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.withdrawn_because, row.withdrawn_at is None) == ("withdrawn", "نُشرت سهواً", False)
    assert _status(row) == (410, 410)
    again = filled_in(client.get(_form(row)))
    assert client.post(_form(row), {**again, "state": "published"}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.withdrawn_because, row.withdrawn_at) == ("published", "", None)
    assert _status(row) == (200, 200)


def test_an_editor_sees_the_state_and_does_not_change_it(row: Recommendation) -> None:
    client = browser_of("editor")
    shown = filled_in(client.get(_form(row)))
    assert "state" not in shown
    sent = {**shown, "state": "withdrawn", "withdrawn_because": "x"}
    assert client.post(_form(row), sent).status_code == 302
    assert _status(row) == (200, 200)


@pytest.mark.parametrize(("state", "found"), [("", (200, 200)), ("draft", (404, 404))])
def test_what_is_entered_singly_is_published_unless_staff_choose_a_draft(
    row: Recommendation, state: str, found: tuple[int, int]
) -> None:
    client = browser_of("editor")
    empty = filled_in(client.get(f"{LIST}add/?meeting={row.meeting_id}"))
    assert empty["state"] == "published"
    typed = {**empty, "number": "97", "chapeau": "ينبغي للدول أن تجرّب ما يُدخل يدوياً."}
    sent = client.post(f"{LIST}add/", typed | ({"state": state} if state else {}))
    assert sent.status_code == 302
    assert _status(Recommendation.objects.get(meeting=row.meeting, number=97)) == found


def test_the_desk_finds_what_readers_do_not(row: Recommendation) -> None:
    client = browser_of("publisher")
    client.post(LIST, {"action": "take_rows_back", "_selected_action": [row.pk], "index": "0"})
    words = " ".join(row.text.split()[:5])
    shown: Any = client.get(LIST, {"q": words})
    assert row.pk in [one.pk for one in shown.context["cl"].result_list]
    reader: Any = Client().get("/api/v1/recommendations/", {"q": words}).json()
    assert row.locator not in [one["locator"] for one in reader["results"]]


def test_nothing_new_is_entered_as_withdrawn(row: Recommendation) -> None:
    client = browser_of("administrator")
    empty = filled_in(client.get(f"{LIST}add/?meeting={row.meeting_id}"))
    typed = {**empty, "number": "97", "chapeau": "ينبغي للدول أن تجرّب.", "state": "withdrawn"}
    answer: Any = client.post(f"{LIST}add/", typed)
    assert list(answer.context["adminform"].form.errors) == ["state"]


def test_a_withdrawal_from_the_list_names_what_goes_and_is_one_batch(row: Recommendation) -> None:
    client = browser_of("publisher")
    keys = list(Recommendation.objects.filter(meeting=row.meeting).values_list("pk", flat=True)[:3])
    chosen = {"action": "withdraw_rows", "_selected_action": keys, "index": "0"}
    asked: Any = client.post(LIST, chosen)
    assert [one.pk for one in asked.context["rows"]] == keys
    assert "اذكر سبب السحب" in client.post(LIST, {**chosen, "because": "  "}).content.decode()
    assert _status(row) == (200, 200)
    before = Batch.objects.count()
    assert client.post(LIST, {**chosen, "because": "سُحبت معاً"}).status_code == 302
    states = set(Recommendation.objects.filter(pk__in=keys).values_list("state", "withdrawn_because"))
    assert states == {(Published.State.WITHDRAWN, "سُحبت معاً")}
    assert Batch.objects.count() == before + 1
    assert client.post(LIST, {"action": "publish_rows", "_selected_action": keys, "index": "0"}).status_code == 302
    assert _status(row) == (200, 200)
