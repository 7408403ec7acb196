"""docs/security.md names tests that are there, and each requirement once."""

import re
from collections import Counter

from tests.house import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text()
_NAMED = re.compile(r"(tests/[\w/]+\.py)(?: \(([^)]*)\))?")
_ROW = re.compile(r"^\| ([\d.,– ]+) \|", re.MULTILINE)


def test_every_test_that_is_named_is_there() -> None:
    missing = []
    for file, names in _NAMED.findall(TEXT):
        path = ROOT / file
        if not path.exists():
            missing.append(file)
            continue
        code = path.read_text()
        missing += [f"{file}: {name}" for name in re.findall(r"`(test_\w+)`", names) if f"def {name}(" not in code]
    assert missing == []


def test_no_requirement_stands_twice() -> None:
    numbers = Counter(number for row in _ROW.findall(TEXT) for number in re.findall(r"\d+\.\d+\.\d+", row))
    assert [number for number, times in numbers.items() if times > 1] == []
    assert len(numbers) > 100
