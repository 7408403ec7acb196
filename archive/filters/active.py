"""The active selections as chips, each with the address that takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.numbering.dates import DateRange, format_date, format_range_en

from .facets import label_of
from .kinds import KINDS, NONE
from .selection import Selection
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Chip:
    """«الاجتماع: الاجتماع السابع ×»; `selection` is what remains without it."""

    name: str
    label: str
    value: str
    selection: Selection
    note: str = ""
    language: str = ""

    @property
    def address(self) -> str:
        return self.selection.address


def build_chips(snapshot: Snapshot, selection: Selection) -> list[Chip]:
    """One chip for each selected value, in the order of the facets, then dates and the typed form."""
    return [*_facet_chips(snapshot, selection), *_other_chips(selection)]


def _facet_chips(snapshot: Snapshot, selection: Selection) -> Iterator[Chip]:
    for kind in KINDS:
        chosen = set(selection.chosen(kind.name))
        if not chosen:
            continue
        labels = snapshot.labels[kind.name]
        ordered = [value for value in labels if value in chosen] + [value for value in chosen if value == NONE]
        for value in ordered:
            rest = selection.toggled(kind.name, value)
            if value == NONE:
                yield Chip(kind.name, str(kind.label), str(kind.without), rest)
                continue
            row = labels[value]
            label, language = label_of(row)
            note = row.note if snapshot.has_several_bodies and kind.name == "meeting" else ""
            yield Chip(kind.name, str(kind.label), label, rest, note, language)


def _other_chips(selection: Selection) -> Iterator[Chip]:
    if selection.start:
        yield Chip("from", _("من"), _day(selection.start), selection.changed(start=None))
    if selection.end:
        yield Chip("to", _("إلى"), _day(selection.end), selection.changed(end=None))
    if selection.exact:
        yield Chip("exact", _("البحث"), _("الصيغة المكتوبة وحدها"), selection.changed(exact=False))


def _day(day: date) -> str:
    if (get_language() or "").startswith("en"):
        return format_range_en(DateRange(day, day))
    return format_date(day)
