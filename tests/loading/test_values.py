"""The classes of values say the same fields as the kinds of rows."""

from typing import Any, get_args, get_type_hints

import pytest

from archive.record.kinds import ROW_KINDS
from archive.record.row_kind import RowKind
from archive.record.values import Link, RowValues

SOURCED = [kind for kind in ROW_KINDS if kind.sourced]
VALUES: dict[str, Any] = {values.__name__: values for values in get_args(RowValues)}


def hints_of(kind: RowKind) -> dict[str, Any]:
    return get_type_hints(VALUES[f"{kind.model.__name__}Values"])


def test_every_kind_that_a_source_fills_has_its_class() -> None:
    assert list(VALUES) == [f"{kind.model.__name__}Values" for kind in SOURCED]


@pytest.mark.parametrize("kind", SOURCED, ids=str)
def test_the_fields_of_the_class_are_those_of_the_kind(kind: RowKind) -> None:
    assert sorted(hints_of(kind)) == sorted(kind.fields)


@pytest.mark.parametrize("kind", SOURCED, ids=str)
def test_what_the_class_types_as_a_link_is_a_link_of_the_kind(kind: RowKind) -> None:
    links = {name for name, hint in hints_of(kind).items() if hint is Link or Link in get_args(hint)}
    assert links == kind.links.keys()
