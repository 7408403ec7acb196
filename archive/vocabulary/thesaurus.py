"""The thesaurus to start from, as data; once loaded it belongs to staff."""

from .data_files import read_rows


def read_groups() -> tuple[tuple[str, ...], ...]:
    """Give the groups of expressions of the same meaning, in the order of the file."""
    return tuple(
        tuple(expression.strip() for expression in line.split("|"))
        for (line,) in read_rows("thesaurus.txt")
    )
