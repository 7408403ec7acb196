"""Tools that are part of another one: who tells of the part tells of the whole."""

from collections.abc import Iterable

#: Code of the part to the code of the whole (codes of `tools`).
WHOLE_OF: dict[str, str] = {
    "som-knowledge-portal": "sherloc",
    "tip-knowledge-portal": "sherloc",
    "case-law-database": "sherloc",
    "legislation-database": "sherloc",
    "bibliographic-database": "sherloc",
    "university-modules-database": "sherloc",
    "interpol-travel-documents": "interpol-databases",
}


def with_wholes(codes: Iterable[str]) -> tuple[str, ...]:
    """Give the codes, each once, then those of what they are part of."""
    named = list(dict.fromkeys(codes))
    wholes = [WHOLE_OF[code] for code in named if code in WHOLE_OF]
    return tuple(dict.fromkeys([*named, *wholes]))
