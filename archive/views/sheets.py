"""Preparation sheets: everything ever recommended on a subject or an article, on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from pyroaring import BitMap

from archive.display.lookup.by_address import find_article
from archive.display.overview.article_index import members_citing
from archive.display.overview.topic_place import place_topic
from archive.display.overview.topic_tree import members_of
from archive.display.pictures.meeting_picture import keys_in_order
from archive.display.relations.citing_texts import citations_of
from archive.display.relations.sheet_notes import build_sheet_notes
from archive.display.results.facet_counts import count_facet
from archive.display.text.adopted_texts import build_entries, mark_citing, mark_operative, read_texts
from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import OperativeClause
from archive.models.prepared import Prepared

from .articles import no_article
from .topics import no_topic

#: A sheet of more than this is no sheet; it says so.
MOST = 500

_CLAUSES = Prepared(
    lambda *keys: OperativeClause.objects.for_display()
    .filter(recommendation__in=keys)
    .select_related("subparagraph")
)


def topic_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    placed = place_topic(slug)
    if placed is None:
        return no_topic(request, slug)
    if slug != placed.topic.slug:
        return redirect("topic_sheet", placed.topic.slug, permanent=True)
    snapshot = current_snapshot()
    members = members_of(snapshot, placed.topic)
    context = {"topic": placed.topic, "children": placed.children}
    return _sheet(request, snapshot, members, Selection(values={"topic": (slug,)}), context)


def article_sheet(request: HttpRequest, instrument: str, number: str) -> HttpResponse:
    article = find_article(instrument, number)
    if article is None:
        return no_article(request, instrument, number)
    if (instrument, number) != (article.instrument.slug, str(article.number)):
        return redirect("article_sheet", article.instrument.slug, article.number, permanent=True)
    snapshot = current_snapshot()
    members = members_citing(snapshot, article)
    selection = Selection(values={"article": (article.locator,)})
    return _sheet(request, snapshot, members, selection, {"article": article})


def _sheet(
    request: HttpRequest, snapshot: Snapshot, members: BitMap, selection: Selection, context: dict[str, Any]
) -> HttpResponse:
    keys = keys_in_order(snapshot, members)[:MOST]
    recommendations = read_texts(keys)
    clauses = list(_CLAUSES.rows_of(keys))
    markings = [mark_operative(clauses)]
    if "article" in context:
        markings.append(mark_citing(citations_of(context["article"], keys)))
    context |= {
        "groups": build_entries(recommendations, build_sheet_notes(recommendations, clauses), markings),
        "count": len(members),
        "most": MOST,
        "verbs": count_facet(snapshot, "verb", members, selection),
        "addressees": count_facet(snapshot, "addressee", members, selection, leave_out=(NONE,)),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "today": timezone.localdate(),
    }
    return render(request, "archive/sheet.html", context)
