"""In whose letters a paper is written: labels of sections are read in them alone.

«A. Smith» opens a heading in an English paper and names an author in a note of an Arabic one.
"""

import re
from collections.abc import Sequence

from archive.arabic.clean import ARABIC_LETTERS

from .lines import Line

_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_LATIN = re.compile("[A-Za-z]")


def is_latin(lines: Sequence[Line]) -> bool:
    """Whether most letters of a text are Latin: an Arabic paper quotes names and titles, an English one hardly any."""
    text = " ".join(line.content for line in lines)
    return len(_LATIN.findall(text)) > len(_ARABIC.findall(text))
