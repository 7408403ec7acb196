"""PostgreSQL is killed and frozen: while it loads, while staff save, while people read."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.faults.cluster import Cluster, own_cluster, programs
from tests.faults.desk import Desk, manage_program
from tests.faults.serving import PAGES, PATIENCE, Server, environment, manage, serving, wait_until

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

NO_PROGRAMS = "PostgreSQL's initdb is not on this machine"
WELL = dict.fromkeys(PAGES, 200)
#: Seconds within which pages are there again by themselves.
_BACK = 5.0


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
        came = time.monotonic()
        # Nobody asks for a moment a database that did not answer (config/limits.py).
        wait_until(lambda: all_read(server) == WELL)
        assert time.monotonic() - came < _BACK
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
    with serving(house, database) as server:
        ((desk, locator),) = Desk.several(server, house, database, 1)
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
