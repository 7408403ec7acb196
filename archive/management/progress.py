"""How far a command has come, and how long it may take yet, for whoever watches it."""

import sys
import time

A_MOMENT = 0.5  # seconds: what takes no longer needs no line
#: Seconds after which what is done tells how long the rest takes.
_TELLING = 5.0


class ProgressLine:
    """One line on the terminal that overwrites itself; nothing of it in a file or a pipe."""

    def __init__(self) -> None:
        self.start = self.began = time.monotonic()
        self.done = 0
        self.shown = False

    def show(self, done: int, total: int, name: str) -> None:
        now = time.monotonic()
        if done < self.done:
            # Another part of the work, counted anew.
            self.began = now
        self.done = done
        if sys.stderr.isatty() and now - self.start > A_MOMENT:
            sys.stderr.write(f"\r\x1b[K{done}/{total}{time_left(now - self.began, done, total)} {name}")
            sys.stderr.flush()
            self.shown = True

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def time_left(seconds: float, done: int, total: int) -> str:
    """« (about 3 min left)» where so much is done that it can be told; if all went on as it went."""
    if not done or seconds < _TELLING:
        return ""
    left = seconds / done * (total - done)
    said = f"{left / 3600:.1f} h" if left > 5400 else f"{left / 60:.0f} min" if left > 90 else f"{left:.0f} s"
    return f" (about {said} left)"
