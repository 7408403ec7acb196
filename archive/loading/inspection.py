"""The structure of one parsed file, as JSON and as Arabic lines. Texts are printed texts; no database."""

from typing import Any

from archive.parsing.families import family_of
from archive.parsing.structure import (
    ParsedDocument,
    ParsedMeeting,
    ParsedParagraph,
    ParsedRecommendation,
    ParsedSection,
)

from .report import problem_as_json
from .wording import SEVERITY_NAMES


def structure_as_json(parsed: ParsedDocument) -> dict[str, Any]:
    """CONTRACT: `inspect_source --json`."""
    return {
        "document": _document(parsed),
        "meetings": [_meeting(one) for one in parsed.meetings],
        "mentioned_meetings": [_meeting(one) for one in parsed.mentioned_meetings],
        "agenda": [
            {"number": one.number, "label": one.label, "title": one.title.printed, "parent": one.parent}
            for one in parsed.agenda
        ],
        "sections": [
            {**_heading(one), "level": one.level, "parent": one.parent, **_lines(one.title.span)}
            for one in parsed.sections
        ],
        "recommendations": [_recommendation(one) for one in parsed.recommendations],
        "paragraphs": [_paragraph(parsed, one) for one in parsed.paragraphs],
        "footnotes": [
            {"marker": one.marker, "paragraph": one.paragraph, "text": one.text.printed}
            for one in parsed.footnotes
        ],
        "documents": [
            {
                "symbol": one.symbol,
                "title": one.title,
                "body": one.body,
                "listed": one.listed,
                "line": one.line,
            }
            for one in parsed.references
        ],
        "furniture": parsed.roles.count("furniture"),
        "clauses": [
            {"text": one.text.printed, "section_path": _path(parsed, one.section), **_lines(one.text.span)}
            for one in parsed.clauses
        ],
        "unplaced": [one.printed for one in parsed.unplaced],
        "problems": [problem_as_json(one) for one in parsed.problems],
    }


def _document(parsed: ParsedDocument) -> dict[str, Any]:
    masthead = parsed.masthead
    return {
        "kind": masthead.kind,
        "symbol": masthead.symbol,
        "symbols": list(masthead.symbols),
        "job_number": masthead.job_number,
        "title": masthead.title.printed,
        "language": masthead.language,
        "original_language": masthead.original_language,
        "distribution": masthead.distribution,
        "date": _iso(masthead.date),
        "body": masthead.body,
        "meeting_number": masthead.meeting_number,
        "place": masthead.place,
        "start": _iso(masthead.start),
        "end": _iso(masthead.end),
        "agenda_item": masthead.agenda_item,
        "agenda_item_title": masthead.agenda_item_title.printed,
        "author": masthead.author,
        "relation": {"kind": masthead.relation.kind, "symbol": masthead.relation.symbol}
        if masthead.relation
        else None,
        "summary": masthead.summary.printed,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _lines(span: Any) -> dict[str, int]:
    return {"first_line": span.first_line, "last_line": span.last_line}


def _meeting(one: ParsedMeeting) -> dict[str, Any]:
    return {
        "number": one.number,
        "place": one.place,
        "start": _iso(one.start),
        "end": _iso(one.end),
        "body": one.body,
    }


def _heading(one: ParsedSection) -> dict[str, Any]:
    return {"label": one.label, "printed_label": one.printed_label, "title": one.title.printed}


def _path(parsed: ParsedDocument, section: int | None) -> list[dict[str, Any]]:
    return [_heading(above) for above in parsed.path(section)]


def _recommendation(one: ParsedRecommendation) -> dict[str, Any]:
    return {
        "body": one.body,
        "meeting": one.meeting,
        "number": one.number,
        "printed_number": one.printed_number,
        "series": one.series,
        "form": one.form,
        "text": one.printed,
        "chapeau": one.chapeau.printed,
        "subparagraphs": [
            {"label": item.label, "position": item.position, "text": item.text.printed}
            for item in one.subparagraphs
        ],
        "agenda_item": one.agenda_item,
        **_lines(one.span),
    }


def _paragraph(parsed: ParsedDocument, one: ParsedParagraph) -> dict[str, Any]:
    return {
        "number": one.number,
        "printed_number": one.printed_number,
        "series": one.series,
        "part": one.part,
        "text": one.text.printed,
        "section_path": _path(parsed, one.section),
        **_lines(one.text.span),
    }


def structure_as_lines(parsed: ParsedDocument) -> list[str]:
    """For a person: the cover, what was counted, the headings, the problems."""
    masthead = parsed.masthead
    cover = [
        ("النوع", family_of(masthead.kind).name_ar),
        ("العنوان", masthead.title.printed),
        ("الرمز", masthead.symbol),
        ("رقم الوظيفة", masthead.job_number),
        ("التاريخ", _iso(masthead.date)),
        ("الهيئة", masthead.body),
        ("الاجتماع أو الدورة", masthead.meeting_number),
        ("بند جدول الأعمال", masthead.agenda_item),
    ]
    lines = [f"{name}: {value}" for name, value in cover if value not in (None, "")]
    by_meeting: dict[int | None, int] = {}
    for one in parsed.recommendations:
        by_meeting[one.meeting] = by_meeting.get(one.meeting, 0) + 1
    lines.append(f"التوصيات: {len(parsed.recommendations)}")
    lines += [f"  الاجتماع {number or 'غير معروف'}: {count}" for number, count in by_meeting.items()]
    numbers = [one.number for one in parsed.paragraphs]
    span = f" (من {numbers[0]} إلى {numbers[-1]})" if numbers else ""
    lines.append(f"الفقرات: {len(numbers)}{span}")
    lines.append(f"الحواشي: {len(parsed.footnotes)}")
    if parsed.sections:
        lines.append("العناوين:")
        lines += [
            f"  {'  ' * (one.level - 1)}{f'{one.label} - ' if one.label else ''}{one.title.printed}"
            for one in parsed.sections
        ]
    if parsed.problems:
        lines.append("المشكلات:")
        lines += [
            f"  {SEVERITY_NAMES[one.severity]}: {one.where}{one.message}"
            for one in parsed.problems
        ]
    return lines
