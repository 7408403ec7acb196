"""The gate before a text that was found again in a PDF: letters, order, numbers are judged, and what was seen is said.

What is surely wrong is refused; what is in doubt goes to a person; the rest goes in. Each threshold says what it was
set by: 24 files of our own making in tests/benchmarks/pdf.py, the papers' texts and what pypdf makes of the same files.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from archive.arabic.analyze import analyze
from archive.arabic.digits import to_ascii
from archive.sources.refusals import unreadable
from archive.sources.verdict import Doubt, Verdict

from .signs import LOST, is_mark


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the reading of a file. `texts` are its paragraphs, counts are of letters, rows or brackets;
    `out_of_order` is the share of each page, `at_the_edge` the rows of each that reach where its paper ends,
    `pictures_alone` the pages without text."""

    texts: tuple[str, ...]
    letters: int
    invisible: int
    turned: int
    swapped: int
    out_of_order: tuple[float, ...]
    at_the_edge: tuple[int, ...]
    pictures_alone: tuple[int, ...]
    in_columns: int
    in_tables: int
    brackets: int
    extras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingMeasures:
    """Shares of what was read: letters lost, words that the lexicon knows (and where fewest), words that cannot be,
    words of one letter, words longer than any; of numbers, years as they are and from behind, ranges up and down.
    """

    words: int
    lost: float
    known: float
    least_known: float
    impossible: float
    single: float
    long: float
    figures: int
    years: int
    years_behind: int
    rising: int
    falling: int


#: Texts of the field have 93 % of their words in the lexicon, in the worst of 33 papers (60 words); with one letter in
#: thirty lost 87 %, read from behind 7 %, with half of the blanks lost 55 %.
KNOWN, SURELY_KNOWN = 0.92, 0.75
#: The same of a piece of so many words, of which the worst of the five sources has 88 %.
_PIECE, KNOWN_IN_A_PIECE = 150, 0.8
#: No letter at all may be lost; one in fifty makes the rest worthless.
SURELY_LOST = 0.02
#: Of the sources 0.12 % (misreadings of the copy), of texts whose ي became ى 1.8 %.
IMPOSSIBLE, SURELY_IMPOSSIBLE = 0.005, 0.03
#: Labels «(أ)» are words of one letter: 6 % in the worst paper; words broken behind every join have 40 %.
SINGLE = 0.12
LONG = 0.005
#: Rows that are drawn in another order than they are read in; a whole page of columns that were mixed has half of them.
OUT_OF_ORDER = 0.25
#: Papers have margins. Where a page is printed wider than its paper, what is beyond is not in the file at all, and
#: what is left reads well: of one 65 % of the words were there, and every word was known.
AT_THE_EDGE = 2
_FEW_WORDS, _SURE_WORDS = 15, 100
#: Of the brackets; quotations of the sources have a few that nobody closed.
_BRACKETS, _FEW_BRACKETS = 0.04, 6

_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3]+")
#: ة and ى stand at the end, and no word begins with them; no letter comes three times.
_IMPOSSIBLE = re.compile("[ةى].+|.+ة.+|.+ى.+|.*(.)\\1\\1.*")
_LONGEST = 14
_YEAR = re.compile(r"(?<![\d/.,-])\d{4}(?![\d/.,-])")
_RANGE = re.compile(r"(?<![\d/.-])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\d/.-])")


def measure(texts: Sequence[str]) -> ReadingMeasures:
    whole = to_ascii("\n".join(texts))
    letters = sum(1 for sign in whole if not sign.isspace())
    words = ["".join(sign for sign in word if not is_mark(sign)) for word in _WORD.findall(whole)]
    words = [word for word in words if word]
    count = max(len(words), 1)
    known = [one.known for one in analyze(whole) if one.kind == "word" and len(one.surface) > 2]
    pieces = [known[at : at + _PIECE] for at in range(0, len(known) - _PIECE + 1, _PIECE)] or [known]
    years = [int(one) for one in _YEAR.findall(whole)]
    behind = [one for one in _YEAR.findall(whole) if _is_recent(one[::-1]) and not _is_year(int(one))]
    ranges = [(int(first), int(last)) for first, last in _RANGE.findall(whole)]
    return ReadingMeasures(
        len(words),
        whole.count(LOST) / max(letters, 1),
        _share(known),
        min(map(_share, pieces)),
        sum(bool(_IMPOSSIBLE.fullmatch(word)) for word in words) / count,
        sum(len(word) == 1 for word in words) / count,
        sum(len(word) > _LONGEST for word in words) / count,
        sum(map(str.isdecimal, whole)),
        sum(map(_is_year, years)),
        len(behind),
        sum(first < last for first, last in ranges),
        sum(first > last for first, last in ranges),
    )


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 1.0


def _is_year(number: int) -> bool:
    return 1900 <= number <= 2099


def _is_recent(figures: str) -> bool:
    """Years that papers of the field are full of; resolutions of the Security Council have numbers like older ones."""
    return 1990 <= int(figures) <= 2039


def judge_reading(evidence: Evidence) -> Verdict:
    """Raises Unreadable, with what was seen, for a reading that is surely wrong."""
    seen = measure(evidence.texts)
    _refuse(evidence, seen)
    doubts = [Doubt(code, sentence) for code, sentence in (*_of_letters(evidence, seen), *_of_order(evidence, seen))]
    figures = tuple((name, float(value)) for name, value in zip(seen.__slots__, astuple(seen), strict=True))
    return Verdict(tuple(doubts), figures)


def _refuse(evidence: Evidence, seen: ReadingMeasures) -> None:
    if evidence.swapped:
        raise unreadable("pdf_wrong", detail=f"لام ألف مكتوبة ألفاً ولاماً ({evidence.swapped})")
    if seen.lost > SURELY_LOST:
        raise unreadable("pdf_wrong", detail=f"حروف بلا معنى ({seen.lost:.0%} من الحروف)")
    if seen.words >= _FEW_WORDS and seen.impossible > SURELY_IMPOSSIBLE:
        raise unreadable("pdf_wrong", detail=f"كلمات لا تكون في العربية، كأن تبدأ بتاء مربوطة ({seen.impossible:.0%})")
    if seen.words >= _FEW_WORDS and seen.known < SURELY_KNOWN:
        raise unreadable("pdf_wrong", detail=f"كلمات لا تُعرف ({1 - seen.known:.0%} من الكلمات)")
    if seen.years_behind >= 3 and seen.years_behind > seen.years:
        raise unreadable("pdf_wrong", detail=f"أرقام معكوسة، منها سنوات ({seen.years_behind})")
    if seen.falling >= 3 and seen.falling > seen.rising:
        raise unreadable("pdf_wrong", detail=f"أرقام معكوسة، منها نطاقات تنزل ({seen.falling})")


_Found = Iterator[tuple[str, str]]


def _of_letters(evidence: Evidence, seen: ReadingMeasures) -> _Found:
    if seen.lost:
        yield "lost_letters", f"ضاعت حروف ({seen.lost:.2%} منها)."
    if evidence.invisible:
        share = evidence.invisible / max(evidence.letters, 1)
        yield "invisible", f"نص لا يُرى خلف الصفحة ({share:.0%} من الحروف)، كما في الصفحات الممسوحة."
    if seen.words < _FEW_WORDS:
        yield "few_words", "في الملف كلمات قليلة لا تكفي للحكم عليه."
    elif seen.known < KNOWN - (0.05 if seen.words < _SURE_WORDS else 0):
        yield "unknown_words", f"كلمات كثيرة لا تُعرف ({1 - seen.known:.0%} من الكلمات)."
    elif seen.least_known < KNOWN_IN_A_PIECE:
        yield "unknown_words", f"في موضع من النص كلمات كثيرة لا تُعرف ({1 - seen.least_known:.0%} من كلماته)."
    if seen.impossible > IMPOSSIBLE:
        yield "impossible_words", f"كلمات لا تكون في العربية ({seen.impossible:.1%} من الكلمات)."
    if seen.single > SINGLE:
        yield "broken_words", f"كلمات مقطعة: {seen.single:.0%} من الكلمات حرف واحد."
    if seen.long > LONG:
        yield "joined_words", f"كلمات ملتصقة ضاع ما بينها من فراغ ({seen.long:.1%} من الكلمات)."


def _of_order(evidence: Evidence, seen: ReadingMeasures) -> _Found:
    mixed = [number for number, share in enumerate(evidence.out_of_order, 1) if share > OUT_OF_ORDER]
    if mixed:
        yield "order", f"ترتيب الأسطر غير مؤكد: الصفحات {_listed(mixed)}."
    cut = [number for number, rows in enumerate(evidence.at_the_edge, 1) if rows >= AT_THE_EDGE]
    if cut:
        yield "cut_off", f"أسطر تبلغ حافة الورقة، فلعل النص مقطوع عندها: الصفحات {_listed(cut)}."
    if evidence.turned:
        yield "turned", f"حروف مكتوبة بالعرض أو مقلوبة لم تُقرأ (العدد {evidence.turned})."
    brackets = sum(text.count(sign) for text in evidence.texts for sign in "()[]«»")
    if evidence.brackets > max(_FEW_BRACKETS, _BRACKETS * brackets):
        yield "brackets", f"أقواس في غير موضعها ({evidence.brackets} من {brackets})."
    if evidence.in_tables:
        yield "tables", f"جداول قد تختلط خلاياها (الأسطر {evidence.in_tables})."
    if evidence.pictures_alone:
        yield "pictures", f"صفحات بلا نص، لعلها صور: {_listed(evidence.pictures_alone)}."
    if not seen.figures and seen.words >= _SURE_WORDS:
        yield "no_figures", "ليس في النص رقم واحد."
    if seen.years_behind > 1 or (seen.falling and seen.falling >= seen.rising):
        yield "figures", f"أرقام لعلها معكوسة (العدد {seen.years_behind + seen.falling})."
    if "form" in evidence.extras:
        yield "form", "في الملف استمارة لا تُقرأ حقولها."


def _listed(numbers: Sequence[int]) -> str:
    return "، ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")
