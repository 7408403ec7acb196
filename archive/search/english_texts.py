"""What records say in English, where it is held, for the index and for the list of results."""

from collections.abc import Collection

from django.db.models import QuerySet, Value

from archive.models import LanguageText
from archive.numbering.labels import doubled_latin
from archive.parsing.printed_text import whole_text

ENGLISH = "en"


def english_of_recommendations(keys: Collection[int], *, of_all: bool = False) -> dict[int, str]:
    """The whole texts that there are, by the keys of their recommendations. One query."""
    rows = _texts(of_all)
    chapeaus = rows.filter(recommendation__in=keys).values_list("recommendation_id", Value(0), "text")
    items = rows.filter(subparagraph__recommendation__in=keys)
    found: dict[int, dict[int, str]] = {}
    for key, position, text in chapeaus.union(
        items.values_list("subparagraph__recommendation_id", "subparagraph__position", "text"), all=True
    ):
        found.setdefault(key, {})[position] = text
    return {
        key: whole_text(
            texts.get(0, ""), [(doubled_latin(place), text) for place, text in sorted(texts.items()) if place]
        )
        for key, texts in found.items()
    }


def english_of_paragraphs(keys: Collection[int], *, of_all: bool = False) -> dict[int, str]:
    """The texts that there are, by the keys of their paragraphs. One query."""
    return dict(_texts(of_all).filter(paragraph__in=keys).values_list("paragraph_id", "text"))


def english_titles_of_sections() -> dict[int, str]:
    """All that there are, by the keys of their sections. One query."""
    return dict(_texts(True).filter(section__isnull=False).values_list("section_id", "text"))


def _texts(of_all: bool) -> QuerySet[LanguageText]:
    rows = LanguageText.objects.all() if of_all else LanguageText.objects.public()
    return rows.filter(version__language=ENGLISH).order_by()
