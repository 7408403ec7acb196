"""The words that open what a sentence says aside (means, purpose, example, context), as data."""

from functools import cache
from pathlib import Path

from archive.arabic.normalize import normalize

_FILE = Path(__file__).resolve().parent / "data" / "asides.tsv"


@cache
def read_asides() -> dict[str, tuple[str, ...]]:
    """Give by place the normalised forms, in the order of the data file."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, forms = line.split("\t")
            found[place] = found.get(place, ()) + tuple(normalize(form) for form in forms.split("|"))
    return found
