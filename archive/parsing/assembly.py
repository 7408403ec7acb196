"""The text after the cover, put together: sections, items with their parts, footnotes, and what fits nowhere.

Guarantee: every line with content after the cover goes to exactly one heading, item, clause, footnote or unplaced text.
"""

from collections.abc import Sequence
from typing import Literal

from archive.numbering.labels import read_bracketed_label

from .body_text import BodyText, Heading, Item, Note, Part
from .letters import Letters
from .lines import Line, ends_sentence
from .marks import LONGEST_HEADING, LONGEST_LESSER_HEADING, Mark, block_of, is_lesser_heading, place_of
from .outline import Outline
from .problems import problem
from .structure import LineRole
from .tables import Table

#: A heading «1- …» stands on the third level, one without a label on the fourth, deeper where those above do.
NUMBERED_LEVEL, UNLABELLED_LEVEL = 3, 4


class _Assembler:
    """Walks the lines once; `_open` is what a line without a label goes on with."""

    def __init__(self, lines: Sequence[Line], outline: Outline, tables: Sequence[Table]) -> None:
        self.lines = lines
        self.marks = {mark.index: mark for mark in outline.marks}
        self.indexes = [*sorted(outline.cover_notes), *range(outline.body, len(lines))]
        self.text = BodyText(tables=tables)
        self._tables = {row.index: table for table in tables for row in table.rows}
        self.letters = Letters(lines, set(self.marks))
        self.item: Item | None = None
        #: the text without a number that is being read, where no item is open
        self._loose: Item | None = None
        self._open: Literal["nothing", "heading", "item", "note", "loose"] = "nothing"
        self._blocks_end = -1
        self._labelled_level = 0

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
            elif mark.opens == "row":
                role = self._row(line)
            elif mark.opens == "clause":
                role = self._clause(mark, line)
            else:
                role = self._item(mark, line)
            self.text.roles[index] = role
        return self.text

    # what opens ──────────────────────────────────────────────────────────────────────────────────────────

    def _section(self, mark: Mark, line: Line) -> LineRole:
        level = mark.level
        if mark.printed.isdigit() or mark.label.isdigit():
            level = max(NUMBERED_LEVEL, self._labelled_level + 1)
        else:
            self._labelled_level = level
        self._heading(level, mark.label, mark.printed, line, mark.number)
        self.text.headings[-1].part, self.text.headings[-1].item = mark.part, mark.item
        self._add_title(line.without(mark.start))
        return "heading"

    def _heading(self, level: int, label: str, printed: str, line: Line, position: int = 0) -> None:
        parent: int | None = len(self.text.headings) - 1 if self.text.headings else None
        while parent is not None and self.text.headings[parent].level >= level:
            parent = self.text.headings[parent].parent
        self.text.headings.append(Heading(level, label, printed, parent, line.number, position))
        self.item = self._loose = None
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
        text = line.without(mark.start)
        # «٢- (أ) …»: number and letter on one line
        label = read_bracketed_label(text.content)
        if label is not None and label.position == 1 and label.end < len(text.content):
            self.item.parts.append(Part("letter", label.label, label.printed, 1))
            self._extend(self.item, text.without(label.end), line, whole=text)
        else:
            self._extend(self.item, text, line)
        return "paragraph"

    def _clause(self, mark: Mark, line: Line) -> LineRole:
        self.item = None
        self._open_loose(self.text.clauses, line)
        return "clause"

    def _row(self, line: Line) -> LineRole:
        """A row of a table goes to the text that is open, on a line of its own."""
        table = self._tables[line.number - 1]
        if self.item is None and (self._open != "loose" or self._loose is None):
            self._open_loose(self.text.clauses, line)
            assert self._loose is not None
            self._loose.parts[0].kind = "row"
            table.parts.append(self._loose.parts[0])
        else:
            item = self.item or self._loose
            assert item is not None
            item.parts.append(Part("row"))
            self._extend(item, line, line)
            table.parts.append(item.parts[-1])
        if table.section is None:
            table.section = len(self.text.headings) - 1 if self.text.headings else None
        return "paragraph" if self.item else "clause"

    def _open_loose(self, kept: list[Item], line: Line) -> None:
        section = len(self.text.headings) - 1 if self.text.headings else None
        self._loose = Item(Mark(line.number - 1, "clause", 0), section, line.number, last_line=line.number)
        kept.append(self._loose)
        self._open = "loose"
        label = read_bracketed_label(line.content)
        if label is not None and label.position == 1 and label.end < len(line.content):
            self._loose.parts.append(Part("letter", label.label, label.printed, 1))
            self._extend(self._loose, line.without(label.end), line, whole=line.without(line.bullet))
        else:
            self._extend(self._loose, line.without(line.bullet), line)

    def _list(self, mark: Mark, line: Line) -> LineRole:
        if self.item is None:
            return self._stray(line)
        self.item.parts.append(Part("list", str(mark.number), mark.printed, mark.number))
        self._open = "item"
        self._extend(self.item, line.without(mark.start), line, whole=line.without(line.bullet))
        return "paragraph"

    # what goes on ────────────────────────────────────────────────────────────────────────────────────────

    def _go_on(self, index: int, line: Line) -> LineRole:
        if self._open == "heading" and self._title_goes_on(index):
            self._add_title(line.without(line.bullet) if self.text.headings[-1].title.is_empty else line)
            return "heading"
        if self._open == "note" and not line.after_break:
            self.text.notes[-1].text.add(line)
            return "footnote"
        if index >= self._blocks_end and line.after_break and self._is_lesser_heading(index):
            self._heading(max(UNLABELLED_LEVEL, self._labelled_level + 1), "", "", line)
            self._add_title(line.without(line.bullet))
            return "heading"
        if self.item is None:
            return self._stray(line)
        self._open = "item"
        if not self._letter(self.item, index, line):
            # a bullet may stand before a mere continuation, but a dash in a wrapped line belongs to the words
            self._extend(self.item, line.without(line.bullet) if line.after_break else line, line)
        return "paragraph"

    def _title_goes_on(self, index: int) -> bool:
        """Wrapped, or cut by the end of a page: no heading stands last on its page, away from what it heads."""
        line = self.lines[index]
        if self.text.headings[-1].title.is_empty:
            # «المرفق الأول» alone on its line: its title stands below
            place = place_of(self.lines, index)
            return place.is_heading_like and not place.text.rstrip().endswith("،")
        return not line.after_break or (
            line.after_furniture and self._is_lesser_heading(index, LONGEST_HEADING)
        )

    def _letter(self, item: Item, index: int, line: Line) -> bool:
        """A lettered part opens: the letter is the next one, a misprint of it, or one behind a gap."""
        label = read_bracketed_label(line.content)
        if label is None or label.end >= len(line.content):
            return False
        stands_apart = line.after_break or line.bullet > 0
        ends = ends_sentence(item.tail)
        if not (stands_apart or ends):
            return False
        last = 0
        for part in reversed(item.parts):
            if part.kind == "letter":
                last = part.position
            if part.kind != "text":
                break
        # letters counted on from another list: «(د) …» and «(هـ) …» behind «… ما يلي:»
        announced = not last and line.after_break and item.tail.rstrip().endswith(":")
        goes_on = announced and self.letters.go_on(index, label)
        # a misprint only on a line of its own: in running text «… (ب) …؛» a wrapped line may begin with any
        if label.position != last + 1 and not (last and stands_apart and ends) and not goes_on:
            return False
        position = label.position if goes_on else self.letters.position(index, label, last)
        if position > last + 1 and not goes_on:
            missing = label.at(last + 1)
            self.text.problems.append(problem("missing_label", line.number, label=missing))
        if label.position != position:
            self.text.problems.append(
                problem("misprinted_label", line.number, printed=label.printed, label=label.at(position))
            )
        item.parts.append(Part("letter", label.at(position), label.printed, position))
        self._extend(item, line.without(label.end), line, whole=line.without(line.bullet))
        return True

    def _extend(self, item: Item, part: Line, line: Line, whole: Line | None = None) -> None:
        item.parts[-1].text.add(part)
        item.parts[-1].whole.add(whole or part)
        item.footnote_marks += [(marker, line.number) for marker, _place in line.marks]
        item.last_line = line.number

    def _stray(self, line: Line) -> LineRole:
        """Text that belongs to no item: in a part that wants no number, after a heading, or where one is lost."""
        loose = self._loose if self._open == "loose" else None
        kept = self.text.clauses if self._wants_no_number() else self.text.unplaced
        role: LineRole = "clause" if kept is self.text.clauses else "unplaced"
        if loose is None or line.after_break:
            if (
                loose is not None
                and kept
                and kept[-1] is loose
                and self._letter(loose, line.number - 1, line)
            ):
                return role
            self._open_loose(kept, line)
            if role == "unplaced":
                self.text.problems.append(problem("unplaced_line", line.number))
        elif not self._letter(loose, line.number - 1, line):
            self._extend(loose, line, line)
        return role

    def _wants_no_number(self) -> bool:
        """Within a part, or behind a preamble: resolutions, decisions and annexes print texts without numbers."""
        if self._loose is not None and self.text.clauses and self.text.clauses[-1] is self._loose:
            return True
        return self._in_part()

    def _in_part(self) -> bool:
        at = len(self.text.headings) - 1 if self.text.headings else None
        while at is not None:
            if self.text.headings[at].part and not self.text.headings[at].item:
                return True
            at = self.text.headings[at].parent
        return False

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
        return self._opens_next(after) or (self._in_part() and self._opens_soon(after))

    def _opens_soon(self, index: int) -> bool:
        """A whole text without a number stands between the heading and what opens: a principle over its paragraphs."""
        for after in range(index, len(self.lines)):
            if self.lines[after].content:
                block = block_of(self.lines, after)
                plain = after not in self.marks and ends_sentence(self.lines[block[-1]].content)
                return plain and self._opens_next(block[-1] + 1)
        return False

    def _opens_next(self, index: int) -> bool:
        """The next line with content opens a section or an item."""
        for after in range(index, len(self.lines)):
            if self.lines[after].content:
                mark = self.marks.get(after)
                return mark is not None and mark.opens in ("section", "item", "recommendation", "clause")
        return False


def assemble(lines: Sequence[Line], outline: Outline, tables: Sequence[Table] = ()) -> BodyText:
    """The text after the cover, from its lines, the marks of its outline and its tables."""
    return _Assembler(lines, outline, tables).run()
