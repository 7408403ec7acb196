"""What is found near its word is what `finditer` finds, in the same order."""

import re

from archive.citing.near_words import find_near

_PATTERN = re.compile(r"(?<!\w)[وف]?(?:[بك]?ال|لل)?توصي(?:ه|ات)(?!\w)|(?<![\w-])rec(?:s)?(?!\w)")
_WORDS = re.compile("توصي|rec")


def test_the_matches_are_those_of_the_pattern() -> None:
    text = "وبالتوصيه 3، توصيات للتوصيه ستوصيه rec recs record a-rec توصيهتوصيه"
    found = [(one.start(), one[0]) for one in find_near(_PATTERN, _WORDS, 5, text)]
    assert found == [(one.start(), one[0]) for one in _PATTERN.finditer(text)]
    assert [one for _, one in found] == ["وبالتوصيه", "توصيات", "للتوصيه", "rec", "recs"]
