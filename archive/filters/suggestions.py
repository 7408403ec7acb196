"""What a reader may be about to type: terms that the texts repeat, and symbols of documents.

The terms are read from the texts themselves, so another archive suggests other terms.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from archive.arabic.clean import MARK_RANGES, TATWEEL, clean
from archive.arabic.normalize import normalize
from archive.models import ArchiveState, Document, Recommendation

#: Twice is also what one text says in its chapeau and again in an item; with three the 171 texts give 543 terms.
LEAST = 3
#: Half a millisecond a text (171 texts: 0.09 s): the first who types after a change waits a second at most.
MOST_TEXTS = 2_000
#: Gone through at every letter that is typed; ten times the real texts reach it.
MOST_TERMS = 3_000
#: Chosen, not measured: a list to glance at.
SHOWN = 8
#: The longest term and the longest symbol of the real papers have 30 letters.
LONGEST = 80

_WORD = re.compile(rf"[\u0621-\u064a{MARK_RANGES}{TATWEEL}]+|[^\s]")
_MARKS = re.compile(f"[{MARK_RANGES}{TATWEEL}]+")
# Words that join others and begin or end no term.
_JOINING = frozenset(
    normalize(word)
    for word in (
        "في من على عن إلى أن إن ما لا لم أو ثم مع بين بعد قبل عند حتى كل أي غير هذا هذه ذلك تلك التي الذي الذين "
        "ينبغي يوصى تشجع يجوز كما حيث إذا لدى نحو وفقا وفقاً بما بها به لها له لهم فيها فيه منها عليها ومن وفي وعلى "
        "وأن بأن لأن مثل دون أجل خلال ذات سيما الاقتضاء حسب بشأن طريق عليهم بهم وأي قد وكذلك ولا وما يلي"
    ).split()
)


@dataclass(frozen=True, slots=True)
class SuggestedTerm:
    """A term as the texts write it, and its folded words."""

    text: str
    words: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    kind: str  # «term» or «symbol»


_cached: dict[str, tuple[int, tuple[SuggestedTerm, ...]]] = {}


def build_suggestions(typed: str) -> list[Suggestion]:
    """At most eight: terms that go on as the typed text does, then symbols that contain it."""
    text = clean(typed).strip()[:LONGEST]
    if not normalize(text):
        return []
    terms = [Suggestion(term.text, "term") for term in _beginning(normalize(text), current_terms())]
    return [*terms[:SHOWN], *_symbols(text)][:SHOWN]


def _beginning(start: str, terms: Iterable[SuggestedTerm]) -> list[SuggestedTerm]:
    """Terms of which a word, with or without its article, begins the typed text; the most frequent first."""
    return [
        term
        for term in terms
        if any(
            " ".join((word, *term.words[place + 1 :])).startswith(start)
            for place, whole in enumerate(term.words)
            for word in (whole, whole.removeprefix("ال"))
        )
    ]


def _symbols(text: str) -> list[Suggestion]:
    if len(text) < 2 or not text.isascii():
        return []
    found = Document.objects.filter(symbol__icontains=text).order_by("symbol")
    return [Suggestion(symbol, "symbol") for symbol in found.values_list("symbol", flat=True)[:SHOWN]]


def current_terms() -> tuple[SuggestedTerm, ...]:
    """The terms of the archive as it is now; read anew when the data has changed."""
    versions = ArchiveState.objects.versions()
    version = versions[0] if versions else None
    database = str(connection.settings_dict["NAME"])
    found = _cached.get(database)
    if version is None or found is None or found[0] != version:
        texts = Recommendation.objects.order_by("pk").values_list("text", flat=True)[:MOST_TEXTS]
        found = (version or 0, find_terms(texts))
        if version is not None:
            _cached[database] = found
    return found[1]


def forget_terms() -> None:
    """For tests, like `forget_snapshots`."""
    _cached.clear()


def find_terms(texts: Iterable[str]) -> tuple[SuggestedTerm, ...]:
    """Two or three words that stand together at least three times, and single words; the most frequent first."""
    surfaces: dict[tuple[str, ...], Counter[str]] = {}
    for text in texts:
        words = [(word, normalize(word)) for word in _WORD.findall(text)]
        for size in (1, 2, 3):
            for start in range(len(words) - size + 1):
                _count(words[start : start + size], surfaces)
    counted = [(sum(forms.values()), key, forms.most_common(1)[0][0]) for key, forms in surfaces.items()]
    frequent = [found for found in counted if found[0] >= LEAST and not _is_joined(found[1], surfaces)]
    # A term of several words says more than its parts do.
    frequent.sort(key=lambda found: (-found[0] * len(found[1]), found[2]))
    return tuple(SuggestedTerm(surface, key, count) for count, key, surface in frequent[:MOST_TERMS])


def _count(words: list[tuple[str, str]], surfaces: dict[tuple[str, ...], Counter[str]]) -> None:
    key = tuple(folded for _word, folded in words)
    if all(len(folded) > 2 and folded.isalpha() for folded in key) and not _JOINING & {key[0], key[-1]}:
        surface = _MARKS.sub("", " ".join(word for word, _folded in words))
        surfaces.setdefault(key, Counter())[surface] += 1


def _is_joined(key: tuple[str, ...], surfaces: dict[tuple[str, ...], Counter[str]]) -> bool:
    """«وتبادل المعلومات», where the same stands without its «و»."""
    return key[0][0] in "وبلف" and (key[0][1:], *key[1:]) in surfaces
