"""Operative clauses of recommendations, as `archive.deriving.operative` reads them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from archive.deriving.operative import find_operative
from archive.models import OperativeClause
from archive.record.row_kind import Made
from archive.record.scope import Scope

from .asked_persons import actors_in, actors_of, codes_of, wants_actors, write_actors, write_addressees
from .digests import changed_recommendations
from .reading import Reading, is_in_force
from .settling import Settled, Tally, relocate, settle
from .texts import RecommendationText

KIND: Made = "operative_clause"
MODEL = OperativeClause


@dataclass(frozen=True, slots=True)
class ClauseValues:
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
    actors: tuple[str, ...]


def derive_operative_clauses(scope: Scope, reading: Reading) -> Tally:
    tally = Tally()
    for portion in changed_recommendations(KIND, scope, reading):
        stored = reading.clauses([one.pk for one in portion])
        settled: Settled[OperativeClause, ClauseValues] = Settled()
        moved: list[OperativeClause] = []
        unread: dict[OperativeClause, tuple[str, ...]] = {}
        for one in portion:
            rows = stored.get(one.pk, [])
            moved += _follow_text(rows, one)
            unread |= {row: actors_in(row, one) for row in rows if wants_actors(row)}
            settled.add(settle(_pairs(rows, list(clauses_of(one))), partial(_stands, moved)))
        tally.add(settled)
        new = _write(settled, moved)
        write_actors(unread)
        changed = [row for row, _ in settled.changed]
        marked = _settle_main([*settled.standing, *settled.unchanged, *changed, *new])
        moved = [row for row in moved if row in settled.standing]
        tally.moved += len({row.pk for row in (*moved, *marked, *unread)} - {row.pk for row in (*changed, *new)})
        if moved or marked or unread or settled.writes:
            reading.written(MODEL)
    return tally


def clauses_of(one: RecommendationText) -> Iterator[ClauseValues]:
    """In the order of the text."""
    reading = find_operative(one.chapeau, [item.text for item in one.items])
    position = 0
    for item, own in [(None, reading.chapeau), *zip(one.items, (item.clauses for item in reading.items), strict=True)]:
        for clause in own:
            position += 1
            yield ClauseValues(
                one.pk,
                item.pk if item else None,
                position,
                clause.verb_class,
                clause.phrase,
                clause.start,
                clause.end,
                item is not None and clause.is_main,
                clause.addressees,
                clause.actors,
            )


def _follow_text(rows: Sequence[OperativeClause], one: RecommendationText) -> list[OperativeClause]:
    """A text that has changed moves the places of clauses; they are found by their words. Gives those that moved."""
    moved = []
    for row in rows:
        text = one.passage(row.subparagraph_id)
        if row.place is not None and text[row.start : row.end] == row.phrase:
            continue
        before = row.place
        row.start, row.end = relocate(row.phrase, text, row.start) or (None, None)
        if row.place != before:
            moved.append(row)
    return moved


def _pairs(
    rows: Sequence[OperativeClause], found: Sequence[ClauseValues]
) -> Iterator[tuple[OperativeClause | None, ClauseValues | None]]:
    """One clause is the other when they stand at the same place, be it only in part: rules learn longer phrases."""
    waiting = list(found)
    for row in sorted(rows, key=lambda one: one.is_suggested):
        same = [one for one in waiting if _overlap(row, one)]
        if same:
            waiting.remove(same[0])
        yield row, same[0] if same else None
    yield from ((None, one) for one in waiting)


def _overlap(row: OperativeClause, found: ClauseValues) -> bool:
    if row.place is None or row.subparagraph_id != found.item:
        return False
    start, end = row.place
    return start < found.end and found.start < end


def _stands(moved: Sequence[OperativeClause], row: OperativeClause, found: ClauseValues) -> bool:
    return row not in moved and _same(row, found)


def _same(row: OperativeClause, found: ClauseValues) -> bool:
    return row.actors_read and (
        *(row.verb_class, row.phrase, row.place, row.position, row.overrides),
        *(codes_of(row), actors_of(row)),
    ) == (
        *(found.verb_class, found.phrase, (found.start, found.end), found.position, found.overrides),
        *(found.addressees, found.actors),
    )


_FIELDS = ("subparagraph", "position", "verb_class", "phrase", "overrides", "actors_read", "start", "end")


def _write(
    settled: Settled[OperativeClause, ClauseValues], moved: Sequence[OperativeClause]
) -> list[OperativeClause]:
    """Gives the new rows."""
    if settled.gone:
        OperativeClause.objects.filter(pk__in=[row.pk for row in settled.gone]).delete()
    asked = {row: found.addressees for row, found in settled.changed if codes_of(row) != found.addressees}
    acting = {row: found.actors for row, found in settled.changed if actors_of(row) != found.actors}
    changed = [_fill(row, found) for row, found in settled.changed]
    OperativeClause.objects.bulk_update(changed, _FIELDS, batch_size=200)
    standing = [row for row in settled.standing if row in moved]
    OperativeClause.objects.bulk_update(standing, ["start", "end"], batch_size=500)
    new = [_fill(OperativeClause(recommendation_id=found.recommendation), found) for found in settled.new]
    OperativeClause.objects.bulk_create(new, batch_size=500)
    write_addressees({**asked, **{row: found.addressees for row, found in zip(new, settled.new, strict=True)}})
    write_actors({**acting, **{row: found.actors for row, found in zip(new, settled.new, strict=True)}})
    return new


def _fill(row: OperativeClause, found: ClauseValues) -> OperativeClause:
    row.subparagraph_id, row.position = found.item, found.position
    row.verb_class, row.phrase, row.overrides = found.verb_class, found.phrase, found.overrides
    row.start, row.end = found.start, found.end
    row.actors_read = True
    return row


def _settle_main(rows: Iterable[OperativeClause]) -> list[OperativeClause]:
    """Mark the clause by which each recommendation is known: the one that staff chose, else the first of the text.

    `rows` are all clauses of some recommendations. Gives those whose mark is another now.
    """
    of_each: dict[int, list[OperativeClause]] = {}
    for row in sorted(filter(is_in_force, rows), key=lambda row: (row.position, row.pk)):
        of_each.setdefault(row.recommendation_id, []).append(row)
    wrong, right = [], []
    for own in of_each.values():
        chosen = [row for row in own if row.is_main and not row.is_suggested]
        main = chosen[0] if chosen else _main_of(own)
        wrong += [row for row in own if row.is_main and row is not main]
        right += [] if main.is_main else [main]
    for marked, is_main in ((wrong, False), (right, True)):
        if marked:
            OperativeClause.objects.filter(pk__in=[row.pk for row in marked]).update(is_main=is_main)
    return [*wrong, *right]


def _main_of(rows: Sequence[OperativeClause]) -> OperativeClause:
    """The first of the chapeau; where that asks nothing, of the items."""
    of_chapeau = (row for row in rows if row.subparagraph_id is None)
    of_items = (row for row in rows if row.overrides)
    return next(of_chapeau, None) or next(of_items, None) or rows[0]
