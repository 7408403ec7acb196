"""Planning the row of the document itself, and the address that its best identifier gives it."""

from dataclasses import replace
from typing import cast

from archive.models import Document, FormerSlug
from archive.parsing.structure import ParsedDocument
from archive.record.addresses import Identifiers, free_slug, slug_for
from archive.record.corrections import Decisions
from archive.record.stored import StoredRow
from archive.record.values import DocumentValues

from .changes import Plan
from .contents import document_of
from .identity import StoredPaper
from .offered import Offered
from .rows import plan_merge, plan_new
from .stored_rows import stored_cover

#: What a cover says in words of its language.
_PRINTED = ("title", "printed_title", "summary", "printed_summary", "author", "job_number")


def plan_cover(
    plan: Plan,
    parsed: ParsedDocument,
    identifiers: Identifiers,
    found: StoredPaper | None,
    row: Document | None,
    decisions: Decisions,
) -> str:
    """The row of the document itself. Gives its address, which a better identifier may have changed."""
    offered = document_of(parsed, "", identifiers.digest, decisions)
    if found is None or row is None:
        slug = _free(slug_for(identifiers), None)
        plan_new(plan, replace(offered, locator=slug, owners={"slug": slug}))
        return slug
    plan.absorbed = _absorbed(identifiers, found)
    stored = stored_cover(row)
    slug = _slug_of_stored(identifiers, found, stored, plan.absorbed)
    if slug != stored.text("slug"):
        plan.former_slug = stored.text("slug")
    if not found.has_text:  # nothing but its name was known so far: its kind was never said
        stored = replace(stored, base={"kind": Document.OTHER_KIND, **stored.base})
    if offered.values.get("language") != row.language:
        offered = replace(offered, values=_without_words(stored, offered))
    plan_merge(plan, replace(offered, locator=slug), replace(stored, locator=slug), DocumentValues(slug=slug))
    return slug


def _without_words(stored: StoredRow, offered: Offered) -> DocumentValues:
    """What a cover in another language printed and this one does not is not known in this one."""
    blank = {name: "" for name, value in stored.base.items() if isinstance(value, str) and name in _PRINTED}
    return cast("DocumentValues", {**blank, **offered.values})


def _slug_of_stored(
    identifiers: Identifiers, found: StoredPaper, stored: StoredRow, absorbed: int | None
) -> str:
    """An identifier once known stays one, also for a copy of the file that does not print it."""
    known = replace(
        identifiers,
        symbol=identifiers.symbol or found.identifiers.symbol,
        job_number=identifiers.job_number or found.identifiers.job_number,
        cover=identifiers.cover or found.identifiers.cover,
    )
    current = stored.text("slug")
    wanted = slug_for(known)
    rest = current.removeprefix(f"{wanted}-")
    if current == wanted or (current != rest and rest.isdecimal()):
        return current
    return _free(wanted, found.pk, absorbed)


def _free(wanted: str, own: int | None, absorbed: int | None = None) -> str:
    others = Document.objects.filter(slug__startswith=wanted).exclude(pk__in=[own or 0, absorbed or 0])
    former = FormerSlug.objects.filter(slug__startswith=wanted).exclude(document__in=[own or 0, absorbed or 0])
    taken = [*others.values_list("slug", flat=True), *former.values_list("slug", flat=True)]
    return free_slug(wanted, taken)


def _absorbed(identifiers: Identifiers, found: StoredPaper) -> int | None:
    """A paper so far only named, by the symbol that this document now turns out to bear."""
    if not identifiers.symbol or found.identifiers.symbol == identifiers.symbol:
        return None
    named = Document.objects.only_known().filter(symbol__iexact=identifiers.symbol).exclude(pk=found.pk)
    return named.values_list("pk", flat=True).first()
