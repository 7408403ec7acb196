"""Citations: the treaties and their articles, recommendations, meetings, documents, resolutions and tools that a text
names, each with its place and the ground on which it is known.

The text is compared folded, so that vowel marks, tatweel, the shapes of digits and the spelling of hamza make no
difference; all offsets are those of the text as given. Pure: the treaties and the bodies are handed in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.arabic.normalize import bare, folded_with_offsets
from archive.vocabulary.clause_words import clause_words
from archive.vocabulary.tools import find_tools

from .article_groups import LooseParagraphs, find_article_groups
from .citation_context import CitationContext, CitationKind, FoundCitation
from .cited_articles import find_articles
from .cited_documents import find_documents
from .cited_meetings import find_meetings
from .cited_resolutions import find_resolutions
from .cited_treaties import find_treaties

__all__ = ["CitationContext", "CitationKind", "FoundCitation", "find_citations"]

_COMMAS = str.maketrans({",": "،", ";": "؛"})


def find_citations(text: str, context: CitationContext) -> list[FoundCitation]:
    """Give the citations of a text in the order of their places.

    None overlaps another, but that those of one range, or of several paragraphs of one article, share a place.

    A thing that the text names several times has several citations, with the same `target`.
    """
    folded, offsets = folded_with_offsets(text)
    folded = folded.translate(_COMMAS)
    treaties = find_treaties(folded, context)
    groups, loose = find_article_groups(folded)
    meetings, recommendations = find_meetings(bare(text).translate(_COMMAS), folded, context)
    tools = (FoundCitation("tool", one.start, one.end, "named", tool=one.code) for one in find_tools(folded))
    papers = [*find_documents(folded), *find_resolutions(folded, context)]
    named = (
        FoundCitation("treaty", one.start, one.end, one.ground, instrument=one.slug)
        for one in treaties
        if one.slug and one.is_cited
    )
    found = _without_overlaps(
        (
            [*_with_paragraphs(papers, loose, folded)],
            [*find_articles(folded, groups, treaties, context)],
            recommendations,
            meetings,
            tools,
            named,
        )
    )
    return [_placed(one, text, offsets) for one in sorted(found, key=_place)]


def _place(one: FoundCitation) -> tuple[int, int, int, str]:
    return one.start, one.end, one.article or 0, one.paragraph


def _without_overlaps(kinds: Sequence[Iterable[FoundCitation]]) -> list[FoundCitation]:
    """Of what overlaps, the kind named first stays: the treaty of an article's citation is no citation by itself."""
    found: list[FoundCitation] = []
    for kind in kinds:
        taken = [(one.start, one.end) for one in found]
        found += [
            one for one in kind if not any(start < one.end and one.start < end for start, end in taken)
        ]
    return found


def _with_paragraphs(
    papers: Iterable[FoundCitation], loose: Sequence[LooseParagraphs], folded: str
) -> Iterable[FoundCitation]:
    """«الفقرة 32 (أ) من الوثيقة CTOC/COP/2020/5» cites the paragraph."""
    for paper in papers:
        of_it = next(
            (one for one in loose if _is_short_way(folded[one.of : paper.start]) and one.of <= paper.start), None
        )
        for paragraph in of_it.paragraphs if of_it else ("",):
            start = of_it.start if of_it else paper.start
            yield replace(paper, start=start, paragraph=paragraph)


def _is_short_way(between: str) -> bool:
    return between.strip() in ("", *clause_words("paper"))


def _placed(one: FoundCitation, text: str, offsets: Sequence[int]) -> FoundCitation:
    """With the offsets of the text as given, and what stands there."""
    start, end = offsets[one.start], offsets[one.end]
    return replace(one, start=start, end=end, text=text[start:end])
