"""What a parsed document states of rows that several documents may state: meetings, agenda items, other papers.

Pure. Each fact carries its ground; within one document the better ground goes first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from archive.arabic.normalize import normalize
from archive.models import Document
from archive.numbering import abjad
from archive.parsing.families import family_of
from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument, ParsedMeeting
from archive.record import kinds
from archive.record.corrections import Decisions
from archive.record.locators import item_locator, meeting_locator
from archive.record.merge import Stated, rank_of
from archive.record.row_kind import RowKind
from archive.record.values import (
    AgendaItemValues,
    DocumentValues,
    Link,
    MeetingValues,
    Offering,
    RowValues,
)
from archive.vocabulary.places import in_arabic as place_named
from archive.vocabulary.symbols import slug as slug_of

from .offered import by_name, cover_links, nothing, with_place, with_title

#: Facts by the field that they are of.
Facts = dict[str, Stated[Offering]]


def stated_on(ground: str, values: RowValues) -> Facts:
    return {name: Stated(value, ground) for name, value in by_name(values).items()}


@dataclass(frozen=True, slots=True)
class Statement:
    """A shared row as one document states it. `line` is where it says so, 0 where that is not known."""

    kind: RowKind
    locator: str
    facts: Facts
    owners: Mapping[str, Offering]
    follows: RowValues = field(default_factory=nothing)
    line: int = 0
    ground: str = ""


# Meetings ------------------------------------------------------------------------------------------------------


def meetings_stated(parsed: ParsedDocument) -> list[Statement]:
    """One statement a meeting, each fact on the best ground on which the document states it."""
    by_meeting: dict[tuple[str, int], list[ParsedMeeting]] = {}
    for meeting in (*parsed.meetings, *_cover_meeting(parsed), *parsed.mentioned_meetings):
        if meeting.number >= 1:
            by_meeting.setdefault((meeting.body, meeting.number), []).append(meeting)
    for one in parsed.recommendations:
        if one.body is not None and one.meeting is not None:
            by_meeting.setdefault((one.body, one.meeting), [])
    return [_meeting(body, number, stated) for (body, number), stated in sorted(by_meeting.items())]


def _meeting(body: str, number: int, stated: list[ParsedMeeting]) -> Statement:
    best_first = sorted(stated, key=lambda one: -rank_of(one.ground))
    facts: Facts = {}
    for one in best_first:
        told = MeetingValues(place=place_named(one.place or ""))
        if "start" not in facts:
            if one.start is None:
                told["held_in"] = one.held_in
            else:
                told["start"] = one.start.isoformat()
                told["end"] = (one.end or one.start).isoformat()
        for name, fact in stated_on(one.ground, told).items():
            if fact.value and name not in facts:
                facts[name] = fact
    return Statement(
        kinds.MEETING,
        meeting_locator(body, number),
        facts,
        owners={
            "body": Link(kinds.BODY, slug_of(body)),
            "number": number,
            "slug": meeting_locator(body, number),
        },
        line=best_first[0].line if best_first else 0,
        ground=best_first[0].ground if best_first else "mention",
    )


def _cover_meeting(parsed: ParsedDocument) -> list[ParsedMeeting]:
    """The meeting that the cover names, if the parser has not listed it already."""
    masthead = parsed.masthead
    if masthead.body is None or masthead.meeting_number is None:
        return []
    if any((m.body, m.number) == (masthead.body, masthead.meeting_number) for m in parsed.meetings):
        return []
    return [
        ParsedMeeting(
            masthead.body,
            masthead.meeting_number,
            masthead.place,
            masthead.start,
            masthead.end,
            family_of(masthead.kind).ground,
            masthead.title.span.first_line,
        )
    ]


# Agenda items --------------------------------------------------------------------------------------------------


def agenda_stated(parsed: ParsedDocument, decisions: Decisions) -> list[Statement]:
    """The agenda of a report, the item of a cover, and the items that recommendations stand under."""
    links = cover_links(parsed)
    masthead = parsed.masthead
    rows: dict[str, Statement] = {}
    if "meeting" in links:
        meeting = links["meeting"].locator
        for position, item in enumerate(parsed.agenda, start=1):
            parent = Link(kinds.AGENDA_ITEM, item_locator(meeting, item.parent)) if item.parent else None
            # The mark as printed is that of the Arabic print.
            in_arabic = masthead.language in (None, Document.OWN_LANGUAGE)
            values = AgendaItemValues(label=item.label) if in_arabic else AgendaItemValues()
            values = _titled(values, item.title, decisions, masthead.language)
            rows.setdefault(
                item_locator(meeting, item.number),
                Statement(
                    kinds.AGENDA_ITEM,
                    item_locator(meeting, item.number),
                    stated_on("report", values),
                    owners={"meeting": Link(kinds.MEETING, meeting), "number": item.number},
                    follows=with_place(AgendaItemValues(position=position, parent=parent), item.title),
                    line=item.title.span.first_line,
                ),
            )
    if "agenda_item" in links and masthead.agenda_item:
        title = masthead.agenda_item_title
        values = _titled(AgendaItemValues(), title, decisions, masthead.language)
        _only_known(rows, links["meeting"].locator, masthead.agenda_item, values, title.span.first_line)
    for one in parsed.recommendations:
        if one.body is not None and one.meeting is not None and one.agenda_item:
            _only_known(rows, meeting_locator(one.body, one.meeting), one.agenda_item, AgendaItemValues(), 0)
    return list(rows.values())


def _titled(
    values: AgendaItemValues, title: Passage, decisions: Decisions, language: str | None
) -> AgendaItemValues:
    """Without a title where none is printed; an English one is a fact of its own."""
    if not title.printed.strip():
        return values
    if language == "en":
        values["title_en"] = title.reading
        return values
    return with_title(values, title, decisions)


def _only_known(
    rows: dict[str, Statement], meeting: str, number: str, values: AgendaItemValues, line: int
) -> None:
    locator = item_locator(meeting, number)
    rows.setdefault(
        locator,
        Statement(
            kinds.AGENDA_ITEM,
            locator,
            stated_on("mention", AgendaItemValues(label=number)) | stated_on("cover", values),
            owners={
                "meeting": Link(kinds.MEETING, meeting),
                "number": number,
                "position": place_of_item(number),
            },
            line=line,
        ),
    )


def place_of_item(number: str) -> int:
    """A place by its number alone, the same whatever else is known: «2» 200, «2 (ج)» 203."""
    whole, _, rest = normalize(number).partition("(")
    main = int(whole) if whole.strip().isdecimal() else 99
    return max(1, main * 100 + ((abjad.position(rest.rstrip(") ")) or 0) if rest else 0))


# Papers that the document names --------------------------------------------------------------------------------


def papers_stated(parsed: ParsedDocument, own_symbol: str, known_bodies: Iterable[str]) -> list[Statement]:
    """Other papers of known bodies (slugs), by symbol. One that the list of documents names belongs to the meeting."""
    meeting = cover_links(parsed).get("meeting")
    known = set(known_bodies)
    rows: dict[str, Statement] = {}
    for reference in sorted(parsed.references, key=lambda one: (not one.listed, one.line)):
        symbol = reference.symbol.upper()
        if symbol == own_symbol.upper() or slug_of(reference.body) not in known:
            continue
        ground = "report" if reference.listed else "mention"
        values = DocumentValues()
        if reference.title.strip() and parsed.masthead.language in (None, Document.OWN_LANGUAGE):
            values["title"] = reference.title.strip()
        if reference.listed and meeting is not None:
            values["meeting"] = meeting
        facts = stated_on(ground, values)
        before = rows.get(symbol)
        if before is not None:
            facts = {**facts, **before.facts}
        rows[symbol] = Statement(
            kinds.DOCUMENT,
            slug_of(symbol),
            facts,
            owners={
                "symbol": before.owners["symbol"] if before else reference.symbol,
                "body": Link(kinds.BODY, slug_of(reference.body)),
            },
            line=before.line if before else reference.line,
        )
    return list(rows.values())
