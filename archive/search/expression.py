"""What is asked of the engine: a small tree. Only terms of the analyser stand in it, never what a reader typed."""

from dataclasses import dataclass
from typing import Literal

#: «level» holds how much a stem weighs in its text; see `levels`. «english» are stems as well.
Field = Literal["exact", "stem", "title", "level", "english_exact", "english"]


@dataclass(frozen=True, slots=True)
class Word:
    field: Field
    term: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms in a row, in one column."""

    field: Field
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every text; needed where a query only excludes."""


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The first, but not the second."""

    wanted: "Expression"
    excluded: "Expression"


Expression = Word | Phrase | Everything | All | Some | Without


def all_of(parts: list[Expression]) -> Expression:
    """All of at least one part; one part stands for itself."""
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def some_of(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def in_a_row(field: Field, terms: tuple[str, ...]) -> Expression:
    return Word(field, terms[0]) if len(terms) == 1 else Phrase(field, terms)
