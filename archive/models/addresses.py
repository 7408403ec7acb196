"""Addresses of pages in the language of the reader, found once: an index names hundreds of them on one page."""

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language


# Models stand below the names of things, where the language is asked else.
def address_of(page: str, name: str) -> str:
    """The path of the page with this name («recommendation») of the thing with this slug or locator."""
    return _address(get_language(), page, name)


@lru_cache(maxsize=20_000)
def _address(_language: str | None, page: str, name: str) -> str:
    return reverse(page, args=[name])
