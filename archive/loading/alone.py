"""A paper in another language that is not held in Arabic: it stands by itself until the Arabic comes.

Its rows say what it says, and the same is kept as their text in its language: so whatever reads that language reads it
as it reads any other, and the Arabic, when it comes, has nothing to do but to take its place.
"""

from collections.abc import Sequence
from typing import Any

from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.row_kind import RowKind
from archive.record.stored import StoredRow
from archive.record.values import Link

from .changes import Plan
from .joining import Joined, Said
from .language_rows import RowKey, plan_texts, plan_version, version_values
from .offered import Offered, by_name
from .stored_rows import subparagraphs_of

#: Recommendations by their place (meeting, series, number, suffix, copy).
Beside = dict[tuple[Any, ...], StoredRow]

#: The field that is the text of a row, by its kind.
WORDS_OF: dict[RowKind, str] = {
    kinds.SECTION: "title",
    kinds.PARAGRAPH: "text",
    kinds.RECOMMENDATION: "chapeau",
    kinds.SUBPARAGRAPH: "text",
}


def plan_own_texts(
    plan: Plan, parsed: ParsedDocument, slug: str, offered: Sequence[Offered], beside: Beside
) -> None:
    """The version of a document that stands alone in it, with the text of each of its rows.

    `beside` are recommendations that the archive has from elsewhere: they are left as they are, and this is their text
    in the other language.
    """
    document = plan.document or Link(kinds.DOCUMENT, slug)
    values = version_values(parsed, Joined())
    link, version = plan_version(plan, document, slug, parsed.masthead.language or "", values)
    keys = {Link(one.kind, one.locator): one.pk for one in plan.changes if one.pk is not None} | plan.known
    letters = {row.match: row for row in subparagraphs_of(beside.values())} if beside else {}
    held = {**beside, **letters}
    taken = {row.locator for row in beside.values()}
    locators: dict[RowKey, str] = {}
    texts: dict[RowKey, Said] = {}
    for one in offered:
        words = str(by_name(one.values)[WORDS_OF[one.kind]])
        row = held.get(one.match) if one.kind in (kinds.RECOMMENDATION, kinds.SUBPARAGRAPH) else None
        if row is None and one.kind is kinds.SUBPARAGRAPH and one.match[0] in taken:
            continue
        at = Link(one.kind, one.locator)
        key: RowKey = (one.kind.name, row.pk if row else keys.get(at, at))
        if words.strip():
            line = by_name(one.follows).get("first_line")
            locators[key], texts[key] = one.locator, Said(words, line if isinstance(line, int) else 0)
    plan_texts(plan, link, version, texts, lambda key: locators.get(key, key[0]))


def held_beside(stored: Sequence[StoredRow], own: int | None) -> Beside:
    """The recommendations of the same meetings that another paper, or staff, have given the archive, by their place."""
    return {row.match: row for row in stored if own is None or row.values["document"] != own}
