"""What a page gives out, as a button with all formats: `{% load giving %}{% give_out path query count %}`."""

from typing import Any

from django import template

from archive.giving.offers import build_offers

register = template.Library()


@register.inclusion_tag("archive/partials/_give.html", takes_context=True)
def give_out(context: dict[str, Any], path: str, query: str, count: int) -> dict[str, Any]:
    """`path` is the page's own, with its last slash; `query` its «?…»."""
    own = context.get("own_address", "")
    return {"offers": build_offers(path, query, count) if count else (), "address": f"{own}{query}"}
