"""Work in a process of its own, that no answer waits for. A lock that dies with the process tells whether it lives.

The lock is taken before the process is started and handed to it, so that there is no moment at which work that was
begun looks dead; the system lets it go with the process, however that ends.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

#: Processes that this one has started: asked for once in a while, that none stays a zombie.
_started: list["subprocess.Popen[bytes]"] = []


def start(kind: str, key: int, work: Callable[[int], None], may_begin: Callable[[], bool] = lambda: True) -> bool:
    """Have `manage.py take_in KIND KEY` do the work, which is `work(key)`; without processes of their own it is done
    now. Whether it was begun: not where a process is at it, nor where `may_begin`, asked under the lock, says no.
    """
    if not settings.ARCHIVE_WORK_APART:
        begun = may_begin()
        if begun:
            work(key)
        return begun
    with _lock_file(kind, key).open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        if not may_begin():
            return False
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "take_in", kind, str(key)]
        _reap()
        _started.append(
            subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(lock.fileno(),),
                start_new_session=True,
            )
        )
    return True


def wait(seconds: float) -> None:
    """Give the work that was started last the time to end: most papers are read in a second."""
    if _started:
        with suppress(subprocess.TimeoutExpired):
            _started[-1].wait(seconds)
    _reap()


def is_alive(kind: str, key: int) -> bool:
    """Whether a process is at the work."""
    if not settings.ARCHIVE_WORK_APART:
        return False
    try:
        with _lock_file(kind, key).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _reap() -> None:
    _started[:] = [one for one in _started if one.poll() is None]


def _lock_file(kind: str, key: int) -> Path:
    """Databases share the folder: the name tells whose work it is."""
    own = connection.settings_dict
    told = f"{own.get('HOST')}:{own.get('PORT')}/{own['NAME']}".encode()
    folder = Path(settings.ARCHIVE_WORK)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder / f"{hashlib.sha256(told).hexdigest()[:12]}-{kind}-{key}.lock"
