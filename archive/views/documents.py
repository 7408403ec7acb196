"""The list of documents, the page of one, and the way from a symbol to its document."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.documents.document_content import read_content
from archive.display.documents.document_meaning import find_meaning
from archive.display.documents.document_search import find_numbered, search_document
from archive.display.documents.document_shelves import build_shelves
from archive.display.documents.document_text import Reader, build_ready
from archive.display.documents.earlier_texts import earlier_texts_in
from archive.display.documents.paragraph_place import seek_paragraph
from archive.display.documents.related_papers import find_related
from archive.display.documents.told_of import find_told_of
from archive.display.lookup.by_address import find_by_symbol, find_former
from archive.display.lookup.preview import previewed_by_staff
from archive.display.lookup.standing import standing_of
from archive.display.names.language import is_english
from archive.display.results.paragraph_search import build_paragraph_search
from archive.display.text.in_languages import texts_of_document
from archive.display.text.tongue import Tongue
from archive.filters.page_parameters import DOCUMENT_LIST, DOCUMENT_PAGE, EXACT, PARAGRAPH, TEXT, WORDS
from archive.filters.parameters import read_form
from archive.filters.snapshot import current_snapshot
from archive.models import Document
from archive.models.prepared import Prepared
from archive.search.reference import find_reference
from archive.vocabulary.symbols import as_printed, is_symbol

from .errors import nothing_here


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


_AT = Prepared(
    lambda slug: Document.objects.filter(slug=slug).select_related("body", "meeting__body", "agenda_item", "relates_to")
)


@previewed_by_staff
def document_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The cover and the text in reading order; ?text=printed shows it as printed."""
    document = next(iter(_AT.rows(slug.lower())), None)
    if document is None:
        return _former_or_nothing(request, slug)
    if slug != document.slug:
        return redirect(document, permanent=True)
    content = read_content(document)
    asked = read_form(request.GET, DOCUMENT_PAGE)
    is_printed, q, exact = asked[TEXT] == "printed", asked[WORDS], asked[EXACT]
    sought = seek_paragraph(asked[PARAGRAPH], content.paragraphs, content.stretches)
    if sought and sought.anchor:
        kept = _address(request, printed=is_printed).removeprefix(request.path)
        return redirect(f"{request.path}{kept}#{sought.anchor}")
    if (numbered := find_numbered(content.paragraphs, q)) is not None:
        return redirect(f"{request.path}#{numbered.anchor}")
    search = search_document(document, content.paragraphs, content.recommendations, q, exact=exact) if q else None
    views = {"reading": _address(request, printed=False), "printed": _address(request, printed=True)}
    meaning = find_meaning(document)
    versions = list(document.language_versions.all())
    translated = texts_of_document(document, "en") if versions and is_english() and document.is_in_arabic else {}
    reader = Reader(is_printed, views["reading" if is_printed else "printed"], search, meaning, translated)
    stretches, hops = build_ready(content.stretches, reader)
    related = find_related(document)
    context = {
        "document": document,
        "tongue": Tongue(document.language),
        # The language that comes first where both are held.
        "leads": Tongue("en" if translated else document.language),
        "standing": standing_of(document),
        "is_printed": is_printed,
        "views": views,
        "complaints": asked.faults,
        "q": q,
        "sought": sought,
        "search": search,
        "first_found": next(iter(hops), ""),
        "told_of": find_told_of(current_snapshot(), meaning, content.paragraphs),
        "outline": content.outline,
        "stretches": stretches,
        "related": related,
        "versions": versions,
        "translated": translated,
        "translated_title": next((one.title for one in versions if one.language == "en"), "") if translated else "",
        "shown_title": (is_printed and document.printed_title) or document.title,
        "earlier": earlier_texts_in(document, is_replaced=any(paper.is_in_force for paper in related.revisions)),
        "paragraph_count": sum(1 for paragraph in content.paragraphs if paragraph.number),
        "recommendation_count": len(content.recommendations),
        "cover_notes": content.cover_notes,
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
    """Redirect to the document with this symbol or job number."""
    asked = symbol.strip().strip("/")
    found = find_by_symbol(asked)
    if found is not None:
        return redirect(found)
    sentence = _("لا وثيقة في الأرشيف بهذا الرمز.")
    return nothing_here(request, asked, sentence, unknown_symbol=as_printed(asked) if is_symbol(asked) else "")


def _former_or_nothing(request: HttpRequest, slug: str) -> HttpResponse:
    former = find_former(slug)
    if former is not None:
        return redirect(former, permanent=True)
    return nothing_here(request, slug, _("لا وثيقة في الأرشيف بهذا المعرّف."))
