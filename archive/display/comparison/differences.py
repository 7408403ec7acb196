"""Where the reading text differs from the printed one, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import count

from archive.arabic.clean import MARK_RANGES, TATWEEL, drop_tatweel

# Words with their marks and tatweel, blanks, and each sign by itself: a changed word leaves its comma alone.
_WORDS = re.compile(rf"\s+|[\w{MARK_RANGES}{TATWEEL}]+|.")
_CONTEXT_WORDS = 4


@dataclass(frozen=True, slots=True)
class AlignedPiece:
    """A stretch of text; the two forms are equal where nothing was changed.

    `start` is the offset of the printed form in the printed text, `number` counts the changed places of a
    recommendation from 1.
    """

    printed: str
    reading: str
    start: int
    changed: bool = False
    number: int = 0

    @property
    def anchor(self) -> str:
        """Where the margin shows this place in both forms."""
        return f"diff-{self.number}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One changed place with a few words about it, for the margin; blanks between the four are theirs."""

    before: str
    printed: str
    reading: str
    after: str
    line: int | None = None
    label: str = ""
    anchor: str = ""
    #: A misreading of the copy, mended; else staff have said it otherwise.
    is_erratum: bool = False


@lru_cache(maxsize=2048)
def build_pieces(printed: str, reading: str) -> tuple[AlignedPiece, ...]:
    """Cut both texts into pieces that are the same and pieces that differ, in reading order.

    Stretched letters alone («بشـــأن») are no difference: tatweel is shape, not wording.
    """
    if printed == reading:
        return (AlignedPiece(printed, reading, 0),) if printed else ()
    old, new = _WORDS.findall(printed), _WORDS.findall(reading)
    shapes = [drop_tatweel(word) for word in old], [drop_tatweel(word) for word in new]
    matcher = SequenceMatcher(None, *shapes, autojunk=False)
    pieces: list[AlignedPiece] = []
    offset = 0
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        was, now = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        pieces.append(AlignedPiece(was, now, offset, tag != "equal"))
        offset += len(was)
    return tuple(pieces)


def number_pieces(pieces: Iterable[AlignedPiece], after: int) -> tuple[AlignedPiece, ...]:
    """The same pieces, the changed ones numbered from `after` + 1."""
    numbers = count(after + 1)
    return tuple(replace(piece, number=next(numbers)) if piece.changed else piece for piece in pieces)


def build_differences(
    pieces: Sequence[AlignedPiece], corrections: Sequence[Sequence[object]] = (), label: str = ""
) -> Iterator[Difference]:
    """The changed pieces with their surroundings; the line comes from the erratum that touches the place."""
    for index, piece in enumerate(pieces):
        if not piece.changed:
            continue
        before = pieces[index - 1].reading if index else ""
        after = pieces[index + 1].reading if index + 1 < len(pieces) else ""
        yield Difference(
            before=_last_words(before),
            printed=piece.printed,
            reading=piece.reading,
            after=_first_words(after),
            line=_line_at(piece, corrections),
            label=label,
            anchor=piece.anchor,
            is_erratum=_is_erratum(piece, corrections),
        )


def _is_erratum(piece: AlignedPiece, corrections: Sequence[Sequence[object]]) -> bool:
    """Whether an erratum that touches the place says what is read there; one of several words may be cut in pieces."""
    end = piece.start + len(piece.printed)
    said = [
        str(corrected)
        for start, stop, corrected, *_rest in corrections
        if isinstance(start, int) and isinstance(stop, int) and start <= end and piece.start <= stop
    ]
    reading = piece.reading.strip()
    return any(one and (reading in one or one in reading) for one in said)


def _line_at(piece: AlignedPiece, corrections: Sequence[Sequence[object]]) -> int | None:
    """`corrections` are rows of the model: start, end, corrected, certainty, line, printed."""
    end = piece.start + len(piece.printed)
    for start, stop, _corrected, _certainty, line, *_rest in corrections:
        if isinstance(start, int) and isinstance(stop, int) and start < end and piece.start < stop:
            return line if isinstance(line, int) else None
    return None


def _last_words(text: str) -> str:
    words = text.split()
    shown = ("… " if len(words) > _CONTEXT_WORDS else "") + " ".join(words[-_CONTEXT_WORDS:])
    return shown + " " if text[-1:].isspace() else shown


def _first_words(text: str) -> str:
    words = text.split()
    shown = " ".join(words[:_CONTEXT_WORDS]) + (" …" if len(words) > _CONTEXT_WORDS else "")
    return " " + shown if text[:1].isspace() else shown
