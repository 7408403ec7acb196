"""The words of the archive, cached per process and read again when there are others."""

from dataclasses import dataclass
from math import log

from django.db.models import Count, Max

from archive.arabic.analyze import Term, analyze_word
from archive.arabic.spelling import Vocabulary
from archive.models import SearchWord

#: So that the rarity of the commonest word is log e: 1.
_E_MINUS_ONE = 1.72


class ArchiveWords:
    """The vocabulary for the ladder, and in how many texts a stem stands (about: its forms are added up)."""

    def __init__(self, texts: dict[str, int], shown: dict[str, str]) -> None:
        self._shown = shown
        self.vocabulary = Vocabulary(texts)
        self._by_stem: dict[str, int] = {}
        self._commonest: dict[str, str] = {}
        for exact, count in texts.items():
            term = analyze_word(exact)
            if term is not None:
                self._by_stem[term.stem] = self._by_stem.get(term.stem, 0) + count
                best = self._commonest.setdefault(term.stem, exact)
                if count > texts[best]:
                    self._commonest[term.stem] = exact
        self._most = max(self._by_stem.values(), default=1)

    def holds(self, stem: str) -> bool:
        return stem in self._by_stem

    def holds_all(self, stems: tuple[str, ...]) -> bool:
        """Numbers are no words: what holds them is not known here."""
        return all(stem in self._by_stem or stem.isdecimal() for stem in stems)

    def commonest(self, stem: str) -> str:
        """The form in which most texts have it, as people write it."""
        return self.shown(self._commonest.get(stem, stem))

    def shown(self, exact: str) -> str:
        return self._shown.get(exact, exact)

    def misread(self, term: Term) -> list[Term]:
        """Forms in the archive that differ from the word by dots alone and that no lexicon knows: bad copies."""
        found = [analyze_word(word) for word in self.vocabulary.with_dotless(term.dotless)]
        return [one for one in found if one and not one.known and one.stem != term.stem]

    def rarity(self, stem: str) -> float:
        """About 1 for the commonest word, more for rarer ones."""
        return log(_E_MINUS_ONE + self._most / self._by_stem.get(stem, 1))


@dataclass(frozen=True, slots=True)
class _CachedWords:
    """What this process remembers: for one state of the data, and what told that the words are those."""

    key: tuple[str, int]
    told: object
    words: ArchiveWords


_cached: dict[str, _CachedWords] = {}


def archive_words(key: tuple[str, int]) -> ArchiveWords:
    """The words of the state of the index with this key. Most changes of data bring no new word."""
    cached = _cached.get("words")
    if cached is not None and cached.key == key:
        return cached.words
    told = (key[0], SearchWord.objects.aggregate(Max("pk"), Count("pk")))
    if cached is None or cached.told != told:
        rows = list(SearchWord.objects.values_list("exact", "shown", "texts"))
        texts, shown = {exact: count for exact, _, count in rows}, {exact: form for exact, form, _ in rows}
        words = ArchiveWords(texts, shown)
    else:
        words = cached.words
    _cached["words"] = _CachedWords(key, told, words)
    return words
