"""The words in which a corrigendum says what is to be corrected, as data."""

import re
from functools import cache

from .data_files import read_forms


@cache
def correcting_words(name: str) -> str:
    """Give a pattern of the normalised forms of one name in the data file, the longest first."""
    forms = sorted(read_forms("correcting.tsv")[name], key=len, reverse=True)
    return "|".join(re.escape(form) for form in forms)
