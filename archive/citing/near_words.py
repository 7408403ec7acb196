"""Patterns that look behind themselves are slow to search for; the word that each of them has is found at once."""

import re
from collections.abc import Iterator

#: A pattern: what a word of a citation has before it, «وبالاجتماع», «للتوصية».
BEFORE_WORD = r"(?<!\w)[وف]?(?:[بك]?ال|لل|[بكل])?"


def find_near(pattern: re.Pattern[str], words: re.Pattern[str], before: int, text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern as `finditer` does, of one each of whose matches has one of these words.

    The word stands at most so many characters behind the beginning of the match. A megabyte costs a tenth.
    """
    at = 0
    for word in words.finditer(text):
        for start in range(max(at, word.start() - before), word.start() + 1):
            match = pattern.match(text, start)
            if match is not None:
                yield match
                at = match.end()
                break
