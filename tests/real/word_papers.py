"""The five sources as Word files, in several manners: made of what was read of them, and read again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument, ParsedRecommendation
from tests.sources.word_files import (
    definition,
    docx,
    level,
    listed,
    note,
    notes,
    p,
    run,
    starting,
    table,
)
from tests.sources.word_files import (
    field as computed,
)

#: Lists: 1 counts paragraphs, 2 letters, 3 headings of recommendations.
_LISTS = (
    definition(1, level(0, "decimal", "%1-")),
    definition(2, level(0, "arabicAbjad", "(%1)")),
    definition(3, level(0, "decimal", "التوصية %1")),
)
_TITLES = '<w:style w:type="paragraph" w:styleId="Title1"><w:name w:val="heading 1"/></w:style>'


@dataclass
class WordPaper:
    """One manner: `automatic` numbers and letters, `real_notes`, `margins` (heads and feet), `boxed` cover."""

    automatic: bool = False
    real_notes: bool = False
    margins: bool = False
    boxed: bool = False
    _lists: list[str] = field(default_factory=list)
    _last: dict[int, tuple[int, str]] = field(default_factory=dict)
    _notes: dict[int, str] = field(default_factory=dict)
    _keys: Iterator[int] = field(default_factory=lambda: count(1))

    def write(self, parsed: ParsedDocument, lines: list[str]) -> bytes:
        blocks = sorted(self._blocks(parsed), key=lambda one: one[0])
        cover = [
            line.lstrip(" #*-").rstrip(" #")
            for line, role in zip(lines, parsed.roles, strict=False)
            if role == "masthead" and line.strip()
        ]
        starred = [
            f"{one.marker} {one.text.printed}" for one in parsed.footnotes if one.marker.startswith("*")
        ]
        top = table([*cover[:2]], ["\n".join(cover[2:4]), ""]) if self.boxed else ""
        rest = cover[4:] if self.boxed else cover
        body = (
            top + "".join(map(p, rest)) + "".join(map(p, starred)) + "".join(text for _line, text in blocks)
        )
        parts = {"styles": _TITLES, "numbering": "".join([*_LISTS, *self._lists])}
        if self.real_notes:
            parts["footnotes"] = notes("footnote", self._notes)
        elif self._notes:
            body += p("__________") + "".join(p(f"({key}) {text}") for key, text in self._notes.items())
        if self.margins:
            masthead = parsed.masthead
            parts["header1"] = p(masthead.symbol or "تقرير")
            job = f"{masthead.job_number} " if masthead.job_number else ""
            parts["footer1"] = p(run(job), computed("PAGE", "2"), run("/"), computed("NUMPAGES", "10"))
        return docx(body, **parts)

    def _blocks(self, parsed: ParsedDocument) -> Iterator[tuple[int, str]]:
        texts = {one.marker: one.text.printed for one in parsed.footnotes}
        for one in parsed.sections:
            label = f"{one.printed_label}- " if one.printed_label else ""
            yield one.title.span.first_line, p(f"{label}{one.title.printed}", style="Title1")
        for paragraph in parsed.paragraphs:
            first, *others = self._runs(paragraph.text, texts)
            text = self._numbered(1, paragraph.number, f"{paragraph.printed_number}- ", first)
            yield paragraph.text.span.first_line, text + "".join(map(p, others))
        for one in parsed.recommendations:
            yield one.span.first_line, self._recommendation(one)

    def _recommendation(self, one: ParsedRecommendation) -> str:
        if one.form == "heading":
            heading = p(number=self._list(3, one.number)) if self.automatic else p(f"التوصية {one.number}")
            text = heading + p(one.chapeau.printed)
        else:
            text = self._numbered(1, one.number, f"{one.printed_number}- ", one.chapeau.printed)
        for item in one.subparagraphs:
            text += self._numbered(2, item.position, f"({item.label}) ", item.text.printed)
        return text

    def _runs(self, passage: Passage, texts: dict[str, str]) -> list[str]:
        """The text of a paragraph, a piece a line, with the references to its notes."""
        text, found, last = passage.printed, "", 0
        for marker, place in passage.marks:
            if marker not in texts or not marker.isdecimal():
                continue
            key = next(self._keys)
            self._notes[key] = texts[marker]
            mark = note(key) if self.real_notes else run(f"({key})")
            found += run(text[last:place]) + mark
            last = place
        if found:
            return [found + run(text[last:])]
        return text.split("\n")

    def _numbered(self, of: int, number: int, label: str, text: str) -> str:
        if self.automatic:
            return p(text, number=self._list(of, number))
        return p(run(label), text)

    def _list(self, of: int, number: int) -> str:
        """The list that goes on with this number: a new one where it does not follow."""
        last, key = self._last.get(of, (0, ""))
        if number != last + 1 or not key:
            key = str(len(self._lists) + 1)
            self._lists.append(listed(int(key), of, starting(number)))
        self._last[of] = number, key
        return key


MANNERS = {
    "typed": {},
    "typed with tabs in a boxed cover": {"boxed": True, "margins": True},
    "automatic numbers": {"automatic": True},
    "real notes, heads and feet": {"real_notes": True, "margins": True},
    "all of it": {"automatic": True, "real_notes": True, "margins": True, "boxed": True},
}
