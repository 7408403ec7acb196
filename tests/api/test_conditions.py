"""Last-Modified beside ETag: what an asker holds already is not sent again, and never wrongly kept back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from archive.api import conditions
from archive.models import ArchiveState, Meeting
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from tests.factories import make_document, make_meeting, make_recommendation, make_state

pytestmark = pytest.mark.django_db

CHANGED = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DATE = "Wed, 04 Mar 2026 05:06:07 GMT"
LISTS = ["recommendations/", "meetings/", "documents/"]
ITEMS = ["recommendations/itc-conf-wg1.1.1/", "meetings/itc-conf-wg1.1/", "documents/itc-conf-wg1-2019-5/"]


@pytest.fixture(autouse=True)
def archive(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that last changed at DATE, under a program older than that."""
    monkeypatch.setattr(conditions, "RELEASED", CHANGED - timedelta(days=1))
    meeting = make_meeting(1)
    make_recommendation(1, meeting=meeting, document=make_document("ITC/CONF/WG.1/2019/5"))
    make_state()
    date_the_change(CHANGED)


def date_the_change(moment: datetime) -> None:
    ArchiveState.objects.update(changed_at=moment)


def ask(client: Client, path: str = "meetings/", method: str = "get", **headers: str) -> Any:
    return getattr(client, method)(f"/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("path", ["", *LISTS, "recommendations/?q=القناة", *ITEMS])
def test_lists_and_items_say_when_the_archive_changed_and_are_not_sent_twice(client: Client, path: str) -> None:
    first = ask(client, path)
    assert (first.status_code, first["Last-Modified"]) == (200, DATE)
    for headers in ({"if-modified-since": DATE}, {"if-none-match": first["ETag"]}):
        again = ask(client, path, **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert (again["ETag"], again["Last-Modified"]) == (first["ETag"], DATE)
        assert again["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["openapi.json", "docs/", "meetings/?page=9", "meetings/none/", "nothing/"])
def test_what_does_not_show_the_record_has_no_date(client: Client, path: str) -> None:
    response = ask(client, path, **{"if-modified-since": http_date()})
    assert (response.status_code != 304, response.has_header("Last-Modified")) == (True, False)


def test_the_entity_tag_goes_before_the_date(client: Client) -> None:
    tag = ask(client)["ETag"]
    old = http_date(CHANGED.timestamp() - 1)
    assert ask(client, **{"if-none-match": '"other"', "if-modified-since": DATE}).status_code == 200
    assert ask(client, **{"if-none-match": tag, "if-modified-since": old}).status_code == 304


@pytest.mark.parametrize(
    ("seconds", "status"), [(-3600, 200), (-1, 200), (0, 304), (1, 200), (59, 200), (60, 304), (10**6, 304)]
)
def test_a_date_of_the_askers_own_counts_from_a_minute_after_the_change(
    client: Client, seconds: int, status: int
) -> None:
    since = http_date(CHANGED.timestamp() + seconds)
    assert ask(client, **{"if-modified-since": since}).status_code == status


@pytest.mark.parametrize("since", ["", "yesterday", "2026-03-04T05:06:07Z", "Wed, 99 Mar 2026 05:06:07 GMT"])
def test_what_is_no_date_is_no_condition(client: Client, since: str) -> None:
    assert ask(client, **{"if-modified-since": since}).status_code == 200


def test_head_is_answered_as_get_is(client: Client) -> None:
    get, head = ask(client), ask(client, method="head")
    assert (head.content, head["ETag"], head["Last-Modified"]) == (b"", get["ETag"], DATE)
    assert ask(client, method="head", **{"if-modified-since": DATE}).status_code == 304
    assert ask(client, method="head", **{"if-none-match": get["ETag"]}).status_code == 304


def test_a_new_release_of_the_program_is_a_change(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "RELEASED", CHANGED + timedelta(hours=1))
    response = ask(client, **{"if-modified-since": DATE})
    assert (response.status_code, response["Last-Modified"]) == (200, "Wed, 04 Mar 2026 06:06:07 GMT")


@pytest.mark.parametrize("ahead", [0, 30])
def test_a_change_of_this_second_or_dated_ahead_is_not_dated(client: Client, ahead: int) -> None:
    date_the_change(timezone.now() + timedelta(seconds=ahead))
    response = ask(client, **{"if-modified-since": http_date()})
    assert (response.status_code, response.has_header("Last-Modified")) == (200, False)


def test_an_archive_whose_changes_nobody_counts_has_no_date(client: Client) -> None:
    ArchiveState.objects.all().delete()
    assert not ask(client).has_header("Last-Modified")


def test_every_change_has_a_second_of_its_own(client: Client) -> None:
    before = ArchiveState.objects.get()
    date_the_change(timezone.now())
    seconds = []
    for _change in range(4):
        raise_data_version()
        seconds.append(int(ArchiveState.objects.get().changed_at.timestamp()))
    assert seconds == [seconds[0] + number for number in range(4)]
    rebuild_index()
    after = ArchiveState.objects.get()
    assert int(after.changed_at.timestamp()) > seconds[-1]
    assert after.data_version == before.data_version + 5


def test_a_change_after_a_quiet_time_has_the_second_in_which_it_is_made() -> None:
    before = timezone.now()
    raise_data_version()
    assert before <= ArchiveState.objects.get().changed_at <= timezone.now()


def test_the_first_change_of_all_makes_the_row() -> None:
    ArchiveState.objects.all().delete()
    before = timezone.now()
    raise_data_version()
    state = ArchiveState.objects.get()
    assert (state.pk, state.data_version) == (1, 1)
    assert before <= state.changed_at <= timezone.now()


def test_two_changes_of_one_second_give_no_wrong_answer(client: Client) -> None:
    """Each answer's date is held by the asker; none of them may keep back what came later."""
    with transaction.atomic():
        raise_data_version()
        Meeting.objects.update(place="جنيف")
    first = ArchiveState.objects.get().changed_at
    with transaction.atomic():
        raise_data_version()
        Meeting.objects.update(place="نيروبي")
    second = ArchiveState.objects.get().changed_at
    assert int(second.timestamp()) > int(first.timestamp())
    # Both lie behind: the asker comes back with the date of the first.
    behind = timedelta(hours=1)
    date_the_change(second - behind)
    answer = ask(client, **{"if-modified-since": http_date((first - behind).timestamp())})
    assert (answer.status_code, answer.json()["results"][0]["place"]) == (200, "نيروبي")


def test_the_date_is_asked_for_before_the_record(client: Client) -> None:
    with connection.execute_wrapper(noted := Noted()):
        ask(client)
    assert "changed_at" in noted.statements[0]
    assert len([one for one in noted.statements if "changed_at" in one]) == 1


class Noted:
    """The statements that were sent, in their order."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, execute: Any, sql: str, *call: Any) -> Any:
        self.statements.append(sql)
        return execute(sql, *call)
