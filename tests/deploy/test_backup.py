"""A backup is made whole or not at all, and the drill says whether it can be restored."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.own_database import run_program
from tests.surroundings import ROOT


def run(database: str, name: str, folder: Path) -> tuple[int, str, str]:
    environment = {**os.environ, "DATABASE_URL": database, "ARCHIVE_SOURCES": str(ROOT / "sources")}
    done = subprocess.run(
        [ROOT / "deploy" / name, folder], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_backup_is_restored_beside_the_archive(empty_database: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    assert run(empty_database, "restore-drill", folder) == (1, "", f"restore-drill: There is no backup in {folder}.\n")
    status, made, _ = run(empty_database, "backup", folder)
    assert (status, [str(path) for path in folder.iterdir()]) == (0, [made.strip()])
    status, _, said = run(empty_database, "restore-drill", folder)
    assert (status, said) == (1, f"restore-drill: {made.strip()} holds no recommendation.\n")
    Path(made.strip()).unlink()

    run_program(empty_database, "manage.py", "load_archive", str(ROOT / "sources"))
    made = run(empty_database, "backup", folder)[1].strip()
    status, said, wrong = run(empty_database, "restore-drill", folder)
    assert (status, said.endswith("recommendations, index in order\n"), wrong) == (0, True, "")
    Path(made).write_bytes(Path(made).read_bytes()[:3000])
    assert run(empty_database, "restore-drill", folder)[0] == 1


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("", "DATABASE_URL is not set."),
        ("mysql://x", "DATABASE_URL is neither postgresql:// nor sqlite:///."),
        (
            "postgresql://amina@127.0.0.1:1/archive?pgbouncer=true",
            "DATABASE_URL leads through PgBouncer; set it to the server itself.",
        ),
        ("sqlite:////nowhere/a.sqlite3", "There is no database /nowhere/a.sqlite3."),
        ("postgresql://amina@127.0.0.1:1/archive", "pg_dump failed; its reason stands above."),
    ],
)
def test_what_cannot_be_saved_leaves_nothing_behind(tmp_path: Path, database: str, sentence: str) -> None:
    status, _, said = run(database, "backup", tmp_path)
    assert (status, said.splitlines()[-1], list(tmp_path.iterdir())) == (1, f"backup: {sentence}", [])
