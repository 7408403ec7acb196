"""A .docx file as lines: the cover's header, the text, the notes behind a rule, what the footers say of the paper."""

import posixpath
from collections.abc import Iterator

from archive.sources.decoding import SourceWarning
from archive.sources.places import FilePlace
from archive.sources.refusals import unreadable

from ..lines import RULE, FormattedText, LineWriter, raised
from ..margins import bears_job_number, is_symbol, symbol_of_heads
from ..markup import Element, parse_markup
from ..package import PackedParts
from .blocks import BlockReader
from .fields import OpenFields
from .inline import InlineReader, Seen
from .notes import NoteReference, Notes
from .number_fields import FieldNumbers
from .numbering import AutomaticNumbers
from .remarks import remarks
from .styles import Styles
from .word import R, W, in_one_form, is_on, value_of

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"


def read_docx(parts: PackedParts) -> FormattedText:
    """Raises Unreadable for a document that is broken or says nothing."""
    try:
        return _Document(parts).read()
    except RecursionError as error:
        raise unreadable("broken_part", detail="word/document.xml") from error


class _Document:
    """The parts of one document, and what is read of them."""

    def __init__(self, parts: PackedParts) -> None:
        self._parts = parts
        self._main = _main_part(parts)
        self._targets = dict(_relations(parts, self._main))
        self._styles = Styles(self._related("styles"))
        self._numbering = AutomaticNumbers(self._related("numbering"), self._styles)
        self._counting = FieldNumbers(self._numbering)
        self._seen = Seen()
        self._notes = Notes()
        self._writer = LineWriter()
        self._furniture: list[str] = []

    def read(self) -> FormattedText:
        root = _parsed(self._parts, self._main)
        body = root.find(W + "body")
        if body is None:
            raise unreadable("broken_part", detail=self._main)
        self._take_notes(body)
        fields = OpenFields()
        inline = InlineReader(self._styles, fields, self._seen, self._notes.mark_of)
        inline.rendered_turns = next(body.iter(W + "lastRenderedPageBreak"), None) is not None
        blocks = BlockReader(self._styles, self._counting, inline, self._writer, self._furniture)
        blocks.page = 1
        margins = self._margins(root)
        self._write_head(margins, _text_of(body))
        blocks.read(body)
        blocks.finish()
        if not fields.is_whole:
            raise unreadable("broken_part", detail=self._main)
        if not any(self._writer.lines):
            raise unreadable("no_text")
        self._write_notes()
        self._write_foot(margins)
        warnings = remarks(self._seen, self._numbering.unknown_forms, renumbered=self._notes.renumbered)
        return FormattedText(
            "docx",
            tuple(self._writer.lines),
            tuple(self._writer.places),
            tuple(dict.fromkeys(self._furniture)),
            tuple(SourceWarning(*one) for one in warnings),
        )

    def _related(self, kind: str) -> Element | None:
        name = self._targets.get(kind, "")
        return _parsed(self._parts, name) if name in self._parts else None

    # Notes -----------------------------------------------------------------------------------------------------

    def _take_notes(self, body: Element) -> None:
        settings = self._related("settings")
        for kind in ("footnote", "endnote"):
            self._notes.take(kind, self._related(f"{kind}s"))
            self._notes.begin_at(kind, settings)
        self._notes.count_endnotes_on(
            sum(1 for one in body.iter(W + "footnoteReference"))
            if next(body.iter(W + "endnoteReference"), None) is not None
            else 0
        )

    def _write_notes(self) -> None:
        notes = [*self._notes.footnotes, *self._notes.endnotes]
        if not notes:
            return
        self._writer.add(RULE, self._writer.last_place())
        for number, note in enumerate(notes, 1):
            text = self._words_of(note)
            if note.mark:
                text = f"{raised(note.mark)} {text}"
            self._writer.add(text, FilePlace("note", number))

    def _words_of(self, note: NoteReference) -> str:
        return " ".join(self._lines_of(note.body))

    def _lines_of(self, element: Element) -> list[str]:
        """The lines of a part beside the text: its paragraphs are none of the text's."""
        fields = OpenFields()
        inline = InlineReader(self._styles, fields, self._seen, lambda kind, key, own: "")
        blocks = BlockReader(self._styles, self._counting, inline, LineWriter(), self._furniture)
        blocks.read(element)
        blocks.finish()
        return [" ".join(line.split()) for line in blocks.writer.lines if line]

    # Heads and feet of pages ---------------------------------------------------------------------------------------

    def _margins(self, root: Element) -> "_Margins":
        """The lines at the head of the first page, and those of all other heads and feet."""
        first: list[str] = []
        others: list[str] = []
        read: set[str] = set()
        by_id = {key: name for key, name in self._targets.items() if key.startswith("id:")}
        for at, section in enumerate(root.iter(W + "sectPr")):
            has_first = is_on(section, "titlePg")
            for reference in section:
                name = by_id.get(f"id:{reference.get(R + 'id')}", "")
                is_head = reference.tag == W + "headerReference"
                if (
                    name in read
                    or name not in self._parts
                    or not (is_head or reference.tag == W + "footerReference")
                ):
                    continue
                read.add(name)
                kind = value_of(reference, "type")
                if kind == "first" and not has_first:
                    continue
                lines = self._lines_of(_parsed(self._parts, name))
                (first if is_head and kind == "first" and at == 0 else others).extend(lines)
        return _Margins(first, list(dict.fromkeys(others)))

    def _write_head(self, margins: "_Margins", text: str) -> None:
        """The head of the first page is the cover's; a symbol that stands at the head of pages alone is so too."""
        place = FilePlace("head", 1)
        for line in margins.first:
            self._writer.add(line, place)
        alone = symbol_of_heads(margins.others, text)
        if alone and not any(map(is_symbol, margins.first)):
            self._writer.add(alone, place)

    def _write_foot(self, margins: "_Margins") -> None:
        """What bears the job number goes to the reader of the text, who knows it; the rest is named and left out."""
        for line in margins.others:
            if bears_job_number(line):
                self._writer.add(line, FilePlace("foot", 1))
            else:
                self._furniture.append(line)


class _Margins:
    def __init__(self, first: list[str], others: list[str]) -> None:
        self.first, self.others = first, others


def _text_of(body: Element) -> str:
    return "".join(one.text or "" for one in body.iter(W + "t"))


# Parts -------------------------------------------------------------------------------------------------------------


def _parsed(parts: PackedParts, name: str) -> Element:
    return parse_markup(in_one_form(parts.read(name)), name)


def _main_part(parts: PackedParts) -> str:
    for kind, name in _relations(parts, ""):
        if kind == _MAIN.strip("/") and name in parts:
            return name
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise unreadable("broken_package")


def _relations(parts: PackedParts, part: str) -> Iterator[tuple[str, str]]:
    """Of a part (of the package: ""): the last word of each relation's type, and «id:…», with the part it leads to."""
    folder, name = posixpath.split(part)
    own = posixpath.join(folder, "_rels", f"{name}.rels")
    if own not in parts:
        return
    for one in parse_markup(parts.read(own), own).iter(_RELATIONSHIP):
        if one.get("TargetMode") == "External":
            continue
        target = str(one.get("Target") or "")
        path = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        yield str(one.get("Type") or "").rpartition("/")[2], path
        yield f"id:{one.get('Id')}", path
