"""Citations: the treaties and their articles, recommendations, meetings, documents, resolutions and tools that a text
names, each with its place and the ground on which it is known.

The text is compared folded, so that vowel marks, tatweel, the shapes of digits and the spelling of hamza make no
difference; all offsets are those of the text as given. Pure: the treaties and the bodies are handed in.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.arabic.normalize import bare, folded_with_offsets
from archive.citing.article_groups import LooseParagraphs, find_article_groups
from archive.citing.plain import small, with_plain_signs
from archive.vocabulary.clause_words import clause_words
from archive.vocabulary.tools import find_tools

from .citation_context import CitationContext, CitationKind, FoundCitation
from .cited_articles import find_articles
from .cited_documents import find_documents
from .cited_meetings import find_meetings
from .cited_resolutions import find_resolutions
from .cited_treaties import find_treaties

__all__ = ["CitationContext", "CitationKind", "FoundCitation", "find_citations"]

#: «تقرير الأمانة» and the like stand between a paragraph and its paper.
_LONGEST_WAY = 40
_COMMAS = str.maketrans({",": "،", ";": "؛"})


def find_citations(text: str, context: CitationContext) -> list[FoundCitation]:
    """Give the citations of a text in the order of their places.

    None overlaps another, but that those of one range, or of several paragraphs of one article, share a place.

    A thing that the text names several times has several citations, with the same `target`.
    """
    folded, offsets = folded_with_offsets(text)
    written = with_plain_signs(folded)
    plain = small(written)
    folded = folded.translate(_COMMAS)
    treaties = find_treaties(folded, context)
    groups, loose = find_article_groups(plain)
    meetings, recommendations = find_meetings(bare(text).translate(_COMMAS), plain, context)
    tools = (FoundCitation("tool", one.start, one.end, "named", tool=one.code) for one in find_tools(folded))
    papers = [*find_documents(plain, written, context), *find_resolutions(plain, context)]
    named = (
        FoundCitation("treaty", one.start, one.end, one.ground, instrument=one.slug)
        for one in treaties
        if one.slug and one.is_cited
    )
    found = _without_overlaps(
        (
            [*_with_paragraphs(papers, loose, plain)],
            [*find_articles(plain, groups, treaties, context)],
            recommendations,
            meetings,
            tools,
            named,
        ),
        len(folded),
    )
    return [_placed(one, text, offsets) for one in sorted(found, key=_place)]


def _place(one: FoundCitation) -> tuple[int, int, int, str]:
    return one.start, one.end, one.article or 0, one.paragraph


def _without_overlaps(kinds: Sequence[Iterable[FoundCitation]], length: int) -> list[FoundCitation]:
    """Of what overlaps, the kind named first stays: the treaty of an article's citation is no citation by itself."""
    found: list[FoundCitation] = []
    taken = bytearray(length)
    for kind in kinds:
        free = [one for one in kind if taken.find(1, one.start, one.end) < 0]
        for one in free:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        found += free
    return found


def _with_paragraphs(
    papers: Iterable[FoundCitation], loose: Sequence[LooseParagraphs], plain: str
) -> Iterable[FoundCitation]:
    """«الفقرة 32 (أ) من الوثيقة CTOC/COP/2020/5» cites the paragraph."""
    begin = [one.of for one in loose]
    for paper in papers:
        place = bisect_right(begin, paper.start) - 1
        of_it = loose[place] if place >= 0 and _is_short_way(plain, begin[place], paper.start) else None
        for paragraph in of_it.paragraphs if of_it else ("",):
            start = of_it.start if of_it else paper.start
            yield replace(paper, start=start, paragraph=paragraph)


def _is_short_way(plain: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_WAY and plain[start:end].strip(" (") in ("", *clause_words("paper"))


def _placed(one: FoundCitation, text: str, offsets: Sequence[int]) -> FoundCitation:
    """With the offsets of the text as given, and what stands there."""
    start, end = offsets[one.start], offsets[one.end]
    return replace(one, start=start, end=end, text=text[start:end])
