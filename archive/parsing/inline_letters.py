"""Letters inside a line: «ينبغي للدول ما يلي: (أ) …؛ (ب) …».

Guarantee: only letters that count from the one that is due, each behind what ends an item, part a text.
"""

import re
from dataclasses import replace

from archive.arabic.normalize import bare_with_offsets
from archive.numbering import abjad

from .body_text import Item, Part
from .passages import PassageBuilder, cut
from .printed_text import Passage
from .structure import ParsedSubparagraph

# ما يلي: (أ) · …؛ (ب) · …؛ و(ج)
_LETTER = re.compile(r"(?:^|(?P<before>[:؛])\s*(?P<and>و\s?)?)\((?P<letter>[ء-ي]{1,2})\)\s*(?=[^\s،؛.)])")
#: So few letters in a line are no list: one may be a reference.
_FEWEST = 2


def split_letters(
    chapeau: Passage, subparagraphs: tuple[ParsedSubparagraph, ...]
) -> tuple[Passage, tuple[ParsedSubparagraph, ...]]:
    """Chapeau and lettered items, those that stand inside a line apart."""
    found: list[ParsedSubparagraph] = []
    head, parts = _split(chapeau, 0)
    if subparagraphs and parts and subparagraphs[0].position != parts[-1].position + 1:
        head, parts = chapeau, []
    found += parts
    for at, one in enumerate(subparagraphs):
        following = subparagraphs[at + 1].position if at + 1 < len(subparagraphs) else None
        text, parts = _split(one.text, one.position)
        if parts and (following is None or following == parts[-1].position + 1):
            found.append(ParsedSubparagraph(one.label, one.printed_label, one.position, text))
            found += parts
        else:
            found.append(one)
    return head, tuple(found)


def with_letters_apart(item: Item) -> Item:
    """The item with the letters inside its opening words as parts of their own; itself where there are none."""
    head, letters = split_letters(item.opening.build(), ())
    if not letters:
        return item
    parts = [Part("text", text=PassageBuilder.of(head), whole=PassageBuilder.of(head))]
    for one in letters:
        text = PassageBuilder.of(one.text)
        parts.append(Part("letter", one.label, one.printed_label, one.position, text, text))
    return replace(item, parts=[*parts, *item.parts[1:]])


def _split(passage: Passage, last: int) -> tuple[Passage, list[ParsedSubparagraph]]:
    """The words before the letters that go on from `last`, and the items; the passage whole where there are none."""
    plain, offsets = bare_with_offsets(passage.printed)
    places: list[tuple[int, int, str, int]] = []
    for match in _LETTER.finditer(plain):
        position = abjad.position(match["letter"])
        if position != last + len(places) + 1 or (match["before"] == ":") != (position == 1 and match.start() > 0):
            continue
        start = match.start("and") if match["and"] else match.end("before") if match["before"] else 0
        printed = passage.printed[offsets[match.start("letter")] : offsets[match.end("letter")]].strip()
        places.append((offsets[start], offsets[match.end()], printed, position))
    if len(places) < (1 if last else _FEWEST):
        return passage, []
    ends = [*(place[0] for place in places[1:]), len(passage.printed)]
    parts = [
        ParsedSubparagraph(abjad.letter(position), printed, position, _stripped(passage, text, end))
        for (_start, text, printed, position), end in zip(places, ends, strict=True)
    ]
    return _stripped(passage, 0, places[0][0]), parts


def _stripped(passage: Passage, start: int, end: int) -> Passage:
    words = passage.printed[start:end]
    return cut(passage, start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))
