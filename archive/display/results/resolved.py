"""A resolved text as its page shows it: the text with its links, and a table of what it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from archive.citing.names import KnownNames
from archive.search.known_names import known_names
from archive.search.reference import MOST_LISTED
from archive.search.resolving import ResolvedReference, resolve_text
from archive.search.stored_things import Status

from ..names.thing_names import name_of

#: So many rows are shown; a paper of a hundred pages cites fewer things.
MOST_ROWS = 500
ORDER: tuple[Status, ...] = ("held", "known", "ambiguous", "unknown")


@dataclass(frozen=True, slots=True)
class ResolvedRow:
    """A cited thing, how often it is cited, and where its page is; several where it is ambiguous."""

    text: str
    status: Status
    count: int
    pages: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ResolvedText:
    html: SafeString
    rows: Sequence[ResolvedRow]
    counts: dict[Status, int]
    left_out: int
    list_address: str


def build_resolved(text: str) -> ResolvedText:
    """Everything that a text cites, linked in place and in a table by status."""
    found = resolve_text(text)
    rows = sorted(_rows(found, known_names()), key=lambda row: ORDER.index(row.status))
    counts = {status: sum(row.status == status for row in rows) for status in ORDER}
    html = mark_safe("".join(_linked(text, found)))  # every part is escaped there
    return ResolvedText(html, rows[:MOST_ROWS], counts, max(0, len(rows) - MOST_ROWS), _list(found))


def _linked(text: str, found: Sequence[ResolvedReference]) -> Iterator[str]:
    at = 0
    for (start, end), group in groupby(found, key=lambda one: (one.start, one.end)):
        yield escape(text[at:start])
        yield _link(text[start:end], list(group))
        at = end
    yield escape(text[at:])


def _link(words: str, group: Sequence[ResolvedReference]) -> str:
    """To the page of the thing; of several recommendations to the page with exactly these."""
    first = group[0]
    address = (_list(group) if len(group) > 1 else "") or first.address
    if address:
        return f'<a class="link" href="{escape(address)}" data-status="{first.status}">{escape(words)}</a>'
    return f'<mark data-status="{first.status}">{escape(words)}</mark>'


def _rows(found: Sequence[ResolvedReference], names: KnownNames) -> Iterator[ResolvedRow]:
    seen: dict[tuple[str | None, tuple[str, ...], str], list[ResolvedReference]] = {}
    for one in found:
        name = one.locator or ("" if one.candidates else name_of(one.looked_up.thing, names))
        seen.setdefault((name, one.candidates, one.status), []).append(one)
    for group in seen.values():
        first = group[0]
        pages = [(name_of(stored.thing, names), stored.address) for stored in first.looked_up.found[:12]]
        yield ResolvedRow(" ".join(first.text.split())[:120], first.status, len(group), pages)


def _list(found: Sequence[ResolvedReference]) -> str:
    """The page with all recommendations that the text cites, in its order; empty for none or too many."""
    locators = dict.fromkeys(
        one.locator for one in found if one.locator and one.stored and one.stored.thing.kind == "recommendation"
    )
    items = ",".join(locator for locator in locators if locator)
    return f"{reverse('own_list')}?items={quote(items, safe=',.-')}" if 0 < len(locators) <= MOST_LISTED else ""


