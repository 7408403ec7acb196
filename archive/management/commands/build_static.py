"""build_static: static/css/*.css → site.css and more.css, static/js/parts/*.js → site.js: what pages ask for."""

import re
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

HEADER = "/* Built by `manage.py build_static` from the files beside it. Change those, not this one. */\n"

#: Layer → its files, in the order of the cascade. A later layer wins over every selector of an earlier one.
#: Files that no layer names are of one family of pages each, and stand in `pages` or, as print-*.css, in `print`.
LAYERS = {
    "tokens": ("tokens",),
    "base": ("base",),
    "shell": ("layout", "header", "dialog", "lists", "picture"),
    "pages": (),
    "print": ("print",),
}
PRINT = "print-"
#: The families whose sheets are in site.css, all others are in more.css: those of the pages that weigh most, the
#: search by its script and a document by its text, and of the first page.
ARRIVING = ("home", "search", "facets", "results", "document")
#: Must be first: it decides about the theme before anything is painted.
FIRST = "first"


class Command(BaseCommand):
    help = "Joins static/css/*.css into css/site.css and css/more.css, and static/js/parts/*.js into js/site.js."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail if a joined file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        for target, joined in joined_files().items():
            if target.exists() and target.read_text("utf-8") == joined:
                continue
            name = target.relative_to(settings.BASE_DIR)
            if check:
                raise CommandError(f"{name} is stale. Run manage.py build_static.")
            target.write_text(joined, "utf-8")
            self.stdout.write(f"built {name}")


def styles() -> Path:
    return Path(settings.BASE_DIR) / "static" / "css"


def scripts() -> Path:
    return Path(settings.BASE_DIR) / "static" / "js" / "parts"


def joined_files() -> dict[Path, str]:
    """Every file that is served, with the text that it should have."""
    return {
        styles() / "site.css": join_styles(is_more=False),
        styles() / "more.css": join_styles(is_more=True),
        scripts().parent / "site.js": join_scripts(),
    }


def join_styles(*, is_more: bool) -> str:
    """The style sheets of one of the two files, each sheet in its layer, without remarks."""
    order = f"@layer {', '.join(LAYERS)};\n"
    wanted = {
        layer: [name for name in names if _is_more(layer, name) == is_more]
        for layer, names in files_by_layer().items()
    }
    layers = (f"@layer {layer} {{\n{_sheets(names)}}}\n" for layer, names in wanted.items() if names)
    return HEADER + order + "".join(layers)


def _is_more(layer: str, name: str) -> bool:
    return name not in LAYERS[layer] and name.removeprefix(PRINT) not in ARRIVING


def files_by_layer() -> dict[str, tuple[str, ...]]:
    """Layer → the names of its files, each without its ending."""
    named = {name for names in LAYERS.values() for name in names}
    rest = sorted(path.stem for path in styles().glob("*.css") if path.stem not in {*named, "site", "more"})
    more = {
        "pages": tuple(name for name in rest if not name.startswith(PRINT)),
        "print": tuple(name for name in rest if name.startswith(PRINT)),
    }
    return {layer: (*names, *more.get(layer, ())) for layer, names in LAYERS.items()}


def join_scripts() -> str:
    """Every part, each a closed function of its own, without its comments."""
    names = sorted(path.stem for path in scripts().glob("*.js"))
    texts = ((scripts() / f"{name}.js").read_text("utf-8") for name in sorted(names, key=lambda name: name != FIRST))
    return HEADER + "".join(_without_remarks(text) for text in texts)


def _sheets(names: Iterable[str]) -> str:
    text = "".join((styles() / f"{name}.css").read_text("utf-8") for name in names)
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    # A rule to a line, without the blanks that mean nothing.
    return re.sub(r"\s*([{};,])[^\S\n]*", r"\1", re.sub(r"\n\s*", "\n", bare)).lstrip()


def _without_remarks(text: str) -> str:
    """Drops remarks that have lines to themselves; one behind code stays, for it may be part of a string."""
    text = re.sub(r"^\s*/\*.*?\*/\n", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"^\s*(//.*)?\n", "", text, flags=re.MULTILINE)
