"""Where the workers of one server keep their figures, so that each of them can tell the sum of all.

prometheus_client gives every process a file and adds the files up. Named by process they would pile up with every
worker that ends; so a worker takes the first free place, which the system frees whatever becomes of him (flock), and
goes on with the figures that lie there. The first of a server finds no place taken, and begins anew. The room of a
file is asked for at once: one that grew into a full disk would end the worker.
"""

import fcntl
import logging
import os
from pathlib import Path
from typing import IO

from prometheus_client import values

from config import environment

#: Bytes of a file; all kinds of pages with all their figures take a quarter.
_ROOM = 1 << 20
_MOST_PLACES = 256
_log = logging.getLogger("archive.figures")
#: Held for as long as the process lives.
_held: list[IO[bytes]] = []


def join() -> int:
    """Take a place, before any figure is made, and give its number. Where there is none (a full disk) the worker counts
    for itself.
    """
    folder = environment.FIGURES_DIR
    try:
        place = take_place(folder)
    except OSError as error:
        _log.warning("The figures of this worker are not added to the others': %s", error)
        return os.getpid()
    environment.share_figures(folder)
    values.ValueClass = values.MultiProcessValue(lambda: place)  # type: ignore[no-untyped-call]
    return place


def take_place(folder: Path) -> int:
    """The number of a free place, from 1, its files with all their room. OSError where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "choosing").open("wb") as choosing:
        # One after the other: two that start together must not both find the house empty.
        fcntl.flock(choosing, fcntl.LOCK_EX)
        place = _free_place(folder)
        if place == 1 and not any(_is_taken(folder, other) for other in range(2, _MOST_PLACES)):
            for old in folder.glob("*.db"):
                old.unlink()
        try:
            for kind in ("counter", "histogram"):
                _make_room(folder / f"{kind}_{place}.db")
        except OSError:
            _held.pop().close()
            raise
    return place


def _free_place(folder: Path) -> int:
    for place in range(1, _MOST_PLACES):
        lock = (folder / f"{place}.lock").open("wb")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            continue
        _held.append(lock)
        return place
    raise OSError("every place is taken")


def _is_taken(folder: Path, place: int) -> bool:
    try:
        with (folder / f"{place}.lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _make_room(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.posix_fallocate(descriptor, 0, _ROOM)
    except OSError:
        file.unlink()
        raise
    finally:
        os.close(descriptor)
