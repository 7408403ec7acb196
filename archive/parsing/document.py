"""A source text as a document: the steps put together. `parse_document` never raises and never drops a line."""

from collections.abc import Sequence

from archive.arabic.normalize import normalize
from archive.sources.errata import ErratumRow
from archive.sources.manifest import DeclaredBody, DeclaredFacts
from archive.sources.reader import SourceText
from archive.vocabulary.bodies import BODIES, KnownBody

from .accounts import errata_problems, left_out_of, roles_of
from .assembly import assemble
from .body_text import BodyText, Item
from .cited_places import count_cited
from .cover import Cover
from .cover_facts import (
    declared_problems,
    settle_body,
    settle_masthead,
    title_problems,
    with_own_body,
)
from .families import family_of, none_of, recognise
from .families.family import Clues, Family
from .footnotes import join_footnotes
from .lines import Line, clean_lines
from .masthead import read_masthead
from .meetings import read_meetings
from .mentions import Sentence
from .numbers import ONE_SERIES
from .outline import Outline, outline, without_contents
from .paragraphs import build_clauses, build_paragraphs, build_unplaced
from .problems import Problem, problem
from .recommendations import Setting, build_recommendations
from .references import find_references
from .script import is_latin
from .structure import ParsedDocument, ParsedSection
from .tables import find_tables
from .wholeness import wholeness_problems


def parse_document(
    source: SourceText,
    *,
    declared: DeclaredFacts | None = None,
    bodies: Sequence[DeclaredBody] = (),
    errata: Sequence[ErratumRow] = (),
    families: Sequence[Family] | None = None,
) -> ParsedDocument:
    """The structure of a text with its problems. Facts in `declared` win over those read.

    `errata` are the rows of this source, `families` those to which it may belong, in the order in which they are
    asked; without them those of the archive.
    """
    declared = declared or DeclaredFacts()
    known = known_bodies(bodies)
    cleaned = clean_lines(source.lines, errata)
    tabled = find_tables(cleaned.lines, source.lines)
    language = "en" if is_latin(cleaned.lines) else "ar"
    given = {one.line: one for one in declared.numbers}
    marks = outline(tabled.lines, ONE_SERIES, tabled.indexes, given)
    of_cover = [line for i, line in enumerate(tabled.lines[: marks.body]) if i not in marks.cover_notes]
    cover = read_masthead(of_cover, known)
    family = _family(declared, cover, marks, tabled.lines, families)
    if family.counting != ONE_SERIES:
        marks = outline(tabled.lines, family.counting, tabled.indexes, given)
    text = assemble(without_contents(tabled.lines, marks.contents), marks, tabled.tables)
    shared = family.shared_out(text)

    placed = {
        item.line for item in text.unplaced if not family.numbers_all or item.line in shared.introducing
    }
    clauses = [*text.clauses, *(item for item in text.unplaced if item.line in placed)]
    unplaced = [item for item in text.unplaced if item.line not in placed | shared.taken]

    body, body_problems = settle_body(family, cover, declared, known)
    known = with_own_body(body, cover, known)
    sentences = _sentences(cover, text)
    meetings = read_meetings(
        family,
        cover,
        text.headings,
        sentences,
        bodies=known,
        body=body,
        declared=declared,
        cited=[(draft.meeting, draft.line) for draft in shared.drafts if draft.meeting],
    )
    agenda = family.agenda_of(text.items) if family.prints_agenda else ()
    paragraphs, paragraph_problems = build_paragraphs(shared.paragraphs, text.headings, shared.introducing)
    footnotes, footnote_problems = join_footnotes(
        text.notes,
        shared.paragraphs,
        paragraphs,
        star_on_cover=cover.has_star,
        elsewhere={marker for line in cleaned.lines for marker, _place in line.marks},
    )
    own = meetings.number if family.adopts else None
    recommendations, recommendation_problems = (
        build_recommendations(shared.drafts, Setting(body, own, meetings.about, agenda, text.headings))
        if family.recommends
        else ((), [])
    )
    return ParsedDocument(
        name=source.name,
        sha256=source.sha256,
        masthead=settle_masthead(family, cover, declared, body, meetings, cleaned.job_number, language),
        meetings=meetings.about,
        mentioned_meetings=meetings.mentioned,
        sections=tuple(
            ParsedSection(h.level, h.label, h.printed_label, h.title.build(), h.parent) for h in text.headings
        ),
        paragraphs=paragraphs,
        recommendations=recommendations,
        agenda=agenda,
        references=find_references(
            sentences, text.items, footnotes, known, (*cover.symbols, *cleaned.symbols)
        ),
        footnotes=footnotes,
        clauses=build_clauses(clauses, shared),
        unplaced=build_unplaced(unplaced, shared),
        roles=(roles := roles_of(tabled.lines, marks, text)),
        left_out=left_out_of(source.lines, roles, source.furniture),
        problems=_in_order(
            [problem("encoding", 0, sentence=warning.sentence) for warning in source.warnings],
            [] if family.is_known else [problem("unknown_kind", 0, none_of=none_of(families))],
            marks.problems,
            wholeness_problems(tabled.lines, marks),
            _still_unplaced(text.problems, unplaced),
            shared.problems,
            body_problems,
            meetings.problems,
            declared_problems(cover, declared),
            title_problems(family, cover, declared),
            paragraph_problems,
            recommendation_problems,
            footnote_problems,
            errata_problems(cleaned.lines, errata),
        ),
        corrections=tuple(c for line in cleaned.lines for c in line.corrections),
        overlapped=tuple(c for line in cleaned.lines for c in line.overlapped),
        places=source.places,
        subjects=source.subjects,
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


def _family(
    declared: DeclaredFacts,
    cover: Cover,
    marks: Outline,
    lines: Sequence[Line],
    families: Sequence[Family] | None,
) -> Family:
    """The family that is declared, else the first that recognises its paper."""
    named = family_of(declared.kind, families)
    if named.is_known:
        return named
    clues = Clues(
        title=normalize(cover.title.printed),
        author=normalize(cover.author or "").strip(" .*"),
        headings=tuple(lines[m.index].content[m.start :] for m in marks.marks if m.level == 1),
        opens=frozenset(mark.opens for mark in marks.marks),
        first=next((mark.opens for mark in marks.marks if mark.index >= marks.body), None),
        cover=tuple(normalize(line.words).strip(" .:*") for line in lines[: marks.body] if line.content),
        cited=count_cited(line.content for line in lines[marks.body :] if line.content),
    )
    return recognise(clues, families)


def _sentences(cover: Cover, text: BodyText) -> list[Sentence]:
    """All running text in its order, for what is named in passing."""
    found = [Sentence(cover.summary.printed, cover.summary.span.first_line)]
    for item in sorted((*text.items, *text.clauses), key=lambda item: item.line):
        for part in item.parts:
            passage = part.whole.build()
            found.append(Sentence(passage.printed, passage.span.first_line))
    found += [Sentence(note.text.build().printed, note.line) for note in text.notes]
    return [sentence for sentence in found if sentence.text]


def _still_unplaced(problems: Sequence[Problem], unplaced: Sequence[Item]) -> list[Problem]:
    """What is wrong with a text, without the places that have become known since it was put together."""
    lines = {item.line for item in unplaced}
    return [one for one in problems if one.code != "unplaced_line" or one.line in lines]


def _in_order(*found: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted((p for group in found for p in group), key=lambda p: p.line))
