"""What a recommendation cites, and what cites it, with the place of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.models import Citation, Paragraph, Recommendation, Subparagraph, named_by
from archive.models.prepared import Prepared

from ..comparison.sides import Side
from ..names.cited_things import CitedThing, cited_thing
from .classification import confirmed_first


@dataclass(slots=True)
class CitedWithItems:
    """A thing that is cited once or more; `items` are the lettered ones in which it stands."""

    thing: CitedThing
    is_confirmed: bool
    items: list[Subparagraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A recommendation with the lettered item in which the citation stands; paragraphs with their documents."""

    recommendations: tuple[Side, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.recommendations or self.paragraphs)


def build_cited(recommendation: Recommendation, citations: Sequence[Citation]) -> list[CitedWithItems]:
    """All but articles, which the classification has; a treaty only where none of its articles is cited."""
    items: dict[int | None, Subparagraph] = {item.pk: item for item in recommendation.subparagraphs.all()}
    with_articles = {one.instrument_id for one in citations if one.kind == Citation.Kind.TREATY_ARTICLE}
    found: dict[CitedThing, CitedWithItems] = {}
    for citation in confirmed_first(citations):
        is_told = citation.kind == Citation.Kind.TREATY and citation.instrument_id in with_articles
        if citation.kind == Citation.Kind.TREATY_ARTICLE or is_told:
            continue
        thing = cited_thing(citation)
        cited = found.setdefault(thing, CitedWithItems(thing, not citation.is_suggested))
        item = items.get(citation.subparagraph_id)
        if item is not None and item not in cited.items:
            cited.items.append(item)
    return list(found.values())


_CITING = Prepared(
    lambda key: Citation.objects.in_force()
    .filter(cited_recommendation=key)
    .exclude(recommendation=key)
    .select_related("recommendation__meeting__body", "subparagraph", "paragraph__document")
    .only(
        *("position", *named_by.recommendation("recommendation")),
        *(*named_by.item("subparagraph"), *named_by.paragraph("paragraph")),
    )
    .order_by(
        "recommendation__meeting__body__symbol",
        *("recommendation__meeting__number", "recommendation__number", "recommendation__copy"),
        *("paragraph__document__date", "paragraph__position", "position", "pk"),
    )
)


def find_cited_by(recommendation: Recommendation) -> CitedBy:
    """Recommendations in official order, then paragraphs of reports. One query."""
    recommendations: dict[object, Side] = {}
    paragraphs: dict[object, Paragraph] = {}
    for row in _CITING.rows(recommendation.pk):
        if row.recommendation is not None:
            citing = Side(row.recommendation, row.subparagraph)
            recommendations.setdefault((row.recommendation_id, row.subparagraph_id), citing)
        elif row.paragraph is not None:
            paragraphs.setdefault(row.paragraph_id, row.paragraph)
    return CitedBy(tuple(recommendations.values()), tuple(paragraphs.values()))
