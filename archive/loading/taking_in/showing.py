"""What was read of a file, as the page shows it: its lines with what each became, and its structure beside them.

Plain data of what JSON knows, since it is kept with the file; nothing here asks the database.
"""

from collections.abc import Iterator
from typing import Any

from archive.loading.recognised import recognised_of
from archive.parsing.families import family_of
from archive.parsing.printed_text import Passage
from archive.parsing.problems import Problem
from archive.parsing.structure import ParsedDocument
from archive.sources.reader import SourceText

#: The first words of a text, in the structure.
_OPENING = 90

ROLE_NAMES = {
    "blank": "",
    "masthead": "الغلاف",
    "contents": "قائمة المحتويات",
    "heading": "عنوان",
    "paragraph": "",
    "clause": "نص بلا رقم",
    "footnote": "حاشية",
    "furniture": "من الصفحة لا من النص",
    "unplaced": "لم يُعرف موضعه",
}


def reading_as_json(source: SourceText, parsed: ParsedDocument) -> dict[str, Any]:
    """`lines`: number, text, role, what it became, problems; `structure`, `facts`, `numbers` and `problems` beside."""
    marks = _marks(parsed)
    problems: dict[int, list[list[str]]] = {}
    for one in parsed.problems:
        problems.setdefault(one.line, []).append([one.severity, one.message])
    lines = [
        [number, text, role, marks.get(number, ""), problems.get(number, [])]
        for number, (text, role) in enumerate(zip(source.lines, parsed.roles, strict=False), start=1)
    ]
    return {
        "encoding": source.encoding,
        "lines": lines,
        "left_out": [[number, text] for number, text in parsed.left_out],
        "furniture": list(source.furniture),
        "facts": recognised_of(parsed),
        "language": parsed.masthead.language or "",
        "kind_name": family_of(parsed.masthead.kind).name_ar,
        "term": parsed.masthead.term,
        "relation": parsed.masthead.relation.kind if parsed.masthead.relation else "",
        "relation_symbol": (parsed.masthead.relation.symbol or "") if parsed.masthead.relation else "",
        "structure": _structure(parsed),
        "numbers": _numbers(parsed),
        "problems": [problem_shown(one) for one in parsed.problems],
    }


def _numbers(parsed: ParsedDocument) -> list[list[Any]]:
    """The line of each number of the text, what it is, as printed, as read, its series."""
    read = [
        *((one.span.first_line, "التوصية", one.printed_number or "", one.number, one.series)
          for one in parsed.recommendations if one.form not in ("letter", "table")),
        *((one.text.span.first_line, "الفقرة", one.printed_number, one.number, one.series)
          for one in parsed.paragraphs),
    ]  # fmt: skip
    return [list(one) for one in sorted(read)]


def problem_shown(problem: Problem) -> dict[str, Any]:
    """A problem with the words for its place."""
    place = problem.place or (f"السطر {problem.line}" if problem.line else "")
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "line": problem.line,
        "place": place,
    }


def _marks(parsed: ParsedDocument) -> dict[int, str]:
    """What begins at a line: the first of those that do."""
    found: dict[int, str] = {}
    for line, name, *_more in _pieces(parsed):
        if line:
            found.setdefault(line, name)
    return found


def _pieces(parsed: ParsedDocument) -> Iterator[tuple[int, str, str, str, int]]:
    """First line, name, first words, group, how many lettered items."""
    for item in parsed.agenda:
        yield item.title.span.first_line, f"البند {item.number}", _opening(item.title), "agenda", 0
    for recommendation in parsed.recommendations:
        meeting = f"، الاجتماع {recommendation.meeting}" if recommendation.meeting else ""
        name = f"التوصية {recommendation.number}{meeting}"
        text = _opening(recommendation.chapeau)
        yield recommendation.span.first_line, name, text, "recommendations", len(recommendation.subparagraphs)
    for section in parsed.sections:
        label = f"{section.label} - " if section.label else ""
        yield section.title.span.first_line, "عنوان", f"{label}{_opening(section.title)}", "sections", 0
    for paragraph in parsed.paragraphs:
        series = f" ({paragraph.part})" if paragraph.part else ""
        name = f"الفقرة {paragraph.number}{series}"
        yield paragraph.text.span.first_line, name, _opening(paragraph.text), "paragraphs", 0
    for clause in parsed.clauses:
        yield clause.text.span.first_line, "نص بلا رقم", _opening(clause.text), "clauses", 0
    for note in parsed.footnotes:
        yield note.text.span.first_line, f"الحاشية {note.marker}", _opening(note.text), "footnotes", 0


GROUPS = {
    "agenda": "جدول الأعمال",
    "recommendations": "التوصيات",
    "sections": "العناوين",
    "paragraphs": "الفقرات",
    "clauses": "نصوص بلا رقم",
    "footnotes": "الحواشي",
}


def _structure(parsed: ParsedDocument) -> list[dict[str, Any]]:
    by_group: dict[str, list[list[Any]]] = {}
    for line, name, opening, group, items in _pieces(parsed):
        by_group.setdefault(group, []).append([line, name, opening, items])
    meetings = [
        [one.line, f"الاجتماع {one.number}", " ".join(filter(None, (one.body, one.place, _days(one)))), 0]
        for one in parsed.meetings
    ]
    groups = {"meetings": meetings, **by_group} if meetings else by_group
    names = {"meetings": "الاجتماعات", **GROUPS}
    return [{"name": names[group], "rows": groups[group]} for group in names if groups.get(group)]


def _days(meeting: Any) -> str:
    days = [one.isoformat() for one in (meeting.start, meeting.end) if one is not None]
    return " – ".join(dict.fromkeys(days))


def _opening(text: Passage) -> str:
    reading = " ".join(text.reading.split())
    return reading if len(reading) <= _OPENING else f"{reading[:_OPENING].rsplit(' ', 1)[0]} …"
