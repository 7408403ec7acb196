"""The words of the archive, cached per process and read again when there are others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from archive.arabic.analyze import Term, analyze_held_word, analyze_word
from archive.arabic.english import english_stem, stem_in_english
from archive.arabic.homonyms import told_stems
from archive.arabic.spelling import Forms, Vocabulary
from archive.models import SearchWord

from .backends import Kind
from .english_texts import ENGLISH

#: So that the commonest word weighs log 1.5. Where it weighed 1, «المهاجر» and «التهريب» in a question, which nearly
#: every text has, drowned its subject: of 212 queries judged before any was searched for, nDCG@10 is 0.895, 0.897 and
#: 0.899 with 1.72, 1.0 and 0.5, of their questions 0.818, 0.821 and 0.826; 0.2 is no better.
_COMMONEST = 0.5


class ArchiveWords:
    """The words of one kind of record: for the ladder, and in how many texts a stem stands (about: its forms are
    added up). What only the other kind has is no word of these texts, but none that is misspelt.
    """

    def __init__(
        self,
        texts: dict[str, int],
        shown: dict[str, str],
        others: Collection[str] = (),
        english: Mapping[str, int] | None = None,
        forms: Mapping[str, Forms] | None = None,
        english_stems: Mapping[str, str] | None = None,
    ) -> None:
        """`english`: in how many texts of this kind a word of English texts stands, 0 for those of the other kind.
        `forms` and `english_stems` are those that were written with the words; what lacks them is analysed.
        """
        known, known_english = forms or {}, english_stems or {}
        self._english_words = {exact: count for exact, count in (english or {}).items() if count}
        self._english: dict[str, int] = {}
        for exact, count in (english or {}).items():
            in_english = known_english.get(exact) or english_stem(exact)
            self._english[in_english] = self._english.get(in_english, 0) + count
        self._shown = shown
        self.vocabulary = Vocabulary(texts, known)
        self._by_stem: dict[str, int] = {}
        self._commonest: dict[str, str] = {}
        for exact, count in texts.items():
            own = _stem(exact, known)
            if own is not None:
                self._by_stem[own] = self._by_stem.get(own, 0) + count
                best = self._commonest.setdefault(own, exact)
                if count > texts[best]:
                    self._commonest[own] = exact
        for stem, told, form in told_stems():
            # Words are counted without their neighbours: at most so many texts have it.
            count = texts.get(form, 0) if form else self._by_stem.get(stem, 0)
            if count:
                self._by_stem.setdefault(told, count)
        self._most = max(self._by_stem.values(), default=1)
        elsewhere = (_stem(exact, known) for exact in others)
        self._elsewhere = {stem for stem in elsewhere if stem is not None}

    def holds(self, stem: str) -> bool:
        return stem in self._by_stem

    @property
    def has_english(self) -> bool:
        return bool(self._english)

    @cached_property
    def english_vocabulary(self) -> Vocabulary:
        """The words of the English texts, to be asked what a misspelt one may be."""
        return Vocabulary(self._english_words)

    def holds_english(self, term: Term) -> bool:
        """Whether an English text has a word, in any form, of whatever kind of record."""
        return bool(self._english) and term.kind == "latin" and stem_in_english(term) in self._english

    def english_texts_with(self, stems: tuple[str, ...]) -> int:
        """As `texts_with`, of stems of English texts."""
        return min(self._english.get(stem, int(stem.isdecimal())) for stem in stems)

    def is_elsewhere(self, stem: str) -> bool:
        """Whether a word that these texts have not stands in those of the other kind."""
        return stem in self._elsewhere

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

    def texts_with(self, stems: tuple[str, ...]) -> int:
        """In how many texts these stand, at most: no more than the rarest of them. Of a number one is known."""
        return min(self._by_stem.get(stem, int(stem.isdecimal())) for stem in stems)

    def rarity(self, texts: float) -> float:
        """Of what so many texts have: little for the commonest word, more for what is rarer.

        Several ways together may stand in more texts than the commonest word; they say no less than it, never nothing.
        """
        return log(_COMMONEST + self._most / min(texts, self._most))


def _stem(exact: str, known: Mapping[str, Forms]) -> str | None:
    if own := known.get(exact):
        return own[0]
    term = analyze_held_word(exact)
    return term.stem if term is not None else None


@dataclass(frozen=True, slots=True)
class _CachedWords:
    """What this process remembers: the words of one build of the index, asked for in one state of the data."""

    key: tuple[str, str]
    words: ArchiveWords


_cached: dict[Kind, _CachedWords] = {}


def archive_words(key: tuple[str, str], kind: Kind) -> ArchiveWords:
    """The words of the state of the index with this key. Most changes bring no new word, and the build stays."""
    cached = _cached.get(kind)
    if cached is not None and cached.key == key:
        return cached.words
    same_build = cached is not None and cached.key[0] == key[0]
    words = cached.words if cached is not None and same_build else _read_words(kind)
    _cached[kind] = _CachedWords(key, words)
    return words


def _read_words(kind: Kind) -> ArchiveWords:
    """Of one kind: what the recommendations call otherwise is no slip because a report has the word."""
    rows, english, forms, english_stems = [], {}, {}, {}
    words = SearchWord.objects.values_list("language", "exact", "shown", "texts", "recommendations", "forms")
    for language, exact, form, texts, recommendations, written in words:
        if language == ENGLISH:
            english_stems[exact] = written
            english[exact] = recommendations if kind == "recommendation" else texts - recommendations
        else:
            rows.append((exact, form, texts, recommendations))
            forms[exact] = tuple(written.split(" ")) if written else ()
    shown = {exact: form for exact, form, _, _ in rows}
    recommended = {exact: count for exact, _, _, count in rows if count}
    if not recommended:
        # An index of before they were told apart, until it is built anew.
        recommended = {exact: texts for exact, _, texts, _ in rows}
    reported = {exact: texts - count for exact, _, texts, count in rows if texts > count}
    own, others = (recommended, reported) if kind == "recommendation" else (reported, recommended)
    return ArchiveWords(own, shown, others.keys() - own.keys(), english, forms, english_stems)
