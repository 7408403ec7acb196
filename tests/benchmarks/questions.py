"""What is asked, chosen by how often words stand in the archive at hand: several questions of each kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from archive.arabic.analyze import analyze
from archive.models import Meeting, Recommendation, SearchWord

_SAMPLE = 2000
_SHOWN = 20
_LONG = 4


@dataclass(frozen=True)
class Kind:
    """A kind of question, and query strings of that kind."""

    name: str
    queries: tuple[str, ...]


def build_questions() -> list[Kind]:
    """Everything that the issue asks for, and a slip of the pen, for which the ladder has to be climbed."""
    texts = list(Recommendation.objects.order_by("-pk").values_list("text", flat=True)[:_SAMPLE])
    counted = _words(texts)
    common, rare = [word for word, _texts in counted[:40]], _rare_words(counted)
    phrases = _phrases(texts)
    deep = max(1, Recommendation.objects.count() // _SHOWN // 2)
    return [
        Kind("page 1, all facets", ("",)),
        Kind("filters only", tuple(_filters())),
        Kind("a common word", tuple(_q(word) for word in common[:5])),
        Kind("a rare word", tuple(_q(word) for word in rare)),
        Kind("two words", tuple(_q(f"{one} {other}") for one, other in zip(common[2:7], common[8:13], strict=False))),
        Kind("a phrase", tuple(_q(f'"{phrase}"') for phrase in phrases)),
        Kind("a word and filters", tuple(f"{_q(common[3])}&{pairs}" for pairs in _filters())),
        Kind("a deep page", (f"page={deep}", f"{_q(common[0])}&page={max(1, deep // 4)}")),
        Kind("a slip of the pen", tuple(_q(_slip(word)) for word in common if len(word) > _LONG)[:5]),
    ]


def _q(text: str) -> str:
    return urlencode({"q": text})


def _filters() -> Iterator[str]:
    held = Meeting.objects.filter(recommendations__isnull=False, start__isnull=False).distinct().order_by("-pk")
    meetings = list(held.select_related("body")[:40])
    for meeting in meetings[::8][:5]:
        yield urlencode({"body": meeting.body.slug})
        yield urlencode({"year": meeting.start.year})
    yield urlencode([("meeting", meeting.slug) for meeting in meetings[:3]])
    yield urlencode({"body": meetings[0].body.slug, "from": f"{meetings[0].start.year - 5}-01-01"})


def _words(texts: list[str]) -> list[tuple[str, int]]:
    """Words of these texts with a subject, as people write them, and how many texts have them; commonest first."""
    terms = {term.exact for text in texts for term in analyze(text) if term.kind == "word" and not term.plain}
    rows = SearchWord.objects.order_by("-texts", "exact").values_list("exact", "shown", "texts")
    return [(shown, count) for exact, shown, count in rows if exact in terms and len(shown) >= _LONG]


def _rare_words(counted: list[tuple[str, int]]) -> list[str]:
    """Five words that a handful of texts have."""
    few = [word for word, count in counted if 2 <= count <= 6]
    return few[:: max(1, len(few) // 5)][:5]


def _phrases(texts: list[str]) -> list[str]:
    """The commonest neighbours in the texts, both with a subject."""
    pairs: Counter[str] = Counter()
    for text in texts:
        terms = analyze(text)
        for one, other in pairwise(terms):
            if one.kind == other.kind == "word" and not one.plain and not other.plain:
                pairs[f"{text[one.start : one.end]} {text[other.start : other.end]}"] += 1
    return [pair for pair, _count in pairs.most_common(5)]


def _slip(word: str) -> str:
    """Two letters have changed places."""
    return f"{word[:2]}{word[3]}{word[2]}{word[4:]}"
