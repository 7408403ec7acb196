"""Letters as they were drawn become signs: marks on their letters, shapes as plain letters, doubles once."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .letters import Letter
from .placing import SAID

LOST = "\ufffd"
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
#: Of the size of the letters: how near a mark stands to its letter, how near two drawings are one letter made bold.
_NEAR = 0.6
_SAME = 0.12
_NO_WIDTH, _BESIDE = 0.05, 0.3
_ALEFS = "اأإآ"


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter with its marks, or several of one drawing in the order of reading. `order` counts as they are drawn."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    order: int
    flags: int

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def signs_of(letters: Sequence[Letter]) -> list[Sign]:
    """In the order in which they are drawn."""
    plain = [Sign(_plain(one), one.x0, one.x1, one.y, one.size, at, one.flags) for at, one in enumerate(letters)]
    return [replace(one, text=_marks_once(one.text)) for one in _with_marks(_parted(_once(plain)))]


def _plain(letter: Letter) -> str:
    """Shapes of letters as the letters. A drawing without width that is said to be a letter with its mark is the mark,
    but for the alef of a lam-alef, which has none of its own."""
    text = _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]).strip(), letter.text)
    text = "".join(LOST if _is_lost(sign) else sign for sign in text if sign >= " " and not _is_unseen(sign))
    marks = "".join(filter(is_mark, text))
    if (
        marks not in ("", text)
        and not letter.flags & SAID
        and letter.x1 - letter.x0 <= _NO_WIDTH * letter.size
        and text[0] not in _ALEFS
    ):
        return marks
    return text


def _parted(signs: Iterable[Sign]) -> list[Sign]:
    """A drawing without width that is said to be a letter with marks, beside that letter, is its marks alone."""
    found = [one for one in signs if one.text]
    wide: dict[str, list[Sign]] = {}
    for one in found:
        if one.x1 - one.x0 > _NO_WIDTH * one.size:
            wide.setdefault(one.text[0], []).append(one)
    for at, one in enumerate(found):
        marks = "".join(filter(is_mark, one.text))
        if marks in ("", one.text) or one.x1 - one.x0 > _NO_WIDTH * one.size:
            continue
        if any(
            other.x0 - _BESIDE * one.size <= one.x0 <= other.x1 + _BESIDE * one.size
            and abs(other.y - one.y) < one.size
            for other in wide.get(one.text[0], ())
        ):
            found[at] = replace(one, text=marks)
    return found


def _marks_once(text: str) -> str:
    """A letter that is said to bear its mark, and the mark drawn on it, give it once."""
    if len(text) < 3:
        return text
    found = ""
    for sign in text:
        marks = found[len(found.rstrip("".join(filter(is_mark, found)))) :] if is_mark(sign) else ""
        if sign not in marks:
            found += sign
    return found


def is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"


def _is_lost(sign: str) -> bool:
    return unicodedata.category(sign) in ("Co", "Cs", "Cn")


def _is_unseen(sign: str) -> bool:
    """Marks of direction and joining: the places of the letters say what they said. Tatweel is a letter's length."""
    return unicodedata.category(sign) == "Cf"


def _once(signs: Iterable[Sign]) -> list[Sign]:
    """A letter that is drawn twice at one place, to look bold, is one."""
    found: list[Sign] = []
    places: dict[tuple[str, int, int], list[Sign]] = {}
    for one in signs:
        at = (one.text, round(one.x0 / 4), round(one.y / 4))
        near = [
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in places.get((at[0], at[1] + dx, at[2] + dy), ())
        ]
        reach = _SAME * one.size if one.x1 > one.x0 else _NEAR * one.size  # marks are set higher or lower
        if any(
            abs(one.x0 - other.x0) < _SAME * one.size and abs(one.y - other.y) < reach for other in near
        ):
            continue
        places.setdefault(at, []).append(one)
        found.append(one)
    return found


def _with_marks(signs: list[Sign]) -> list[Sign]:
    """Marks go to the letter that they stand on: the next one where letters are drawn from left to right, since shapers
    turn letter and mark round together, else the one before."""
    found: list[Sign] = []
    waiting: list[Sign] = []
    for one in signs:
        if all(map(is_mark, one.text)):
            waiting.append(one)
            continue
        if waiting:
            one = _settle(found, waiting, one)
            waiting = []
        found.append(one)
    if waiting:
        _settle(found, waiting, None)
    return found


def _settle(found: list[Sign], marks: list[Sign], following: Sign | None) -> Sign:
    before = found[-1] if found and _is_near(found[-1], marks[0]) else None
    after = following if following is not None and _is_near(following, marks[-1]) else None
    if after is not None and (before is None or not _bears_marks(before) or after.x0 > before.x0):
        return _bearing(after, marks[::-1])
    if before is not None:
        found[-1] = _bearing(before, marks)
    else:
        found.extend(marks)
    return following if following is not None else marks[0]


def _bearing(letter: Sign, marks: Sequence[Sign]) -> Sign:
    """The letter with its marks. One that is said together with a stretch of its word is as wide as that."""
    said = [one for one in marks if one.flags & SAID]
    x0, x1 = min([letter.x0, *(one.x0 for one in said)]), max([letter.x1, *(one.x1 for one in said)])
    return replace(letter, text=letter.text + "".join(one.text for one in marks), x0=x0, x1=x1)


def _bears_marks(letter: Sign) -> bool:
    return unicodedata.category(letter.text[0]) == "Lo"


def _is_near(letter: Sign, mark: Sign) -> bool:
    reach = _NEAR * max(letter.size, mark.size)
    return (
        not letter.is_blank
        and abs(letter.y - mark.y) <= 1.5 * letter.size
        and letter.x0 - reach <= mark.middle <= letter.x1 + reach
    )
