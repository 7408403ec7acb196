"""From typed words to ways of meeting them: as typed, mended, as a name, as the nearest word, as related words."""

from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from archive.arabic.analyze import Term, analyze_word
from archive.arabic.english import stem_in_english
from archive.arabic.spelling import forms_of, other_spellings, suggest
from archive.arabic.synonyms import Alternative, Synonyms

from .names_in_words import name_synonyms
from .query import MOST_PARTS, Query
from .slips import mend_slips
from .typed_words import TypedWord, typed_words
from .understood import Notice, NoticeKind, Sought, Understood, Way
from .words import ArchiveWords

# What a way weighs beside the typed word (1): the surer it is that it means the same, the more. Only the order
# matters. The judged queries (evaluate_search, nDCG@10 of both files) do not change when a name weighs 0.6 or 1.0, a
# word taken instead of an unknown one 0.5 or 1.0, a misread form 0.35 or 1.0, and hardly (0.819, 0.820) when the
# part of a name weighs 0.25. Related words lose by either side of 0.4: 0.962 and 0.818 at 0.2, 0.962 and 0.814 at 0.8,
# of 0.963 and 0.819.
_NAME = 0.9
_PART = 0.5
_INSTEAD = 0.8
#: … and is not the nearest one: the words beside it have to tell.
_FARTHER = 0.4
_MISREAD = 0.7
_RELATED = 0.4
_NOTICE_OF: dict[str, NoticeKind] = {
    "form": "spelling", "dotless": "spelling", "skeleton": "spelling", "nearest": "nearest",
}  # fmt: skip
#: To look for the nearest word costs most of all: beyond so many words nobody is helped.
_MOST_GUESSES = 12
#: A word means one of so many at most.
_MOST_MEANT = 3
#: Characters of what was left out that a notice shows: about a line.
_SHORTENED = 60


def understand(query: Query, words: ArchiveWords, synonyms: Synonyms, *, exact: bool = False) -> Understood:
    """Give what to look for. With `exact` every word is taken as typed."""
    typed, more = _cut(typed_words(query))
    left_out = " ".join([*more, query.left_out]).strip()
    notices = [Notice("cut", left_out[:_SHORTENED])] if left_out else []
    if exact:
        sought = tuple(_as_typed(word, words) for word in typed)
    else:
        meant, slips = mend_slips(query, typed, words)
        if slips:
            typed, _ = _cut(typed_words(meant))
            notices += slips
        sought = tuple(_Ladder(words, synonyms).climb(typed, notices))
    return Understood(query.typed, sought, _joined(notices), exact)


def _cut(words: list[TypedWord]) -> tuple[list[TypedWord], list[str]]:
    """The words that are searched for, and what is left out. Between two blanks a thousand words may stand («أ،ب،ج»):
    1,600 of them cost 40 s.
    """
    return words[:MOST_PARTS], [word.typed for word in words[MOST_PARTS:]]


def _joined(notices: list[Notice]) -> tuple[Notice, ...]:
    """One notice for what was done to a word in one way."""
    shown: dict[tuple[NoticeKind, str], list[str]] = {}
    for notice in notices:
        shown.setdefault((notice.kind, notice.typed), []).extend(notice.shown)
    return tuple(Notice(kind, typed, tuple(dict.fromkeys(forms))) for (kind, typed), forms in shown.items())


def _as_typed(word: TypedWord, words: ArchiveWords) -> Sought:
    english = (Way(word.exact, "english_exact"),) if _in_english(word, words) else ()
    return _sought(word, (Way(word.exact, "exact"), *english))


def _in_english(word: TypedWord, words: ArchiveWords) -> list[Way]:
    """How English texts have it, or the headings above them; numbers alone are asked of the Arabic text."""
    if not words.has_english or {term.kind for term in word.terms} - {"number"} != {"latin"}:
        return []
    return [Way(tuple(map(stem_in_english, word.terms)), "english")]


def _sought(word: TypedWord, ways: tuple[Way, ...]) -> Sought:
    return Sought(word.typed, ways, word.exact, word.is_phrase, word.is_excluded, word.is_plain)


class _Guess(NamedTuple):
    """A word of the archive that an unknown one may mean; `shown` is the form for people, `in_english` the stem of one
    of English texts.
    """

    stem: str
    kind: NoticeKind
    shown: str
    distance: float
    in_english: str = ""

    def way(self, nearest: float) -> Way:
        weight = _INSTEAD if self.distance == nearest else _FARTHER
        if self.in_english:
            return Way((self.in_english,), "english", weight)
        return Way((self.stem,), weight=weight)


class _Ladder:
    """The steps for one query."""

    def __init__(self, words: ArchiveWords, synonyms: Synonyms) -> None:
        self.words = words
        self.synonyms = synonyms
        self.guesses = 0
        self.named_together: set[int] = set()

    def climb(self, typed: list[TypedWord], notices: list[Notice]) -> list[Sought]:
        added: dict[int, list[Way]] = {index: [] for index in range(len(typed))}
        meant = [word.stems for word in typed]
        self._add_alternatives(typed, meant, range(len(typed)), added, notices)
        instead: dict[int, list[Way]] = {}
        for index, word in enumerate(typed):
            if self._is_unknown(word) and not added[index]:
                guesses = self._guessed(word, notices)
                instead[index] = [one.way(guesses[0].distance) for one in guesses]
                meant[index] = (guesses[0].stem,) if guesses else word.stems
        if any(instead.values()):
            # A word that was misspelt has names and related words too, once it is understood.
            self._add_alternatives(typed, meant, instead, added, notices)
        sought = []
        for index, word in enumerate(typed):
            if word.is_excluded:
                ways = [Way(word.stems)]
            elif len(word.terms) > 1:
                row = tuple(self._meant(term, word.typed, notices) for term in word.terms)
                ways = [Way(row), *(Way(one) for one in other_spellings(row)), *added[index]]
            else:
                ways = [
                    *self._of_word(word, notices, index in self.named_together),
                    *instead.get(index, []),
                    *added[index],
                ]
            sought.append(_sought(word, tuple(dict.fromkeys([*ways, *_in_english(word, self.words)]))))
        return sought

    def _is_unknown(self, word: TypedWord) -> bool:
        """Whether a word by itself stands in no text, in no form."""
        term = word.terms[0]
        open_to_guess = not (
            word.is_excluded or len(word.terms) > 1 or word.is_plain or term.kind == "number"
        )
        return open_to_guess and not self.words.holds(term.stem) and not self.words.holds_english(term)

    def _of_word(self, word: TypedWord, notices: list[Notice], is_part: bool) -> list[Way]:
        term = word.terms[0]
        # «case law» is سوابق قضائية, and «قضية» with «قانون» only if need be.
        typed = [Way((term.stem,), weight=_PART if is_part and term.kind == "latin" else 1.0)]
        if self._is_unknown(word):
            return typed
        if term.kind == "latin" and not self.words.vocabulary.frequency(term.exact):
            self._say_name(term, word, notices)
        return typed + self._misread(term, word, notices)

    def _guessed(self, word: TypedWord, notices: list[Notice]) -> list[_Guess]:
        """What an unknown word may mean: the likeliest words of the archive, the nearest first."""
        candidates = self._suggest(word.terms[0])
        if candidates:
            notices.append(Notice(candidates[0].kind, word.typed, tuple(one.shown for one in candidates)))
        else:
            notices.append(Notice("unknown", word.typed))
        return candidates

    def _say_name(self, term: Term, word: TypedWord, notices: list[Notice]) -> None:
        if term.stem != term.exact:
            # Before the longer forms of the name: this one is what the texts have.
            notices.insert(0, Notice("name", word.typed, (self.words.commonest(term.stem),)))

    def _misread(self, term: Term, word: TypedWord, notices: list[Notice]) -> list[Way]:
        found = self.words.misread(term) if term.kind == "word" and len(term.dotless) > 3 else []
        if found:
            notices.append(Notice("also", word.typed, tuple(self.words.shown(one.exact) for one in found)))
        return [Way((one.stem,), weight=_MISREAD) for one in found]

    def _suggest(self, term: Term) -> list[_Guess]:
        """The words that an unknown one may mean, the nearest first."""
        self.guesses += 1
        if self.guesses > _MOST_GUESSES:
            return []
        if self.words.is_elsewhere(term.stem):
            # Spelled as it is meant: another form of it at most.
            found = forms_of(term, self.words.vocabulary)
        else:
            # A word of the thesaurus may be misspelt too: it leads to words of the texts.
            found = suggest(term.surface, self.words.vocabulary) or suggest(
                term.surface, self.synonyms.vocabulary
            )
        meant = [(one, analyze_word(one.word)) for one in found]
        guesses = [
            _Guess(term.stem, _NOTICE_OF[one.way], self._shown(one.word, term), one.distance)
            for one, term in meant
            if term
        ]
        if term.kind == "latin" and self.words.has_english:
            # What stands in the Arabic texts too comes first where both are as near.
            guesses = sorted([*guesses, *self._in_english_texts(term)], key=lambda one: one.distance)[:_MOST_MEANT]
        return guesses

    def _in_english_texts(self, term: Term) -> list[_Guess]:
        """Words of English texts; those of one stem are one."""
        found: dict[str, _Guess] = {}
        for one in suggest(term.surface, self.words.english_vocabulary):
            near = analyze_word(one.word)
            if near is not None:
                stem = stem_in_english(near)
                found.setdefault(stem, _Guess(near.stem, _NOTICE_OF[one.way], one.word, one.distance, stem))
        return list(found.values())

    def _shown(self, word: str, term: Term) -> str:
        """A form that the texts have: the candidate may be another form of it."""
        return (
            self.words.shown(word)
            if self.words.vocabulary.frequency(word)
            else self.words.commonest(term.stem)
        )

    def _meant(self, term: Term, typed: str, notices: list[Notice]) -> str:
        """For a word within a phrase: its stem, or that of the likeliest word of the archive."""
        if term.plain or term.kind == "number" or self.words.holds(term.stem) or self.words.holds_english(term):
            return term.stem
        candidates = self._suggest(term)
        if not candidates:
            notices.append(Notice("unknown", term.surface))
            return term.stem
        notices.append(Notice(candidates[0].kind, term.surface, (candidates[0].shown,)))
        return candidates[0].stem

    def _add_alternatives(
        self,
        typed: list[TypedWord],
        meant: list[tuple[str, ...]],
        among: Container[int],
        added: dict[int, list[Way]],
        notices: list[Notice],
    ) -> None:
        """Names and related words stand for a word or for a run of words: then for each word of the run.

        Only for runs that have one of the words `among` at least.
        """
        kinds: tuple[tuple[NoticeKind, float, bool], ...] = (
            ("name", _NAME, False),
            ("thesaurus", _RELATED, True),
        )
        for (kind, weight, is_related), synonyms in zip(kinds, (name_synonyms(), self.synonyms), strict=True):
            # Words of the frame are no subject, and may belong to one: «لماذا يهاجرون», «دور المصارف».
            runs = [
                (index, stem)
                for index, word in enumerate(typed)
                if not word.is_excluded and not (word.has_no_subject if is_related else word.is_plain)
                for stem in meant[index]
            ]
            size = Counter(index for index, _ in runs)
            for found in synonyms.alternatives([stem for _, stem in runs]):
                span = list(dict.fromkeys(runs[place][0] for place in found.places))
                whole = sum(size[index] for index in span) == len(found.places)
                if not whole or not any(index in among for index in span):
                    continue
                if all(typed[index].is_plain for index in span):
                    continue
                if is_related and any(typed[index].is_phrase for index in span):
                    # Quotes mean the words.
                    continue
                if not self.words.holds_all(found.stems):
                    if is_related and not all(self.words.holds_all(meant[index]) for index in span):
                        self._add_through(found, span, typed, added, notices)
                    continue
                if kind == "name" and len(span) > 1:
                    self.named_together.update(span)
                for index in span:
                    # Of a word that no text has, the related ones are what is meant.
                    worth = weight if self.words.holds_all(meant[index]) else max(weight, _INSTEAD)
                    added[index].append(Way(found.stems, weight=worth, is_related=is_related))
                as_typed = " ".join(typed[index].typed for index in span)
                notices.append(Notice(kind, as_typed, (found.written,)))
                is_lone = is_related and len(span) == 1 and not self.words.holds_all(meant[span[0]])
                is_foreign = kind == "name" and all(
                    term.kind == "latin" for i in span for term in typed[i].terms
                )
                if (is_lone or is_foreign) and not any(typed[index].is_phrase for index in span):
                    self._add_through(found, span, typed, added, notices)

    def _add_through(
        self,
        found: Alternative,
        span: list[int],
        typed: list[TypedWord],
        added: dict[int, list[Way]],
        notices: list[Notice],
    ) -> None:
        """What is related to a related word that stands for one that no text has, or to an English one: a chain may
        lead through words that no text has either («طرد»، ترحيل، إعادة).
        """
        as_typed = " ".join(typed[index].typed for index in span)
        for other in self._related_to(found.stems):
            for index in span:
                added[index].append(Way(other.stems, weight=_RELATED, is_related=True))
            notices.append(Notice("thesaurus", as_typed, (other.written,)))

    def _related_to(self, stems: tuple[str, ...]) -> list[Alternative]:
        """What the thesaurus has for these words."""
        found = [one for one in self.synonyms.alternatives(stems) if len(one.places) == len(stems)]
        return [one for one in found if self.words.holds_all(one.stems)]
