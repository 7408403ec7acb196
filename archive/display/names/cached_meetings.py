"""The meetings as every entry of a list names them: kept in memory for one version of the data."""

from collections.abc import Mapping

from archive.filters.snapshot import Snapshot
from archive.models import Meeting
from archive.models.databases import connection

_cached: dict[str, tuple[Snapshot, dict[int, Meeting]]] = {}
_NAMED_BY = (
    "number slug place start end held_in body__symbol body__slug body__name_ar body__name_en body__term".split()
)


def cached_meetings(snapshot: Snapshot) -> Mapping[int, Meeting]:
    """All meetings with their bodies by primary key; read anew when there is another snapshot."""
    database = str(connection.settings_dict["NAME"])
    found = _cached.get(database)
    if found is None or found[0] is not snapshot:
        rows = Meeting.objects.select_related("body").only(*_NAMED_BY)
        found = _cached[database] = (snapshot, rows.in_bulk())
    return found[1]
