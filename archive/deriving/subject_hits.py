"""Where the rules for subjects hit a passage, and how much each hit counts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.arabic.analyze import Term, analyze

from .operative import FoundClause
from .subject_places import SentenceRole, place_words
from .subject_rules import PreparedRules, RulesByStem, WordRule, words_of

# Words of one rule belong together up to this distance, counted in words: about a line. On the real recommendations 8
# and 30 give the same, since a comma mostly ends it before.
_WINDOW = 15


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article of a treaty that a passage cites, from `start` to `end` in its text."""

    instrument: str
    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SubjectPassage:
    """A chapeau, a whole recommendation or a lettered item (then with its label).

    `clauses` are its own ones. `terms`: the text analysed, where that was done already.
    """

    text: str
    clauses: tuple[FoundClause, ...] = ()
    articles: tuple[CitedArticle, ...] = ()
    label: str = ""
    terms: Sequence[Term] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """What speaks for a topic. `shown`: the words as they stand there; `words`: their numbers in the passage."""

    topic: str
    share: float
    place: SentenceRole
    shown: str
    words: frozenset[int]
    rule: tuple[str, ...]


def find_hits(passage: SubjectPassage, rules: PreparedRules) -> dict[str, list[Hit]]:
    """Give by topic what speaks for it in a passage, the strongest first.

    What several rules find in the same words counts once, and so does what one rule finds in several places.
    """
    reader = _Reader(passage)
    excluded: defaultdict[str, set[int]] = defaultdict(set)
    for rule in reader.possible(rules.exclusions):
        for numbers in reader.side_by_side(rule.stems):
            excluded[rule.topic].update(numbers)
    hits = [
        reader.hit(rule, numbers)
        for by_stem, find in ((rules.phrases, reader.side_by_side), (rules.words, reader.together))
        for rule in reader.possible(by_stem)
        for numbers in find(rule.stems)
        if excluded[rule.topic].isdisjoint(numbers)
    ]
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in [*hits, *reader.articles(rules)]:
        found[hit.topic].append(hit)
    return {topic: _apart(hits) for topic, hits in found.items()}


def _apart(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    taken: set[int] = set()
    used: set[tuple[str, ...]] = set()
    for hit in sorted(hits, key=lambda hit: -hit.share):
        if taken.isdisjoint(hit.words) and hit.rule not in used:
            kept.append(hit)
            taken |= hit.words
            used.add(hit.rule)
    return kept


class _Reader:
    """One passage, its words numbered, each with its place."""

    def __init__(self, passage: SubjectPassage) -> None:
        self.passage = passage
        self.words = words_of(analyze(passage.text) if passage.terms is None else passage.terms)
        self.places = place_words(passage.text, self.words, passage.clauses, is_item=bool(passage.label))
        self.numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            self.numbers[word.stem].append(number)

    def possible(self, by_stem: RulesByStem) -> Iterator[WordRule]:
        """The rules whose stems all stand somewhere in the passage."""
        for stem in self.numbers:
            for rule in by_stem.get(stem, ()):
                if all(stem in self.numbers for stem in rule.stems):
                    yield rule

    def side_by_side(self, stems: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
        """Where the stems follow one another between two commas; plain words may stand between them."""
        for first in self.numbers[stems[0]]:
            if numbers := self._followed(first, stems):
                yield numbers

    def _followed(self, first: int, stems: tuple[str, ...]) -> tuple[int, ...]:
        numbers = [first]
        for number in range(first + 1, len(self.words)):
            if len(numbers) == len(stems) or self.places[number].stretch != self.places[first].stretch:
                break
            if self.words[number].stem == stems[len(numbers)]:
                numbers.append(number)
            elif not self.words[number].plain:
                break
        return tuple(numbers) if len(numbers) == len(stems) else ()

    def together(self, stems: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
        """Where the stems stand between two commas, near one another in any order: each the nearest to the first."""
        for first in self.numbers[stems[0]]:
            numbers = tuple(min(self.numbers[stem], key=lambda number: abs(number - first)) for stem in stems)
            near = max(numbers) - min(numbers) < _WINDOW
            if near and len({self.places[number].stretch for number in numbers}) == 1:
                yield numbers

    def hit(self, rule: WordRule, numbers: tuple[int, ...]) -> Hit:
        """The hit of a rule, which counts as much as the place of its words that counts least."""
        place = min((self.places[number].place for number in numbers), key=lambda place: place.factor)
        shown = "» و«".join(self.text_of(run) for run in _runs(sorted(set(numbers))))
        return Hit(rule.topic, rule.share * place.factor, place, f"«{shown}»", frozenset(numbers), rule.stems)

    def articles(self, rules: PreparedRules) -> Iterator[Hit]:
        """The hits of the articles that the passage cites, each where it is cited."""
        for cited in self.passage.articles:
            article = (cited.instrument, cited.article)
            placed = zip(self.words, self.places, strict=True)
            place = next((where.place for word, where in placed if word.end > cited.start), SentenceRole.CONTEXT)
            shown = f"«{self.passage.text[cited.start : cited.end]}»"
            for topic, share in rules.articles.get(article, ()):
                yield Hit(topic, share * place.factor, place, shown, frozenset(), (article[0], str(article[1])))

    def text_of(self, run: list[int]) -> str:
        """The words from the first to the last of a run as they stand there."""
        return " ".join(self.passage.text[self.words[run[0]].start : self.words[run[-1]].end].split())


def _runs(numbers: list[int]) -> list[list[int]]:
    """Numbers that follow one another stand in one list."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
