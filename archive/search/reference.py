"""A typed reference («التوصية 12 من الاجتماع الرابع», «5/2 ك», «wg.7/2019/5») leads to its page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from archive.arabic.clean import clean
from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.models import Body, Document, Paragraph, Recommendation
from archive.numbering import abjad
from archive.numbering.ordinal_words import parse_ordinal
from archive.vocabulary.symbols import read_job_number

Row = TypeVar("Row", bound=Model)

#: No reference is longer: the longest name of a body has 74 characters, number, letter and meeting fewer.
_LONGEST = 200

# ctoc-cop-wg7.5.2, ctoc-cop-wg7.5.2-2, ctoc-cop-wg7.5.2.k
_LOCATOR = re.compile(r"(?P<rest>[a-z0-9-]+\.[0-9]+\.[0-9]+(?:-[0-9]+)?)(?:\.(?P<letter>[a-z]{1,2}))?")
# WG.7/2019/5, CTOC/COP/WG.7/2019/5/Add.1
_SYMBOL = re.compile(r"(?:[A-Z]+(?:\.[A-Z]*[0-9]+)?/)[A-Z0-9./-]*[0-9]", re.IGNORECASE | re.ASCII)
# A letter with or without brackets, two of them in brackets alone.
_LETTER = r"(?:\s*\(\s*(?P<bracketed>[ء-ي](?:\s?[ء-ي])?|[a-z]{1,2})\s*\)|\s*[\s/.]\s*(?P<bare>[ء-ي]|[a-z]))?"
# 5/2, 5/2 ك, 5/2 (ك), ٥/٢
_SHORT = re.compile(rf"(?P<meeting>[0-9]{{1,3}})\s*[/.]\s*(?P<number>[0-9]{{1,4}}){_LETTER}")
_MEETING = r"(?P<term>(?:ال|لل)?(?:اجتماع|دوره))\s+(?P<meeting>.+?)(?:\s+(?:ل|من\s+)(?P<body>(?:ل|ا|م).{5,}))?"
_NUMBER = rf"(?:ال)?توصيه\s+(?:رقم\s+)?(?P<number>[0-9]+|[ء-ي\s]+?){_LETTER}"
# التوصية 12 من الاجتماع الرابع · التوصية الثانية عشرة (ك) للاجتماع الرابع
_FROM_MEETING = re.compile(rf"{_NUMBER}\s*[،,]?\s*(?:(?:من|في|عن)\s+)?(?:توصيات\s+)?{_MEETING}")
# الاجتماع الخامس، التوصية 2 (ك)
_MEETING_FIRST = re.compile(rf"(?P<term>(?:ال|لل)?(?:اجتماع|دوره))\s+(?P<meeting>.+?)\s*[،,:]?\s*{_NUMBER}")
# الفقرة 32 من الوثيقة CTOC/COP/2020/5
_PARAGRAPH = re.compile(
    r"(?:ال)?فقره\s+(?P<number>[0-9]{1,4})\s*[،,]?\s*(?:من\s+)?(?:ال)?(?:وثيقه\s+)?(?P<symbol>[a-z][a-z0-9./-]+)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text names: the `locator` of a recommendation or of its lettered item, or the `symbol` of a document
    (its job number where it has none). `address` is that of the page, of a paragraph with its anchor."""

    address: str
    locator: str | None = None
    symbol: str | None = None


Way = Callable[[str], Reference | None]


def find_reference(text: str) -> Reference | None:
    """Give what the whole text names, or None where it names nothing or more than one thing."""
    typed = to_ascii(clean(text.encode("utf-8", "ignore").decode("utf-8"))).strip(" .،")
    if not typed or len(typed) > _LONGEST:
        return None
    ways: tuple[Way, ...] = (_by_locator, _by_symbol, _by_numbers, _by_words, _by_paragraph)
    return next((found for way in ways if (found := way(typed))), None)


def _by_locator(typed: str) -> Reference | None:
    match = _LOCATOR.fullmatch(typed.lower())
    if match is None:
        return None
    rows = Recommendation.objects.filter(locator=match["rest"])
    # A locator is copied, not remembered: with a letter that is not there it still means its recommendation.
    return _one_recommendation(rows, match["letter"]) or _one_recommendation(rows, None)


def _by_symbol(typed: str) -> Reference | None:
    job_number = read_job_number(typed)
    if job_number:
        return _one_document(_documents(job_number))
    return _one_document(_documents(typed)) if _SYMBOL.fullmatch(typed) else None


def _documents(symbol: str) -> QuerySet[Document]:
    """By the whole symbol, the job number, or the end of the symbol after a stroke."""
    arabic = Document.objects.filter(language="ar")
    whole = arabic.filter(Q(symbol__iexact=symbol) | Q(job_number__iexact=symbol))
    return whole if whole.exists() else arabic.filter(symbol__iendswith=f"/{symbol}")


def _by_numbers(typed: str) -> Reference | None:
    match = _SHORT.fullmatch(typed.lower())
    if match is None:
        return None
    return _one_recommendation(_recommendations(int(match["meeting"]), int(match["number"])), _letter_of(match))


def _by_words(typed: str) -> Reference | None:
    folded = normalize(typed)
    match = _FROM_MEETING.fullmatch(folded) or _MEETING_FIRST.fullmatch(folded)
    if match is None:
        return None
    meeting, number = _number(match["meeting"]), _number(match["number"])
    if meeting is None or number is None:
        return None
    term = Body.Term.SESSION if "دوره" in match["term"] else Body.Term.MEETING
    rows = _recommendations(meeting, number).filter(meeting__body__term=term)
    body = match.groupdict().get("body")
    if body:
        rows = rows.filter(meeting__body__in=_bodies_named(body))
    return _one_recommendation(rows, _letter_of(match))


def _by_paragraph(typed: str) -> Reference | None:
    match = _PARAGRAPH.fullmatch(normalize(typed))
    if match is None:
        return None
    rows = Paragraph.objects.filter(document__in=_documents(match["symbol"]), number=int(match["number"]))
    found = _only(rows.select_related("document"))
    return Reference(found.get_absolute_url(), symbol=_name(found.document)) if found else None


def _letter_of(match: re.Match[str]) -> str | None:
    return match["bracketed"] or match["bare"]


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) < 6 else parse_ordinal(written)


def _recommendations(meeting: int, number: int) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(meeting__number=meeting, number=number, copy=1)


def _bodies_named(written: str) -> list[Body]:
    """Those whose name, but for the article and ل before it, is the one written or ends it."""
    bare = written.removeprefix("ل").removeprefix("ل").removeprefix("ا").removeprefix("ل")
    return [body for body in Body.objects.all() if bare in normalize(body.name_ar)]


def _one_recommendation(rows: QuerySet[Recommendation], letter: str | None) -> Reference | None:
    """The only recommendation, or its lettered item."""
    found = _only(rows)
    if found is None or not letter:
        return Reference(found.get_absolute_url(), locator=found.locator) if found else None
    position = abjad.from_latin(letter) if letter.isascii() else abjad.position(letter)
    item = found.subparagraphs.filter(position=position or 0).first()
    return Reference(item.get_absolute_url(), locator=item.locator) if item else None


def _one_document(rows: QuerySet[Document]) -> Reference | None:
    found = _only(rows)
    return Reference(found.get_absolute_url(), symbol=_name(found)) if found else None


def _name(document: Document) -> str:
    return document.symbol or document.job_number


def _only(rows: QuerySet[Row]) -> Row | None:
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None
