"""A recommendation for machines that read pages: schema.org, as a block of data in the page (JSON-LD)."""

import json
from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from archive.models import Document, Recommendation

# Inside <script> these three could end the block or begin a comment.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}

Absolute = Callable[[str], str]


def build_structured_data(recommendation: Recommendation, absolute: Absolute) -> SafeString:
    """The block's content, safe to stand in <script>. `absolute` makes a whole address of a path."""
    meeting = recommendation.meeting
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": absolute(recommendation.get_absolute_url()),
        "url": absolute(recommendation.get_absolute_url()),
        "identifier": recommendation.locator,
        "name": f"{meeting.title}، {recommendation.title}",
        "position": recommendation.number,
        "inLanguage": recommendation.language,
        "text": recommendation.text,
        "creator": {
            "@type": "Organization",
            "name": meeting.body.name_ar,
            "alternateName": [name for name in (meeting.body.name_en, meeting.body.symbol) if name],
        },
    }
    if recommendation.is_provisional:
        data["creativeWorkStatus"] = "Provisional"
    if meeting.dates:
        data["dateCreated"] = meeting.dates.end.isoformat()
    if meeting.place:
        data["locationCreated"] = {"@type": "Place", "name": meeting.place}
    if recommendation.document:
        data["isPartOf"] = _document(recommendation.document, absolute)
    items = [
        {"@type": "CreativeWork", "position": item.label, "url": absolute(item.get_absolute_url())}
        for item in recommendation.subparagraphs.all()
    ]
    if items:
        data["hasPart"] = items
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))


def _document(document: Document, absolute: Absolute) -> dict[str, str]:
    known = {
        "@type": "CreativeWork",
        "name": document.title,
        "identifier": document.symbol or document.job_number,
        "url": absolute(reverse("document", args=[document.slug])),
    }
    return {key: value for key, value in known.items() if value}
