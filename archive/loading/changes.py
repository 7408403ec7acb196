"""What a plan is made of: changes to rows, conflicts, problems. Nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal

from archive.parsing.problems import Problem
from archive.record.merge import FieldMerge, Outcome
from archive.record.row_kind import RowKind
from archive.record.values import Link, Offering, Value

Status = Literal["created", "updated", "unchanged", "copy", "truncated"]


class Moment(Enum):
    """In `write`: the moment of writing, for `missing_since`."""

    NOW = "now"


#: What a field is to be set to; a mapping is the new base.
Written = Offering | Moment | Mapping[str, Any]


class Refusal(Exception):
    """A document that is not loaded. `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Waits(Refusal):
    """A document that another one, which is not held yet, may complete."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row. `pk` is None for a row to be made; `write` is empty where nothing is written.

    Values of `write` are as the model takes them, but for dates (ISO) and links (resolved when written).
    """

    kind: RowKind
    locator: str
    outcome: Outcome
    pk: int | None = None
    write: dict[str, Written] = field(default_factory=dict)
    fields: tuple[FieldMerge, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictFound:
    kind: RowKind
    locator: str
    field: str
    stored: str
    offered: str
    #: Of a whole row that only the file has: all that it says of it, as JSON.
    carried: Mapping[str, Any] | None = None


@dataclass
class Plan:
    """Everything that loading one file would do.

    `known` gives the primary keys of rows that links name and that are there already; `absorbed` is the key of a
    paper only known so far that turns out to be this one; `former_slug` the address that this document gives up;
    `former_file` the name of the file of record that this one takes the place of. `removed` are rows that go (kind,
    key): texts in another language that its paper no longer has, and rows that stood in that language alone and have
    no Arabic; `turns`: the document stood in another language alone so far. `moves` are the places (series, number,
    suffix, copy) that provisional recommendations, by key, get from the report before anything else is written.
    """

    file: str
    status: Status
    symbol: str = ""
    document: int | None = None
    changes: list[Change] = field(default_factory=list)
    conflicts: list[ConflictFound] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problems_of_others: list[tuple[str, Problem]] = field(default_factory=list)
    known: dict[Link, int] = field(default_factory=dict)
    absorbed: int | None = None
    former_slug: str = ""
    former_file: str = ""
    removed: list[tuple[RowKind, int]] = field(default_factory=list)
    turns: bool = False
    moves: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def writes(self) -> bool:
        moved = self.absorbed or self.former_slug or self.removed or self.moves
        return bool(moved or any(change.write for change in self.changes))


def shown(value: object) -> str:
    """A value as a conflict shows it."""
    return "" if value is None else str(value)


def plain(value: Offering) -> Value:
    """A value as the merge compares it: a link is its locator."""
    return value.locator if isinstance(value, Link) else value
