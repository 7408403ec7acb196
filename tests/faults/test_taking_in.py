"""The process that puts a paper in is killed: the paper was not put in, and nothing of it is half written."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.serving import PATIENCE
from tests.faults.test_loads import started

REPORT = settings.BASE_DIR / "sources" / "report-of-the-fourth-meeting.txt"
MOMENTS = 12


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_a_kill_at_any_moment_leaves_not_applied(house: Path, empty_database: str) -> None:
    program = str(Path(__file__).with_name("takes_in.py"))
    said, complained = started(
        house, empty_database, program, str(REPORT), str(MOMENTS), ARCHIVE_SOURCES=str(house / "sources")
    ).communicate(timeout=PATIENCE * 2)
    assert said, complained
    told = json.loads(said.splitlines()[-1])
    assert (told["planned"], told["lives"]) == (["planned", 0, False], True)
    assert told["killed"] == [["failed", 0, False]] * (MOMENTS + 1)
    state, rows, has_version = told["applied"]
    assert (state, rows > 40, has_version) == ("applied", True, True)
