"""For the search box: suggestions while one types, and its description for the browser. Both are optional."""

from dataclasses import asdict
from xml.sax.saxutils import escape, quoteattr

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.filters.page_parameters import SUGGESTIONS, WORDS
from archive.filters.parameters import read_form
from archive.filters.suggestions import SuggestionKind, build_suggestions


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """`?q=` → {"suggestions": [{"text", "kind", "label", "target", "detail"}]}, at most eight.

    `target` is the address of a page; empty for what is searched for.
    """
    typed = read_form(request.GET, SUGGESTIONS)[WORDS]
    found = [{**asdict(one), "label": _label(one.kind)} for one in build_suggestions(typed)]
    response = JsonResponse({"suggestions": found}, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "private, max-age=60"
    return response


def _label(kind: SuggestionKind) -> str:
    match kind:
        case "topic":
            return _("موضوع")
        case "article":
            return _("مادة")
        case "meeting":
            return _("اجتماع")
        case "document":
            return _("وثيقة")
        case "recommendation":
            return _("توصية")
        case "name":
            return _("اسم")
    return _("من النصوص")


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """The OpenSearch description, by which a browser offers the archive among its search engines."""
    page = request.build_absolute_uri(reverse("recommendations")) + "?q={searchTerms}"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(_('أرشيف التوصيات'))}</ShortName>\n"
        f"<Description>{escape(_('البحث في نصوص التوصيات'))}</Description>\n"
        f'<Url type="text/html" template={quoteattr(page)}/>\n'
        "<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n"
    )
    return HttpResponse(text, content_type="application/opensearchdescription+xml; charset=utf-8")
