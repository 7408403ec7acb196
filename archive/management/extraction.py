"""Every message of templates/ and archive/, with the files in which it stands."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

#: Function of django.utils.translation → how many of its first arguments are (context, texts).
FUNCTIONS = {
    "gettext": (0, 1), "gettext_lazy": (0, 1), "gettext_noop": (0, 1),
    "ngettext": (0, 2), "ngettext_lazy": (0, 2),
    "pgettext": (1, 1), "pgettext_lazy": (1, 1),
    "npgettext": (1, 2), "npgettext_lazy": (1, 2),
}  # fmt: skip
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
# What templatize() leaves of a template: gettext('…'), ngettext('…', '…',count), _("…") between blanks.
_CALL = re.compile(rf"(?<![A-Za-z])(n?p?gettext|_)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)")


class Message(NamedTuple):
    """What a translator is asked for."""

    context: str | None
    singular: str
    plural: str | None


def all_messages(root: Path) -> dict[Message, list[str]]:
    """Message → its files, relative to `root`; in the order of the files and of the messages in them."""
    found: dict[Message, list[str]] = {}
    for folder, ending, read in (("templates", "html", in_template), ("archive", "py", in_module)):
        for path in sorted((root / folder).rglob(f"*.{ending}")):
            for message in dict.fromkeys(read(path)):
                found.setdefault(message, []).append(path.relative_to(root).as_posix())
    return found


def in_template(path: Path) -> Iterator[Message]:
    """The messages of a template: translate, blocktranslate and _() within tags."""
    for function, strings in _CALL.findall(templatize(path.read_text("utf-8"), origin=str(path))):
        yield _message("gettext" if function == "_" else function, ast.literal_eval(f"({strings},)"))


def in_module(path: Path) -> Iterator[Message]:
    """The messages of a module: calls whose arguments are texts, and counts («%(count)s …») wherever they stand."""
    tree = ast.parse(path.read_text("utf-8"))
    names = _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            function = names[node.func.id]
            strings = node.args[: sum(FUNCTIONS[function])]
            if all(isinstance(string, ast.Constant) for string in strings):
                yield _message(function, [ast.literal_eval(string) for string in strings])
        # Counts may stand in a table; wherever they stand, the same words serve for one and for many.
        elif isinstance(node, ast.Constant) and str(node.value).startswith("%(count)s ") and names:
            yield Message(None, str(node.value), str(node.value))


def _imported(tree: ast.Module) -> dict[str, str]:
    """Name in this module → the function of django.utils.translation that it is."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in FUNCTIONS
    }


def _message(function: str, strings: Iterable[str]) -> Message:
    contexts, texts = FUNCTIONS[function]
    context, *rest = strings if contexts else (None, *strings)
    return Message(context, str(rest[0]), rest[1] if texts == 2 else None)
