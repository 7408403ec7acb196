"""The words by which the lines of a cover are known, as data: organisation, organs, titles, authors, parts."""

from functools import cache
from typing import Literal, get_args

from archive.arabic.normalize import normalize

from .data_files import read_forms

#: How a paper may belong to another: it continues, corrects or replaces it.
RelationKind = Literal["addendum", "corrigendum", "revision"]


@cache
def cover_forms(name: str) -> tuple[str, ...]:
    """Give the normalised forms of one name in the data file, the longest first."""
    return tuple(sorted(read_forms("cover_terms.tsv")[name], key=len, reverse=True))


def is_one_of(name: str, text: str) -> bool:
    """Whether a text is one of the forms of a name and nothing more."""
    return normalize(text).strip(" .:*-") in cover_forms(name)


def begins_with(name: str, text: str) -> str | None:
    """Give the longest form of a name with which a text begins, as whole words; None where there is none."""
    normal = normalize(text) + " "
    return next((form for form in cover_forms(name) if normal.startswith(form + " ")), None)


def relation_named(text: str) -> RelationKind | None:
    """Give what «إضافة», «تصويب» or «تنقيح» alone on its line says of a paper («إضافة 1» too); None for others."""
    normal = normalize(text).strip(" .:*-()").rstrip("0123456789 ")
    return next((kind for kind in get_args(RelationKind) if normal in cover_forms(kind)), None)


def is_author_line(text: str) -> bool:
    """Whether a whole text says who prepared the paper: «مذكرة من الأمانة», «تقرير الأمين العام».

    A paper's word, then «من إعداد» or its like, then whoever; or an author at once behind the word.
    """
    normal = normalize(text).strip(" .*")
    if " عن " in normal or " بشان " in normal:
        return False  # a title that names its author: «تقرير الأمين العام عن …»
    for paper in cover_forms("paper"):
        rest = _behind(normal, paper)
        if rest is None:
            continue
        for link in cover_forms("by"):
            after = _behind(rest, link)
            if after:
                return True
        return any(rest == form or rest.startswith(form + " ") for form in cover_forms("author"))
    for link in cover_forms("by"):
        after = _behind(normal, link)
        if after and any(after == form or after.startswith(form + " ") for form in cover_forms("author")):
            return True
    return False


def names_rapporteur(text: str) -> bool:
    """Whether a text names who drew the paper up («المقرر: السيد …»), or moves it («تونس ومصر: مشروع قرار»)."""
    head, colon, name = text.partition(":")
    return bool(colon and name.strip()) and (is_one_of("rapporteur", head) or is_one_of("moved", name))


def _behind(text: str, form: str) -> str | None:
    """What follows a form with which the text begins."""
    return text[len(form) + 1 :] if text.startswith(form + " ") else None
