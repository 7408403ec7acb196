"""The reader's language is asked in one place, and there it chooses between two names."""

import ast
from pathlib import Path

from django.utils import translation

from archive.display.names.language import in_language, isolated, label_of, marked
from archive.filters.kinds import FacetValue

ROOT = Path(__file__).resolve().parents[2]


def asks_for_the_language(path: Path) -> bool:
    """Whether the module names `get_language`, imported or as an attribute of `translation`."""
    return any(
        (isinstance(node, ast.alias) and node.name == "get_language")
        or (isinstance(node, ast.Attribute) and node.attr == "get_language")
        for node in ast.walk(ast.parse(path.read_text()))
    )


def test_one_module_asks_for_the_language() -> None:
    modules = [path for room in ("archive", "config") for path in (ROOT / room).rglob("*.py")]
    asking = [str(path.relative_to(ROOT)) for path in modules if asks_for_the_language(path)]
    # Of an address the language is a part, and models, which give addresses, stand below the names.
    assert sorted(asking) == ["archive/display/names/language.py", "archive/models/addresses.py"]


def test_english_readers_get_the_english_name_where_there_is_one() -> None:
    names = (("الأول", "First"), ("الثاني", ""))
    assert [in_language(*pair) for pair in names] == ["الأول", "الثاني"]
    with translation.override("en"):
        assert [in_language(*pair) for pair in names] == ["First", "الثاني"]


def test_arabic_names_are_marked_on_english_pages() -> None:
    values = [FacetValue(1, "a", "الاجتماع الأول", "First meeting"), FacetValue(2, "b", "2 (ج). صون القنوات")]
    assert [label_of(one) for one in values] == [("الاجتماع الأول", ""), ("2 (ج). صون القنوات", "")]
    with translation.override("en"):
        assert [label_of(one) for one in values] == [("First meeting", ""), ("2 (ج). صون القنوات", "ar")]


def test_marks_say_arabic_and_escape() -> None:
    assert [marked("أ & ب", ""), isolated("أ & ب", ""), isolated("", "")] == ["أ &amp; ب", "أ &amp; ب", ""]
    with translation.override("en"):
        assert marked("أ & ب", "") == '<span lang="ar" dir="rtl">أ &amp; ب</span>'
        assert isolated("أ & ب", "") == '<bdi lang="ar" dir="rtl">أ &amp; ب</bdi>'
        assert [marked("أ", "A & B"), isolated("أ", "A & B"), isolated("", "")] == ["A &amp; B", "A &amp; B", ""]
