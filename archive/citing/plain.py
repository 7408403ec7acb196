"""A text as citations are read in it: letters folded, Latin ones small, digits and dashes ASCII, commas Arabic."""

import re
import string
from collections.abc import Sequence

from archive.arabic.clean import CLEAN_TABLE
from archive.arabic.normalize import folded_with_offsets

# Letters drawn as parts of a word, which copies out of PDF files hold.
_DRAWN = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")
#: Signs of one length that mean the same in a citation; NUL and its like part words.
_SIGNS: dict[int, str] = {ord(old): new for old, new in zip(",;٫[]{}", "،؛.()()", strict=True)}
_SIGNS |= {ord(stroke): "/" for stroke in "\\／⁄∕"}
_SIGNS |= {ord(quote): '"' for quote in "«»“”„‟‘’‚‹›'"}
_SIGNS |= dict.fromkeys(range(0x20), " ") | {ord("\n"): "\n", 0x7F: " "}
_SIGNS |= {ord(big): small for big, small in zip(string.ascii_uppercase, string.ascii_lowercase, strict=True)}


def plain_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Give the plain text and, for each of its characters, the index in `text`; the last entry is len(text)."""
    if not _DRAWN.search(text):
        folded, offsets = folded_with_offsets(text)
        return folded.translate(_SIGNS), offsets
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        written = CLEAN_TABLE.get(ord(letter), letter) if _DRAWN.match(letter) else letter
        letters.append(written)
        places += [place] * len(written)
    places.append(len(text))
    folded, offsets = folded_with_offsets("".join(letters))
    return folded.translate(_SIGNS), [places[offset] for offset in offsets]


def plain(text: str) -> str:
    """Give a name as it is looked for in a plain text: single spaces too."""
    return " ".join(plain_with_offsets(text)[0].split())
