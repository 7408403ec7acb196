"""A plan as plain data: what would be new, what would change and how, what vanished, where staff's edits stand against
it; and its digest, by which two plans are told to be the same.
"""

from collections.abc import Mapping
from typing import Any

from archive.derivations.digests import digest_of
from archive.loading.changes import Change, Plan, plain
from archive.loading.report import OUTCOMES
from archive.record.kinds import ROW_KINDS
from archive.record.values import Link

from .showing import problem_shown

#: Fields that the machine keeps beside a text, and that tell a person nothing.
_UNTOLD = frozenset(
    {"source_values", "corrections", "printed_corrections", "left_out", "source_places", "source_sha256", "digest"}
    | {"first_line", "last_line", "missing_since", "unplaced", "position", "slug", "locator"}
)
#: Of a new row these are shown, the first that it has.
_WORDS = ("title", "chapeau", "text", "name_ar", "printed", "body")


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """`counts`: by kind and outcome; `new`, `changed`, `missing`: rows by kind; `conflicts` with both values."""
    counts: dict[str, dict[str, int]] = {}
    for change in plan.changes:
        by_outcome = counts.setdefault(change.kind.name, {})
        by_outcome[change.outcome] = by_outcome.get(change.outcome, 0) + 1
    told = [change for change in plan.changes if change.outcome != "unchanged"]
    return {
        "file": plan.file,
        "former_file": plan.former_file,
        "status": plan.status,
        "symbol": plan.symbol,
        "document": plan.document,
        "writes": plan.writes,
        "counts": {
            kind.name: {one: counts[kind.name][one] for one in OUTCOMES if one in counts[kind.name]}
            for kind in ROW_KINDS
            if kind.name in counts
        },
        "new": [_new(one) for one in told if one.outcome == "created"],
        "changed": [_changed(one) for one in told if one.outcome in ("updated", "kept", "conflict") and one.fields],
        "missing": [[one.kind.name, one.locator] for one in told if one.outcome == "missing"],
        "conflicts": [
            {
                "kind": one.kind.name,
                "locator": one.locator,
                "field": one.field,
                "held": one.stored,
                "offered": one.offered,
                "carried": bool(one.carried),
            }
            for one in plan.conflicts
        ],
        "problems": [problem_shown(one) for one in plan.problems],
        "problems_of_others": [[file, one.message] for file, one in plan.problems_of_others],
    }


def digest_of_plan(plan: Plan, token: str) -> str:
    """Of all that would be written, and of the state in which it was planned."""
    rows = [
        [one.kind.name, one.locator, one.outcome, one.pk, _written(one.write)]
        for one in plan.changes
    ]
    conflicts = [[one.kind.name, one.locator, one.field, one.stored, one.offered] for one in plan.conflicts]
    return digest_of(token, plan.file, plan.status, plan.document, plan.absorbed, plan.former_slug, rows, conflicts)


def _written(value: Any) -> Any:
    """What is written, as JSON knows it, alike in every process: a link is the row that it names."""
    if isinstance(value, Link):
        return [value.kind.name, value.locator]
    if isinstance(value, Mapping):
        return [[str(name), _written(value[name])] for name in sorted(value, key=str)]
    if isinstance(value, list | tuple):
        return [_written(one) for one in value]
    return value if value is None or isinstance(value, str | int) else str(value)


def _new(change: Change) -> list[str]:
    words = next((str(change.write[name]) for name in _WORDS if _is_words(change.write.get(name))), "")
    return [change.kind.name, change.locator, words]


def _is_words(value: Any) -> bool:
    return bool(value) and not isinstance(value, Link)


def _changed(change: Change) -> dict[str, Any]:
    fields = [
        {"field": one.field, "outcome": one.outcome, "held": _told(one.stored), "offered": _told(one.offered)}
        for one in change.fields
        if one.field not in _UNTOLD and one.outcome != "unchanged"
    ]
    return {"kind": change.kind.name, "locator": change.locator, "outcome": change.outcome, "fields": fields}


def _told(value: Any) -> Any:
    said = plain(value)
    return said if said is None or isinstance(said, str | int | bool | list) else str(said)
