"""Data files of the vocabulary: a row a line, columns apart by tabs, forms in a column by «|», comments behind «#»."""

from pathlib import Path

from archive.arabic.normalize import normalize

_FOLDER = Path(__file__).resolve().parent / "data"


def read_rows(name: str) -> list[list[str]]:
    """Give the rows of the file `name` in their order, each as its columns."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def folded_forms(column: str) -> tuple[str, ...]:
    """Give the forms of a column, normalised; none where it holds «-»."""
    return tuple(normalize(form) for form in column.split("|") if form != "-")


def read_forms(name: str) -> dict[str, tuple[str, ...]]:
    """Give by the first column of a file the normalised forms of the second; rows of one name together."""
    found: dict[str, tuple[str, ...]] = {}
    for part, forms in read_rows(name):
        found[part] = found.get(part, ()) + folded_forms(forms)
    return found
