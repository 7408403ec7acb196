"""Putting the rules to work: after a load on everything, after an edit on what it touched."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction

from archive.models import Derived
from archive.record.history.journal import recording
from archive.record.kinds import KIND_BY_NAME
from archive.record.merge import Outcome
from archive.record.row_kind import Made
from archive.record.scope import ALL, NOTHING, Scope
from archive.record.state import locked_state, raise_data_version
from archive.record.touched import Touched, add_to

from . import citations, follow_ups, kinship, operative, topics
from .cited_rows import join_cited_rows
from .digests import forget
from .near_at_hand import forget_near
from .reading import Reading
from .settling import Tally

log = logging.getLogger(__name__)

_FAILED = "تعذرت قراءة المعنى ({kind}) لخلل في البرنامج ({error})، فبقي المحفوظ منه على حاله. راجع السجل."


class Derivable(NamedTuple):
    """A kind of row that rules derive: what the report calls it, where it is kept, and what makes it.

    `compares`: it is read from all records at once, whatever the scope.
    """

    name: Made
    model: type[Derived]
    derive: Callable[[Scope, Reading], Tally]
    compares: bool = False


#: In the order of work: what comes later may read what came before.
KINDS: tuple[Derivable, ...] = (
    Derivable(operative.KIND, operative.MODEL, operative.derive_operative_clauses),
    Derivable(citations.KIND, citations.MODEL, citations.derive_citations),
    Derivable(topics.KIND, topics.MODEL, topics.derive_topic_assignments),
    Derivable(kinship.KIND, kinship.MODEL, kinship.derive_kinship, compares=True),
    Derivable(follow_ups.KIND, follow_ups.MODEL, follow_ups.derive_follow_ups, compares=True),
)


@dataclass
class Derivations:
    """What a run did: the tally of each kind that was read, and the kinds that were left to the next load."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    #: Whose facets are touched by what was written.
    facets: Scope = NOTHING


def derive_touched(touched: Touched, reading: Reading, *, patient: bool = False) -> Derivations:
    """Read again what was touched, each kind once, with what follows from one kind for the next.

    Of a large archive what all texts must be read for is left to the next load, unless somebody is `patient`; what
    compares all of them is left then too. Call it in the transaction of the change.
    """
    done = Derivations()
    wanted = dict(touched)
    for kind in KINDS:
        scope = wanted.get(kind.name, NOTHING)
        tally = Tally()
        if scope:
            if not reading.is_small and (kind.compares or (scope == ALL and not patient)):
                done.left.add(kind.name)
            else:
                tally = kind.derive(scope, reading)
        if kind.model is citations.MODEL and ("joint" in wanted or tally.writes):
            tally.joined = len(join_cited_rows())
            if tally.joined:
                reading.written(kind.model)
        if tally.writes:
            done.tallies[kind.name] = tally
            _spread(wanted, kind.name, scope)
    reading.remembered.save()
    done.facets = ALL if reading.has_new_articles else wanted.get("facets", NOTHING)
    return done


def _spread(wanted: Touched, made: Made, scope: Scope) -> None:
    """To what reads the rows that were derived: for the same recommendations, or for everything."""
    for reader in KIND_BY_NAME[made].read_by:
        if reader.by != made:
            add_to(wanted, reader.by, ALL if reader.everywhere else Scope(scope.recommendations, frozenset()))


class DerivationOutcome(NamedTuple):
    """What became of the rows of a kind; where a rule failed, a sentence instead."""

    kind: str
    tally: Tally
    outcomes: dict[Outcome, int]
    refusal: str = ""


def derive_everything(
    *, anew: bool = False, progress: Callable[[int, int, str], None] | None = None
) -> Iterator[DerivationOutcome]:
    """Read again what has changed since it was last read (`anew`: everything), each kind in a transaction of its own.

    A rule that fails leaves what is stored, and keeps the others from nothing. `progress` is called before each kind
    with kinds done, kinds in all, and the name of the kind.
    """
    for done, kind in enumerate(KINDS):
        if progress is not None:
            progress(done, len(KINDS), kind.name)
        try:
            with transaction.atomic(), recording():
                locked_state()
                tally = _derive_all(kind, anew)
                if tally.writes:
                    raise_data_version()
        except Exception as error:  # a bug met in one rule must not keep the others out
            log.exception("%s was rolled back", kind.name)
            refusal = _FAILED.format(kind=kind.name, error=type(error).__name__)
            yield DerivationOutcome(kind.name, Tally(), {}, refusal)
        else:
            yield DerivationOutcome(kind.name, tally, tally.in_all(kind.model))


def _derive_all(kind: Derivable, anew: bool) -> Tally:
    if anew:
        forget(kind.name, ALL)
        forget_near()
    before = kind.model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    reading = Reading()
    tally = kind.derive(ALL, reading)
    reading.remembered.save()
    if kind.model is citations.MODEL:
        tally.joined = sum(pk <= before for pk in join_cited_rows())
    return tally
