"""A line of a cover that is a fact by itself: date, language, symbol, body, meeting, place, agenda item, author."""

import re
from collections.abc import Sequence

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare, normalize
from archive.numbering import abjad
from archive.numbering.dates import find_range, parse_date
from archive.numbering.ordinal_words import match_ordinal
from archive.vocabulary.bodies import KnownBody, body_written
from archive.vocabulary.masthead_terms import AUTHOR_LINES, LANGUAGES, LANGUAGES_AR
from archive.vocabulary.symbols import find_symbols, is_symbol

from .cover import Cover

# Distr.: General 23 September 2020 · Distr.: Limited
_DISTRIBUTION = re.compile(r"^Distr\.?\s*:?\s*(?P<value>[A-Za-z]+)?\s*(?P<date>.*)$")
# Original: English
_ORIGINAL = re.compile(r"^Original\s*:\s*(?P<language>[A-Za-z]+)", re.IGNORECASE)
# البند 2 (ج) من جدول الأعمال المؤقت*
_AGENDA_ITEM = re.compile(
    r"^البند\s+(?P<number>[0-9]{1,2})\s*(?:\(\s*(?P<letter>[^()]{1,5})\s*\))?\s*من\s+جدول\s+ال[أا]عمال.{0,12}$"
)
# الدورة الثانية عشرة · الاجتماع السادس
_GATHERING = re.compile(r"^ال(?:دورة|دوره|اجتماع)\s+")
# فيينا، 12-16 تشرين الأول/أكتوبر 2020
_PLACE = re.compile(r"^(?P<place>[^\d،,]{2,40}?)\s*[،,]\s*(?=.*[0-9])")
#: A line that is a date has little beside it; the longest date («12 كانون الأول/ديسمبر 2020») has 27 letters.
_LONGEST_DATE = 40
#: Place and dates fill a line, no paragraph: the longest («من 28 تشرين الثاني/نوفمبر 2020 إلى …») has some 70 letters.
_LONGEST_PLACE_AND_DATES = 90
# من جدول الأعمال المؤقت*
_STAR = re.compile(r"\s*\*+\s*$")


def read_fact(cover: Cover, text: str, bodies: Sequence[KnownBody]) -> bool:
    """Read one line; True if it is a fact by itself."""
    plain = bare(text).strip()
    if plain.endswith("*"):
        cover.has_star = True
        plain = _STAR.sub("", plain)
    return (
        _is_distribution(cover, plain)
        or _is_language(cover, plain)
        or _is_symbol(cover, plain)
        or read_body(cover, plain, bodies)
        or _is_gathering(cover, plain)
        or _is_place_and_dates(cover, plain)
        or _is_agenda_item(cover, plain)
        or _is_author(cover, text)
        or _is_date(cover, plain)
    )


def _is_distribution(cover: Cover, plain: str) -> bool:
    match = _DISTRIBUTION.match(plain)
    if match is None:
        return False
    cover.distribution = match["value"] or cover.distribution
    cover.date = parse_date(match["date"]) or cover.date
    return True


def _is_date(cover: Cover, plain: str) -> bool:
    found = parse_date(plain)
    if found is None or len(plain) > _LONGEST_DATE or cover.date is not None:
        return False
    cover.date = found
    return True


def _is_language(cover: Cover, plain: str) -> bool:
    original = _ORIGINAL.match(plain)
    if original:
        cover.original_language = LANGUAGES.get(original["language"].lower())
        return True
    language = LANGUAGES.get(plain.lower()) or LANGUAGES_AR.get(normalize(plain))
    if language is None or cover.language is not None:
        return False
    cover.language = language
    return True


def _is_symbol(cover: Cover, plain: str) -> bool:
    if not is_symbol(plain):
        return False
    cover.symbol = cover.symbol or find_symbols(plain)[0][2]
    return True


def read_body(cover: Cover, plain: str, bodies: Sequence[KnownBody]) -> bool:
    """Take the body whose name a line is, nothing more; True if it is one."""
    found = body_written(plain, bodies)
    if found is None:
        return False
    # the Conference stands above its working group: the lower one prepared the paper
    if cover.body is None or found.parent == cover.body.symbol:
        cover.body = found
    return True


def _is_gathering(cover: Cover, plain: str) -> bool:
    match = _GATHERING.match(plain)
    found = match_ordinal(plain, match.end()) if match else None
    if found is None or found[1] < len(plain.rstrip(" .")):
        return False
    cover.meeting_number = found[0]
    return True


def _is_place_and_dates(cover: Cover, plain: str) -> bool:
    place = _PLACE.match(plain)
    dates = find_range(plain) if place and len(plain) <= _LONGEST_PLACE_AND_DATES else None
    if place is None or dates is None or cover.dates is not None:
        return False
    cover.place, cover.dates = place["place"].strip(), dates
    return True


def _is_agenda_item(cover: Cover, plain: str) -> bool:
    match = _AGENDA_ITEM.match(plain)
    if match is None:
        return False
    number = to_ascii(match["number"]).lstrip("0")
    letter = abjad.position(match["letter"]) if match["letter"] else None
    cover.agenda_item = f"{number} ({abjad.letter(letter)})" if letter else number
    cover.blocks.append(("item", []))
    return True


def _is_author(cover: Cover, text: str) -> bool:
    if normalize(text).strip(" .*") not in AUTHOR_LINES:
        return False
    cover.author = text.strip(" .*")
    cover.blocks.append(("author", []))
    return True
