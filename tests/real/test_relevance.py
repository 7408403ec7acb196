"""The judged queries, on the real sources: search must not get worse unnoticed."""

from pathlib import Path

import pytest

from archive.loading.archive import load_archive
from archive.search.evaluation import evaluate, mean, read_judgements


@pytest.mark.django_db
def test_judged_queries_are_answered_well(real_sources: Path) -> None:
    judgements = real_sources.parent / "search" / "judgements.json"
    if not judgements.is_file():
        pytest.skip(f"{judgements} is not there")
    load_archive([real_sources])
    found = mean(evaluate(read_judgements(judgements)))
    assert found.ndcg_10 >= 0.93
    assert found.recall_20 >= 0.92
    assert found.empty == 0
