"""Where a symbol in a text leads: to the document of the archive that has it, else to the United Nations."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from archive.models import Document
from archive.record.held import HeldForState
from archive.record.specimen import holds_specimen
from archive.vocabulary.symbols import symbols_of

from ..names.united_nations import un_address


@dataclass(frozen=True, slots=True)
class SymbolLink:
    """`address` is empty where nobody has such a document: a symbol of the specimen's invented bodies."""

    address: str
    is_external: bool = False


class _Known:
    """Read once for a page, and only where a symbol stands on it."""

    @cached_property
    def state(self) -> tuple[frozenset[str], bool]:
        return _symbols.current()


_known: ContextVar[_Known | None] = ContextVar("known_symbols", default=None)


@contextmanager
def telling_known_symbols() -> Iterator[None]:
    """Within it the documents of the database are asked; outside every symbol leads to our own address for it."""
    before = _known.set(_Known())
    try:
        yield
    finally:
        _known.reset(before)


def symbol_link(symbol: str) -> SymbolLink:
    known = _known.get()
    if known is None:
        return SymbolLink(reverse("symbol", args=[symbol]))
    names, is_specimen = known.state
    if any(one.casefold() in names for one in symbols_of(symbol)):
        return SymbolLink(reverse("symbol", args=[symbol]))
    return SymbolLink("") if is_specimen else SymbolLink(un_address(symbol), is_external=True)


def _read() -> tuple[frozenset[str], bool]:
    rows = Document.objects.values_list("symbol", "job_number")
    names = frozenset(name.casefold() for row in rows for mark in row if mark for name in symbols_of(mark))
    return names, holds_specimen()


_symbols = HeldForState(_read, is_apart=True)
