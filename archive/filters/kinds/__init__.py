"""The facets there are, in the order in which they are shown. A new one is a module here and a name below."""

from .base import NONE, FacetKind, FacetValue
from .meaning import ACTOR, ADDRESSEE, ARTICLE, TOPIC, VERB
from .papers import AGENDA_ITEM, DOCUMENT
from .places import BODY, MEETING, YEAR

KINDS: tuple[FacetKind, ...] = (
    BODY,
    MEETING,
    YEAR,
    VERB,
    ADDRESSEE,
    ACTOR,
    TOPIC,
    ARTICLE,
    AGENDA_ITEM,
    DOCUMENT,
)

__all__ = ["KINDS", "NONE", "FacetKind", "FacetValue"]
