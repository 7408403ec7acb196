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
    # When each was first searched for, nDCG@10 was 0.897, 0.810, 0.796, 0.828, 0.901, 0.816, 0.855, 0.810 and 0.769
    # (questions 0.801, 0.749, 0.745, 0.617, 0.827, 0.736, 0.839, 0.766 and 0.794); of the eighth two had no answer,
    # both in French, of the others none: that tells what the next unseen ones may expect. What is asserted is a
    # little below what was reached once the kinds that they showed were mended (0.948, 0.909, 0.846, 0.906, 0.927,
    # 0.878, 0.875, 0.915 and 0.836).
    least_of = {"": 0.91, "_2": 0.87, "_3": 0.83, "_4": 0.89, "_5": 0.91, "_6": 0.86, "_7": 0.86, "_8": 0.9, "_9": 0.82}
    for name, least in least_of.items():
        found = mean(evaluate(read_queries(_FOLDER / f"unseen_queries{name}.tsv")))
        assert (name, found.ndcg_10 >= least, found.empty) == (name, True, 0.0)
