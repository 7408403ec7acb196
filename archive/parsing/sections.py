"""Labelled headings: أولاً, ثانياً …; under each ألف, باء …; and those of parts, under which the labels start anew.

Guarantee: a printed label stands unless the labels about it contradict it; a misread one is reported, and so is a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import normalize
from archive.numbering.labels import Label, read_latin_section_label, read_number_label, read_section_label
from archive.numbering.likeness import look_alike
from archive.vocabulary.part_words import CONTINUED

from .lines import Line
from .marks import Mark, place_of
from .parts import PartHeading
from .problems import Problem, problem
from .recommendation_labels import read_recommendation_label
from .script import is_latin

#: «ثانيا التوصيات»: without a dash only a short line is a heading. The two of the sources and the specimen have 14
#: letters; with 20 and with 300 the same headings are found.
LONGEST_WITHOUT_DASH = 120

#: How many lines below a heading its text begins: blank ones and furniture of a page turn are between.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    label: Label
    continued: bool
    #: what stands below it is numbered or a recommendation: it heads a text and stands on no cover
    opens_text: bool


@dataclass(slots=True)
class _Scope:
    """What has been counted within a part: the last ordinal, the last letter under it."""

    ordinal: int = 0
    letter: int = 0
    late: bool = False
    level: int = 0
    has_ordinals: bool = False


def find_sections(
    lines: Sequence[Line], parts: Sequence[PartHeading] = ()
) -> tuple[list[Mark], list[Problem]]:
    """The marks of the headings of both levels and of parts, in order, and the labels that were misread."""
    by_index = {part.index: part for part in parts}
    candidates: list[_Candidate] = []
    latin, letter = is_latin(lines), 0
    for index, line in enumerate(lines):
        if not line.content or index in by_index:
            continue
        read = read_latin_section_label(line.content, letter) if latin else read_section_label(line.content)
        found = _candidate(lines, index, read) if read is not None else None
        if found is not None:
            candidates.append(found)
            letter = found.label.position if found.label.kind == "letter_name" else 0
    reader = _SectionReader(lines, candidates, parts)
    ahead = iter(candidates)
    following = next(ahead, None)
    for index in sorted({*by_index, *(c.index for c in candidates)}):
        if index in by_index:
            reader.part(by_index[index])
        elif following is not None:
            reader.section(following)
            following = next(ahead, None)
    return reader.marks, reader.problems


def _candidate(lines: Sequence[Line], index: int, label: Label) -> _Candidate | None:
    line = lines[index]
    place = place_of(lines, index)
    rest = line.content[label.end :].strip()
    if not rest and not _title_follows(lines, index):
        return None
    if not place.is_heading_like:
        return None
    if label.kind == "ordinal" and not (
        place.opens_block and (label.marked or len(place.text) <= LONGEST_WITHOUT_DASH)
    ):
        return None
    if label.kind == "letter_name" and not (place.opens_block or _is_heading_line(lines, index - 1)):
        return None
    continued = normalize(place.text).rstrip(") ").endswith(CONTINUED)
    return _Candidate(index, label, continued, _opens_text(lines, index))


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    for line in lines[index + 1 : index + 1 + _NEAR]:
        if line.content:
            number = read_number_label(line.content)
            return (number is not None and number.marked) or read_recommendation_label(line.words) is not None
    return False


def _title_follows(lines: Sequence[Line], index: int) -> bool:
    """A label alone on its line heads what stands below it: a short block that opens nothing."""
    for after in range(index + 1, len(lines)):
        if lines[after].content:
            return lines[after].after_break and place_of(lines, after).is_heading_like
    return False


class _SectionReader:
    """Walks headings in their order; scopes lie in one another as the parts do."""

    def __init__(
        self, lines: Sequence[Line], candidates: Sequence[_Candidate], parts: Sequence[PartHeading]
    ) -> None:
        self.lines = lines
        self.marks: list[Mark] = []
        self.problems: list[Problem] = []
        self.scopes = [_Scope()]
        self._next = _following(candidates, parts)
        self._alone = not any(c.label.kind == "ordinal" for c in candidates)
        self._last_text = max((part.index for part in parts if part.kind != "annex"), default=-1)
        self._in_text = False

    def part(self, part: PartHeading) -> None:
        """A part's heading; an annex of a resolution stands under it where the text goes on behind."""
        outermost = self.scopes[0]
        if part.kind in ("resolution", "draft", "item"):
            above = 2 if outermost.letter else (1 if outermost.ordinal else outermost.level)
            level = above + 1
            self._in_text = True
        elif part.kind == "annex" and self._in_text and self._last_text > part.index:
            level = 1 + self.scopes[-1].level
        else:
            level, self._in_text = 1, False
        mark = Mark(part.index, "section", part.title, 0, part.printed, part.printed, level)
        self.marks.append(replace(mark, part=part.printed, item=part.item))
        if part.kind == "chapter":
            # chapters divide the text: its letters start anew under each
            self.scopes = [replace(self.scopes[0], letter=0, level=0)]
            self.scopes.append(_Scope(level=level))
        else:
            self.scopes = [self.scopes[0], _Scope(level=level)]

    def section(self, candidate: _Candidate) -> None:
        if candidate.label.kind == "ordinal":
            self._ordinal(candidate)
        else:
            self._letter(candidate)

    def _ordinal(self, candidate: _Candidate) -> None:
        printed = candidate.label.position
        scope = self.scopes[-1]
        if len(self.scopes) > 1 and printed != scope.ordinal + 1 and printed == self.scopes[0].ordinal + 1:
            self.scopes = self.scopes[:1]
            scope, self._in_text = self.scopes[0], False
        following = self._next.get(candidate.index)
        begins = printed == 1 or candidate.continued or candidate.opens_text or following == printed + 1
        if scope.ordinal == 0 and not begins:
            # the first of all must be the first: «ثالثاً» on a cover opens nothing
            return
        alone = candidate.label.end >= len(self.lines[candidate.index].content)
        goes_on = printed > scope.ordinal and following == printed + 1
        if alone and printed != scope.ordinal + 1 and not goes_on:
            return
        if scope.ordinal and printed > scope.ordinal + 1:
            missing = candidate.label.at(scope.ordinal + 1)
            self.problems.append(problem("missing_label", self.lines[candidate.index].number, label=missing))
        anew = printed == 1 and scope.ordinal > 1 and following == 2
        position = printed if anew or printed > scope.ordinal else scope.ordinal + 1
        scope.late = scope.late or (scope.ordinal == 0 and position > 1)
        scope.ordinal, scope.letter, scope.has_ordinals = position, 0, True
        true = candidate.label.at(position) or candidate.label.label
        self._mark(candidate, position, true, scope.level + 1)

    def _letter(self, candidate: _Candidate) -> None:
        printed = candidate.label.position
        scope = self.scopes[-1]
        if len(self.scopes) > 1 and printed != scope.letter + 1 and printed == self.scopes[0].letter + 1:
            self.scopes = self.scopes[:1]
            scope, self._in_text = self.scopes[0], False
        following = self._next.get(candidate.index)
        expected = scope.letter + 1
        # without an ordinal above, only a list of letters is one of headings
        begins = scope.letter > 0 or (printed == 1 and following == 2)
        if scope.ordinal == 0 and not scope.level and not (self._alone and begins):
            return
        begins_late = scope.letter == 0 and (scope.late or candidate.continued)
        unlike = not look_alike(printed, expected) and following in (None, printed + 1)
        stands = printed > expected and (begins_late or unlike)
        position = printed if stands else expected
        if stands and not begins_late:
            missing = candidate.label.at(expected)
            self.problems.append(problem("missing_label", self.lines[candidate.index].number, label=missing))
        scope.letter = position
        level = scope.level + 2 if scope.ordinal or not scope.level else scope.level + 1
        self._mark(candidate, position, candidate.label.at(position), level)

    def _mark(self, candidate: _Candidate, position: int, true: str, level: int) -> None:
        label = candidate.label
        if position != label.position:
            line = self.lines[candidate.index].number
            self.problems.append(problem("misprinted_label", line, printed=label.printed, label=true))
        self.marks.append(Mark(candidate.index, "section", label.end, position, label.printed, true, level))


def _following(candidates: Sequence[_Candidate], parts: Sequence[PartHeading]) -> dict[int, int]:
    """By the index of each heading the position of the next of its kind; letters end at the next ordinal and part."""
    found: dict[int, int] = {}
    ends = sorted(part.index for part in parts)
    ordinal: tuple[int, int] | None = None
    letter: tuple[int, int] | None = None
    for candidate in reversed(candidates):
        while ends and ends[-1] > candidate.index:
            ends.pop()
            letter = None
        if candidate.label.kind == "ordinal":
            if ordinal:
                found[candidate.index] = ordinal[1]
            ordinal, letter = (candidate.index, candidate.label.position), None
        else:
            if letter:
                found[candidate.index] = letter[1]
            letter = (candidate.index, candidate.label.position)
    return found


def _is_heading_line(lines: Sequence[Line], index: int) -> bool:
    return index >= 0 and read_section_label(lines[index].content) is not None
