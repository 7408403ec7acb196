"""What stands round the records in JSON: lists with their facets, what was searched for, refusals. As in `fields`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, get_args

from django.urls import reverse

from archive.filters.facet_pages import FacetPage
from archive.filters.facets import Option
from archive.filters.page_parameters import FACETS, PAGE_SIZES
from archive.models import Recommendation
from archive.search.match import Hits
from archive.search.reference import Reference
from archive.search.understood import Notice, NoticeKind

from .fields import (
    AGENDA_ITEM,
    BODY,
    CITATION,
    DOCUMENT,
    MEETING,
    OPERATIVE,
    RECOMMENDATION,
    SUBPARAGRAPH,
    TOPIC,
    TOPIC_NAME,
    WHOLE_DOCUMENT,
)
from .schema import (
    ADDRESS,
    COUNT,
    FLAG,
    TEXT,
    Schema,
    list_of,
    one_of,
    or_null,
)
from .shapes import Field, Row, Shape, link, link_or_null, many, one, one_or_null, plain

Errors = dict[str, list[str]]


def _option_label(option: Option) -> str:
    """A meeting with the symbol of its body, where there are several."""
    return f"{option.label} ({option.note})" if option.note and option.facet == "meeting" else option.label


OPTION = Shape[Option](
    "Option",
    (
        plain("value", TEXT),
        plain("label", TEXT, _option_label),
        plain("count", COUNT),
        plain("selected", FLAG),
    ),
)

def _in_pages(page: FacetPage) -> bool:
    return not page.is_whole


def _at(query: str | None) -> str | None:
    return None if query is None else reverse("api:recommendations") + query


#: Of a facet with more values than were asked for: how many there are, and where the rest is.
FACET = Shape[FacetPage](
    "Facet",
    (
        plain("name", one_of(FACETS)),
        plain("label", TEXT),
        many("options", OPTION, lambda page: page.options),
        plain("count", COUNT, when=_in_pages),
        link_or_null("next", lambda page: _at(page.next), _in_pages),
        link_or_null("previous", lambda page: _at(page.previous), _in_pages),
    ),
)

_NOTICE = Shape[Notice](
    "",
    (
        plain("kind", one_of(get_args(NoticeKind))),
        plain("typed", TEXT),
        plain("shown", list_of(TEXT), lambda notice: list(notice.shown)),
    ),
)

#: How the words were understood; `kind` of a notice is a word of the interface, not of a language.
SEARCH = Shape[Hits](
    "Search",
    (
        plain("typed", TEXT, "understood.typed"),
        plain("understood_as", TEXT, lambda hits: str(hits.understood)),
        plain("exact", FLAG, "understood.exact"),
        many("notices", _NOTICE, lambda hits: hits.understood.notices),
        plain("stale_index", FLAG, "stale"),
    ),
)

#: A recommendation, its lettered item, a meeting, an article or a topic by locator, a document (or its paragraph) by
#: symbol; the other is null. A list of recommendations has both null, and its address.
REFERENCE = Shape[Reference](
    "Reference",
    (
        plain("locator", or_null(TEXT)),
        plain("symbol", or_null(TEXT)),
        link("url", lambda found: found.address),
    ),
)

# Lists --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListAnswer(Generic[Row]):
    """One page of a list. `hits` are there where words were searched for, and with them the rest."""

    count: int
    next: str | None
    previous: str | None
    rows: Sequence[Row]
    facets: Sequence[FacetPage] = ()
    partial: Sequence[Row] = ()
    hits: Hits | None = None
    reference: Reference | None = None


def _page_of(shape: Shape[Row]) -> tuple[Field[ListAnswer[Row]], ...]:
    return (
        plain("count", COUNT),
        plain("next", or_null(ADDRESS)),
        plain("previous", or_null(ADDRESS)),
        many("results", shape, lambda answer: answer.rows, most=max(PAGE_SIZES)),
    )


def list_shape(name: str, shape: Shape[Row]) -> Shape[ListAnswer[Row]]:
    """Without facets; the field is there, so that all lists look alike."""
    return Shape(name, (*_page_of(shape), many("facets", FACET, lambda answer: answer.facets, most=0)))


def _is_searched(answer: ListAnswer[Recommendation]) -> bool:
    return answer.hits is not None


def _hits(answer: ListAnswer[Recommendation]) -> Hits:
    assert answer.hits is not None, "without words nothing was understood"
    return answer.hits


RECOMMENDATION_LIST = Shape[ListAnswer[Recommendation]](
    "RecommendationList",
    (
        *_page_of(RECOMMENDATION),
        many("facets", FACET, lambda answer: answer.facets),
        many("partial", RECOMMENDATION, lambda answer: answer.partial, _is_searched),
        one("search", SEARCH, _hits, _is_searched),
        one_or_null("reference", REFERENCE, lambda answer: answer.reference, _is_searched),
    ),
)
MEETING_LIST = list_shape("MeetingList", MEETING)
DOCUMENT_LIST = list_shape("DocumentList", DOCUMENT)
TOPIC_LIST = list_shape("TopicList", TOPIC)

INDEX = Shape[None](
    "Index",
    (
        link("recommendations", lambda _row: reverse("api:recommendations")),
        link("meetings", lambda _row: reverse("api:meetings")),
        link("documents", lambda _row: reverse("api:documents")),
        link("topics", lambda _row: reverse("api:topics")),
    ),
)

#: For every parameter that was wrong, at least one sentence.
_SENTENCES: Schema = {"type": "array", "items": TEXT, "minItems": 1}
_ERRORS: Schema = {"type": "object", "additionalProperties": _SENTENCES, "minProperties": 1}
ERRORS = Shape[Errors]("Errors", (plain("errors", _ERRORS, lambda errors: errors),))

#: All shapes that have names, as OpenAPI lists them.
SHAPES: tuple[Shape[Any], ...] = (
    RECOMMENDATION,
    MEETING,
    DOCUMENT,
    WHOLE_DOCUMENT,
    RECOMMENDATION_LIST,
    MEETING_LIST,
    DOCUMENT_LIST,
    BODY,
    AGENDA_ITEM,
    SUBPARAGRAPH,
    OPERATIVE,
    TOPIC_NAME,
    TOPIC,
    TOPIC_LIST,
    CITATION,
    FACET,
    OPTION,
    SEARCH,
    REFERENCE,
    INDEX,
    ERRORS,
)


def build_schemas() -> dict[str, Schema]:
    """The schemas of all shapes by name."""
    return {shape.name: shape.schema for shape in SHAPES}
