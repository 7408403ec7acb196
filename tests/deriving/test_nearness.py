"""Neighbours that follow passages as they change answer as those do that are made of the last passages at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.deriving.nearness import Neighbours
from archive.deriving.rarity import Features

_FEATURES = ["زيت", "مصباح", "نحل", "جبل", "زيت مصباح", "نحل جبل", "subject:lamps", "article:treaty:9", "سفينة"]
ONE = st.dictionaries(st.sampled_from(_FEATURES), st.sampled_from([1, 2.0, 3]), max_size=7)
CHANGES = st.lists(st.tuples(st.integers(0, 19), ONE), max_size=2)
#: So many that one more or less of them does not count.
_MANY: list[Features] = [{one: 1.0, other: 2.0} for one in _FEATURES for other in _FEATURES if one != other] * 2
#: Where passages come or go, how many, and what comes.
COMING = st.tuples(st.integers(0, 24), st.integers(-2, 2), ONE, ONE)


def answers(near: Neighbours) -> list[object]:
    """All that it says; asked twice, so that what was kept says it too."""
    places = range(len(near.vectors))
    return [
        near.rarity.passages,
        {feature: count for feature, count in near.rarity.passages_with.items() if count},
        [list(vector.items()) for vector in near.vectors],
        near.lengths,
        [[near.candidates(at, most) for at in places] for most in (1, 3, 40)],
        [[near.near(at, least, since=since) for at in places] for least in (0.05, 0.3) for since in (0, 2)],
        [[near.likeness(one, other) for one in places] for other in places],
    ]


@settings(max_examples=12)
@given(st.lists(ONE, min_size=9, max_size=20), st.lists(st.tuples(CHANGES, COMING), max_size=5))
def test_following_gives_what_making_anew_gives(
    passages: list[Features],
    turns: list[tuple[list[tuple[int, Features]], tuple[int, int, Features, Features]]],
) -> None:
    kept = Neighbours(is_kept=True)
    passages = [*passages, *_MANY]
    kept.follow(passages)
    for changes, (place, more, *come) in turns:
        assert answers(kept) == answers(Neighbours(passages))
        passages = list(passages)
        passages[place : place - min(more, 0)] = come[: max(more, 0)]
        for at, features in changes:
            if at < len(passages):
                passages[at] = features
        kept.follow(passages)
    assert answers(kept) == answers(Neighbours(passages))


def test_what_comes_and_goes_in_the_middle_is_followed_and_not_made_anew() -> None:
    """About as many as before: nothing weighs otherwise but what it shares."""
    passages = [*_MANY, *_MANY[:72]]
    kept = Neighbours(is_kept=True)
    assert kept.follow(passages) is None
    answers(kept)
    for changed in ([*passages[:40], {"سفينة": 1.0}, *passages[40:]], passages, passages[:30] + passages[31:]):
        assert kept.follow(changed) is not None
        assert answers(kept) == answers(Neighbours(changed))


def test_one_passage_more_or_less_is_followed_too() -> None:
    lamps, bees = {"زيت": 1.0, "مصباح": 1.0}, {"نحل": 1.0, "جبل": 1.0}
    kept = Neighbours(is_kept=True)
    for passages in ([lamps, bees, lamps], [lamps, bees], [], [bees, bees, lamps, bees]):
        kept.follow(passages)
        assert answers(kept) == answers(Neighbours(passages))
