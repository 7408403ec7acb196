"""The active selections as chips, each with the address that takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from archive.numbering.dates import DateRange, format_date, format_range_en

from .kinds import KINDS, NONE
from .selection import Selection
from .snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Chip:
    """«الاجتماع: الاجتماع السابع ×»; `selection` is what remains without it.

    An empty `value_en` says that the value is called by its Arabic name in English too.
    """

    name: str
    label: str
    value: str
    value_en: str
    selection: Selection
    note: str = ""

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
                yield Chip(kind.name, str(kind.label), str(kind.without), str(kind.without), rest)
                continue
            row = labels[value]
            note = row.note if snapshot.has_several_bodies and kind.name == "meeting" else ""
            yield Chip(kind.name, str(kind.label), row.label, row.label_en, rest, note)


def _other_chips(selection: Selection) -> Iterator[Chip]:
    if selection.start:
        yield Chip("from", _("من"), *_day(selection.start), selection.changed(start=None))
    if selection.end:
        yield Chip("to", _("إلى"), *_day(selection.end), selection.changed(end=None))
    if selection.exact:
        sentence = _("الصيغة المكتوبة وحدها")
        yield Chip("exact", _("البحث"), sentence, sentence, selection.changed(exact=False))


def _day(day: date) -> tuple[str, str]:
    """In Arabic and in English."""
    return format_date(day), format_range_en(DateRange(day, day))
