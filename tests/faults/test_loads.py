"""Two loads at once, a load while staff save, a closed folder, a killed rebuild, a clock that jumps."""

import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import F
from django.test import Client

from archive.loading.archive import load_archive
from archive.models import ArchiveState, ImportRun
from tests.faults.serving import PAGES, PATIENCE, environment, manage
from tests.own_database import run_program

SPECIMEN = settings.BASE_DIR / "sources"
pytestmark = pytest.mark.timeout(1800)

SAVES, DYING = (str(Path(__file__).with_name(name)) for name in ("saves.py", "dying.py"))


def started(house: Path, database: str, *command: str, **more: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *command], cwd=house, env={**environment(house, database, **more), "PYTHONPATH": str(house)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def left_behind(house: Path, database: str) -> str:
    said, complained = started(house, database, SAVES, "look").communicate(timeout=PATIENCE)
    return said or complained


@pytest.mark.faults
def test_two_loads_at_once_end_in_what_one_gives(house: Path, empty_database: str) -> None:
    loads = [started(house, empty_database, "manage.py", "load_archive", "--json") for _ in range(2)]
    ends = [load.communicate(timeout=PATIENCE) for load in loads]
    assert [(load.returncode, end[1].count("Traceback")) for load, end in zip(loads, ends, strict=True)] == [(0, 0)] * 2
    third = json.loads(manage(house, empty_database, "load_archive", "--json"))
    assert {outcome for counts in third["outcomes"].values() for outcome, n in counts.items() if n} == {"unchanged"}
    assert left_behind(house, empty_database) == "0 left behind []\n"


@pytest.mark.faults
def test_sources_that_change_are_loaded_while_staff_save_and_neither_loses_a_word(
    house: Path, loaded_database: str, tmp_path: Path
) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(SPECIMEN, folder)
    for file in folder.glob("*.txt"):
        file.write_text(file.read_text("utf-8-sig").replace("الأطراف", "كافة"), "utf-8")
    saving = started(house, loaded_database, SAVES, SAVES="60")
    loads = [started(house, loaded_database, "manage.py", "load_archive", str(folder), "--json") for _ in range(2)]
    for process in (saving, *loads):
        _said, complained = process.communicate(timeout=PATIENCE)
        assert (process.returncode, complained.count("Traceback")) == (0, 0), complained
    assert left_behind(house, loaded_database) == "0 left behind []\n"
    # Every text that staff wrote is there, whatever was loaded meanwhile.
    program = (
        "import django; django.setup(); from archive.models import Recommendation as R;"
        "rows = R.objects.filter(subparagraphs=None);"
        "print(sum('تصون القناة' in row.text for row in rows), min(rows.count(), 60))"
    )
    kept, written = run_program(loaded_database, "-c", program).split()
    assert kept == written


#: Everything that rules say is gone, as after a restore of the texts alone; so that both commands have all to write.
SPOILED = (
    "import django; django.setup(); from archive.models import *;"
    "[one.objects.all().delete() for one in (OperativeClause, Citation, TopicAssignment, Kinship, FollowUp)]"
)


@pytest.mark.faults
@pytest.mark.parametrize("command", ["rebuild_search_index", "derive_archive"])
def test_what_is_killed_at_any_phase_is_made_good_by_the_next_one(
    house: Path, loaded_database: str, command: str
) -> None:
    """Killed behind its first statement that writes, behind its last, and between; each on what the one before left."""
    run_program(loaded_database, "-c", SPOILED)
    counting, complained = started(house, loaded_database, DYING, "0", command).communicate(timeout=PATIENCE)
    assert counting, complained
    statements = int(counting)
    assert statements > 4
    run_program(loaded_database, "-c", SPOILED)
    for last in (1, statements // 3, statements * 2 // 3, statements):
        killed = started(house, loaded_database, DYING, str(last), command)
        killed.communicate(timeout=PATIENCE)
        # What was written before stays written: a later one may have less to do than it would need to die.
        assert killed.returncode in (-signal.SIGKILL, 0)
        assert killed.returncode == -signal.SIGKILL or last > 1
        assert "in order" in manage(house, loaded_database, "rebuild_search_index", "--if-needed")
    manage(house, loaded_database, command)
    if command == "rebuild_search_index":
        manage(house, loaded_database, "derive_archive")
    assert left_behind(house, loaded_database) == "0 left behind []\n"


def test_a_folder_that_may_not_be_read_is_called_so(tmp_path: Path) -> None:
    """By somebody who is not the administrator: he may read everything."""
    folder = tmp_path / "closed"
    shutil.copytree(SPECIMEN, folder)
    (folder / "within").mkdir()
    shutil.copy(folder / "technical-assistance.txt", folder / "within")
    folder.chmod(0)
    program = (
        "import os, sys, django; sys.path.insert(0, '.'); django.setup()\n"
        "from pathlib import Path\n"
        "from archive.loading.intake import gather\n"
        "if os.geteuid() == 0: os.setegid(65534); os.seteuid(65534)\n"
        "paths = [Path(one) for one in sys.argv[1:]]\n"
        "print('\\n'.join(one.reason for one in gather(paths).refused))\n"
    )
    # The way there is open, the folder is not.
    for above in (tmp_path, *tmp_path.parents[:3]):
        if above.stat().st_uid == os.geteuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o011)
    try:
        told = run_program("sqlite:////nowhere/none.sqlite3", "-c", program, str(folder), str(folder / "within"))
    finally:
        folder.chmod(0o700)
    sentence = "لا يسمح النظام بقراءة هذا المجلد أو الملف. امنح المستخدم الذي يشغّل البرنامج حق قراءته."
    assert told.splitlines() == [sentence] * 2


@pytest.mark.django_db
@pytest.mark.parametrize("jump", [timedelta(days=3650), timedelta(days=-3650)])
def test_a_clock_that_jumped_stops_neither_pages_nor_loads(client: Client, jump: timedelta) -> None:
    """All that was written bears the time of before the jump, ten years ahead or behind."""
    load_archive([SPECIMEN])
    ArchiveState.objects.update(changed_at=F("changed_at") + jump)
    ImportRun.objects.update(started_at=F("started_at") + jump, finished_at=F("finished_at") + jump)
    assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)
    outcomes = load_archive([SPECIMEN]).outcomes()
    assert {outcome for counts in outcomes.values() for outcome, n in counts.items() if n} == {"unchanged"}
    assert [client.get(page).status_code for page in PAGES] == [200] * len(PAGES)
