"""The rules of the house (DESIGN, "Layers"), read from the imports and the words of the code."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = {
    "arabic": 0, "numbering": 0, "vocabulary": 0,
    "sources": 1, "parsing": 1, "deriving": 1,
    "models": 2, "migrations": 2,
    "record": 3, "search": 3, "derivations": 3, "loading": 3, "filters": 3,
    "display": 3.5, "exports": 3.5, "api": 3.5,
    "views": 4, "admin": 4, "templatetags": 4, "management": 4, "context": 4, "urls": 4, "apps": 4,
}  # fmt: skip
# The rooms of layer 3 that each of them may look into: those below it.
BELOW = {
    "record": (),
    "search": ("record",),
    "derivations": ("record", "search"),
    "loading": ("record", "search", "derivations"),
    "filters": ("record", "search"),
}


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


def shown(found: list[Import]) -> list[str]:
    return [f"{one.file} imports {one.target}" for one in found]


def is_standard(target: str) -> bool:
    return target.split(".")[0] in sys.stdlib_module_names


def test_every_module_stands_in_a_known_room() -> None:
    rooms = {room_of(name_of(path)) for path in modules("archive")}
    assert rooms - LAYERS.keys() - {"", "__init__"} == set()


def test_the_package_itself_imports_nothing() -> None:
    assert list(imports_of(ROOT / "archive" / "__init__.py")) == []


def test_nothing_imports_upward() -> None:
    wrong = [
        one
        for one in all_imports()
        if one.target.startswith("archive.") and LAYERS[room_of(one.target)] > LAYERS[one.room]
    ]
    assert shown(wrong) == []


def test_layers_0_and_1_know_the_standard_library_and_themselves_only() -> None:
    wrong = [
        one
        for one in all_imports()
        if LAYERS.get(one.room, 9) <= 1
        and not is_standard(one.target)
        and not one.target.startswith("archive.")
    ]
    assert shown(wrong) == []


def test_models_know_django_and_layer_0_only() -> None:
    wrong = [
        one
        for one in all_imports()
        if one.room in ("models", "migrations")
        and not is_standard(one.target)
        and not one.target.startswith("django.")
        and LAYERS.get(room_of(one.target), 9) not in (0, 2)
    ]
    assert shown(wrong) == []


def test_rooms_of_layer_3_look_down_only() -> None:
    assert BELOW.keys() == {room for room, layer in LAYERS.items() if layer == 3}
    wrong = [
        one
        for one in all_imports()
        if one.room in BELOW
        and room_of(one.target) in BELOW
        and room_of(one.target) not in (one.room, *BELOW[one.room])
    ]
    assert shown(wrong) == []


def test_no_two_rooms_look_into_each_other() -> None:
    seen = {(one.room, room_of(one.target)) for one in all_imports() if one.target.startswith("archive.")}
    seen = {(one, other) for one, other in seen if one and one != other and LAYERS[one] >= 2}
    around = reaching(seen)
    assert sorted((one, other) for one, other in seen if (other, one) in around) == []


def reaching(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Who reaches whom, by whatever way round."""
    found = set(pairs)
    while more := {(a, d) for a, b in found for c, d in pairs if b == c} - found:
        found |= more
    return found


def test_settings_are_read_in_layers_3_and_4_and_the_archive_does_not_know_its_configuration() -> None:
    # Models must say which table holds the accounts; that is the one setting they name.
    low = [f"archive/{room}" for room, layer in LAYERS.items() if layer < 3]
    assert lines_with(r"\bsettings\.(?!AUTH_USER_MODEL\b)[A-Z]", low) == []
    assert shown([one for one in all_imports() if one.target.split(".")[0] == "config"]) == []


def test_there_are_no_signals_for_our_own_flow() -> None:
    wrong = [
        one for one in all_imports() if one.target.startswith(("django.dispatch", "django.db.models.signals"))
    ]
    assert shown(wrong) == []


def test_no_model_hides_logic_in_save() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("archive/models")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name == "save"
    ]
    assert wrong == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "common", "misc"}
    found = [
        str(path.relative_to(ROOT))
        for folder in ("archive", "config", "tests", "script")
        for path in modules(folder)
        if nothing & set(path.relative_to(ROOT).with_suffix("").parts)
    ]
    assert found == []


def lines_with(pattern: str, folders: list[str]) -> list[str]:
    """«file:line: text» of every line of code there that matches."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in folders
        for path in modules(folder)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_one_module_reads_the_environment() -> None:
    # To name the settings module is to write the environment, not to read it.
    reading = r"os\.environ(?!\.setdefault\(\"DJANGO_SETTINGS_MODULE\")|os\.getenv"
    found = lines_with(reading, ["archive", "config"])
    assert [line for line in found if not line.startswith("config/environment.py:")] == []


@pytest.mark.parametrize("word", ["psycopg", "MATCH", "tsvector", "tsquery", "fts5", "sqlite3"])
def test_words_of_one_database_stand_in_its_backend_only(word: str) -> None:
    found = lines_with(rf"\b{word}\b", ["archive"])
    assert [line for line in found if not line.startswith("archive/search/backends/")] == []


def test_the_code_knows_no_file_of_the_real_sources() -> None:
    assert lines_with(r"\b\d{3}_[0-9a-f]{16}\b|\b[0-9a-f]{64}\b", ["archive", "config"]) == []
