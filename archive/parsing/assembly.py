"""The text after the cover, put together: sections, items with their parts, footnotes, and what fits nowhere.

Guarantee: every line with content after the cover goes to exactly one heading, item, footnote or unplaced text.
"""

from collections.abc import Sequence
from typing import Literal

from archive.numbering import abjad
from archive.numbering.labels import read_bracketed_label

from .body_text import BodyText, Heading, Item, Note, Part
from .lines import Line, ends_sentence
from .marks import LONGEST_HEADING, LONGEST_LESSER_HEADING, Mark, block_of, is_lesser_heading
from .outline import Outline
from .passages import PassageBuilder
from .problems import problem
from .structure import LineRole

UNLABELLED_LEVEL = 4


class _Assembler:
    """Walks the lines once; `_open` is what a line without a label goes on with."""

    def __init__(self, lines: Sequence[Line], outline: Outline) -> None:
        self.lines = lines
        self.marks = {mark.index: mark for mark in outline.marks}
        self.indexes = [*sorted(outline.cover_notes), *range(outline.body, len(lines))]
        self.text = BodyText()
        self.item: Item | None = None
        self._open: Literal["nothing", "heading", "item", "note", "unplaced"] = "nothing"
        self._blocks_end = -1

    def run(self) -> BodyText:
        for index in self.indexes:
            line = self.lines[index]
            if line.is_empty:
                continue
            mark = self.marks.get(index)
            role: LineRole
            if mark is None:
                role = self._go_on(index, line)
            elif mark.opens == "section":
                role = self._section(mark, line)
            elif mark.opens == "footnote":
                role = self._note(mark, line)
            elif mark.opens == "list":
                role = self._list(mark, line)
            else:
                role = self._item(mark, line)
            self.text.roles[index] = role
        return self.text

    # what opens ──────────────────────────────────────────────────────────────────────────────────────────

    def _section(self, mark: Mark, line: Line) -> LineRole:
        self._heading(mark.level, mark.label, mark.printed, line, mark.number)
        self._add_title(line.without(mark.start))
        return "heading"

    def _heading(self, level: int, label: str, printed: str, line: Line, position: int = 0) -> None:
        parent: int | None = len(self.text.headings) - 1 if self.text.headings else None
        while parent is not None and self.text.headings[parent].level >= level:
            parent = self.text.headings[parent].parent
        self.text.headings.append(Heading(level, label, printed, parent, line.number, position))
        self.item = None
        self._open = "heading"

    def _add_title(self, line: Line) -> None:
        self.text.headings[-1].title.add(line)

    def _note(self, mark: Mark, line: Line) -> LineRole:
        note = Note(mark.marker, line.number)
        note.text.add(line.without(mark.start))
        self.text.notes.append(note)
        self._open = "note"
        return "footnote"

    def _item(self, mark: Mark, line: Line) -> LineRole:
        section = len(self.text.headings) - 1 if self.text.headings else None
        self.item = Item(mark, section, line.number, last_line=line.number)
        self.text.items.append(self.item)
        self._open = "item"
        self._extend(line.without(mark.start), line)
        return "paragraph"

    def _list(self, mark: Mark, line: Line) -> LineRole:
        if self.item is None:
            return self._stray(line)
        self.item.parts.append(Part("list", str(mark.number), mark.printed, mark.number))
        self._open = "item"
        self._extend(line.without(mark.start), line, whole=line.without(line.bullet))
        return "paragraph"

    # what goes on ────────────────────────────────────────────────────────────────────────────────────────

    def _go_on(self, index: int, line: Line) -> LineRole:
        if self._open == "heading" and self._title_goes_on(index):
            self._add_title(line)
            return "heading"
        if self._open == "note" and not line.after_break:
            self.text.notes[-1].text.add(line)
            return "footnote"
        if index >= self._blocks_end and line.after_break and self._is_lesser_heading(index):
            self._heading(UNLABELLED_LEVEL, "", "", line)
            self._add_title(line.without(line.bullet))
            return "heading"
        if self.item is None:
            return self._stray(line)
        self._open = "item"
        if not self._letter(line):
            # a bullet may stand before a mere continuation, but a dash in a wrapped line belongs to the words
            self._extend(line.without(line.bullet) if line.after_break else line, line)
        return "paragraph"

    def _title_goes_on(self, index: int) -> bool:
        """Wrapped, or cut by the end of a page: no heading stands last on its page, away from what it heads."""
        line = self.lines[index]
        return not line.after_break or (
            line.after_furniture and self._is_lesser_heading(index, LONGEST_HEADING)
        )

    def _letter(self, line: Line) -> bool:
        """A lettered part opens: the letter is the next one, or a misprint of it."""
        item = self.item
        label = read_bracketed_label(line.content)
        if item is None or label is None or label.end >= len(line.content):
            return False
        stands_apart = line.after_break or line.bullet > 0
        if not (stands_apart or ends_sentence(item.tail)):
            return False
        last = 0
        for part in reversed(item.parts):
            if part.kind == "letter":
                last = part.position
            if part.kind != "text":
                break
        # a misprint only on a line of its own: in running text «… (ب) …؛» a wrapped line may begin with any
        if label.position != last + 1 and not (last and stands_apart and ends_sentence(item.tail)):
            return False
        position = last + 1
        if label.position != position:
            self.text.problems.append(
                problem("misprinted_label", line.number, printed=label.printed, label=abjad.letter(position))
            )
        item.parts.append(Part("letter", abjad.letter(position), label.printed, position))
        self._extend(line.without(label.end), line, whole=line.without(line.bullet))
        return True

    def _extend(self, part: Line, line: Line, whole: Line | None = None) -> None:
        item = self.item
        assert item is not None  # every caller has just seen or made it
        item.parts[-1].text.add(part)
        item.parts[-1].whole.add(whole or part)
        item.footnote_marks += [(marker, line.number) for marker, _place in line.marks]
        item.last_line = line.number

    def _stray(self, line: Line) -> LineRole:
        """Text that belongs to no item: after a heading, or where a number is lost."""
        if self._open != "unplaced" or line.after_break:
            self.text.unplaced.append(PassageBuilder())
            self.text.problems.append(problem("unplaced_line", line.number))
        self.text.unplaced[-1].add(line)
        self._open = "unplaced"
        return "unplaced"

    # headings without a label ────────────────────────────────────────────────────────────────────────────

    def _is_lesser_heading(self, index: int, longest: int = LONGEST_LESSER_HEADING) -> bool:
        """A short block between a finished text and something that opens; all its lines are looked at once."""
        indexes = block_of(self.lines, index)
        block, after = [self.lines[at].content for at in indexes], indexes[-1] + 1
        before = self.item.tail if self.item else ""
        if self.item is not None and not before:
            return False  # the item's own first words
        if read_bracketed_label(block[0]) or not is_lesser_heading(" ".join(block), before, longest):
            self._blocks_end = after
            return False
        return self._opens_next(after)

    def _opens_next(self, index: int) -> bool:
        """The next line with content opens a section or an item."""
        for after in range(index, len(self.lines)):
            if self.lines[after].content:
                mark = self.marks.get(after)
                return mark is not None and mark.opens in ("section", "item", "recommendation")
        return False


def assemble(lines: Sequence[Line], outline: Outline) -> BodyText:
    """The text after the cover, from its lines and the marks of its outline."""
    return _Assembler(lines, outline).run()
