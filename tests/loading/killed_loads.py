"""Run as a program: kills a load at many moments and looks whether the next one ends in the same rows.

Usage: killed_loads.py SOURCES MOMENTS, with DATABASE_URL naming a migrated, empty database. Each load is a process of
its own, killed with signal 9 before its n-th statement. The last line is JSON: one entry for each moment.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django


def main(sources: str, moments: int) -> None:
    django.setup()
    warm_up(Path(sources))
    whole = in_child(lambda: load(sources, None))
    clean = whole["rows"]
    results = []
    for moment in range(1, moments + 1):
        at = max(1, whole["statements"] * moment // (moments + 1))
        killed = in_child(lambda at=at: load(sources, at))  # type: ignore[misc]
        after = in_child(lambda: load(sources, None, fresh=False))
        results.append(
            {
                "at": at,
                "killed": killed is None,
                "same_rows": after["rows"] == clean,
                "running": after["running"],
            }
        )
    print(json.dumps(results))


def warm_up(sources: Path) -> None:
    """Read the texts once before the first fork: every child finds the patterns compiled."""
    from archive.parsing.document import parse_document
    from archive.sources.errata import read_errata
    from archive.sources.reader import read_source

    errata = read_errata(sources)
    for file in sources.glob("*.txt"):
        parse_document(read_source(file), errata=errata.get(file.name, ()))


def in_child(work: Callable[[], dict[str, Any]]) -> Any:
    """What `work` gives in a process of its own; None when that was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(work()))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    return json.loads(answer)


def load(sources: str, kill_at: int | None, *, fresh: bool = True) -> dict[str, Any]:
    """One load, on an emptied database if `fresh`. Statements are counted from its beginning."""
    from django.db import connection

    from archive.loading.archive import load_archive
    from archive.models import ImportRun

    if fresh:
        empty()
    counted = [0]

    def count(execute: Any, *call: Any) -> Any:
        counted[0] += 1
        if counted[0] == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*call)

    with connection.execute_wrapper(count):
        load_archive([Path(sources)])
    return {
        "statements": counted[0],
        "rows": rows(),
        "running": ImportRun.objects.filter(status="running").count(),
    }


def empty() -> None:
    from django.db import transaction

    from archive import models

    with transaction.atomic():
        for name in ("Recommendation", "Document", "AgendaItem", "Meeting", "ImportRun", "ArchiveState", "Conflict"):
            getattr(models, name).objects.all().delete()
        models.Body.objects.filter(parent__isnull=False).delete()
        models.Body.objects.all().delete()
        models.Topic.objects.filter(parent__isnull=False).delete()
        models.Topic.objects.all().delete()
        models.Instrument.objects.all().delete()
        models.Derivation.objects.all().delete()


def rows() -> list[str]:
    """Every row but the runs and what they remember, without keys and times."""
    from django.apps import apps

    left_out = {"importrun", "importproblem", "archivestate", "loadmemory", "batch", "rowchange"}
    found = []
    for model in apps.get_app_config("archive").get_models():
        if model._meta.model_name not in left_out:
            found += [json.dumps(as_told(row), ensure_ascii=False, sort_keys=True) for row in model.objects.all()]
    return sorted(found)


def as_told(row: Any) -> dict[str, str]:
    told = {"model": row._meta.model_name}
    for field in row._meta.concrete_fields:
        if field.name in ("id", "created_at", "updated_at", "run"):
            continue
        value = getattr(row, field.name)
        told[field.name] = name_of(value) if field.is_relation else str(value)
    return told


def name_of(row: Any) -> str:
    """A row by what it is, not by its key."""
    if row is None:
        return ""
    names = [name for name in ("slug", "locator", "number", "position", "title") if hasattr(row, name)]
    return " ".join([row._meta.model_name, *(str(getattr(row, name)) for name in names)])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
