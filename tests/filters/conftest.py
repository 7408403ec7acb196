import pytest


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """Every test here asks the database."""
