"""What is known of the recommendations of one page of results, by primary key: the values that facets give them."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.filters.kinds import KINDS, FacetKind
from archive.filters.snapshot import Snapshot

from ..names.language import marked

#: Of these facets every entry shows its values, as soon as there are any; of the first two a table has columns.
SHOWN = ("verb", "addressee", "topic")
COLUMNS = SHOWN[:2]

Facts = Mapping[int, list[SafeString]]


def shown_kinds(snapshot: Snapshot, names: Iterable[str] = SHOWN) -> list[FacetKind]:
    """Those that have values in this archive."""
    return [kind for kind in KINDS if kind.name in names and snapshot.values[kind.name]]


def values_by_key(snapshot: Snapshot, kind: FacetKind, keys: Sequence[int]) -> Facts:
    """Key → what it is called by, in the order of the facet."""
    page = BitMap(keys)
    found: dict[int, list[SafeString]] = {}
    for value, members in snapshot.values[kind.name].items():
        here = members & page
        if here:
            label = snapshot.labels[kind.name][value]
            name = marked(label.label, label.label_en)
            for key in here:
                found.setdefault(key, []).append(name)
    return found


def in_a_row(names: Iterable[SafeString]) -> SafeString:
    """«الدول، الأمانة»."""
    return format_html_join(_("، "), "{}", ((name,) for name in names))
