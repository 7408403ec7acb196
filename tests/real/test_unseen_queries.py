"""Queries that were judged before any of them was searched for: what is new must not lose what they reached."""

from pathlib import Path

import pytest

from archive.loading.archive import load_archive
from archive.search.evaluation import evaluate, mean
from tests.real.test_fresh_queries import read_queries

_FOLDER = Path(__file__).parent


@pytest.mark.django_db
def test_queries_that_nobody_had_seen_stay_answered(real_sources: Path) -> None:
    load_archive([real_sources])
    # When each was first searched for, nDCG@10 was 0.897, 0.810, 0.796, 0.828, 0.901, 0.816, 0.855, 0.810, 0.769,
    # 0.807, 0.862, 0.673, 0.751 and 0.762 (questions 0.801, 0.749, 0.745, 0.617, 0.827, 0.736, 0.839, 0.766, 0.794,
    # 0.745, 0.799, 0.677, 0.698 and 0.752; the last three are questions almost alone); of the eighth two had no
    # answer, both in French, of the others none: that tells what the next unseen ones may expect. What is asserted is
    # a little below what was reached once the kinds that they showed were mended; of the last nothing was mended.
    least = [0.93, 0.92, 0.83, 0.9, 0.92, 0.9, 0.9, 0.92, 0.83, 0.86, 0.88, 0.79, 0.75, 0.75]
    for number, least_ndcg in enumerate(least, 1):
        name = f"_{number}" if number > 1 else ""
        found = mean(evaluate(read_queries(_FOLDER / f"unseen_queries{name}.tsv")))
        assert (name, found.ndcg_10 >= least_ndcg, found.empty) == (name, True, 0.0)
