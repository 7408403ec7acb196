"""The meetings as every entry of a list names them: held in memory for one version of the data."""

from collections.abc import Mapping

from django.db import connection

from archive.filters.snapshot import Snapshot
from archive.models import Meeting

_held: dict[str, tuple[Snapshot, dict[int, Meeting]]] = {}
_NAMED_BY = (
    "number slug place start end held_in body__symbol body__slug body__name_ar body__name_en body__term".split()
)


def held_meetings(snapshot: Snapshot) -> Mapping[int, Meeting]:
    """All meetings with their bodies by primary key; read anew when there is another snapshot."""
    database = str(connection.settings_dict["NAME"])
    found = _held.get(database)
    if found is None or found[0] is not snapshot:
        rows = Meeting.objects.select_related("body").only(*_NAMED_BY)
        found = _held[database] = (snapshot, rows.in_bulk())
    return found[1]
