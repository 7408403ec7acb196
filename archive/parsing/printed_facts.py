"""What the head of a cover prints about the paper itself: distribution, languages, symbols, organisation, adoption."""

import re

from archive.vocabulary.cover_terms import begins_with, cover_forms
from archive.vocabulary.masthead_terms import DISTRIBUTIONS_AR, LANGUAGES, LANGUAGES_AR
from archive.vocabulary.symbols import read_cover_symbols

from .cover import Cover
from .line_facts import LONGEST_WHOLE, Fact, LinePlace, form_at, keep_nothing

# Distr.: General · DISTR.: LIMITED
_DISTRIBUTION = re.compile(
    r"Distr\b\.?\s*:?\s*(?P<value>(?!(?:Original|Arabic)\b)[A-Za-z]+(?![A-Za-z]))?", re.IGNORECASE
)
# التوزيع: عام
_DISTRIBUTION_AR = re.compile(rf"(?:ال)?توزيع\s*:?\s*(?P<value>{'|'.join(DISTRIBUTIONS_AR)})(?!\w)")
_LANGUAGE = "|".join(LANGUAGES)
# Original: English · ORIGINAL: ENGLISH/FRENCH · Original: English and Spanish
_ORIGINAL = re.compile(
    rf"Original\s*:\s*(?P<language>{_LANGUAGE})(?:\s*(?:/|,|&|and\b)\s*(?:and\s+)?(?:{_LANGUAGE}))*(?!\w)",
    re.IGNORECASE,
)
# Arabic · Arabic only · Arabic, English and French only
_PRINTED_IN = re.compile(
    rf"(?P<language>{_LANGUAGE})(?:\s*(?:/|,|&|and\b)\s*(?:and\s+)?(?:{_LANGUAGE}))*(?:\s+only)?(?!\w)",
    re.IGNORECASE,
)
_LANGUAGE_AR = "|".join(sorted((name.removeprefix("ال") for name in LANGUAGES_AR), key=len, reverse=True))
# الأصل: بالإنكليزية
_ORIGINAL_AR = re.compile(rf"(?:ال)?(?:اصل|لغه\s+الاصليه)\s*:\s*ب?(?:ال)?(?P<language>{_LANGUAGE_AR})(?!\w)")
_PRINTED_IN_AR = re.compile(
    rf"ب?ال(?P<language>{_LANGUAGE_AR})(?:\s*(?:و|،)\s*ب?ال(?:{_LANGUAGE_AR}))*(?:\s+فقط)?(?!\w)"
)
# 75/196. · 75/196- تعزيز برنامج … · 2023/26
_ADOPTED_NUMBER = re.compile(
    r"(?:القرار\s+|المقرر\s+)?(?P<number>[0-9A-Zد-]{1,6}/[0-9]{1,4})(?![0-9/])\s*[-.:]*\s*"
)
# الأمم المتحدة • نيويورك، 2025
_IMPRINT = re.compile(r"\s*[•·*|-]?\s*[^\W\d_]{3,20}[،,]\s*(?:19|20)[0-9]{2}$")
# United Nations Model Strategies on …: a title that begins with the name
_NAME_GOES_ON = re.compile(r"\s+[A-Z][a-z]+\s")
# [بناء على تقرير اللجنة الثالثة (A/75/479، الفقرة 20)] · [(E/2021/30)بناء على توصية …]
_BASIS = re.compile(r"\[[^\[\]]{4,200}\]$")


def distribution_at(place: LinePlace) -> Fact | None:
    match = _DISTRIBUTION.match(place.plain, place.at) or _DISTRIBUTION_AR.match(place.folded, place.at)
    if match is None:
        return None
    value = DISTRIBUTIONS_AR.get(match["value"], match["value"])

    def enter(cover: Cover) -> None:
        cover.distribution = value.capitalize() if value else cover.distribution

    return Fact(match.end(), "distribution", enter)


def _language_named(name: str) -> str:
    return LANGUAGES.get(name.lower()) or LANGUAGES_AR[f"ال{name}"]


def original_at(place: LinePlace) -> Fact | None:
    match = _ORIGINAL.match(place.plain, place.at) or _ORIGINAL_AR.match(place.folded, place.at)
    if match is None:
        return None
    language = _language_named(match["language"])

    def enter(cover: Cover) -> None:
        cover.original_language = language

    return Fact(match.end(), "language", enter)


def language_at(cover: Cover, place: LinePlace) -> Fact | None:
    if cover.language is not None:
        return None
    match = _PRINTED_IN.match(place.plain, place.at) or _PRINTED_IN_AR.match(place.folded, place.at)
    if match is None:
        return None
    language = _language_named(match["language"])

    def enter(cover: Cover) -> None:
        cover.language = cover.language or language

    return Fact(match.end(), "language", enter)


#: Behind these the symbol of another paper may stand, the paper's own no more.
_BELOW_SYMBOL = frozenset(("item", "author", "gathering", "place", "summary"))


def symbols_at(cover: Cover, place: LinePlace, *, in_text: bool) -> Fact | None:
    """The paper's symbols; once the cover has gone on to other facts, a further one is that of another paper."""
    found, end = read_cover_symbols(place.plain, place.at)
    if not found:
        return None
    last = cover.pieces[-1].kind if cover.pieces else "symbol"
    again = all(symbol in cover.symbols for symbol in found)
    is_own = not cover.symbols or last == "symbol"
    if not again and (in_text or not is_own or any(piece.kind in _BELOW_SYMBOL for piece in cover.pieces)):
        return None

    def enter(cover: Cover) -> None:
        cover.symbols += tuple(symbol for symbol in found if symbol not in cover.symbols)

    return Fact(end, "symbol", enter)


def organisation_at(place: LinePlace) -> Fact | None:
    for form in cover_forms("organisation"):
        end = form_at(place, form)
        if end is not None and not _NAME_GOES_ON.match(place.plain, end):
            imprint = _IMPRINT.match(place.plain, end)
            return Fact(imprint.end() if imprint else end, "organisation", keep_nothing)
    return None


def adopted_at(cover: Cover, place: LinePlace) -> Fact | None:
    """«قرار اتخذته الجمعية العامة في …», «[بناء على …]», and the number of the resolution before its title."""
    if len(place.rest) <= LONGEST_WHOLE and (begins_with("adopted", place.rest) or _BASIS.match(place.rest)):
        return Fact(len(place.plain), "adopted", keep_nothing)
    number = _ADOPTED_NUMBER.match(place.plain, place.at)
    if number and any(symbol.upper().endswith(f"/{number['number'].upper()}") for symbol in cover.symbols):
        return Fact(number.end(), "adopted", keep_nothing)
    return None
