"""The blocks of a part in their order: paragraphs with their automatic numbers, tables, controls, boxes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.sources.places import FilePlace
from archive.vocabulary.part_words import heads_contents

from ..lines import LineWriter
from ..markup import Element, name_of
from .inline import InlineReader, ParagraphWords, is_list_control
from .number_fields import FieldNumbers
from .styles import Styles
from .tables import Cell, is_for_looks, rows_of, table_lines
from .word import W, is_on

# CTOC/COP/WG.7/2019/5* · A/RES/75/196 · Distr.: General
_ON_COVERS = re.compile(r"[A-Z][A-Z0-9]*(?:/[A-Z0-9.()-]+)+\s*\*{0,3}|Distr\b.*")
#: A cover has no more lines before its table.
_COVER_LINES = 30
_GONE = frozenset({"del", "moveFrom"})
_NO_BLOCK = frozenset({"sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr", "Fallback"})


@dataclass(slots=True)
class BlockReader:
    """Writes the blocks of a document to `writer`, and the lines of its lists of contents to `furniture`."""

    styles: Styles
    counting: FieldNumbers
    inline: InlineReader
    writer: LineWriter
    furniture: list[str]
    paragraphs: int = 0
    page: int = 0
    #: What is left of paragraphs whose ends were deleted: it belongs to the next one.
    _pending: list[str] = field(default_factory=list)
    _in_list: bool = False

    def read(self, blocks: Iterable[Element]) -> None:
        for block in blocks:
            self._block(block)

    def finish(self) -> None:
        """What is still pending becomes a paragraph of its own."""
        if "".join(self._pending).strip():
            self._write("".join(self._pending))
        self._pending = []

    def _block(self, block: Element) -> None:
        name = name_of(block)
        if name == "p":
            self._paragraph(block)
        elif name == "tbl":
            self._table(block)
        elif name == "sdt":
            self._control(block)
        elif name in _GONE:
            self.inline.seen.tracked = True
        elif name in ("altChunk", "subDoc"):
            self.inline.seen.elsewhere = True
        elif name not in _NO_BLOCK:
            self.read(block)

    def _control(self, control: Element) -> None:
        if is_on(control.find(W + "sdtPr"), "showingPlcHdr"):
            return
        content = control.find(W + "sdtContent")
        before, self._in_list = self._in_list, self._in_list or is_list_control(control)
        self.read(content if content is not None else ())
        self._in_list = before

    # Paragraphs ------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element) -> None:
        label, words = self._words(paragraph)
        text = self.counting.fill_in("".join(words.text), None)
        if words.listed and "".join(words.listed).strip():
            self._take_heads_of_list()
            self.furniture.append(" ".join("".join(words.listed).split()))
        if label is None:  # its end is deleted
            self._pending.append(text)
        else:
            self._write(f"{label}{''.join(self._pending)}{text}", words.turns_before)
            self._pending = []
        self.page += words.turns
        for box in words.boxes:
            self.read(box)

    def _words(self, paragraph: Element) -> tuple[str | None, ParagraphWords]:
        """The printed label and the words; no label where the end of the paragraph was deleted."""
        properties = paragraph.find(W + "pPr")
        style = self.styles.of_paragraph(properties)
        of_end = properties.find(W + "rPr") if properties is not None else None
        words = self.inline.read(paragraph, hidden=self.styles.is_hidden(style))
        if of_end is not None:
            self.inline.seen.tracked |= any(
                of_end.find(W + name) is not None for name in ("ins", "del", "moveTo", "moveFrom")
            )
            if any(of_end.find(W + name) is not None for name in _GONE):
                return None, words
            if is_on(of_end, "vanish") and words.is_blank:
                return None, words
        if self._in_list or self.styles.is_contents(style):
            words.listed += words.text
            words.text = []
        if words.is_blank and "".join(words.listed).strip():
            return "", words
        listed = self.counting.numbering.of_paragraph(properties, style)
        label = self.counting.numbering.label(*listed) if listed else ""
        words.text = [self.counting.fill_in("".join(words.text), listed)]
        return label, words

    def _write(self, text: str, turns: int = 0) -> None:
        text = _with_blanks(text)
        if not text.strip():
            return
        self.paragraphs += 1
        self.writer.add(text, self._place(turns))

    def _place(self, turns: int = 0) -> FilePlace:
        return FilePlace("body", self.paragraphs, self.page + turns if self.inline.rendered_turns else 0)

    def _take_heads_of_list(self) -> None:
        """«المحتويات», and the heads of its columns, go with the list of contents that they stand over."""
        while self.writer.lines and heads_contents(self.writer.lines[-2]):
            self.furniture.append(self.writer.take_last())

    # Tables ----------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        rows = rows_of(table)
        if is_for_looks(rows, _text_within) or self._is_of_cover(rows):
            for row in rows:
                for cell in row:
                    if not cell.goes_on:
                        self.read(cell.blocks)
            return
        texts: list[list[str]] = []
        places: list[FilePlace] = []
        for row in rows:
            places.append(self._place()._replace(number=self.paragraphs + 1))
            texts.append([text for cell in row for text in self._cell(cell)])
        going_on = [[cell.goes_on for cell in row for _ in range(cell.width)] for row in rows]
        for at, (index, line) in enumerate(table_lines(texts, going_on)):
            self.writer.add(line, places[index], joined=at > 0)

    def _is_of_cover(self, rows: list[list[Cell]]) -> bool:
        if len(self.writer.lines) > _COVER_LINES:
            return False
        texts = (_text_within(block) for row in rows for cell in row for block in cell.blocks)
        return any(_ON_COVERS.fullmatch(text.strip()) for text in texts)

    def _cell(self, cell: Cell) -> list[str]:
        """The text of a cell on one line, and as many empty ones as it is wide."""
        own = BlockReader(
            self.styles, self.counting, self.inline, LineWriter(), self.furniture, self.paragraphs, self.page
        )
        own.read(cell.blocks)
        own.finish()
        self.paragraphs, self.page = own.paragraphs, own.page
        text = " ".join(line for line in own.writer.lines if line)
        return ["" if cell.goes_on and not text else _in_one_cell(text), *[""] * (cell.width - 1)]


def _text_within(block: Element) -> str:
    return "".join(one.text or "" for one in block.iter(W + "t"))


def _in_one_cell(text: str) -> str:
    """Bars and tabs stand between cells: within one they would part it."""
    return " ".join(text.replace("|", "¦").split())


def _with_blanks(text: str) -> str:
    """Tabs that only set a number or an indent apart are blanks; those that part columns stay."""
    lines = text.split("\n")
    return "\n".join(line if len(_columns(line)) > 2 else " ".join(line.split("\t")) for line in lines)


def _columns(line: str) -> list[str]:
    return [column for column in line.split("\t") if column.strip()]
