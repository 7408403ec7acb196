"""Which of several databases is read from, by what each said of itself."""

import time

import pytest

from archive.record.replicas import MOST_BEHIND, DatabaseSays, Remark, Replicas, sentences

FIRST, ONE, TWO = "default", "replica1", "replica2"
SILENT = "It does not answer: readers are answered by the others."


@pytest.fixture
def known() -> Replicas:
    found = Replicas(lambda: (ONE, TWO))
    found.serve(0)
    return found


def first_at(place: int) -> DatabaseSays:
    return DatabaseSays(place, is_copy=False, identity="a/1")


def copy_at(place: int, changed_ago: float | None = None) -> DatabaseSays:
    return DatabaseSays(place, is_copy=True, identity="a/1", changed_ago=changed_ago)


def test_what_nobody_has_asked_is_read_and_shared_out_among_processes(known: Replicas) -> None:
    assert known.in_order() == [ONE, TWO, FIRST]
    known.serve(1)
    assert known.in_order() == [TWO, ONE, FIRST]
    known.serve(2)
    assert (known.in_order(), known.remarks()) == ([ONE, TWO, FIRST], [])


def test_a_command_reads_where_it_writes() -> None:
    assert Replicas(lambda: (ONE, TWO)).in_order() == [FIRST]


def test_without_copies_there_is_one_database_and_nothing_to_say() -> None:
    alone = Replicas(lambda: ())
    alone.serve(0)
    alone.tell(FIRST, None)
    assert (alone.in_order(), alone.remarks(), alone.can_read_without_the_first()) == ([FIRST], [], False)


def test_a_copy_of_a_database_in_which_nobody_writes_is_not_behind(known: Replicas) -> None:
    known.tell(FIRST, first_at(100), at=0)
    known.tell(FIRST, first_at(100), at=3600)
    known.tell(ONE, copy_at(100, changed_ago=3600), at=3601)
    assert (known.seconds_behind(ONE), known.fault(ONE)) == (0.0, "")


def test_a_copy_is_as_far_behind_as_what_it_lacks_is_old(known: Replicas) -> None:
    for second in range(100):
        known.tell(FIRST, first_at(1000 + second), at=second)
    known.tell(ONE, copy_at(1095), at=99.5)
    known.tell(TWO, copy_at(1050), at=99.5)
    assert (known.seconds_behind(ONE), known.seconds_behind(TWO)) == (3.5, 48.5)
    assert known.in_order() == [ONE, FIRST, TWO]
    assert sentences(known.remarks()) == ["replica2: It is 48 seconds behind: readers are answered by the others."]
    known.tell(TWO, copy_at(1099), at=100)
    assert (known.in_order(), known.remarks()) == ([ONE, TWO, FIRST], [])


def test_what_was_behind_before_we_looked_is_as_far_behind_as_it_says(known: Replicas) -> None:
    known.tell(FIRST, first_at(500), at=0)
    known.tell(ONE, copy_at(400, changed_ago=7200), at=0.5)
    # A moment ago something may have been written that is on its way.
    assert known.seconds_behind(ONE) == 0.5
    known.tell(FIRST, first_at(500), at=2)
    known.tell(ONE, copy_at(400, changed_ago=7202), at=2)
    assert known.seconds_behind(ONE) == 7202


def test_who_has_died_leaves_its_copies_as_they_were(known: Replicas) -> None:
    now = time.monotonic()
    known.tell(FIRST, first_at(10), at=now - 100)
    known.tell(FIRST, first_at(20), at=now - 90)
    known.tell(FIRST, None, at=now)
    known.tell(ONE, copy_at(20), at=now)
    known.tell(TWO, copy_at(10), at=now)
    # The one that has all of it, then the one that lags, and the dead one last, so that it is said.
    assert known.in_order() == [ONE, TWO, FIRST]
    assert known.remarks()[0] == Remark(FIRST, "The database of DATABASE_URL does not answer: nothing can be written.")


def test_the_silent_are_not_asked_until_they_answer(known: Replicas) -> None:
    known.tell(ONE, None)
    assert (known.in_order(), known.remarks()) == ([TWO, FIRST], [Remark(ONE, SILENT)])
    known.tell(TWO, None)
    assert (known.in_order(), known.can_read_without_the_first()) == ([FIRST], False)
    known.tell(FIRST, None)
    assert known.in_order() == [FIRST]
    known.tell(ONE, copy_at(1))
    assert known.in_order() == [ONE, FIRST]


def test_another_archive_is_read_by_nobody_and_one_that_takes_writing_only_where_all_else_is_dead(
    known: Replicas,
) -> None:
    known.tell(FIRST, first_at(5))
    known.tell(ONE, DatabaseSays(5, is_copy=True, identity="b/1"))
    known.tell(TWO, DatabaseSays(5, is_copy=False, identity="a/1"))
    assert known.in_order() == [FIRST, TWO]
    assert [one.sentence for one in known.remarks()] == [
        "It is no copy of the database of DATABASE_URL: mend DATABASE_REPLICA_URLS.",
        "It takes writing, and follows nobody: mend DATABASE_URL and DATABASE_REPLICA_URLS, or make it anew.",
    ]


def test_ten_seconds_are_not_too_many(known: Replicas) -> None:
    known.tell(FIRST, first_at(1), at=0)
    known.tell(FIRST, first_at(2), at=1)
    known.tell(ONE, copy_at(1), at=1 + MOST_BEHIND)
    assert known.fault(ONE) == ""
    known.tell(ONE, copy_at(1), at=1.1 + MOST_BEHIND)
    assert known.fault(ONE) == "It is 10 seconds behind: readers are answered by the others."
