"""Terms that the texts repeat. They are read from the texts themselves, so another archive suggests other terms."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.analyze import analyze_word
from archive.arabic.clean import MARK_RANGES, TATWEEL
from archive.arabic.normalize import normalize
from archive.models import Recommendation
from archive.record.held import HeldForState

#: Twice, so that what is rare is suggested too; what stands once is suggested as a word.
LEAST = 2
#: Half a millisecond a text (171 texts: 0.09 s): the first who types after a change waits a second at most.
MOST_TEXTS = 2_000
#: Gone through at every letter that is typed; ten times the real texts reach it.
MOST_TERMS = 3_000

_WORD = re.compile(rf"[\u0621-\u064a{MARK_RANGES}{TATWEEL}]+|[^\s]")
_ARTICLE = re.compile("^(?:[وف]?(?:[بك]?ال|لل))")
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


def begins(words: Sequence[str], start: str) -> bool:
    """Whether one of these folded words, with or without its article, begins the typed text, and the others go on."""
    return any(
        " ".join((word, *words[place + 1 :])).startswith(start)
        for place, whole in enumerate(words)
        for word in dict.fromkeys((whole, whole.removeprefix("و"), _ARTICLE.sub("", whole)))
    )


def current_terms() -> tuple[SuggestedTerm, ...]:
    """The terms of the archive as it is now."""
    return _terms.current()


def find_terms(texts: Iterable[str]) -> tuple[SuggestedTerm, ...]:
    """Two or three words that stand together at least twice, and single words; the most frequent first.

    None begins or ends with a word that carries no subject («لعل الدول الأطراف»).
    """
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


def _read_terms() -> tuple[SuggestedTerm, ...]:
    return find_terms(Recommendation.objects.order_by("pk").values_list("text", flat=True)[:MOST_TEXTS])


_terms = HeldForState(_read_terms)


def _count(words: list[tuple[str, str]], surfaces: dict[tuple[str, ...], Counter[str]]) -> None:
    words = [_without_and(*words[0]), *words[1:]]
    key = tuple(folded for _word, folded in words)
    if all(len(folded) > 2 and folded.isalpha() for folded in key) and not any(map(_joins, (key[0], key[-1]))):
        surface = _MARKS.sub("", " ".join(word for word, _folded in words))
        surfaces.setdefault(key, Counter())[surface] += 1


@lru_cache(maxsize=20_000)
def _without_and(word: str, folded: str) -> tuple[str, str]:
    """«غسل» for «وغسل», where the lexicon knows what remains; «وثيقة» stays."""
    term = analyze_word(word) if folded.startswith("و") else None
    if term is None or not term.known or term.exact.startswith("و"):
        return word, folded
    return word[1:], folded[1:]


@lru_cache(maxsize=20_000)
def _joins(word: str) -> bool:
    if word in _JOINING:
        return True
    term = analyze_word(word)
    return term is None or term.plain


def _is_joined(key: tuple[str, ...], surfaces: dict[tuple[str, ...], Counter[str]]) -> bool:
    """«وتبادل المعلومات», where the same stands without its «و»."""
    return key[0][0] in "وبلف" and (key[0][1:], *key[1:]) in surfaces
