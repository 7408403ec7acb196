"""Dates as the UN writes them in Arabic: «30 أيار/مايو إلى 1 حزيران/يونيه 2012»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from archive.arabic.clean import ARABIC_LETTERS
from archive.arabic.normalize import bare, bare_with_offsets, normalize
from archive.arabic.tables import read_table


@dataclass(frozen=True)
class DateRange:
    """Days from start to end, both included; one day has the same start and end."""

    start: date
    end: date


_ROWS = read_table(Path(__file__).with_name("data") / "months.tsv")
#: Eastern and western names, in order and with the spelling of the UN.
MONTHS: tuple[tuple[str, str], ...] = tuple((row[0], row[1]) for row in _ROWS)
ENGLISH_MONTHS: tuple[str, ...] = tuple(row[2] for row in _ROWS)

_EASTERN = {normalize(names[0]): n for n, names in enumerate(MONTHS, 1)}
_WESTERN = {normalize(names[1]): n for n, names in enumerate(MONTHS, 1)}
_WESTERN |= {other: n for n, row in enumerate(_ROWS, 1) for other in row[3:]}
_ENGLISH = {name.lower(): n for n, name in enumerate(ENGLISH_MONTHS, 1)}
_MONTH_NUMBERS = _EASTERN | _WESTERN | _ENGLISH

_OTHER_SHAPES = {"ا": "[اأإآ]", "ي": "[يى]", "ه": "[هة]", " ": r"\s+"}


def _any_of(names: dict[str, int]) -> str:
    return "(?:" + "|".join("".join(_OTHER_SHAPES.get(c, c) for c in name) for name in names) + ")"


# All patterns are for bare text. «أيار /مايو» has a space before its slash in some copies.
_NO_LETTER = f"(?![{ARABIC_LETTERS}A-Za-z])"
_MONTH = (
    rf"(?:{_any_of(_EASTERN)}(?:\s*/\s*{_any_of(_WESTERN)})?|{_any_of(_WESTERN)}(?:\s*/\s*{_any_of(_EASTERN)})?"
    rf"|(?:{'|'.join(ENGLISH_MONTHS)}|{'|'.join(name.upper() for name in ENGLISH_MONTHS)})){_NO_LETTER}"
)
_YEAR = r"[12][0-9]{3}(?![0-9])"
_BEFORE_YEAR = r"\s*[،,]?\s*(?:(?:من\s+)?(?:عام|سنة)\s+)?"
_DAY = r"[0-9]{1,2}"
_AND = r"\s*(?:و|and\b)\s*"
_JOIN = r"\s*(?:-|[إا]ل[ىي]|و?حتى|to\b|و|and\b)\s*"

_DATES = re.compile(
    rf"(?<![0-9/])(?:"
    rf"(?P<day1>{_DAY})\s*(?P<month1>{_MONTH})(?:{_BEFORE_YEAR}(?P<year1>{_YEAR}))?(?P<join>{_JOIN})"
    rf"(?P<day2>{_DAY})\s*(?P<month2>{_MONTH}){_BEFORE_YEAR}(?P<year2>{_YEAR})"
    rf"|(?P<days>{_DAY}(?:{_JOIN}{_DAY}(?![0-9])){{0,9}})\s*(?P<month>{_MONTH}){_BEFORE_YEAR}(?P<year>{_YEAR}))"
)
_ONE_DATE = re.compile(rf"(?P<day>{_DAY})\s*(?P<month>{_MONTH}){_BEFORE_YEAR}(?P<year>{_YEAR})")
_MONTH_OF_YEAR = re.compile(
    rf"(?<![{ARABIC_LETTERS}A-Za-z])[وبل]?(?P<month>{_MONTH}){_BEFORE_YEAR}(?P<year>{_YEAR})"
)
_LEADING_DAYS = re.compile(rf"(?P<first>{_DAY})(?:{_JOIN}(?P<second>{_DAY}))?\s*{_MONTH}")
_NUMBER = re.compile(r"[0-9]+")
# As people type them: the day first, or as a machine writes it.
_IN_FIGURES = re.compile(rf"(?P<day>{_DAY})\s*(?P<sign>[/.-])\s*(?P<month>{_DAY})\s*(?P=sign)\s*(?P<year>{_YEAR})")
_ISO = re.compile(rf"(?P<year>{_YEAR})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})")
_HAS_DIGIT = re.compile(r"\d")

_Found = tuple[int, int, DateRange]


def _month(printed: str) -> int | None:
    """The number of a single or double month name; None if its two names are of different months."""
    numbers = {_MONTH_NUMBERS[normalize(name)] for name in printed.split("/")}
    return numbers.pop() if len(numbers) == 1 else None


def _date(day: str, month: str, year: str) -> date | None:
    number = _month(month)
    if number is None:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """Give the date that is the whole text ('21 June 2019', '8 أيلول/سبتمبر 2020'), or None."""
    match = _ONE_DATE.fullmatch(bare(text).strip())
    return _date(match["day"], match["month"], match["year"]) if match else None


def read_typed_date(text: str) -> date | None:
    """Give the day that somebody typed, in either kind of digits, or None.

    '5/9/2019', '٥-٩-٢٠١٩' and '05.09.2019' are the fifth of September: the day stands first, as Arabic and the United
    Nations write it. '2019-09-05' is the same day, and so is what `format_date` and `format_date_en` write.
    """
    plain = bare(text).strip()
    match = _IN_FIGURES.fullmatch(plain) or _ISO.fullmatch(plain)
    if match is None:
        return parse_date(plain)
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def find_ranges(text: str) -> list[tuple[int, int, DateRange]]:
    """Give (start, end offset, range) for every date or range of days in the text, in order.

    Offsets run from the first digit of the day to the last of the year. Two days joined by «و» make a range
    if one follows the other, else two ranges of one day. Impossible dates are left out.
    """
    if not _HAS_DIGIT.search(text):
        return []
    bare_text, offsets = bare_with_offsets(text)
    return [
        (offsets[start], offsets[end - 1] + 1, days)
        for match in _DATES.finditer(bare_text)
        for start, end, days in (_across_months(match) if match["day1"] else _within_month(match))
    ]


def find_range(text: str) -> DateRange | None:
    """Give the first date or range of days in the text, or None."""
    found = find_ranges(text)
    return found[0][2] if found else None


def _across_months(match: re.Match[str]) -> Iterator[_Found]:
    """Day, month and perhaps year; then day, month and year."""
    end = _date(match["day2"], match["month2"], match["year2"])
    year = match["year1"] or match["year2"]
    # A range printed with one year may run from December into January.
    if not match["year1"] and (_month(match["month1"]), _month(match["month2"])) == (12, 1):
        year = str(int(year) - 1)
    start = _date(match["day1"], match["month1"], year)
    if start is None or end is None:
        return
    together = end - start == timedelta(days=1)
    if re.fullmatch(_AND, match["join"]) and not together:
        yield (match.start(), match.end("year1" if match["year1"] else "month1"), DateRange(start, start))
        yield (match.start("day2"), match.end(), DateRange(end, end))
    elif start <= end:
        yield (match.start(), match.end(), DateRange(start, end))


def _within_month(match: re.Match[str]) -> Iterator[_Found]:
    """One or more days of one month and year."""
    first = match.start("days")
    spans = [day.span() for day in _NUMBER.finditer(match["days"])]
    joins = [match["days"][left[1] : right[0]] for left, right in pairwise(spans)]
    dates = [_date(match["days"][start:end], match["month"], match["year"]) for start, end in spans]
    days = [day for day in dates if day is not None]
    if len(days) < len(dates):
        return
    listed = all(re.fullmatch(_AND, join) for join in joins)
    consecutive = all(right - left == timedelta(days=1) for left, right in pairwise(days))
    if listed and not consecutive:
        for day, (start, end) in zip(days, spans, strict=True):
            last = match.end() if day is days[-1] else first + end
            yield (first + start, last, DateRange(day, day))
    elif (listed or len(days) == 2) and days[0] <= days[-1]:
        yield (match.start(), match.end(), DateRange(days[0], days[-1]))


def find_month(text: str) -> tuple[int, int] | None:
    """Give (year, month) of the first month with its year («تشرين الأول/أكتوبر 2018»), or None."""
    for match in _MONTH_OF_YEAR.finditer(bare(text)):
        month = _month(match["month"])
        if month is not None:
            return int(match["year"]), month
    return None


def begins_with_days(bare_text: str, pos: int = 0) -> bool:
    """Whether a day, or days in rising order, and a month name stand at pos of a bare text."""
    match = _LEADING_DAYS.match(bare_text, pos)
    return match is not None and (match["second"] is None or int(match["first"]) < int(match["second"]))


def _arabic_month(month: int) -> str:
    return "/".join(MONTHS[month - 1])


def format_date(day: date) -> str:
    """Give '8 أيلول/سبتمبر 2020'."""
    return f"{day.day} {_arabic_month(day.month)} {day.year}"


def format_range(days: DateRange) -> str:
    """Give '30 أيار/مايو إلى 1 حزيران/يونيه 2012', '4 و5 تموز/يوليه 2018', '11 إلى 13 أيلول/سبتمبر 2019'."""
    start, end = days.start, days.end
    if start == end:
        return format_date(end)
    if start.year != end.year:
        return f"{format_date(start)} إلى {format_date(end)}"
    if start.month != end.month:
        return f"{start.day} {_arabic_month(start.month)} إلى {format_date(end)}"
    joined = " و" if end - start == timedelta(days=1) else " إلى "
    return f"{start.day}{joined}{format_date(end)}"


def format_date_en(day: date) -> str:
    """Give '8 September 2020'."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def format_range_en(days: DateRange) -> str:
    """Give '4–5 July 2018', '30 May–1 June 2012'."""
    start, end = days.start, days.end
    if start == end:
        return format_date_en(end)
    if start.year != end.year:
        return f"{format_date_en(start)}–{format_date_en(end)}"
    if start.month != end.month:
        return f"{start.day} {ENGLISH_MONTHS[start.month - 1]}–{format_date_en(end)}"
    return f"{start.day}–{format_date_en(end)}"
