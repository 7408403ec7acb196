"""What a parsed document offers the archive: plain rows by kind, pure. Nothing here knows the database."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from archive.arabic.normalize import normalize
from archive.numbering import abjad
from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument, ParsedRecommendation, ParsedSection
from archive.record import kinds
from archive.record.corrections import Decisions, corrections_as_json
from archive.record.locators import item_locator, paragraph_locator
from archive.record.values import (
    DocumentValues,
    FootnoteValues,
    Link,
    ParagraphValues,
    RecommendationValues,
    SectionValues,
    SubparagraphValues,
)

from .numbered import Numbered, numbered_paragraphs
from .offered import Offered, with_cover_links, with_lines, with_place, with_title

#: As long as the field is; a heading that is longer is cut.
LONGEST_PART = 300

# Sections, paragraphs, footnotes -------------------------------------------------------------------------------


def section_link(document: str, index: int | None) -> Link | None:
    return None if index is None else Link(kinds.SECTION, f"{document}#s{index + 1}")


def sections_of(parsed: ParsedDocument, document: str, decisions: Decisions) -> list[Offered]:
    rows = []
    for index, section in enumerate(parsed.sections):
        title = section.title if section.title.printed.strip() else Passage(section.printed_label or "—")
        rows.append(
            Offered(
                kinds.SECTION,
                f"{document}#s{index + 1}",
                match=section_match(parsed.path(index)),
                values=with_title(
                    SectionValues(label=section.label, printed_label=section.printed_label), title, decisions
                ),
                follows=with_place(
                    SectionValues(
                        position=index + 1,
                        level=section.level,
                        parent=section_link(document, section.parent),
                    ),
                    title,
                ),
                owners={"document": Link(kinds.DOCUMENT, document)},
                printed=title.printed,
            )
        )
    return rows


def section_match(path: Iterable[ParsedSection]) -> tuple[Any, ...]:
    return tuple((section.level, section.label, normalize(section.title.printed)) for section in path)


def paragraphs_of(parsed: ParsedDocument, document: str, decisions: Decisions) -> list[Offered]:
    """Numbers without a text are no rows; the parser has reported them. Texts without a number stand among them."""
    return [
        Offered(
            kinds.PARAGRAPH,
            paragraph_locator(document, *place),
            match=tuple(place),
            values=ParagraphValues(
                printed_number=paragraph.printed_number,
                text=decisions.reading_of(paragraph.text),
                printed_text=paragraph.text.printed,
            ),
            follows=with_place(
                ParagraphValues(
                    position=position,
                    section=section_link(document, paragraph.section),
                    part=(paragraph.part or "")[:LONGEST_PART],
                ),
                paragraph.text,
            ),
            owners={"document": Link(kinds.DOCUMENT, document), **place._asdict()},
            printed=paragraph.text.printed,
        )
        for position, (paragraph, place) in enumerate(numbered_paragraphs(parsed), start=1)
        if paragraph.text.printed.strip()
    ]


def footnotes_of(parsed: ParsedDocument, document: str, decisions: Decisions) -> list[Offered]:
    # The copy that a footnote names counts the paragraphs of a number in all series.
    present = {
        (paragraph.number, paragraph.copy): place
        for paragraph, place in numbered_paragraphs(parsed)
        if paragraph.text.printed.strip()
    }
    printed = [footnote for footnote in parsed.footnotes if footnote.text.printed.strip()]
    rows = []
    for position, footnote in enumerate(printed, start=1):
        place = present.get((footnote.paragraph or 0, footnote.copy))
        bearer = Link(kinds.PARAGRAPH, paragraph_locator(document, *place)) if place else None
        rows.append(
            Offered(
                kinds.FOOTNOTE,
                f"{document}#fn{position}",
                match=(footnote.marker, place.series if place else 0, footnote.paragraph or 0),
                values=FootnoteValues(
                    text=decisions.reading_of(footnote.text), printed_text=footnote.text.printed
                ),
                follows=with_place(
                    FootnoteValues(
                        marker=footnote.marker,
                        place=footnote.place if bearer else None,
                        position=position,
                        paragraph=bearer,
                    ),
                    footnote.text,
                ),
                owners={"document": Link(kinds.DOCUMENT, document)},
                printed=footnote.text.printed,
            )
        )
    return rows


# Recommendations -----------------------------------------------------------------------------------------------


def recommendations_of(
    parsed: ParsedDocument, document: str, numbered: Sequence[Numbered], decisions: Decisions
) -> list[Offered]:
    """Those whose body and meeting are known and that have a text."""
    rows = []
    for one, place in zip(parsed.recommendations, numbered, strict=True):
        meeting = place.meeting
        if not meeting or not one.printed.strip():
            continue
        values = RecommendationValues(
            printed_number=one.printed_number or "",
            chapeau=decisions.reading_of(one.chapeau),
            printed_chapeau=one.chapeau.printed,
        )
        if one.agenda_item:
            values["agenda_item"] = Link(kinds.AGENDA_ITEM, item_locator(meeting, one.agenda_item))
        corrections = corrections_as_json(one.chapeau.corrections)
        rows.append(
            Offered(
                kinds.RECOMMENDATION,
                place.locator,
                match=tuple(place),
                values=values,
                follows=with_lines(RecommendationValues(corrections=corrections, form=one.form), one.span),
                owners={
                    **place._asdict(),
                    "meeting": Link(kinds.MEETING, meeting),
                    "locator": place.locator,
                    "document": Link(kinds.DOCUMENT, document),
                },
                printed=one.printed,
            )
        )
    return rows


def subparagraphs_of(one: ParsedRecommendation, locator: str, decisions: Decisions) -> list[Offered]:
    return [
        Offered(
            kinds.SUBPARAGRAPH,
            f"{locator}.{abjad.latin(item.position)}",
            match=(locator, item.position),
            values=SubparagraphValues(
                label=item.label,
                printed_label=item.printed_label,
                text=decisions.reading_of(item.text),
                printed_text=item.text.printed,
            ),
            follows=with_place(SubparagraphValues(), item.text),
            owners={"recommendation": Link(kinds.RECOMMENDATION, locator), "position": item.position},
            printed=item.text.printed,
        )
        for item in one.subparagraphs
        if item.text.printed.strip()
    ]


def all_subparagraphs(parsed: ParsedDocument, numbered: Sequence[Numbered], decisions: Decisions) -> list[Offered]:
    rows: list[Offered] = []
    for one, place in zip(parsed.recommendations, numbered, strict=True):
        if place.meeting and one.printed.strip():
            rows += subparagraphs_of(one, place.locator, decisions)
    return rows


# The document itself -------------------------------------------------------------------------------------------


def document_of(parsed: ParsedDocument, slug: str, digest: str, decisions: Decisions) -> Offered:
    """The cover. What it does not print is not stated, and leaves the stored value alone."""
    masthead = parsed.masthead
    values = DocumentValues(
        symbol=masthead.symbol or "",
        job_number=(masthead.job_number or "").upper(),
        kind=masthead.kind,
        summary=decisions.reading_of(masthead.summary),
        printed_summary=masthead.summary.printed,
        language=masthead.language or "ar",
        original_language=masthead.original_language or "",
        distribution=masthead.distribution or "",
        date=masthead.date.isoformat() if masthead.date else None,
        author=masthead.author or "",
        relation=masthead.relation.kind if masthead.relation else "",
        relation_symbol=masthead.relation.symbol or "" if masthead.relation else "",
    )
    with_title(values, masthead.title, decisions)
    with_cover_links(values, parsed)
    return Offered(
        kinds.DOCUMENT,
        slug,
        match=(),
        values=_printed(values),
        follows=with_lines(
            DocumentValues(
                corrections=document_corrections(masthead.title, masthead.summary),
                symbols=list(masthead.symbols) if len(masthead.symbols) > 1 else [],
                left_out=[list(one) for one in parsed.left_out],
                source_places=[list(run) for run in parsed.places],
                subjects=list(parsed.subjects),
                unplaced="\n".join(passage.printed for passage in parsed.unplaced),
                source_file=parsed.name,
                source_sha256=parsed.sha256,
                digest=digest,
            ),
            masthead.title.span,
        ),
        printed=masthead.title.printed,
    )


def _printed(values: DocumentValues) -> DocumentValues:
    return cast("DocumentValues", {name: value for name, value in values.items() if value not in ("", None)})


def document_corrections(title: Passage, summary: Passage) -> list[list[Any]]:
    """Offsets count in the printed title, one line end, the printed summary."""
    by = len(title.printed) + 1
    return corrections_as_json([*title.corrections, *(c.moved(by) for c in summary.corrections)])
