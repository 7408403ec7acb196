"""The specimen texts, parsed, against their golden files."""

import pytest

from tests.golden_files import Golden, whole
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS, parsed_file


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_a_specimen_text_is_parsed_as_its_golden_file_says(name: str, golden: Golden) -> None:
    golden.check(f"specimen/{name.removesuffix('.txt')}", whole(parsed_file(SPECIMEN / name)))
