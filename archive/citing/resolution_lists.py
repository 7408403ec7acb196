"""Resolutions named by a word and numbers: «القراران 55/25 و68/193», «قراراته (2022) 2653», `resolution 9/1`.

The text is a plain one. Whose they are, and which of two numbers is the session, is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# القرار · قراره · قراراتها · بقراري مجلس الأمن · وفقا للمقرر · resolutions
_HEAD = re.compile(
    r"(?<!\w)[وف]?(?P<head>(?:[بك]?ال|لل|[بكل])?(?P<word>قرار|مقرر)(?:ات|ين|ان|ي|ا)?(?P<its>ها|ه|هما)?)(?!\w)"
    r"|(?<![\w-])(?P<english>res(?:olution)?s?|(?P<decision>decision)s?)(?:\.|(?!\w))"
)
# What may stand between the word and the number: the organ, up to the end of its name.
_BETWEEN = re.compile(r"\s+(?:رقم\s+|nos?\.?\s+)?(?:(?P<of>[^0-9\n.،؛:()]{3,100}?)\s+(?:رقم\s+)?)?(?=[0-9(])")
_BETWEEN_ENGLISH = re.compile(r"\s*(?:nos?\.?\s*)?(?=[0-9(])")
# القرار 148/74
_BY_SESSION = re.compile(r"(?P<first>[0-9]{1,4})\s?/\s?(?P<second>[0-9]{1,4})(?![0-9/])")
_YEAR = r"\(\s?(?P<year>19[4-9][0-9]|20[0-9]{2})\s?\)"
# القرار 2491 (2019)
_BY_YEAR = re.compile(rf"(?P<number>[0-9]{{1,4}})\s?{_YEAR}")
# القرار (2019) 2491
_YEAR_FIRST = re.compile(rf"{_YEAR}\s?(?P<number>[0-9]{{1,4}})(?![0-9/])")
# القراران 1/9 و1/10
_AND = re.compile(r"\s*،?\s*(?:و|and\s|&)\s*|\s*،\s*(?=[0-9(])")
# القرار 3/5، الذي اعتمده مؤتمر الأطراف …
_ADOPTED_BY = re.compile(r"\s*،?\s*(?:(?:الذي|التي)\s+(?:اعتمد|اتخذ|اصدر)\w*|adopted\s+by(?:\s+the)?)\s+")
#: What the Conference adopted before its fifth session are decisions.
_DECISION = "مقرر"


@dataclass(frozen=True, slots=True)
class PrintedResolution:
    """Two numbers in the order of the print, the second a year where `by_year`."""

    first: int
    second: int
    by_year: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ResolutionList:
    """`start` is that of the word without «و»; the words between it and the numbers, which name the organ where
    `names_organ`, end at `numbers`. `its` is the pronoun of «قرارها». At `adopted_by` the name of whoever adopted them
    should stand, 0 where the text does not say so."""

    start: int
    end_of_word: int
    numbers: int
    names_organ: bool
    its: str
    is_decision: bool
    printed: tuple[PrintedResolution, ...]
    adopted_by: int = 0


def find_resolution_lists(plain: str) -> Iterator[ResolutionList]:
    for head in _HEAD.finditer(plain):
        between = (_BETWEEN_ENGLISH if head["english"] else _BETWEEN).match(plain, head.end())
        printed = tuple(_list(plain, between.end())) if between else ()
        if between and printed:
            adopted = _ADOPTED_BY.match(plain, printed[-1].end)
            yield ResolutionList(
                head.start("english" if head["english"] else "head"),
                head.end(),
                between.end(),
                bool(between.groupdict().get("of")),
                head["its"] or "",
                head["word"] == _DECISION or head["decision"] is not None,
                printed,
                adopted.end() if adopted else 0,
            )


def _list(plain: str, at: int) -> Iterator[PrintedResolution]:
    """The resolutions that stand at a place: «1/9 و1/10», «2653 (2022) و2692 (2023)», «(2022) 2653، و(2023) 2692»."""
    while match := _BY_SESSION.match(plain, at) or _BY_YEAR.match(plain, at) or _YEAR_FIRST.match(plain, at):
        said = match.groupdict()
        if "year" in said:
            yield PrintedResolution(int(said["number"]), int(said["year"]), True, *match.span())
        else:
            yield PrintedResolution(int(said["first"]), int(said["second"]), False, *match.span())
        more = _AND.match(plain, match.end())
        if more is None:
            return
        at = more.end()
