"""The rooms of the house and who imports whom, read from the code: for the rules in test_layers and for the picture."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

#: The rooms by storey, lowest first; a room may import rooms of lower storeys and those before it in its own.
STOREYS: dict[str, tuple[str, ...]] = {
    "0": ("arabic", "numbering", "vocabulary"),
    "1": ("sources", "citing", "parsing", "deriving"),
    "2": ("models", "migrations"),
    "3": ("record", "search", "derivations", "loading", "filters"),
    "3½": ("display", "api", "giving"),
    "4": ("templatetags", "views", "context", "admin", "urls", "management", "apps"),
}
ORDER = {room: place for place, room in enumerate(room for rooms in STOREYS.values() for room in rooms)}
STOREY_OF = {room: storey for storey, rooms in STOREYS.items() for room in rooms}


class Import(NamedTuple):
    file: str
    room: str
    target: str


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def room_of(name: str) -> str:
    """«archive.views.health» stands in the room «views»; the package itself in none."""
    return name.split(".")[1] if name.startswith("archive.") else ""


def imports_of(path: Path) -> Iterator[str]:
    """Full names of what a module imports; `from a import b` counts as a.b, relative names are resolved."""
    package = list(path.relative_to(ROOT).with_suffix("").parts)[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def all_imports() -> list[Import]:
    return [
        Import(str(path.relative_to(ROOT)), room_of(name_of(path)), target)
        for path in modules("archive")
        for target in imports_of(path)
    ]


def arrows() -> dict[str, set[str]]:
    """From each room to the other rooms that it imports."""
    found: dict[str, set[str]] = {room: set() for room in ORDER}
    for one in all_imports():
        target = room_of(one.target)
        if one.room in found and target in found and target != one.room:
            found[one.room].add(target)
    return found
