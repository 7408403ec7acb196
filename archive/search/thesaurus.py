"""The thesaurus that staff keep: lines of words of which each finds the others."""

import re
from functools import lru_cache

from django.db import transaction

from archive.arabic.synonyms import Synonyms
from archive.models import ArchiveState, SearchSynonym
from archive.vocabulary.thesaurus import read_groups

from .stamp import locked_version

_BETWEEN = re.compile(r"\s*[،,;؛|]\s*")


def given_lines() -> tuple[str, ...]:
    """The lines to start from, as the table holds them."""
    return tuple(dict.fromkeys("، ".join(group) for group in read_groups()))


def write_given_synonyms() -> int:
    """Bring the starting data into the table and give the number of lines that came or went.

    A line that staff changed, annotated or put out of use stays as they left it, even when the data has it no
    more; one that nobody touched goes with its data.
    """
    given = given_lines()
    gone = [line.pk for line in SearchSynonym.objects.untouched() if line.given not in given]
    SearchSynonym.objects.filter(pk__in=gone).delete()
    known = set(SearchSynonym.objects.exclude(given="").values_list("given", flat=True))
    written = set(SearchSynonym.objects.values_list("words", flat=True))
    new = [SearchSynonym(words=words, given=words) for words in given if words not in known | written]
    SearchSynonym.objects.bulk_create(new)
    return len(gone) + len(new)


@transaction.atomic
def renew_thesaurus() -> int:
    """The same for an index that is in order and stays: a new release may bring other lines to start from."""
    changed = write_given_synonyms() if locked_version() else 0
    if changed:
        ArchiveState.objects.raise_version()
    return changed


@lru_cache(maxsize=2)
def thesaurus(key: tuple[str, str]) -> Synonyms:
    """What is in use in the state of the index with this key."""
    lines = SearchSynonym.objects.in_use().values_list("words", flat=True)
    return Synonyms((_BETWEEN.split(line) for line in lines), may_part=True)
