"""The places where meetings are held: their English names by the Arabic ones, as data."""

import re

from .data_files import read_rows

ENGLISH_PLACES: dict[str, str] = {arabic: english for arabic, english in read_rows("places.tsv")}
_ARABIC = {english.casefold(): arabic for arabic, english in ENGLISH_PLACES.items()}
_LATIN = re.compile(r"[A-Za-z]")


def in_arabic(place: str) -> str:
    """The place as Arabic covers print it; empty for one that is written in English and not known."""
    if not _LATIN.search(place):
        return place
    return _ARABIC.get(place.casefold().strip(), "")
