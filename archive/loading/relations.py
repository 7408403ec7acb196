"""Papers that continue, correct or replace others find those others, in whatever order they come."""

from django.db.models import Q

from archive.arabic.normalize import normalize
from archive.models import Document
from archive.record import kinds
from archive.record.history.journal import watch
from archive.record.state import raise_data_version

from .changes import Change


def join_related_papers() -> list[Change]:
    """Point every paper that belongs to another at it, where it is held by now. Call it in a transaction.

    By the symbol that its cover prints; where that prints none, by meeting and title.
    """
    joined = []
    papers = Document.objects.exclude(relation="").filter(relates_to=None).order_by("pk")
    for paper in papers.select_related("meeting", "body"):
        base = _base_of(paper)
        if base is not None:
            watch([paper])
            paper.relates_to = base
            joined.append(paper)
    if joined:
        Document.objects.bulk_update(joined, ["relates_to"])
        raise_data_version()
    return [Change(kinds.DOCUMENT, paper.slug, "updated", paper.pk) for paper in joined]


def _base_of(paper: Document) -> Document | None:
    others = Document.objects.held().exclude(pk=paper.pk).filter(language=paper.language)
    if paper.relation_symbol:
        base = base_named(paper.relation_symbol)
        return base if base is not None and base.is_held and base.pk != paper.pk else None
    if paper.meeting is None or not paper.title:
        return None
    title = normalize(paper.printed_title or paper.title)
    alike = [
        one
        for one in others.filter(meeting=paper.meeting, relation="")
        if normalize(one.printed_title or one.title) == title
    ]
    return alike[0] if len(alike) == 1 else None


def base_named(symbol: str) -> Document | None:
    """The document that bears the symbol; one whose text is held before one that is only known."""
    if not symbol:
        return None
    rows = Document.objects.filter(Q(symbol__iexact=symbol) | Q(symbols__icontains=symbol))
    rows = rows.order_by("-source_file", "pk")
    return next((one for one in rows if bears(one, symbol)), None)


def bears(document: Document, symbol: str) -> bool:
    """Whether a document bears the symbol, as its own or as one of several."""
    return symbol.upper() in {document.symbol.upper(), *(str(one).upper() for one in document.symbols)}
