"""What opens something, and what a line is like that may: the words that all finders of the outline share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archive.numbering.labels import read_bracketed_label, read_number_label, read_section_label
from archive.numbering.series import Decision

from .lines import Line, ends_sentence, stops
from .problems import Problem, problem
from .recommendation_labels import read_recommendation_label

Opens = Literal["section", "item", "list", "recommendation", "footnote", "clause", "row"]

#: A heading is short and has no full stop. The longest of the sources has 307 letters and names a whole agenda item
#: (002); a third more is left for longer ones.
LONGEST_HEADING = 420
#: Longer lines than this are no lesser heading («1- …», or one without a label). The longest of the
#: sources has 74 letters (000); in the papers one of 131 is read so. 300 finds no other.
LONGEST_LESSER_HEADING = 200
#: No heading runs over more lines, blank ones and furniture included. In the sources and the
#: papers 3 are enough, 2 cut one; copies that are wrapped narrowly need more.
LONGEST_BLOCK = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """Line `index` opens something; its own text starts at offset `start` of the line's content.

    `series` counts the series of items, `part` is the heading of a part («المرفق الأول»), `item`
    the number of the agenda item that it names, `inline` says that a
    recommendation begins on the line of its label.
    """

    index: int
    opens: Opens
    start: int
    number: int = 0
    printed: str = ""
    label: str = ""
    level: int = 0
    copy: int = 1
    marker: str = ""
    series: int = 0
    part: str = ""
    item: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class LineContext:
    """What a candidate line is like: its whole block of wrapped lines and what stands before it."""

    text: str
    before: str
    after_break: bool

    @property
    def opens_block(self) -> bool:
        """Something may begin here: at a break, or behind a finished sentence."""
        return self.after_break or not self.before or ends_sentence(self.before)

    @property
    def is_heading_like(self) -> bool:
        """Short, and without a full stop."""
        return not ends_sentence(self.text) and len(self.text) <= LONGEST_HEADING


def place_of(lines: Sequence[Line], index: int) -> LineContext:
    """What stands at the line `index`, and the last content before it."""
    parts = [lines[at].content for at in block_of(lines, index)]
    before = ""
    for at in range(index - 1, -1, -1):
        if lines[at].content:
            before = lines[at].content
            break
    return LineContext(" ".join(parts), before, lines[index].after_break)


def block_of(lines: Sequence[Line], index: int) -> list[int]:
    """The line `index` and those that go on with it: to the next break or label, furniture passed over."""
    found = [index]
    for after in range(index + 1, min(index + LONGEST_BLOCK, len(lines))):
        if lines[after].is_empty:
            continue
        if lines[after].after_break or opens_anything(lines[after]):
            break
        found.append(after)
    return found


def opens_anything(line: Line) -> bool:
    """The line bears a label of any kind, whatever the sequence will say of it."""
    text = line.content
    return (
        read_number_label(text) is not None
        or read_section_label(text) is not None
        or read_bracketed_label(text) is not None
        or read_recommendation_label(line.words) is not None
    )


def is_lesser_heading(text: str, before: str, longest: int = LONGEST_LESSER_HEADING) -> bool:
    """A block of lines that may be a heading without a label: short, unfinished, after a finished text."""
    return (
        len(text) <= longest
        and not ends_sentence(text)
        and (not before or stops(before))
        and any(char.isalpha() for char in text)
    )


def number_problems(decision: Decision, printed: str, line: int, suffix: str = "") -> list[Problem]:
    """What a decision about a number has to report: numbers left out before it, a misprint, a double.

    With a `suffix` it is no double: «1 مكرراً».
    """
    found = [problem("missing_number", line, numbers=_to_numbers(run)) for run in _runs(decision.missing)]
    if decision.misprinted:
        found.append(problem("misprinted_number", line, printed=printed, number=decision.number))
    if decision.copy > 1 and not suffix:
        found.append(problem("doubled_number", line, number=decision.number))
    return found


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as first and last: one gap is one sentence."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found


def _to_numbers(run: tuple[int, int]) -> str:
    """«للرقم 5», «للرقمين 5 و6», «للأرقام 5 إلى 11»."""
    first, last = run
    if first == last:
        return f"للرقم {first}"
    return f"للرقمين {first} و{last}" if last == first + 1 else f"للأرقام {first} إلى {last}"
