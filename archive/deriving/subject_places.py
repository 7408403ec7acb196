"""Where in a recommendation a word stands: in what is asked for, or in means, purpose, example or context around it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from archive.arabic.analyze import Term
from archive.arabic.normalize import folded_with_offsets
from archive.vocabulary.asides import read_asides

from .operative import FoundClause
from .operative_grammar import any_of
from .operative_places import SENTENCE_END


class SentenceRole(Enum):
    """`factor`: how much a word counts there. `said`: the place in a sentence for staff.

    The factors were set against the index of the real recommendations (tests/real/test_subjects.py; precision .94,
    recall .97): .15 more for one of them costs up to .035 of precision, .15 less up to .036 of recall.
    """

    OBJECT = (1.0, "في صلب المطلوب")
    LATER = (0.85, "في بقية المطلوب")
    MEANS = (0.7, "في وسائل التنفيذ")
    PURPOSE = (0.6, "في بيان الغاية")
    CONDITION = (0.6, "في ظرف المطلوب أو شرطه")
    PARTNER = (0.5, "فيمن يجري التعاون معه")
    EXAMPLE = (0.5, "في مثال أو تفصيل")
    FURTHER = (0.4, "في جملة لا طلب فيها")
    CONTEXT = (0.35, "في التمهيد أو الإطار")

    def __init__(self, factor: float, said: str) -> None:
        self.factor = factor
        self.said = said


# So many words that carry a subject are what an operative phrase asks for before its details begin. With 5 the main
# subject is the same as a person's for .82 of the real recommendations, with 8 for .86, with 12 for .85.
_OBJECT_WORDS = 8
# What opens an aside and is more than a form: «عن طريق» but not «عن طريق البحر», «عند الكشف عن …» but not
# «عند الاقتضاء», «بالتعاون الوثيق مع …», «، منها …» but not «يُطلب منها».
_MORE = {
    "means": r"عن\s+طريق(?!\s+(?:البحر|البر|الجو)\b)",
    "condition": r"(?:عند|لدي|اثناء|خلال)(?=\s+(?!الاقتضاء)\w)",
    "partner": r"بال(?:تعاون|تنسيق|تشاور|شراكه|اشتراك)(?:\s+\w+){0,2}\s+مع",
    "example": r"(?:(?<=،\s)|(?<=و))من(?:ها|هم)|(?<=و)خاصه",
}


def _opening(name: str) -> str:
    forms = [any_of(read_asides()[name])] if name in read_asides() else []
    return f"(?P<{name}>(?<!\\w)[وف]?(?:{'|'.join([*forms, *filter(None, [_MORE.get(name)])])})(?!\\w))"


_ASIDES = {
    role.name.lower(): role
    for role in SentenceRole
    if role not in (SentenceRole.OBJECT, SentenceRole.LATER, SentenceRole.FURTHER)
}
# «وأن تتبادلها», «وعلى أن تدعمه»: the clause goes on asking.
_AGAIN = r"(?<!\w)(?:و(?:علي\s+)?|او\s+)ا(?:ن|لا)(?!\w)"
_MARKS = re.compile(
    "|".join(
        [f"(?P<sentence>{SENTENCE_END.pattern})", r"(?P<comma>[،,])", f"(?P<again>{_AGAIN})", *map(_opening, _ASIDES)]
    )
)


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where one word stands. `stretch` numbers what lies between two commas or full stops."""

    place: SentenceRole
    stretch: int


def place_words(
    text: str, words: Sequence[Term], clauses: Sequence[FoundClause], *, is_item: bool = False
) -> list[WordPlace]:
    """Give the place of each of the words of a text, in their order.

    A sentence with an operative clause opens with context and asks from the clause on, an item from its first word;
    a text without any clause asks throughout. What is said aside ends at the next comma, or where the clause goes
    on («وأن …»).
    """
    plain, offsets = folded_with_offsets(text)
    marks = [(offsets[match.end()], match.lastgroup or "") for match in _MARKS.finditer(plain)]
    ends = [at for at, name in marks if name == "sentence"]
    asking = {bisect_right(ends, clause.start) for clause in clauses}
    marks = sorted([*marks, *((clause.end, "clause") for clause in clauses)])
    reading = _Reading(asking, is_item=is_item)
    placed, at = [], 0
    for word in words:
        while at < len(marks) and marks[at][0] <= word.start:
            reading.pass_mark(marks[at][1])
            at += 1
        placed.append(reading.pass_word(word))
    return placed


class _Reading:
    """What is known while marks and words of one text pass by."""

    def __init__(self, asking: set[int], *, is_item: bool) -> None:
        self.asking = asking
        self.sentence = self.stretch = 0
        self._begin(asks=is_item or not asking)

    def _begin(self, *, asks: bool) -> None:
        self.asks, self.object_words = asks, 0
        self.aside: SentenceRole | None = None
        self.aside_words = 0

    def pass_mark(self, name: str) -> None:
        """What a mark changes: a sentence or a clause begins, an aside opens or ends."""
        if name == "sentence":
            self.sentence += 1
            self._begin(asks=not self.asking)
        elif name == "clause":
            self._begin(asks=True)
        elif name in _ASIDES:
            self.aside, self.aside_words = _ASIDES[name], 0
        elif self.aside_words:
            # «على سبيل المثال، …»: a comma ends only what has begun.
            self.aside = None
        if name in ("sentence", "comma"):
            self.stretch += 1

    def pass_word(self, word: Term) -> WordPlace:
        """The place of the next word."""
        if not self.asks:
            place = SentenceRole.CONTEXT if self.sentence in self.asking else SentenceRole.FURTHER
        elif self.aside:
            place = self.aside
            self.aside_words += not word.plain
        else:
            place = SentenceRole.OBJECT if self.object_words < _OBJECT_WORDS else SentenceRole.LATER
            self.object_words += not word.plain
        return WordPlace(place, self.stretch)
