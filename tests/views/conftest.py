from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation


@pytest.fixture
def client(db: None) -> Iterator[Client]:
    """A reader. A request leaves its language behind, so each test begins and ends in Arabic."""
    with translation.override("ar"):
        yield Client()
