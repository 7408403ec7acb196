"""Figures for whoever watches: who may read them, what they count, and that workers add up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from archive.models import ImportRun
from config.exposition import PATH, figures, may_read
from tests import factories

TOKEN = "a-token-of-more-than-twenty-characters"


def told(text: str) -> dict[tuple[str, ...], float]:
    """Name and values of labels → figure."""
    return {
        (sample.name, *(f"{name}={value}" for name, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def allowed(settings: Settings, *, token: str = "", proxy: bool = False, address: str = "", **headers: str) -> bool:
    settings.ARCHIVE_METRICS_TOKEN, settings.BEHIND_PROXY = token, proxy
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return may_read(RequestFactory().get(PATH, REMOTE_ADDR=address, headers=named))


def test_figures_are_for_this_machine_or_for_the_token(settings: Settings) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert [
        allowed(settings, address="127.0.0.1"),
        allowed(settings, address="::1"),
        allowed(settings, address="192.0.2.7", token=TOKEN, **bearer),
        allowed(settings, address="127.0.0.1", proxy=True, token=TOKEN, **bearer),
    ] == [True] * 4
    assert [
        allowed(settings, address="192.0.2.7"),
        allowed(settings, address=""),
        # Through a proxy everybody seems to ask from here, whether we were told of the proxy or not.
        allowed(settings, address="127.0.0.1", proxy=True),
        allowed(settings, address="127.0.0.1", X_Forwarded_For="192.0.2.7"),
        allowed(settings, address="127.0.0.1", Via="1.1 proxy"),
        # Without a token nothing stands for one.
        allowed(settings, address="192.0.2.7", Authorization="Bearer "),
        allowed(settings, address="192.0.2.7", token=TOKEN, Authorization=f"Bearer {TOKEN}x"),
        allowed(settings, address="192.0.2.7", token=TOKEN, Authorization="Bearer \u0633\u0631"),
    ] == [False] * 8


@pytest.mark.django_db
def test_to_others_there_is_no_such_address(client: Client) -> None:
    assert client.get(PATH, REMOTE_ADDR="192.0.2.7").status_code == 404


@pytest.mark.django_db
def test_whoever_watches_asks_by_whatever_name_and_nothing_keeps_the_answer(client: Client) -> None:
    response = client.get(PATH, REMOTE_ADDR="127.0.0.1", headers={"Host": "127.0.0.1:9999"})
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert response.headers["Content-Type"].startswith("text/plain; version=")
    assert told(response.content.decode())[("archive_database_up",)] == 1


@pytest.mark.django_db
def test_requests_are_counted_by_kind_and_never_by_address(client: Client) -> None:
    def count(kind: str, method: str, status: str) -> float:
        name = ("archive_requests_total", f"kind={kind}", f"method={method}", f"status={status}")
        return told(figures().decode()).get(name, 0)

    asked = [("GET", "/meetings/", "meetings", "200"), ("GET", "/nothing/here/", "unknown", "404")]
    asked += [("POST", "/meetings/", "meetings", "405"), ("GET", "/recommendations/x.1/", "recommendation", "404")]
    before = [count(kind, method, status) for method, _path, kind, status in asked]
    for method, path, _kind, _status in asked:
        client.generic(method, path)
    client.generic("TRACE", "/meetings/")
    after = [count(kind, method, status) for method, _path, kind, status in asked]
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, 1, 1, 1]
    assert count("meetings", "other", "405") >= 1
    kinds = {name[1] for name in told(figures().decode()) if name[0] == "archive_requests_total"}
    assert [kind for kind in kinds if "x.1" in kind or "here" in kind] == []


@pytest.mark.django_db
def test_sign_ins_that_fail_are_counted(rf: RequestFactory) -> None:
    name = ("archive_refused_sign_ins_total",)
    before = told(figures().decode())[name]
    authenticate(rf.post("/admin/login/"), username="nobody", password="wrong")
    assert told(figures().decode())[name] == before + 1


@pytest.mark.django_db
def test_rows_loads_and_index_are_those_of_the_database() -> None:
    factories.make_recommendation(1, "ينبغي صون القناة.")
    run = ImportRun.objects.create(sources="x", status="done", finished_at="2026-11-30T08:00:00Z")
    run.refresh_from_db()
    found = told(figures().decode())
    assert found[("archive_rows", "kind=recommendation")] == 1
    assert found[("archive_loads", "status=done")] == 1
    assert found[("archive_last_load", "status=done")] == run.finished_at.timestamp()


WORKER = """
import sys, time
from pathlib import Path
from config import environment, shared_figures
environment.FIGURES_DIR = Path(sys.argv[1])
shared_figures.join()
from prometheus_client import CollectorRegistry, Counter, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
made = Counter("made", "x", registry=CollectorRegistry())
made.inc(int(sys.argv[2]))
registry = CollectorRegistry()
MultiProcessCollector(registry, path=environment.shared_figures())
print(generate_latest(registry).decode().splitlines()[-1], flush=True)
sys.stdin.read()
"""


def worker(folder: Path, amount: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), str(amount)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=django_settings.BASE_DIR,
        env={**os.environ, "PYTHONPATH": str(django_settings.BASE_DIR)},
    )  # fmt: skip


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_workers_add_up_and_one_that_is_killed_leaves_its_place_and_its_figures(tmp_path: Path) -> None:
    first = worker(tmp_path, 2)
    assert said(first) == "made_total 2.0"
    second = worker(tmp_path, 3)
    assert said(second) == "made_total 5.0"
    end(second)
    third = worker(tmp_path, 4)
    assert said(third) == "made_total 9.0"
    assert sorted(path.name for path in tmp_path.glob("*.db")) == [
        "counter_1.db", "counter_2.db", "histogram_1.db", "histogram_2.db",
    ]  # fmt: skip
    # Their room is taken already: none of them grows into a full disk.
    assert {path.stat().st_blocks * 512 >= 1 << 20 for path in tmp_path.glob("*.db")} == {True}
    end(first)
    end(third)
    # A server that starts finds nobody, and begins anew.
    anew = worker(tmp_path, 1)
    assert said(anew) == "made_total 1.0"
    end(anew)
