"""With replicas readers are answered by them, and staff by the database that takes the writing."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection, connections
from django.http import HttpResponse
from django.test import RequestFactory

from archive.models import ArchiveState, Meeting
from archive.models.databases import ReplicaRouter, copies, one_state, reading_from, reads_a_copy
from archive.models.databases import connection as read_connection
from archive.record.replicas import Replicas
from config.reading import ReadsFrom, databases_for
from tests.own_database import own_database, run_program

#: Answers by two copies, the first of which is not there; the second is the database itself under another address.
PROGRAM = """
import os, django
itself = os.environ["DATABASE_URL"] + "?application_name=copy"
os.environ["DATABASE_REPLICA_URLS"] = "postgresql://nobody@127.0.0.1:1/none," + itself
django.setup()
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from archive.record.state import raise_data_version
from archive.record.replicas import replicas
from archive.filters.snapshot import current_snapshot
from archive.models.databases import reading_from
from archive.models.publication import as_readers_see
raise_data_version()
replicas.serve(0)
client = Client(headers={"host": "localhost"}, raise_request_exception=False)
def asked(path, **more):
    told = {}
    with CaptureQueriesContext(connections["default"]) as first, CaptureQueriesContext(connections["replica2"]) as copy:
        answer = client.get(path, **more)
    begins = [query["sql"] for query in copy.captured_queries][:2]
    return answer.status_code, len(first) > 0, len(copy) > 0, begins
for path in ("/", "/en/meetings/", "/api/v1/recommendations/", "/nowhere", "/readyz"):
    print(path, *asked(path)[:3])
print("staff", *asked("/", headers={"cookie": "sessionid=x"})[:3])
client = Client(headers={"host": "localhost"}, raise_request_exception=False)
print(asked("/topics/")[3][1])
def shelves():
    with as_readers_see():
        return current_snapshot()
first = shelves()
with reading_from("replica2"):
    print("one and the same:", shelves() is first)
raise_data_version()
later = shelves()
with reading_from("replica2"):
    print("one and the same again:", shelves() is later, later is first)
with connections["replica2"].cursor() as cursor:
    print(connections["replica2"].connection.read_only, connections["replica2"].connection.isolation_level.name)
"""
#: The first one is asked once by the first of all readers: the copy that is not there is left alone from then on.
ANSWERED = """\
/ 200 False True
/en/meetings/ 200 False True
/api/v1/recommendations/ 200 False True
/nowhere 404 False True
/readyz 200 False True
staff 200 True False
BEGIN
one and the same: True
one and the same again: True False
True REPEATABLE_READ
"""


@pytest.mark.django_db(transaction=True)
def test_where_one_copy_is_dead_the_next_one_answers_and_the_first_database_is_not_asked(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        # The embedded database has no copies, and is told so: tests/config/test_environment.py.
        assert copies() == ()
        return
    with own_database(tmp_path) as address:
        assert run_program(address, "-c", PROGRAM) == ANSWERED


def test_without_replicas_nothing_stands_before_the_pages() -> None:
    with pytest.raises(MiddlewareNotUsed):
        ReadsFrom(lambda request: HttpResponse())
    assert settings.DATABASE_ROUTERS == []


def test_the_desk_staff_and_forms_are_answered_where_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = RequestFactory()
    staff = ask.get("/", headers={"cookie": f"{settings.SESSION_COOKIE_NAME}=x"})
    asked = [ask.get("/"), ask.get("/admin/"), staff, ask.post("/resolve/")]
    assert [databases_for(one) for one in asked] == [["default"]] * 4
    with_a_copy = Replicas(lambda: ("replica1",))
    with_a_copy.serve(0)
    monkeypatch.setattr("config.reading.replicas", with_a_copy)
    either = ["default", "replica1"]
    assert [databases_for(one) for one in asked] == [["replica1", "default"], ["default"], either, either]
    # While nobody can write, whoever is signed in reads on; the desk says that it cannot.
    with_a_copy.tell("default", None)
    last = ["replica1", "default"]
    assert [databases_for(one) for one in asked] == [last, ["default"], last, last]


def test_rows_are_read_where_was_chosen_and_written_where_writing_is_taken() -> None:
    router = ReplicaRouter()
    with reading_from("replica7"):
        assert (router.db_for_read(Meeting), router.db_for_write(Meeting), reads_a_copy()) == (
            "replica7", "default", True,
        )  # fmt: skip
    assert (router.db_for_read(Meeting), reads_a_copy()) == ("default", False)
    assert [router.allow_migrate(alias, "archive") for alias in ("default", "replica1")] == [True, False]
    assert router.allow_relation(Meeting(), Meeting())


@pytest.mark.django_db
def test_what_no_model_asks_is_asked_where_was_chosen() -> None:
    assert read_connection.vendor == connections["default"].vendor
    with one_state():
        assert ArchiveState.objects.versions() is None
