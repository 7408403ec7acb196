"""Words that are probably misread: they stand once in all texts, and one edit away from a word that stands often."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from archive.arabic.analyze import Term, analyze
from archive.arabic.spelling import distance
from archive.arabic.stem import dotless
from archive.models import Footnote, Paragraph, Recommendation, Section, Subparagraph
from archive.record.held import HeldForState
from archive.record.kinds import kind_of

Reason = Literal["dots", "letter", "length"]

#: With the errata of the real sources forgotten 35 words of so many letters are suspected, of which 21 are errata; of
#: three letters 13 more, of which 3. Words that the lexicon knows would add 175, of which 7.
LEAST_LETTERS = 4
#: A word that stands so often is one; what stands twice may be the same misreading twice.
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word of a printed text, at these offsets of it. `meant` is what it may be, which stands `often` times."""

    kind: str
    key: int
    printed: str
    start: int
    end: int
    meant: str
    often: int
    reason: Reason
    distance: float


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a row's printed text; `is_settled` where an erratum stands there already."""

    kind: str
    key: int
    printed: str
    term: Term
    is_settled: bool = False

    @property
    def base(self) -> str:
        """Folded, without article and other letters that lean on it."""
        return self.term.exact[-len(self.term.dotless) :] if self.term.dotless else self.term.surface


def suspects_among(words: Iterable[PlacedWord]) -> list[Suspect]:
    """The nearest to their word first; a word that the lexicon knows is none, nor one whose stem stands elsewhere."""
    placed = [word for word in words if word.term.kind == "word" and not word.term.surface.isascii()]
    often, stems = Counter(word.base for word in placed), Counter(word.term.stem for word in placed)
    shapes = _shapes(placed)
    by_length: dict[int, list[str]] = defaultdict(list)
    for base, count in often.items():
        if count >= OFTEN:
            by_length[len(base)].append(base)
    found = []
    for word in placed:
        base = word.base
        if word.is_settled or word.term.known or word.term.plain or len(base) < LEAST_LETTERS:
            continue
        if often[base] == 1 and stems[word.term.stem] == 1 and (near := _nearest(base, by_length, often)):
            found.append(_suspect(word, base, *near, often, shapes))
    return sorted(found, key=lambda one: (one.distance, -one.often, one.printed))


def _nearest(base: str, by_length: dict[int, list[str]], often: Counter[str]) -> tuple[str, float] | None:
    found = [
        (away, -often[other], other)
        for length in (len(base) - 1, len(base), len(base) + 1)
        for other in by_length.get(length, ())
        if (away := distance(base, other, 1)) is not None
    ]
    return (min(found)[2], min(found)[0]) if found else None


def _suspect(
    word: PlacedWord, base: str, near: str, away: float, often: Counter[str], shapes: dict[str, str]
) -> Suspect:
    before = word.printed[: len(word.printed) - len(base)] if len(word.printed) == len(word.term.surface) else ""
    reason: Reason = "length" if len(base) != len(near) else "dots" if dotless(base) == dotless(near) else "letter"
    meant = before + shapes.get(near, near)
    place = (word.term.start, word.term.end)
    return Suspect(word.kind, word.key, word.printed, *place, meant, often[near], reason, away)


def _shapes(words: Iterable[PlacedWord]) -> dict[str, str]:
    """Of each base the letters in which it is printed most often, hamza and all; of words without vowel marks."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        if len(word.printed) == len(word.term.surface):
            seen[word.base][word.printed[len(word.printed) - len(word.base) :]] += 1
    return {base: shapes.most_common(1)[0][0] for base, shapes in seen.items()}


_READ: tuple[tuple[type[Any], str], ...] = (
    (Recommendation, "printed_chapeau"),
    (Subparagraph, "printed_text"),
    (Paragraph, "printed_text"),
    (Section, "printed_title"),
    (Footnote, "printed_text"),
)


def _words() -> Iterator[PlacedWord]:
    for model, name in _READ:
        kind = str(kind_of(model()))
        rows = model._default_manager.exclude(source_values={}).order_by("pk").values_list("pk", name, "corrections")
        for key, text, corrections in rows:
            for term in analyze(text):
                settled = any(one[0] < term.end and term.start < one[1] for one in corrections)
                yield PlacedWord(kind, key, text[term.start : term.end], term, settled)


_held = HeldForState(lambda: suspects_among(_words()))


def suspects_now() -> list[Suspect]:
    """Those of the archive as it stands; kept in the process until it changes."""
    return _held.current()
