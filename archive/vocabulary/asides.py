"""The words that open what a sentence says aside (means, purpose, example, context), as data."""

from functools import cache

from .data_files import read_forms


@cache
def read_asides() -> dict[str, tuple[str, ...]]:
    """Give by place the normalised forms, in the order of the data file."""
    return read_forms("asides.tsv")
