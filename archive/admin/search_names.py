"""What is typed above a list names something: the rows that are it, or belong to it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import Model, Q

from archive.record.kinds import KIND_BY_NAME
from archive.search.reference import understand
from archive.search.stored_things import StoredThing

#: What citing calls a thing → the kind of its row.
_KINDS = {
    "recommendation": "recommendation",
    "meeting": "meeting",
    "document": "document",
    "paragraph": "paragraph",
    "treaty_article": "article",
    "topic": "topic",
}
#: A row belongs to what it points at, and to what that points at; further off nobody looks for it.
_FAR = 2


def named_rows(model: type[Model], typed: str) -> Q | None:
    """Give the condition for the rows of `model` that a whole typed text names: «5/2», a symbol or job number in any
    spelling, a locator, «توصيات الاجتماع السابع». None where it names nothing that this list has to do with.
    """
    reference = understand(typed)
    if not reference.is_whole:
        return None
    found = Q()
    for one in reference.looked_up:
        for stored in one.found:
            found |= _belonging_to(model, stored)
    return found or None


def _belonging_to(model: type[Model], stored: StoredThing) -> Q:
    found = Q()
    for kind, locator in _rows_named(stored):
        finder = KIND_BY_NAME[kind].find
        assert finder is not None
        for path in paths_to(model, KIND_BY_NAME[kind].model):
            found |= Q(**{f"{path}__in": finder(locator).values("pk")})
        if found:
            return found
    return found


def _rows_named(stored: StoredThing) -> Iterator[tuple[str, str]]:
    """The kind and locator of the row; of a lettered item also those of its recommendation."""
    kind = _KINDS.get(stored.thing.kind)
    if kind is None:
        return
    if kind == "recommendation" and stored.thing.letter:
        yield "subparagraph", stored.locator
        yield kind, stored.locator.rpartition(".")[0]
    elif kind == "paragraph" and "#" not in stored.locator:
        yield "document", stored.locator
    else:
        yield kind, stored.locator
        if kind == "paragraph":
            yield "document", stored.locator.partition("#")[0]


@cache
def paths_to(model: type[Model], target: type[Model]) -> tuple[str, ...]:
    """The shortest ways from a row to the rows of `target` that it is, or points at; none where it is farther off."""
    here: list[tuple[str, type[Model]]] = [("", model)]
    for _step in range(_FAR + 1):
        there = tuple(path or "pk" for path, reached in here if reached is target)
        if there:
            return there
        here = [step for path, reached in here for step in _steps(path, reached)]
    return ()


def _steps(path: str, model: type[Model]) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        if field.is_relation and field.related_model is not model:
            yield (f"{path}__{field.name}" if path else field.name), field.related_model
