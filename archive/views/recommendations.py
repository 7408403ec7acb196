"""The page of one recommendation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.documents.earlier_texts import earlier_texts_of
from archive.display.documents.source_place import find_source_place
from archive.display.lookup.by_address import find_item
from archive.display.lookup.preview import is_staff, previewed_by_staff
from archive.display.lookup.standing import standing_of
from archive.display.names.citation import build_citation
from archive.display.names.language import is_english
from archive.display.overview.recommendation_place import find_place
from archive.display.relations.citing import build_cited, find_cited_by
from archive.display.relations.classification import build_classification
from archive.display.relations.kin import find_nearest
from archive.display.relations.meaning import read_meaning
from archive.display.relations.reported import find_reports
from archive.display.structured_data import build_structured_data
from archive.display.text.in_languages import facing, in_language, texts_held
from archive.display.text.passages import build_passages
from archive.display.text.shown_text import read_shown
from archive.filters.snapshot import current_snapshot
from archive.models import Document, Recommendation
from archive.models.prepared import Prepared

from .errors import nothing_here

_AT = Prepared(lambda locator: Recommendation.objects.for_display().filter(locator=locator))


@previewed_by_staff
def recommendation_page(request: HttpRequest, locator: str) -> HttpResponse:
    recommendation = next(iter(_AT.rows(locator.lower())), None)
    if recommendation is None:
        return _item_or_nothing(request, locator)
    if locator != recommendation.locator:
        return redirect(recommendation, permanent=True)
    shown, complaints = read_shown(request, has_source=recommendation.document is not None)
    meaning = read_meaning(recommendation)
    passages = build_passages(recommendation, shown, meaning.clauses, meaning.citations)
    is_alone = recommendation.language != Document.OWN_LANGUAGE
    english = None if is_alone else in_language(texts_held(recommendation), "en")
    place = find_place(recommendation, current_snapshot())
    citation = build_citation(recommendation)
    # What lacks a letter is no text to be passed on as the whole.
    is_whole = english is not None and bool(english.chapeau) and not english.lacks
    own_text = english.text if english and is_whole and is_english() else recommendation.text
    context = {
        "recommendation": recommendation,
        "standing": standing_of(recommendation),
        "passages": passages,
        "differences": [difference for passage in passages for difference in passage.differences],
        # Nothing to look at in the other text: neither a corrected word nor a sign that reading leaves out.
        "is_as_printed": all(passage.is_as_printed for passage in passages),
        "shown": shown,
        "is_printed": shown.is_printed,
        "complaints": complaints,
        "source_place": find_source_place(recommendation) if shown.is_beside else None,
        "classification": build_classification(
            recommendation, meaning.clauses, meaning.assignments, meaning.citations
        ),
        "cited": build_cited(recommendation, meaning.citations),
        "cited_by": find_cited_by(recommendation),
        "nearest": find_nearest(recommendation),
        "reports": find_reports(recommendation, meaning.citations, is_staff=is_staff(request)),
        "citation": citation,
        # The words as they were adopted, with the place where they stand.
        "copied_text": f"{own_text}\n\n{citation.here}",
        "copied_arabic": "" if own_text == recommendation.text else f"{recommendation.text}\n\n{citation.ar}",
        "earlier": earlier_texts_of(recommendation),
        "english": english,
        "is_alone": is_alone,
        "facing": facing(passages, english) if english else [],
        "structured_data": build_structured_data(recommendation, request.build_absolute_uri),
        "previous": place.previous,
        "next": place.next,
        "ruler": place.ruler,
        "place": place.place,
        "total": place.total,
    }
    response = render(request, "archive/recommendation_page.html", context)
    response["Link"] = f'<{request.build_absolute_uri(recommendation.get_absolute_url())}>; rel="cite-as"'
    return response


def _item_or_nothing(request: HttpRequest, locator: str) -> HttpResponse:
    """…5.2.k leads to #k of …5.2; anything else is answered with what is near."""
    item = find_item(locator)
    if item is not None:
        return redirect(item.get_absolute_url())
    return nothing_here(request, locator, _("لا توصية في الأرشيف بهذا المعرّف."))
