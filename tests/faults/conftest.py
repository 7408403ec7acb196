"""What the tests of faults share: a copy of the repository, and a loaded database of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.serving import make_house, manage
from tests.own_database import own_database


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_house(tmp_path_factory.mktemp("faults") / "house")


@pytest.fixture(scope="session")
def read_database(django_db_setup: None, house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that holds the specimen, for all tests that only read it."""
    with own_database(tmp_path_factory.mktemp("read"), part="_read") as address:
        manage(house, address, "load_archive")
        yield address


@pytest.fixture
def loaded_database(db: None, house: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a database that holds the specimen."""
    with own_database(tmp_path) as address:
        manage(house, address, "load_archive")
        yield address
