"""Golden documents: what the parser makes of a text, kept in a file and compared whole.

`pytest --update-golden` writes the files anew; read the difference before you commit it.
"""

import hashlib
import json
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument, ParsedMeeting, ParsedRecommendation

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Golden:
    update: bool

    def check(self, name: str, value: Any) -> None:
        """`value` is what tests/golden/`name`.json says; fails with the whole difference."""
        path = FOLDER / f"{name}.json"
        found = json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
        held = path.read_text(encoding="utf-8") if path.exists() else ""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, encoding="utf-8")
        elif held != found:
            difference = unified_diff(held.splitlines(), found.splitlines(), "golden", "found", lineterm="")
            pytest.fail("\n".join([f"{path} differs (pytest --update-golden):", *difference]), pytrace=False)


def whole(document: ParsedDocument) -> dict[str, Any]:
    """Everything about a document, its texts included: for texts of our own."""
    return _described(document, _text)


def in_digests(document: ParsedDocument) -> dict[str, Any]:
    """The same with a digest in the place of every text: for texts that are not ours to copy."""
    return _described(document, _digest)


def _described(document: ParsedDocument, text: Any) -> dict[str, Any]:
    masthead = document.masthead
    facts = {
        name: text(value) if isinstance(value, Passage) else value
        for name in masthead.__slots__
        if (value := getattr(masthead, name)) not in (None, Passage(""))
    }
    return {
        "masthead": facts,
        "meetings": [_meeting(meeting) for meeting in document.meetings],
        "mentioned": [_meeting(meeting) for meeting in document.mentioned_meetings],
        "sections": [
            {"level": s.level, "label": s.label, "printed_label": s.printed_label, "parent": s.parent}
            | {"title": text(s.title)}
            for s in document.sections
        ],
        "agenda": [
            {"number": a.number, "label": a.label, "parent": a.parent, "title": text(a.title)}
            for a in document.agenda
        ],
        "recommendations": [_recommendation(r, text) for r in document.recommendations],
        "paragraphs": [
            {"number": p.number, "printed_number": p.printed_number, "copy": p.copy, "section": p.section}
            | {"text": text(p.text)}
            for p in document.paragraphs
        ],
        "footnotes": [
            {"marker": f.marker, "paragraph": f.paragraph, "text": text(f.text)} for f in document.footnotes
        ],
        "references": [[r.symbol, r.body, r.year, r.listed, r.line] for r in document.references],
        "unplaced": [text(passage) for passage in document.unplaced],
        "roles": _runs(document.roles),
        "problems": [[p.line, p.code, p.severity] for p in document.problems],
    }


def _recommendation(found: ParsedRecommendation, text: Any) -> dict[str, Any]:
    return {
        "locator": f"{found.body}.{found.meeting}.{found.number}" + (f"-{found.copy}" * (found.copy > 1)),
        "printed_number": found.printed_number,
        "agenda_item": found.agenda_item,
        "section": found.section,
        "lines": f"{found.span.first_line}-{found.span.last_line}",
        "chapeau": text(found.chapeau),
        "subparagraphs": [[s.printed_label, s.position, text(s.text)] for s in found.subparagraphs],
    }


def _meeting(found: ParsedMeeting) -> list[Any]:
    return [
        found.body,
        found.number,
        found.place,
        found.start,
        found.end,
        found.held_in,
        found.ground,
        found.line,
    ]


def _text(passage: Passage) -> dict[str, Any]:
    lines = f"{passage.span.first_line}-{passage.span.last_line}"
    corrected = {"reading": passage.reading} if passage.reading != passage.printed else {}
    return {"lines": lines, "printed": passage.printed, **corrected}


def _digest(passage: Passage) -> str:
    lines = f"{passage.span.first_line}-{passage.span.last_line}"
    digests = [hashlib.sha256(t.encode()).hexdigest() for t in (passage.printed, passage.reading)]
    return " ".join([lines, *dict.fromkeys(digests)])


def _runs(roles: tuple[str, ...]) -> list[str]:
    """«3-6 masthead»: the lines of one role that follow one another."""
    found: list[str] = []
    for role, run in groupby(enumerate(roles, start=1), key=lambda pair: pair[1]):
        lines = [number for number, _role in run]
        if role != "blank":
            found.append(f"{lines[0]}-{lines[-1]} {role}")
    return found
