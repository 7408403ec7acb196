"""What the archive knows of a meeting besides its texts, and from where: its papers, sources, gaps, mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Document, Meeting, Paragraph, Recommendation
from archive.numbering.series import in_one_series
from archive.parsing.families import family_of
from archive.record.merge import STATED_BY
from archive.search.match import search_paragraphs

from ..documents.reading_order import Gap
from ..results.search_results import ParagraphResult, build_paragraph_results

MOST_MENTIONS = 5


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers before a meeting and after it; `sources` are those from which its texts come, among the later ones."""

    before: list[Document]
    after: list[Document]
    sources: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lost:
    """Numbers that no paragraph of a report bears in the archive's copy."""

    document: Document
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Paragraphs in which the words «الاجتماع السادس» stand; whose meeting they mean the words alone do not say."""

    words: str
    results: Sequence[ParagraphResult]


def build_papers(meeting: Meeting, documents: Iterable[Document], recommendations: Iterable[Recommendation]) -> Papers:
    """Reports and whatever is dated after the meeting came after it; all the rest was prepared for it."""
    sources = {row.document.pk: row.document for row in recommendations if row.document is not None}
    before: list[Document] = []
    after: dict[int, Document] = {}
    for document in documents:
        if _came_after(document, meeting):
            after[document.pk] = document
        elif document.pk not in sources:
            before.append(document)
    # In the order of `after`; a document that stands in both is shown as the row that has its English title.
    return Papers(before, list({**after, **sources, **after}.values()), frozenset(sources))


def _came_after(document: Document, meeting: Meeting) -> bool:
    last_day = meeting.end or meeting.start
    is_later = document.date is not None and last_day is not None and document.date > last_day
    return is_later or family_of(document.kind).reports_its_meeting


def find_stating(meeting: Meeting) -> list[Document]:
    """The documents that state its place and dates, each once."""
    stated = meeting.source_values.get(STATED_BY, {}).values()
    files = list(dict.fromkeys(file for _ground, file in stated))
    return list(Document.objects.filter(source_file__in=files).order_by("pk")) if files else []


def find_lost(documents: Iterable[Document]) -> list[Lost]:
    """What is missing from the reports among them. One query, none where no report is held."""
    reports = {one.pk: one for one in documents if one.is_held and family_of(one.kind).reports_its_meeting}
    if not reports:
        return []
    numbers: dict[int, list[int]] = {}
    rows = Paragraph.objects.with_a_number().filter(document__in=reports, series=0).order_by("document_id", "number")
    for document, number in rows.values_list("document_id", "number"):
        numbers.setdefault(document, []).append(number)
    # Recommendations may be numbered with the paragraphs among which they stand.
    among = Recommendation.objects.filter(document__in=reports, form=Recommendation.Form.PARAGRAPH)
    others: dict[int, list[int]] = {}
    for document, number in among.values_list("document_id", "number"):
        others.setdefault(document or 0, []).append(number)
    for key, present in numbers.items():
        present += in_one_series(present, others.get(key, ()))
    found = [Lost(reports[key], tuple(_gaps(sorted(present)))) for key, present in numbers.items()]
    return [lost for lost in found if lost.gaps]


def _gaps(numbers: Iterable[int]) -> Iterable[Gap]:
    last = 0
    for number in numbers:
        if number > last + 1:
            yield Gap(last + 1, number - 1)
        last = number


def find_mentions(meeting: Meeting) -> Mentions:
    """By searching for its name as a phrase, in the order in which the paragraphs answer."""
    hits = search_paragraphs(f'"{meeting.title}"')
    keys = [key for key, _rank in hits.full[:MOST_MENTIONS]]
    return Mentions(meeting.title, build_paragraph_results(keys, hits.understood))
