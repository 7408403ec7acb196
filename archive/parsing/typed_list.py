"""A list of recommendations as people type or paste it during a meeting, read by the reader of papers.

What is not understood is asked, with its line: nothing is left out, and nothing is taken for something by guess alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.arabic.digits import to_ascii
from archive.numbering import abjad
from archive.sources.manifest import DeclaredFacts
from archive.sources.reader import SourceText, source_text

from .document import parse_document
from .families.family import Family
from .numbers import Counting
from .structure import LineRole, ParsedDocument, ParsedRecommendation

#: More is no list of one meeting: the longest of the sources has 55 recommendations on some 300 lines.
MOST_LINES = 1500

_LIST = Family(
    kind="typed-list",
    name_ar="قائمة توصيات",
    name_en="List of recommendations",
    counting=Counting(numbers_head=False),
    is_recommendation=lambda _item: True,
    adopts=True,
)
#: A heading of our own stands above what was typed: a list has no cover, and what precedes its first number shows.
_HEADING = "أولاً- التوصيات"
_TITLE = "التوصيات"
_TEXT: frozenset[LineRole] = frozenset({"paragraph", "blank"})
_LETTER = re.compile(r"[\s\-–—•*]*\(?\s*(\w{1,3})\s*[)\-–—.]")
_NUMBER = re.compile(r"[\s\-–—•*(]*[0-9]{1,3}\s*[-–—.)]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-z]+;")
#: What the reader finds wrong that cannot stand: the line is to be mended. The others can be confirmed as they are.
_MUST_BE_MENDED = frozenset({"misprinted_number", "doubled_number", "misprinted_label", "empty_text", "unplaced_line"})
_MAY_BE_SO = frozenset({"missing_number", "missing_label"})


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """Something that is not understood at a line (0: of the whole text), whose words are `text`.

    `must_be_mended`: it cannot be saved so; else whoever typed it may say that it is so.
    """

    line: int
    text: str
    sentence: str
    must_be_mended: bool = True

    @property
    def key(self) -> str:
        """Says which question was answered, whatever else is typed meanwhile."""
        return f"{self.sentence}|{self.text}"


@dataclass(frozen=True, slots=True)
class TypedList:
    """What was read. `is_numbered` is false where the text bore no number and got the next one."""

    recommendations: tuple[ParsedRecommendation, ...]
    questions: tuple[ListQuestion, ...]
    is_numbered: bool = True


def read_typed_list(text: str, next_number: int, held: frozenset[int] = frozenset()) -> TypedList:
    """Read it; `next_number` is that of a text which bears none, `held` are the numbers that the meeting has already.

    Raises Unreadable with a sentence for what is no text at all (empty, HTML, another encoding).
    """
    if text.count("\n") >= MOST_LINES:
        sentence = f"في النص أكثر من {MOST_LINES} سطر؛ هذا أطول من قائمة اجتماع واحد. الصق قائمة هذا الاجتماع وحدها."
        return TypedList((), (ListQuestion(0, "", sentence),))
    if not text.strip():
        return TypedList((), (ListQuestion(0, "", "لم يُكتب شيء. اكتب توصية، أو الصق القائمة كلها."),))
    source = source_text("typed", text.encode())
    parsed = _parse(source)
    if not parsed.recommendations and not any(_NUMBER.match(to_ascii(line)) for line in source.lines):
        first = next(place for place, line in enumerate(source.lines) if line.strip())
        numbered = (*source.lines[:first], f"{next_number}- {source.lines[first]}", *source.lines[first + 1 :])
        again = _parse(replace(source, lines=numbered))
        before = held | frozenset(range(next_number))
        return TypedList(again.recommendations, tuple(_questions(again, numbered, before)), is_numbered=False)
    return TypedList(parsed.recommendations, tuple(_questions(parsed, source.lines, held)))


def _parse(source: SourceText) -> ParsedDocument:
    under_heading = replace(source, lines=(_HEADING, *source.lines))
    return parse_document(under_heading, declared=DeclaredFacts(kind=_LIST.kind, meeting_number=1), families=[_LIST])


def _questions(parsed: ParsedDocument, lines: tuple[str, ...], held: frozenset[int]) -> Iterator[ListQuestion]:
    found = list(_ask(parsed, lines, held))
    yield from sorted(found, key=lambda one: (one.line, one.sentence))


def _ask(parsed: ParsedDocument, lines: tuple[str, ...], held: frozenset[int]) -> Iterator[ListQuestion]:
    def text_at(line: int) -> str:
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    if not parsed.recommendations:
        yield ListQuestion(0, "", "لم يُقرأ في هذا النص أي توصية. ابدأ كل توصية برقمها، مثل «1- …».")
    if parsed.sections and parsed.sections[0].title.printed != _TITLE:
        yield ListQuestion(1, text_at(1), "كلام قبل أول رقم لا يُعرف من أي توصية هو؛ احذفه أو انقله إلى توصيته.")
    taken = {one.line - 1 for one in parsed.problems if one.code in _MUST_BE_MENDED}
    for line, role in enumerate(parsed.roles[1:], 1):
        glued = role == "heading" and line == 1 and parsed.sections[0].title.printed != _TITLE
        if role not in _TEXT and line not in taken and not glued:
            yield ListQuestion(line, text_at(line), "سطر لم يُعرف موضعه من التوصيات؛ احذفه أو صله بتوصيته.")
    for one in parsed.problems:
        line = max(one.line - 1, 0)
        if one.code == "doubled_number":
            yield ListQuestion(line, text_at(line), f"تكرر {_number_in(one.message)} في القائمة؛ صحّح أحد الرقمين.")
        elif one.code in _MUST_BE_MENDED:
            yield ListQuestion(line, text_at(line), one.message)
        elif one.code in _MAY_BE_SO and not _is_held(one.message, held):
            yield ListQuestion(line, text_at(line), one.message, must_be_mended=False)
    for read in parsed.recommendations:
        if read.series:
            line = read.span.first_line - 1
            sentence = "عاد العدّ إلى أوله: هذه توصيات اجتماع آخر أو بند آخر. الصق كل قائمة وحدها."
            yield ListQuestion(line, text_at(line), sentence)
            break
    for line, said in enumerate(lines, 1):
        if _MARKUP.search(said):
            sentence = "في السطر علامات صفحة ويب؛ احذفها، أو أكّد أنها من النص."
            yield ListQuestion(line, said.strip(), sentence, must_be_mended=False)
    for read in filter(_begins_with_figure, parsed.recommendations):
        line = read.span.first_line - 1
        sentence = "يبدأ نصها برقم؛ إن كان رقمها فاكتب بعده «-»، أو أكّد أنه من النص."
        yield ListQuestion(line, text_at(line), sentence, must_be_mended=False)
    yield from _doubtful_beginnings(parsed, lines)


def _number_in(sentence: str) -> str:
    found = re.search(r"الرقم [0-9]+", sentence)
    return found[0] if found else "رقم"


def _is_held(sentence: str, held: frozenset[int]) -> bool:
    """A number that is missing in the list since the meeting has it already."""
    figures = re.search(r"[0-9]+", sentence)
    return figures is not None and int(figures[0]) in held


def _begins_with_figure(one: ParsedRecommendation) -> bool:
    return to_ascii(one.chapeau.printed[:1]).isdigit()


def _doubtful_beginnings(parsed: ParsedDocument, lines: tuple[str, ...]) -> Iterator[ListQuestion]:
    """Lines read as the continuation of the text above them that look like a beginning."""
    begins = {one.span.first_line - 1 for one in parsed.recommendations}
    begins |= {item.text.span.first_line - 1 for one in parsed.recommendations for item in one.subparagraphs}
    for line, role in enumerate(parsed.roles[1:], 1):
        if role != "paragraph" or line in begins or line == 1:
            continue
        said = lines[line - 1]
        letter = _LETTER.match(said)
        if _NUMBER.match(to_ascii(said)) or (letter and abjad.position(letter[1])):
            sentence = "يبدو أول بند أو توصية، وقُرئ تتمةً لما قبله؛ صحّح علامته، أو أكّد أنه تتمة."
            yield ListQuestion(line, said.strip(), sentence, must_be_mended=False)
        elif not lines[line - 2].strip():
            sentence = "قُرئ تتمةً لما قبل السطر الفارغ؛ رقّمه إن كان توصية أخرى، أو أكّد أنه تتمة."
            yield ListQuestion(line, said.strip(), sentence, must_be_mended=False)
