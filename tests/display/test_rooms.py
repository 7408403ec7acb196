"""The rooms of display look downward only, so that an export or a feed takes a name without a whole page."""

import ast
from collections.abc import Iterator
from pathlib import Path

DISPLAY = Path(__file__).resolve().parents[2] / "archive" / "display"
#: Each room may look into those before it.
ROOMS = (
    *("names", "comparison", "pictures", "text", "relations", "results"),
    *("documents", "matrix", "lookup", "overview", "help"),
)


def rooms_seen(path: Path) -> Iterator[str]:
    """The rooms into which a module looks, its own among them."""
    package = ["archive", *path.relative_to(DISPLAY.parent).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            target = [*above, *(node.module.split(".") if node.module else [])]
            names = [target] if len(target) > 2 else [[*target, alias.name] for alias in node.names]
            yield from (name[2] for name in names if name[:2] == ["archive", "display"])


def test_every_room_is_known() -> None:
    assert {path.parent.name for path in DISPLAY.glob("*/*.py")} == set(ROOMS)


def test_rooms_look_downward_only() -> None:
    wrong = [
        f"{path.relative_to(DISPLAY)} looks into {seen}"
        for path in sorted(DISPLAY.glob("*/*.py"))
        for seen in rooms_seen(path)
        if seen not in ROOMS[: ROOMS.index(path.parent.name) + 1]
    ]
    assert wrong == []
