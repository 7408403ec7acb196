"""Help: how to search, to read and to cite, by examples from the archive, and the words of the field."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.display.help.examples import current_help_examples
from archive.display.help.selections import build_selections
from archive.display.help.subjects import HelpSubjects, find_shown
from archive.display.names.citation import CitableRecommendation, build_citation
from archive.filters.snapshot import Snapshot, current_snapshot


def help_page(request: HttpRequest) -> HttpResponse:
    snapshot = current_snapshot()
    shown = find_shown()
    context = {
        "examples": current_help_examples(snapshot, shown),
        "selections": build_selections(snapshot),
        "shown": shown,
        "cited": _cited(shown, request),
        "list_address": _list_address(shown),
        "reserved": _reserved(snapshot),
    }
    return render(request, "archive/help.html", context)


def _cited(shown: HelpSubjects, request: HttpRequest) -> CitableRecommendation | None:
    """The lettered item, else the recommendation, with its citations and whole address."""
    row, letter, anchor = shown.recommendation, 0, ""
    if shown.item:
        row, letter, anchor = shown.item.recommendation, shown.item.position, f"#{shown.item.anchor}"
    if row is None:
        return None
    address = request.build_absolute_uri(row.get_absolute_url() + anchor)
    return CitableRecommendation(row, build_citation(row, letter), address)


def _list_address(shown: HelpSubjects) -> str:
    """A list of one's own with what the page shows."""
    names = [shown.recommendation.locator] if shown.recommendation else []
    if shown.item:
        names.append(f"{shown.item.recommendation.locator}.{shown.item.anchor}")
    return f"{reverse('own_list')}?{urlencode({'items': ','.join(names)}, safe=',')}" if names else ""


def _reserved(snapshot: Snapshot) -> str:
    """Where recommendations stand that leave it to those whom they address; empty where there are none."""
    return f"{reverse('recommendations')}?verb=may_wish" if snapshot.values["verb"].get("may_wish") else ""
