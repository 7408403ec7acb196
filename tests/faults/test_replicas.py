"""A database with two streaming replicas, killed, frozen and kept behind while people read and staff save."""

import json
import re
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.faults.cluster import programs
from tests.faults.desk import Desk, manage_program
from tests.faults.reading import Readers, fresh
from tests.faults.replicated import Replicated, go_on, pause, pooled, pooler, replicated, transactions, value
from tests.faults.serving import PAGES, Server, environment, free_port, manage, serving, wait_until

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(programs() is None, reason="PostgreSQL's initdb is not on this machine"),
]
needs_pooler = pytest.mark.skipif(pooler() is None, reason="PgBouncer is not on this machine")

NO_WRITING = "The database of DATABASE_URL does not answer: nothing can be written."
ALONE = {"status": "ready"}


@pytest.fixture(scope="module")
def made(django_db_setup: None, house: Path) -> Iterator[Replicated]:
    """With the specimen in all three."""
    with replicated() as found:
        manage(house, found.database, "migrate", "--verbosity=0")
        manage(house, found.database, "load_archive")
        found.caught_up()
        yield found


@pytest.fixture
def server(made: Replicated, house: Path) -> Iterator[Server]:
    with serving(house, made.database, DATABASE_REPLICA_URLS=made.replicas) as found:
        wait_until(lambda: ready(found) == ALONE, found.said)
        yield found


def ready(server: Server) -> dict[str, object]:
    with urllib.request.urlopen(f"{server.address}/readyz", timeout=60) as answer:
        told: dict[str, object] = json.load(answer)
        return told


def remark(server: Server, name: str) -> str:
    """What is said of one database, without its seconds."""
    found = ready(server).get("remarks", [])
    assert isinstance(found, list)
    return re.sub(r"\d+ seconds", "N seconds", next((one for one in found if one.startswith(name)), ""))


def all_read(server: Server) -> list[int]:
    return [server.get(fresh(page)) for page in PAGES]


def test_readers_read_from_the_copies_and_staff_what_they_wrote(
    made: Replicated, server: Server, house: Path
) -> None:
    ((desk, locator),) = Desk.several(server, house, made.database, 1)
    made.caught_up()
    assert desk.saved("قبل الوقفة.")
    made.caught_up()
    assert desk.text(locator) == "قبل الوقفة."
    for copy in made.copies:
        pause(copy)
    assert desk.saved("في الوقفة.")
    # Readers see what the copies show, the same person signed in what was just saved.
    assert desk.text(locator) == "قبل الوقفة."
    assert "في الوقفة." in desk._ask("GET", None, f"/api/v1/recommendations/{locator}/")[1]
    for copy in made.copies:
        go_on(copy)
    made.caught_up()
    assert desk.text(locator) == "في الوقفة."


def test_every_page_is_read_while_the_first_database_was_never_there(
    made: Replicated, house: Path, tmp_path: Path
) -> None:
    """Pages, lists, files and what is written while it is sent, of a server that begins so."""
    nobody = f"postgresql://postgres@127.0.0.1:{free_port()}/archive"
    with serving(house, nobody, DATABASE_REPLICA_URLS=made.replicas) as server:
        wait_until(lambda: remark(server, "default") == f"default: {NO_WRITING}")
        # To this one a text is sent.
        seen = {"/api/v1/resolve"}
        found = ["/", "/en/", "/sitemap.xml", "/data/", "/robots.txt", "/suggestions?q=%D8%A7%D9%84"]
        kinds: Counter[str] = Counter()
        while found:
            path = found.pop()
            # Of each kind of page, file and question some.
            parts = path.partition("?")[0].split("/")
            kind = f"{parts[1:3] if parts[1] == 'en' else parts[1]} {len(parts)} {parts[-1]} {'?' in path}"
            if path in seen or kinds[kind] >= 2:
                continue
            seen.add(path)
            kinds[kind] += 1
            with urllib.request.urlopen(server.address + quote(path, safe="/?=&%+:;,"), timeout=300) as answer:
                said = answer.read()
                if "html" in answer.headers["Content-Type"]:
                    links = re.findall(r'href="(/[^"#]*)"', said.decode())
                    public = [link for link in links if not link.startswith(("/admin", "/static"))]
                    found += [link.replace("&amp;", "&") for link in public]
        assert len(seen) > 60
        text = json.dumps({"text": "التوصية 1"}).encode()
        with urllib.request.urlopen(f"{server.address}/api/v1/resolve", data=text, timeout=60) as answer:
            assert answer.status == 200


def test_a_copy_that_lags_is_said_and_left_out_until_it_has_caught_up(made: Replicated, server: Server) -> None:
    slow, other = made.copies
    pause(slow)
    value(made.first, "UPDATE archive_archivestate SET data_version = data_version + 1 RETURNING 1")
    lags = "replica1: It is N seconds behind: readers are answered by the others."
    assert wait_until(lambda: remark(server, "replica1")) == lags
    before = transactions(other)
    assert all_read(server) * 4 == [200] * len(PAGES) * 4
    wait_until(lambda: transactions(other) >= before + len(PAGES))
    go_on(slow)
    wait_until(lambda: ready(server) == ALONE, server.said)


@pytest.mark.parametrize("end", [("kill", "start"), ("freeze", "thaw")], ids=["kill", "freeze"])
def test_readers_do_not_notice_that_a_copy_is_gone(made: Replicated, server: Server, end: tuple[str, str]) -> None:
    readers = Readers(server)
    lost = made.copies[0]
    with readers.reading():
        getattr(lost, end[0])()
        assert wait_until(lambda: remark(server, "replica1")).startswith("replica1: It does not answer")
        readers.so_many(100)
        getattr(lost, end[1])()
        wait_until(lambda: ready(server) == ALONE, server.said)
        before = transactions(lost)
        wait_until(lambda: transactions(lost) > before + 20)
    assert readers.read_well(), readers.statuses


@pytest.mark.parametrize("end", [("kill", "start"), ("freeze", "thaw")], ids=["kill", "freeze"])
def test_reading_goes_on_while_the_first_database_is_gone_and_writing_says_that_it_cannot(
    made: Replicated, server: Server, house: Path, end: tuple[str, str]
) -> None:
    program = str(Path(__file__).with_name("signs_out.py"))
    manage_program(house, made.database, program)
    ((desk, locator),) = Desk.several(server, house, made.database, 1)
    assert desk.saved("قبل.")
    desk.open()
    made.caught_up()
    readers = Readers(server)
    with readers.reading():
        getattr(made.first, end[0])()
        assert wait_until(lambda: remark(server, "default")) == f"default: {NO_WRITING}"
        status, page = desk._ask("POST", {**desk.fields, "chapeau": "بعد.", "_save": "1"})
        assert (status, "لا يُحفظ شيء الآن" in page, "Nothing can be saved now" in page) == (503, True, True)
        # Whoever is signed in reads on as well.
        assert desk._ask("GET", None, f"/recommendations/{locator}/")[0] == 200
        readers.so_many(100)
        getattr(made.first, end[1])()
        wait_until(lambda: ready(server) == ALONE, server.said)
        wait_until(lambda: desk.saved("بعد العودة."))
    assert readers.read_well(), readers.statuses
    made.caught_up()
    wait_until(lambda: desk.text(locator) == "بعد العودة.")


def test_without_any_copy_the_first_database_answers(made: Replicated, server: Server) -> None:
    for copy in made.copies:
        copy.kill()
    wait_until(lambda: remark(server, "replica1") and remark(server, "replica2"))
    assert all_read(server) == [200] * len(PAGES)
    for copy in made.copies:
        copy.start()
    wait_until(lambda: ready(server) == ALONE, server.said)
    assert all_read(server) == [200] * len(PAGES)


def test_what_is_no_copy_of_this_database_is_read_by_nobody(made: Replicated, house: Path) -> None:
    elsewhere = made.copies[0].address("postgres")
    with serving(house, made.database, DATABASE_REPLICA_URLS=elsewhere) as server:
        wrong = "replica1: It is no copy of the database of DATABASE_URL: mend DATABASE_REPLICA_URLS."
        assert wait_until(lambda: remark(server, "replica1")) == wrong
        assert all_read(server) == [200] * len(PAGES)
    checked = checks(house, made.database, elsewhere)
    assert "replica1 is no copy of the database of DATABASE_URL." in checked
    assert "replica1 takes writing itself." in checks(house, made.database, f"{made.database}?application_name=own")
    assert "no issues" in checks(house, made.database, made.replicas)


def checks(house: Path, database: str, replicas: str) -> str:
    names = [f"--database=replica{place}" for place, _one in enumerate(replicas.split(","), 1)]
    done = subprocess.run(
        [sys.executable, "manage.py", "check", *names], cwd=house, capture_output=True, text=True, check=False,
        env=environment(house, database, DATABASE_REPLICA_URLS=replicas),
    )  # fmt: skip
    return done.stdout + done.stderr


@needs_pooler
def test_everything_goes_through_a_pooler_that_gives_a_connection_for_one_transaction(
    made: Replicated, house: Path
) -> None:
    """Each server gets two connections for all that we do, so that they change hands all the time."""
    program = str(Path(__file__).with_name("signs_out.py"))
    with pooled(made.first, *made.copies) as (first, *copies):
        manage(house, first, "migrate", "--verbosity=0")
        manage(house, first, "load_archive")
        manage(house, first, "rebuild_search_index")
        manage(house, first, "derive_archive")
        made.caught_up()
        with serving(house, first, DATABASE_REPLICA_URLS=",".join(copies)) as server:
            wait_until(lambda: ready(server) == ALONE, server.said)
            readers = Readers(server)
            manage_program(house, made.database, program)
            ((desk, locator),) = Desk.several(server, house, first, 1)
            with readers.reading():
                assert desk.saved("عبر الوسيط.")
                made.caught_up()
                assert desk.text(locator) == "عبر الوسيط."
                for path in ("/recommendations/?q=%D8%A7%D9%84%D8%AD%D9%82", "/sitemap.xml", "/data/", *EXPORTS):
                    assert (path, server.get(path)) == (path, 200)
                readers.so_many(100)
            assert readers.read_well(), readers.statuses
            assert "Traceback" not in server.said()


EXPORTS = [f"/recommendations/export.{ending}" for ending in ("docx", "xlsx", "csv", "json", "jsonl", "xml")]
