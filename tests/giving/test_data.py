"""/data/: the whole archive as JSON Lines and as SQLite, opened; what must not be in it is looked for."""

import gzip
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from archive.giving.whole import SCHEMA
from archive.models import ArchiveState, Recommendation
from tests import factories
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given
from tests.views.page import Page

LINES, DATABASE, SUMS = "/data/archive.jsonl.gz", "/data/archive.sqlite3.gz", "/data/SHA256SUMS"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.ARCHIVE_DATA = tmp_path / "data"
    return tmp_path / "data"


def records(client: Client) -> list[dict[str, object]]:
    return [json.loads(line) for line in gzip.decompress(given(client, LINES)).decode().splitlines()]


def opened(client: Client, folder: Path) -> sqlite3.Connection:
    path = folder / "opened.sqlite3"
    path.write_bytes(gzip.decompress(given(client, DATABASE)))
    return sqlite3.connect(path)


def test_every_record_of_the_interface_is_a_line(client: Client) -> None:
    fill()
    factories.make_paragraph(factories.make_document("ITC/CONF/2020/3"), 4)
    factories.make_state()
    found = records(client)
    kinds = [record.pop("record") for record in found]
    assert {kind: kinds.count(kind) for kind in kinds} == {"meeting": 2, "document": 2, "recommendation": 5}
    by_url = {record["url"]: record for record in found}
    for path in (
        "recommendations/itc-conf-wg1.1.2/",
        "meetings/itc-conf-wg1.2/",
        "documents/itc-conf-2020-3/",
    ):
        assert by_url[f"http://testserver/{path}"] == client.get(f"/api/v1/{path}").json()


def test_the_database_has_the_texts_and_joins(client: Client, folder: Path) -> None:
    fill()
    factories.make_state()
    connection = opened(client, folder)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == set(SCHEMA)
    rows = connection.execute(
        "SELECT r.locator, r.text, m.number, m.start FROM recommendations r JOIN meetings m ON m.slug = r.meeting"
        " WHERE r.number = 1 ORDER BY m.number"
    ).fetchall()
    assert rows[0] == ("itc-conf-wg1.1.1", DIFFICULT, 1, "2011-05-30")
    letters = connection.execute(
        "SELECT locator, label, text FROM subparagraphs ORDER BY position"
    ).fetchall()
    assert letters[0] == ("itc-conf-wg1.1.2.a", "أ", "الأولى؛")


def test_no_account_session_or_history_is_in_it(client: Client, folder: Path) -> None:
    fill()
    factories.make_user("amina-of-the-desk")
    Session.objects.create(session_key="a-secret-session", session_data="secret", expire_date=timezone.now())
    factories.make_state()
    whole = gzip.decompress(given(client, LINES)) + gzip.decompress(given(client, DATABASE))
    for secret in (
        "amina-of-the-desk",
        "a-secret-session",
        "pbkdf2",
        "password",
        "decided_by",
        "source_values",
    ):
        assert secret.encode() not in whole


def test_the_sums_are_those_of_the_files(client: Client) -> None:
    fill()
    factories.make_state()
    told = dict(line.split("  ")[::-1] for line in given(client, SUMS).decode().splitlines())
    assert told == {
        path.rpartition("/")[2]: hashlib.sha256(given(client, path)).hexdigest() for path in (LINES, DATABASE)
    }


def test_a_change_of_the_data_makes_new_files_and_takes_the_old_away(client: Client, folder: Path) -> None:
    fill()
    factories.make_state(data_version=7)
    assert len(records(client)) == 8
    Recommendation.objects.filter(number=5).delete()
    assert len(records(client)) == 8
    ArchiveState.objects.raise_version()
    assert len(records(client)) == 6
    assert [path.name for path in folder.glob("*/*")] == [ArchiveState.objects.get().token]


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=10-", 206, 10, None),
        ("bytes=-5", 206, -5, None),
        ("lines=1", 200, 0, None),
    ],
)
def test_a_range_of_bytes_is_served(
    client: Client, asked: str, status: int, first: int, last: int | None
) -> None:
    fill()
    factories.make_state()
    whole = given(client, LINES)
    response = client.get(LINES, headers={"Range": asked})
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    assert (response.status_code, body) == (status, whole[first:last])
    assert response["Accept-Ranges"] == "bytes"


def test_a_range_beyond_the_end_is_refused(client: Client) -> None:
    fill()
    factories.make_state()
    assert client.get(LINES, headers={"Range": "bytes=9999999-"}).status_code == 416
    assert client.get("/data/passwords.gz").status_code == 404


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_names_all_that_can_be_taken(client: Client, language: str) -> None:
    fill()
    factories.make_state()
    page = Page(client.get(f"{language}/data/"))
    links = page.links()
    assert {LINES, DATABASE, SUMS, f"{language}/recommendations/export.xlsx", "/api/v1/docs/"} <= set(links)
    assert page.foreign == []
    for link in links:
        assert link.startswith(("#", "http")) or client.get(link).status_code == 200, link
