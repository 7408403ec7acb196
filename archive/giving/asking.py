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
from archive.filters.page_parameters import (
    COLUMNS,
    DIGITS,
    FILE,
    FULL,
    ITEMS,
    LANGUAGES,
    PRINTED,
    READER,
    REGISTER_FILE,
)
from archive.filters.parameters import Asked, ParameterFault, read_form
from archive.filters.register import FACET, register_of
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import Recommendation
from archive.record.held import HeldForState

from .given import GivenSelection, Wanted
from .items import find_items
from .languages import ARABIC, ENGLISH, lacking_english, names_of, wished_languages

#: What stands in the tables of the register of requests unless other columns are asked for.
REGISTER_COLUMNS = (
    *("locator", "body", "meeting", "start", "end", "place", "number", "text", "phrase", "actors", "addressees"),
    *("reported", "suggested", "citation", "address"),
)
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
    wishes = wishes_of(asked)
    given = _items(asked, absolute) if asked[ITEMS] else _selection(asked, snapshot, absolute, fixed)
    given = replace(given, languages=wished_languages(asked[LANGUAGES]))
    if title:
        given = replace(given, title=title)
    if path:
        given = replace(given, page=absolute(path))
    return given, wishes


def read_requests(query: QueryDict, absolute: Callable[[str], str]) -> tuple[GivenSelection, Wishes]:
    """What the register of requests gives out for a query string; its tables have columns of their own."""
    snapshot = current_snapshot()
    asked = read_form(query, REGISTER_FILE, snapshot.knows)
    selection = register_of(asked).changed(page_size=0)
    given = give_selection(selection, snapshot, _("سجل الطلبات"), reverse("requests"), "requests", absolute)
    given = replace(
        given,
        notes=_notes(asked.faults),
        actors=selection.chosen(FACET),
        languages=wished_languages(asked[LANGUAGES]),
    )
    wishes = wishes_of(asked)
    return given, wishes if wishes.columns else replace(wishes, columns=REGISTER_COLUMNS)


def wishes_of(asked: Asked) -> Wishes:
    return Wishes(
        columns=asked[COLUMNS],
        digits=asked[DIGITS],
        printed=asked[PRINTED],
        full=asked[FULL],
        machine=asked[READER] == "machine",
    )


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
    name = "-".join(["recommendations", *([fixed[1]] if fixed else [])])
    given = give_selection(selection, snapshot, _("التوصيات"), reverse("recommendations"), name, absolute)
    return replace(given, notes=_notes(asked.faults))


def give_selection(
    selection: Selection, snapshot: Snapshot, title: str, path: str, name: str, absolute: Callable[[str], str]
) -> GivenSelection:
    """What a selection finds, whole and in its order, as the page at `path` shows it."""
    return GivenSelection(
        [Wanted(key) for key in find(selection, snapshot)],
        title,
        name,
        absolute(path + selection.address),
        timezone.now(),
        absolute,
        asked=_in_words(snapshot, selection),
        pairs=selection.pairs(without=("view", "page", "page_size")),
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
        (_("العدد"), counted(given.count, "requests" if given.actors else "recommendations")),
        *([(_("لغة النصوص"), names_of(given.languages))] if tuple(given.languages) != (ARABIC,) else []),
        (_("التاريخ"), day(timezone.localtime(given.generated).date())),
        *([(_("الرابط"), given.page)] if has_short_address(given) else []),
    ]


def has_short_address(given: GivenSelection) -> bool:
    """Of a list of hundreds the address fills pages, and no header of an answer holds it; the file has its items."""
    return len(given.page) <= LONGEST_ADDRESS


#: The keys of texts that no report has said yet: every file says how many of them are in it, before any is read.
_provisional = HeldForState(
    lambda: frozenset(Recommendation.objects.filter(is_provisional=True).values_list("pk", flat=True))
)


def remarks_of(given: GivenSelection) -> list[str]:
    """Sentences about what could not be followed, the items that the archive does not have, and provisional texts."""
    remarks = list(given.notes)
    if here := _provisional.current() & {one.key for one in given.wanted}:
        remarks.append(
            _("في هذا الملف نصوص مؤقتة أُدخلت أثناء الاجتماع قبل صدور تقريره، وقد تتغير، وعددها %(count)s.")
            % {"count": len(here)}
        )
    if ENGLISH in given.languages and (lacking := lacking_english(one.key for one in given.wanted)):
        remarks.append(
            _("في هذا الملف نصوص لا تُحفظ لها نسخة إنكليزية، وهي فيه بالعربية، وعددها %(count)s.")
            % {"count": len(lacking)}
        )
    if given.unknown:
        remarks.append(
            _("لا توصية في الأرشيف بهذه المعرّفات: %(items)s.") % {"items": _("، ").join(given.unknown)}
        )
    if not given.count:
        nothing = _("لا طلبات تستوفي معايير التصفية.") if given.actors else _("لا توصيات تستوفي معايير التصفية.")
        remarks.append(nothing)
    return remarks
