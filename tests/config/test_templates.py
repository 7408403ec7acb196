"""Templates are laid out for reading, and their layout does not reach the page."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.template.loader import get_template

from config.templates import joined

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
MOST = 120


def rendered(folder: Path, text: str, **context: object) -> str:
    """What a template of the site says, loaded as the site loads its own."""
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text(text)
    loaders = [("config.templates.Loader", ["django.template.loaders.filesystem.Loader"])]
    engine = Engine(dirs=[str(folder / "templates")], loaders=loaders)
    return engine.get_template("page.html").render(Context(context))


def test_a_line_break_beside_a_tag_of_django_is_nothing_and_elsewhere_a_blank() -> None:
    cases = {
        "\n  <p>\n    ": "<p>",
        "\n": "",
        "one\n  two": "one\ntwo",
        "</b>\n    <i>": "</b>\n<i>",
        " \n , ": ", ",
        " ": " ",
        " word ": " word ",
    }
    assert {text: joined(text) for text in cases} == cases


def test_a_page_is_the_same_however_it_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    text = """
      <p>
        {{ name }}
        {% if place %}
          , <b
              {% if place %} lang="ar"{% endif %}>{{ place }}</b>
          {% for one in "ab" %}
            {{ one }}{{ " " }}
          {% endfor %}
        {% endif %}
        .
      </p>
    """
    assert rendered(tmp_path, text, name="N", place="P") == '<p>N, <b lang="ar">P</b>a b .\n</p>'


def test_templates_of_others_stay_as_they_are(tmp_path: Path) -> None:
    assert rendered(tmp_path, "<p>\n  {{ name }}\n</p>", name="N") == "<p>\n  N\n</p>"


def test_a_template_knows_the_lines_of_its_file() -> None:
    nodes = get_template("archive/about.html").template.nodelist  # type: ignore[attr-defined]
    assert [node.token.lineno for node in nodes] == [1]
    assert max(node.token.lineno or 0 for node in nodes[0].nodelist.get_nodes_by_type(object)) > 50


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_line_of_a_template_is_not_too_long_to_read(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    assert [(number, len(line)) for number, line in enumerate(lines, start=1) if len(line) > MOST] == []
    assert [number for number, line in enumerate(lines, start=1) if "\t" in line or line != line.rstrip()] == []
