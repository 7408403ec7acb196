"""What a parsed document states of rows that several documents may state: meetings, agenda items, other papers.

Pure. Each fact carries its ground; within one document the better ground goes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from archive.arabic.normalize import normalize
from archive.numbering import abjad
from archive.parsing.families import family_of
from archive.parsing.structure import ParsedDocument, ParsedMeeting
from archive.record import kinds
from archive.record.corrections import Decisions
from archive.record.locators import item_locator, meeting_locator
from archive.record.merge import Stated, rank_of
from archive.record.row_kind import RowKind
from archive.vocabulary.symbols import slug as slug_of

from .offered import Link, cover_links, text_follows, text_values


@dataclass(frozen=True, slots=True)
class Statement:
    """A shared row as one document states it. `line` is where it says so, 0 where that is not known."""

    kind: RowKind
    locator: str
    facts: dict[str, Stated]
    owners: dict[str, Any]
    follows: dict[str, Any] = field(default_factory=dict)
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
    facts: dict[str, Stated] = {}
    for one in best_first:
        dates = (one.start, one.end or one.start) if one.start and "start" not in facts else (None, None)
        told = {
            "place": one.place,
            "start": dates[0].isoformat() if dates[0] else None,
            "end": dates[1].isoformat() if dates[1] else None,
        }
        if one.start is None and "start" not in facts:
            told["held_in"] = one.held_in
        for name, value in told.items():
            if value and name not in facts:
                facts[name] = Stated(value, one.ground)
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
    rows: dict[str, Statement] = {}
    if "meeting" in links:
        meeting = links["meeting"].locator
        for position, item in enumerate(parsed.agenda, start=1):
            parent = Link(kinds.AGENDA_ITEM, item_locator(meeting, item.parent)) if item.parent else None
            titles = text_values("title", item.title, decisions) if item.title.printed.strip() else {}
            values = {"label": item.label, **titles}
            rows.setdefault(
                item_locator(meeting, item.number),
                Statement(
                    kinds.AGENDA_ITEM,
                    item_locator(meeting, item.number),
                    {name: Stated(value, "report") for name, value in values.items()},
                    owners={"meeting": Link(kinds.MEETING, meeting), "number": item.number},
                    follows={"position": position, "parent": parent, **text_follows(item.title)},
                    line=item.title.span.first_line,
                ),
            )
    masthead = parsed.masthead
    if "agenda_item" in links and masthead.agenda_item:
        title = masthead.agenda_item_title
        values = text_values("title", title, decisions) if title.printed.strip() else {}
        _only_known(rows, links["meeting"].locator, masthead.agenda_item, values, title.span.first_line)
    for one in parsed.recommendations:
        if one.body is not None and one.meeting is not None and one.agenda_item:
            _only_known(rows, meeting_locator(one.body, one.meeting), one.agenda_item, {}, 0)
    return list(rows.values())


def _only_known(rows: dict[str, Statement], meeting: str, number: str, values: dict[str, Any], line: int) -> None:
    locator = item_locator(meeting, number)
    rows.setdefault(
        locator,
        Statement(
            kinds.AGENDA_ITEM,
            locator,
            {"label": Stated(number, "mention")} | {name: Stated(value, "cover") for name, value in values.items()},
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
        if symbol == own_symbol or slug_of(reference.body) not in known:
            continue
        ground = "report" if reference.listed else "mention"
        facts: dict[str, Stated] = {}
        if reference.title.strip():
            facts["title"] = Stated(reference.title.strip(), ground)
        if reference.listed and meeting is not None:
            facts["meeting"] = Stated(meeting, ground)
        before = rows.get(symbol)
        if before is not None:
            facts = {**facts, **before.facts}
        rows[symbol] = Statement(
            kinds.DOCUMENT,
            slug_of(symbol),
            facts,
            owners={"symbol": symbol, "body": Link(kinds.BODY, slug_of(reference.body))},
            line=before.line if before else reference.line,
        )
    return list(rows.values())
