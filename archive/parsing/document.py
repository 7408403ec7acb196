"""A source text as a document: the steps put together. `parse_document` never raises and never drops a line."""

from collections.abc import Sequence

from archive.arabic.normalize import normalize
from archive.sources.errata import ErratumRow
from archive.sources.manifest import DeclaredBody, DeclaredFacts
from archive.sources.reader import SourceText
from archive.vocabulary.bodies import BODIES, KnownBody
from archive.vocabulary.masthead_terms import (
    COMPENDIUM_TITLES,
    MEETING_REPORT_TITLES,
    SECRETARIAT_REPORT_LINES,
)

from .accounts import errata_problems, roles_of
from .agenda import read_agenda
from .assembly import assemble
from .body_text import BodyText, Item
from .cover import Cover
from .cover_facts import settle_body, settle_masthead, symbol_problems
from .footnotes import join_footnotes
from .lines import Line, clean_lines
from .masthead import read_masthead
from .meetings import read_meeting_heading, read_meetings
from .mentions import Sentence
from .outline import Outline, outline
from .paragraphs import build_paragraphs
from .problems import Problem, problem
from .recommendations import Setting, build_recommendations
from .references import find_references
from .structure import Kind, ParsedDocument, ParsedSection

#: As a manifest names them.
_DECLARED_KINDS: dict[str, Kind] = {
    "compendium": "compendium",
    "meeting-report": "meeting-report",
    "secretariat-report": "secretariat-report",
}


def parse_document(
    source: SourceText,
    *,
    declared: DeclaredFacts | None = None,
    bodies: Sequence[DeclaredBody] = (),
    errata: Sequence[ErratumRow] = (),
) -> ParsedDocument:
    """The structure of a text with its problems. Facts in `declared` win over those read."""
    declared = declared or DeclaredFacts()
    known = known_bodies(bodies)
    cleaned = clean_lines(source.lines, errata)
    marks = outline(cleaned.lines, restarts=False)
    of_cover = [line for i, line in enumerate(cleaned.lines[: marks.body]) if i not in marks.cover_notes]
    cover = read_masthead(of_cover, known)
    kind = _kind(declared, cover, marks, cleaned.lines)
    if kind == "compendium":
        marks = outline(cleaned.lines, restarts=True)
    text = assemble(cleaned.lines, marks)

    body, body_problems = settle_body(kind, cover, declared, known)
    sentences = _sentences(cover, text)
    meetings = read_meetings(
        kind, cover, text.headings, sentences, bodies=known, body=body, declared=declared
    )
    agenda = read_agenda(text.items) if kind == "meeting-report" else ()
    of_paragraphs, of_recommendations = _shared_out(kind, text)
    paragraphs, paragraph_problems = build_paragraphs(of_paragraphs)
    footnotes, footnote_problems = join_footnotes(
        text.notes, of_paragraphs, paragraphs, star_on_cover=cover.has_star
    )
    own = meetings.number if kind == "meeting-report" else None
    recommendations, recommendation_problems = (
        build_recommendations(of_recommendations, Setting(body, own, meetings.about, agenda, text.headings))
        if kind in ("compendium", "meeting-report")
        else ((), [])
    )
    return ParsedDocument(
        name=source.name,
        sha256=source.sha256,
        masthead=settle_masthead(kind, cover, declared, body, meetings, cleaned.job_number),
        meetings=meetings.about,
        mentioned_meetings=meetings.mentioned,
        sections=tuple(
            ParsedSection(h.level, h.label, h.printed_label, h.title.build(), h.parent) for h in text.headings
        ),
        paragraphs=paragraphs,
        recommendations=recommendations,
        agenda=agenda,
        references=find_references(sentences, text.items, footnotes, known),
        footnotes=footnotes,
        unplaced=tuple(builder.build() for builder in text.unplaced),
        roles=roles_of(cleaned.lines, marks, text),
        problems=_in_order(
            [problem("encoding", 0, sentence=warning.sentence) for warning in source.warnings],
            [problem("unknown_kind", 0)] if kind == "unknown" else [],
            marks.problems,
            text.problems,
            body_problems,
            meetings.problems,
            symbol_problems(cover, declared),
            paragraph_problems,
            recommendation_problems,
            footnote_problems,
            errata_problems(cleaned.lines, errata),
        ),
        corrections=tuple(c for line in cleaned.lines for c in line.corrections),
        overlapped=tuple(c for line in cleaned.lines for c in line.overlapped),
    )


def known_bodies(declared: Sequence[DeclaredBody]) -> tuple[KnownBody, ...]:
    """The field's bodies and those that a manifest declares; a declared one replaces the known one."""
    found = {body.symbol: body for body in BODIES}
    for body in declared:
        forms = found[body.symbol].forms if body.symbol in found else ()
        found[body.symbol] = KnownBody(
            body.symbol, body.name_ar, body.name_en or "", body.parent, body.term, (*body.written_as, *forms)
        )
    return tuple(found.values())


def _kind(declared: DeclaredFacts, cover: Cover, marks: Outline, lines: Sequence[Line]) -> Kind:
    """Which of the three families a text belongs to, by what only that family has."""
    if declared.kind in _DECLARED_KINDS:
        return _DECLARED_KINDS[declared.kind]
    title = normalize(cover.title.printed)
    if any(mark.opens == "recommendation" for mark in marks.marks) or title.startswith(MEETING_REPORT_TITLES):
        return "meeting-report"
    sections = [lines[mark.index].content[mark.start :] for mark in marks.marks if mark.level == 1]
    if title.startswith(COMPENDIUM_TITLES) or any(read_meeting_heading(s, "", 0) for s in sections):
        return "compendium"
    numbered = any(mark.opens == "item" for mark in marks.marks)
    if normalize(cover.author or "").strip(" .*") in SECRETARIAT_REPORT_LINES and numbered:
        return "secretariat-report"
    return "unknown"


def _shared_out(kind: Kind, text: BodyText) -> tuple[list[Item], list[Item]]:
    """The items that are paragraphs, and those that are recommendations."""
    shared: tuple[list[Item], list[Item]] = ([], [])
    for item in text.items:
        adopted = kind == "meeting-report" and item.mark.opens == "recommendation"
        shared[kind == "compendium" or adopted].append(item)
    return shared


def _sentences(cover: Cover, text: BodyText) -> list[Sentence]:
    """All running text in its order, for what is named in passing."""
    found = [Sentence(cover.summary.printed, cover.summary.span.first_line)]
    for item in text.items:
        for part in item.parts:
            passage = part.whole.build()
            found.append(Sentence(passage.printed, passage.span.first_line))
    found += [Sentence(note.text.build().printed, note.line) for note in text.notes]
    return [sentence for sentence in found if sentence.text]


def _in_order(*found: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted((p for group in found for p in group), key=lambda p: p.line))
