"""A paper in AKN4UN as the lines of its print: cover, text with its printed numbers, notes behind a rule.

What the file tells beside its text (votes, workflow) is no text and is passed over; its subjects are kept beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.sources.decoding import SourceWarning
from archive.sources.places import FilePlace
from archive.sources.refusals import unreadable

from ..lines import CHANGED, RULE, FormattedText, LineWriter, raised
from ..markup import Element, name_of, parse_markup
from .own import is_own, prepare
from .subjects import subjects_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Elements that are a block of their own, whatever is put around them.
_BLOCKS = frozenset(
    "p num heading subheading crossHeading longTitle listIntroduction listWrapUp block li caption tocItem".split()
)
_QUOTED = frozenset({"quotedStructure", "embeddedStructure"})
#: What is said about the text, by the file or by an editor.
_LEFT_OUT = frozenset({"meta", "img", "remark", "presentation", "del"})
# a note's own print begins with the empty brackets of its automatic number
_EMPTY_MARK = re.compile(r"^\(\s*\)\s*")
#: Stands about the mark of a note until its line is whole: brackets about it may come from other elements.
_OPENS, _CLOSES = "\ue000", "\ue001"
_MOST_SPANNED = 100
_ANY = f"[^{_CLOSES}]+"
_MARK = re.compile(rf"\(\s?{_OPENS}(?P<inside>{_ANY}){_CLOSES}\s?\)|{_OPENS}(?P<bare>{_ANY}){_CLOSES}")


def read_akn(data: bytes) -> FormattedText:
    """Raises Unreadable for what is no such document, is broken, or says nothing."""
    root = parse_markup(data, "AKN4UN")
    if name_of(root) != "akomaNtoso":
        raise unreadable("not_a_paper")
    walk = _Walk()
    cover, taken_out = prepare(root) if is_own(root) else ([], [])
    walk.contents += taken_out
    for line in cover:
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
    changed = (SourceWarning("tracked", CHANGED),) if walk.is_changed else ()
    return FormattedText(
        "akn",
        tuple(walk.writer.lines),
        tuple(walk.writer.places),
        tuple(walk.contents),
        changed,
        subjects=subjects_of(root),
    )


@dataclass(slots=True)
class _Walk:
    """The blocks met so far, and the one that is open."""

    writer: LineWriter = field(default_factory=LineWriter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    blocks: int = 0
    #: The lines of lists of contents, which are no text.
    contents: list[str] = field(default_factory=list)
    #: Changes were met that somebody proposed.
    is_changed: bool = False
    _quote: str = ""
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
            self.writer.add(self._quote + text, FilePlace("body", self.blocks))
            self._quote = ""

    def element(self, element: Element) -> None:
        name = name_of(element)
        if name in _LEFT_OUT or not name:
            self.is_changed |= name == "del"
            return
        self.is_changed |= name == "ins"
        if name == "authorialNote":
            self._note(element)
        elif name == "noteRef":
            self._reference(element)
        elif name in ("eol", "br"):
            self._open.append("\n")
        elif name == "table":
            self._table(element)
        elif name == "toc":
            self.close()
            own = _Walk(notes=self.notes)
            own._inside(element)
            own.close()
            self.contents += [line for line in own.writer.lines if line]
        elif name == "ol":
            self._ordered(element)
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
        elif name in _QUOTED:
            self._quoted(element)
        else:
            self.say(element.get("startQuote"))
            self._inside(element)
            self.say(element.get("endQuote"))

    def _quoted(self, structure: Element) -> None:
        """Blocks of another text: its quotation marks stand at the first and at the last of them."""
        self.close()
        self._quote = structure.get("startQuote") or ""
        self._inside(structure)
        self.close()
        if structure.get("endQuote") and self.writer.lines:
            self.writer.lines[-2] += structure.get("endQuote")

    def _ordered(self, listed: Element) -> None:
        """The items of a list whose numbers the file does not write."""
        for number, item in enumerate((one for one in listed if name_of(one) == "li"), 1):
            self.close()
            self.say(f"{item.get('value') or number}. ")
            self._numbered = True
            self.element(item)

    def _inside(self, element: Element) -> None:
        self.say(element.text)
        for child in element:
            self.element(child)
            self.say(child.tail)

    def _note(self, note: Element) -> None:
        marker = (note.get("marker") or "*").strip() or "*"
        blocks = [one for one in note if name_of(one) in _BLOCKS] or [note]
        told = " ".join(" ".join("".join(one.itertext()).split()) for one in blocks)
        if len("".join(told.split())) < len("".join("".join(note.itertext()).split())):  # text beside the blocks
            told = " ".join("".join(note.itertext()).split())
        text = _EMPTY_MARK.sub("", told)
        self._open.append(f"{_OPENS}{marker}{_CLOSES}")
        self.notes.append((marker, text))

    def _reference(self, reference: Element) -> None:
        """The mark of a note that stands elsewhere in the file."""
        key = (reference.get("href") or "").lstrip("#")
        notes = reference.getroottree().iter(f"{{{NAMESPACE}}}note")
        note = next((one for one in notes if one.get("eId") == key), None)
        if not key or note is None:
            raise unreadable("broken_part", detail="noteRef")
        note.set("marker", reference.get("marker") or note.get("marker") or "*")
        self._note(note)

    def _table(self, table: Element) -> None:
        """Rows of several cells are lines with bars; a table of one column is set so for its looks."""
        rows = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in _own_rows(table)]
        self.close()
        for caption in (one for one in table if name_of(one) == "caption"):
            self.element(caption)
        if all(len(row) <= 1 for row in rows):
            self._inside(table)
            self.close()
            return
        lines = []
        spans: dict[int, int] = {}  # how many rows below a cell still takes its columns
        for row in rows:
            cells = self._row(row, spans)
            if any(cells):
                lines.append(f"| {' | '.join(cells)} |")
        self._open = ["\n".join(lines)]
        self.close()

    def _row(self, row: list[Element], spans: dict[int, int]) -> list[str]:
        """The texts of a row, empty where a cell of a row above goes on."""
        found: list[str] = []
        for cell in row:
            self._go_on(found, spans)
            texts = self._cell(cell)
            down = _count(cell.get("rowspan")) - 1
            spans.update({at: down for at in range(len(found), len(found) + len(texts)) if down})
            found += texts
        self._go_on(found, spans)
        return found

    def _go_on(self, found: list[str], spans: dict[int, int]) -> None:
        while spans.get(len(found), 0):
            spans[len(found)] -= 1
            found.append("")

    def _cell(self, cell: Element) -> list[str]:
        own = _Walk(notes=self.notes)
        own._inside(cell)
        own.close()
        text = " ".join(line for line in own.writer.lines if line).replace("|", "¦")
        return [text, *[""] * (_count(cell.get("colspan")) - 1)]

    def write_notes(self) -> None:
        if self.notes:
            self.writer.add(RULE, self.writer.last_place())
        for number, (marker, text) in enumerate(self.notes, 1):
            self.writer.add(f"{raised(marker)} {text}", FilePlace("note", number))


def _own_rows(table: Element) -> Iterator[Element]:
    """Its rows, whatever part of it they stand in, and none of a table in a cell."""
    for child in table:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from _own_rows(child)


def _count(told: str | None) -> int:
    if not told or not told.isascii() or not told.isdecimal() or len(told) > len(str(_MOST_SPANNED)):
        return 1
    return max(min(int(told), _MOST_SPANNED), 1)


def _with_marks(text: str) -> str:
    """Marks of notes as they are printed, with the brackets that the file puts about them."""
    return _MARK.sub(lambda match: raised(match["inside"] or match["bare"]), text) if _OPENS in text else text
