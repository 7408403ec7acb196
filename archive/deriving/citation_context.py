"""What a citation is, and what must be known of a text in order to find those that it makes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from archive.arabic.normalize import normalize
from archive.sources.instruments import DeclaredInstrument
from archive.vocabulary.bodies import BODIES, KnownBody
from archive.vocabulary.instruments import InstrumentNames

CitationKind = Literal[
    "treaty", "treaty_article", "recommendation", "meeting", "document", "resolution", "tool"
]

#: How it is known what is cited. `named`: it is said there. `named_before`: the treaty or the organ is the one that
#: the same text names before. `article_title`: the text gives the article's title. `section`, `document`, `body`: a
#: bare word means what the section is about, the document's title says, or the body deals with. `own_meeting`: a
#: number without a meeting is of the meeting that adopted the text.
CitationGround = Literal[
    "named", "named_before", "article_title", "section", "document", "body", "own_meeting"
]


class CitedRecommendation(NamedTuple):
    """By the number of its meeting (the body stands in `FoundCitation.body`); `letter` is empty or «ك»."""

    meeting: int
    number: int
    letter: str = ""


class CitedResolution(NamedTuple):
    """Number and session, or number and year: an organ counts its resolutions by one of the two."""

    organ: str
    number: int
    session: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """One cited thing at one place; `text` is what stands there, text[start:end] of the text that was read.

    Of a list each member has a place of its own; the articles of a range share one. `paragraph` is written as the UN
    cites it: «3», «3 (أ)», «(أ)». `symbol` is as printed; `copy` tells the second of a doubled
    number of recommendations.
    """

    kind: CitationKind
    start: int
    end: int
    ground: CitationGround
    text: str = ""
    instrument: str = ""
    article: int | None = None
    paragraph: str = ""
    body: str = ""
    meeting: int | None = None
    recommendation: CitedRecommendation | None = None
    symbol: str = ""
    resolution: CitedResolution | None = None
    tool: str = ""
    copy: int | None = None

    @property
    def target(self) -> tuple[object, ...]:
        """What is cited, wherever it stands: two citations of one text with the same target cite one thing.

        Stored citations are known again by it: a symbol in whatever case is the same.
        """
        return (
            self.kind,
            self.instrument,
            self.article,
            self.paragraph,
            self.body,
            self.meeting,
            self.recommendation,
            self.symbol.upper(),
            self.resolution,
            self.tool,
            *((self.copy,) if self.copy else ()),
        )


class KnownInstruments:
    """The treaties that may be cited, ready to be found. Make it once for many texts."""

    def __init__(self, instruments: Iterable[DeclaredInstrument]) -> None:
        known = tuple(instruments)
        self.names = InstrumentNames(known)
        self._numbers = {one.slug: {article.number for article in one.articles} for one in known}
        self._titles = [
            (article.number, normalize(article.title_ar), one.slug)
            for one in known
            for article in one.articles
        ]

    def has_article(self, slug: str, number: int) -> bool:
        """Whether the treaty has this article, as far as is known: of some no articles are declared."""
        numbers = self._numbers.get(slug)
        return not numbers or number in numbers

    def may_have_article(self, slug: str, number: int) -> bool:
        """Whether nothing speaks against it: where all articles from the first to the last are declared, there are no
        others."""
        numbers = self._numbers.get(slug)
        return not numbers or number in numbers or len(numbers) < max(numbers)

    def titles_of(self, number: int) -> list[tuple[str, str]]:
        """Give (normalised title, slug) of the articles of this number."""
        return [(title, slug) for article, title, slug in self._titles if article == number]


@dataclass(frozen=True, slots=True)
class CitationContext:
    """Where a text stands.

    `body` is the symbol of the body whose paper it is, `meeting` the number of the meeting that adopted it or that it
    reports on (None for other papers); `section_titles` run from the outermost inward.
    """

    instruments: KnownInstruments
    bodies: Sequence[KnownBody] = BODIES
    body: str = ""
    meeting: int | None = None
    document_title: str = ""
    section_titles: tuple[str, ...] = ()

    def body_and_parents(self) -> list[KnownBody]:
        """The text's own body and those above it, as far as they are known."""
        by_symbol = {known.symbol: known for known in self.bodies}
        found: list[KnownBody] = []
        known = by_symbol.get(self.body)
        while known is not None and known not in found:
            found.append(known)
            known = by_symbol.get(known.parent or "")
        return found


@lru_cache(maxsize=1024)
def folded_title(title: str) -> str:
    """Give a title as titles are compared; the same ones stand above many texts."""
    return normalize(title).replace(",", "،")
