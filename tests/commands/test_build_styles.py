"""The one style sheet is what its parts say."""

import re
from pathlib import Path

from django.core.management import call_command

from archive.management.commands.build_styles import PARTS, folder, join_styles


def test_the_joined_sheet_is_fresh() -> None:
    call_command("build_styles", check=True)


def test_every_part_is_joined() -> None:
    assert sorted(path.stem for path in folder().glob("*.css") if path.stem != "site") == sorted(PARTS)


def test_styles_know_neither_left_nor_right_nor_anything_from_elsewhere() -> None:
    # The margin boxes of a printed page and the names of transitions are the only places for such words.
    physical = re.compile(
        r"\b(?:margin|padding|border|inset)-(?:left|right)|\b(?:left|right)\s*:|text-align:\s*(?:left|right)"
    )
    assert physical.findall(join_styles()) == []
    assert re.findall(r"@import|url\(", join_styles()) == []


def test_every_variable_is_defined() -> None:
    styles = join_styles()
    assert set(re.findall(r"var\((--[\w-]+)", styles)) - set(re.findall(r"(--[\w-]+):", styles)) == set()


def test_no_template_carries_a_style_or_a_script() -> None:
    root = Path(folder()).parent.parent / "templates"
    # A script is a file of ours; nothing stands between its marks.
    script = r"<script(?! defer src=\"{% static '[\w./-]+' %}\"></script>)"
    inline = re.compile(rf"<style|{script}|\sstyle=|\son[a-z]+=|javascript:")
    pages = [path for path in root.rglob("*.html") if "admin" not in path.parts]
    assert [str(path) for path in pages if inline.search(path.read_text())] == []
