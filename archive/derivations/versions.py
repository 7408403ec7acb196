"""The version of a room of the code: a digest of what its code and data say, blind to comments and layout."""

import ast
import json
import tomllib
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from archive.models import LoadMemory

_PACKAGE = Path(__file__).resolve().parents[1]
#: What decides how a file is read and what rows it gives.
READING = ("arabic", "numbering", "vocabulary", "sources", "parsing", "record", "loading")
#: What decides what is derived from the texts.
RULES = ("arabic", "numbering", "vocabulary", "parsing", "citing", "deriving", "record", "derivations")

_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def version_of(rooms: tuple[str, ...]) -> str:
    """A digest that changes when what the rooms do may change, so that no version has to be raised by hand.

    To read the code takes half as long as a whole load of files that are as they were (0.25 s for 140 modules), so
    the database remembers what the same bytes said.
    """
    files = files_of(rooms)
    key = f"version:{'+'.join(rooms)}"
    digest = _digest(path.read_bytes() for path in files)
    known = LoadMemory.objects.filter(key=key, digest=digest).values_list("standing", flat=True).first()
    if known is not None:
        return known
    said = _digest(what_it_says(path.name, path.read_bytes()).encode() for path in files)
    LoadMemory.objects.update_or_create(key=key, defaults={"digest": digest, "standing": said})
    return said


def files_of(rooms: Iterable[str]) -> list[Path]:
    """The code and data of the rooms, always in the same order."""
    found = (path for room in rooms for path in sorted((_PACKAGE / room).rglob("*")))
    return [path for path in found if path.suffix in (".py", ".tsv", ".txt", ".toml")]


def _digest(parts: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=12)
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()


def what_it_says(name: str, data: bytes) -> str:
    """The content of a file without what changes nothing: comments, docstrings, blank lines, layout of code."""
    text = data.decode()
    if name.endswith(".py"):
        return ast.dump(_without_docstrings(ast.parse(text)))
    if name.endswith(".toml"):
        return json.dumps(tomllib.loads(text), ensure_ascii=False, default=str)
    return "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    return tree
