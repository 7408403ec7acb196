"""The thesaurus that staff keep: lines of words of which each finds the others."""

import re
from functools import lru_cache

from archive.arabic.synonyms import Synonyms
from archive.models import SearchSynonym
from archive.vocabulary.thesaurus import read_groups

_BETWEEN = re.compile(r"\s*[،,;؛|]\s*")


def write_given_synonyms() -> None:
    """Bring the starting data into the table. A line that staff changed or put out of use stays as they left it."""
    held = set(SearchSynonym.objects.exclude(given="").values_list("given", flat=True))
    written = set(SearchSynonym.objects.values_list("words", flat=True))
    given = dict.fromkeys("، ".join(group) for group in read_groups())
    SearchSynonym.objects.bulk_create(
        [SearchSynonym(words=words, given=words) for words in given if words not in held | written]
    )


@lru_cache(maxsize=2)
def thesaurus(key: tuple[str, int]) -> Synonyms:
    """What is in use in the state of the index with this key."""
    return Synonyms(_BETWEEN.split(line) for line in SearchSynonym.objects.in_use().values_list("words", flat=True))
