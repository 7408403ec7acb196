"""instruments.toml: the treaties that the sources cite, their articles' titles and the forms of their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.sources.companions import CompanionError, read_companion
from archive.sources.declared_tables import (
    Check,
    DeclaredFile,
    take_number,
    take_slug,
    take_tables,
    take_text,
    take_texts,
)

FILE_NAME = "instruments.toml"


class BadInstruments(CompanionError):
    """The file cannot be used; the sentence names the file, the table and the remedy."""


_FILE = DeclaredFile(FILE_NAME, BadInstruments)


@dataclass(frozen=True, slots=True)
class DeclaredArticle:
    number: int
    title_ar: str
    title_en: str


@dataclass(frozen=True, slots=True)
class DeclaredInstrument:
    """A treaty. `written_as`: the forms in which the texts name it; the articles stand in the order of their numbers.

    `short_ar` is «بروتوكول» or «اتفاقية» and what the treaty is about, and nothing more: by these words it is known
    which treaty a bare «البروتوكول» means in a text about them.
    """

    slug: str
    name_ar: str
    short_ar: str
    name_en: str
    written_as: tuple[str, ...] = ()
    articles: tuple[DeclaredArticle, ...] = ()


def read_instruments(folder: Path) -> tuple[DeclaredInstrument, ...]:
    """The treaties of `folder` in the order of the file; none when there is no file. Raises BadInstruments."""
    text = read_companion(Path(folder) / FILE_NAME, BadInstruments)
    return () if text is None else parse_instruments(text)


def parse_instruments(text: str) -> tuple[DeclaredInstrument, ...]:
    """The same for text that is at hand. Raises BadInstruments."""
    top = _FILE.checked(_FILE.parse(text), _TOP_KEYS, "أعلى الملف")
    found = tuple(_instrument(table, number) for number, table in enumerate(top.get("instrument", []), 1))
    _FILE.refuse_doubles("[[instrument]]", "slug", [instrument.slug for instrument in found])
    return found


def _instrument(table: Mapping[str, Any], number: int) -> DeclaredInstrument:
    place = f"[[instrument]] رقم {number}"
    values = _FILE.checked(table, _INSTRUMENT_KEYS, place)
    _FILE.demand(values, ("slug", "name_ar", "short_ar", "name_en"), place)
    tables = values.pop("article", [])
    articles = [_article(table, f"{place}، [[instrument.article]] رقم {n}") for n, table in enumerate(tables, 1)]
    _FILE.refuse_doubles(f"{place}، [[instrument.article]]", "number", [article.number for article in articles])
    return DeclaredInstrument(**values, articles=tuple(sorted(articles, key=lambda article: article.number)))


def _article(table: Mapping[str, Any], place: str) -> DeclaredArticle:
    values = _FILE.checked(table, _ARTICLE_KEYS, place)
    _FILE.demand(values, ("number", "title_ar", "title_en"), place)
    return DeclaredArticle(**values)


_TOP_KEYS: dict[str, Check] = {"instrument": take_tables}
_INSTRUMENT_KEYS: dict[str, Check] = {
    "slug": take_slug,
    "name_ar": take_text,
    "short_ar": take_text,
    "name_en": take_text,
    "written_as": take_texts,
    "article": take_tables,
}
_ARTICLE_KEYS: dict[str, Check] = {"number": take_number, "title_ar": take_text, "title_en": take_text}
