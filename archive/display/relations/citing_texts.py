"""What cites an article of a treaty: recommendations, and paragraphs of reports, with the phrases that cite it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count
from django.utils.safestring import SafeString

from archive.models import Article, Citation, Paragraph
from archive.models.prepared import Prepared

from ..names.titles import item_letter
from ..text.marked_places import citing_places, excerpt_at
from .classification import GROUNDS

WORDS = 60
#: So many paragraphs of reports are shown.
MOST_PARAGRAPHS = 200


@dataclass(frozen=True, slots=True)
class CitedAs:
    """What a phrase cites of the article, and the ground on which its treaty is known; empty where it is named.

    `language` is «ar» where the ground is in the words of staff.
    """

    letter: str
    paragraph: str
    ground: str
    language: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class CitingParagraph:
    """A paragraph of a report; `notes` has what of the article it cites."""

    paragraph: Paragraph
    html: SafeString
    notes: Sequence[CitedAs]


def citations_of(article: Article, keys: Iterable[int]) -> list[Citation]:
    """Those in the recommendations with these keys, in the order of the texts. One query."""
    rows = Citation.objects.in_force().in_order().filter(article=article, recommendation__in=list(keys))
    return list(rows.select_related("subparagraph"))


def cited_by_recommendation(citations: Sequence[Citation]) -> dict[int, list[CitedAs]]:
    found: dict[int, list[CitedAs]] = {}
    for row in citations:
        if row.recommendation_id is not None:
            found.setdefault(row.recommendation_id, []).append(cited_as(row))
    return {key: list(dict.fromkeys(notes)) for key, notes in found.items()}


def cited_as(row: Citation) -> CitedAs:
    ground = GROUNDS.get(row.ground)
    own = "" if ground or row.ground == "named" else row.ground
    return CitedAs(
        letter=item_letter(row.subparagraph) if row.subparagraph else "",
        paragraph=row.cited_paragraph,
        ground=str(ground or own),
        language="ar" if own else "",
        is_confirmed=row.decision == Citation.Decision.CONFIRMED,
    )


_IN_PARAGRAPHS = Prepared(
    lambda article: Citation.objects.in_force()
    .filter(article=article, paragraph__isnull=False)
    .select_related("paragraph__document", "paragraph__section")
    .order_by("-paragraph__document__date", "paragraph__document_id", "paragraph__position", "position", "pk")
)


def citing_paragraphs(article: Article) -> tuple[list[CitingParagraph], int]:
    """The paragraphs of reports that cite it, the newest report first, and how many there are in all. One query."""
    rows = _IN_PARAGRAPHS.rows(article.pk)
    groups = [list(group) for _key, group in groupby(rows, key=lambda row: row.paragraph_id)]
    return [_citing_paragraph(group) for group in groups[:MOST_PARAGRAPHS]], len(groups)


def _citing_paragraph(rows: Sequence[Citation]) -> CitingParagraph:
    paragraph = rows[0].paragraph
    assert paragraph is not None
    html = excerpt_at(paragraph.text, citing_places(rows, paragraph.text), WORDS)
    return CitingParagraph(paragraph, html, list(dict.fromkeys(cited_as(row) for row in rows)))


def paragraph_counts() -> dict[int, int]:
    """Article → the number of paragraphs of reports that cite it. One query."""
    rows = Citation.objects.in_force().filter(article__isnull=False, paragraph__isnull=False).order_by()
    counted = rows.values_list("article").annotate(found=Count("paragraph", distinct=True))
    return dict(counted)
