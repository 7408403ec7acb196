"""What a rule says now against what is stored: staff's word stands, the rule's own follows the rule."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from archive.models import Derived
from archive.record.merge import Outcome


class StoredWord(Protocol):
    """A stored row, whole or in part."""

    @property
    def is_suggested(self) -> bool: ...


Row = TypeVar("Row", bound=StoredWord)
Found = TypeVar("Found")


@dataclass
class Tally:
    """What became of the rows that were read again; `in_all` tells of those that were not as well.

    `joined` rows say what they said, but what they point at has come; `moved` ones stand elsewhere in a text that has
    changed, or have got or lost the lead among the clauses of their recommendation.
    """

    created: int = 0
    updated: int = 0
    missing: int = 0
    joined: int = 0
    moved: int = 0

    def add(self, settled: "Settled[Any, Any]") -> None:
        self.created += len(settled.new)
        self.updated += len(settled.changed)
        self.missing += len(settled.gone)

    @property
    def writes(self) -> bool:
        return bool(self.created or self.updated or self.missing or self.joined or self.moved)

    def in_all(self, model: type[Derived]) -> dict[Outcome, int]:
        """By outcome: all rows about which staff have decided count as kept."""
        rows: Any = model._default_manager.all()
        suggested = rows.suggested().count()
        return {
            "created": self.created,
            "updated": self.updated,
            "unchanged": suggested - self.created - self.updated,
            "kept": rows.count() - suggested,
            "missing": self.missing,
        }


@dataclass
class Settled(Generic[Row, Found]):
    """`standing` are rows about which staff have decided: whatever the rule says, they stay as they are."""

    new: list[Found] = field(default_factory=list)
    changed: list[tuple[Row, Found]] = field(default_factory=list)
    unchanged: list[Row] = field(default_factory=list)
    standing: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)

    def add(self, other: "Settled[Row, Found]") -> None:
        self.new += other.new
        self.changed += other.changed
        self.unchanged += other.unchanged
        self.standing += other.standing
        self.gone += other.gone

    @property
    def writes(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def settle(
    pairs: Iterable[tuple[Row | None, Found | None]], same: Callable[[Row, Found], bool]
) -> Settled[Row, Found]:
    """Sort out pairs of what is stored and what was found; `same`: the row says what was found."""
    settled: Settled[Row, Found] = Settled()
    for row, found in pairs:
        if row is None:
            if found is not None:
                settled.new.append(found)
        elif not row.is_suggested:
            settled.standing.append(row)
        elif found is None:
            settled.gone.append(row)
        elif same(row, found):
            settled.unchanged.append(row)
        else:
            settled.changed.append((row, found))
    return settled


def pair_by_key(stored: Mapping[Any, Row], found: Mapping[Any, Found]) -> list[tuple[Row | None, Found | None]]:
    return [(stored.get(key), found.get(key)) for key in {**stored, **found}]


def write_over(rows: Sequence[Derived], names: Sequence[str], portion: int) -> None:
    """Write these fields of rows that are there, a portion with one statement.

    As rows that are there already: a fifth of the time of `bulk_update`, which makes an expression of every value.
    """
    if rows:
        manager: Any = type(rows[0])._default_manager
        manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=names, batch_size=portion
        )


def relocate(phrase: str, text: str, start: int | None) -> tuple[int, int] | None:
    """Where the phrase stands in a text that has changed: nearest to where it stood; None where it stands no more."""
    places = []
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        places.append(at)
        at = text.find(phrase, at + 1)
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - (start or 0)))
    return best, best + len(phrase)
