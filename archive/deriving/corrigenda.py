"""What a corrigendum asks to be corrected in its paper: the place that it names, the words there, the right ones."""

import re
from dataclasses import dataclass
from typing import Literal

from archive.citing.plain import plain_with_offsets
from archive.numbering import abjad
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.correcting import correcting_words

#: What a correction is about: a text of this number, or any text of the paper.
TargetKind = Literal["paragraph", "recommendation", ""]
#: What is done there. «whole»: the whole text of the place is replaced.
Act = Literal["replace", "insert_after", "insert_before", "delete", "whole", ""]


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """One correction. `printed` are the words that stand there, `corrected` what is right, `said` the whole sentence.

    An `act` that is not understood is empty: the sentence waits for staff.
    """

    said: str
    target: TargetKind = ""
    number: int = 0
    letter: int = 0
    act: Act = ""
    printed: str = ""
    corrected: str = ""


# في الفقرة 5 · الفقرة 12 (ب) · التوصية رقم 3 · التوصية الثالثة
_PLACE = re.compile(
    r"(?<!\w)(?:[وفبل]?ال|لل)(?P<kind>فقره|توصيه)\s+(?:رقم\s+)?(?:(?P<number>[0-9]{1,3})(?![0-9/])|(?=(?P<word>\w)))"
)
_LETTER = re.compile(r"\s*\(\s*(?P<letter>[ء-ي]{1,2}|[a-z])\s*\)")
_QUOTED = re.compile(r'"(?P<text>[^"]{1,2000})"')
_TARGETS: dict[str, TargetKind] = {"فقره": "paragraph", "توصيه": "recommendation"}


def _has(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w)[وف]?(?:{correcting_words(name)})(?!\w)", text) is not None


def _stands_before(name: str, text: str) -> bool:
    """Whether such a word stands straight before what is quoted, a word for the piece between them at most."""
    piece = rf"(?:\s+[وب]?(?:{correcting_words('piece')}))?"
    return re.search(rf"(?<!\w)[وف]?(?:{correcting_words(name)}){piece}[\s:،]*$", text) is not None


def read_correction(text: str, context: str = "") -> ListedCorrection:
    """Read one text of a corrigendum; `context` is the heading above it, which may name the place («الفقرة 5»)."""
    plain, offsets = plain_with_offsets(text)
    quotes = list(_QUOTED.finditer(plain))
    outside = _QUOTED.sub(lambda found: " " * len(found[0]), plain)
    target, number, letter = _place(outside) or _place(plain_with_offsets(context)[0]) or ("", 0, 0)

    def quoted(index: int) -> str:
        found = quotes[index]
        return text[offsets[found.start("text")] : offsets[found.end("text") - 1] + 1].strip()

    def said_before(index: int) -> str:
        return plain[quotes[index - 1].end() if index else 0 : quotes[index].start()]

    listed = ListedCorrection(text, target, number, letter)
    if len(quotes) == 2:
        anchor = next((at for at in (0, 1) if _stands_before("after", said_before(at))), None)
        if anchor is not None and _has("insert", outside):
            return _made(listed, "insert_after", quoted(anchor), quoted(1 - anchor))
        anchor = next((at for at in (0, 1) if _stands_before("before", said_before(at))), None)
        if anchor is not None and _has("insert", outside):
            return _made(listed, "insert_before", quoted(anchor), quoted(1 - anchor))
        if _has("replace", outside):
            gone = next((at for at in (1, 0) if _stands_before("from", said_before(at))), 0)
            return _made(listed, "replace", quoted(gone), quoted(1 - gone))
    if len(quotes) == 1 and _has("delete", outside):
        return _made(listed, "delete", quoted(0), "")
    if _has("whole", outside) and target:
        if len(quotes) == 1:
            return _made(listed, "whole", "", quoted(0))
        _head, colon, rest = text.partition(":")
        if colon and rest.strip() and not quotes:
            return _made(listed, "whole", "", rest.strip())
    return listed


def _made(listed: ListedCorrection, act: Act, printed: str, corrected: str) -> ListedCorrection:
    return ListedCorrection(listed.said, listed.target, listed.number, listed.letter, act, printed, corrected)


def _place(plain: str) -> tuple[TargetKind, int, int] | None:
    for found in _PLACE.finditer(plain):
        number, end = int(found["number"] or 0), found.end()
        if not number:
            ordinal = match_ordinal(plain, found.start("word"))
            if ordinal is None:
                continue
            number, end = ordinal
        letter = _LETTER.match(plain, end)
        position = (abjad.position(letter["letter"]) or abjad.from_latin(letter["letter"]) or 0) if letter else 0
        return _TARGETS[found["kind"]], number, position
    return None
