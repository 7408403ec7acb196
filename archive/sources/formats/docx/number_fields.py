"""Numbers that Word makes by fields within a line: LISTNUM of a list, AUTONUM of the paragraphs that have one."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from .numbering import LEVELS, AutomaticNumbers, ListLevel
from .numerals import numeral

#: Stand about the instruction in the words of a paragraph, until the paragraph itself is counted.
OPENS, CLOSES = "\ue010", "\ue011"
_FIELD = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")
_KINDS = ("LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT")
_FORMS = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman", "A": "upperLetter", "I": "upperRoman"}
#: The lists that Word brings along, level by level.
_BUILT_IN = {
    "numberdefault": "1) a) i) (1) (a) (i) 1. a. i.",
    "outlinedefault": "I. A. 1. a) (1) (a) (i) (a) (i)",
}


def is_number_field(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _KINDS


def marked(instruction: str) -> str:
    """What stands for the number of a field until it is counted."""
    return f"{OPENS}{instruction}{CLOSES}"


@dataclass(slots=True)
class FieldNumbers:
    """Counts the fields of a text as its paragraphs come."""

    numbering: AutomaticNumbers
    _paragraphs: dict[str, int] = field(default_factory=dict)

    def fill_in(self, text: str, listed: tuple[str, int] | None) -> str:
        """The numbers in the place of their fields; `listed` is the list and level of the paragraph, if it has one."""
        if OPENS not in text:
            return text
        return _FIELD.sub(lambda found: self._number(found[1], listed), text)

    def _number(self, instruction: str, listed: tuple[str, int] | None) -> str:
        kind, *words = instruction.split()
        switches = dict(pairwise(words))
        if kind.upper() != "LISTNUM":
            return self._of_paragraph(kind.upper(), switches)
        name = words[0].strip('"') if words and not words[0].startswith("\\") else ""
        given = switches.get("\\l", "")
        start = switches.get("\\s", "")
        level = int(given) - 1 if given.isdecimal() and int(given) else None
        if listed is not None and not name:
            number, own = listed
            level = own + 1 if level is None else level
        else:
            number = self.numbering.list_named(name, _levels_of(name))
            level = level or 0
        first = int(start) if start.isdecimal() else None
        return self.numbering.label(number, level, first=first).strip()

    def _of_paragraph(self, kind: str, switches: dict[str, str]) -> str:
        self._paragraphs[kind] = number = self._paragraphs.get(kind, 0) + 1
        shown = numeral("upperRoman" if kind == "AUTONUMOUT" else "decimal", number)
        return f"{shown}{switches.get(chr(92) + 's', '.')[:1]}"


def _levels_of(name: str) -> dict[int, ListLevel]:
    if name.casefold() == "legaldefault":  # 1. 1.1. 1.1.1.
        return {at: ListLevel(text="".join(f"%{one}." for one in range(1, at + 2))) for at in range(LEVELS)}
    written = _BUILT_IN.get(name.casefold(), _BUILT_IN["numberdefault"]).split()
    found = {}
    for at, one in enumerate(written):
        sign = next(sign for sign in one if sign in _FORMS)
        found[at] = ListLevel(form=_FORMS[sign], text=one.replace(sign, f"%{at + 1}"))
    return found
