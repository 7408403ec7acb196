"""What is given out: which recommendations and lettered items, in which order, and what the file says of itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Prefetch

from archive.display.names.language import is_english
from archive.display.names.titles import provisional_mark, recommendation_figure
from archive.display.relations.register import asks_of
from archive.filters.finding import fetch
from archive.models import FollowUp, OperativeClause, Recommendation, Subparagraph
from archive.models.recommendation import RecommendationQuerySet
from archive.parsing.printed_text import whole_text

from .languages import ARABIC, SaidPassage, say, usual_languages

#: So many records are read at a time: a long file streams in little memory, by keys, through a pooler too.
PORTION = 200


class Wanted(NamedTuple):
    """A recommendation by its key; with a position the lettered item alone."""

    key: int
    letter: int = 0


@dataclass(frozen=True, slots=True)
class GivenSelection:
    """A selection in its order. `asked` says it in words, as pairs of label and value; `pairs` as parameters.

    `page` is the whole address of the page that shows it, `absolute` makes whole addresses of paths. `notes` are
    sentences about what could not be followed, `unknown` the items that the archive does not have. `name` is what
    the file is called, in letters of ASCII; `generated` is when.
    """

    wanted: Sequence[Wanted]
    title: str
    name: str
    page: str
    generated: datetime
    absolute: Callable[[str], str]
    asked: Sequence[tuple[str, str]] = ()
    pairs: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    unknown: Sequence[str] = ()
    #: Of each text the clauses that ask one of these to act; all clauses where nobody is named.
    actors: Sequence[str] = ()
    #: In which the texts stand, the reader's own first.
    languages: Sequence[str] = field(default_factory=usual_languages)

    @property
    def count(self) -> int:
        return len(self.wanted)


@dataclass(frozen=True, slots=True)
class GivenText:
    """A recommendation that is given out, or one lettered item of it under its number and chapeau."""

    row: Recommendation
    item: Subparagraph | None = None
    actors: Sequence[str] = ()
    languages: Sequence[str] = (ARABIC,)

    @property
    def clauses(self) -> list[OperativeClause]:
        """Those that are in force and, of a register, ask one of its actors."""
        return [one for one in self.row.operative_clauses.all() if not self.actors or asks_of(one, self.actors)]

    @property
    def items(self) -> Sequence[Subparagraph]:
        """The lettered items that are given, others left out."""
        return [self.item] if self.item else list(self.row.subparagraphs.all())

    @property
    def locator(self) -> str:
        return self.item.locator if self.item else self.row.locator

    @property
    def figure(self) -> str:
        """«2», of a lettered item «2 (ك)», in English `2 (k)`; of a provisional text «2 [نص مؤقت]»."""
        figure = recommendation_figure(self.row)
        if self.item is not None:
            figure = f"{figure} ({self.item.anchor if is_english() else self.item.label})"
        return figure + provisional_mark(self.row)

    @property
    def path(self) -> str:
        return self.item.get_absolute_url() if self.item else self.row.get_absolute_url()

    @property
    def text(self) -> str:
        """The whole reading text; of a lettered item the chapeau and the item."""
        if self.item is None:
            return self.row.text
        return f"{self.row.chapeau}\n({self.item.label}) {self.item.text}".strip()

    def said(self, language: str) -> list[SaidPassage]:
        """The chapeau and the lettered items that are given; in its own language what is not held in this one."""
        return say(self.row, self.items, language)

    def text_in(self, language: str) -> str:
        """As `text`, in this language where it is held."""
        if language == ARABIC:
            return self.text
        chapeau, *items = self.said(language)
        return whole_text(chapeau.text, [(item.label, item.text) for item in items])

    def is_held_in(self, language: str) -> bool:
        """Whether any of it is."""
        return any(one.language == language for one in self.said(language))

    @property
    def texts(self) -> list[str]:
        """The text in each language of the file in which it is held; at least one."""
        held = [one for one in self.languages if self.is_held_in(one)]
        return [self.text_in(one) for one in held or (ARABIC,)]

    @property
    def printed_text(self) -> str:
        if self.item is None:
            return self.row.printed_text
        label = self.item.printed_label or self.item.label
        return f"{self.row.printed_chapeau}\n({label}) {self.item.printed_text}".strip()


def read_texts(
    given: GivenSelection, *, with_meaning: bool = False, with_reports: bool = False
) -> Iterator[GivenText]:
    """The texts in the order given, some hundred read at a time; one that has just gone is passed over.

    `with_reports`: with what was reported on each, as readers see it.
    """
    rows: RecommendationQuerySet = Recommendation.objects.public().for_display()
    if with_meaning:
        rows = rows.with_meaning()
    elif tuple(given.languages) != (ARABIC,):
        rows = rows.with_languages()
    if with_reports:
        reports = FollowUp.objects.for_readers().for_display()
        rows = rows.prefetch_related(Prefetch("follow_ups", reports, to_attr="reports"))
    for first in range(0, given.count, PORTION):
        wanted = given.wanted[first : first + PORTION]
        found = {row.pk: row for row in fetch(rows, list(dict.fromkeys(one.key for one in wanted)))}
        for key, letter in wanted:
            row = found.get(key)
            if row is None:
                continue
            item = next((one for one in row.subparagraphs.all() if one.position == letter), None)
            if item is None and letter:
                continue
            yield GivenText(row, item, given.actors, given.languages)
