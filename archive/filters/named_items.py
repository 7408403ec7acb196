"""Items named one by one in an address, written short: an item that begins with a dot is of the meeting before it."""

from collections.abc import Iterable, Iterator, Sequence

#: As long as addresses are that people send each other; longer lists are written short.
LONG = 2000


def read_items(parts: Iterable[str]) -> tuple[str, ...]:
    """Whole locators, each once and in their order: («a.1.2», «.3», «b.4.1») is a.1.2, a.1.3, b.4.1."""
    return tuple(dict.fromkeys(_whole(parts)))


def _whole(parts: Iterable[str]) -> Iterator[str]:
    meeting = ""
    for part in parts:
        whole = f"{meeting}{part}" if part.startswith(".") else part
        meeting = _meeting_of(whole)
        yield whole


def write_items(names: Sequence[str]) -> str:
    """With commas between them, and short where they would make an address too long to be sent."""
    whole = ",".join(names)
    return whole if len(whole) <= LONG else ",".join(_short(names))


def _short(names: Iterable[str]) -> Iterator[str]:
    meeting = ""
    for name in names:
        own = _meeting_of(name)
        yield name[len(own) :] if own and own == meeting else name
        meeting = own


def _meeting_of(locator: str) -> str:
    """Body and number of the meeting («ctoc-cop-wg7.5» of «ctoc-cop-wg7.5.2.k»); the slug of a body has no dots."""
    parts = locator.split(".", 2)
    return ".".join(parts[:2]) if len(parts) > 2 else ""
