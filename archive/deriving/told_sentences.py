"""What later papers tell, sentence by sentence: the texts among which follow-ups are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from archive.vocabulary.tool_parts import with_wholes

from .rarity import features_of, rarity_of
from .subject_words import WordReader, Words

# What stands in so many of the recommendations is what the body is about; a paragraph without it is about another
# matter (firearms, wildlife) more often than not. On the real sources any share from .2 to .5 gives the same.
_FIELD = 0.35
# … في هذا الشأن. وأشار المكتب إلى …
_SENTENCE = re.compile(r"(?<=[.؟؛:])\s+|\n")


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a report of `told`: the date of a Secretariat's report, the last day of a meeting's summary.

    `heading` is the nearest one above. Tools, articles and meetings are those that the paragraph names.
    """

    key: str
    text: str
    told: date
    heading: str = ""
    tools: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToldSentences:
    """The sentences of all paragraphs, each with the place of its paragraph, in the order in which they were told.

    `elsewhere`: the paragraph has none of the words of the body's field.
    """

    paragraphs: Sequence[Told]
    of: Sequence[int]
    words: Sequence[Words]
    facts: Sequence[tuple[str, ...]]
    elsewhere: Sequence[bool]

    def later_than(self, day: date) -> int:
        """The number of the first sentence that was told later."""
        return bisect_right(self.of, day, key=lambda place: self.paragraphs[place].told)


def facts_named(tools: Iterable[str], articles: Iterable[str], meetings: Iterable[str]) -> tuple[str, ...]:
    """Give what a passage names as facts: «tool:…», «article:…», «meeting:…»."""
    return (
        *(f"tool:{one}" for one in tools),
        *(f"article:{one}" for one in articles),
        *(f"meeting:{one}" for one in meetings),
    )


def field_of(asked: Sequence[Words]) -> frozenset[str]:
    """Two words in a row that a good part of the recommendations have: «تهريب مهاجر»."""
    counts = rarity_of([features_of(words) for words in asked]).passages_with
    return frozenset(one for one, count in counts.items() if " " in one and count >= _FIELD * len(asked))


def read_sentences(paragraphs: Sequence[Told], reader: WordReader, field: frozenset[str]) -> ToldSentences:
    """Give the sentences of the paragraphs, which stand in the order in which they were told."""
    of, words, facts, elsewhere = [], [], [], []
    for place, paragraph in enumerate(paragraphs):
        said = [reader.read(sentence) for sentence in _SENTENCE.split(paragraph.text) if sentence.strip()]
        whole = map(features_of, [*said, reader.read(paragraph.heading)])
        named = facts_named(with_wholes(paragraph.tools), paragraph.articles, paragraph.meetings)
        of += [place] * len(said)
        words += said
        facts += [named] * len(said)
        elsewhere += [bool(field) and all(map(field.isdisjoint, whole))] * len(said)
    return ToldSentences(paragraphs, of, words, facts, elsewhere)
