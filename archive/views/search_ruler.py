"""The ruler above the results: which of all recommendations of a body were found."""

from archive.filters.finding import Found
from archive.filters.snapshot import Shelf

from .names import is_english
from .strokes import MOST_STROKES, Ruler, RulerMeeting, build_ruler

MOST_MEETINGS = 60


def found_ruler(found: Found) -> Ruler | None:
    """The found ones lit among all of their body; nothing where several bodies or too many meetings share them."""
    held = {shelf.body for shelf in found.snapshot.shelves if shelf.members}
    shelves = [shelf for shelf in found.snapshot.shelves if shelf.body in held]
    if len(held) != 1 or len(shelves) > MOST_MEETINGS or not found.count:
        return None
    strokes = len(found.snapshot.everything) <= MOST_STROKES
    return build_ruler([_meeting(shelf, found, strokes) for shelf in shelves], rtl=not is_english())


def _meeting(shelf: Shelf, found: Found, strokes: bool) -> RulerMeeting:
    is_meant = shelf.members.intersection_cardinality(found.members) > 0
    lit = (place for place, key in enumerate(shelf.keys, 1) if strokes and key in found.members)
    return RulerMeeting(shelf.number, len(shelf.keys), frozenset(lit), is_meant)
