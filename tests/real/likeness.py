"""What two copies of one text must have in common: all but lines, digit shapes and white space."""

import re
from typing import Any

from archive.arabic.normalize import normalize
from archive.parsing.printed_text import Passage
from archive.parsing.structure import ParsedDocument, ParsedMeeting


def folded(text: str | None) -> str | None:
    """Without white space, tatweel and the shape of digits and dashes."""
    return None if text is None else re.sub(r"\s+", "", normalize(text))


def likeness(document: ParsedDocument) -> dict[str, Any]:
    """The structure by parts, so that a difference names its part."""
    cover = document.masthead
    found: dict[str, Any] = {
        "cover": [
            (name, folded(value) if isinstance(value, str) else value)
            for name in cover.__slots__
            if not isinstance(value := getattr(cover, name), Passage)
        ],
        "titles": [folded(p.printed) for p in (cover.agenda_item_title, cover.title, cover.summary)],
        "meetings": [_meeting(meeting) for meeting in document.meetings],
        "mentioned": [_meeting(meeting) for meeting in document.mentioned_meetings],
        "sections": [
            (s.level, s.label, folded(s.printed_label), folded(s.title.printed), s.parent)
            for s in document.sections
        ],
        "agenda": [(a.number, folded(a.label), folded(a.title.printed), a.parent) for a in document.agenda],
        "footnotes": [(f.marker, f.paragraph, f.copy, folded(f.text.printed)) for f in document.footnotes],
        "references": [(r.symbol, r.listed) for r in document.references],
        "unplaced": [folded(passage.printed) for passage in document.unplaced],
        "problems": sorted(problem.code for problem in document.problems),
    }
    for paragraph in document.paragraphs:
        found[f"paragraph {paragraph.number}-{paragraph.copy}"] = (
            folded(paragraph.printed_number),
            folded(paragraph.text.printed),
            _path(document, paragraph.section),
        )
    for recommendation in document.recommendations:
        found[f"recommendation {recommendation.meeting}.{recommendation.number}-{recommendation.copy}"] = (
            recommendation.body,
            folded(recommendation.printed_number),
            folded(recommendation.chapeau.printed),
            [(s.label, folded(s.text.printed)) for s in recommendation.subparagraphs],
            recommendation.agenda_item,
            _path(document, recommendation.section),
        )
    return found


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {
        name: (one.get(name), other.get(name))
        for name in one.keys() | other.keys()
        if one.get(name) != other.get(name)
    }


def _meeting(found: ParsedMeeting) -> tuple[Any, ...]:
    return found.body, found.number, folded(found.place), found.start, found.end, found.held_in, found.ground


def _path(document: ParsedDocument, section: int | None) -> list[tuple[int, str, str | None]]:
    return [(s.level, s.label, folded(s.title.printed)) for s in document.path(section)]
