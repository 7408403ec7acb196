"""The treaties that the archive knows, with their articles, as rules read them."""

from dataclasses import dataclass
from itertools import groupby

from archive.models import Instrument
from archive.sources.instruments import DeclaredArticle, DeclaredInstrument

_OF_TREATY = ("pk", "slug", "name_ar", "short_ar", "name_en", "written_as")
_OF_ARTICLE = ("pk", "number", "title_ar", "title_en")


@dataclass(frozen=True, slots=True)
class StoredTreaty:
    """`declared` is as a file would describe it; `articles` leads from their numbers to their keys."""

    pk: int
    declared: DeclaredInstrument
    articles: dict[int, int]

    @property
    def names(self) -> tuple[str, ...]:
        """Every form in which texts write it."""
        treaty = self.declared
        return tuple(dict.fromkeys(filter(None, (treaty.name_ar, treaty.short_ar, *treaty.written_as))))


def stored_treaties() -> list[StoredTreaty]:
    """In their order, in one query: each comes with its articles, a row each. One without a title says nothing."""
    rows = Instrument.objects.order_by("position", "slug", "articles__number")
    lines = rows.values_list(*_OF_TREATY, *(f"articles__{name}" for name in _OF_ARTICLE))
    found = []
    size = len(_OF_TREATY)
    for (pk, slug, name_ar, short_ar, name_en, written_as), own in groupby(lines, lambda line: line[:size]):
        articles = [line[size:] for line in own if line[size] is not None]
        titled = tuple(DeclaredArticle(*about) for _key, *about in articles if about[1])
        declared = DeclaredInstrument(slug, name_ar, short_ar, name_en, tuple(written_as), titled)
        found.append(StoredTreaty(pk, declared, {number: key for key, number, *_titles in articles}))
    return found
