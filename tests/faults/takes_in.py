"""Run as a program on an empty, migrated database: a paper is handed in and planned, and the process that puts it in is
killed with signal 9 at many moments. Usage: takes_in.py FILE MOMENTS. The last line is JSON: what was left each time.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import django


def main(file: str, moments: int) -> None:
    django.setup()
    from archive.loading.taking_in import apart
    from archive.loading.taking_in.handing_in import hand_in, plan_again, put_in
    from archive.loading.taking_in.work import work_on
    from archive.models import Upload

    path = Path(file)
    upload = hand_in(path.name, path.read_bytes(), None)
    told: dict[str, Any] = {"planned": left(), "killed": []}
    whole = in_child(lambda: count_statements(upload.pk))
    for moment in range(1, moments + 1):
        at = max(1, whole * moment // (moments + 1))
        begin(upload.pk)
        in_child(lambda at=at: work_on_until(upload.pk, at))  # type: ignore[misc]
        told["killed"].append(settled())
        plan_again(upload)
        apart.wait(600)

    # And the process of its own that the desk starts.
    upload = Upload.objects.get(pk=upload.pk)
    put_in(upload, seen=upload.plan_digest, by=None)
    while Upload.objects.get(pk=upload.pk).stage != "applying":
        time.sleep(0.01)
    told["lives"] = apart.is_alive("upload", upload.pk)
    os.kill(apart._started[-1].pid, signal.SIGKILL)
    apart._started[-1].wait()
    told["killed"].append(settled())
    plan_again(upload)
    apart.wait(600)
    begin(upload.pk)
    work_on(upload.pk)
    told["applied"] = left()
    print(json.dumps(told))


def begin(key: int) -> None:
    from archive.models import Upload

    Upload.objects.filter(pk=key).update(state="applying")


def settled() -> list[Any]:
    """What is left once the desk has looked."""
    from django.utils import timezone

    from archive.loading.taking_in.handing_in import settle_dead
    from archive.models import Upload

    Upload.objects.update(at=timezone.now() - timedelta(minutes=1))
    settle_dead()
    return left()


def left() -> list[Any]:
    from archive.models import (
        ArchiveState,
        Batch,
        Document,
        ImportRun,
        Meeting,
        Recommendation,
        SearchEntry,
        Upload,
    )

    counted = (Document, Meeting, Recommendation, SearchEntry, Batch, ImportRun)
    versions = ArchiveState.objects.values_list("data_version", flat=True).first()
    return [Upload.objects.get().state, sum(model._default_manager.count() for model in counted), bool(versions)]


def work_on_until(key: int, at: int, counted: "list[int] | None" = None) -> int:
    """The work, killed before its statement `at`; 0: never."""
    from django.db import connection

    from archive.loading.taking_in.work import work_on

    found = counted if counted is not None else [0]

    def count(execute: Any, *call: Any) -> Any:
        found[0] += 1
        if found[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*call)

    with connection.execute_wrapper(count):
        work_on(key)
    return found[0]


def count_statements(key: int) -> int:
    """How many statements the whole work has; nothing of it is left."""
    from django.db import transaction

    with transaction.atomic():
        begin(key)
        number = work_on_until(key, 0)
        transaction.set_rollback(True)
    return number


def in_child(work: Callable[[], Any]) -> Any:
    """What `work` gives in a process of its own; None when that was killed."""
    from django.db import connections

    connections.close_all()
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
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
