"""What tables of fields are made of: a field says its name, where its value comes from and what it may hold.

A shape is such a table; both the representation of a row and the schema in OpenAPI come from it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from .schema import ADDRESS, DATE, Schema, closed, list_of, or_null, ref

Representation = dict[str, Any]
#: From an address within the site to one that works anywhere.
Absolute = Callable[[str], str]

Row = TypeVar("Row")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """A field of the answers that show a `Row`. With `when` it is there only where that holds."""

    name: str
    schema: Schema
    value: Callable[[Row, Absolute], Any]
    when: Callable[[Row], bool] | None = None


# Without slots, of which a frozen class cannot be called as Shape[Row](…) in Python 3.11.
@dataclass(frozen=True)
class Shape(Generic[Row]):
    """The fields of one kind of answer, in their order. Without a name it stands within another shape."""

    name: str
    fields: tuple[Field[Row], ...]

    def represent(self, row: Row, absolute: Absolute) -> Representation:
        """The row as plain dictionaries; asks the database nothing that was not fetched with it."""
        return {
            one.name: one.value(row, absolute) for one in self.fields if one.when is None or one.when(row)
        }

    @property
    def schema(self) -> Schema:
        return closed(
            {one.name: one.schema for one in self.fields},
            [one.name for one in self.fields if one.when is not None],
        )

    @property
    def reference(self) -> Schema:
        """As it stands within another: by its name, else whole."""
        return ref(self.name) if self.name else self.schema


def plain(
    name: str,
    schema: Schema,
    value: str | Callable[[Row], Any] = "",
    when: Callable[[Row], bool] | None = None,
) -> Field[Row]:
    """A value as it is: of the attribute of this name, of another («parent.slug»), or what a function gives."""
    get: Callable[[Row], Any] = value if callable(value) else attrgetter(value or name)
    return Field(name, schema, lambda row, _absolute: get(row), when)


def day(name: str) -> Field[Row]:
    """A date as ISO 8601 writes it, or null."""
    get = attrgetter(name)
    return Field(
        name, or_null(DATE), lambda row, _absolute: found.isoformat() if (found := get(row)) else None
    )


def link(name: str, path: Callable[[Row], str]) -> Field[Row]:
    """An address, from its path within the site."""
    return Field(name, ADDRESS, lambda row, absolute: absolute(path(row)))


def link_or_null(
    name: str, path: Callable[[Row], str | None], when: Callable[[Row], bool] | None = None
) -> Field[Row]:
    """An address, or null where there is none."""

    def value(row: Row, absolute: Absolute) -> str | None:
        found = path(row)
        return None if found is None else absolute(found)

    return Field(name, or_null(ADDRESS), value, when)


def one(
    name: str, shape: Shape[Part], get: Callable[[Row], Part], when: Callable[[Row], bool] | None = None
) -> Field[Row]:
    """Another row in its shape."""
    return Field(name, shape.reference, lambda row, absolute: shape.represent(get(row), absolute), when)


def one_or_null(
    name: str,
    shape: Shape[Part],
    get: Callable[[Row], Part | None],
    when: Callable[[Row], bool] | None = None,
) -> Field[Row]:
    """Another row in its shape, or null where there is none."""

    def value(row: Row, absolute: Absolute) -> Representation | None:
        part = get(row)
        return None if part is None else shape.represent(part, absolute)

    return Field(name, or_null(shape.reference), value, when)


def many(
    name: str,
    shape: Shape[Part],
    get: Callable[[Row], Iterable[Part]],
    when: Callable[[Row], bool] | None = None,
    most: int | None = None,
) -> Field[Row]:
    """Other rows in their shape, at most so many."""
    schema = list_of(shape.reference) | ({} if most is None else {"maxItems": most})

    def value(row: Row, absolute: Absolute) -> list[Representation]:
        return [shape.represent(part, absolute) for part in get(row)]

    return Field(name, schema, value, when)
