"""Draws the house as it stands, from the imports: docs/architecture.svg. Run it as `script/architecture`.

A row for each storey, a box for each room with what its package says of itself. An arrow says «imports»; those that
follow from two others are left out, so that what is left can be read.
"""

import ast
import sys
import textwrap
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.house import ORDER, STOREY_OF, STOREYS, arrows, modules  # noqa: E402  (the path above comes first)

PICTURE = ROOT / "docs" / "architecture.svg"
WIDTH, BOX, HEIGHT, STEP, MARGIN = 1160, 196, 64, 118, 40
LETTERS_A_LINE = 33
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#16202b}.room{font-weight:600}.small{font-size:11px;fill:#5a6673}"
    "rect{fill:#fff;stroke:#9aa6b2}path{fill:none;stroke:#1c5fa8;stroke-opacity:.55;stroke-width:1.2}"
)


class Place(NamedTuple):
    """The upper corner of a box at the left."""

    x: float
    y: float


def drawn_rooms() -> list[list[str]]:
    """The rooms that stand, storey by storey from the top; a single module and what tools made are no rooms."""
    standing = [room for room in ORDER if room != "migrations" and len(modules(f"archive/{room}")) > 1]
    return [[room for room in standing if STOREY_OF[room] == storey] for storey in reversed(STOREYS)]


def plain_arrows(rooms: set[str]) -> list[tuple[str, str]]:
    """Who imports whom, without what follows: a → c goes where a → b → c is there."""
    all_arrows = {room: targets & rooms for room, targets in arrows().items() if room in rooms}

    def reach(room: str) -> set[str]:
        found: set[str] = set()
        waiting = [room]
        while waiting:
            new = all_arrows[waiting.pop()] - found
            found |= new
            waiting += new
        return found

    return [
        (room, target)
        for room, targets in all_arrows.items()
        for target in sorted(targets, key=ORDER.__getitem__)
        if not any(target in reach(other) for other in targets - {target})
    ]


def lay_out(rows: list[list[str]]) -> dict[str, Place]:
    places = {}
    for row, rooms in enumerate(rows):
        gap = (WIDTH - MARGIN - len(rooms) * BOX) / (len(rooms) + 1)
        for column, room in enumerate(rooms):
            places[room] = Place(MARGIN + gap + column * (BOX + gap), 16 + row * STEP)
    return places


def draw_arrow(start: Place, end: Place) -> str:
    if start.y == end.y:  # in one storey: over the tops of the boxes
        return draw_curve(Place(start.x, start.y), end, -22, 22)
    bend = (end.y - start.y - HEIGHT) / 2
    return draw_curve(Place(start.x, start.y + HEIGHT), end, bend, bend)


def draw_curve(start: Place, end: Place, down: float, up: float) -> str:
    """From middle to middle of two boxes, leaving and arriving upright."""
    points = [(start.x, start.y), (start.x, start.y + down), (end.x, end.y - up), (end.x, end.y)]
    first, *others = [f"{x + BOX / 2:.0f} {y:.0f}" for x, y in points]
    return f'<path d="M{first}C{" ".join(others)}" marker-end="url(#tip)"/>'


def draw_room(room: str, place: Place) -> str:
    said = ast.get_docstring(ast.parse((ROOT / "archive" / room / "__init__.py").read_text())) or ""
    lines = textwrap.wrap(said.split(". ")[0].rstrip("."), LETTERS_A_LINE, max_lines=3, placeholder=" …")
    middle = f'x="{place.x + BOX / 2:.0f}" text-anchor="middle"'
    return (
        f'<rect x="{place.x:.0f}" y="{place.y:.0f}" width="{BOX}" height="{HEIGHT}" rx="4"/>'
        f'<text class="room" {middle} y="{place.y + 17:.0f}">{escape(room)}</text>'
        + "".join(
            f'<text class="small" {middle} y="{place.y + 31 + 13 * at:.0f}">{escape(line)}</text>'
            for at, line in enumerate(lines)
        )
    )


def draw() -> str:
    rows = [row for row in drawn_rooms() if row]
    places = lay_out(rows)
    storeys = [
        f'<text class="small" x="8" y="{places[row[0]].y + 28:.0f}">{STOREY_OF[row[0]]}</text>' for row in rows
    ]
    paths = [draw_arrow(places[room], places[target]) for room, target in plain_arrows(set(places))]
    boxes = [draw_room(room, place) for room, place in places.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {len(rows) * STEP}" role="img">',
            "<title>The rooms of the archive, storey by storey; arrows say «imports» and all point down</title>",
            f"<style>{STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M1 1L7 4L1 7" style="stroke-opacity:1"/></marker></defs>',
            *(*storeys, *paths, *boxes),
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    PICTURE.write_text(draw())
    print(f"{PICTURE.relative_to(ROOT)} is drawn.")
