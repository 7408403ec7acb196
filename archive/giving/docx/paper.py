"""A paper for Word as it is written: cover, contents, then headings, lines, recommendations and tables in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.display.text.running_text import cut_at_word

from ..characters import in_digits
from ..compendium import PaperEntry
from ..languages import ARABIC
from .labels import LETTER, NUMBER, ListLabels
from .markup import Look, bookmarked, computed, paragraph, run, table
from .package import WordParts, render_package
from .pages import PageCount
from .styles import PRINTED_INDENT, TEXT_WIDTH

BOLD = Look(bold=True)
#: So many words of a long heading stand in the contents.
WORDS_IN_CONTENTS = 11
#: The first column of the facts on the cover.
_LABELS = 1700


class _Block(NamedTuple):
    """A paragraph with what its place on the pages depends on; of a heading its text for the contents."""

    markup: str
    style: str
    text: str
    indent: int = 0
    heading: str = ""


@dataclass(slots=True)
class WordPaper:
    """`facts` are pairs of label and value for the cover, `remarks` sentences below them.

    The text begins on a page of its own after the contents; with one heading there are none, and it follows the cover.
    """

    title: str
    bodies: Sequence[str]
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    digits: str
    created: datetime
    is_rtl: bool
    _blocks: list[_Block] = field(default_factory=list)
    _labels: ListLabels = field(default_factory=ListLabels)
    _headings: int = 0

    @property
    def _own_digits(self) -> str:
        """Page numbers follow the words of the interface."""
        return self.digits if self.is_rtl else ""

    def heading(self, depth: int, text: str) -> None:
        """Of depth 1 or 2."""
        self._headings += 1
        content = bookmarked(self._headings, _bookmark(self._headings), run(text))
        style = f"Heading{depth}"
        self._blocks.append(_Block(paragraph(style, content), style, text, heading=text))

    def line(self, style: str, text: str, *, label: str = "") -> None:
        """A line of our own words; a label before it is bold."""
        content = (run(label, BOLD), run(f" {text}" if text else "")) if label else (run(text),)
        self._blocks.append(_Block(paragraph(style, *content), style, f"{label} {text}"))

    def entry(self, entry: PaperEntry) -> None:
        """A recommendation under its number, its lettered items under their letters."""
        blocks = self._passages(entry)
        self._blocks += [self._facing(blocks, self._passages(entry.beside))] if entry.beside else blocks
        if entry.printed:
            printed = paragraph("Printed", run(_("كما طُبع:"), BOLD), run(f" {entry.printed}"))
            self._blocks.append(_Block(printed, "Printed", entry.printed, PRINTED_INDENT))

    def _passages(self, entry: PaperEntry) -> list[_Block]:
        """The chapeau and each lettered item, a block each, in the direction of its language."""
        labels = self._labels
        in_arabic = entry.language == ARABIC
        number = labels.number(entry.label, NUMBER, rtl=in_arabic)
        style = "Recommendation" if in_arabic else "RecommendationEnglish"
        chapeau = self._note(entry.note) + _said(entry.chapeau, entry.marked, entry.language)
        first = paragraph(style, chapeau, number=number, keep=bool(entry.items))
        blocks = [_Block(first, style, f"{entry.note} {entry.chapeau}".strip(), NUMBER[0])]
        for item in entry.items:
            in_arabic = item.language == ARABIC
            letter = labels.number(item.label, LETTER, rtl=in_arabic)
            style = "Letter" if in_arabic else "LetterEnglish"
            text = self._note(item.note) + _said(item.text, item.marked, item.language)
            lettered = paragraph(style, text, number=letter)
            blocks.append(_Block(lettered, style, f"{item.note} {item.text}".strip(), LETTER[0]))
        return blocks

    def _facing(self, own: Sequence[_Block], beside: Sequence[_Block]) -> _Block:
        """Both languages of a text, item beside item: the reader's own where lines begin for him."""
        half = TEXT_WIDTH // 2
        rows = list(zip_longest(own, beside))
        cells = [[block.markup if block else paragraph("Cell") for block in row] for row in rows]
        longest = [max((block for block in row if block), key=lambda block: len(block.text)) for row in rows]
        markup = table((half, TEXT_WIDTH - half), cells, rtl=self.is_rtl, style="Facing")
        # A paragraph must part two tables, and end a body.
        return _Block(
            markup + paragraph("Apart"),
            own[0].style,
            "\n".join([*(block.text for block in longest), ""]),
            half + NUMBER[0],
        )

    def _note(self, note: str) -> str:
        return run(f"{note} ", BOLD if self.is_rtl else Look(bold=True, rtl=False)) if note else ""

    def table(self, heads: tuple[str, str], rows: Sequence[tuple[str, str]]) -> None:
        """Two columns under a head that comes again on every page."""
        first = TEXT_WIDTH * 2 // 5
        head = tuple(paragraph("Cell", run(text, BOLD)) for text in heads)
        cells = [tuple(paragraph("Cell", run(text)) for text in row) for row in rows]
        markup = table((first, TEXT_WIDTH - first), [head, *cells], rtl=self.is_rtl, headed=True)
        # A paragraph must follow a table that ends a body.
        self._blocks.append(
            _Block(markup + paragraph("Cell"), "Cell", "\n".join(row[1] for row in rows), first)
        )

    def render(self) -> bytes:
        cover = self._cover()
        contents = self._contents() if self._headings > 1 else []
        text = (block.markup for block in self._blocks)
        return render_package(
            WordParts(
                title=self.title,
                body="".join([*cover, *contents, *text]),
                numbering=self._labels.render(),
                header=paragraph("Header", run(" – ".join([*self.bodies[:1], self.title]))),
                footer=self._page_of_pages(),
                created=self.created,
                is_rtl=self.is_rtl,
            )
        )

    def _cover(self) -> list[str]:
        rows = [
            (paragraph("Cell", run(label, BOLD)), paragraph("Cell", _fact(value)))
            for label, value in self.facts
        ]
        return [
            *(paragraph("Body1", run(body)) for body in self.bodies),
            paragraph("Title", run(self.title)),
            table((_LABELS, TEXT_WIDTH - _LABELS), rows, rtl=self.is_rtl),
            *(paragraph("Note", run(remark)) for remark in self.remarks),
        ]

    def _contents(self) -> list[str]:
        """Headings, dots, and their pages: fields that lead to the bookmarks, with figures to be shown at once."""
        lines = [paragraph("ContentsTitle", run(_("المحتويات")))]
        headings = [block for block in self._blocks if block.heading]
        for place, (block, page) in enumerate(zip(headings, self._pages(len(headings)), strict=True), 1):
            shown = run(cut_at_word(block.heading, WORDS_IN_CONTENTS))
            figure = in_digits(str(page), self._own_digits)
            number = computed(f"PAGEREF {_bookmark(place)} \\h", figure, rtl=self.is_rtl)
            lines.append(paragraph(f"TOC{block.style[-1]}", shown, "<w:r><w:tab/></w:r>", number))
        return [*lines, paragraph("Cell", '<w:r><w:br w:type="page"/></w:r>')]

    def _pages(self, headings: int) -> list[int]:
        """The page of each heading, in order."""
        count = PageCount()
        for style, text, indent in (
            *(("Body1", body, 0) for body in self.bodies),
            ("Title", self.title, 0),
            *(("Cell", value, _LABELS) for _label, value in self.facts),
            *(("Note", remark, 0) for remark in self.remarks),
            *(("TOC1", "", 0) for _line in range(headings + 1)),
        ):
            count.add(style, text, indent=indent)
        count.break_page()
        places = [
            (block, count.add(block.style, block.text, indent=block.indent, keep=3 if block.heading else 0))
            for block in self._blocks
        ]
        return [page for block, page in places if block.heading]

    def _page_of_pages(self) -> str:
        """«الصفحة 2 من 21»."""
        words = _("الصفحة %(page)s من %(pages)s") % {"page": "\0", "pages": "\0"}
        before, between, after = words.split("\0")
        shown, rtl = in_digits("1", self._own_digits), self.is_rtl
        page, pages = computed("PAGE", shown, rtl=rtl), computed("NUMPAGES", shown, rtl=rtl)
        return paragraph("Footer", run(before), page, run(between), pages, run(after))


def _said(text: str, marked: Sequence[tuple[int, int]], language: str) -> str:
    return _marked(text, marked) if language == ARABIC else run(text, Look(rtl=False))


def _marked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with what stands at the places in bold."""
    runs, at = [], 0
    for start, end in places:
        runs += [run(text[at:start]), run(text[start:end], BOLD)]
        at = end
    return "".join([*runs, run(text[at:])])


def _bookmark(place: int) -> str:
    return f"heading{place}"


def _fact(value: str) -> str:
    """An address is set from left to right whole: a mark of direction keeps its last slash at its end."""
    return run(f"{value}\u200e", Look(rtl=False)) if "://" in value else run(value)
