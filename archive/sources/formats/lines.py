"""What every format gives: lines as a text file would have them, each with its place in the file.

Guarantee: blocks stand apart by a blank line, notes at the end behind a rule, and what was left out is named.
"""

from dataclasses import dataclass, field

from archive.sources.decoding import SourceWarning
from archive.sources.places import FilePlace, Part
from archive.sources.verdict import CLEAR, Verdict

#: What parts the notes from the text.
RULE = "__________"
#: What is said wherever a file holds changes that nobody has decided on.
CHANGED = "في المستند تعديلات متتبَّعة لم يُبتّ فيها؛ قُرئ كما لو قُبلت كلها: أُخذ المضاف وتُرك المحذوف."
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: A text file ends a line at these; in other formats they are blanks or breaks.
_LINE_ENDS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)


@dataclass(frozen=True, slots=True)
class FormattedText:
    """`places` has one entry a line, None for a blank one. `furniture` are the lines of pages and lists of contents
    that are no text and were left out. `format` is the name of the format in lower case. `verdict` says whether a
    person looks at the reading first. `subjects` are what the file says it is about, as its publisher calls it."""

    format: str
    lines: tuple[str, ...]
    places: tuple[FilePlace | None, ...]
    furniture: tuple[str, ...] = ()
    warnings: tuple[SourceWarning, ...] = ()
    verdict: Verdict = CLEAR
    subjects: tuple[str, ...] = ()


@dataclass(slots=True)
class LineWriter:
    """Collects blocks in the order of the text."""

    lines: list[str] = field(default_factory=list)
    places: list[FilePlace | None] = field(default_factory=list)

    def add(self, text: str, place: FilePlace, *, joined: bool = False) -> None:
        """A block; its breaks are line ends. `joined` puts it below the one before without a blank line."""
        if self.lines and joined:
            self.lines.pop()
            self.places.pop()
        for line in text.translate(_LINE_ENDS).split("\n"):
            if line.strip():
                self.lines.append(line.strip(" "))
                self.places.append(place)
        if self.lines and self.lines[-1]:
            self.lines.append("")
            self.places.append(None)

    def take_last(self) -> str:
        """Take the last line back, with the blank one behind it."""
        self.lines.pop()
        self.places.pop()
        self.places.pop()
        text = self.lines.pop()
        if self.lines and self.lines[-1]:
            self.lines.append("")
            self.places.append(None)
        return text

    def last_place(self, part: Part = "body") -> FilePlace:
        """The place of the last block of a part."""
        return next((one for one in reversed(self.places) if one and one.part == part), FilePlace(part, 1))


def raised(marker: str) -> str:
    """A mark of a note as a copy prints it: ⁽³⁾; one of stars stays what it is."""
    return f"⁽{marker.translate(_RAISED)}⁾" if marker.isdecimal() else marker
