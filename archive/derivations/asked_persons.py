"""Whom stored clauses address and who is to act in them: as rows of their own, written and read in their order."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from archive.deriving.operative import actors_behind
from archive.models import OperativeActor, OperativeAddressee, OperativeClause

from .texts import RecommendationText

Person = TypeVar("Person", OperativeAddressee, OperativeActor)


def codes_of(row: OperativeClause) -> tuple[str, ...]:
    return tuple(one.code for one in row.addressees.all())


def actors_of(row: OperativeClause) -> tuple[str, ...]:
    return tuple(one.code for one in row.actors.all())


def wants_actors(row: OperativeClause) -> bool:
    """Staff stand for the clause and nobody has said who acts: the rule fills that in, and nothing else."""
    return not row.actors_read and not row.is_suggested and row.end is not None


def actors_in(row: OperativeClause, one: RecommendationText) -> tuple[str, ...]:
    return actors_behind(one.passage(row.subparagraph_id), row.end or 0, codes_of(row))


def write_addressees(codes: Mapping[OperativeClause, Sequence[str]]) -> None:
    """Those of each clause, in their order, in place of what it had."""
    _write_codes(OperativeAddressee, codes)


def write_actors(codes: Mapping[OperativeClause, Sequence[str]]) -> None:
    """The same of those who are to act; from now on it is known who does."""
    _write_codes(OperativeActor, codes)
    OperativeClause.objects.filter(pk__in=[row.pk for row in codes]).update(actors_read=True)


def _write_codes(model: type[Person], codes: Mapping[OperativeClause, Sequence[str]]) -> None:
    if not codes:
        return
    model._default_manager.filter(clause__in=codes).delete()
    model._default_manager.bulk_create(
        model(clause=row, code=code, position=place) for row, own in codes.items() for place, code in enumerate(own, 1)
    )
