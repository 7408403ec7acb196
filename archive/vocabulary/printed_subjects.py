"""Which topic of the tree a term of the UNBIS Thesaurus speaks of; of most it is none."""

from collections.abc import Iterable
from functools import cache

from archive.arabic.normalize import normalize

from .data_files import read_forms


def topics_of_terms(terms: Iterable[str]) -> dict[str, str]:
    """Slugs of topics, each with the first of the terms that speaks of it, in the order of the terms.

    >>> topics_of_terms(["PARTNERSHIP", "HUMAN SETTLEMENTS", "civil society"])
    {'partnerships': 'PARTNERSHIP'}
    """
    known = _slugs()
    found: dict[str, str] = {}
    for term in terms:
        slug = known.get(normalize(term))
        if slug is not None:
            found.setdefault(slug, term)
    return found


@cache
def _slugs() -> dict[str, str]:
    return {form: slug for slug, forms in read_forms("unbis_topics.tsv").items() for form in forms}

