"""Parsed documents built by hand, of invented bodies, and the two steps of a load without files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from archive.loading.apply import apply_plan
from archive.loading.changes import Plan
from archive.loading.plan import Surroundings, plan_document
from archive.numbering import abjad
from archive.parsing.structure import (
    ParsedDocument,
    ParsedMasthead,
    ParsedMeeting,
    ParsedParagraph,
    ParsedRecommendation,
    ParsedSection,
    ParsedSubparagraph,
    Passage,
    Span,
)
from archive.sources.errata import ErratumRow, match_rows
from archive.vocabulary.bodies import KnownBody

CONFERENCE = KnownBody("ITC/CONF", "مؤتمر أطراف اتفاقية القنوات", "Conference on Canals", None, "session")
GROUP = KnownBody("ITC/CONF/WG.1", "الفريق العامل المعني بالقنوات", "Working Group on Canals", "ITC/CONF", "meeting")
BODIES = {body.symbol: body for body in (CONFERENCE, GROUP)}


def passage(text: str, line: int = 1, errata: Sequence[ErratumRow] = ()) -> Passage:
    rows = [row for row in errata if row.line == line]
    return Passage(text, match_rows(text, rows).corrections, Span(line, line))


def erratum(line: int, printed: str, corrected: str, certainty: str = "certain") -> ErratumRow:
    return ErratumRow("report.txt", line, printed, corrected, certainty, "")  # type: ignore[arg-type]


def meeting(number: int = 4, **facts: Any) -> ParsedMeeting:
    known = {
        "place": "فيينا",
        "start": date(2016, 5, 2),
        "end": date(2016, 5, 4),
        "ground": "report",
        "line": 3,
        "body": GROUP.symbol,
    }
    return ParsedMeeting(number=number, **{**known, **facts})


def paragraph(
    number: int, text: str, *, copy: int = 1, section: int | None = None, errata: Sequence[ErratumRow] = ()
) -> ParsedParagraph:
    """Paragraph n stands on line 10 + n."""
    return ParsedParagraph(number, str(number), copy, passage(text, 10 + number, errata), section)


def recommendation(
    number: int, text: str, *items: str, of: int = 4, copy: int = 1, item: str | None = None
) -> ParsedRecommendation:
    """Recommendation n stands on line 100 + n."""
    line = 100 + number
    lettered = tuple(
        ParsedSubparagraph(abjad.letter(place), abjad.letter(place), place, passage(one, line))
        for place, one in enumerate(items, start=1)
    )
    return ParsedRecommendation(
        GROUP.symbol, of, number, str(number), copy, passage(text, line), lettered, item, None, Span(line, line)
    )


def section(label: str, title: str, *, level: int = 1, parent: int | None = None) -> ParsedSection:
    return ParsedSection(level, label, label, passage(title), parent)


def report(name: str = "report.txt", **parts: Any) -> ParsedDocument:
    """The report of the fourth meeting, with two paragraphs and two recommendations unless others are given."""
    cover = {
        "kind": "meeting-report",
        "symbol": "ITC/CONF/WG.1/2016/5",
        "title": passage("تقرير عن أعمال الاجتماع الرابع"),
        "language": "ar",
        "date": date(2016, 5, 20),
        "body": GROUP.symbol,
        "meeting_number": 4,
        **parts.pop("cover", {}),
    }
    rows = {
        "meetings": (meeting(),),
        "paragraphs": (paragraph(1, "عُقد الاجتماع."), paragraph(2, "افتُتح الاجتماع.")),
        "recommendations": (
            recommendation(1, "ينبغي للدول أن تحفظ القنوات."),
            recommendation(2, "ينبغي للدول:", "أن تقيس الماء؛", "أن تنشر القياس."),
        ),
        **parts,
    }
    return ParsedDocument(name, "0" * 64, ParsedMasthead(**cover), **rows)


def with_cover(parsed: ParsedDocument, **facts: Any) -> ParsedDocument:
    return replace(parsed, masthead=replace(parsed.masthead, **facts))


def load(
    parsed: ParsedDocument,
    *,
    errata: Sequence[ErratumRow] = (),
    beside: Sequence[str] = (),
    accept: bool = False,
) -> Plan:
    """Plan and apply. `beside` names the other files of the same load."""
    found = tuple(
        one
        for part in (*[p.text for p in parsed.paragraphs], *[r.chapeau for r in parsed.recommendations])
        for one in part.corrections
    )
    with transaction.atomic():
        plan = plan_document(
            replace(parsed, corrections=found),
            errata,
            Surroundings(BODIES, frozenset({parsed.name, *beside}), accept),
        )
        apply_plan(plan)
    return plan


def outcomes(plan: Plan) -> dict[str, int]:
    """How many rows of each outcome."""
    counts: dict[str, int] = {}
    for change in plan.changes:
        counts[change.outcome] = counts.get(change.outcome, 0) + 1
    return counts
