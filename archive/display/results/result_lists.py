"""The lists of a page of results: its full matches, and apart from them what has some of the words."""

from typing import Any

from archive.filters.finding import FoundSet
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot

from ..text.in_languages import english_texts
from .paging import Pages
from .search_results import build_results, group_texts, table_columns

MOST_PARTIAL = 20


def build_lists(found: FoundSet, pages: Pages) -> dict[str, Any]:
    """The page of full matches, and apart from it what has some of the words; both as the reader likes to see them."""
    selection, snapshot = found.selection, found.snapshot
    keys = found.slice(pages.first - 1, pages.last) if found.count else []
    partial = found.partial[:MOST_PARTIAL] if selection.page == 1 else []
    understood = found.hits.understood if found.hits else None
    results = build_results([*keys, *partial], snapshot, understood, selection.view)
    full = [result for result in results if result.key in found.members]
    some = [result for result in results if result.key not in found.members]
    if selection.view == "table":
        return {"results": full, "partial": some, "columns": table_columns(snapshot, results)}
    if selection.view == "text":
        # Where the best stand first, a meeting would come again and again.
        is_headed = selection.order != "relevance"
        headed = group_texts(full, is_headed=is_headed, is_one_meeting=_is_one_meeting(selection))
        # What was looked for is marked in the Arabic text, which then stands first.
        letters = {} if understood else {one.key: [item.item.position for item in one.passages] for one in results}
        english = english_texts(letters)
        return {"results": headed, "partial": group_texts(some, is_headed=False), "english": english}
    return {"results": full, "partial": some}


def _is_one_meeting(selection: Selection) -> bool:
    """Whether the heading of the page names the meeting already."""
    return len(selection.chosen("meeting")) == 1 or len(selection.chosen("agenda_item")) == 1


def only_symbol(snapshot: Snapshot) -> str:
    """The symbol of the body whose recommendations these are, if all are of one."""
    meeting = next(iter(snapshot.values["meeting"]), "")
    return snapshot.labels["meeting"][meeting].note if meeting and not snapshot.has_several_bodies else ""
