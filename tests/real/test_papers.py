"""Papers of kinds that the five sources do not show: none is read worse than it was read before.

What is compared stands in tests/real/expected.py, the scores in words: `python -m tests.real.papers -v`.
"""

import json

import pytest

from tests.real.papers import FLOORS, FOLDER, floors_of

_FLOORS: dict[str, dict[str, int]] = json.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _FLOORS)
def test_a_paper_is_read_no_worse_than_before(name: str) -> None:
    if not FOLDER.exists():
        pytest.skip("the papers are not there; they belong in ../shared/papers, beside the repository")
    given, floors = floors_of(name), _FLOORS[name]
    assert given.keys() == floors.keys()
    worse = {
        kind: (given[kind], floor)
        for kind, floor in floors.items()
        if (given[kind] > floor if kind == "silent" else given[kind] < floor)
    }
    assert worse == {}
