"""A parsed recommendation as the assignment of subjects takes it, with what is derived from it before."""

from archive.deriving.citation_context import CitationContext
from archive.deriving.citations import find_citations
from archive.deriving.operative import find_operative
from archive.deriving.subjects import CitedArticle, SubjectInput, SubjectPassage
from archive.parsing.structure import ParsedRecommendation


def subject_input(one: ParsedRecommendation, agenda_item: str, context: CitationContext) -> SubjectInput:
    reading = find_operative(one.chapeau.reading, [item.text.reading for item in one.subparagraphs])
    chapeau = one.chapeau.reading
    passages = [SubjectPassage(chapeau, reading.chapeau, cited_articles(chapeau, context))]
    passages += [
        SubjectPassage(item.text.reading, asked.clauses, cited_articles(item.text.reading, context), item.label)
        for item, asked in zip(one.subparagraphs, reading.items, strict=True)
    ]
    return SubjectInput(tuple(passages), agenda_item)


def cited_articles(text: str, context: CitationContext) -> tuple[CitedArticle, ...]:
    return tuple(
        CitedArticle(one.instrument, one.article, one.start, one.end)
        for one in find_citations(text, context)
        if one.instrument and one.article
    )
