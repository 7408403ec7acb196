"""The articles that a text cites, each with its treaty and the ground on which it is known."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from archive.citing.article_groups import ArticleGroup
from archive.citing.article_words import (
    ABOUT,
    ABOUT_AND_OF,
    OF_IT,
    OF_TREATY,
    are_of_one_treaty,
    is_of_something,
)

from .citation_context import CitationContext, CitationGround, FoundCitation
from .cited_treaties import CitedTreaty, meaning

# An article's title of one word («التعاون») may stand anywhere and says nothing: so many words it must have.
_TELLING_TITLE = 2

Known = tuple[str, CitationGround]


#: So far back the treaty is looked for that was named before.
_MOST_BEFORE = 40


def find_articles(
    plain: str, groups: Sequence[ArticleGroup], treaties: Sequence[CitedTreaty], context: CitationContext
) -> Iterator[FoundCitation]:
    """Give a citation for each article and each paragraph of it; articles of no known treaty are left out.

    The citation of a group's last article reaches to the end of the treaty's name.
    """
    reader = _TreatyOf(plain, treaties, context)
    of_next: Known | None = None
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        following = groups[place + 1] if place + 1 < len(groups) else None
        said, end = reader.said(group)
        if said is None and following and of_next and _are_joined(plain, group, following):
            said = of_next
        of_next = said
        known = said
        if said is None and not group.is_loose:
            known = reader.guessed(group)
        if known and known[0]:
            yield from _citations(group, known, end, context)


def _are_joined(plain: str, group: ArticleGroup, following: ArticleGroup) -> bool:
    start = following.start - following.joined
    return are_of_one_treaty(plain, group.end, start, joined=following.joined)


class _TreatyOf:
    """Tells of which treaty the articles of one text are."""

    def __init__(self, plain: str, treaties: Sequence[CitedTreaty], context: CitationContext) -> None:
        self._plain, self._treaties, self._context = plain, treaties, context
        self._by_start = {treaty.start: treaty for treaty in treaties}
        self._starts = [treaty.start for treaty in treaties]
        self._ends = [treaty.end for treaty in treaties]
        self._told: dict[str, bool] = {}

    def said(self, group: ArticleGroup) -> tuple[Known | None, int]:
        """The treaty that the words behind the articles name, and where they end; ("", …) where it is none of ours."""
        of = OF_TREATY.match(self._plain, group.end)
        if of and of.end() in self._by_start:
            treaty = self._by_start[of.end()]
            return (treaty.slug, treaty.ground), treaty.end
        it = OF_IT.match(self._plain, group.end)
        if it:
            kind = "protocol" if it["it"] == "ه" else "convention"
            before = [one for one in self._before(group) if one.slug]
            fitting = [one for one in before if one.kind in (kind, "other")] or before
            return (fitting[-1].slug if fitting else "", "named_before"), it.end()
        place = bisect_right(self._starts, group.end)
        further = self._treaties[place] if place < len(self._treaties) else None
        if further and ABOUT_AND_OF.fullmatch(self._plain, group.end, further.start):
            return (further.slug, further.ground), further.end
        if is_of_something(self._plain, group.end):
            return ("", "named"), group.end
        return None, group.end

    def guessed(self, group: ArticleGroup) -> Known | None:
        """The treaty of articles that stand alone: by the title given with them, the treaty named before, a title
        somewhere in the text, the treaty that the context is about."""
        numbers = [number for one in group.articles for number in one.numbers]

        def fits(slug: str) -> bool:
            return bool(slug) and all(self._context.instruments.has_article(slug, number) for number in numbers)

        titles = self._context.instruments.titles_of(numbers[0])
        entitled = ABOUT.match(self._plain, group.end)
        if entitled:
            rest = " ".join(self._plain[entitled.end() : entitled.end() + 200].split())
            said = {slug for title, slug in titles if rest.startswith(title)}
            if len(said) == 1:
                return said.pop(), "article_title"
        before = [one.slug for one in self._before(group) if fits(one.slug)]
        if before:
            return before[-1], "named_before"
        said = {slug for title, slug in titles if self._tells(title)}
        if len(said) == 1:
            return said.pop(), "article_title"
        return next((known for known in self._meanings if fits(known[0])), None)

    def _before(self, group: ArticleGroup) -> Sequence[CitedTreaty]:
        """The treaties named before, the last of them; none ends behind a later one."""
        place = bisect_right(self._ends, group.start)
        return self._treaties[max(0, place - _MOST_BEFORE) : place]

    def _tells(self, title: str) -> bool:
        """Whether the title of an article stands anywhere in the text, and says something."""
        if title not in self._told:
            self._told[title] = len(title.split()) >= _TELLING_TITLE and title in self._words
        return self._told[title]

    @cached_property
    def _words(self) -> str:
        return " ".join(self._plain.split())

    @cached_property
    def _meanings(self) -> tuple[Known, ...]:
        return meaning("protocol", self._context), meaning("convention", self._context)


def _citations(group: ArticleGroup, known: Known, end: int, context: CitationContext) -> Iterator[FoundCitation]:
    slug, ground = known
    for one in group.articles:
        stop = max(one.end, end) if one is group.articles[-1] else one.end
        whole = FoundCitation("treaty_article", one.start, stop, ground, instrument=slug)
        for number in one.numbers:
            if context.instruments.may_have_article(slug, number):
                for paragraph in one.paragraphs or ("",):
                    yield replace(whole, article=number, paragraph=paragraph)
