"""The real sources, parsed, against golden files that hold places and digests, no texts."""

from pathlib import Path

import pytest

from tests.golden_files import Golden, in_digests
from tests.parsing.reading import parsed_file


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_real_source_is_parsed_as_its_golden_file_says(
    number: str, real_sources: Path, golden: Golden
) -> None:
    (path,) = real_sources.glob(f"{number}_*.txt")
    golden.check(f"real/{number}", in_digests(parsed_file(path)))
