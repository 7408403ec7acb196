"""A paper in AKN4UN as the lines of its print: cover, text with its printed numbers, notes behind a rule.

What the file tells beside its text (votes, keywords, workflow) is no text and is passed over.
"""

import re
from dataclasses import dataclass, field

from archive.sources.places import FilePlace
from archive.sources.refusals import unreadable

from ..lines import RULE, FormattedText, LineWriter, raised
from ..markup import Element, name_of, parse_markup
from .own import is_own, prepare

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Elements that are a block of their own, whatever is put around them.
_BLOCKS = frozenset({"p", "num", "heading", "subheading", "crossHeading", "longTitle", "listIntroduction"})
#: What is said about the text, by the file or by an editor.
_LEFT_OUT = frozenset({"meta", "img", "remark", "presentation"})
# a note's own print begins with the empty brackets of its automatic number
_EMPTY_MARK = re.compile(r"^\(\s*\)\s*")
#: Stands about the mark of a note until its line is whole: brackets about it may come from other elements.
_OPENS, _CLOSES = "\ue000", "\ue001"
_ANY = f"[^{_CLOSES}]+"
_MARK = re.compile(rf"\(\s?{_OPENS}(?P<inside>{_ANY}){_CLOSES}\s?\)|{_OPENS}(?P<bare>{_ANY}){_CLOSES}")


def read_akn(data: bytes) -> FormattedText:
    """Raises Unreadable for what is no such document, is broken, or says nothing."""
    root = parse_markup(data, "AKN4UN")
    if name_of(root) != "akomaNtoso":
        raise unreadable("not_a_paper")
    walk = _Walk()
    for line in prepare(root) if is_own(root) else ():
        walk.say(line)
        walk.close()
    try:
        walk.element(root)
    except RecursionError as error:
        raise unreadable("broken_part", detail="AKN4UN") from error
    walk.close()
    if not walk.writer.lines:
        raise unreadable("no_text")
    walk.write_notes()
    docket = next((one for one in root.iter(f"{{{NAMESPACE}}}docketNumber")), None)
    job_number = " ".join("".join(docket.itertext()).split()) if docket is not None else ""
    if job_number:
        walk.writer.add(job_number, FilePlace("foot", 1))
    return FormattedText("akn", tuple(walk.writer.lines), tuple(walk.writer.places))


@dataclass(slots=True)
class _Walk:
    """The blocks met so far, and the one that is open."""

    writer: LineWriter = field(default_factory=LineWriter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    blocks: int = 0
    _open: list[str] = field(default_factory=list)
    #: A number is open: it stands on the line of the text that follows.
    _numbered: bool = False

    def say(self, text: str | None) -> None:
        if text:
            self._open.append(" ".join(text.split("\n")))

    def close(self) -> None:
        """The open block, if there is one, is whole."""
        lines = (" ".join(line.split()) for line in "".join(self._open).split("\n"))
        text = _with_marks("\n".join(line for line in lines if line))
        self._open = []
        self._numbered = False
        if text:
            self.blocks += 1
            self.writer.add(text, FilePlace("body", self.blocks))

    def element(self, element: Element) -> None:
        name = name_of(element)
        if name in _LEFT_OUT or not name:
            return
        if name == "authorialNote":
            self._note(element)
        elif name == "eol":
            self._open.append("\n")
        elif name == "table":
            self._table(element)
        elif name == "num":
            self.close()
            self._inside(element)
            self._open.append(" ")
            self._numbered = True
        elif name in _BLOCKS:
            if not self._numbered:
                self.close()
            self._inside(element)
            self.close()
        else:
            self._inside(element)

    def _inside(self, element: Element) -> None:
        self.say(element.text)
        for child in element:
            self.element(child)
            self.say(child.tail)

    def _note(self, note: Element) -> None:
        marker = (note.get("marker") or "*").strip() or "*"
        text = _EMPTY_MARK.sub("", " ".join("".join(note.itertext()).split()))
        self._open.append(f"{_OPENS}{marker}{_CLOSES}")
        self.notes.append((marker, text))

    def _table(self, table: Element) -> None:
        """Rows of several cells are lines with bars; a table of one column is set so for its looks."""
        rows = [
            [cell for cell in row if name_of(cell) in ("td", "th")]
            for row in table.iter(f"{{{NAMESPACE}}}tr")
        ]
        self.close()
        if all(len(row) <= 1 for row in rows):
            self._inside(table)
            self.close()
            return
        lines = []
        for row in rows:
            cells = [text for cell in row for text in self._cell(cell)]
            if any(cells):
                lines.append(f"| {' | '.join(cells)} |")
        self._open = ["\n".join(lines)]
        self.close()

    def _cell(self, cell: Element) -> list[str]:
        own = _Walk(notes=self.notes)
        own._inside(cell)
        own.close()
        text = " ".join(line for line in own.writer.lines if line).replace("|", "¦")
        width = cell.get("colspan") or "1"
        return [text, *[""] * (min(int(width), 100) - 1 if width.isdecimal() else 0)]

    def write_notes(self) -> None:
        if self.notes:
            self.writer.add(RULE, self.writer.last_place())
        for number, (marker, text) in enumerate(self.notes, 1):
            self.writer.add(f"{raised(marker)} {text}", FilePlace("note", number))


def _with_marks(text: str) -> str:
    """Marks of notes as they are printed, with the brackets that the file puts about them."""
    return _MARK.sub(lambda match: raised(match["inside"] or match["bare"]), text) if _OPENS in text else text
