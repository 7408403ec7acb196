"""What an engine must do, and how terms are spelled for every engine alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, Protocol

from pyroaring import BitMap

from archive.arabic.english import english_stem
from archive.arabic.spelling import held_forms
from archive.models.databases import connection
from archive.search.english_texts import ENGLISH
from archive.search.expression import Expression

Kind = Literal["recommendation", "paragraph"]

#: The engine's table. It is no model: SQL of one engine makes it.
TABLE = "archive_search"
ENTRIES = "archive_searchentry"
#: The columns of an entry, and a row of them.
ROW = "id, recommendation_id, paragraph_id, exact, stem, title, level, english_exact, english, place, digest"
EntryRow = tuple[int, int | None, int | None, str, str, str, str, str, str, str, str]
#: What a statement of the engine takes.
Parameter = str | int | list[int]
#: What rank is made of.
WEIGHED = "id, exact, stem, title, english_exact, english, place"
Weighed = tuple[int, str, str, str, str, str, str]

# Characters of the private use area: `spell` lets none through, so no typed word can be one of them.
#: Stands between texts that do not follow each other: no phrase runs over it.
BREAK = "\ue000"
#: Stands in the title of every entry.
EVERY = "\ue001"

#: Of a spelled term, as the tokenizer of words cuts at 64; a sign that is spelled out takes up to eight letters.
_LONGEST = 60
_NOT_PLAIN = re.compile(r"[^0-9a-z\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")


class Backend(Protocol):
    """One engine. Ids of entries go in, keys of records come out. Nothing here begins or ends a transaction."""

    def exists(self) -> bool: ...

    def create(self) -> None:
        """Make the engine's table anew and empty; what stood there is gone."""

    def drop(self) -> None: ...

    def insert(self, rows: Iterable[EntryRow]) -> None:
        """Put new rows into the entry table, as fast as the database can. `rebuild` must follow."""

    def write(self, ids: Sequence[int]) -> None:
        """Take these entries in, as they stand in the entry table. They are not in the index yet."""

    def remove(self, ids: Sequence[int]) -> None:
        """Take these entries out, before the entry table changes."""

    def rebuild(self) -> None:
        """Index the whole entry table; readers see the old index until the transaction ends."""

    def sets(self, expressions: Sequence[Expression], *, kind: Kind) -> list[BitMap]:
        """Give the keys of all records that match, for each expression. One query."""

    def first(self, expressions: Sequence[Expression], *, kind: Kind, limit: int) -> list[int]:
        """Give keys of records that match the first expression, then the second …: by key, a key maybe twice."""

    def best(self, expression: Expression, *, kind: Kind, limit: int) -> list[int]:
        """Give the keys of those that match best in the engine's own measure, which differs from engine to engine."""

    def entries(self, ids: Sequence[int]) -> list[Weighed]:
        """Give what the entry table says of these, in any order."""

    def explain(self, expression: Expression, *, kind: Kind) -> str:
        """Give the database's plan for `sets`."""


@lru_cache(maxsize=65_536)
def spell(term: str) -> str:
    """Give the term in letters and digits alone, as it stands in every index: one token, nothing to escape."""
    if _NOT_PLAIN.search(term):
        term = _NOT_PLAIN.sub(lambda match: f"x{ord(match.group()):x}z", term.lower())
    return term[:_LONGEST]


def add_words(counts: Mapping[tuple[str, str, str], tuple[int, int]]) -> None:
    """Add to the archive's words: (exact form, form for people, language) and the numbers of new texts that have it,
    of recommendations among them.

    Of several forms the commonest is shown. Both engines know this statement.
    """
    shown: dict[tuple[str, str], str] = {}
    texts: dict[tuple[str, str], tuple[int, int]] = {}
    in_order = sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    for (exact, form, language), (count, recommendations) in in_order:
        word = exact, language
        shown.setdefault(word, form)
        before = texts.get(word, (0, 0))
        texts[word] = before[0] + count, before[1] + recommendations
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO archive_searchword (exact, language, shown, texts, recommendations, forms) "
            "VALUES (%s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (exact, language) DO UPDATE SET texts = archive_searchword.texts + excluded.texts, "
            "recommendations = archive_searchword.recommendations + excluded.recommendations",
            [(*word, shown[word], *texts[word], _forms(*word)) for word in sorted(texts)],
        )


def _forms(exact: str, language: str) -> str:
    return english_stem(exact) if language == ENGLISH else " ".join(held_forms(exact))
