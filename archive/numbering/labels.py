"""Labels at the start of a line: «أولاً -», «ألف -», «12-», «(ب)».

A bullet or heading mark before a label means nothing and is passed over. Whether a number belongs to a
paragraph, a heading or a list is not decided here: the sequence decides (numbering.series).
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archive.arabic.clean import ARABIC_LETTERS
from archive.arabic.normalize import bare_with_offsets
from archive.arabic.tables import read_table
from archive.numbering import abjad, roman
from archive.numbering.dates import begins_with_days
from archive.numbering.ordinal_words import LARGEST_ADVERB, adverb, parse_adverb

LabelKind = Literal["ordinal", "letter_name", "number", "bracketed"]


@dataclass(frozen=True)
class Label:
    """A label read from a line.

    `position` counts from 1; `label` is its canonical form ('أولا', 'باء', '2', 'هـ'); `printed` the form on
    the line ('أولاً', '01'), without separators and brackets; `end` the offset in the line where the text
    after label and separator starts; `marked` whether a dash, dot, colon or bracket sets it off.
    """

    kind: LabelKind
    position: int
    label: str
    printed: str
    end: int
    marked: bool
    #: What makes a number one beside another: «مكرراً» of «1 مكرراً», «أ» of «١ أ», «2» of «1-2»; printed with it.
    suffix: str = ""
    #: A label of a text in Latin letters: «II.», «A.», «(a)».
    is_latin: bool = False

    def at(self, position: int) -> str:
        """The canonical label of this kind and script that stands at another position of the list; "" beyond words."""
        return label_at(self.kind, position, latin=self.is_latin)


def label_at(kind: LabelKind, position: int, *, latin: bool) -> str:
    """Give the canonical label of a kind at a position from 1; "" where ordinals have no more words."""
    match kind:
        case "ordinal":
            return roman.numeral(position) if latin else (adverb(position) if position <= LARGEST_ADVERB else "")
        case "letter_name":
            return abjad.latin(position).upper() if latin else abjad.letter_name(position)
        case "bracketed":
            return doubled_latin(position) if latin else abjad.letter(position)
        case "number":
            return str(position)


# No label with its bullets is longer than this.
_OPENING = 96

# Patterns are for bare text: every dash is '-'. A bullet dash has a space after it; others need none.
_BULLETS = r"[\s#*•▪●◦·]*+(?:-\s[\s#*•▪●◦·]*+)*+"
_WORD = f"[{ARABIC_LETTERS}]"
_MARK = r"(?P<mark>\s*[-.:)]++)?+\s*+"

# أولاً - مقدمة | ثانيا التوصيات | حادي عشر - | # ألف- افتتاح الاجتماع
_SECTION = re.compile(rf"{_BULLETS}(?P<first>{_WORD}{{2,7}}+)(?:\s++(?P<second>{_WORD}{{2,9}}+))?")
_AFTER_SECTION = re.compile(rf"(?=[\s\-.:)]|$){_MARK}")
# «أولا وقبل كل شيء», «أولا بأول» are adverbs in a sentence.
_ADVERB_IN_SENTENCE = re.compile(r"وقبل\b|و[أا]خيرا\b|وثانيا\b|ب[أا]ول\b|ثم\b")

# ١- نص | - ١٠ - نص | 12 واستهلت | - -32 نص; no number of a date, fraction, decimal or percentage.
_NUMBER = re.compile(
    rf"{_BULLETS}(?P<before>-)?(?P<number>[0-9]{{1,3}}+)(?!\s*[/%٪،,؛٫٬])(?![.:][0-9]){_MARK}"
)
# 1 مكرراً- نص | 2 مكرراً ثانياً - نص | 3 bis. نص | ١ أ- نص | 1-2 نص | 1-2- نص; not «12-16 تشرين»
_REPEATS = "|".join(re.escape(row[0]) for row in read_table(Path(__file__).with_name("data") / "repeats.tsv"))
_SUFFIX = (
    rf"(?:\s*(?P<word>(?:{_REPEATS})\w{{0,2}}(?:\s+(?:ثاني|ثالث|رابع|خامس)ا)?)(?![{ARABIC_LETTERS}A-Za-z])"
    rf"|\s?(?P<letter>[أابتثجحدهوز])(?=\s*(?:[-.:)]|$))"
    rf"|-(?P<sub>[0-9]{{1,2}}+)(?=[-.:)]?(?:\s|$))(?!\s*[-/%]\s*[0-9]))"
)
_BESIDE = re.compile(rf"{_BULLETS}(?P<number>[0-9]{{1,3}}+){_SUFFIX}\)?{_MARK}")
_SUFFIX_ALONE = re.compile(_SUFFIX)
_TEXT = re.compile(rf"[{ARABIC_LETTERS}A-Za-z(\[\"'«“‘]")
# Words that make the number before them an amount: «10 في المائة», «3 ملايين», «8 و9».
_AMOUNT = re.compile(
    r"و\s*[0-9]|(?:في|ب)\s?ال(?:مائة|مئة)\b|[أا]لف\b|[آا]لاف\b|مليون|ملايين\b|مليار|بليون|بلايين\b"
)

# (أ) نص | - (هـ) نص | ( ج ) نص | (أ أ) نص; the opening bracket may be lost.
_LETTER = r"[ابجدهوزحطيكلمنسعفصقرشتثخذضظغأىیک]"
_BRACKETED = re.compile(
    rf"{_BULLETS}\(?\s*+(?P<letter>{_LETTER}(?:\s*{_LETTER})?)\s*+\)(?![،,؛.)/])\s*+(?:[-:]\s*+)?"
)
# (a) To take steps | (bb) Text: letters of a text in Latin letters, which a word in Latin letters follows
_BRACKETED_LATIN = re.compile(
    rf"{_BULLETS}\((?P<letter>(?P<first>[a-z])(?:(?P=first)|[a-z])?)\)\s*+(?=[\"'“‘«(\[]?[A-Za-z])"
)
# II. Recommendations | A. Opening of the meeting
_LATIN_SECTION = re.compile(rf"{_BULLETS}(?P<label>[IVXLC]{{1,7}}|[A-Z])\.\s++(?=[\"'“‘«(\[]?[A-Z])")
# (٣) نص
_BRACKETED_NUMBER = re.compile(
    rf"{_BULLETS}\((?P<number>[0-9]{{1,3}}+)\)\s*+(?=[{ARABIC_LETTERS}A-Za-z«“\"])"
)
# «(a) and (b)», «(a) to (d)», «(a), (b)» refer to subparagraphs.
_LATIN_REFERENCE = re.compile(r"(?:and|or|to|through)\s*\(", re.IGNORECASE)
# «(أ) و(ب)» and «(أ) إلى (د)» refer to subparagraphs.
_REFERENCE = re.compile(r"(?:و|أو|أو\s|[إا]لى\s?|-\s?)\s*\(")


def doubled_latin(position: int) -> str:
    """Give the Latin letter as papers print it: behind «(z)» stand «(aa)» and «(bb)», as in Arabic «(أ أ)»."""
    times, place = divmod(position - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def read_section_label(line: str) -> Label | None:
    """Give the adverb («أولاً - …») or letter name («ألف - …») that labels a section, or None.

    An adverb may stand without a dash («ثانيا التوصيات», marked False) up to the tenth; a comma after it
    makes it part of a sentence. A letter name counts only when marked: «ألف شخص» is a thousand people.
    """
    text, offsets = bare_with_offsets(line[:_OPENING])
    found = _SECTION.match(text)
    if found is None:
        return None
    start = found.start("first")
    ends = [found.end("first")] if found["second"] is None else [found.end("second"), found.end("first")]
    for end in ends:
        after = _AFTER_SECTION.match(text, end)
        if after is None:
            continue
        kind: LabelKind
        words, marked = text[start:end], after["mark"] is not None
        if (number := parse_adverb(words)) is not None:
            kind, label = "ordinal", adverb(number)
            alone = after.end() == len(text.rstrip())
            if not marked and ((number > 10 and not alone) or _ADVERB_IN_SENTENCE.match(text, after.end())):
                continue
        elif marked and (number := abjad.position_of_name(words)) is not None:
            kind, label = "letter_name", abjad.letter_name(number)
        else:
            continue
        printed = line[offsets[start] : offsets[end]].strip()
        return Label(kind, number, label, printed, offsets[after.end()], marked)
    return None


def read_number_label(line: str) -> Label | None:
    """Give the number of one to three digits that labels a line («- ١٠ - نص»), or None.

    Without a dash, dot or colon (marked False) text must follow; a misplaced dash («- -32 نص») is a mark.
    Years, dates, fractions, decimals and amounts are no labels.
    """
    text, offsets = bare_with_offsets(line[:_OPENING])
    beside = _read_beside(line, text, offsets)
    if beside is not None:
        return beside
    found = _NUMBER.match(text)
    if found is None:
        return None
    position = int(found["number"])
    start, end = found.span("number")
    mark = found["mark"]
    marked = mark is not None or found["before"] is not None
    if position == 0 or not _stands_alone(text, start, end, found.end(), mark):
        return None
    if not marked and (not text[end : end + 1].isspace() or _AMOUNT.match(text, found.end())):
        return None
    if mark is None and not _TEXT.match(text, found.end()):
        return None
    printed = line[offsets[start] : offsets[end - 1] + 1]
    return Label("number", position, str(position), printed, offsets[found.end()], marked)


def _read_beside(line: str, text: str, offsets: list[int]) -> Label | None:
    """«1 مكرراً- نص», «١ أ- نص», «1-2 نص»: a number that stands beside another; the words behind it must be text."""
    found = _BESIDE.match(text)
    if found is None or not int(found["number"]) or begins_with_days(text, found.start("number")):
        return None
    suffix, end_printed = _suffix_of(found, line, offsets, 0)
    if not _TEXT.match(text, found.end()) or (found["sub"] and not int(found["sub"])):
        return None
    start = found.start("number")
    position = int(found["number"])
    printed = line[offsets[start] : end_printed]
    return Label("number", position, str(position), printed, offsets[found.end()], True, suffix)


def suffix_behind(line: str, start: int) -> tuple[str, int]:
    """What stands beside a number that ends at `start` of a line, and where it ends: («مكررا», …), or ("", start)."""
    text, offsets = bare_with_offsets(line[start : start + _OPENING])
    found = _SUFFIX_ALONE.match(text)
    return _suffix_of(found, line, offsets, start) if found else ("", start)


def _suffix_of(found: re.Match[str], line: str, offsets: list[int], shift: int) -> tuple[str, int]:
    group = "word" if found["word"] else "letter" if found["letter"] else "sub"
    end = shift + offsets[found.end(group) - 1] + 1
    # vowel marks of the last letter belong to the label: «مكرراً»
    while end < len(line) and unicodedata.combining(line[end]):
        end += 1
    return found[group], end


def _stands_alone(text: str, start: int, end: int, after: int, mark: str | None) -> bool:
    """Whether the number is no part of a date or of a range: «8 و9 أيلول», «12-16 تشرين», «12 - 16 تشرين»."""
    if mark is None:
        return not begins_with_days(text, start)
    if mark.endswith("-") and text[after : after + 1].isdigit():
        tight = not text[after - 1].isspace()
        spaced = text[end].isspace()
        return not tight and not (spaced and begins_with_days(text, start))
    return True


def read_bracketed_number(line: str) -> Label | None:
    """Give the number in brackets that labels a line («(٣) نص»), or None."""
    text, offsets = bare_with_offsets(line[:_OPENING])
    found = _BRACKETED_NUMBER.match(text)
    if found is None or not int(found["number"]):
        return None
    start, end = found.span("number")
    position = int(found["number"])
    printed = line[offsets[start] : offsets[end - 1] + 1]
    return Label("number", position, str(position), printed, offsets[found.end()], True)


def read_bracketed_label(line: str) -> Label | None:
    """Give the letter in brackets that labels a subparagraph («- (ب) نص»), or None.

    A letter followed by a comma or by another one («(أ) و(ب)») is a reference, no label. A Latin letter labels a text
    in Latin letters: «(a) To take steps».
    """
    if ")" not in line[:_OPENING]:
        return None
    text, offsets = bare_with_offsets(line[:_OPENING])
    found = _BRACKETED.match(text)
    if found is None:
        return _read_latin_letter(line, text, offsets)
    if _REFERENCE.match(text, found.end()):
        return None
    position = abjad.position(found["letter"])
    if position is None:
        return None
    start, end = found.span("letter")
    printed = line[offsets[start] : offsets[end]].strip()
    return Label("bracketed", position, abjad.letter(position), printed, offsets[found.end()], True)


def _read_latin_letter(line: str, text: str, offsets: list[int]) -> Label | None:
    """«(a) …», «(aa) …»: behind the 26th the letters double, and «(ab)» is no letter that a paper prints."""
    found = _BRACKETED_LATIN.match(text)
    if found is None or _LATIN_REFERENCE.match(text, found.end()):
        return None
    letters = found["letter"]
    if len(set(letters)) > 1:
        return None
    position = ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1)
    start, end = found.span("letter")
    printed = line[offsets[start] : offsets[end - 1] + 1]
    label = label_at("bracketed", position, latin=True)
    return Label("bracketed", position, label, printed, offsets[found.end()], True, is_latin=True)


def read_latin_section_label(line: str, letter_before: int = 0) -> Label | None:
    """Give the Roman figure («II. Recommendations») or capital («B. Training») that labels a section, or None.

    «I.», «C.», «D.» may be either: a letter is read where the letter before it stands last (`letter_before`), else
    a figure for «I», «V», «X» and a letter for the others.
    """
    text, offsets = bare_with_offsets(line[:_OPENING])
    found = _LATIN_SECTION.match(text)
    if found is None:
        return None
    printed = found["label"]
    figure = roman.read(printed)
    letter = ord(printed) - ord("A") + 1 if len(printed) == 1 else None
    if letter is not None and (figure is None or letter == letter_before + 1 or printed in "LCDM"):
        return Label("letter_name", letter, printed, printed, offsets[found.end()], True, is_latin=True)
    if figure is None:
        return None
    return Label("ordinal", figure, printed, printed, offsets[found.end()], True, is_latin=True)
