"""Runs the checks and the tests, and closes with what was used, what was not, and the sums.

Called by script/test in the environment it has made. `--require-everything` turns a missing
PostgreSQL, browser, HTML checker or set of real sources into a failure; every other argument goes to pytest.
"""

import getpass
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import surroundings  # noqa: E402  (the path above comes first)

REPORTS = ROOT / "var" / "reports"
OLDEST_POSTGRESQL = 150000
# The suite decides about these itself; a developer's own values must not reach the tests.
OWN_VARIABLES = (
    "ALLOWED_HOSTS ARCHIVE_METRICS_TOKEN ARCHIVE_PRODUCTION ARCHIVE_SECOND_FACTOR ARCHIVE_SECOND_PERSON "
    "ARCHIVE_SOURCES ARCHIVE_STAFF_PASSWORD BEHIND_PROXY CSRF_TRUSTED_ORIGINS DATABASE_REPLICA_URLS "
    "DATABASE_URL DJANGO_DEBUG SECRET_KEY"
).split()


@dataclass(frozen=True)
class Outcome:
    """What one run of pytest, or one check, came to."""

    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        words = f"{self.passed} passed, {self.failed} failed"
        return f"{words}, {self.skipped.total()} skipped" if self.skipped else words


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server that answered, or the reason why none is used."""

    url: str = ""
    description: str = ""
    reason: str = ""


def main(arguments: list[str]) -> int:
    strict = "--require-everything" in arguments
    arguments = [argument for argument in arguments if argument != "--require-everything"]
    total, databases, missing = Outcome(), [], []

    # It is no module: the program stands beside this Python.
    djade = str(Path(sys.executable).with_name("djade"))
    total += run_check("ruff", [sys.executable, "-m", "ruff", "check", "."])
    total += run_check("djade", [djade, "--check", "--target-version", "5.2", *templates()])
    total += run_check("mypy", [sys.executable, "-m", "mypy"])

    sqlite = run_pytest("sqlite", f"sqlite:///var/tmp/suite-{os.getpid()}.sqlite3", arguments)
    total += sqlite
    databases.append(f"SQLite {sqlite3.sqlite_version} ({sqlite})")

    server = find_postgresql()
    if server.url:
        # What asks for no database, and how a page looks, is tested once. Who names tests gets them on both.
        twice = arguments or ["-m", "not once"]
        postgresql = run_pytest("postgresql", server.url, twice)
        total += postgresql
        but = "" if arguments else ", without what is marked «once»"
        databases.append(f"{server.description} ({postgresql}{but})")
    else:
        missing.append(f"the suite on PostgreSQL: {server.reason}")

    browser = surroundings.browser_version()
    if not browser:
        missing.append(f"tests in a browser: {surroundings.NO_BROWSER}")
    if not surroundings.html_checker():
        missing.append(f"the check of the markup: {surroundings.NO_CHECKER}")
    if not surroundings.proxy():
        missing.append(f"the tests behind the proxy: {surroundings.NO_PROXY}")
    sources = surroundings.real_sources()
    if not sources:
        missing.append(f"tests on the real sources: {surroundings.NO_SOURCES}")
    if strict:
        total += Outcome(failed=len(missing))

    print("\n" + "=" * 78)
    for reason, count in sorted(total.skipped.items()):
        print(f"Skipped {count}: {reason}")
    print(f"Databases: {'; '.join(databases)}")
    print(f"Browser: {browser or 'none'}")
    print(f"Sources: {sources or 'none'}")
    print("Not run: " + ("; ".join(missing) if missing else "nothing; everything ran") + ".")
    if strict and missing:
        print("Everything was required (--require-everything): each thing not run counts as failed.")
    print(total, flush=True)
    return 1 if total.failed else 0


def templates() -> list[str]:
    """The templates, which djade takes one by one."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))


def run_check(name: str, command: list[str]) -> Outcome:
    """Runs a checker of the code; a failure counts as one failed test, success as none."""
    print(f"== {name}", flush=True)
    return Outcome(failed=1 if subprocess.run(command, cwd=ROOT).returncode else 0)


def run_pytest(name: str, database_url: str, arguments: list[str]) -> Outcome:
    """Runs the tests on one database, two processes wide unless the arguments say otherwise."""
    print(f"\n== pytest on {name}", flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    environment = {key: value for key, value in os.environ.items() if key not in OWN_VARIABLES}
    status = subprocess.run(
        # Who has done his half takes from the other's: no process ends alone with the long ones.
        [sys.executable, "-m", "pytest", "-n", "2", "--dist=worksteal", f"--junitxml={report}", *arguments],
        cwd=ROOT,
        env={**environment, "DATABASE_URL": database_url},
    ).returncode
    outcome = read_report(report.read_text()) if report.exists() else Outcome()
    # A run that broke off, or found no test at all, must not look like a good one.
    return outcome if outcome.failed or status == 0 else outcome + Outcome(failed=1)


def read_report(xml: str) -> Outcome:
    """The sums and the reasons for skipping in a JUnit report of pytest."""
    passed, failed, skipped = 0, 0, Counter[str]()
    for case in ElementTree.fromstring(xml).iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skip is not None:
            skipped[skip.get("message") or "no reason given"] += 1
        else:
            passed += 1
    return Outcome(passed, failed, skipped)


def find_postgresql() -> Server:
    """The server at TEST_DATABASE_URL or, without it, one on 127.0.0.1:5432 that trusts us."""
    reasons = []
    for url in candidates():
        try:
            return probe(url)
        except psycopg.Error as error:
            reasons.append(f"{shown(url)} — {str(error).strip().splitlines()[0]}")
        except ValueError as error:
            reasons.append(f"{shown(url)} — {error}")
    return Server(reason="; ".join(reasons))


def candidates() -> Iterator[str]:
    given = os.environ.get("TEST_DATABASE_URL", "").strip()
    if given:
        yield given
        return
    # The test database is named after this folder, so that two clones do not share one.
    name = "archive_" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]
    for user in dict.fromkeys(["postgres", getpass.getuser()]):
        yield f"postgresql://{user}@127.0.0.1:5432/{name}"


def probe(url: str) -> Server:
    """Connects; psycopg.Error if nobody answers, ValueError if the server cannot serve the suite."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError("write TEST_DATABASE_URL as postgresql://user:password@host:5432/name")
    # Django, too, makes its test database from here: the one named in the URL need not exist.
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), connect_timeout=5) as connection:
        version = connection.info.server_version
        row = connection.execute(
            "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    if version < OLDEST_POSTGRESQL:
        raise ValueError(f"is version {version // 10000}; the archive needs 15 or newer")
    if not row or not row[0]:
        raise ValueError("this role may not make databases: ALTER ROLE … CREATEDB")
    where = f"PostgreSQL {version // 10000}.{version % 10000} at {parts.hostname}:{parts.port or 5432}"
    return Server(url=url, description=where)


def shown(url: str) -> str:
    """The URL without its password."""
    parts = urlsplit(url)
    return f"{parts.username or ''}@{parts.hostname}:{parts.port or 5432}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
