"""Requests a second of pages that are made anew, from the first database alone, from one replica and from two.

`.venv/bin/python -m tests.benchmarks.replicas [SECONDS]`; everything is made and gone again (tests/faults/replicated).
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.reading import Readers
from tests.faults.replicated import replicated
from tests.faults.serving import make_house, manage, serving


def measure(house: Path, database: str, replicas: str, seconds: float) -> str:
    with serving(house, database, **({"DATABASE_REPLICA_URLS": replicas} if replicas else {})) as server:
        readers = Readers(server)
        with readers.reading():
            before, began = sum(readers.statuses.values()), time.monotonic()
            time.sleep(seconds)
            answers = sum(readers.statuses.values()) - before
            took = time.monotonic() - began
    return f"{answers / took:6.1f} a second, {readers.slowest:.2f} s at most, {dict(readers.statuses)}"


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    with tempfile.TemporaryDirectory() as folder, replicated() as made:
        house = make_house(Path(folder) / "house")
        manage(house, made.database, "migrate", "--verbosity=0")
        manage(house, made.database, "load_archive")
        made.caught_up()
        one, two = made.replicas.split(",")
        for name, replicas in (("none", ""), ("one", one), ("two", f"{one},{two}")) * 2:
            print(f"replicas: {name:5}", measure(house, made.database, replicas, seconds), flush=True)


if __name__ == "__main__":
    main()
