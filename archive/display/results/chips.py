"""The active selections as a page shows them: each with the address that takes it away."""

from collections.abc import Callable
from dataclasses import dataclass

from archive.filters.active import Chip, build_chips
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..names.language import in_language, language_of


@dataclass(frozen=True, slots=True)
class ShownChip:
    """`language` is that of the value where it is not the reader's; `selection` is what remains without it."""

    name: str
    label: str
    value: str
    address: str
    selection: Selection
    note: str = ""
    language: str = ""


def show_chips(
    snapshot: Snapshot, selection: Selection, address: Callable[[Selection], str] = lambda rest: rest.address
) -> list[ShownChip]:
    """In the order of the facets; `address` says where a page with the remaining selection stands."""
    return [_shown(chip, address(chip.selection)) for chip in build_chips(snapshot, selection)]


def _shown(chip: Chip, address: str) -> ShownChip:
    value, language = in_language(chip.value, chip.value_en), language_of(chip.value_en)
    return ShownChip(chip.name, chip.label, value, address, chip.selection, chip.note, language)
