"""Putting the rules to work: after a load on everything, after an edit on the record that was edited."""

import logging
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db import transaction

from archive.loading.report import Report
from archive.loading.state import locked_state, raise_data_version
from archive.models import Derived

from . import citations, follow_ups, kinship, operative, topics
from .settling import Tally
from .texts import ALL, Scope

log = logging.getLogger(__name__)

_FAILED = "تعذرت قراءة المعنى ({kind}) لخلل في البرنامج ({error})، فبقي المحفوظ منه على حاله. راجع السجل."


class Kind(NamedTuple):
    """A kind of derivation: what the report calls it, where it is kept, and what makes it.

    `compares`: it is read from all records at once, whatever the scope.
    """

    name: str
    model: type[Derived]
    derive: Callable[[Scope], Tally]
    compares: bool = False


#: In the order of work: what comes later may read what came before.
KINDS: tuple[Kind, ...] = (
    Kind(operative.KIND, operative.MODEL, operative.derive_operative_clauses),
    Kind(citations.KIND, citations.MODEL, citations.derive_citations),
    Kind(topics.KIND, topics.MODEL, topics.derive_topic_assignments),
    Kind(kinship.KIND, kinship.MODEL, kinship.derive_kinship, compares=True),
    Kind(follow_ups.KIND, follow_ups.MODEL, follow_ups.derive_follow_ups, compares=True),
)


def derive_everything(report: Report) -> None:
    """Read again what has changed since it was last read, each kind in a transaction of its own, and report it.

    A rule that fails leaves what is held, and keeps the others from nothing.
    """
    for kind in KINDS:
        try:
            with transaction.atomic():
                locked_state()
                tally = kind.derive(ALL)
                if tally.writes:
                    raise_data_version()
        except Exception as error:  # a bug met in one rule must not keep the others out
            log.exception("%s was rolled back", kind.name)
            report.refuse(kind.name, _FAILED.format(kind=kind.name, error=type(error).__name__))
        else:
            report.add_counts(kind.name, tally.in_all(kind.model))


def derive_kind(name: str, scope: Scope) -> Tally:
    """One kind alone, in the caller's transaction."""
    return next(kind for kind in KINDS if kind.name == name).derive(scope)


@transaction.atomic
def derive_records(
    *, recommendations: Iterable[int] = (), paragraphs: Iterable[int] = (), compare: bool = True
) -> None:
    """Read these records again if their texts, or what is known of them, have changed.

    Call it in the transaction that changes them; the caller raises the data version. Without `compare`, what is
    read from all records at once waits for the next load.
    """
    scope = Scope(frozenset(recommendations), frozenset(paragraphs))
    if scope == Scope(frozenset(), frozenset()):
        return
    for kind in KINDS:
        if compare or not kind.compares:
            kind.derive(scope)
