"""The database is frozen and killed while fifty people read through the proxy: they read on what everybody reads.

How long the longest of them waits is shown by `python -m tests.benchmarks.load --database postgresql`.
"""

import asyncio
import http.client
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests import surroundings
from tests.benchmarks.readers import Told, read_each, read_mixed
from tests.deploy.stack import NAME, standing
from tests.faults.cluster import own_cluster, programs
from tests.faults.serving import PAGES, manage, wait_until

pytestmark = [
    pytest.mark.faults,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(surroundings.proxy() is None, reason=surroundings.NO_PROXY),
    pytest.mark.skipif(programs() is None, reason="PostgreSQL's initdb is not on this machine"),
]


def test_readers_of_what_everybody_reads_do_not_notice_that_the_database_is_away(house: Path, tmp_path: Path) -> None:
    with own_cluster() as cluster:
        with psycopg.connect(cluster.address(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE archive")
        database = cluster.address("archive")
        manage(house, database, "migrate", "--verbosity=0")
        manage(house, database, "load_archive")
        with standing(tmp_path, database) as stack:
            asyncio.run(read_each(stack.secure, NAME, pages=PAGES, told=Told()))
            ways: list[tuple[Callable[[], None], Callable[[], None]]] = [
                (cluster.freeze, cluster.thaw), (cluster.kill, cluster.start),
            ]  # fmt: skip
            for take_away, bring_back in ways:
                told = Told()
                asked = read_mixed(
                    stack.secure, NAME, readers=50, seconds=20, pages=PAGES, told=told, pause=0.3
                )
                reading = threading.Thread(target=asyncio.run, args=(asked,))
                reading.start()
                wait_until(lambda: told.count >= 100)  # noqa: B023
                take_away()
                # Longer than the proxy keeps a page and than anybody waits for the database.
                time.sleep(10)
                bring_back()
                reading.join()
                assert told.well >= 0.99, told.statuses
                # It is there again by itself, for the archive that nobody has touched.
                assert wait_until(lambda: _fresh(stack.archive) or None) == [200] * len(PAGES)


def _fresh(port: int) -> list[int]:
    """What the archive itself answers, without the proxy; nothing while it is not ready."""
    found = []
    for page in ("/readyz", *PAGES):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", page, headers={"Host": NAME, "X-Forwarded-Proto": "https"})
        found.append(connection.getresponse().status)
        connection.close()
    return found[1:] if found[0] == 200 else []
