"""Of two texts that stand side by side: how each asks, and which of them asks more strongly."""

from collections.abc import Sequence

from archive.models import Kinship, OperativeClause

from .sides import Side


def with_clauses(sides: Sequence[Side]) -> list[tuple[Side, OperativeClause | None]]:
    """Each with the clause by which it asks."""
    keys = {side.recommendation.pk for side in sides}
    clauses = list(OperativeClause.objects.in_force().in_order().filter(recommendation__in=keys))
    return [
        (side, side.main_clause([one for one in clauses if one.recommendation_id == side.recommendation.pk]))
        for side in sides
    ]


def find_stronger(a: Side, b: Side) -> str:
    """«a» or «b», where it asks more strongly for what the other asks for; else nothing."""
    keys = [a.recommendation.pk, b.recommendation.pk]
    rows = Kinship.objects.in_force().filter(
        relation=Kinship.Relation.STRENGTHENS, earlier__in=keys, later__in=keys
    )
    pairs = list(rows.values_list("earlier", "earlier_item", "later", "later_item"))
    first, second = ((side.recommendation.pk, side.item.pk if side.item else None) for side in (a, b))
    return "b" if (*first, *second) in pairs else "a" if (*second, *first) in pairs else ""
