"""The list of documents, the page of one, and the way from a symbol to its document."""

from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.relations.document_meaning import find_meaning
from archive.display.text.document_search import find_numbered, search_document
from archive.display.text.document_text import Reader, build_ready
from archive.display.text.reading_order import build_outline, build_parts, build_stretches
from archive.filters.page_parameters import DOCUMENT_LIST, DOCUMENT_PAGE, EXACT, TEXT, WORDS
from archive.filters.parameters import read_form
from archive.models import Document, FormerSlug
from archive.search.reference import find_reference

from .document_shelves import build_shelves
from .errors import nothing_here
from .paragraph_search import build_paragraph_search


def document_list(request: HttpRequest) -> HttpResponse:
    """All documents; with ?q= the paragraphs of reports that answer it stand above them."""
    asked = read_form(request.GET, DOCUMENT_LIST)
    q = asked[WORDS]
    if q and not asked[EXACT] and (reference := find_reference(q)):
        return redirect(reference.address)
    search = build_paragraph_search(asked)
    # With words the number of the page is that of the paragraphs found; the list below begins at its beginning.
    found = build_shelves(None if q else asked)
    context = {
        "q": q,
        "search": search,
        "complaints": asked.faults,
        "shelves": found.shelves,
        "held_count": found.held_count,
        "known_count": found.known_count,
        "page": found.page,
        "pages": found.pages,
        "path": request.path,
    }
    return render(request, "archive/document_list.html", context)


def document_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The cover and the text in reading order; ?text=printed shows it as printed."""
    documents = Document.objects.select_related("body", "meeting__body", "agenda_item")
    document = documents.filter(slug=slug.lower()).first()
    if document is None:
        return _former_or_nothing(request, slug)
    if slug != document.slug:
        return redirect(document, permanent=True)
    outline = build_outline(document.sections.order_by("position"))
    paragraphs = list(document.paragraphs.order_by("position"))
    footnotes = list(document.footnotes.order_by("position"))
    recommendations = list(document.recommendations.select_related("meeting__body").in_official_order())
    asked = read_form(request.GET, DOCUMENT_PAGE)
    is_printed, q, exact = asked[TEXT] == "printed", asked[WORDS], asked[EXACT]
    if (numbered := find_numbered(paragraphs, q)) is not None:
        return redirect(f"{request.path}#{numbered.anchor}")
    search = search_document(document, paragraphs, recommendations, q, exact=exact) if q else None
    views = {"reading": _address(request, printed=False), "printed": _address(request, printed=True)}
    reader = Reader(is_printed, views["reading" if is_printed else "printed"], search, find_meaning(document))
    parts = build_parts(outline, paragraphs, footnotes, recommendations)
    stretches, hops = build_ready(build_stretches(parts), reader)
    context = {
        "document": document,
        "is_printed": is_printed,
        "views": views,
        "complaints": asked.faults,
        "q": q,
        "search": search,
        "first_found": next(iter(hops), ""),
        "outline": outline,
        "stretches": stretches,
        "paragraph_count": len(paragraphs),
        "recommendation_count": len(recommendations),
        "cover_notes": [footnote for footnote in footnotes if footnote.paragraph_id is None],
    }
    return render(request, "archive/document_page.html", context)


def _address(request: HttpRequest, *, printed: bool) -> str:
    """This page in the reading text or the printed one, the search kept."""
    wishes = {"text": "printed"} if printed else {}
    kept = {name: request.GET[name] for name in ("q", "exact") if request.GET.get(name)}
    query = urlencode({**kept, **wishes})
    # Relative where it can be: a long document names it at every corrected word.
    return f"?{query}" if query else request.path


def by_symbol(request: HttpRequest, symbol: str) -> HttpResponse:
    """Redirect to the document with this symbol or job number, in any case; held ones before those only known."""
    asked = symbol.strip().strip("/")
    # A source file sorts before its absence; «ar» before the other languages of the United Nations.
    found = _named(asked).order_by("-source_file", "language", "pk").first()
    if asked and found is not None:
        return redirect(found)
    sentence = _("لا وثيقة في الأرشيف بهذا الرمز.")
    return nothing_here(request, asked, sentence, unknown_symbol=asked.upper())


def _named(symbol: str) -> QuerySet[Document]:
    return Document.objects.filter(Q(symbol__iexact=symbol) | Q(job_number__iexact=symbol))


def _former_or_nothing(request: HttpRequest, slug: str) -> HttpResponse:
    former = FormerSlug.objects.filter(slug=slug.lower()).select_related("document").first()
    if former is not None:
        return redirect(former.document, permanent=True)
    return nothing_here(request, slug, _("لا وثيقة في الأرشيف بهذا المعرّف."))
