"""What the words of a search that found nothing name: a meeting, the recommendations of one number, an address.

A whole reference leads to its page by itself; what names a page less exactly is offered here.
"""

import re

from archive.arabic.normalize import normalize
from archive.models import Body, Meeting, Recommendation
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import parse_ordinal

from .near_addresses import Near, near_records

#: A number that stands in more meetings says too little.
MOST = 12
_ENGLISH = {english_ordinal(number): number for number in range(1, 100)}

# ctoc-cop-wg7.6, ctoc/cop/wg.7/2020/4
_ADDRESS = re.compile(r"(?=.*[a-z])(?=.*[0-9])[a-z0-9./-]+")
# الاجتماع السادس · الدورة 12 للمؤتمر
_MEETING = r"(?:ال|لل)?(?P<term>اجتماع|دوره)\s+(?:رقم\s+)?(?P<meeting>.+?)(?:\s+(?:ل|من\s).{5,})?"
# sixth meeting · the 12th session · meeting 6
_MEETING_IN_ENGLISH = re.compile(
    r"(?:the\s+)?(?:(?P<ordinal>[a-z-]+|[0-9]+(?:st|nd|rd|th))\s+)?(?P<term>meeting|session)(?:\s+(?P<meeting>[0-9]+))?"
)
# التوصية 12 · التوصية 99 من الاجتماع السابع
_RECOMMENDATION = re.compile(
    rf"(?:(?:ال)?توصيه|recommendation)\s+(?:رقم\s+)?(?P<number>.+?)(?:\s*[،,]?\s*(?:(?:من|في|عن)\s+)?(?P<of>{_MEETING}))?"
)
_TERMS = {"اجتماع": Body.Term.MEETING, "meeting": Body.Term.MEETING}


def named_records(typed: str) -> list[Near]:
    """The pages that the whole text may mean, in official order; none where it names nothing."""
    words = normalize(typed)
    if _ADDRESS.fullmatch(words):
        return near_records(words, is_document="/" in words)
    recommendation = _RECOMMENDATION.fullmatch(words)
    if recommendation and not recommendation["of"]:
        return list(_numbered(_number(recommendation["number"])))
    meeting = recommendation or re.fullmatch(_MEETING, words)
    if meeting:
        return list(_meetings(meeting["term"], _number(meeting["meeting"])))
    english = _MEETING_IN_ENGLISH.fullmatch(words)
    if english and bool(english["ordinal"]) != bool(english["meeting"]):
        return list(_meetings(english["term"], _number(english["meeting"] or english["ordinal"])))
    return []


def _number(written: str) -> int:
    """0 where it is no number."""
    figures = re.match(r"[0-9]{1,4}(?![0-9])", written)
    if figures:
        return int(figures[0])
    return _ENGLISH.get(written) or parse_ordinal(written) or 0


def _numbered(number: int) -> list[Near]:
    rows = Recommendation.objects.filter(number=number, copy=1) if number else Recommendation.objects.none()
    found = list(rows.for_display().in_official_order()[: MOST + 1])
    return [*found] if len(found) <= MOST else []


def _meetings(term: str, number: int) -> list[Near]:
    named = _TERMS.get(term, Body.Term.SESSION)
    rows = Meeting.objects.filter(number=number, body__term=named).select_related("body")
    return [*rows.in_official_order()[:MOST]]
