"""A document that stood in another language alone, when its Arabic comes: which row is which.

Number and letter join them, as they join a paper in another language to one in Arabic: what becomes of the archive is
the same in either order. The rows, their keys and addresses stay; what no Arabic text belongs to is no row any more,
and its text is kept with the version, for staff.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from archive.models import Section
from archive.record import kinds
from archive.record.row_kind import RowKind
from archive.record.stored import StoredRow

from .alone import WORDS_OF
from .joining import (
    Joined,
    Place,
    PlaceInPaper,
    RowHeld,
    Said,
    TextOffered,
    join_paragraphs,
    join_recommendations,
    join_sections,
)
from .languages import RowSaid, heading_places, told_otherwise
from .offered import Offered, by_name


@dataclass(frozen=True, slots=True)
class RowsOfPaper:
    """What is offered in Arabic, and what stands in the other language of the same paper."""

    offered: Sequence[Offered]
    stored: Sequence[StoredRow]


@dataclass(slots=True)
class Turned:
    """`partners`: by kind the rows that an Arabic text takes the place of, matched with it; `gone` are the others."""

    joined: Joined = field(default_factory=Joined)
    partners: dict[RowKind, list[StoredRow]] = field(default_factory=dict)
    gone: list[tuple[RowKind, int]] = field(default_factory=list)


def turn(
    sections: RowsOfPaper,
    paragraphs: RowsOfPaper,
    footnotes: RowsOfPaper,
    recommendations: RowsOfPaper,
    items: RowsOfPaper,
) -> Turned:
    """The rows of both languages beside each other, and what one of them says otherwise."""
    turned = Turned()
    join_sections(
        turned.joined,
        _numbered(heading_places(_heading(by_name(one.follows), one.values) for one in sections.offered)),
        list(
            zip(
                heading_places(_heading(row.values, row.values) for row in sections.stored),
                map(_said, sections.stored),
                strict=True,
            )
        ),
    )
    join_paragraphs(
        turned.joined,
        _numbered([PlaceInPaper(*one.match) for one in paragraphs.offered]),
        [(PlaceInPaper(*row.match), _said(row)) for row in paragraphs.stored],
    )
    places = {one.locator: one.match for one in recommendations.offered}
    join_recommendations(turned.joined, _held(recommendations, items), _offered(recommendations, items))
    names = {
        **{("section", at): _heading_said(one) for at, one in enumerate(sections.offered)},
        **{("paragraph", at): _paragraph_said(one, at) for at, one in enumerate(paragraphs.offered)},
        **{("recommendation", at): _said_as(one, _name(one.match)) for at, one in enumerate(recommendations.offered)},
        **{
            ("subparagraph", at): _said_as(one, f"{_name(places[one.match[0]])} ({by_name(one.values)['label']})")
            for at, one in enumerate(items.offered)
        },
    }
    turned.joined.disagreements += told_otherwise(turned.joined.texts, names)
    _pair(turned, kinds.SECTION, sections)
    _pair(turned, kinds.PARAGRAPH, paragraphs)
    for kind, rows in (
        (kinds.FOOTNOTE, footnotes), (kinds.RECOMMENDATION, recommendations), (kinds.SUBPARAGRAPH, items)
    ):  # fmt: skip
        known = {one.match for one in rows.offered}
        turned.partners[kind] = [row for row in rows.stored if row.match in known]
        turned.gone += [(kind, row.pk) for row in rows.stored if row.match not in known]
    return turned


def _pair(turned: Turned, kind: RowKind, rows: RowsOfPaper) -> None:
    """Each stored row under the match of the offered one that it is joined to."""
    matches = {
        said.row: rows.offered[at].match for (name, at), said in turned.joined.texts.items() if name == kind.name
    }
    turned.partners[kind] = [replace(row, match=matches[row.pk]) for row in rows.stored if row.pk in matches]
    turned.gone += [(kind, row.pk) for row in rows.stored if row.pk not in matches]


def _numbered(places: Iterable[Any]) -> list[tuple[Any, int]]:
    return [(place, at) for at, place in enumerate(places)]


def _heading(placed: Any, named: Any) -> tuple[int, str]:
    return int(placed["level"]), str(named["label"])


def _said(row: StoredRow) -> Said:
    line = row.values.get("first_line")
    return Said(row.text(WORDS_OF[row.kind]), line if isinstance(line, int) else 0, row.pk)


def _held(recommendations: RowsOfPaper, items: RowsOfPaper) -> dict[Place, RowHeld]:
    lettered: dict[str, dict[int, int]] = {}
    for at, item in enumerate(items.offered):
        lettered.setdefault(item.match[0], {})[item.match[1]] = at
    return {
        one.match: RowHeld(at, _name(one.match), lettered.get(one.locator, {}))
        for at, one in enumerate(recommendations.offered)
    }


def _offered(recommendations: RowsOfPaper, items: RowsOfPaper) -> dict[Place, TextOffered]:
    lettered: dict[str, dict[int, Said]] = {}
    for item in items.stored:
        lettered.setdefault(item.match[0], {})[item.match[1]] = _said(item)
    return {
        row.match: TextOffered(_said(row), _name(row.match), lettered.get(row.locator, {}))
        for row in recommendations.stored
    }


def _name(place: Sequence[Any]) -> str:
    return f"التوصية {place[2]} ({place[0]})"


def _heading_said(one: Offered) -> RowSaid:
    values = by_name(one.values)
    return _said_as(one, f"العنوان «{Section(label=str(values['label']), title=str(values['title']))}»")


def _paragraph_said(one: Offered, at: int) -> RowSaid:
    place = PlaceInPaper(*one.match)
    return _said_as(one, place.named if place.number else f"النص الذي لا رقم له ({at + 1})")


def _said_as(one: Offered, name: str) -> RowSaid:
    return RowSaid(one.locator, name, str(by_name(one.values)[WORDS_OF[one.kind]]))
