"""PostgreSQL is killed and frozen: while it loads, while staff save, while people read."""

import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from tests.faults.cluster import Cluster, own_cluster, programs
from tests.faults.serving import PAGES, PATIENCE, Server, environment, manage, serving, wait_until

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

NO_PROGRAMS = "PostgreSQL's initdb is not on this machine"
WELL = dict.fromkeys(PAGES, 200)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    if programs() is None:
        pytest.skip(NO_PROGRAMS)
    with own_cluster() as made:
        yield made


@pytest.fixture
def database(cluster: Cluster, house: Path) -> str:
    """A migrated, empty one."""
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE archive")
    address = cluster.address("archive")
    manage(house, address, "migrate", "--verbosity=0")
    return address


def loading(house: Path, database: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "manage.py", "load_archive", "--json"],
        cwd=house, env=environment(house, database), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def count(database: str, table: str) -> int:
    with psycopg.connect(database) as connection:
        row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # type: ignore[arg-type]
    assert row is not None
    return int(row[0])


#: What a load writes, early and late.
TABLES = ("archive_document", "archive_recommendation", "archive_paragraph", "archive_searchentry", "archive_citation")


def sizes(database: str) -> dict[str, int]:
    return {table: count(database, table) for table in TABLES}


@pytest.mark.parametrize("documents", [0, 1, 3])
def test_a_database_that_dies_during_a_load_leaves_whole_documents_and_a_sentence(
    cluster: Cluster, house: Path, database: str, documents: int
) -> None:
    load = loading(house, database)
    wait_until(lambda: count(database, "archive_importrun") and count(database, "archive_document") >= documents)
    cluster.kill()
    _said, complained = load.communicate(timeout=PATIENCE)
    assert (load.returncode, complained.count("Traceback (most recent call last)\n")) == (1, 0), complained
    cluster.start()
    held = sizes(database)
    assert held["archive_searchentry"] == held["archive_recommendation"] + held["archive_paragraph"]
    manage(house, database, "load_archive")
    whole = sizes(database)
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE clean")
    clean = cluster.address("clean")
    manage(house, clean, "migrate", "--verbosity=0")
    manage(house, clean, "load_archive")
    assert (whole, count(database, "archive_importrun")) == (sizes(clean), 2)


def test_a_database_that_freezes_during_a_load_and_thaws_lets_it_end(
    cluster: Cluster, house: Path, database: str
) -> None:
    load = loading(house, database)
    wait_until(lambda: count(database, "archive_document"))
    cluster.freeze()
    time.sleep(3)
    assert load.poll() is None
    cluster.thaw()
    _said, complained = load.communicate(timeout=PATIENCE)
    assert (load.returncode, complained.count("Traceback")) == (0, 0), complained
    assert "in order" in manage(house, database, "rebuild_search_index", "--if-needed")


def test_readers_get_a_page_of_ours_while_the_database_is_away_and_read_again_by_themselves(
    cluster: Cluster, house: Path, database: str
) -> None:
    manage(house, database, "load_archive")
    with serving(house, database) as server:
        assert all_read(server) == WELL
        cluster.kill()
        assert server.get("/healthz") == 200
        assert server.get("/readyz") == 503
        assert set(all_read(server).values()) <= {200, 500, 503}
        assert server.get("/metrics") == 200
        cluster.start()
        assert [all_read(server) for _ in range(4)] == [WELL] * 4
        assert server.get("/readyz") == 200


def all_read(server: Server) -> dict[str, int]:
    return {page: server.get(page) for page in PAGES}


def test_a_database_that_dies_during_a_save_has_all_of_it_or_nothing(
    cluster: Cluster, house: Path, database: str
) -> None:
    manage(house, database, "load_archive")
    program = str(Path(__file__).with_name("saves.py"))
    saving = subprocess.Popen(
        [sys.executable, program], cwd=house, env={**environment(house, database), "PYTHONPATH": str(house)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert saving.stdout is not None
    for _ in range(5):
        assert saving.stdout.readline().startswith("saved")
    cluster.kill()
    _said, complained = saving.communicate(timeout=PATIENCE)
    assert saving.returncode == 3, complained
    cluster.start()
    assert "0 left behind" in manage_program(house, database, program, "look")
    assert "in order" in manage(house, database, "rebuild_search_index", "--if-needed")


def test_a_database_that_freezes_during_saves_and_thaws_lets_them_go_on(
    cluster: Cluster, house: Path, database: str
) -> None:
    manage(house, database, "load_archive")
    program = str(Path(__file__).with_name("saves.py"))
    saving = subprocess.Popen(
        [sys.executable, program], cwd=house,
        env={**environment(house, database), "PYTHONPATH": str(house), "SAVES": "40"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert saving.stdout is not None
    for _ in range(3):
        saving.stdout.readline()
        cluster.freeze()
        time.sleep(2)
        assert saving.poll() is None
        cluster.thaw()
    _said, complained = saving.communicate(timeout=PATIENCE)
    assert (saving.returncode, complained.count("Traceback")) == (0, 0), complained
    assert "0 left behind" in manage_program(house, database, program, "look")


def test_who_saves_at_the_desk_while_the_database_is_frozen_is_told_so_and_saves_again(
    cluster: Cluster, house: Path, database: str
) -> None:
    """The answer is the page of ours within the time that is waited; what was not told as saved is not half saved."""
    manage(house, database, "load_archive")
    session, locator, key = manage_program(house, database, "-c", _SIGNED_IN).split()
    with serving(house, database) as server:
        desk = Desk(server, session, f"/admin/archive/recommendation/{key}/change/")
        desk.open()
        assert desk.save("قبل التجمد.") == 302
        desk.open()
        cluster.freeze()
        frozen = desk.save("والقاعدة متجمدة.")
        cluster.thaw()
        assert frozen == 503
        wait_until(lambda: server.get("/readyz") == 200)
        assert wait_until(lambda: desk.text(locator)) in ("قبل التجمد.", "والقاعدة متجمدة.")
        # On a busy machine a save may be told once more that the database is slow.
        wait_until(lambda: desk.saved("بعد الذوبان."))
        assert desk.text(locator) == "بعد الذوبان."
    program = str(Path(__file__).with_name("saves.py"))
    assert "0 left behind" in manage_program(house, database, program, "look")


_SIGNED_IN = """
import django; django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from archive.models import Recommendation
from config.session_store import SessionStore
user = User.objects.create_superuser("amina", password="of a test, and long")
session = SessionStore()
session.update({SESSION_KEY: str(user.pk), HASH_SESSION_KEY: user.get_session_auth_hash(),
                BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend"})
session.save()
row = Recommendation.objects.filter(subparagraphs=None).first()
print(session.session_key, row.locator, row.pk)
"""


class Desk:
    """One of the staff at the form of one recommendation."""

    def __init__(self, server: Server, session: str, path: str) -> None:
        self.server, self.path, self.cookies = server, path, {"sessionid": session}
        self.fields: dict[str, str] = {}

    def open(self) -> None:
        """The form as it is now, with its own text alone: what hangs on it is left as it is."""
        page = wait_until(lambda: told[1] if (told := self._ask("GET", None))[0] == 200 else "")
        named = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
        self.fields = {name: value for name, value in named if not re.search(r"-\d+-|__prefix__", name)}
        self.fields |= {name: "0" for name in self.fields if name.endswith(("-TOTAL_FORMS", "-INITIAL_FORMS"))}
        self.fields |= {"state": "published", "agenda_item": "", "withdrawn_because": ""}

    def save(self, text: str) -> int:
        return self._ask("POST", {**self.fields, "chapeau": text, "_save": "1"})[0]

    def saved(self, text: str) -> bool:
        """Opens the form and saves it."""
        self.open()
        return self.save(text) == 302

    def text(self, locator: str) -> str:
        self.cookies, kept = {}, self.cookies
        status, told = self._ask("GET", None, f"/api/v1/recommendations/{locator}/")
        self.cookies = kept
        return str(json.loads(told)["chapeau"]) if status == 200 else ""

    def _ask(self, method: str, form: dict[str, str] | None, path: str = "") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path or self.path, urlencode(form) if form else None, head)
        answer = connection.getresponse()
        for given in answer.headers.get_all("Set-Cookie") or []:
            name, _is, value = given.partition(";")[0].partition("=")
            self.cookies[name] = value
        body = answer.read().decode()
        connection.close()
        return answer.status, body


def manage_program(house: Path, database: str, program: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, program, *options], cwd=house,
        env={**environment(house, database), "PYTHONPATH": str(house)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
