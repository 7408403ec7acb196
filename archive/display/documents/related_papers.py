"""How a document belongs to others: what it continues, corrects or replaces, and what does so to it."""

from dataclasses import dataclass

from archive.models import Document
from archive.models.prepared import Prepared
from archive.models.publication import as_shown


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A paper by its symbol; `document` is None where the archive does not hold it. `waiting` counts the corrections of
    a corrigendum about which staff have not decided."""

    symbol: str
    document: Document | None
    waiting: int = 0

    @property
    def is_in_force(self) -> bool:
        return self.document is not None and self.document.in_force


@dataclass(frozen=True, slots=True)
class RelatedPapers:
    """`base` is what the document belongs to by its `relation`; the others belong to the document."""

    relation: str
    base: RelatedPaper | None
    addenda: tuple[RelatedPaper, ...]
    corrigenda: tuple[RelatedPaper, ...]
    revisions: tuple[RelatedPaper, ...]

    def __bool__(self) -> bool:
        return bool(self.base or self.addenda or self.corrigenda or self.revisions)


_RELATED = Prepared(lambda key: Document.objects.related_to(key))


def find_related(document: Document) -> RelatedPapers:
    """One query, one more where the document belongs to another."""
    by_relation: dict[str, list[RelatedPaper]] = {}
    for one in _RELATED.rows(document.pk):
        paper = RelatedPaper(one.symbol or str(one), one, one.waiting_corrections)
        by_relation.setdefault(one.relation, []).append(paper)
    return RelatedPapers(
        document.relation,
        _base(document),
        *(tuple(by_relation.get(relation, ())) for relation in Document.Relation.values),
    )


def _base(document: Document) -> RelatedPaper | None:
    if not document.relation:
        return None
    base = as_shown(document.relates_to)
    symbol = (base.symbol or str(base)) if base else document.relation_symbol
    return RelatedPaper(symbol, base) if symbol else None
