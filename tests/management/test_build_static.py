"""The one style sheet and the one script are what their parts say."""

import re
from pathlib import Path

from django.core.management import call_command

from archive.management.commands.build_static import (
    LAYERS,
    files_by_layer,
    join_scripts,
    join_styles,
    joined_files,
    scripts,
    styles,
)

STYLES = join_styles(is_more=False) + join_styles(is_more=True)
TEMPLATES = styles().parent.parent / "templates"


def test_the_joined_files_are_fresh() -> None:
    call_command("build_static", check=True)


def test_every_sheet_stands_in_one_layer_of_one_file() -> None:
    names = [name for files in files_by_layer().values() for name in files]
    assert sorted(names) == sorted(
        path.stem for path in styles().glob("*.css") if path.stem not in ("site", "more")
    )
    first, more = (re.findall(r"@layer (\w+) {", join_styles(is_more=is_more)) for is_more in (False, True))
    assert (first, more) == (list(LAYERS), ["pages", "print"])


def test_the_theme_is_decided_before_any_other_part() -> None:
    whole = join_scripts()
    parts = sorted(path.stem for path in scripts().glob("*.js"))
    assert whole.count('"use strict"') == len(parts)
    assert whole.index("root.dataset.theme = theme") < whole.index("MutationObserver")


def test_remarks_do_not_travel() -> None:
    bodies = [text.partition("*/")[2] for text in joined_files().values()]
    assert [re.findall(r"^\s*(?:/\*|//).*", body, flags=re.MULTILINE) for body in bodies] == [[], [], []]


def test_styles_know_neither_left_nor_right_nor_anything_from_elsewhere() -> None:
    # The margin boxes of a printed page (@top-left) are the only place for such words.
    name = r"(?<![\w@-])(?:[a-z-]+-)?(?:left|right)(?:-[a-z]+)?\s*:"
    value = r"(?:float|clear|text-align|caption-side):\s*(?:left|right)"
    assert re.findall(f"{name}|{value}", STYLES) == []
    assert re.findall(r"@import|url\(", STYLES) == []


def test_every_variable_is_defined() -> None:
    assert set(re.findall(r"var\((--[\w-]+)", STYLES)) - set(re.findall(r"(--[\w-]+):", STYLES)) == set()


def test_no_template_carries_a_style_or_a_script() -> None:
    # A script is a file of ours, with nothing between its marks; facts for machines (JSON-LD) are not executed.
    ours = r"(?: defer)? src=\"(?:{% static '[\w./-]+' %}|/static/[\w./-]+)\"></script>"
    facts = r" type=\"application/ld\+json\">"
    inline = re.compile(rf"<style|<script(?!{facts}|{ours})|\sstyle=|\son[a-z]{3,}=|javascript:")
    pages = [path for path in Path(TEMPLATES).rglob("*.html") if "admin" not in path.parts]
    assert [str(path) for path in pages if inline.search(path.read_text())] == []


def test_no_script_makes_code_or_markup_out_of_text() -> None:
    dangerous = re.compile(r"\beval\(|new Function|\.innerHTML\s*=|insertAdjacentHTML|document\.write|\.style\b")
    worker = (scripts().parent / "worker" / "sw.js").read_text()
    assert dangerous.findall(join_scripts() + worker) == []
