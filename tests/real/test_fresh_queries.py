"""Our own judged queries of every kind, on the real sources: widening one word must not lose another."""

from collections import defaultdict
from pathlib import Path

import pytest

from archive.loading.archive import load_archive
from archive.search.evaluation import Judged, Measures, evaluate, mean

_FILE = Path(__file__).parent / "fresh_queries.tsv"
#: At least so much of nDCG@10 and recall@20. What the texts say in other words, or what is asked in a sentence, is
#: harder to find than a word in an odd form.
_LEAST = (0.9, 0.88)
_LEAST_OF = {"everyday": (0.82, 0.85), "question": (0.84, 0.8)}


def read_queries(file: Path) -> list[Judged]:
    """`name` is the kind of the query."""
    lines = file.read_text(encoding="utf-8").splitlines()
    queries = []
    for line in lines:
        if not line.startswith("#"):
            kind, query, about, mention = line.split("\t")
            queries.append(
                Judged(query, kind, dict.fromkeys(mention.split(), 1) | dict.fromkeys(about.split(), 2))
            )
    return queries


@pytest.mark.django_db
def test_queries_of_every_kind_are_answered_well(real_sources: Path) -> None:
    load_archive([real_sources])
    queries = read_queries(_FILE)
    of_kind: dict[str, list[Measures]] = defaultdict(list)
    for judged, found in zip(queries, evaluate(queries), strict=True):
        of_kind[judged.name].append(found)
    whole = mean([found for kind in of_kind.values() for found in kind])
    assert whole.ndcg_10 >= 0.95
    assert whole.recall_20 >= 0.96
    assert whole.empty <= 0.01
    kinds = {kind: mean(found) for kind, found in of_kind.items()}
    short = {
        kind: found
        for kind, found in kinds.items()
        for ndcg, recall in [_LEAST_OF.get(kind, _LEAST)]
        if found.ndcg_10 < ndcg or found.recall_20 < recall
    }
    assert short == {}
