"""Many cited things are looked up together, in a number of queries that does not grow with them."""

from collections.abc import Iterable

from archive.citing.things import Thing

from .stored_documents import DocumentShelf
from .stored_meetings import MeetingShelf
from .stored_recommendations import RecommendationShelf
from .stored_resolutions import ResolutionShelf
from .stored_subjects import SubjectShelf
from .stored_things import LookedUp


def look_up(things: Iterable[Thing]) -> dict[Thing, LookedUp]:
    """What the archive has of each."""
    asked = list(dict.fromkeys(things))
    meetings, documents, subjects = MeetingShelf(asked), DocumentShelf(asked), SubjectShelf(asked)
    recommendations, resolutions = RecommendationShelf(asked, meetings), ResolutionShelf(asked, documents)
    shelves = {
        "recommendation": recommendations.look_up,
        "meeting": meetings.look_up,
        "document": documents.look_up,
        "paragraph": documents.look_up,
        "resolution": resolutions.look_up,
        "treaty_article": subjects.look_up,
        "topic": subjects.look_up,
        "year": subjects.look_up,
    }
    return {thing: shelves[thing.kind](thing) for thing in asked}
