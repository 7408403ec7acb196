"""The articles that a text cites, each with its treaty and the ground on which it is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.citing.article_groups import ArticleGroup
from archive.vocabulary.clause_words import any_clause_word

from .citation_context import CitationContext, CitationGround, FoundCitation
from .cited_treaties import CitedTreaty, meaning

# من البروتوكول · من الباب الثاني من البروتوكول
_OF = re.compile(r"\s*،?\s*(?:من\s+(?:الباب|الفصل|الجزء|القسم)\s+\w+(?:\s+عشر)?\s+)?(?:من|في)\s+")
# «من» that does not say of what: «المادة 18 من أجل …».
_OF_NOTHING = re.compile(rf"\s*،?\s*(?:في\s|من\s+{any_clause_word('no_treaty')}(?!\w))")
# المادة 18 من قانون العقوبات
_OF_SOMETHING = re.compile(r"\s+من\s+\w")
# المادة 18 منه · المادة 5 منها
_OF_IT = re.compile(r"\s*،?\s*من(?P<it>ها?)(?!\w)")
# المادة 18 المتعلقة بالمساعدة القانونية المتبادلة · المادة 18 (المعنونة "المساعدة …")
_ENTITLED = rf"\s*[،(]?\s*{any_clause_word('entitled')}\w*\s+(?:ب|[\"«“]\s*)?"
_ABOUT = re.compile(_ENTITLED)
# المادة 18 المتعلقة بالمساعدة القانونية المتبادلة من الاتفاقية
_ABOUT_AND_OF = re.compile(_ENTITLED + r"(?:(?!\b\w{0,3}ماد)[^.؛\n]){2,100}?\s(?:من|في)\s+")
# Nothing else stands between two groups of one list: «المادة ٥ والفقرة ٤ من المادة ٦ من البروتوكول».
_JOINED = re.compile(rf"\s*،?\s*(?:{any_clause_word('joining_articles')}\s+)?")
# An article's title of one word («التعاون») may stand anywhere and says nothing: so many words it must have.
_TELLING_TITLE = 2

Known = tuple[str, CitationGround]


def find_articles(
    plain: str, groups: Sequence[ArticleGroup], treaties: Sequence[CitedTreaty], context: CitationContext
) -> Iterator[FoundCitation]:
    """Give a citation for each article and each paragraph of it; articles of no known treaty are left out.

    The citation of a group's last article reaches to the end of the treaty's name.
    """
    ends = {treaty.start: treaty for treaty in treaties}
    of_next: Known | None = None
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        following = groups[place + 1] if place + 1 < len(groups) else None
        said, end = _said(plain, group, treaties, ends)
        if said is None and following and of_next and _are_joined(plain, group, following):
            said = of_next
        of_next = said
        known = said
        if said is None and not group.is_loose:
            known = _guessed(plain, group, treaties, context)
        if known and known[0]:
            yield from _citations(group, known, end)


def _said(
    plain: str, group: ArticleGroup, treaties: Sequence[CitedTreaty], ends: dict[int, CitedTreaty]
) -> tuple[Known | None, int]:
    """The treaty that the words behind the articles name, and where they end; ("", …) where it is none of ours."""
    of = _OF.match(plain, group.end)
    if of and of.end() in ends:
        treaty = ends[of.end()]
        return (treaty.slug, treaty.ground), treaty.end
    it = _OF_IT.match(plain, group.end)
    if it:
        kind = "protocol" if it["it"] == "ه" else "convention"
        before = [one for one in treaties if one.end <= group.start and one.slug]
        fitting = [one for one in before if one.kind in (kind, "other")] or before
        return (fitting[-1].slug if fitting else "", "named_before"), it.end()
    further = next((one for one in treaties if one.start > group.end), None)
    if further and _ABOUT_AND_OF.fullmatch(plain, group.end, further.start):
        return (further.slug, further.ground), further.end
    if _OF_SOMETHING.match(plain, group.end) and not _OF_NOTHING.match(plain, group.end):
        return ("", "named"), group.end
    return None, group.end


def _are_joined(plain: str, group: ArticleGroup, following: ArticleGroup) -> bool:
    match = _JOINED.fullmatch(plain, group.end, following.start - following.joined)
    return match is not None and (following.joined or bool(match.group().strip(" ،\n")))


def _guessed(
    plain: str, group: ArticleGroup, treaties: Sequence[CitedTreaty], context: CitationContext
) -> Known | None:
    """The treaty of articles that stand alone: by the title given with them, the treaty named before, a title
    somewhere in the text, the treaty that the context is about."""
    numbers = [number for one in group.articles for number in one.numbers]

    def fits(slug: str) -> bool:
        return bool(slug) and all(context.instruments.has_article(slug, number) for number in numbers)

    titles = context.instruments.titles_of(numbers[0])
    entitled = _ABOUT.match(plain, group.end)
    if entitled:
        rest = " ".join(plain[entitled.end() : entitled.end() + 200].split())
        said = {slug for title, slug in titles if rest.startswith(title)}
        if len(said) == 1:
            return said.pop(), "article_title"
    before = [one.slug for one in treaties if one.end <= group.start and fits(one.slug)]
    if before:
        return before[-1], "named_before"
    words = " ".join(plain.split())
    said = {slug for title, slug in titles if len(title.split()) >= _TELLING_TITLE and title in words}
    if len(said) == 1:
        return said.pop(), "article_title"
    meanings = (meaning("protocol", context), meaning("convention", context))
    return next((known for known in meanings if fits(known[0])), None)


def _citations(group: ArticleGroup, known: Known, end: int) -> Iterator[FoundCitation]:
    slug, ground = known
    for one in group.articles:
        stop = max(one.end, end) if one is group.articles[-1] else one.end
        whole = FoundCitation("treaty_article", one.start, stop, ground, instrument=slug)
        for number in one.numbers:
            for paragraph in one.paragraphs or ("",):
                yield replace(whole, article=number, paragraph=paragraph)
