"""Session or meeting, place and days, where a cover or a title prints them."""

import re
from functools import cache

from archive.numbering.dates import DateRange, find_ranges
from archive.numbering.english_ordinals import match_english_ordinal
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.cover_terms import begins_with, cover_forms, is_one_of

#: No date with its days is longer; read at one place.
_LONGEST_DAYS = 160
#: A place with its country, its seat or its way of meeting: «فيينا وعبر الإنترنت» has 20 letters.
_LONGEST_PLACE = 70
# فيينا، 12-16 تشرين الأول/أكتوبر 2020 · شرم الشيخ، مصر، من 13 إلى 17 … · فيينا (بالحضور الشخصي)، 4 و5 …
_PLACE = re.compile(
    rf"(?P<place>[^\d:؛.\[\]«»]{{2,{_LONGEST_PLACE}}}?)\s*[،,(]\s*(?:(?:في\s+الفترة\s+)?(?:من|يومي|يوم|في)\s+)?(?=[0-9])"
)
# 8 كانون الأول/ديسمبر 2023 ومن 13 إلى 17 أيار/مايو 2024
_AND_DAYS = re.compile(r"\s*[،,]?\s*(?:و\s*)?(?:من|يومي|يوم|في)?\s*")
# الدورة الـ79 · الدورة 79
_FIGURE = re.compile(r"(?:ال)?\s?(?P<figure>[0-9]{1,3})(?![0-9/])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_ENGLISH_WORD = re.compile(r"\s+(?:(?:regular|resumed)\s+)*(?P<term>session|meeting)(?!\w)", re.IGNORECASE)
_ENGLISH_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s+session(?!\w)", re.IGNORECASE)
# behind days in brackets
_CLOSES = re.compile(r"\s*[)\]]?")


@cache
def _any(*names: str) -> re.Pattern[str]:
    """Any form of these names as whole words, with spaces before it."""
    forms = sorted((form for name in names for form in cover_forms(name)), key=len, reverse=True)
    return re.compile(r"\s*(?:" + "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in forms) + r")(?!\w)")


def read_gathering(folded: str, plain: str, at: int) -> tuple[str | None, int | None, int] | None:
    """Give «session» or «meeting», its number, and where «الدورة التاسعة والسبعون» ends that begins at `at`.

    A special session and the session of a year have no number of the series; a sitting is no meeting.
    """
    english = _in_english(plain, at)
    if english is not None:
        return english
    for term in ("session", "meeting", "sitting"):
        opening = _any(term).match(folded, at)
        if opening is not None:
            break
    else:
        return None
    end = opening.end()
    is_special = term == "sitting"
    number: int | None = None
    beside_number = False
    while True:
        special = _any("special").match(folded, end)
        beside = special or _any("ordinary").match(folded, end)
        if beside is not None:
            is_special, end = is_special or special is not None, beside.end()
            beside_number = number is not None
            continue
        start = end + len(folded[end:]) - len(folded[end:].lstrip())
        resumed = match_ordinal(plain, start) if number is not None and beside_number else None
        if resumed is not None:  # «الدورة الخامسة عشرة المستأنفة الأولى»
            end = resumed[1]
            continue
        if number is None:
            ordinal = match_ordinal(plain, start)
            if ordinal is not None:
                number, end = ordinal
                continue
            year = _YEAR.match(folded, start)
            figure = None if year else _FIGURE.match(folded, start)
            if year is not None:
                is_special, number, end = True, int(year[0]), year.end()
                continue
            if figure is not None:
                number, end = int(figure["figure"]), figure.end()
                continue
        break
    if number is None:
        return None
    return (None if term == "sitting" else term), (None if is_special else number), end


def _in_english(plain: str, at: int) -> tuple[str | None, int | None, int] | None:
    """«Fifty-sixth session», «Resumed ninth meeting»; «2021 session» is that of a year."""
    year = _ENGLISH_YEAR.match(plain, at)
    if year is not None:
        return "session", None, year.end()
    ordinal = match_english_ordinal(plain, at)
    word = _ENGLISH_WORD.match(plain, ordinal[1]) if ordinal else None
    if ordinal is None or word is None:
        return None
    return ("session" if word["term"].lower() == "session" else "meeting"), ordinal[0], word.end()


def read_dates(plain: str, folded: str, at: int) -> tuple[DateRange, int, bool] | None:
    """Give the days printed at `at`, where they end, and whether a word («من», «يومي») leads to them."""
    led = _any("days_begin").match(folded, at)
    start = led.end() if led else at
    start += len(plain[start:]) - len(plain[start:].lstrip())
    found = _days_at(plain, start)
    return (found[0], found[1], led is not None) if found else None


def days_after(plain: str, at: int) -> DateRange | None:
    """Give the days printed at `at`, behind a word that leads to them or not."""
    found = read_dates(plain, plain, at)
    return found[0] if found else None


def _days_at(plain: str, start: int) -> tuple[DateRange, int] | None:
    """The days at `start`; those that go on with «و» belong to them."""
    if not plain[start : start + 1].isdigit():
        return None
    ranges = find_ranges(plain[start : start + _LONGEST_DAYS])
    if not ranges or ranges[0][0] != 0:
        return None
    first, end = ranges[0][2], ranges[0][1]
    last = first
    for begins, ends, days in ranges[1:]:
        if not _AND_DAYS.fullmatch(plain[start + end : start + begins]):
            break
        last, end = days, ends
    return DateRange(first.start, max(first.end, last.end)), start + end


def read_place(plain: str, folded: str, at: int) -> tuple[str, DateRange, int] | None:
    """Give place, days and where they end, of «فيينا، من 12 إلى 16 تشرين الأول/أكتوبر 2020»."""
    match = _PLACE.match(plain, at)
    if match is None:
        return None
    found = _days_at(plain, match.end())
    # how it is met there is no part of the place: «فيينا (بالحضور الشخصي)»
    name = match["place"].partition("(")[0].strip(" ،,")
    if found is None or begins_with("title", name) or is_one_of("organisation", name):
        return None
    closes = _CLOSES.match(plain, found[1])
    return name, found[0], closes.end() if closes else found[1]
