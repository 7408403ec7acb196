"""What may be meant by a query word that the archive does not hold: the lower steps of the ladder.

Latin and Arabic names need no step of their own: their stems are one. A word farther than two edits from every
word of the archive is not guessed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from archive.arabic.analyze import Term, analyze_held_word, analyze_word
from archive.arabic.lexicon import load_lexicon
from archive.arabic.normalize import normalize
from archive.arabic.stem import dotless, skeleton

Way = Literal["form", "skeleton", "dotless", "nearest"]
# A confusion of dots, of letters of one sound or of neighbouring keys is half an edit, and so is a letter that is
# doubled or is not («مسؤلي»، «التوصييات»); one that is lost or added is less than any other edit. Judged queries say
# nothing of it (0.25 and 1.0 give the same): it puts the likelier word before the others.
_LIKELY = 0.5
_LOST = 0.75
#: So much farther a word may be and still be meant: a lost letter beside two that changed places («مراقة» for
#: مراقبة, and not مراهقة alone). The words beside it tell, so both are looked for.
_AS_NEAR = 0.25
_SHORTEST = 3
# Of two letters nearly every pair is a word or an affix; judged queries say nothing of it (2 and 4 give the same).
_LEAST_PART = 3
# The longest words of the five sources have 15 letters («والاستراتيجيات»); with a vowel mark on each letter two of
# them are 60 signs long. A longer word would be cut at every letter for nothing: 9 s for one of 10,000 letters.
_LONGEST_PAIR = 60
#: A word is asked for with its query; each holds a few hundred bytes.
_MOST_REMEMBERED = 1_000
# What makes of one word another of its family: «مخدر» and مخدرات, «حادثة» and حادث, «شرطي» and شرطة.
_FAMILY_ENDINGS = ("", "ه", "ي", "يه", "ات")
# What is written in one word and in two.
_IN_TWO = {"فيما": ("في", "ما"), "عما": ("عن", "ما"), "مما": ("من", "ما"), "حيثما": ("حيث", "ما"), "كيلا": ("كي", "لا")}
_IN_ONE: dict[tuple[str, ...], str] = {two: one for one, two in _IN_TWO.items()}
_CLOSE_LETTERS = (
    "بتثنيئ", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغفق", "كق", "تط", "سص", "ذز", "ضظ", "دض", "اعه", "هخ", "وؤر",
    "ةت", "ايو",
)  # fmt: skip
_KEY_ROWS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ذئءؤرىةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_CLOSE = frozenset(
    [first + second for group in _CLOSE_LETTERS for first in group for second in group if first != second]
    + [row[i] + row[i + 1] for row in _KEY_ROWS for i in range(len(row) - 1)]
    + [row[i + 1] + row[i] for row in _KEY_ROWS for i in range(len(row) - 1)]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the archive (its exact form), by which way it was found, at what distance, in how many texts."""

    word: str
    way: Way
    distance: float
    frequency: int


#: Kinds of terms that have other forms: of a number or a symbol there are none.
_WITH_FORMS = ("word", "latin")

#: Stem, skeleton and dotless form of a word; nothing of what is no word.
Forms = tuple[str, ...]


def held_forms(word: str) -> Forms:
    """Of a word or name that texts of the archive have."""
    term = analyze_held_word(word)
    return _forms_of(term) if term is not None and term.kind in _WITH_FORMS else ()


def lexicon_forms(word: str, stem: str) -> Forms:
    """What the analyser says of a word that the lexicon has with this stem, without asking it for thousands."""
    if word.isalpha():
        return stem, skeleton(stem), dotless(stem if word.isascii() else normalize(word))
    # «sars-cov-2» is read as a symbol.
    term = analyze_held_word(word)
    return _forms_of(term) if term is not None else ()


def _forms_of(term: Term) -> Forms:
    return term.stem, term.skeleton, term.dotless


class Vocabulary:
    """The exact forms that the archive holds with the number of texts of each, ready to be asked.

    Build it once for a state of the index: it costs some microseconds a word of the archive and of the lexicon.
    """

    def __init__(self, frequencies: Mapping[str, int], forms: Mapping[str, Forms] | None = None) -> None:
        """`forms` are those that were written with the words; what lacks them is analysed."""
        self._frequencies = dict(frequencies)
        self._stems: dict[str, int] = {}
        self._by_skeleton: dict[str, list[str]] = {}
        self._by_dotless: dict[str, list[str]] = {}
        self._by_length: dict[int, list[tuple[str, int]]] = {}
        self._remembered: dict[tuple[str, int], tuple[Candidate, ...]] = {}
        known = forms or {}
        for word, frequency in self._frequencies.items():
            own = known.get(word) or held_forms(word)
            if own:
                self._stems[own[0]] = self._stems.get(own[0], 0) + frequency
                self._add(word, own)
        # Other forms of what it holds: «جواثح» means جوائح where the texts have جائحة only.
        lexicon = load_lexicon()
        for word, stem in (lexicon.lemma_of | lexicon.name_of).items():
            if stem in self._stems and word not in self._frequencies and stem not in lexicon.plain:
                self._add(word, lexicon_forms(word, stem))

    def _add(self, word: str, forms: Forms) -> None:
        if not forms:
            return
        _stem, bones, plain = forms
        self._by_skeleton.setdefault(bones, []).append(word)
        self._by_dotless.setdefault(plain, []).append(word)
        self._by_length.setdefault(len(word), []).append((word, _letters(word)))

    def remember(self, key: tuple[str, int], find: Callable[[], tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
        """What was found for a word, for whoever asks again: the next page, one facet more."""
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered = {}
            found = self._remembered[key] = find()
        return found

    def holds(self, term: Term) -> bool:
        """Whether a text of the archive holds the word, in this or another form."""
        return term.exact in self._frequencies or term.stem in self._stems

    def frequency(self, word: str) -> int:
        return self._frequencies.get(word, 0)

    def with_skeleton(self, skeleton: str) -> list[str]:
        return self._by_skeleton.get(skeleton, [])

    def with_dotless(self, dotless: str) -> list[str]:
        return self._by_dotless.get(dotless, [])

    def family_of(self, word: str) -> list[str]:
        """Words that differ from the given one (folded, without article) by its ending alone."""
        bases = [word.removesuffix(ending) for ending in _FAMILY_ENDINGS if word.endswith(ending)]
        forms = [base + ending for base in bases if len(base) >= _LEAST_PART for ending in _FAMILY_ENDINGS]
        # A stem is a word too: «حادث» where the texts have حوادث only.
        return [form for form in dict.fromkeys(forms) if form in self._frequencies or form in self._stems]

    def of_lengths(self, lengths: Iterable[int]) -> Iterable[tuple[str, int]]:
        for length in lengths:
            yield from self._by_length.get(length, ())


def suggest(word: str, vocabulary: Vocabulary, limit: int = 3) -> tuple[Candidate, ...]:
    """Give the words of the archive that a word unknown to it may mean, the likeliest first.

    Empty when the archive holds the word, when it is a number or symbol, and when nothing is near.
    The first step that finds something ends the search: another ending, dotless form, skeleton, nearest word.
    """
    return vocabulary.remember((word, limit), lambda: _suggest(word, vocabulary, limit))


def _suggest(word: str, vocabulary: Vocabulary, limit: int) -> tuple[Candidate, ...]:
    term = analyze_word(word)
    if term is None or term.kind in ("number", "symbol") or term.plain or vocabulary.holds(term):
        return ()
    spelled = _as_spelled(term)
    if family := forms_of(term, vocabulary, limit):
        return family
    steps: tuple[tuple[Way, list[str]], ...] = (
        ("dotless", vocabulary.with_dotless(term.dotless) if len(term.dotless) > 3 else []),
        ("skeleton", vocabulary.with_skeleton(term.skeleton) if len(term.skeleton) > 2 else []),
    )
    # A word that the lexicon knows is spelled as it is meant: another form of it at most.
    edits = 1 if term.known else 2
    found = []
    for way, words in steps:
        # A skeleton leaves much open: what it finds has to look like the word.
        near = [(w, distance(spelled, w, edits)) for w in words]
        found += [Candidate(w, way, d, vocabulary.frequency(w)) for w, d in near if d is not None]
    if found:
        return _best(found, limit)
    return () if term.known else _best(_nearest(spelled, vocabulary, most_edits(spelled)), limit)


def forms_of(term: Term, vocabulary: Vocabulary, limit: int = 3) -> tuple[Candidate, ...]:
    """Give the words of the archive of the same family: other endings of what is spelled as it is meant."""
    family = vocabulary.family_of(_as_spelled(term))
    return _best([Candidate(word, "form", 0.0, vocabulary.frequency(word)) for word in family], limit)


def split_in_two(word: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Give the two words of the archive that were typed without a space («حقوقالإنسان»), the commonest pair.

    Each has three letters at least and is no mere link: else many a misspelt word would fall apart. None where no
    cut gives two words, and for a word longer than any two.
    """
    if len(word) > _LONGEST_PAIR:
        return None
    best: tuple[int, tuple[str, str]] | None = None
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        parts = word[:at], word[at:]
        rarer = min(_frequency_alone(part, vocabulary) for part in parts)
        if rarer and (best is None or rarer > best[0]):
            best = rarer, parts
    return best[1] if best else None


def other_spellings(row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give the words in a row as others write them: «فيما» in two, «في ما» in one."""
    found = []
    for place, word in enumerate(row):
        if word in _IN_TWO:
            found.append((*row[:place], *_IN_TWO[word], *row[place + 1 :]))
        if row[place : place + 2] in _IN_ONE:
            found.append((*row[:place], _IN_ONE[row[place : place + 2]], *row[place + 2 :]))
    return found


def _frequency_alone(part: str, vocabulary: Vocabulary) -> int:
    term = analyze_word(part)
    return vocabulary.frequency(term.exact) if term and term.kind == "word" and not term.plain else 0


def _as_spelled(term: Term) -> str:
    """The word without article: unknown words keep theirs in `exact`."""
    return term.exact[-len(term.dotless) :]


def _best(found: list[Candidate], limit: int) -> tuple[Candidate, ...]:
    """The nearest, the more frequent first, one form of each stem."""
    found.sort(key=lambda candidate: (candidate.distance, -candidate.frequency, candidate.word))
    best: list[Candidate] = []
    stems: set[str] = set()
    for candidate in found:
        term = analyze_word(candidate.word)
        reach = found[0].distance + (0.0 if candidate.word.isascii() else _AS_NEAR)
        if term is None or term.stem in stems or candidate.distance > reach:
            continue
        stems.add(term.stem)
        best.append(candidate)
    return tuple(best[:limit])


def most_edits(word: str) -> int:
    """How many edits a word may be away: none below four letters, two from six.

    In the words of the five sources one of three letters has 5 others within one edit, one of five 20 within two;
    one of four has 3 within one, one of six 8 within two. An English word is one edit away at most: most that are
    not known here are words of their own («search» is no slip for beach).
    """
    length = len(word)
    if length == _SHORTEST and not word.isascii():
        return 1
    return 0 if length < 4 else 1 if length < 6 or word.isascii() else 2


def _nearest(word: str, vocabulary: Vocabulary, edits: int) -> list[Candidate]:
    if not edits:
        return []
    letters = _letters(word)
    found = []
    # Of three letters, one was lost («الشهود» typed «الهود»): of any other slip too much may be meant.
    lengths = (len(word) + 1,) if len(word) == _SHORTEST else range(len(word) - edits, len(word) + edits + 1)
    for other, others in vocabulary.of_lengths(lengths):
        # Each edit changes the set of letters by two at most.
        if (letters ^ others).bit_count() <= 2 * edits and other.isascii() == word.isascii():
            away = distance(word, other, edits)
            if away is not None:
                found.append(Candidate(other, "nearest", away, vocabulary.frequency(other)))
    return found


def _letters(word: str) -> int:
    """The set of letters as bits; two letters may share a bit, which only lets more pass."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits


def distance(first: str, second: str, edits: int) -> float | None:
    """Give the Damerau-Levenshtein distance within a band of `edits`; None when it is more edits away.

    Adjacent letters swapped count as one edit. Likely confusions cost half in the figure, but a whole edit in
    the band, so that four confusions never pass as two edits.
    """
    if abs(len(first) - len(second)) > edits:
        return None
    far = (edits + 1, float(edits + 1))
    before: list[tuple[int, float]] = []
    previous = [(j, float(j)) if j <= edits else far for j in range(len(second) + 1)]
    for i, a in enumerate(first, 1):
        row = [(i, float(i)) if i <= edits else far] + [far] * len(second)
        for j in range(max(1, i - edits), min(len(second), i + edits) + 1):
            b = second[j - 1]
            steps, cost = previous[j - 1]
            best = (steps, cost) if a == b else (steps + 1, cost + (_LIKELY if a + b in _CLOSE else 1.0))
            steps, cost = previous[j]
            best = min(best, (steps + 1, cost + (_LIKELY if i > 1 and a == first[i - 2] else _LOST)))
            steps, cost = row[j - 1]
            best = min(best, (steps + 1, cost + (_LIKELY if j > 1 and b == second[j - 2] else _LOST)))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                steps, cost = before[j - 2]
                best = min(best, (steps + 1, cost + _LIKELY))
            row[j] = best
        if min(row)[0] > edits:
            return None
        before, previous = previous, row
    steps, cost = previous[-1]
    return cost if steps <= edits else None
