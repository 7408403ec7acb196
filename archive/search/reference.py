"""What a reader types names a thing («التوصية 12 من الاجتماع الرابع», «5/2 ك»): it leads there, or is offered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from archive.arabic.clean import clean
from archive.citing.plain import plain
from archive.citing.reading import may_cite, read_references
from archive.citing.things import Thing
from archive.citing.typed import LONGEST, read_located, read_whole, without_page_words
from archive.models import Topic

from .document_titles import TELLING, documents_titled
from .known_names import known_names
from .looking_up import look_up
from .stored_things import LookedUp, StoredThing

#: What our pages print round a name: the name of the site in a title, the opening of a heading.
PAGE_WORDS = (
    "أرشيف التوصيات", "Archive of Recommendations", "كل ما أوصي به بشأن", "Everything recommended on",
)  # fmt: skip
#: So many of a list are shown together: as many as one's own list holds.
MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text names: the `locator` of a recommendation, lettered item, meeting, article or topic, or the `symbol`
    of a document (its job number where it has none). `address` is that of the page, of a paragraph with its anchor.
    A list has its locators in `items`."""

    address: str
    locator: str | None = None
    symbol: str | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedReference:
    """What a typed text cites, each thing with its records; `is_whole` where the text says nothing besides."""

    looked_up: tuple[LookedUp, ...] = ()
    is_whole: bool = False

    @property
    def leads_to(self) -> Reference | None:
        """The page that an exact reference leads to: one thing, or a list of recommendations."""
        if any(one.thing.is_vague for one in self.looked_up):
            return None
        stored = [one.only for one in self.looked_up]
        whole = [one for one in stored if one is not None]
        if not self.is_whole or not whole or len(whole) < len(stored):
            return None
        return reference_to(whole[0]) if len(whole) == 1 else _list_of(whole)


def find_reference(text: str) -> Reference | None:
    """Give what the whole text names, or None where it names nothing or what is not clear or not stored."""
    return understand(text).leads_to


def understand(text: str) -> TypedReference:
    """Give what a typed text cites: as a whole, or the first thing among other words."""
    # Both databases refuse what is no character, PostgreSQL the NUL.
    typed = clean(text.encode("utf-8", "ignore").decode("utf-8"))
    if not typed or len(typed) > 2 * LONGEST:
        return TypedReference()
    named = without_page_words(typed, PAGE_WORDS)
    has_site_name = named != plain(typed)
    titled = (_topics_called(named) if has_site_name else ()) or documents_titled(named)
    if titled:
        # A title of two or three words is a reference only where the name of the site stands with it.
        is_whole = has_site_name or len(named.split()) >= TELLING
        return TypedReference((LookedUp(titled[0].thing, titled),), is_whole)
    if not may_cite(typed):
        return TypedReference()
    if located := read_located(typed):
        return TypedReference(_look_up_all(located), is_whole=True)
    names = known_names()
    things = read_whole(typed, names, PAGE_WORDS)
    if things:
        looked_up = _look_up_all(things)
        return TypedReference(looked_up, is_whole=True) if any(map(_is_told, looked_up)) else TypedReference()
    places = read_references(typed, names)
    return TypedReference(_look_up_all(places[0].things)) if places else TypedReference()


def _is_told(one: LookedUp) -> bool:
    """Whether the page says what it is: «covid-19» and «1000000» look like an address and a job number of ours."""
    is_guess = one.thing.kind in ("document", "paragraph") and (
        one.thing.locator or one.thing.symbol.startswith("-")
    )
    return bool(one.found) or not is_guess


def _topics_called(name: str) -> tuple[StoredThing, ...]:
    """The topics of this name in either language, as the title of a page has it."""
    rows = Topic.objects.in_use().values_list("slug", "label_ar", "label_en")
    things = [Thing("topic", locator=slug) for slug, *labels in rows if name in map(plain, labels)]
    found = look_up(things) if things else {}
    return tuple(stored for thing in things for stored in found[thing].found)


def _look_up_all(things: Sequence[Thing]) -> tuple[LookedUp, ...]:
    found = look_up(things)
    return tuple(found[thing] for thing in things)


def reference_to(stored: StoredThing) -> Reference:
    if stored.thing.kind in ("document", "paragraph"):
        return Reference(stored.address, symbol=stored.thing.symbol or stored.locator.partition("#")[0])
    return Reference(stored.address, locator=stored.locator)


def _list_of(stored: Sequence[StoredThing]) -> Reference | None:
    """The page with exactly these recommendations in their order."""
    if len(stored) > MOST_LISTED or any(one.thing.kind != "recommendation" for one in stored):
        return None
    items = ",".join(dict.fromkeys(one.locator for one in stored))
    return Reference(f"{reverse('own_list')}?items={items}", items=tuple(items.split(",")))
