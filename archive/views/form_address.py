"""The way from a public page to the form of what it shows, for staff who may change it."""

from django.http import HttpRequest
from django.urls import reverse

from archive.display.lookup.preview import is_staff

#: Pages that show one row: the kind of the row, and which parts of the address make its locator.
_ROWS = {
    "recommendation": ("recommendation", "{locator}"),
    "meeting": ("meeting", "{slug}"),
    "document": ("document", "{slug}"),
    "topic": ("topic", "{slug}"),
    "article": ("article", "{instrument}:{number}"),
}


def form_address(request: HttpRequest) -> str:
    """Where staff edit what the page shows; empty for whoever may not, and on pages that show no row.

    A finished page never bears it: pages for whoever carries a session are made for each.
    """
    found = request.resolver_match
    if found is None or found.view_name not in _ROWS or not is_staff(request):
        return ""
    kind, locator = _ROWS[found.view_name]
    if not request.user.has_perm(f"archive.change_{kind}"):
        return ""
    return reverse("form_of", args=[kind, locator.format(**found.kwargs).lower()])
