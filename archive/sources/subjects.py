"""subjects.toml: the tree of subjects to start from, with the articles of the treaty that each belongs to."""

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
)

FILE_NAME = "subjects.toml"


class BadSubjects(CompanionError):
    """The file cannot be used; the sentence names the file, the table and the remedy."""


_FILE = DeclaredFile(FILE_NAME, BadSubjects)


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject. `description_…` is its scope note; `articles` are those of the treaty with the slug `instrument`."""

    slug: str
    label_ar: str
    label_en: str
    description_ar: str = ""
    description_en: str = ""
    parent: str | None = None
    instrument: str | None = None
    articles: tuple[int, ...] = ()


def read_subjects(folder: Path) -> tuple[Subject, ...]:
    """The subjects of `folder` in the order of the file; none when there is no file. Raises BadSubjects."""
    text = read_companion(Path(folder) / FILE_NAME, BadSubjects)
    return () if text is None else parse_subjects(text)


def parse_subjects(text: str) -> tuple[Subject, ...]:
    """The same for text that is at hand. Raises BadSubjects."""
    top = _FILE.checked(_FILE.parse(text), _TOP_KEYS, "أعلى الملف")
    found = tuple(_subject(table, number) for number, table in enumerate(top.get("subject", []), 1))
    _FILE.refuse_doubles("[[subject]]", "slug", [subject.slug for subject in found])
    _refuse_broken_trees(found)
    return found


def _subject(table: Mapping[str, Any], number: int) -> Subject:
    place = f"[[subject]] رقم {number}"
    values = _FILE.checked(table, _SUBJECT_KEYS, place)
    _FILE.demand(values, ("slug", "label_ar", "label_en"), place)
    if "articles" in values:
        _FILE.demand(values, ("instrument",), place)
        _FILE.refuse_doubles(place, "articles", values["articles"])
    return Subject(**values)


def _refuse_broken_trees(subjects: tuple[Subject, ...]) -> None:
    """A parent is a subject of the file, and nobody's ancestor is his own descendant."""
    parents = {subject.slug: subject.parent for subject in subjects}
    for slug, parent in parents.items():
        if parent is not None and parent not in parents:
            raise _FILE.refusal("[[subject]]", f"الموضوع الأب «{parent}» للموضوع «{slug}» غير موجود. أضفه أو صحّحه.")
    for slug in parents:
        seen, ancestor = {slug}, parents[slug]
        while ancestor is not None:
            if ancestor in seen:
                found = f"الموضوع «{ancestor}» ينتهي بمفتاح «parent» إلى نفسه"
                raise _FILE.refusal("[[subject]]", f"{found}. صحّحه.")
            seen.add(ancestor)
            ancestor = parents[ancestor]


def _take_articles(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError("قائمة أعداد بين معقوفين")
    return tuple(take_number(item) for item in value)


_TOP_KEYS: dict[str, Check] = {"subject": take_tables}
_SUBJECT_KEYS: dict[str, Check] = {
    "slug": take_slug,
    "label_ar": take_text,
    "label_en": take_text,
    "description_ar": take_text,
    "description_en": take_text,
    "parent": take_slug,
    "instrument": take_slug,
    "articles": _take_articles,
}
