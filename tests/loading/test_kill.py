"""Signal 9 at any moment of a load leaves the last whole document; the next run ends in the same rows."""

import json
from pathlib import Path

from django.conf import settings

from tests.own_database import run_program

#: Spread over the whole load; `tests/faults` kills at every phase.
MOMENTS = 10


def test_a_killed_load_is_made_good_by_the_next_one(empty_database):
    program = str(Path(__file__).with_name("killed_loads.py"))
    told = run_program(empty_database, program, str(settings.BASE_DIR / "sources"), str(MOMENTS))
    results = json.loads(told.splitlines()[-1])
    expected = {"killed": True, "same_rows": True, "running": 0}
    assert len({result["at"] for result in results}) == MOMENTS
    assert results == [{"at": result["at"], **expected} for result in results]
