"""How a wording moved through the meetings: /recommendations/{locator}/lineage/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from archive.display.lookup.by_address import find_item
from archive.display.relations.lineage import build_lineage
from archive.models import Recommendation

from .errors import nothing_here


def lineage(request: HttpRequest, locator: str) -> HttpResponse:
    rows = Recommendation.objects.select_related("meeting__body")
    recommendation = rows.filter(locator=locator.lower()).first()
    if recommendation is None:
        if item := find_item(locator):
            return redirect("lineage", locator=item.recommendation.locator, permanent=True)
        return nothing_here(request, locator, _("لا توصية في الأرشيف بهذا المعرّف."))
    if locator != recommendation.locator:
        return redirect("lineage", locator=recommendation.locator, permanent=True)
    context = {"recommendation": recommendation, "steps": build_lineage(recommendation)}
    return render(request, "archive/lineage.html", context)
