"""The documents whose text is held, as the sources of the archive: what came from each, and how far it was read."""

from dataclasses import dataclass

from django.db.models import Count, Max

from archive.loading.quality import Numbering
from archive.models import Document, Paragraph, Recommendation

from .completeness import Faults


@dataclass(frozen=True, slots=True)
class DocumentAsSource:
    """A document whose text is held; `lines` is the last line of the file from which something was taken."""

    document: Document
    lines: int
    numbering: Numbering | None


def build_sources(faults: Faults, most: int) -> list[DocumentAsSource]:
    """So many documents whose text is held at the most, the newest first, each with its counts and its numbering."""
    keys = list(Document.objects.held().newest_first().values_list("pk", flat=True)[:most])
    rows = list(Document.objects.filter(pk__in=keys).newest_first())
    counts: dict[int, dict[str, int]] = {}
    for name, model in (("recommendation_count", Recommendation), ("paragraph_count", Paragraph)):
        found = model.objects.filter(document__in=keys).order_by().values_list("document")
        for key, count, last in found.annotate(n=Count("pk"), last=Max("last_line")):
            known = counts.setdefault(key, {"last": 0})
            known |= {name: count, "last": max(known["last"], last or 0)}
    for row in rows:
        own = counts.get(row.pk, {})
        row.recommendation_count = own.get("recommendation_count", 0)
        row.paragraph_count = own.get("paragraph_count", 0)
    return [
        DocumentAsSource(row, counts.get(row.pk, {}).get("last", 0), faults.get(("paragraph", row.slug)))
        for row in rows
    ]
