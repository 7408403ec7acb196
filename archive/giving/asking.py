"""From the parameters of an address to what is given out: the selection of the page, or items named one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.display.names.counts import counted
from archive.display.names.titles import day
from archive.display.results.chips import show_chips
from archive.display.results.search_facets import build_sorts
from archive.filters.finding import find
from archive.filters.page_parameters import COLUMNS, DIGITS, FILE, FULL, ITEMS, PRINTED, READER
from archive.filters.parameters import Asked, ParameterFault, read_form
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot

from .given import GivenSelection, Wanted
from .items import find_items

#: As long as an address that people copy; some forty items of a list.
LONGEST_ADDRESS = 800


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be written. `columns` are names; empty for the usual ones. `digits` empty: as in the texts.

    `printed` adds the text as printed where it differs; `full` the whole texts to an index; `machine` leaves out
    what is for people alone.
    """

    columns: tuple[str, ...] = ()
    digits: str = ""
    printed: bool = False
    full: bool = False
    machine: bool = False


def read_given(
    query: QueryDict,
    absolute: Callable[[str], str],
    *,
    fixed: tuple[str, str] | None = None,
    title: str = "",
    path: str = "",
) -> tuple[GivenSelection, Wishes]:
    """What a query string asks for. `fixed` is a facet and the value that the address itself names.

    `title` and `path` are those of the page that the file belongs to; without them of the list of recommendations.
    What cannot be followed is left out, as on the page, and named in the file.
    """
    snapshot = current_snapshot()
    asked = read_form(query, FILE, snapshot.knows)
    columns = asked[COLUMNS]
    wishes = Wishes(
        columns=columns,
        digits=asked[DIGITS],
        printed=asked[PRINTED],
        full=asked[FULL],
        machine=asked[READER] == "machine",
    )
    given = _items(asked, absolute) if asked[ITEMS] else _selection(asked, snapshot, absolute, fixed)
    if title:
        given = replace(given, title=title)
    if path:
        given = replace(given, page=absolute(path))
    return given, wishes


def give_items(
    names: Sequence[str], absolute: Callable[[str], str], title: str, path: str, name: str
) -> GivenSelection:
    """Items named one by one, as the file of a page gives them."""
    found = find_items(names)
    return GivenSelection(
        found.wanted, title, name, absolute(path), timezone.now(), absolute, unknown=found.unknown
    )


def _items(asked: Asked, absolute: Callable[[str], str]) -> GivenSelection:
    names = asked[ITEMS]
    given = give_items(
        names, absolute, _("قائمة توصيات"), f"{reverse('own_list')}?items={','.join(names)}", "list"
    )
    return replace(given, pairs=[("items", ",".join(names))], notes=_notes(asked.faults))


def _selection(
    asked: Asked, snapshot: Snapshot, absolute: Callable[[str], str], fixed: tuple[str, str] | None
) -> GivenSelection:
    selection = Selection.from_asked(asked)
    if fixed:
        facet, value = fixed
        selection = selection.changed(values={**selection.values, facet: (value,)})
    selection = selection.changed(view="", page_size=Selection().page_size)
    found = find(selection, snapshot)
    return GivenSelection(
        [Wanted(key) for key in found],
        _("التوصيات"),
        "-".join(["recommendations", *(value for _name, value in [fixed] if fixed)])
        if fixed
        else "recommendations",
        absolute(reverse("recommendations") + selection.address),
        timezone.now(),
        absolute,
        asked=_in_words(snapshot, selection),
        pairs=selection.pairs(without=("view", "page", "page_size")),
        notes=_notes(asked.faults),
    )


def _in_words(snapshot: Snapshot, selection: Selection) -> list[tuple[str, str]]:
    """«البحث عن: …», «الاجتماع: الأول، الثاني», the order where another than the official one was chosen."""
    words: dict[str, list[str]] = {}
    if selection.q:
        words[_("البحث عن")] = [f"«{selection.q}»"]
    for chip in show_chips(snapshot, selection):
        value = f"{chip.value} ({chip.note})" if chip.note else chip.value
        words.setdefault(chip.label, []).append(value)
    if selection.order != "order":
        words[_("مرتبة بحسب")] = [one.label for one in build_sorts(selection) if one.is_current]
    return [(label, _("، ").join(values)) for label, values in words.items()]


def _notes(faults: Sequence[ParameterFault]) -> list[str]:
    return [f"{fault.parameter}={fault.given}: {fault.sentence}" for fault in faults]


def summary_of(given: GivenSelection) -> list[tuple[str, str]]:
    """What every file says of itself: the selection in words, how many, when, where it is found again."""
    return [
        *given.asked,
        (_("العدد"), counted(given.count, "recommendations")),
        (_("التاريخ"), day(timezone.localtime(given.generated).date())),
        *([(_("الرابط"), given.page)] if has_short_address(given) else []),
    ]


def has_short_address(given: GivenSelection) -> bool:
    """Of a list of hundreds the address fills pages, and no header of an answer holds it; the file has its items."""
    return len(given.page) <= LONGEST_ADDRESS


def remarks_of(given: GivenSelection) -> list[str]:
    """Sentences about what could not be followed, and the items that the archive does not have."""
    remarks = list(given.notes)
    if given.unknown:
        remarks.append(
            _("لا توصية في الأرشيف بهذه المعرّفات: %(items)s.") % {"items": _("، ").join(given.unknown)}
        )
    if not given.count:
        remarks.append(_("لا توصيات تستوفي معايير التصفية."))
    return remarks
