"""A database with two streaming replicas, and PgBouncer before all of them, on this machine alone.

`python -m tests.faults.replicated` keeps them running until Ctrl-C and prints what to set.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.faults.cluster import OWNER, Cluster, own_cluster, own_replica
from tests.faults.serving import free_port, wait_until

_PLACES = ("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")


def pooler() -> str | None:
    """The program; None where it is not on this machine."""
    return shutil.which("pgbouncer") or next((place for place in _PLACES if os.access(place, os.X_OK)), None)


@dataclass
class Replicated:
    first: Cluster
    copies: tuple[Cluster, Cluster]

    @property
    def database(self) -> str:
        return self.first.address("archive")

    @property
    def replicas(self) -> str:
        return ",".join(copy.address("archive") for copy in self.copies)

    def caught_up(self) -> None:
        """Every copy has gone through what the first one has written."""
        told = value(self.first, "SELECT pg_current_wal_lsn()")
        for copy in self.copies:
            wait_until(lambda copy=copy: value(copy, f"SELECT pg_last_wal_replay_lsn() >= '{told}'"))  # type: ignore[misc]


def value(cluster: Cluster, statement: str, name: str = "archive") -> object:
    with psycopg.connect(cluster.address(name), autocommit=True) as connection:
        row = connection.execute(statement).fetchone()  # type: ignore[arg-type]
    return row[0] if row else None


def pause(copy: Cluster) -> None:
    """What the first one writes reaches it, and is not shown."""
    value(copy, "SELECT pg_wal_replay_pause()")


def go_on(copy: Cluster) -> None:
    value(copy, "SELECT pg_wal_replay_resume()")


def transactions(cluster: Cluster) -> int:
    """So many that server has answered in the archive's database; what is counted shows a moment later."""
    return int(str(value(cluster, "SELECT xact_commit FROM pg_stat_database WHERE datname = 'archive'", "postgres")))


@contextmanager
def replicated() -> Iterator[Replicated]:
    """With an empty database «archive»."""
    with own_cluster() as first:
        with psycopg.connect(first.address(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE archive")
        with own_replica(first) as one, own_replica(first) as two:
            made = Replicated(first, (one, two))
            made.caught_up()
            yield made


@contextmanager
def pooled(*clusters: Cluster) -> Iterator[list[str]]:
    """The addresses of «archive» in each, through a pooler that gives two connections, for one transaction each."""
    program = pooler()
    assert program is not None
    folder = Path(tempfile.mkdtemp(prefix="archive-pooler-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    port = free_port()
    databases = "\n".join(
        f"archive{place} = host=127.0.0.1 port={cluster.port} dbname=archive user={OWNER}"
        for place, cluster in enumerate(clusters)
    )
    settings = folder / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n{databases}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n"
        "auth_type = any\npool_mode = transaction\ndefault_pool_size = 2\nmax_client_conn = 200\n"
        f"logfile = {folder}/log\npidfile = {folder}/pid\nserver_login_retry = 1\nquery_wait_timeout = 10\n"
    )
    user = {"user": OWNER, "group": OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    settings.chmod(0o644)
    process = subprocess.Popen(
        [program, str(settings)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user
    )
    addresses = [
        f"postgresql://{OWNER}@127.0.0.1:{port}/archive{place}?pgbouncer=true" for place in range(len(clusters))
    ]
    try:
        wait_until(lambda: _answers(addresses[0]))
        yield addresses
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(folder)


def _answers(address: str) -> bool:
    with suppress(psycopg.Error), psycopg.connect(address.partition("?")[0], autocommit=True) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)
    return False


def _main() -> None:
    with replicated() as made:
        print(f"DATABASE_URL={made.database}\nDATABASE_REPLICA_URLS={made.replicas}", flush=True)
        if pooler() is None:
            time.sleep(1e6)
        with pooled(made.first, *made.copies) as addresses:
            print(f"Through PgBouncer:\nDATABASE_URL={addresses[0]}\nDATABASE_REPLICA_URLS={','.join(addresses[1:])}")
            print("Ctrl-C stops them.", flush=True)
            time.sleep(1e6)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _main()
