"""What a page gives out: a button with all formats, and what its head tells programs. `{% load giving %}`."""

from typing import Any

from django import template
from django.urls import reverse

from archive.giving.formats import FORMATS, REGISTER_FORMATS
from archive.giving.languages import holds_english
from archive.giving.offers import build_offers
from archive.giving.page_tags import tags_of_document, tags_of_recommendation
from archive.models import Document, Recommendation

register = template.Library()


@register.inclusion_tag("archive/partials/_give.html", takes_context=True)
def give_out(
    context: dict[str, Any], path: str, query: str, count: int, *, shares: bool = False
) -> dict[str, Any]:
    """`path` is the page's own, with its last slash; `query` its «?…». `shares`: the page itself copies no address."""
    own = context.get("own_address", "")
    is_list = path == reverse("recommendations")
    return {
        "offers": build_offers(path, query, count, in_languages=_in_languages(context)) if count else (),
        "address": f"{own}{query}",
        "shares": shares,
        "feed": f"{reverse('recommendations_feed')}{query}" if is_list else "",
    }


def _in_languages(context: dict[str, Any]) -> bool:
    """The page of one recommendation knows whether its text is held in English."""
    return bool(context["english"]) if "english" in context else holds_english()


@register.inclusion_tag("archive/partials/_give.html", takes_context=True)
def give_requests(context: dict[str, Any], path: str, query: str, count: int) -> dict[str, Any]:
    """The same for the register of requests, which has formats of its own."""
    offers = build_offers(path, query, count, REGISTER_FORMATS, in_languages=holds_english()) if count else ()
    return {"offers": offers, "address": f"{context.get('own_address', '')}{query}", "shares": True, "feed": ""}


@register.inclusion_tag("archive/partials/_page_tags.html", takes_context=True)
def recommendation_tags(context: dict[str, Any], row: Recommendation) -> dict[str, Any]:
    """What the head of its page tells programs, and where the same stands in other forms."""
    absolute = context["request"].build_absolute_uri
    address = row.get_absolute_url()
    forms = [
        (form.media_type.partition(";")[0], f"{address}export.{form.ending}")
        for form in FORMATS
        if form.is_of_a_text
    ]
    alternates = [("application/json", reverse("api:recommendation", args=[row.locator])), *forms]
    return {"tags": tags_of_recommendation(row, absolute), "alternates": alternates}


@register.inclusion_tag("archive/partials/_page_tags.html", takes_context=True)
def document_tags(context: dict[str, Any], row: Document) -> dict[str, Any]:
    absolute = context["request"].build_absolute_uri
    alternates = [("application/json", reverse("api:document", args=[row.slug]))]
    return {"tags": tags_of_document(row, absolute), "alternates": alternates}
