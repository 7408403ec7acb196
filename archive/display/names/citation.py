"""How a recommendation is cited, in Arabic and in English."""

from dataclasses import dataclass

from django.utils import translation

from archive.models import Document, Recommendation

from . import titles as names
from .language import in_language


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


def build_citation(recommendation: Recommendation) -> CitationTexts:
    """Both citations as plain text. Needs the meeting, its body and the document loaded."""
    with translation.override("ar"):
        arabic = _arabic(recommendation)
    with translation.override("en"):
        english = _english(recommendation)
    return CitationTexts(arabic, english)


def _arabic(recommendation: Recommendation) -> str:
    meeting = recommendation.meeting
    parts = [
        meeting.body.name_ar,
        names.meeting_title(meeting) + _where(recommendation, "، "),
        f"التوصية {names.recommendation_figure(recommendation)}",
    ]
    if mark := _mark(recommendation.document):
        parts.append(f"الوثيقة {mark}")
    return "، ".join(parts) + "."


def _english(recommendation: Recommendation) -> str:
    meeting = recommendation.meeting
    title = names.meeting_title(meeting)
    parts = [
        meeting.body.name_en or meeting.body.symbol,
        title[0].lower() + title[1:] + _where(recommendation, ", "),
        f"recommendation {names.recommendation_figure(recommendation)}",
    ]
    if mark := _mark(recommendation.document):
        parts.append(f"in {mark}")
    return ", ".join(parts) + "."


def _where(recommendation: Recommendation, comma: str) -> str:
    meeting = recommendation.meeting
    known = [names.place_name(meeting.place)] if meeting.place else []
    known.append(names.meeting_dates(meeting))
    known = [part for part in known if part]
    return f" ({comma.join(known)})" if known else ""


def _mark(document: Document | None) -> str:
    """What names a document: its symbol, else its job number."""
    return (document.symbol or document.job_number) if document else ""
