"""Documents by their titles, as a page's heading prints them or a browser shortens them."""

from collections.abc import Sequence

from archive.citing.plain import plain
from archive.citing.things import Thing
from archive.models import Document
from archive.record.held import HeldForState

from .looking_up import look_up
from .stored_things import StoredThing

#: A title tells its document by so many words; fewer are words to search for.
TELLING = 4
#: A shortened one by so many: titles of the sources begin alike for up to nine.
_TELLING_BEGINNING = 8
_LEAST = 2


def documents_titled(text: str) -> tuple[StoredThing, ...]:
    """The documents whose whole title a plain text is, or whose title it shortens («… …»)."""
    words = _words(text.strip(" …").removesuffix("..."))
    if len(words) < _LEAST:
        return ()
    is_cut = text.rstrip().endswith(("…", "..."))
    row = _titles.current()
    slugs = [slug for title, slug in row if title == words]
    if not slugs and is_cut and len(words) >= _TELLING_BEGINNING:
        # The last word may be cut too.
        slugs = [slug for title, slug in row if title[: len(words) - 1] == words[:-1]]
    things = [Thing("document", locator=slug) for slug in slugs]
    found = look_up(things) if things else {}
    return tuple(stored for thing in things for stored in found[thing].found)


def _read_titles() -> Sequence[tuple[tuple[str, ...], str]]:
    rows = Document.objects.filter(language="ar").exclude(title="").values_list("title", "printed_title", "slug")
    return [(_words(title), slug) for reading, printed, slug in rows for title in {reading, printed} if title]


_titles = HeldForState(_read_titles, is_apart=True)


def _words(title: str) -> tuple[str, ...]:
    return tuple(word for part in plain(title).split() if (word := part.strip("\"().،؛:-#*")))
