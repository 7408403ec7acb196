"""The line that tells how far a command has come."""

import pytest

from archive.management.progress import time_left


@pytest.mark.parametrize(
    ("seconds", "done", "total", "said"),
    [
        (100.0, 0, 1000, ""),
        (4.9, 10, 1000, ""),
        (10.0, 100, 1000, " (about 90 s left)"),
        (10.0, 50, 1000, " (about 3 min left)"),
        (10.0, 1, 1000, " (about 2.8 h left)"),
        (10.0, 1000, 1000, " (about 0 s left)"),
    ],
)
def test_the_rest_is_told_once_enough_is_done(seconds: float, done: int, total: int, said: str) -> None:
    assert time_left(seconds, done, total) == said
