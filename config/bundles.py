"""The style sheets and the script that pages ask for, built from their parts in static/css and static/js/parts."""

from collections.abc import Callable, Iterable

import rcssmin
import rjsmin

from config.environment import BASE_DIR

STYLES = BASE_DIR / "static" / "css"
DESK = BASE_DIR / "static" / "archive-admin"
SCRIPTS = BASE_DIR / "static" / "js" / "parts"

#: Layer → its files, in the order of the cascade. A later layer wins over every selector of an earlier one.
#: Files that no layer names are of one family of pages each, and stand in `pages` or, as print-*.css, in `print`.
LAYERS = {
    "tokens": ("tokens",),
    "base": ("base",),
    "shell": ("layout", "header", "dialog", "lists", "picture", "term"),
    "pages": (),
    "tight": ("touch", "tight"),
    "print": ("print",),
}
PRINT = "print-"
#: The families whose sheets are in site.css, all others are in more.css: those of the pages that weigh most, the
#: search by its script and a document by its text, of the first page, and of texts in a second language on any.
ARRIVING = ("home", "search", "facets", "results", "document", "give", "tongue")
#: Must be first: it decides about the theme before anything is painted.
FIRST = "first"


def joined_styles(*, is_more: bool, minify: Callable[[str], str] = rcssmin.cssmin) -> str:
    """The style sheets of one of the two files, each sheet in its layer, minified.

    Each by itself, before its layer stands around it: inside a layer the minifier takes the blank of `p :is(…)`.
    """
    wanted = {
        layer: [name for name in names if _is_more(layer, name) == is_more]
        for layer, names in files_by_layer().items()
    }
    layers = (f"@layer {layer}{{{minify(_sheets(names))}}}" for layer, names in wanted.items() if names)
    return f"@layer {','.join(LAYERS)};{''.join(layers)}"


def joined_scripts() -> str:
    """Every part, each a closed function of its own, minified."""
    parts = sorted(SCRIPTS.glob("*.js"), key=lambda path: (path.stem != FIRST, path.stem))
    minified: str = rjsmin.jsmin("".join(path.read_text("utf-8") for path in parts))
    return minified


def joined_desk() -> str:
    """The pages of staff: our tokens and what dresses Django's admin in them, none of it in a layer, since Django's own
    sheets stand in none. The tokens are put over Django's values of the same names, which bear an element besides.
    """
    tokens = (STYLES / "tokens.css").read_text("utf-8").replace(":root", "html:root")
    own = ((DESK / f"{name}.css").read_text("utf-8") for name in ("desk", "admin", "classifying"))
    minified: str = rcssmin.cssmin("".join((tokens, *own)))
    return minified


#: Name of a file that is served → what makes its text.
BUNDLES: dict[str, Callable[[], str]] = {
    "css/site.css": lambda: joined_styles(is_more=False),
    "css/more.css": lambda: joined_styles(is_more=True),
    "css/desk.css": joined_desk,
    "js/site.js": joined_scripts,
}


def files_by_layer() -> dict[str, tuple[str, ...]]:
    """Layer → the names of its files, each without its ending."""
    named = {name for names in LAYERS.values() for name in names}
    rest = sorted({path.stem for path in STYLES.glob("*.css")} - named)
    more = {
        "pages": tuple(name for name in rest if not name.startswith(PRINT)),
        "print": tuple(name for name in rest if name.startswith(PRINT)),
    }
    return {layer: (*names, *more.get(layer, ())) for layer, names in LAYERS.items()}


def _is_more(layer: str, name: str) -> bool:
    return name not in LAYERS[layer] and name.removeprefix(PRINT) not in ARRIVING


def _sheets(names: Iterable[str]) -> str:
    return "".join((STYLES / f"{name}.css").read_text("utf-8") for name in names)
