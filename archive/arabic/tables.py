"""Word lists in files: a line a row, fields between tabs, `#` opens a comment line."""

from pathlib import Path


def read_table(path: Path) -> list[list[str]]:
    """Give the fields of every line of the file that is neither empty nor a comment. Raises OSError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
