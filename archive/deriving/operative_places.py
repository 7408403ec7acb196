"""Where a word that may ask stands, and whether it asks there: in a main clause, not in «التي ينبغي …».

The text is a folded one. A sentence ends at a full stop, a semicolon, a colon or a line break.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from archive.vocabulary.clause_words import any_clause_word

from .operative_frames import Asking

# … الدول. ويُطلب … · … التالية:
SENTENCE_END = re.compile(r"[.؛؟!:](?=\W|$)|\n")
# Behind one of these a clause belongs to another: relative («التي ينبغي»), object («أنه ينبغي»), condition, negation.
_SUBORDINATING = (
    rf"[وف]?(?:{any_clause_word('relative')}|[بكل]?{any_clause_word('object')}|{any_clause_word('circumstance')})"
)
# التدابير التي ينبغي · إلى أنه، عند الاقتضاء، ينبغي
_BEHIND_SUBORDINATING = re.compile(rf"(?<!\w){_SUBORDINATING}(?:\s*،[^،]*،)?\s*$")
# Words that carry a sentence on without being part of what it asks: «كما ينبغي للدول …», «وفي هذا الصدد، ينبغي …».
_JOINING = re.compile(rf"(?<!\w)[وف]?{any_clause_word('carrying_on')}\s*،?\s*$")
# So far back a word may be looked for that what follows belongs to, in letters: a remark between commas may stand
# between. In the real texts 60 are enough; the bound keeps the search of long sentences short.
_BACK = 300
# وعملاً بالمادة 20، ينبغي
_COMMA = re.compile(r"(?:،|\s[-–—])\s*$")
#: The parts of words that say by themselves that something should or could be.
MODAL_PARTS = ("modal", "chance", "within", "hope", "perhaps")
_SPOKEN_PARTS = ("active", "asked", "advice")
_WORDS = re.compile(r"\w")


class ClausePosition(Enum):
    """In its sentence: first, behind a comma, among other words, or in a clause that belongs to another."""

    OPENING = auto()
    AFTER_COMMA = auto()
    INSIDE = auto()
    SUBORDINATE = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a word stands. `joined`: a conjunction carries the sentence on to it («وينبغي», «كما تُشجّع»)."""

    place: ClausePosition
    joined: bool


@dataclass(frozen=True, slots=True)
class SoFar:
    """What of the same sentence was read before: the last clause with its part, and whether a modal was left alone."""

    last: Asking | None = None
    last_part: str = ""
    left_alone: bool = False


def standing(before: str, *, joined: bool) -> Standing:
    """The standing of a word behind `before`, the beginning of its sentence; `joined`: it has a «و» or «ف»."""
    joining = _JOINING.search(before, max(0, len(before) - _BACK))
    if joining:
        before, joined = before[: joining.start()], True
    if not _WORDS.search(before):
        return Standing(ClausePosition.OPENING, joined)
    before = before[-_BACK:]
    if _BEHIND_SUBORDINATING.search(before):
        return Standing(ClausePosition.SUBORDINATE, joined)
    return Standing(ClausePosition.AFTER_COMMA if _COMMA.search(before) else ClausePosition.INSIDE, joined)


def asks(part: str, asking: Asking, where: Standing, so_far: SoFar) -> bool:
    """Whether a word that reads like asking asks where it stands.

    The first word of a sentence does. In the middle of one the same words may be part of what is asked
    («… أن تضع تدابير ينبغي أن تشمل …», «… أن تدعم الدول وتشجع المنظمات على …»): there something more is wanted,
    somebody named or the same verb once more.
    """
    if where.place is ClausePosition.OPENING:
        return True
    if where.place is ClausePosition.SUBORDINATE:
        return False
    after_comma, first = where.place is ClausePosition.AFTER_COMMA, so_far.last is None
    if part == "duty":
        return after_comma and where.joined
    if part == "passive":
        again = so_far.last is not None and so_far.last.verb_class == asking.verb_class
        return where.joined and again if not first else asking.named is not None
    if part in _SPOKEN_PARTS:
        return after_comma and (first or (where.joined and so_far.last_part in _SPOKEN_PARTS))
    if after_comma and (where.joined or first):
        return asking.named is not None or not so_far.left_alone
    return asking.named is not None and (first or after_comma or where.joined) and not so_far.left_alone
