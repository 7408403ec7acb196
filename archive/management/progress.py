"""How far a command has come, for whoever watches it."""

import sys
import time

A_MOMENT = 0.5  # seconds: what takes no longer needs no line


class ProgressLine:
    """One line on the terminal that overwrites itself; nothing of it in a file or a pipe."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = False

    def show(self, done: int, total: int, name: str) -> None:
        if sys.stderr.isatty() and time.monotonic() - self.start > A_MOMENT:
            sys.stderr.write(f"\r\x1b[K{done}/{total} {name}")
            sys.stderr.flush()
            self.shown = True

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
