"""What a row looks like in JSON: plain dictionaries in the order of the contract, Arabic names, ISO dates.

Each function takes a row with its relations already fetched (`for_display`, `held_whole` below) and asks the
database nothing more.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse

from archive.models import (
    AgendaItem,
    Body,
    Citation,
    Document,
    Footnote,
    Meeting,
    OperativeClause,
    Paragraph,
    Recommendation,
    Section,
    Subparagraph,
    Topic,
)

Representation = dict[str, Any]
#: From an address within the site to one that works anywhere.
Absolute = Callable[[str], str]


def represent_body(body: Body) -> Representation:
    return {"slug": body.slug, "symbol": body.symbol, "name": body.name_ar}


def represent_recommendation(row: Recommendation, absolute: Absolute) -> Representation:
    """Of a recommendation from `for_display().with_meaning()`."""
    meeting = row.meeting
    return {
        "locator": row.locator,
        "url": absolute(row.get_absolute_url()),
        "body": represent_body(meeting.body),
        "meeting": {
            "slug": meeting.slug,
            "number": meeting.number,
            "place": meeting.place,
            "start": _iso(meeting.start),
            "end": _iso(meeting.end),
        },
        "agenda_item": _numbered_item(row.agenda_item),
        "number": row.number,
        "text": row.text,
        "printed_text": row.printed_text,
        "chapeau": row.chapeau,
        "subparagraphs": [_subparagraph(row, item) for item in row.subparagraphs.all()],
        "operative": [_operative(clause) for clause in row.operative_clauses.all()],
        "topics": [{"slug": one.topic.slug, "name": one.topic.label_ar} for one in row.topic_assignments.all()],
        "citations": [_citation(citation) for citation in row.citations.all()],
        "source": _source_of(row),
    }


def represent_meeting(row: Meeting, absolute: Absolute) -> Representation:
    """Of a meeting from `with_counts()`."""
    return {
        "slug": row.slug,
        "url": absolute(row.get_absolute_url()),
        "body": represent_body(row.body),
        "number": row.number,
        "title": row.title,
        "place": row.place,
        "start": _iso(row.start),
        "end": _iso(row.end),
        "held_in": row.held_in,
        "agenda": [_agenda_line(item) for item in row.agenda_items.all()],
        "recommendation_count": row.recommendation_count,
        "documents": [{"slug": paper.slug, "symbol": paper.symbol} for paper in row.documents.all()],
        "note": row.note,
    }


def represent_document(row: Document, absolute: Absolute) -> Representation:
    """The cover of a document from `with_counts()`."""
    return {
        "slug": row.slug,
        "url": absolute(row.get_absolute_url()),
        "symbol": row.symbol,
        "job_number": row.job_number,
        "kind": row.kind,
        "title": row.title,
        "summary": row.summary,
        "language": row.language,
        "original_language": row.original_language,
        "distribution": row.distribution,
        "date": _iso(row.date),
        "author": row.author,
        "body": represent_body(row.body) if row.body else None,
        "meeting": {"slug": row.meeting.slug, "number": row.meeting.number} if row.meeting else None,
        "agenda_item": _numbered_item(row.agenda_item),
        "held": row.is_held,
        "recommendation_count": row.recommendation_count,
        "paragraph_count": row.paragraph_count,
        "source": {"file": row.source_file, "sha256": row.source_sha256},
    }


def represent_whole_document(row: Document, absolute: Absolute) -> Representation:
    """Cover and text: the headings, the numbered paragraphs with the headings above them, the footnotes."""
    sections = {section.pk: section for section in row.sections.all()}
    return represent_document(row, absolute) | {
        "sections": [_section(section, sections) for section in sections.values()],
        "paragraphs": [_paragraph(paragraph, sections) for paragraph in row.paragraphs.all()],
        "footnotes": [_footnote(footnote) for footnote in row.footnotes.all()],
    }


def represent_topic(row: Topic, count: int, selection: str, absolute: Absolute) -> Representation:
    """Of a topic with its parent and articles fetched; `count` recommendations stand at the address `selection`."""
    return {
        "slug": row.slug,
        "url": absolute(reverse("topic", args=[row.slug])),
        "name": row.label_ar,
        "name_en": row.label_en,
        "description": row.description_ar,
        "description_en": row.description_en,
        "parent": row.parent.slug if row.parent else None,
        "articles": [article.locator for article in row.articles.all()],
        "recommendation_count": count,
        "recommendations": selection,
    }


def _subparagraph(recommendation: Recommendation, item: Subparagraph) -> Representation:
    return {
        # Not item.locator, which would fetch its recommendation again.
        "locator": f"{recommendation.locator}.{item.anchor}",
        "label": item.label,
        "position": item.position,
        "text": item.text,
    }


def _operative(clause: OperativeClause) -> Representation:
    codes = [addressee.code for addressee in clause.addressees.all()]
    return {"phrase": clause.phrase, "class": clause.verb_class, "addressees": codes}


def _citation(citation: Citation) -> Representation:
    """`locator` of a recommendation or meeting; `symbol` of a document, a resolution or, by its code, a tool."""
    return {
        "kind": citation.kind,
        "instrument": citation.instrument.slug if citation.instrument else None,
        "article": str(citation.article.number) if citation.article else None,
        "paragraph": citation.cited_paragraph or None,
        "locator": citation.locator or None,
        "symbol": citation.named or None,
        "text": citation.text,
    }


def _source_of(row: Recommendation) -> Representation:
    paper = row.document
    return {
        "document": paper.slug if paper else None,
        "symbol": paper.symbol if paper else "",
        "file": paper.source_file if paper else "",
        "first_line": row.first_line,
        "last_line": row.last_line,
        "sha256": paper.source_sha256 if paper else "",
    }


def _numbered_item(item: AgendaItem | None) -> Representation | None:
    return {"number": item.number, "title": item.title} if item else None


def _agenda_line(item: AgendaItem) -> Representation:
    return {
        "number": item.number,
        "label": item.label,
        "title": item.title,
        "parent": item.parent.number if item.parent else None,
    }


def _section(section: Section, sections: dict[int, Section]) -> Representation:
    parent = sections.get(section.parent_id) if section.parent_id else None
    return {
        "anchor": section.anchor,
        "level": section.level,
        "label": section.label,
        "printed_label": section.printed_label,
        "title": section.title,
        "parent": parent.anchor if parent else None,
    }


def _paragraph(paragraph: Paragraph, sections: dict[int, Section]) -> Representation:
    return {
        "number": paragraph.number,
        "printed_number": paragraph.printed_number,
        "anchor": paragraph.anchor,
        "text": paragraph.text,
        "printed_text": paragraph.printed_text,
        "section_path": [
            {"label": section.label, "printed_label": section.printed_label, "title": section.title}
            for section in _path(paragraph.section_id, sections)
        ],
        "first_line": paragraph.first_line,
        "last_line": paragraph.last_line,
    }


def _path(key: int | None, sections: dict[int, Section]) -> list[Section]:
    """The headings above, outermost first. Each counts once: rows entered by hand may stand in a ring."""
    found: list[Section] = []
    while key in sections and sections[key] not in found:
        found.append(sections[key])
        key = sections[key].parent_id
    return found[::-1]


def _footnote(footnote: Footnote) -> Representation:
    paragraph = footnote.paragraph
    return {
        "marker": footnote.marker,
        "anchor": footnote.anchor,
        "paragraph": paragraph.number if paragraph else None,
        "paragraph_anchor": paragraph.anchor if paragraph else None,
        "place": footnote.place,
        "text": footnote.text,
        "printed_text": footnote.printed_text,
        "first_line": footnote.first_line,
        "last_line": footnote.last_line,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
