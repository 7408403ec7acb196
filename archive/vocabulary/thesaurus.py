"""The thesaurus to start from, as data; once loaded it belongs to staff."""

from pathlib import Path

_FILE = Path(__file__).resolve().parent / "data" / "thesaurus.txt"


def read_groups() -> tuple[tuple[str, ...], ...]:
    """Give the groups of expressions of the same meaning, in the order of the file."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(expression.strip() for expression in line.split("|"))
        for line in lines
        if line and not line.startswith("#")
    )
