"""Bodies as staff may set them: the search for the Conference ends."""

from archive.parsing.meeting_words import conference_of
from archive.vocabulary.bodies import KnownBody


def a_body(symbol: str, parent: str, term: str = "meeting") -> KnownBody:
    return KnownBody(symbol, "هيئة", "", parent, term)


def test_the_conference_is_looked_for_upward() -> None:
    bodies = [a_body("ITC/WG.1/SUB", "ITC/WG.1"), a_body("ITC/WG.1", "ITC"), a_body("ITC", "", "session")]
    assert conference_of("ITC/WG.1/SUB", bodies) == bodies[2]


def test_bodies_in_a_ring_have_no_conference() -> None:
    bodies = [a_body("ITC", "ITC/WG.1"), a_body("ITC/WG.1", "ITC")]
    assert conference_of("ITC", bodies) is None
