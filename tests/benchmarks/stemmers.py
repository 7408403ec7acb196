"""How well others find what ours finds: known stemmers, and PostgreSQL's own, on judged queries.

    DATABASE_URL=sqlite:///var/words.sqlite3 python -m tests.benchmarks.stemmers ../shared/search/judgements.json

The archive of the database must be loaded. The row «PostgreSQL arabic» needs PostgreSQL; those of Snowball and ISRI
need their packages, which the suite does without (`README.md` says how to have them). Every stemmer is given the same
search: texts with all words, then those with some, each by BM25; nothing else of ours, so that the rows compare
stemmers. «ours» is `evaluate_search`, and «ours, words only» the same without what references lead to.
"""

import importlib
import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any

import django

warnings.filterwarnings("ignore", "No directory at:")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402  (Django comes first)

from archive.arabic.analyze import analyze_word  # noqa: E402
from archive.arabic.normalize import normalize  # noqa: E402
from archive.arabic.tokenize import tokenize  # noqa: E402
from archive.models import Recommendation  # noqa: E402
from archive.search.evaluation import Measures, evaluate, mean, measure, read_judgements  # noqa: E402
from archive.search.match import search_recommendations  # noqa: E402

from .light10 import light10  # noqa: E402

Search = Callable[[str], Sequence[str]]
#: As usual.
_SATURATION, _LENGTH = 1.2, 0.75


def main(files: list[str]) -> int:
    if not files:
        sys.stderr.write((__doc__ or "") + "\n")
        return 1
    rows = Recommendation.objects.filter(meeting__body__symbol="CTOC/COP/WG.7")
    texts = {
        f"{meeting}.{number}": text
        for meeting, number, text in rows.values_list("meeting__number", "number", "text")
    }
    keys = {pk: f"{m}.{n}" for pk, m, n in rows.values_list("pk", "meeting__number", "number")}
    for file in files:
        judged = read_judgements(Path(file))
        print(f"\n### {Path(file).name}, {len(judged)} queries\n")
        print("| way | nDCG@10 | recall@20 | precision@5 | empty |\n|---|---|---|---|---|")
        for name, search in _ways(texts, keys):
            print(_row(name, [measure(search(one.query), one.relevant) for one in judged]))
        print(_row("ours", evaluate(judged)))
    return 0


def _row(name: str, found: Sequence[Measures]) -> str:
    one = mean(found)
    return f"| {name} | {one.ndcg_10:.3f} | {one.recall_20:.3f} | {one.precision_5:.3f} | {one.empty:.3f} |"


def _ways(texts: dict[str, str], keys: dict[int, str]) -> Iterator[tuple[str, Search]]:
    yield "words as they are", _by_stems(texts, str)
    yield "folded", _by_stems(texts, normalize)
    yield "light10", _by_stems(texts, light10)
    if isri := _module("nltk.stem.isri"):
        yield "ISRI", _by_stems(texts, isri.ISRIStemmer().stem)
    if snowball := _module("snowballstemmer"):
        yield "Snowball", _by_stems(texts, snowball.stemmer("arabic").stemWord)
    if connection.vendor == "postgresql":
        yield "PostgreSQL arabic", _by_postgresql(keys)
    yield "our stems alone", _by_stems(texts, _our_stem)
    yield (
        "ours, words only",
        lambda query: [
            keys[key]
            for hits in [search_recommendations(query)]
            for key, _ in [*hits.full, *hits.partial]
            if key in keys
        ],
    )


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"<!-- {name} is not installed -->")
        return None


def _our_stem(word: str) -> str:
    term = analyze_word(word)
    return term.stem if term else word


def _by_stems(texts: dict[str, str], stem: Callable[[str], str]) -> Search:
    def stems(text: str) -> list[str]:
        return [stem(text[token.start : token.end]) for token in tokenize(text) if token.kind != "symbol"]

    counts = {name: Counter(stems(text)) for name, text in texts.items()}
    sizes = {name: sum(one.values()) for name, one in counts.items()}
    average = sum(sizes.values()) / max(1, len(sizes))
    spread = Counter(word for one in counts.values() for word in one)

    def weight(name: str, word: str) -> float:
        amount = counts[name][word]
        rarity = log(1 + (len(texts) - spread[word] + 0.5) / (spread[word] + 0.5))
        against = _SATURATION * (1 - _LENGTH + _LENGTH * sizes[name] / average)
        return rarity * amount * (_SATURATION + 1) / (amount + against)

    def search(query: str) -> list[str]:
        words = list(dict.fromkeys(stems(query)))
        graded = [
            (not all(word in counts[name] for word in words), -grade, place, name)
            for place, name in enumerate(texts)
            if (grade := sum(weight(name, word) for word in words)) > 0
        ]
        return [name for *_, name in sorted(graded)]

    return search


def _by_postgresql(keys: dict[int, str]) -> Search:
    """What the engine gives out of the box: all words, then any of them, by `ts_rank`."""
    sql = (
        "SELECT id, ts_rank(to_tsvector('arabic', text), query)"
        " FROM archive_recommendation, (SELECT {} AS query) AS asked"
        " WHERE to_tsvector('arabic', text) @@ query ORDER BY 2 DESC, 1"
    )
    every = "plainto_tsquery('arabic', %s)"
    some = "replace(plainto_tsquery('arabic', %s)::text, '&', '|')::tsquery"

    def search(query: str) -> list[str]:
        found: dict[int, None] = {}
        with connection.cursor() as cursor:
            for asked in (every, some):
                cursor.execute(sql.format(asked), [query])
                found |= dict.fromkeys(key for key, _ in cursor.fetchall())
        return [keys[key] for key in found if key in keys]

    return search


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
