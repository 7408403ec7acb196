"""Operative clauses of recommendations, as `archive.deriving.operative` reads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from archive.deriving.operative import find_operative
from archive.models import OperativeAddressee, OperativeClause

from .digests import changed_recommendations
from .settling import Settled, Tally, relocate, settle
from .texts import RecommendationText, Scope

KIND = "operative_clause"
MODEL = OperativeClause


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it is to be stored. `item` is the key of the lettered item in which it stands."""

    recommendation: int
    item: int | None
    position: int
    verb_class: str
    phrase: str
    start: int
    end: int
    overrides: bool
    addressees: tuple[str, ...]


@transaction.atomic
def derive_operative_clauses(scope: Scope) -> Tally:
    tally = Tally()
    for portion in changed_recommendations(KIND, scope):
        held = _held([one.pk for one in portion])
        new: list[Clause] = []
        for one in portion:
            rows = held.get(one.pk, [])
            _follow_text(rows, one)
            settled = settle(_pairs(rows, list(clauses_of(one))), _same)
            tally.add(settled)
            new += settled.new
            _write(settled)
        _create(new)
        for pk in held:
            settle_main(pk)
    return tally


def clauses_of(one: RecommendationText) -> Iterator[Clause]:
    """In the order of the text."""
    reading = find_operative(one.chapeau, [item.text for item in one.items])
    position = 0
    for item, own in [(None, reading.chapeau), *zip(one.items, (item.clauses for item in reading.items), strict=True)]:
        for clause in own:
            position += 1
            yield Clause(
                one.pk,
                item.pk if item else None,
                position,
                clause.verb_class,
                clause.phrase,
                clause.start,
                clause.end,
                item is not None and clause.is_main,
                clause.addressees,
            )


def _held(recommendations: list[int]) -> dict[int, list[OperativeClause]]:
    found: dict[int, list[OperativeClause]] = {}
    rows = OperativeClause.objects.filter(recommendation__in=recommendations).prefetch_related("addressees")
    for row in rows.order_by("recommendation_id", "position", "pk"):
        found.setdefault(row.recommendation_id, []).append(row)
    return found


def _follow_text(rows: Sequence[OperativeClause], one: RecommendationText) -> None:
    """A text that has changed moves the places of what staff decided about; they are looked for by their words."""
    for row in rows:
        text = one.passage(row.subparagraph_id)
        if row.place is not None and text[row.start : row.end] == row.phrase:
            continue
        row.start, row.end = relocate(row.phrase, text, row.start) or (None, None)


def _pairs(
    rows: Sequence[OperativeClause], found: Sequence[Clause]
) -> Iterator[tuple[OperativeClause | None, Clause | None]]:
    """One clause is the other when they stand at the same place, be it only in part: rules learn longer phrases."""
    waiting = list(found)
    for row in sorted(rows, key=lambda one: one.is_suggested):
        same = [one for one in waiting if _overlap(row, one)]
        if same:
            waiting.remove(same[0])
        yield row, same[0] if same else None
    yield from ((None, one) for one in waiting)


def _overlap(row: OperativeClause, found: Clause) -> bool:
    if row.place is None or row.subparagraph_id != found.item:
        return False
    start, end = row.place
    return start < found.end and found.start < end


def _same(row: OperativeClause, found: Clause) -> bool:
    return (row.verb_class, row.phrase, row.place, row.position, row.overrides, codes_of(row)) == (
        *(found.verb_class, found.phrase, (found.start, found.end), found.position, found.overrides),
        found.addressees,
    )


def codes_of(row: OperativeClause) -> tuple[str, ...]:
    return tuple(one.code for one in row.addressees.all())


def _write(settled: Settled[OperativeClause, Clause]) -> None:
    OperativeClause.objects.filter(pk__in=[row.pk for row in settled.gone]).delete()
    for row, found in settled.changed:
        _fill(row, found)
        row.save()
        if codes_of(row) != found.addressees:
            write_addressees({row: found.addressees})
    OperativeClause.objects.bulk_update(settled.standing, ["start", "end"])


def _create(new: Sequence[Clause]) -> None:
    """Those of a recommendation that had none get their main clause at once."""
    rows = [_fill(OperativeClause(recommendation_id=found.recommendation), found) for found in new]
    of_each: dict[int, list[OperativeClause]] = {}
    for row in rows:
        of_each.setdefault(row.recommendation_id, []).append(row)
    settled = OperativeClause.objects.in_force().filter(recommendation__in=of_each)
    for pk in settled.values_list("recommendation", flat=True):
        of_each.pop(pk, None)
    for own in of_each.values():
        _main_of(own).is_main = True
    OperativeClause.objects.bulk_create(rows)
    write_addressees({row: found.addressees for row, found in zip(rows, new, strict=True)})


def _fill(row: OperativeClause, found: Clause) -> OperativeClause:
    row.subparagraph_id, row.position = found.item, found.position
    row.verb_class, row.phrase, row.overrides = found.verb_class, found.phrase, found.overrides
    row.start, row.end = found.start, found.end
    return row


def write_addressees(codes: Mapping[OperativeClause, Sequence[str]]) -> None:
    """Those of each clause, in their order, in place of what it had."""
    OperativeAddressee.objects.filter(clause__in=codes).delete()
    OperativeAddressee.objects.bulk_create(
        OperativeAddressee(clause=row, code=code, position=place)
        for row, own in codes.items()
        for place, code in enumerate(own, 1)
    )


def settle_main(recommendation: int) -> None:
    """Mark the clause by which the recommendation is known: the one that staff chose, else the first of the text."""
    rows = list(OperativeClause.objects.in_force().filter(recommendation=recommendation).order_by("position", "pk"))
    if not rows:
        return
    chosen = [row for row in rows if row.is_main and not row.is_suggested]
    main = chosen[0] if chosen else _main_of(rows)
    wrong = [row.pk for row in rows if row.is_main and row is not main]
    OperativeClause.objects.filter(pk__in=wrong).update(is_main=False)
    OperativeClause.objects.filter(pk=main.pk, is_main=False).update(is_main=True)


def _main_of(rows: Sequence[OperativeClause]) -> OperativeClause:
    """The first of the chapeau; where that asks nothing, of the items."""
    of_chapeau = (row for row in rows if row.subparagraph_id is None)
    of_items = (row for row in rows if row.overrides)
    return next(of_chapeau, None) or next(of_items, None) or rows[0]
