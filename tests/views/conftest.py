from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from config.finished_pages import forget_pages


@pytest.fixture
def client(db: None) -> Iterator[Client]:
    """A reader. A request leaves its language behind, so each test begins and ends in Arabic."""
    with translation.override("ar"):
        yield Client()


@pytest.fixture
def django_assert_num_queries(django_assert_num_queries: Any) -> Any:
    """Of a page that is made: a finished one asks for the token alone."""

    def asserting(number: int) -> Any:
        forget_pages()
        return django_assert_num_queries(number)

    return asserting
