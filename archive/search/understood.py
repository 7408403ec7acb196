"""What became of the typed words: data for the page, for JSON and for the highlighter."""

from dataclasses import dataclass
from typing import Literal

#: What was done instead of, or besides, taking the words as typed:
#: - "cut": the text was too long; `typed` is what was left out, shortened;
#: - "name": another form of a name (INTERPOL, الإنتربول);
#: - "spelling": another spelling, form or optical misreading of the word, instead of it; also the word that the
#:   keys write on the other layout, or that a blank had split;
#: - "nearest": the nearest words of the archive, instead of it;
#: - "also": misread forms of the word in the copies, besides it;
#: - "thesaurus": related words that an editor keeps, besides it;
#: - "unknown": no text has this word, and nothing near it is known.
NoticeKind = Literal["cut", "name", "spelling", "nearest", "also", "thesaurus", "unknown"]

_INSTEAD = ("name", "spelling", "nearest")


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that was done: `typed` as the reader wrote it, `shown` the words of the archive."""

    kind: NoticeKind
    typed: str
    shown: tuple[str, ...] = ()


#: The columns in which English texts are met.
ENGLISH_FIELDS = ("english_exact", "english")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet what is sought: these terms in a row, in this column.

    What is typed weighs 1. `is_related` marks what an editor's thesaurus adds: found after all the rest.
    """

    terms: tuple[str, ...]
    field: Literal["exact", "stem", "english_exact", "english"] = "stem"
    weight: float = 1.0
    is_related: bool = False

    @property
    def is_english(self) -> bool:
        """Whether it is met in the English text of a record."""
        return self.field in ENGLISH_FIELDS

    @property
    def has_stems(self) -> bool:
        return self.field in ("stem", "english")


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or phrase of the query. A text meets it if it has one of the ways.

    `exact` are the exact forms of what was typed, for rank. A word without a subject («في») is `is_plain`: it is
    searched for only in phrases.
    """

    typed: str
    ways: tuple[Way, ...]
    exact: tuple[str, ...] = ()
    is_phrase: bool = False
    is_excluded: bool = False
    is_plain: bool = False

    @property
    def may_part(self) -> bool:
        """Whether its words count apart from each other too: «المادتين 16 و18» for «المادة 18»."""
        return len(self.exact) > 1 and not self.is_phrase


@dataclass(frozen=True, slots=True)
class Understood:
    """The query as it was understood; `words` in typed order, phrases among them."""

    typed: str = ""
    words: tuple[Sought, ...] = ()
    notices: tuple[Notice, ...] = ()
    exact: bool = False

    @property
    def wanted(self) -> tuple[Sought, ...]:
        """What a text should have: without the plain words, unless there is nothing else."""
        words = tuple(word for word in self.words if not word.is_excluded)
        return tuple(word for word in words if not word.is_plain) or words

    @property
    def in_english(self) -> bool:
        """Whether English texts are searched."""
        return any(way.is_english for word in self.wanted for way in word.ways)

    @property
    def excluded(self) -> tuple[Sought, ...]:
        return tuple(word for word in self.words if word.is_excluded)

    @property
    def is_empty(self) -> bool:
        """Whether there is no word at all to search for."""
        return not self.words

    @property
    def was_changed(self) -> bool:
        """Whether the reader may want to insist on the typed form."""
        return any(notice.kind not in ("cut", "unknown") for notice in self.notices)

    def __str__(self) -> str:
        """The query in the words that were searched for."""
        return " ".join(self._shown(word) for word in self.words)

    def _shown(self, word: Sought) -> str:
        instead = (
            notice for notice in self.notices if notice.kind in _INSTEAD and notice.typed == word.typed
        )
        text = next((notice.shown[0] for notice in instead if notice.shown), word.typed)
        return ("-" if word.is_excluded else "") + (f"«{text}»" if word.is_phrase else text)
