"""The style sheets and the script are what their parts say, and every way of serving finds them."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Page

from config import bundles
from config.bundles import BUNDLES, LAYERS, SCRIPTS, files_by_layer, joined_scripts, joined_styles
from config.finders import build

STYLES = joined_styles(is_more=False) + joined_styles(is_more=True)
TEMPLATES = settings.BASE_DIR / "templates"


@pytest.mark.parametrize("name", BUNDLES)
def test_the_built_files_are_found_as_any_other_file(name: str) -> None:
    found = finders.find(name)
    assert found is not None and Path(found).read_text("utf-8") == BUNDLES[name]()
    assert finders.find(name, find_all=True) == [found]
    assert finders.find(f"{name}.gz") is None


def test_a_part_that_changes_is_in_the_next_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundles, "SCRIPTS", tmp_path)
    (tmp_path / "zeal.js").write_text("first();\n// a remark\n")
    (tmp_path / "first.js").write_text("theme();\n")
    try:
        assert build("js/site.js").read_text() == "theme();first();"
        (tmp_path / "zeal.js").write_text("second();\n")
        assert build("js/site.js").read_text() == "theme();second();"
    finally:
        monkeypatch.undo()
        build("js/site.js")


def test_collected_files_are_compressed_and_carry_a_digest_in_their_names(tmp_path: Path) -> None:
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={**settings.STORAGES, "staticfiles": manifest}):
        call_command("collectstatic", interactive=False, verbosity=0)
    served = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")}
    for name, text in BUNDLES.items():
        stem, ending = name.split(".")
        (digested,) = [one for one in served if re.fullmatch(rf"{stem}\.[0-9a-f]{{12}}\.{ending}", one)]
        assert (tmp_path / digested).read_text("utf-8") == text()
        assert {f"{digested}.br", f"{digested}.gz"} <= served


#: Every rule of a sheet as a browser says it again (of layers and conditions their head, then what stands in them),
#: but for blanks behind commas and colons, which mean nothing.
RULES = """(text) => {
  const read = (rule) => rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)
    ? [rule.cssText.split("{")[0], ...[...rule.cssRules].flatMap(read)]
    : [rule.cssText];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].flatMap(read).map((text) => text.replaceAll(/([,:]) /g, "$1"));
}"""


@pytest.mark.once
@pytest.mark.parametrize("is_more", [False, True])
def test_a_browser_reads_the_same_rules_as_in_the_parts(page: Page, is_more: bool) -> None:
    page.set_content("<p>")
    whole = page.evaluate(RULES, joined_styles(is_more=is_more, minify=str))
    assert page.evaluate(RULES, joined_styles(is_more=is_more)) == whole
    # As many as there are places for declarations, and not one layer taken for a rule.
    assert len(whole) > 400


def test_every_sheet_stands_in_one_layer_of_one_file() -> None:
    names = [name for files in files_by_layer().values() for name in files]
    assert sorted(names) == sorted(path.stem for path in bundles.STYLES.glob("*.css"))
    first, more = (re.findall(r"@layer (\w+){", joined_styles(is_more=is_more)) for is_more in (False, True))
    assert (first, more) == (list(LAYERS), ["pages", "print"])


def test_the_theme_is_decided_before_any_other_part() -> None:
    whole = joined_scripts()
    parts = sorted(path.stem for path in SCRIPTS.glob("*.js"))
    assert whole.count('"use strict"') == len(parts)
    assert whole.index("root.dataset.theme=theme") < whole.index("MutationObserver")


def test_remarks_do_not_travel() -> None:
    remarks = [re.findall(r"/\*|^\s*//", text(), flags=re.MULTILINE) for text in BUNDLES.values()]
    assert remarks == [[], [], [], []]


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
    inline = re.compile(rf"<style|<script(?!{facts}|{ours})|\sstyle=|\son[a-z]{{3,}}=|javascript:")
    pages = [path for path in Path(TEMPLATES).rglob("*.html") if "admin" not in path.parts]
    assert [str(path) for path in pages if inline.search(path.read_text())] == []


def test_no_script_makes_code_or_markup_out_of_text() -> None:
    dangerous = re.compile(r"\beval\(|new Function|\.innerHTML\s*=|insertAdjacentHTML|document\.write|\.style\b")
    worker = (SCRIPTS.parent / "worker" / "sw.js").read_text()
    assert dangerous.findall(joined_scripts() + worker) == []
