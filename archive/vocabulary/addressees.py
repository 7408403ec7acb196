"""Those whom a recommendation may address, with the names that the texts give them, as data."""

from dataclasses import dataclass
from functools import cache

from .data_files import folded_forms, read_rows

#: Codes of the addressees, in the order in which they are listed.
ADDRESSEES: tuple[str, ...] = (
    "states_parties",
    "states",
    "origin_transit_destination",
    "conference",
    "working_group",
    "secretariat",
    "unodc",
    "international_organizations",
)
#: Those among them that are States, whatever part of them is named.
STATES: frozenset[str] = frozenset(["states_parties", "states", "origin_transit_destination"])


@dataclass(frozen=True, slots=True)
class AddresseeName:
    """One name of an addressee, normalised. The verb before it agrees with its gender."""

    code: str
    name: str
    feminine: bool


@cache
def read_addressee_names() -> tuple[AddresseeName, ...]:
    """Give the names of the data file, the longest first."""
    names = [
        AddresseeName(code, name, gender == "f")
        for code, gender, column in read_rows("addressees.tsv")
        for name in folded_forms(column)
    ]
    return tuple(sorted(names, key=lambda one: -len(one.name)))
