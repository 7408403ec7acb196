"""What records say in English, where it is held, for the index and for the list of results."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet, Value

from archive.models import LanguageText
from archive.models.prepared import Prepared
from archive.numbering.labels import doubled_latin
from archive.parsing.printed_text import whole_text

ENGLISH = "en"
#: Of no more records than a page shows.
_OF_A_PAGE = 128


def english_of_recommendations(keys: Collection[int], *, of_all: bool = False) -> dict[int, str]:
    """The whole texts that there are, by the keys of their recommendations. One query."""
    found: dict[int, dict[int, str]] = {}
    if not keys:
        return {}
    # A page asks of some: its statement is written once.
    of_page = len(keys) <= _OF_A_PAGE and not of_all
    rows: Any = _OF_RECOMMENDATIONS.rows_of(list(keys)) if of_page else _by_position(_texts(of_all), keys)
    for key, position, text in rows:
        found.setdefault(key, {})[position] = text
    return {
        key: whole_text(
            texts.get(0, ""), [(doubled_latin(place), text) for place, text in sorted(texts.items()) if place]
        )
        for key, texts in found.items()
    }


def english_of_paragraphs(keys: Collection[int], *, of_all: bool = False) -> dict[int, str]:
    """The texts that there are, by the keys of their paragraphs. One query."""
    if keys and len(keys) <= _OF_A_PAGE and not of_all:
        rows: Any = _OF_PARAGRAPHS.rows_of(list(keys))
        return dict(rows)
    return dict(_of_paragraphs(_texts(of_all), keys))


def english_titles_of_sections() -> dict[int, str]:
    """All that there are, by the keys of their sections. One query."""
    return dict(_texts(True).filter(section__isnull=False).values_list("section_id", "text"))


def _texts(of_all: bool) -> QuerySet[LanguageText]:
    rows = LanguageText.objects.all() if of_all else LanguageText.objects.public()
    return rows.filter(version__language=ENGLISH).order_by()


def _by_position(rows: QuerySet[LanguageText], keys: Collection[int]) -> QuerySet[Any]:
    """(key of the recommendation, position of the letter or 0, text)."""
    chapeaus = rows.filter(recommendation__in=keys).values_list("recommendation_id", Value(0), "text")
    items = rows.filter(subparagraph__recommendation__in=keys)
    lettered = items.values_list("subparagraph__recommendation_id", "subparagraph__position", "text")
    return chapeaus.union(lettered, all=True)


def _of_paragraphs(rows: QuerySet[LanguageText], keys: Collection[int]) -> QuerySet[Any]:
    return rows.filter(paragraph__in=keys).values_list("paragraph_id", "text")


_OF_RECOMMENDATIONS: Prepared[LanguageText] = Prepared(lambda *keys: _by_position(_texts(False), keys))
_OF_PARAGRAPHS: Prepared[LanguageText] = Prepared(lambda *keys: _of_paragraphs(_texts(False), keys))
