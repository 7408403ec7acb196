"""Pages and JSON that nothing has changed are answered from memory or with 304, and never a wrong one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.http import http_date

from archive.models import ArchiveState, Meeting, Recommendation
from archive.record.state import raise_data_version
from archive.search.entries import rebuild_index
from config import finished_pages
from config.finished_pages import CACHE_CONTROL, CDN_CACHE_CONTROL, STORE, FinishedPages
from config.page_store import Kept, PageStore
from tests.factories import make_document, make_meeting, make_recommendation, make_state

CHANGED = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DATE = "Wed, 04 Mar 2026 05:06:07 GMT"
PAGE = "/recommendations/itc-conf-wg1.1.1/"
PAGES = [
    "/",
    "/en/",
    "/recommendations/?q=القناة&page=1",
    PAGE,
    "/meetings/itc-conf-wg1.1/",
    "/documents/itc-conf-wg1-2019-5/",
    "/about/",
    "/feeds/recommendations.atom",
]
JSON = [
    f"/api/v1/{path}"
    for path in (
        "", "recommendations/", "meetings/", "documents/", "recommendations/?q=القناة",
        "recommendations/itc-conf-wg1.1.1/", "meetings/itc-conf-wg1.1/", "documents/itc-conf-wg1-2019-5/",
    )
]  # fmt: skip
QUERY = "SELECT token, index_version, index_build, changed_at FROM archive_archivestate WHERE id = 1"


@pytest.fixture(autouse=True)
def archive(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that last changed at DATE, under a program older than that."""
    released(monkeypatch, CHANGED - timedelta(days=1))
    meeting = make_meeting(1)
    make_recommendation(1, meeting=meeting, document=make_document("ITC/CONF/WG.1/2019/5"))
    make_state()
    rebuild_index()
    date_the_change(CHANGED)


def released(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(finished_pages, "released_at", lambda: moment)


def date_the_change(moment: datetime) -> None:
    ArchiveState.objects.update(changed_at=moment)


def ask(client: Client, path: str = PAGE, method: str = "get", **headers: str) -> Any:
    return getattr(client, method)(path, headers=headers)


class Statements:
    """What was sent to the database, in its order; `between` is done once, before the statement with `word`."""

    def __init__(self, word: str = "", between: Any = None) -> None:
        self.sent: list[str] = []
        self.word, self.between = word, between

    def __call__(self, execute: Any, sql: str, *call: Any) -> Any:
        self.sent.append(sql)
        if self.between and self.word in sql:
            between, self.between = self.between, None
            between()
        return execute(sql, *call)


@pytest.mark.parametrize("path", [*PAGES, *JSON])
def test_what_the_record_shows_is_tagged_and_dated_and_not_sent_twice(client: Client, path: str) -> None:
    first = ask(client, path)
    names = ("Last-Modified", "Cache-Control", "CDN-Cache-Control", "Vary")
    told = [DATE, CACHE_CONTROL, CDN_CACHE_CONTROL, "Accept-Encoding, Cookie"]
    assert (first.status_code, [first[name] for name in names]) == (200, told)
    for headers in ({"if-none-match": first["ETag"]}, {"if-modified-since": DATE}):
        again = ask(client, path, **headers)
        assert (again.status_code, again.content) == (304, b"")
        assert (again["ETag"], [again[name] for name in names]) == (first["ETag"], told)


@pytest.mark.parametrize("path", [*PAGES, *JSON])
def test_an_unchanged_repeat_asks_for_the_token_alone(client: Client, path: str) -> None:
    first = ask(client, path)
    with connection.execute_wrapper(noted := Statements()):
        again = ask(client, path)
        unchanged = ask(client, path, **{"if-none-match": first["ETag"]})
    assert noted.sent == [QUERY, QUERY]
    # A request has an id of its own, whatever answers it.
    assert {first.headers.pop("X-Request-ID"), again.headers.pop("X-Request-ID")} != {""}
    assert (again.content, dict(again.items()), unchanged.status_code) == (first.content, dict(first.items()), 304)


def test_the_tag_is_of_the_address_the_language_and_the_state(client: Client) -> None:
    paths = [PAGE, f"/en{PAGE}", f"{PAGE}?x=1", f"/api/v1{PAGE}"]
    tags = [ask(client, path)["ETag"] for path in paths]
    raise_data_version()
    tags += [ask(client, path)["ETag"] for path in paths]
    assert len(set(tags)) == 8
    assert ask(client, paths[1], **{"if-none-match": tags[4]}).status_code == 200


def test_the_tag_is_of_the_build(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = ask(client)["ETag"]
    monkeypatch.setattr(finished_pages, "build_name", lambda: "another")
    assert ask(client, **{"if-none-match": tag}).status_code == 200


def test_each_way_of_packing_gets_its_own_bytes(client: Client) -> None:
    ways = ["", "gzip", "gzip, br"]
    first = [ask(client, **{"accept-encoding": way}) for way in ways]
    again = [ask(client, **{"accept-encoding": way}) for way in ways]
    assert [one.headers.get("Content-Encoding") for one in again] == [None, "gzip", "br"]
    assert [one.content for one in again] == [one.content for one in first]
    assert len({one["ETag"] for one in [*first, *again]}) == 1


@pytest.mark.parametrize(
    ("seconds", "status"), [(-3600, 200), (-1, 200), (0, 304), (1, 200), (60, 200), (10**6, 200)]
)
def test_only_the_very_date_of_the_change_holds_an_answer_back(client: Client, seconds: int, status: int) -> None:
    since = http_date(CHANGED.timestamp() + seconds)
    assert ask(client, **{"if-modified-since": since}).status_code == status


@pytest.mark.parametrize("since", ["", "yesterday", "2026-03-04T05:06:07Z", "Wed, 99 Mar 2026 05:06:07 GMT"])
def test_what_is_no_date_is_no_condition(client: Client, since: str) -> None:
    assert ask(client, **{"if-modified-since": since}).status_code == 200


def test_the_entity_tag_goes_before_the_date(client: Client) -> None:
    tag = ask(client)["ETag"]
    old = http_date(CHANGED.timestamp() - 1)
    assert ask(client, **{"if-none-match": '"other"', "if-modified-since": DATE}).status_code == 200
    assert ask(client, **{"if-none-match": tag, "if-modified-since": old}).status_code == 304
    assert ask(client, **{"if-none-match": f'"other", {tag}'}).status_code == 304
    assert ask(client, **{"if-none-match": "*"}).status_code == 304


def test_head_is_answered_as_get_is(client: Client) -> None:
    head = ask(client, method="head")
    get = ask(client)
    assert (head.content, head["ETag"], head["Last-Modified"]) == (b"", get["ETag"], DATE)
    assert ask(client, method="head", **{"if-modified-since": DATE}).status_code == 304
    assert ask(client, method="head", **{"if-none-match": get["ETag"]}).status_code == 304


@pytest.mark.parametrize("ahead", [0, 30])
def test_a_change_of_this_second_or_dated_ahead_is_not_dated(client: Client, ahead: int) -> None:
    for _try in range(30):
        date_the_change(changed := timezone.now() + timedelta(seconds=ahead))
        response = ask(client, **{"if-modified-since": http_date()})
        # On a busy machine the second may be over before the answer is there.
        if int(timezone.now().timestamp()) <= int(changed.timestamp()):
            break
    assert (response.status_code, response.has_header("Last-Modified")) == (200, False)


def test_by_the_date_of_a_release_states_cannot_be_told_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two states from before a release have its date: the one that a restore brings back is not the one held."""
    released(monkeypatch, CHANGED + timedelta(hours=1))
    date = "Wed, 04 Mar 2026 06:06:07 GMT"
    response = ask(client, **{"if-modified-since": DATE})
    assert (response.status_code, response["Last-Modified"]) == (200, date)
    assert ask(client, **{"if-modified-since": date}).status_code == 200


def test_an_archive_whose_changes_nobody_counts_is_not_kept(client: Client) -> None:
    ArchiveState.objects.all().delete()
    response = ask(client)
    assert [response.has_header(name) for name in ("ETag", "Last-Modified", "Cache-Control")] == [False] * 3


@pytest.mark.parametrize("path", ["/api/v1/openapi.json", "/api/v1/docs/"])
def test_what_tells_of_the_program_has_no_date(client: Client, path: str) -> None:
    response = ask(client, path, **{"if-modified-since": http_date()})
    assert (response.status_code, response.has_header("Last-Modified")) == (200, False)


PASS_BY = [
    {"cookie": "sessionid=x"},
    {"cookie": "messages=x"},
    {"cookie": "django_language=en"},
    {"authorization": "Basic eDp5"},
]


@pytest.mark.parametrize("headers", PASS_BY)
def test_who_may_see_something_else_passes_by(client: Client, headers: dict[str, str]) -> None:
    held = ask(client)
    Recommendation.objects.update(text="نص لا يراه إلا هو.")
    answer = ask(client, **headers, **{"if-none-match": held["ETag"], "if-modified-since": DATE})
    assert (answer.status_code, answer.has_header("ETag"), answer.has_header("Last-Modified")) == (200, False, False)
    assert "نص لا يراه إلا هو." in answer.content.decode()
    assert "public" not in answer.headers.get("Cache-Control", "")
    assert ask(Client()).content == held.content


def test_a_form_with_its_token_is_not_kept(client: Client) -> None:
    forms = [ask(client, "/resolve/") for _time in range(2)]
    assert [one.has_header("ETag") for one in forms] == [False, False]
    assert forms[0].content != forms[1].content
    answer = client.post("/resolve/", {"text": "التوصية 1"})
    assert (answer.status_code, answer.has_header("ETag")) == (200, False)
    assert len(STORE) == 0


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/robots.txt", "/suggestions?q=x", "/admin/login/"])
def test_what_is_no_page_is_kept_by_nobody_here(client: Client, path: str) -> None:
    ask(client, path)
    assert len(STORE) == 0


@pytest.mark.parametrize("path", ["/nothing/", "/recommendations/itc-conf-wg1.1.9/", "/api/v1/meetings/none/"])
def test_what_is_not_here_is_asked_for_each_time(client: Client, path: str) -> None:
    answer = ask(client, path, **{"if-none-match": "*", "if-modified-since": DATE})
    assert (answer.status_code, answer["Cache-Control"], answer.has_header("ETag")) == (404, "no-cache", False)


@pytest.mark.parametrize("cookie", ["", "sessionid=of-staff"])
def test_what_is_withdrawn_is_never_shown_from_a_copy(cookie: str) -> None:
    middleware = FinishedPages(lambda request: HttpResponse("سُحبت.", status=410))
    asked = {"if-none-match": "*", "if-modified-since": DATE, "cookie": cookie}
    answer = middleware(RequestFactory().get(PAGE, headers=asked))
    assert (answer.status_code, dict(answer.items())) == (
        410, {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache"},
    )  # fmt: skip
    assert len(STORE) == 0


def test_every_change_is_seen_at_the_next_request(client: Client) -> None:
    held = None
    for number in range(20):
        Recommendation.objects.update(text=f"نص بالرقم {number}.")
        raise_data_version()
        answers = [ask(client, **({"if-none-match": held} if held else {})), ask(client)]
        assert [f"نص بالرقم {number}." in one.content.decode() for one in answers] == [True, True]
        held = answers[0]["ETag"]


def change(text: str) -> None:
    Recommendation.objects.update(text=text)
    raise_data_version()


def test_a_page_during_whose_making_the_data_changes_is_made_again(client: Client) -> None:
    """The text was read, then it changed: what is kept under the new token is the new text."""
    noted = Statements('FROM "archive_citation"', lambda: change("النص الجديد."))
    with connection.execute_wrapper(noted):
        first = ask(client)
    assert noted.between is None
    again = ask(client)
    assert ["النص الجديد." in one.content.decode() for one in (first, again)] == [True, True]
    assert first["ETag"] == again["ETag"]


def test_a_page_that_cannot_be_made_while_the_data_stands_still_is_not_kept(client: Client) -> None:
    class Restless(Statements):
        def __call__(self, execute: Any, sql: str, *call: Any) -> Any:
            if 'FROM "archive_citation"' in sql:
                raise_data_version()
            return execute(sql, *call)

    with connection.execute_wrapper(Restless()):
        answer = ask(client)
    assert (answer.status_code, answer["Cache-Control"], answer.has_header("ETag")) == (200, "no-store", False)
    assert len(STORE) == 0


def test_a_state_that_comes_back_brings_its_own_pages_back(client: Client) -> None:
    """As a restore does: counter and token of before. What was changed since has a token that never comes again."""
    state = ArchiveState.objects.filter(pk=1).values().get()
    old = ask(client)
    change("تغير بعد النسخ.")
    lost = ask(client)
    Recommendation.objects.update(text="تصان القناة.")
    ArchiveState.objects.filter(pk=1).update(**state)
    change("تغير بعد الاستعادة.")
    new = ask(client, **{"if-none-match": lost["ETag"], "if-modified-since": lost.headers.get("Last-Modified", "")})
    assert (new.status_code, "تغير بعد الاستعادة." in new.content.decode()) == (200, True)
    assert len({old["ETag"], lost["ETag"], new["ETag"]}) == 3


def test_every_change_has_a_token_and_a_second_of_its_own() -> None:
    before = ArchiveState.objects.get()
    date_the_change(timezone.now())
    seconds, tokens = [], {before.token}
    for _change in range(4):
        raise_data_version()
        state = ArchiveState.objects.get()
        seconds.append(int(state.changed_at.timestamp()))
        tokens.add(state.token)
    assert seconds == [seconds[0] + number for number in range(4)]
    rebuild_index()
    after = ArchiveState.objects.get()
    assert int(after.changed_at.timestamp()) > seconds[-1]
    assert after.data_version == before.data_version + 5
    assert len(tokens | {after.token}) == 6


def test_a_change_after_a_quiet_time_has_the_second_in_which_it_is_made() -> None:
    before = timezone.now()
    raise_data_version()
    assert before <= ArchiveState.objects.get().changed_at <= timezone.now()


def test_the_first_change_of_all_makes_the_row() -> None:
    ArchiveState.objects.all().delete()
    before = timezone.now()
    raise_data_version()
    state = ArchiveState.objects.get()
    assert (state.pk, state.data_version, len(state.token)) == (1, 1, 32)
    assert before <= state.changed_at <= timezone.now()


def test_two_changes_of_one_second_give_no_wrong_answer(client: Client) -> None:
    """Each answer's date is held by the asker; none of them may keep back what came later."""
    raise_data_version()
    Meeting.objects.update(place="جنيف")
    first = ArchiveState.objects.get().changed_at
    raise_data_version()
    Meeting.objects.update(place="نيروبي")
    second = ArchiveState.objects.get().changed_at
    assert int(second.timestamp()) > int(first.timestamp())
    # Both lie behind: the asker comes back with the date of the first.
    behind = timedelta(hours=1)
    date_the_change(second - behind)
    since = http_date((first - behind).timestamp())
    answer = ask(client, "/api/v1/meetings/", **{"if-modified-since": since})
    assert (answer.status_code, answer.json()["results"][0]["place"]) == (200, "نيروبي")


def kept(tag: str, size: int) -> Kept:
    return Kept(tag, b"x" * size, (), True)


@pytest.fixture
def store() -> Iterator[PageStore]:
    return PageStore(most_bytes=30_000, largest=12_000)


@pytest.mark.once
def test_the_pages_that_are_kept_are_bounded_in_bytes(store: PageStore) -> None:
    for number in range(9):
        store.put(f"page {number}", kept("a", 6_000))
    store.get("page 6", "a")
    store.put("page 9", kept("a", 6_000))
    assert [number for number in range(10) if store.get(f"page {number}", "a")] == [6, 8, 9]
    assert store.held_bytes == 24_000
    store.put("large", kept("a", 12_001))
    assert (store.get("large", "a"), len(store), store.held_bytes) == (None, 3, 24_000)
    store.put("page 9", kept("b", 2_000))
    assert (store.get("page 9", "b"), store.held_bytes) == (kept("b", 2_000), 20_000)
    assert store.get("page 9", "a") is None
    assert (len(store), store.held_bytes) == (2, 16_000)
    store.forget()
    assert (len(store), store.held_bytes) == (0, 0)
