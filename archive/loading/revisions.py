"""A revision and the paper that it replaces: whose text is in force, and where the earlier text lives on."""

from dataclasses import dataclass, replace

from django.db.models import Q

from archive.models import Document, EarlierText
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.decisions import WHOLE_ROW
from archive.record.stored import StoredRow
from archive.record.values import Link, Offering

from .changes import Change, ConflictFound, Plan
from .offered import Offered
from .relations import base_named


@dataclass(frozen=True, slots=True)
class Succession:
    """`replaces` is the key of the paper whose text the document replaces, `in_force` whether staff have said so;
    `replaced_by` are the keys of the revisions of the document; `kept` those of recommendations whose text in it is
    kept already.
    """

    replaces: int | None = None
    in_force: bool = False
    replaced_by: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()

    @property
    def waits(self) -> bool:
        """It would replace the text of a paper, and nobody has said that it does."""
        return self.replaces is not None and not self.in_force


ALONE = Succession()


def succession_of(parsed: ParsedDocument, row: Document | None, *, accept: bool) -> Succession:
    relation = parsed.masthead.relation
    symbol = parsed.masthead.symbol or ""
    own = Q(relates_to=row.pk) if row else Q()
    if symbol:
        own |= Q(relation_symbol__iexact=symbol)
    revisions = Document.objects.held().filter(own, relation=Document.Relation.REVISION) if own else None
    replaced_by = frozenset(revisions.values_list("pk", flat=True)) if revisions is not None else frozenset()
    kept = EarlierText.objects.filter(document=row.pk).values_list("recommendation", flat=True) if row else ()
    found = Succession(replaced_by=replaced_by, kept=frozenset(kept))
    if relation is None or relation.kind != "revision":
        return found
    base = row.relates_to if row and row.relates_to else base_named(relation.symbol or "")
    if base is None or not base.is_held:
        return found
    return replace(found, replaces=base.pk, in_force=accept or bool(row and row.in_force))


def say_in_force(plan: Plan, slug: str) -> None:
    """The document takes the place of the one that it replaces from now on."""
    for change in plan.changes:
        if change.kind is kinds.DOCUMENT and change.locator == slug:
            change.write["in_force"] = True


def plan_earlier_text(
    plan: Plan, recommendation: str, document: Link, texts: dict[str, Offering]
) -> None:
    """Keep the text that a recommendation had in a document."""
    owners: dict[str, Offering] = {"recommendation": Link(kinds.RECOMMENDATION, recommendation), "document": document}
    locator = f"{recommendation}@{document.locator}"
    plan.changes.append(Change(kinds.EARLIER_TEXT, locator, "created", None, {**owners, **texts}))


def plan_waiting(plan: Plan, new: list[Offered], gone: list[StoredRow]) -> None:
    """What a revision that waits for staff's word would add and leave out."""
    for one in new:
        plan.changes.append(Change(one.kind, one.locator, "conflict"))
        plan.conflicts.append(ConflictFound(one.kind, one.locator, WHOLE_ROW, "", one.printed))
    for row in gone:
        plan.changes.append(Change(row.kind, row.locator, "conflict", row.pk))
        plan.conflicts.append(ConflictFound(row.kind, row.locator, WHOLE_ROW, row.text("chapeau"), ""))
