"""The ruler above the results: which of all recommendations of a body were found."""

from archive.filters.finding import FoundSet

from ..pictures.meeting_picture import ruler_of
from ..pictures.strokes import Ruler

MOST_MEETINGS = 60


def found_ruler(found: FoundSet) -> Ruler | None:
    """The found ones lit among all of their body; nothing where several bodies or too many meetings share them."""
    snapshot = found.snapshot
    if snapshot.has_several_bodies or not 0 < found.count < len(snapshot.everything):
        return None
    with_texts = {shelf.body for shelf in snapshot.shelves if shelf.members}
    shelves = [shelf for shelf in snapshot.shelves if shelf.body in with_texts]
    if len(shelves) > MOST_MEETINGS:
        return None
    return ruler_of(shelves, found.members)
