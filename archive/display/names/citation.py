"""How a recommendation is cited, in Arabic and in English."""

from dataclasses import dataclass

from django.utils import translation

from archive.citing.things import Thing
from archive.citing.writing import CitedFacts, cite_in_arabic, cite_in_english
from archive.models import Recommendation, Subparagraph

from . import titles as names
from .language import in_language, is_english


@dataclass(frozen=True, slots=True)
class CitationTexts:
    ar: str
    en: str

    @property
    def here(self) -> str:
        """In the language of the page."""
        return in_language(self.ar, self.en)


@dataclass(frozen=True, slots=True)
class CitableRecommendation:
    """A recommendation with how it is cited; `address` is its whole address, where a page prints it."""

    recommendation: Recommendation
    citation: CitationTexts
    address: str = ""


def build_citation(recommendation: Recommendation, letter: int = 0) -> CitationTexts:
    """Both citations as plain text, of the lettered item at a position where one is given.

    Needs the meeting, its body and the document loaded.
    """
    with translation.override("ar"):
        arabic = cite_here(recommendation, letter)
    with translation.override("en"):
        english = cite_here(recommendation, letter)
    return CitationTexts(arabic, english)


def cite_here(recommendation: Recommendation, letter: int = 0) -> str:
    """The citation in the language of the page alone."""
    meeting, body = recommendation.meeting, recommendation.meeting.body
    thing = Thing(
        "recommendation",
        body=body.symbol,
        term="session" if meeting.is_session else "meeting",
        meeting=meeting.number,
        series=recommendation.series,
        number=recommendation.number,
        suffix=recommendation.suffix,
        copy=recommendation.copy,
        agenda_item=recommendation.item_number,
        letter=letter,
    )
    several = recommendation.is_one_of_series
    document = recommendation.document
    mark = (document.symbol or document.job_number) if document else ""
    if is_english():
        facts = CitedFacts(body.name_en or body.symbol, _where(recommendation), mark, several)
        return cite_in_english(thing, facts) + names.provisional_mark(recommendation)
    facts = CitedFacts(body.name_ar, _where(recommendation), mark, several)
    return cite_in_arabic(thing, facts) + names.provisional_mark(recommendation)


def build_item_citation(recommendation: Recommendation, item: Subparagraph) -> CitationTexts:
    """Both citations of a lettered item: «… التوصية 2 (ك) …», `… recommendation 2 (k) …`."""
    return build_citation(recommendation, item.position)


def _where(recommendation: Recommendation) -> tuple[str, ...]:
    """Place and dates, as far as they are known, in the active language."""
    meeting = recommendation.meeting
    place = names.place_name(meeting.place) if meeting.place else ""
    return tuple(part for part in (place, names.meeting_dates(meeting)) if part)
