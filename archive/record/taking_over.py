"""A recommendation as a report says it, kept as JSON until staff decide about it (`Conflict.carried`)."""

from collections.abc import Mapping
from typing import Any

from archive.models import AgendaItem, Document, Meeting, Recommendation, Subparagraph
from archive.models.recommendation import NUMBERED_BY

from .history.journal import watch_deletion
from .locators import find_agenda_item
from .saving import save_row
from .touched import Changed

#: Key in the base of a recommendation: the places of the lettered items that the source has and staff left out.
LEFT_OUT = "_left_out"
_PRINTED = ("printed_number", "printed_chapeau", "printed_label", "printed_text")


def take_whole(carried: Mapping[str, Any], document: Document | None, row: Recommendation | None) -> Changed:
    """Let the row say what the report says, letters and all; without a row one is made at the report's number."""
    row = row or _made(carried)
    _set(row, {**carried["values"], **carried["follows"]})
    changed = _save(row, carried, document)
    stored = {item.position: item for item in row.subparagraphs.all()}
    for said in carried["items"]:
        item = stored.pop(said["position"], None) or Subparagraph(recommendation=row, position=said["position"])
        _set(item, {**said["values"], **said["follows"]})
        item.source_values = said["values"]
        changed.update(save_row(item))
    if stored:
        watch_deletion(list(stored.values()))
        row.subparagraphs.filter(pk__in=[item.pk for item in stored.values()]).delete()
    return changed


def keep_whole(carried: Mapping[str, Any], document: Document | None, row: Recommendation) -> Changed:
    """Keep what staff entered, as their word against the report's: what that prints stands beside it."""
    _set(row, {**_printed(carried["values"]), **carried["follows"]})
    stored = {item.position: item for item in row.subparagraphs.all()}
    left_out = [said["position"] for said in carried["items"] if said["position"] not in stored]
    changed = _save(row, carried, document, {LEFT_OUT: left_out} if left_out else {})
    for said in carried["items"]:
        item = stored.get(said["position"])
        if item is not None:
            _set(item, {**_printed(said["values"]), **said["follows"]})
            item.source_values = said["values"]
            changed.update(save_row(item))
    return changed


def _made(carried: Mapping[str, Any]) -> Recommendation:
    place = dict(zip(NUMBERED_BY, carried["place"], strict=True))
    return Recommendation(meeting=Meeting.objects.get(slug=carried["meeting"]), **place)


def _save(
    row: Recommendation, carried: Mapping[str, Any], document: Document | None, more: Mapping[str, Any] | None = None
) -> Changed:
    row.source_values = {**carried["values"], **(more or {})}
    row.document = document
    row.is_provisional = False
    changed = save_row(row)
    changed.add(row, None)  # its letters may come and go: whatever is made of it is made anew
    return changed


def _printed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in _PRINTED}


def _set(row: Recommendation | Subparagraph, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name == "agenda_item":
            item: AgendaItem | None = find_agenda_item(value).first() if value else None
            setattr(row, name, item)
        else:
            setattr(row, name, value)
