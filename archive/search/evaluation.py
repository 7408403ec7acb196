"""How well search answers judged queries: the measures of CONTRACT, by hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from archive.models import Recommendation

from .match import search_recommendations
from .named import named_recommendations
from .ranking import Hit

#: The ids of the judgements («5.2») are meeting and number of a body: of this one where none is named.
BODY = "CTOC/COP/WG.7"


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one query, or the means of all: `empty` is 1 for a query without an answer."""

    recall_20: float
    precision_5: float
    ndcg_10: float
    empty: float


@dataclass(frozen=True, slots=True)
class Judged:
    query: str
    name: str
    relevant: dict[str, int]


def read_judgements(path: Path) -> list[Judged]:
    """Read a list of {"id", "query", "relevant": {"m.n": grade}}. Raises ValueError for anything else."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [Judged(row["query"], str(row.get("id", "")), dict(row["relevant"])) for row in rows]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} holds no judged queries: {error!r}") from error


def measure(found: Sequence[str], relevant: dict[str, int]) -> Measures:
    """The measures of one ranked list of ids."""
    hits = sum(one in relevant for one in found[:20])
    gain = sum(_gain(relevant.get(one, 0), place) for place, one in enumerate(found[:10]))
    best = sum(
        _gain(grade, place) for place, grade in enumerate(sorted(relevant.values(), reverse=True)[:10])
    )
    return Measures(
        recall_20=hits / min(20, len(relevant)) if relevant else 1.0,
        precision_5=sum(one in relevant for one in found[:5]) / 5,
        ndcg_10=gain / best if best else 1.0,
        empty=float(not found),
    )


def _gain(grade: int, place: int) -> float:
    return (2.0**grade - 1) / log2(place + 2)


def evaluate(judged: Sequence[Judged], body: str = BODY) -> list[Measures]:
    """Search for each query as a reader does: what an exact reference leads to, full matches, partial ones."""
    rows = Recommendation.objects.filter(meeting__body__symbol=body)
    names = {
        pk: f"{meeting}.{number}"
        for pk, meeting, number in rows.values_list("pk", "meeting__number", "number")
    }
    measures = []
    for one in judged:
        hits = search_recommendations(one.query)
        found = [names[key] for key in _named_first(one.query, [*hits.full, *hits.partial]) if key in names]
        measures.append(measure(found, one.relevant))
    return measures


def _named_first(query: str, hits: Sequence[Hit]) -> list[int]:
    """What the query names, those first that its words find as well; then whatever else these find."""
    by_words = [key for key, _ in hits]
    named = named_recommendations(query)
    among = set(named)
    return list(dict.fromkeys([*(key for key in by_words if key in among), *named, *by_words]))


def mean(measures: Sequence[Measures]) -> Measures:
    size = len(measures) or 1
    return Measures(
        sum(one.recall_20 for one in measures) / size,
        sum(one.precision_5 for one in measures) / size,
        sum(one.ndcg_10 for one in measures) / size,
        sum(one.empty for one in measures) / size,
    )
