from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deriving.kinship import Kin, KinGround, Relation
from archive.deriving.lineage import Step, trace_lineage

SHARED = KinGround(("مصابيح",), ("lamps",), (), 0.4)
WORDS_ALONE = KinGround(("مصابيح",), (), (), 0.4)


def kin(a: str, b: str, score: float, relation: Relation = "related", **more: object) -> Kin:
    given: dict[str, object] = {"a_item": 0, "b_item": 0, "ground": SHARED, **more}
    return Kin(a, b, relation=relation, score=score, **given)  # type: ignore[arg-type]


def meetings(*keys: str) -> dict[str, int]:
    """«3.7» stands in the third meeting."""
    return {key: int(key.split(".")[0]) for key in keys}


CHAIN = [kin("1.1", "2.1", 0.5, "strengthens"), kin("2.1", "4.1", 0.4, b_item=3)]
PLACES = meetings("1.1", "2.1", "2.2", "3.1", "4.1")


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        (
            "1.1",
            [
                Step(1, "1.1"),
                Step(2, "2.1", 0, "1.1", 0, "strengthens", 0.5),
                Step(4, "4.1", 3, "2.1", 0, "related", 0.4),
            ],
        ),
        (
            "4.1",
            [
                Step(1, "1.1", 0, "2.1", 0, "strengthens", 0.5),
                Step(2, "2.1", 0, "4.1", 3, "related", 0.4),
                Step(4, "4.1"),
            ],
        ),
        ("3.1", [Step(3, "3.1")]),
    ],
)
def test_from_meeting_to_meeting(key: str, steps: list[Step]) -> None:
    assert trace_lineage(key, CHAIN, PLACES) == steps


def recommendations(key: str, links: list[Kin]) -> list[str]:
    return [one.recommendation for one in trace_lineage(key, links, PLACES)]


def test_of_one_meeting_the_nearest_stands() -> None:
    assert recommendations("1.1", [kin("1.1", "2.1", 0.3), kin("1.1", "2.2", 0.6)]) == ["1.1", "2.2"]


def test_what_is_no_step_leads_nowhere() -> None:
    links = [kin("1.1", "2.2", 0.6), kin("1.1", "2.1", 0.3), kin("2.1", "4.1", 0.9)]
    assert recommendations("1.1", links) == ["1.1", "2.2"]


def test_within_a_meeting_nothing_moves() -> None:
    assert recommendations("2.1", [kin("2.1", "2.2", 0.9), kin("2.2", "4.1", 0.9)]) == ["2.1"]


def test_a_thread_gets_thinner_with_every_link() -> None:
    assert recommendations("1.1", [kin("1.1", "2.1", 0.5), kin("2.1", "3.1", 0.13)]) == ["1.1", "2.1"]
    assert recommendations("2.1", [kin("1.1", "2.1", 0.5), kin("2.1", "3.1", 0.13)]) == ["1.1", "2.1", "3.1"]


def test_words_alone_are_a_thinner_thread() -> None:
    assert recommendations("1.1", [kin("1.1", "2.1", 0.135, ground=WORDS_ALONE)]) == ["1.1"]
    assert recommendations("1.1", [kin("1.1", "2.1", 0.135)]) == ["1.1", "2.1"]


def test_kin_without_a_meeting_are_left_out() -> None:
    assert trace_lineage("1.1", [kin("1.1", "9.9", 0.9)], PLACES) == [Step(1, "1.1")]


def test_a_record_without_a_meeting_is_refused() -> None:
    with pytest.raises(KeyError):
        trace_lineage("9.9", [], PLACES)


def test_the_order_of_kin_makes_no_difference() -> None:
    links = [*CHAIN, kin("1.1", "3.1", 0.4), kin("2.2", "3.1", 0.4)]
    assert {tuple(recommendations("1.1", list(order))) for order in permutations(links)} == {
        ("1.1", "2.1", "3.1", "4.1")
    }


KEYS = [f"{meeting}.{number}" for meeting in range(1, 5) for number in range(1, 4)]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.floats(0.01, 1)), max_size=40))
def test_any_kin_give_at_most_a_step_for_each_meeting(pairs: list[tuple[str, str, float]]) -> None:
    steps = trace_lineage("2.2", [kin(a, b, score) for a, b, score in pairs if a < b], meetings(*KEYS))
    assert [one.meeting for one in steps] == sorted({one.meeting for one in steps})
    own = {one.recommendation for one in steps}
    assert "2.2" in own
    assert all(one.via in own for one in steps if one.recommendation != "2.2")
