"""Small words of a sentence by what they do there (join names, subordinate a clause, carry on …), as data."""

import re
from functools import cache

from .data_files import read_forms


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    return read_forms("clause_words.tsv")


def clause_words(*parts: str) -> tuple[str, ...]:
    """Give the normalised words of the parts, in the order of the data file. KeyError for a part that is not there."""
    return tuple(word for part in parts for word in _parts()[part])


def any_clause_word(*parts: str) -> str:
    """Give a pattern of one of the words of the parts, the longest first; spaces match any white space."""
    words = sorted(clause_words(*parts), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + ")"
