"""The rules of the house (DESIGN, "Layers"), read from the imports and the words of the code."""

import ast
import re
import sys
from collections import defaultdict

import pytest

from archive.parsing.families import FAMILIES
from script.architecture import PICTURE, draw
from tests.house import ORDER, ROOT, STOREY_OF, Import, all_imports, imports_of, modules, name_of, room_of

#: Rooms that know nothing of Django.
PURE = [room for room in ORDER if STOREY_OF[room] in "01"]


#: The modules of theirs that know a library.
OUTSIDE = {
    ("archive/arabic/english.py", "snowballstemmer"),
    ("archive/sources/formats/markup.py", "lxml"),
    ("archive/sources/formats/pdf/placing.py", "pdfminer"),
}


def shown(found: list[Import]) -> list[str]:
    return [f"{one.file} imports {one.target}" for one in found]


def is_standard(target: str) -> bool:
    return target.split(".")[0] in sys.stdlib_module_names


def test_every_module_stands_in_a_known_room() -> None:
    rooms = {room_of(name_of(path)) for path in modules("archive")}
    assert rooms - ORDER.keys() - {"", "__init__"} == set()


def test_the_package_itself_imports_nothing() -> None:
    assert list(imports_of(ROOT / "archive" / "__init__.py")) == []


def test_a_room_imports_only_rooms_that_stand_before_it() -> None:
    """So there is no arrow upward and no circle, between storeys nor within one."""
    wrong = [
        one
        for one in all_imports()
        if one.target.startswith("archive.") and ORDER[room_of(one.target)] > ORDER[one.room]
    ]
    assert shown(wrong) == []


def test_the_picture_of_the_house_shows_it_as_it_stands() -> None:
    assert PICTURE.read_text() == draw(), "script/architecture draws it anew"


def test_pure_rooms_know_the_standard_library_and_pure_rooms_only() -> None:
    """But for what reads XML, what stems English, each in one module, and what reads PDF, in a program of its own."""
    wrong = [
        one
        for one in all_imports()
        if one.room in PURE
        and not is_standard(one.target)
        and room_of(one.target) not in PURE
        and (one.file, one.target.split(".")[0]) not in OUTSIDE
    ]
    assert shown(wrong) == []


def test_models_know_django_and_storey_0_only() -> None:
    wrong = [
        one
        for one in all_imports()
        if STOREY_OF.get(one.room) == "2"
        and not is_standard(one.target)
        and not one.target.startswith("django.")
        and STOREY_OF.get(room_of(one.target)) not in ("0", "2")
    ]
    assert shown(wrong) == []


def test_a_class_name_stands_once_in_the_house() -> None:
    """But for the names that Django demands: one Command a command."""
    places = defaultdict(list)
    for folder in ("archive", "config"):
        for path in modules(folder):
            if "migrations" not in path.parts:
                for node in ast.parse(path.read_text()).body:
                    if isinstance(node, ast.ClassDef) and node.name != "Command":
                        places[node.name].append(name_of(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_settings_are_read_in_layers_3_and_4_and_the_archive_does_not_know_its_configuration() -> None:
    # Models must say which table holds the accounts; that is the one setting they name.
    low = [f"archive/{room}" for room in ORDER if STOREY_OF[room] in "012"]
    assert lines_with(r"\bsettings\.(?!AUTH_USER_MODEL\b)[A-Z]", low) == []
    assert shown([one for one in all_imports() if one.target.split(".")[0] == "config"]) == []


def test_there_are_no_signals_for_our_own_flow() -> None:
    # Django alone knows when a migration has made the permissions of which the roles of the desk consist.
    wrong = [
        one
        for one in all_imports()
        if one.target.startswith(("django.dispatch", "django.db.models.signals"))
        and (one.file, one.target) != ("archive/apps.py", "django.db.models.signals.post_migrate")
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
    # What is given out as a SQLite file is one on every database.
    allowed = ("archive/search/backends/", "archive/giving/whole.py")
    assert [line for line in found if not line.startswith(allowed)] == []


def test_the_code_knows_no_file_of_the_real_sources() -> None:
    assert lines_with(r"\b\d{3}_[0-9a-f]{16}\b|\b[0-9a-f]{64}\b", ["archive", "config"]) == []


def test_no_module_knows_a_family_of_papers_by_its_name() -> None:
    """What differs from family to family, and how each is called, is asked of `parsing/families/`."""
    # these words name rows, citations and relations of papers as well
    codes = {family.kind for family in FAMILIES} - {"agenda", "resolution", "corrigendum"}
    constants = {code.upper().replace("-", "_") for code in codes}
    own = ("archive/parsing/families/", "archive/migrations/")
    found = [
        f"{name}:{node.lineno}"
        for path in modules("archive")
        if not (name := str(path.relative_to(ROOT))).startswith(own)
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Constant) and node.value in codes)
        or (isinstance(node, ast.Attribute) and node.attr in constants)
    ]
    assert found == []
    assert lines_with(r"kind\s*(?:==|!=|in)\s*.*\bunknown\b", ["archive/parsing", "archive/loading"]) == []


def test_parsing_and_deriving_hold_no_word_lists() -> None:
    """Words are data of the vocabulary; what a family's titles begin with is data of the family."""
    word = re.compile("[\u0621-\u064a]{2,}")
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (*modules("archive/parsing"), *modules("archive/deriving"))
        if "families" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
        and sum(isinstance(one, ast.Constant) and bool(word.search(str(one.value))) for one in node.elts) > 2
    ]
    assert found == []
