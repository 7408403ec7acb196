"""The bytes of a file of bounded size: what is no file, or too big, is told before anything of it is read."""

import errno
import os
import stat
from pathlib import Path


class NoRegularFile(Exception):
    """A folder, a device, a pipe: opening it might wait for ever, reading it might never end."""


class TooBig(Exception):
    """More bytes than whoever asks can use."""


def read_regular_file(path: Path, limit: int) -> bytes:
    """The bytes at `path`, `limit` at most. Raises NoRegularFile, TooBig, OSError.

    Kind and size are asked twice: before opening, because to open a device may do something, and of what was opened,
    because another thing may have taken its place meanwhile.
    """
    _refuse(path.stat(), limit)
    # Not waiting: a pipe that has just taken the file's place opens only when somebody writes.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        _refuse(os.fstat(descriptor), limit)
        data = file.read(limit + 1)
    if len(data) > limit:  # it grew while it was read
        raise TooBig
    return data


def _refuse(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise NoRegularFile
    if status.st_size > limit:
        raise TooBig
