"""A text of the archive as HTML: escaped, Latin runs and symbols isolated, lettered lines as a hanging list.

Written as strings: most marks stand within a line, where a template has no place; and the lists and paragraphs of
the 171 recommendations took 13 ms so and 25 ms by a template (processor time of 31 renders, the middle one).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from archive.numbering.labels import read_bracketed_label
from archive.vocabulary.symbols import find_symbols

from .spans import MarkupSpan, lay_spans, spans_within
from .symbol_links import symbol_link
from .tongue import is_in_english, set_apart

# A Latin run begins with a Latin letter (or the asterisk of a title) and goes on over what Latin text needs:
#   UNODC, “How COVID-19 …”, Research Brief (May 2020)
#   *The Hawala System: Its Operations and Misuse*
#   CTOC/COP/WG.7/2020/INF/1/Rev.1
_LATIN = r"A-Za-z\u00c0-\u024f"
_LATIN_RUN = re.compile(
    rf"\*?[{_LATIN}](?:[{_LATIN}0-9 ,.:;'’‘“”\"&/()\[\]\-–—…%*_@#?=+]*[{_LATIN}0-9)\]”\"%*])?"
)
# «كوفيد-19» is one word, and so are the two names of a month: «أيار/مايو».
# The blank of «9 000» would turn its groups round between Arabic words: such a number reads from the left.
_ONE_WORD = re.compile(
    r"[\u0621-\u0652]+(?:[-‑–][0-9\u0660-\u0669]+|/[\u0621-\u0652]+)"
    r"|(?P<number>(?<![\d/–-])\d{1,3}(?:[ \u00a0]\d{3})+(?![\d/–-]))"
)
_TITLE = re.compile(r"\*([^*]+)\*")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[A-Za-z0-9/]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CLOSERS = {")": "(", "]": "[", "”": "“"}
#: Between the cells of a row; the parser keeps tables so.
CELLS_APART = " | "
_TWINS = ('"', "*")


@dataclass(frozen=True, slots=True)
class TextLine:
    """`start` is where `text` begins in the whole text."""

    label: str
    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Block:
    """Plain lines, the items of one lettered list, or the rows of a table, each line with its cells."""

    lettered: bool
    lines: tuple[TextLine, ...]
    is_table: bool = False


@lru_cache(maxsize=2048)
def build_blocks(text: str) -> Sequence[Block]:
    """The lines of a text, neighbouring lettered ones together: «(أ) …» becomes a hanging letter and its text."""
    blocks: list[Block] = []
    for match in _LINE.finditer(text):
        line = match.group()
        found = read_bracketed_label(line)
        if found:
            rest = line[found.end :]
            start = match.start() + len(line) - len(rest.lstrip())
            item = TextLine(f"({found.label})", rest.strip(), start)
        else:
            item = TextLine("", line, match.start())
        if blocks and blocks[-1].lettered == bool(found):
            blocks[-1] = Block(bool(found), (*blocks[-1].lines, item))
        else:
            blocks.append(Block(bool(found), (item,)))
    return [part for block in blocks for part in _with_tables(block)]


def _with_tables(block: Block) -> Iterator[Block]:
    """Neighbouring plain lines whose cells stand apart by bars are the rows of a table; one alone is a line."""
    if block.lettered or not any(CELLS_APART in line.text for line in block.lines):
        yield block
        return
    for has_cells, group in groupby(block.lines, lambda line: CELLS_APART in line.text):
        lines = tuple(group)
        yield Block(False, lines, has_cells and len(lines) > 1)


def cells_of(line: TextLine) -> list[TextLine]:
    """The cells of a row, each with its place in the whole text."""
    cells, at = [], 0
    for cell in line.text.split(CELLS_APART):
        begins = at + len(cell) - len(cell.lstrip())
        cells.append(TextLine("", cell.strip(), line.start + begins))
        at += len(cell) + len(CELLS_APART)
    return cells


def render_text(text: str, layers: Sequence[Sequence[MarkupSpan]] = ()) -> SafeString:
    """A text of several lines as HTML: paragraphs, and lettered lines as a hanging list.

    `layers` are laid one over the other; the spans of each count in `text`.
    """
    parts: list[SafeString] = []
    for block in build_blocks(text):
        if block.is_table:
            parts.append(_table(block, layers))
            continue
        lines = [(line.label, _line(line, layers)) for line in block.lines]
        if block.lettered:
            item = '<li><span class="lb">{}</span><span>{}</span></li>'
            parts.append(format_html('<ol class="abjad">{}</ol>', format_html_join("", item, lines)))
        else:
            parts.append(mark_safe("".join(f"<p>{line}</p>" for _label, line in lines)))
    return mark_safe("".join(parts))


def _table(block: Block, layers: Sequence[Sequence[MarkupSpan]]) -> SafeString:
    rows = []
    for row in block.lines:
        cells = ((_line(cell, layers),) for cell in cells_of(row))
        rows.append((format_html_join("", "<td>{}</td>", cells),))
    return format_html(
        '<table class="cells"><tbody>{}</tbody></table>', format_html_join("", "<tr>{}</tr>", rows)
    )


def _line(line: TextLine, layers: Sequence[Sequence[MarkupSpan]]) -> SafeString:
    rendered = render_inline(line.text)
    for spans in layers:
        rendered = lay_spans(rendered, line.text, spans_within(spans, line.start, len(line.text)))
    return rendered


def render_inline(text: str) -> SafeString:
    """One line as HTML."""
    if is_in_english(text):
        return mark_safe(_latin(text))
    # every piece is escaped, and the tags are ours
    return mark_safe("".join(_pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for match in _LATIN_RUN.finditer(text):
        run = _without_loose_ends(match.group())
        if not run:
            continue
        yield _arabic(text[done : match.start()])
        yield _latin(run)
        done = match.start() + len(run)
    yield _arabic(text[done:])


def _without_loose_ends(run: str) -> str:
    """Leave out a closing mark whose opening one stands outside the run."""
    while run:
        last = run[-1]
        loose_closer = last in _CLOSERS and run.count(last) > run.count(_CLOSERS[last])
        loose_twin = last in _TWINS and run.count(last) % 2 == 1
        if not (loose_closer or loose_twin or last in " ,.:;(["):
            return run
        run = run[:-1]
    return run


@lru_cache(maxsize=4096)
def _arabic(text: str) -> str:
    """Escaped by Python's own function: Django's, which looks for promises first, takes four times as long."""
    parts, done = [], 0
    for match in _ONE_WORD.finditer(text):
        parts.append(escape(text[done : match.start()]))
        word = escape(match.group())
        tag, reads_left = ("bdi", ' dir="ltr"') if match["number"] else ("span", "")
        parts.append(f'<{tag} class="nb"{reads_left}>{word}</{tag}>')
        done = match.end()
    parts.append(escape(text[done:]))
    return "".join(parts)


def _latin(run: str) -> str:
    symbols = find_symbols(run)
    if len(symbols) == 1 and symbols[0][:2] == (0, len(run)):
        return format_html(
            '<bdi class="sym" dir="ltr" lang="en">{}</bdi>', _symbol(run, symbols[0][2], "link")
        )
    parts, done = [], 0
    for start, end, symbol in symbols:
        parts.append(_english(run[done:start]))
        parts.append(_symbol(run[start:end], symbol, "link sym"))
        done = end
    parts.append(_english(run[done:]))
    return f'<bdi dir="ltr" lang="en">{"".join(parts)}</bdi>'


def _symbol(printed: str, symbol: str, css_class: str) -> SafeString:
    link = symbol_link(symbol)
    if not link.address:
        return format_html('<span class="sym">{}</span>', printed)
    external = mark_safe(' rel="external"') if link.is_external else ""
    return format_html('<a class="{}" href="{}"{}>{}</a>', css_class, link.address, external, printed)


def _english(text: str) -> str:
    """Addresses become links, *titles* are set in italics."""
    parts, done = [], 0
    for match in _ADDRESS.finditer(text):
        parts.append(_titles(text[done : match.start()]))
        address = escape(match.group())
        parts.append(f'<a class="link" href="{address}" rel="external">{address}</a>')
        done = match.end()
    parts.append(_titles(text[done:]))
    return "".join(parts)


def _titles(text: str) -> str:
    # Escaping leaves asterisks alone and makes none.
    return _TITLE.sub(r"<em>\1</em>", escape(text))


def cut_at_word(text: str, words: int) -> str:
    """The first `words` words, with an ellipsis when something is left out. Line breaks become spaces."""
    found = text.split()
    return " ".join(found) if len(found) <= words else " ".join(found[:words]) + "\u00a0…"


def first_words(text: str, words: int) -> SafeString:
    """The same in a list of Arabic ones, whatever language it is in."""
    return set_apart(mark_safe(escape(cut_at_word(text, words))), text)
