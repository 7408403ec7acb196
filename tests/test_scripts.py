"""script/server and script/suite as their users meet them; each server runs in a copy of the repository."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from script import suite

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = frozenset(suite.OWN_VARIABLES)
# Seconds after which a program hangs; no measure of anything, since a busy machine is slow.
PATIENCE = 300


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy as git would make it, with this environment lent to it."""
    folder = tmp_path / "clone"
    left_out = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "*.mo")
    shutil.copytree(ROOT, folder, ignore=left_out)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in SETTINGS}
    return {**kept, **more}


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def processor_time() -> float:
    """Seconds that ended programs of this process, and what they had started, have computed."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


@contextmanager
def serving(clone: Path, *options: str, **variables: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a running script/server, and its process."""
    port = free_port()
    process = subprocess.Popen(
        [clone / "script" / "server", "--port", str(port), *options],
        cwd="/", env=environment(**variables), text=True, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"script/server ended with {process.returncode}:\n{process.communicate()[0]}")
        try:
            if get(f"{address}/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    os.killpg(process.pid, signal.SIGKILL)
    pytest.fail(f"script/server did not answer in five minutes:\n{process.communicate()[0]}")


def test_a_clone_is_served_with_the_specimen_corpus_and_stops_on_request(clone: Path) -> None:
    before, began = {path.name for path in clone.iterdir()}, processor_time()
    with serving(clone, "--staff=amina", ARCHIVE_STAFF_PASSWORD="ورق-وحبر-1948") as (address, process):
        assert get(f"{address}/readyz") == (200, '{"status": "ready"}')
        status, home = get(f"{address}/")
        assert (status, '<html lang="ar" dir="rtl"' in home) == (200, True)
        status, missing = get(f"{address}/nowhere/")
        assert (status, '<html lang="ar" dir="rtl"' in missing) == (404, True)
        assert "About" in get(f"{address}/en/")[1]
        assert get(f"{address}/static/admin/css/base.css")[0] == 200
        assert get(f"{address}/admin/login/")[0] == 200
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "The account amina was made" in said
    assert "WARNING" not in said
    # Everything that was made lies in var/, but for the compiled translations; the specimen has its own database.
    assert {path.name for path in clone.iterdir()} == before | {"var"}
    assert [len(list(clone.glob(f"locale/*/*/*.{ending}"))) for ending in ("po", "mo")] == [2, 2]
    assert (clone / "var" / "specimen.sqlite3").exists()

    first = processor_time() - began
    with serving(clone, "--staff", "amina", ARCHIVE_STAFF_PASSWORD="x") as (address, process):
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "The account amina exists already; nothing was changed." in said
    assert "Collecting" not in said and "Installing" not in said and "Compiling" not in said
    # Nothing is made anew. How many seconds that saves, the machine of the day decides.
    assert processor_time() - began - first < first


def test_a_file_that_is_refused_does_not_stop_the_server(clone: Path, tmp_path: Path) -> None:
    sources = tmp_path / "texts"
    sources.mkdir()
    (sources / "empty.txt").write_bytes(b"")
    with serving(clone, "--sources", str(sources)) as (address, process):
        assert get(f"{address}/")[0] == 200
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)
    assert "empty.txt" in said
    assert "WARNING: not everything was loaded" in said


def run(*command: str | Path, **variables: str) -> tuple[int, str, str]:
    done = subprocess.run(
        command, env=environment(**variables), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_help_names_every_option_and_needs_no_environment(clone: Path) -> None:
    (clone / ".venv").unlink()
    status, said, _ = run(clone / "script" / "server", "--help")
    options = "--port --host --sources --database --staff --no-load --help".split()
    assert (status, [option for option in options if f"  {option}" not in said]) == (0, [])
    assert not (clone / ".venv").exists() and not (clone / "var").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--colour"], "There is no option --colour."),
        (["--port"], "--port needs a value."),
        (["--port", "http"], "--port takes a number from 1 to 65535, not http."),
        (["--port=70000"], "--port takes a number from 1 to 65535, not 70000."),
        (["--sources", "/nowhere/at/all"], "--sources: there is no folder /nowhere/at/all."),
    ],
)
def test_wrong_use_is_named(clone: Path, options: list[str], sentence: str) -> None:
    status, _, said = run(clone / "script" / "server", *options)
    assert (status, said) == (2, f"server: {sentence} See script/server --help.\n")


def test_a_port_in_use_is_named_before_anything_else_happens(clone: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        status, _, said = run(clone / "script" / "server", "--port", str(port))
    assert status == 1
    assert said.startswith(f"server: Port {port} on 127.0.0.1 is in use by another program.")
    assert not list((clone / "var").glob("*.sqlite3"))


def test_a_python_that_is_too_old_is_named_with_the_remedy(clone: Path, tmp_path: Path) -> None:
    (clone / ".venv").unlink()
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "dirname", "basename", "mkdir", "cat", "cksum"):
        (tools / name).symlink_to(shutil.which(name) or "/missing")
    old = tools / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    status, _, said = run(tools / "bash", clone / "script" / "server", PATH=str(tools))
    assert status == 1
    assert "Python 3.11 or newer is needed; this machine answers with: Python 3.9.2." in said
    assert "apt install python3 python3-venv" in said


REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure message="x"/></testcase><testcase name="c"><error/></testcase>
<testcase name="d"><skipped message="no browser"/></testcase><testcase name="e"/>
</testsuite></testsuites>"""


def test_the_sums_of_a_run_are_read_from_its_report() -> None:
    outcome = suite.read_report(REPORT)
    assert outcome == suite.Outcome(2, 2, Counter({"no browser": 1}))
    assert str(outcome + suite.Outcome(passed=3)) == "5 passed, 2 failed, 1 skipped"
    assert str(suite.Outcome(passed=7)) == "7 passed, 0 failed"


def test_a_server_that_does_not_answer_is_a_reason_without_the_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", f"postgresql://amina:secret@127.0.0.1:{free_port()}/archive")
    server = suite.find_postgresql()
    assert server.url == ""
    assert server.reason.startswith("amina@127.0.0.1:")
    assert "secret" not in server.reason
