"""The recommendations nearest to one, and how they stand to it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.models import Kinship, Recommendation, Subparagraph, named_by
from archive.models.prepared import Prepared

from ..comparison.sides import Side, comparison_address
from ..text.running_text import first_words

NEAREST = 5
#: Two lines of the margin.
WORDS = 13


@dataclass(frozen=True, slots=True)
class NearOne:
    """One of the nearest, seen from the recommendation whose page it is; `own_item` is the one that is near to it."""

    side: Side
    own_item: Subparagraph | None
    relation: str
    words: str
    comparison: str
    is_confirmed: bool


def _nearest(key: int) -> QuerySet[Kinship]:
    rows = Kinship.objects.of(key).for_display().select_related("earlier_item", "later_item")
    named = rows.only(
        *("relation", "origin", "decision", "earlier_item", "later_item"),
        *named_by.recommendation("earlier"), *named_by.recommendation("later"),
        *named_by.item("earlier_item"), *named_by.item("later_item"),
    )  # fmt: skip
    return named[:NEAREST]


_NEAREST = Prepared(_nearest)


def find_nearest(recommendation: Recommendation) -> list[NearOne]:
    """At most five, what staff confirmed first. One query."""
    return [_seen_from(recommendation, row) for row in _NEAREST.rows(recommendation.pk)]


def _seen_from(recommendation: Recommendation, row: Kinship) -> NearOne:
    earlier, later = Side(row.earlier, row.earlier_item), Side(row.later, row.later_item)
    is_later = row.earlier_id == recommendation.pk
    other, own = (later, earlier) if is_later else (earlier, later)
    return NearOne(
        other,
        own.item,
        _relation(row.relation, is_later=is_later),
        first_words(other.text, WORDS),
        comparison_address(earlier, later),
        not row.is_suggested,
    )


def _relation(relation: str, *, is_later: bool) -> str:
    """How another stands to the recommendation of the page; `is_later`: it came after that."""
    match relation:
        case Kinship.Relation.REPEATS:
            return _("تكررها") if is_later else _("كررتها هذه التوصية")
        case Kinship.Relation.STRENGTHENS:
            return _("تقوّيها") if is_later else _("قوّتها هذه التوصية")
    return _("ذات صلة")
