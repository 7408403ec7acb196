"""Preparation sheets: everything ever recommended on a subject or an article, on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from pyroaring import BitMap

from archive.display.names.citation import build_citation
from archive.display.overview.topic_tree import members_of
from archive.display.pictures.meeting_picture import keys_in_order
from archive.display.relations.citing_texts import citations_of
from archive.display.results.facet_counts import count_facet
from archive.display.text.adopted_texts import build_entries, mark_citing, mark_operative, read_texts
from archive.filters.kinds import NONE
from archive.filters.selection import Selection
from archive.filters.snapshot import Snapshot, current_snapshot
from archive.models import OperativeClause, Recommendation

from .articles import find_article, members_citing, no_article
from .topics import no_topic, place_topic

#: A sheet of more than this is no sheet; it says so.
MOST = 500


@dataclass(frozen=True, slots=True)
class Asking:
    """How strongly, and whom; `letter` is that of the item where the chapeau asks otherwise."""

    letter: str
    verb: str
    addressees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What stands under a recommendation: how it asks, and how it is cited."""

    asking: tuple[Asking, ...]
    citation: str


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
    clauses = list(OperativeClause.objects.for_display().filter(recommendation__in=keys).select_related("subparagraph"))
    markings = [mark_operative(clauses)]
    if "article" in context:
        markings.append(mark_citing(citations_of(context["article"], keys)))
    context |= {
        "groups": build_entries(recommendations, _notes(recommendations, clauses), markings),
        "count": len(members),
        "most": MOST,
        "verbs": count_facet(snapshot, "verb", members, selection),
        "addressees": count_facet(snapshot, "addressee", members, selection, leave_out=(NONE,)),
        "selection": selection,
        "several_bodies": snapshot.has_several_bodies,
        "today": timezone.localdate(),
    }
    return render(request, "archive/sheet.html", context)


def _notes(
    recommendations: Sequence[Recommendation], clauses: Sequence[OperativeClause]
) -> dict[int, tuple[SheetNote]]:
    asking: dict[int, list[Asking]] = {}
    for clause in clauses:
        asking.setdefault(clause.recommendation_id, []).append(_asking(clause))
    return {
        one.pk: (SheetNote(tuple(dict.fromkeys(asking.get(one.pk, ()))), build_citation(one).here),)
        for one in recommendations
    }


def _asking(clause: OperativeClause) -> Asking:
    letter = clause.subparagraph.label if clause.subparagraph and clause.overrides else ""
    addressees = tuple(str(one.get_code_display()) for one in clause.addressees.all())
    return Asking(letter, str(clause.get_verb_class_display()), addressees)
