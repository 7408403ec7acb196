"""Run as a program: builds the index anew, statement by statement, while other processes search.

Usage: reads_while_rebuilding.py, with DATABASE_URL naming a migrated, empty database. Before each statement of the
rebuild a process that has held nothing in memory yet searches on a connection of its own. The last line is JSON:
what was read before, at each statement, between two rebuilds, with the second done and not committed, and after.
"""

import json
import multiprocessing
from multiprocessing.connection import Connection
from time import sleep
from typing import Any

import django

# A plain word, one with a slip (the words of the archive are asked for it), a phrase, a synonym.
QUESTIONS = ("القنوات", "القنواط", '"صون القنوات"', "المجاري -الجسور")
RECORDS = 30

READ, STOP = "read", "stop"
#: A reader who hears nothing for so long is shut out; a rebuild of this size takes a fraction of a second.
MOST_SECONDS = 300


def main() -> None:
    django.setup()
    # Forked before any connection is opened: each side of the fork opens its own.
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("fork")
    readers = context.Process(target=serve_readers, args=(theirs,))
    readers.start()
    try:
        print(json.dumps(rebuild_among_readers(ours)))
    finally:
        ours.send(STOP)
        readers.join()


def rebuild_among_readers(readers: Connection) -> dict[str, Any]:
    """Two rebuilds: one in its own transaction, read at each statement; one held open at its end, and read there."""
    from django.db import connection, transaction

    from archive.search.entries import rebuild_index

    fill()
    before = asked(readers)
    during: list[Any] = []

    def read_first(execute: Any, sql: str, *call: Any) -> Any:
        # Only the last step on PostgreSQL locks the table: there a reader waits, see below.
        if connection.vendor != "postgresql" or not is_swapping(sql):
            during.append(asked(readers))
        return execute(sql, *call)

    swapping = False

    def is_swapping(sql: str) -> bool:
        nonlocal swapping
        swapping = swapping or sql == "DROP TABLE IF EXISTS archive_search"
        return swapping

    with connection.execute_wrapper(read_first):
        rebuild_index()
    between = asked(readers)
    with transaction.atomic():
        rebuild_index()
        readers.send(READ)
        waited = connection.vendor == "postgresql"
        if waited:
            wait_until_a_reader_waits()
        else:
            uncommitted = answer_of(readers)
    if waited:
        uncommitted = answer_of(readers)
    after = asked(readers)
    return {"before": before, "during": during, "between": between, "uncommitted": uncommitted, "after": after}


def fill() -> None:
    from archive.search.entries import rebuild_index
    from tests import factories

    meeting = factories.make_meeting(1)
    for number in range(1, RECORDS + 1):
        factories.make_recommendation(number, f"ينبغي صون القنوات والمجاري في السنة {number}.", meeting=meeting)
    rebuild_index()


def wait_until_a_reader_waits() -> None:
    """For the lock that this transaction holds."""
    from django.db import connection

    with connection.cursor() as cursor:
        waiting = 0
        while not waiting:
            sleep(0.01)
            cursor.execute(
                "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database "
                "WHERE NOT granted AND datname = current_database()"
            )
            (waiting,) = cursor.fetchone()


def asked(readers: Connection) -> Any:
    readers.send(READ)
    return answer_of(readers)


def answer_of(readers: Connection) -> Any:
    if not readers.poll(MOST_SECONDS):
        raise TimeoutError("A reader is kept waiting.")
    return readers.recv()


# The other side ------------------------------------------------------------------------------------------------


def serve_readers(requests: Connection) -> None:
    """A new process for every request: no process reads twice."""
    context = multiprocessing.get_context("fork")
    while requests.recv() != STOP:
        reader = context.Process(target=read, args=(requests,))
        reader.start()
        reader.join()


def read(answer: Connection) -> None:
    """Sends which index was there and the numbers found for each question; an error as its words."""
    try:
        from archive.models import ArchiveState, Recommendation
        from archive.search.match import search_recommendations

        build = ArchiveState.objects.get().index_build
        numbers = dict(Recommendation.objects.values_list("pk", "number"))
        found = {}
        for question in QUESTIONS:
            hits = search_recommendations(question)
            found[question] = {"stale": hits.stale, "numbers": sorted(numbers[pk] for pk, _rank in hits.full)}
        answer.send({"build": build, "found": found})
    except Exception as error:  # whatever a reader would meet
        answer.send({"error": repr(error)})


if __name__ == "__main__":
    main()
