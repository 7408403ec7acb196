"""The items of an agenda in a paper in another language, by the letters of the archive: «2 (c)» is «2 (ج)»."""

import re
from dataclasses import replace

from archive.numbering import abjad
from archive.parsing.structure import ParsedDocument

_LETTERED = re.compile(r"(?P<whole>[0-9]+) \((?P<letter>[a-z]{1,2})\)")


def with_arabic_letters(parsed: ParsedDocument) -> ParsedDocument:
    """Items, the one on the cover, and those under which recommendations stand."""
    masthead = parsed.masthead
    return replace(
        parsed,
        masthead=replace(masthead, agenda_item=_item(masthead.agenda_item)),
        agenda=tuple(
            replace(one, number=_item(one.number) or one.number, label=_letter(one.label), parent=_item(one.parent))
            for one in parsed.agenda
        ),
        recommendations=tuple(replace(one, agenda_item=_item(one.agenda_item)) for one in parsed.recommendations),
    )


def _item(number: str | None) -> str | None:
    found = _LETTERED.fullmatch(number or "")
    return f"{found['whole']} ({_letter(found['letter'])})" if found else number


def _letter(label: str) -> str:
    position = abjad.from_latin(label) if label.isascii() and label.isalpha() else None
    return abjad.letter(position) if position else label
