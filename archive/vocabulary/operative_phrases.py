"""The words with which a recommendation asks, with the strength of each, as data."""

from dataclasses import dataclass
from functools import cache

from .data_files import folded_forms, read_rows

#: Codes of the classes, the strongest first.
VERB_CLASSES: tuple[str, ...] = (
    "urged",
    "should",
    "requested",
    "recommended",
    "encouraged",
    "invited",
    "may_wish",
    "could",
)

#: Those who speak in a recommendation, normalised: «طلب الفريق العامل إلى …».
SPEAKERS: tuple[str, ...] = (
    "الفريق العامل",
    "فريق الخبراء",
    "موتمر الاطراف",
    "الموتمر",
    "الاجتماع",
    "المشاركون",
    "اللجنه",
    "الجمعيه العامه",
)


@dataclass(frozen=True, slots=True)
class OperativeWords:
    """Words of one class that play the same part; the parts are explained in the data file.

    `forms` and `prepositions` are normalised; `prepositions` is empty where none is wanted.
    """

    verb_class: str
    part: str
    forms: tuple[str, ...]
    prepositions: tuple[str, ...] = ()


@cache
def read_operative_words() -> tuple[OperativeWords, ...]:
    """Give the rows of the data file in their order."""
    return tuple(
        OperativeWords(verb_class, part, folded_forms(forms), folded_forms(rest[0]) if rest else ())
        for verb_class, part, forms, *rest in read_rows("operative_phrases.tsv")
    )


def words_of_part(*parts: str) -> tuple[OperativeWords, ...]:
    """Give the rows that play one of the parts, in the order of the data file."""
    return tuple(row for row in read_operative_words() if row.part in parts)
