"""From raw lines to clean ones: marks and furniture out, footnote marks noted, errata found.

Guarantee: a line's `content` holds its words in their order; all that was taken out is named beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.arabic.clean import clean
from archive.arabic.digits import to_ascii
from archive.sources.corrections import Correction, match_rows
from archive.sources.errata import ErratumRow
from archive.vocabulary.symbols import find_symbols

from .breaks import Breaks, find_breaks
from .furniture import Own, clear_furniture, find_job_number, is_rule, rejoin_footers
from .note_marks import NoteMarks, cut_note_marks, find_note_marks
from .own_symbols import find_own_symbols
from .page_turns import PageTurns, find_page_turns

# ## ثانياً- التوصيات
_HEADING_MARKS = re.compile(r"^(?:#+\s*)+|\s+#+$")
# **التوصية 12** · **1-** نص · **عنوان على / سطرين**; but **4/10** is a page
_BOLD = re.compile(r"\*\*(?=[^\s*])(?!\d{1,3}\s?/)([^\n]*?(?:\n[^\n]+?){0,6}?)(?<=\S)\*\*")
#: «- », possibly more than once; «- -32» keeps the dash that belongs to its number's bullet for the label.
_BULLET = re.compile(r"^(?:[-–—]\s+)+")
#: Signs that are bullets and nothing else; the last ones are those of word processors.
_SIGN = r"(?:[•·▪●◦○‣⁃∙■□◾➢✓\uf0a7\uf0b7\uf0d8]\s*|[o§+]\s+)"
# • ١- نص · - § نص
_SIGNS = re.compile(rf"^(?:[-–—]\s+)*{_SIGN}+")
# a star before a label makes stars the bullets of this copy: «* ١- نص», «* (أ) نص»; so does a short line with
# a symbol, which is the note to the cover's star: there is only one
_STARRED_LABEL = re.compile(r"^\*\s+(?:-\s+)*(?:\d{1,3}\s*[-–—−.)]|\(\s*[ء-ي]ـ?\s*\))")
# * ١- نص
_STAR = re.compile(r"^\*\s+")
#: A starred line no longer than this that names a symbol is the note to a star on the cover. Such notes are a symbol
#: and little else («* CTOC/COP/2020/1»); any bound from 15 to 100 tells the same ones in the sources and the papers.
_LONGEST_STAR_NOTE = 40
# … في فيينا⁽³⁾ · … في فيينا ¹²
_FOOTNOTE_MARK = re.compile(r"\s?(?:⁽\s?[⁰¹²³⁴-⁹]+\s?⁾|[⁰¹²³⁴-⁹]+)")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]")

#: A sentence or an item ends with one of these, before closing quotes and brackets.
_ENDS = re.compile(r"[.!?؟…:؛][\s\"'»”’)\]*]*$")
# the same without what only parts items: «… اعتُمد التقرير.»
_STOPS = re.compile(r"[.!?؟…][\s\"'»”’)\]*]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source. `bullet` is the length of the bullet at the start of `content`.

    `marks` are the footnote marks taken out, each with its place in `content`. `after_break` says that another
    block ends before it, `after_furniture` that page furniture stands there. `overlapped` are certain errata that
    a longer one keeps out. `note` is the number of the footnote that opens here, where the line alone does not tell.
    """

    number: int
    content: str
    bullet: int = 0
    after_break: bool = True
    after_furniture: bool = False
    furniture: tuple[str, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()
    corrections: tuple[Correction, ...] = ()
    overlapped: tuple[Correction, ...] = ()
    was_blank: bool = False
    note: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.content

    @property
    def words(self) -> str:
        """The content after its bullet."""
        return self.content[self.bullet :]

    def without(self, start: int) -> "Line":
        """The line from offset `start` of its content on."""
        return replace(
            self,
            content=self.content[start:],
            bullet=0,
            marks=tuple((marker, max(0, place - start)) for marker, place in self.marks),
            corrections=tuple(c.moved(-start) for c in self.corrections if c.start >= start),
        )


@dataclass(frozen=True, slots=True)
class CleanLines:
    """All lines of a source, the job number that its footers bear, and the symbols of its cover or running heads."""

    lines: tuple[Line, ...]
    job_number: str | None
    symbols: tuple[str, ...] = ()


def ends_sentence(text: str) -> bool:
    """`text` closes a sentence or an item of a list."""
    return bool(_ENDS.search(text))


def stops(text: str) -> bool:
    """`text` ends with a full stop."""
    return bool(_STOPS.search(text))


def clean_lines(raw: Sequence[str], errata: Sequence[ErratumRow] = ()) -> CleanLines:
    """All lines of a source, one for one; `errata` are the rows of this source."""
    words = [clean(line).replace("\n", " ").strip() for line in raw]
    whole = _Whole.of(rejoin_footers(_without_marks(words)), errata)
    found: list[Line] = []
    after_break, after_furniture, turned, before = True, False, False, ""
    for index, text in enumerate(whole.texts):
        turned = turned or index in whole.turns.furniture or index in whole.turns.running
        if text:
            goes_on = turned and index not in whole.turns.furniture and not _BULLET.match(text)
            after_break = whole.breaks.between(before, text, blank=after_break, turned=goes_on)
            after_break = after_break or _is_star_note(text)
        # behind furniture a number alone is the page's, although the sentence goes on
        opens = after_break or (turned and text.strip(" -–—").isdigit())
        line = whole.read(index, after_break=opens, was_blank=not words[index])
        found.append(replace(line, after_furniture=after_furniture))
        ruled = is_rule(text)
        after_furniture = line.is_empty and not ruled and (after_furniture or bool(line.furniture))
        # furniture that stands inside a text, with no blank line about it, breaks nothing
        after_break = line.was_blank or ruled or (line.is_empty and after_break)
        turned = turned and line.is_empty and not ruled
        before = line.content or before
    return CleanLines(tuple(found), whole.own.job_number, whole.symbols)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the lines of a text say together, before each is read: page turns, breaks, marks of notes, errata."""

    texts: Sequence[str]
    symbols: tuple[str, ...]
    own: Own
    cover: frozenset[int]
    turns: PageTurns
    breaks: Breaks
    notes: NoteMarks
    errata: dict[int, list[ErratumRow]]

    @classmethod
    def of(cls, texts: Sequence[str], errata: Sequence[ErratumRow]) -> "_Whole":
        symbols = find_own_symbols(texts)
        own = Own.of(find_job_number(texts), symbols)
        cover = _opened_by(texts, symbols)
        turns = find_page_turns(texts, own, cover)
        by_line: dict[int, list[ErratumRow]] = {}
        for row in errata:
            by_line.setdefault(row.line, []).append(row)
        breaks = find_breaks(texts, turns.left_out)
        return cls(texts, symbols, own, cover, turns, breaks, find_note_marks(texts), by_line)

    def read(self, index: int, *, after_break: bool, was_blank: bool) -> Line:
        """The line at `index` without its furniture and its marks, with the errata found in it."""
        text, number = self.texts[index], index + 1
        if index in self.turns.running or index in self.notes.headings:
            return Line(number, "", furniture=(text,), after_break=after_break)
        cleared = clear_furniture(text, self.own, after_break=after_break, is_cover=index in self.cover)
        on_line = self.notes.marks.get(index, frozenset())
        content, marks = cut_note_marks(cleared.text, on_line) if on_line else (cleared.text, ())
        content, marks = _take_footnote_marks(content, marks)
        bullet = _BULLET.match(content)
        found = match_rows(content, self.errata.get(number, ()))
        return Line(
            number=number,
            content=content,
            bullet=bullet.end() if bullet else 0,
            after_break=after_break,
            furniture=cleared.removed,
            marks=marks,
            corrections=found.corrections,
            overlapped=found.overlapped,
            was_blank=was_blank,
            note=self.notes.notes.get(index, ""),
        )


def _opened_by(texts: Sequence[str], symbols: Sequence[str]) -> frozenset[int]:
    """The lines where each symbol of the paper stands first: they are its cover's."""
    found: set[int] = set()
    missing = {symbol.upper() for symbol in symbols}
    for index, text in enumerate(texts):
        if not missing:
            break
        upper = to_ascii(text).upper() if "/" in text else ""
        here = {symbol for symbol in missing if symbol in upper}
        if here:
            found.add(index)
            missing -= here
    return frozenset(found)


def _without_marks(texts: Sequence[str]) -> list[str]:
    """The lines without the marks of headings, of bold type, and of bullets that are no dashes."""
    bare = [_HEADING_MARKS.sub("", text).strip() if "#" in text else text for text in texts]
    if any("**" in text for text in bare):
        bare = _BOLD.sub(r"\1", "\n".join(bare)).split("\n")
    bare = [_SIGNS.sub("", text) for text in bare]
    starred = [text for text in bare if _STAR.match(text)]
    if any(_STARRED_LABEL.match(text) or _is_star_note(text) for text in starred):
        bare = [text if _is_star_note(text) else _STAR.sub("", text) for text in bare]
    return bare


def _is_star_note(text: str) -> bool:
    """«* CTOC/COP/2020/1»: the note to a star on the cover."""
    return text.startswith("*") and len(text) <= _LONGEST_STAR_NOTE and bool(find_symbols(to_ascii(text)))


def _take_footnote_marks(
    content: str, found: tuple[tuple[str, int], ...]
) -> tuple[str, tuple[tuple[str, int], ...]]:
    """`content` without the raised marks of footnotes, and the marks with the places where they stood.

    Those in `found` are out already. At the start of a line a mark opens its footnote.
    """
    if not _SUPERSCRIPT.search(content) or _FOOTNOTE_MARK.match(content):
        return content, found
    marks: list[tuple[str, int]] = []
    pieces: list[tuple[int, int]] = []
    taken = 0
    for match in _FOOTNOTE_MARK.finditer(content):
        marks.append((match[0].translate(SUPERSCRIPTS).strip(" ⁽⁾"), match.start() - taken))
        taken += len(match[0])
        pieces.append((match.start(), len(match[0])))
    moved = ((marker, place - sum(length for start, length in pieces if start < place)) for marker, place in found)
    return _FOOTNOTE_MARK.sub("", content), tuple(sorted([*marks, *moved], key=lambda mark: mark[1]))
