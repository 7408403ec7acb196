from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import translation


@pytest.fixture
def client(db: None) -> Iterator[Client]:
    """A reader. A request leaves its language behind, so each test begins and ends in Arabic."""
    with translation.override("ar"):
        yield Client()


@pytest.fixture
def real_archive(client: Client, real_sources: Path) -> None:
    """The five real sources, loaded."""
    call_command("load_archive", str(real_sources), verbosity=0)


@pytest.fixture
def specimen(client: Client) -> None:
    """The corpus of our own, loaded."""
    call_command("load_archive", str(settings.BASE_DIR / "sources"), verbosity=0)
