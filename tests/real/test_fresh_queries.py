"""Our own judged queries of every kind, on the real sources: widening one word must not lose another."""

from collections import defaultdict
from pathlib import Path

import pytest

from archive.loading.archive import load_archive
from archive.search.evaluation import Judged, Measures, evaluate, mean

_FILE = Path(__file__).parent / "fresh_queries.tsv"


def read_queries() -> list[Judged]:
    """`name` is the kind of the query."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    queries = []
    for line in lines:
        if not line.startswith("#"):
            kind, query, about, mention = line.split("\t")
            queries.append(Judged(query, kind, dict.fromkeys(mention.split(), 1) | dict.fromkeys(about.split(), 2)))
    return queries


@pytest.mark.django_db
def test_queries_of_every_kind_are_answered_well(real_sources: Path) -> None:
    load_archive([real_sources])
    queries = read_queries()
    of_kind: dict[str, list[Measures]] = defaultdict(list)
    for judged, found in zip(queries, evaluate(queries), strict=True):
        of_kind[judged.name].append(found)
    whole = mean([found for kind in of_kind.values() for found in kind])
    assert whole.ndcg_10 >= 0.95
    assert whole.recall_20 >= 0.96
    assert whole.empty <= 0.01
    kinds = {kind: mean(found) for kind, found in of_kind.items()}
    assert {kind: found for kind, found in kinds.items() if found.ndcg_10 < 0.9 or found.recall_20 < 0.88} == {}
