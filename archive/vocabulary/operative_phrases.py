"""The words with which a recommendation asks, with the strength of each, as data."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from archive.arabic.normalize import normalize

_FILE = Path(__file__).resolve().parent / "data" / "operative_phrases.tsv"

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
    "مؤتمر الاطراف",
    "المؤتمر",
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


def _forms(column: str) -> tuple[str, ...]:
    return tuple(normalize(form) for form in column.split("|") if form != "-")


@cache
def read_operative_words() -> tuple[OperativeWords, ...]:
    """Give the rows of the data file in their order."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(
        OperativeWords(verb_class, part, _forms(forms), _forms(rest[0]) if rest else ())
        for verb_class, part, forms, *rest in rows
    )


def words_of_part(*parts: str) -> tuple[OperativeWords, ...]:
    """Give the rows that play one of the parts, in the order of the data file."""
    return tuple(row for row in read_operative_words() if row.part in parts)
