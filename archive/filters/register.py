"""The register of requests: a selection by who is to act, the Secretariat and UNODC unless others are asked for."""

from collections.abc import Iterable
from typing import Self

from django.http import QueryDict

from .page_parameters import REGISTER
from .parameters import Asked, read_parameters
from .selection import Selection
from .snapshot import Snapshot

FACET = "actor"
#: Of whom the register tells where an address names nobody, as a selection has them.
USUAL_ACTORS = ("secretariat", "unodc")


class RegisterSelection(Selection):
    """A selection whose address leaves out the actors of whom the register tells anyway."""

    __slots__ = ()

    def pairs(self, *, without: Iterable[str] = ()) -> list[tuple[str, str]]:
        usual = self.chosen(FACET) == USUAL_ACTORS
        return Selection.pairs(self, without=[*without, *([FACET] if usual else [])])

    def toggled(self, facet: str, value: str) -> Self:
        """Without the last of its actors the register tells of the usual ones again."""
        found = Selection.toggled(self, facet, value)
        return found if found.chosen(FACET) else found.changed(values={**found.values, FACET: USUAL_ACTORS})

    def cleared(self) -> Self:
        """The question alone, of the usual actors."""
        return self.changed(values={FACET: USUAL_ACTORS}, start=None, end=None)

    @property
    def is_usual(self) -> bool:
        """Whether it tells of the Secretariat and UNODC alone because nobody else was asked for."""
        return self.chosen(FACET) == USUAL_ACTORS


def read_register(query: QueryDict, snapshot: Snapshot) -> tuple[RegisterSelection, Asked]:
    """What an address of the register asks for; `asked` names what could not be followed."""
    asked = read_parameters(query, REGISTER, snapshot.knows)
    return register_of(asked), asked


def register_of(asked: Asked) -> RegisterSelection:
    """Of a table that has the parameters of the register."""
    found = RegisterSelection.from_asked(asked)
    if found.chosen(FACET):
        return found
    return found.changed(values={**found.values, FACET: USUAL_ACTORS}, page=found.page)
