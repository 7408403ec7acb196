"""People search while the index is built anew: the whole answer at every moment, never an error."""

import json
from pathlib import Path

from tests.own_database import run_program
from tests.search.reads_while_rebuilding import QUESTIONS, RECORDS


def test_at_every_statement_of_a_rebuild_another_process_finds_all_that_there_is(empty_database: str) -> None:
    told = run_program(empty_database, str(Path(__file__).with_name("reads_while_rebuilding.py")))
    read = json.loads(told.splitlines()[-1])
    whole = {"stale": False, "numbers": list(range(1, RECORDS + 1))}
    found = dict.fromkeys(QUESTIONS, whole)
    builds = [read[moment].get("build") for moment in ("before", "between", "after")]
    first, second, third = ({"build": build, "found": found} for build in builds)
    assert (read["before"], read["between"], read["after"]) == (first, second, third)
    assert len(set(builds)) == 3
    assert len(read["during"]) > 10
    assert read["during"] == [first] * len(read["during"])
    # On PostgreSQL whoever comes at the very last waits for the commit, on SQLite reads the old index.
    assert read["uncommitted"] == second
