"""Footnote marks put back where they stood: the record keeps their places in the printed text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.models import Footnote, Paragraph

from ..comparison.alignment import align
from .spans import MarkupSpan

# Signs of the private use area stand for the marks while the text is rendered; no text of ours has them.
_FIRST_SIGN = 0xE000
_SIGN = re.compile("[\ue000-\ue0ff]")


def with_signs(paragraph: Paragraph, footnotes: Sequence[Footnote], *, printed: bool = False) -> str:
    """The reading text, or the printed one, with a sign for each footnote where its mark stood.

    A mark whose place is lost stands at the end.
    """
    text = _SIGN.sub("", paragraph.printed_text if printed else paragraph.text)
    placed = [footnote for footnote in footnotes if footnote.place is not None]
    places = reading_places(paragraph.printed_text, text, [footnote.place or 0 for footnote in placed])
    at = dict(zip((footnote.pk for footnote in placed), places, strict=True))
    signs = sorted(
        ((at.get(footnote.pk, len(text)), chr(_FIRST_SIGN + index)) for index, footnote in enumerate(footnotes)),
        reverse=True,
    )
    for place, sign in signs:
        text = text[:place] + sign + text[place:]
    return text


def reading_places(printed: str, reading: str, places: Sequence[int]) -> list[int]:
    """Where offsets of the printed text lie in the reading text, be it corrected or rewritten."""
    if printed == reading or not places:
        return list(places)
    stretches = align(printed, reading)
    found: list[int] = []
    for place in places:
        here = next((one for one in stretches if one.printed[0] < place <= one.printed[1]), None)
        if here is None:
            found.append(0 if place <= 0 else len(reading))
        elif place == here.printed[1]:
            found.append(here.reading[1])
        else:
            found.append(min(here.reading[0] + place - here.printed[0], here.reading[1]))
    return found


def beside_signs(spans: Sequence[MarkupSpan], signed: str) -> list[MarkupSpan]:
    """Spans of a text as they lie in the same text with signs in it; a sign at the edge of one stays outside."""
    at = [match.start() - earlier for earlier, match in enumerate(_SIGN.finditer(signed))]
    return [
        replace(span, start=span.start + bisect_right(at, span.start), end=span.end + bisect_left(at, span.end))
        for span in spans
    ]


def replace_signs(rendered: SafeString, footnotes: Sequence[Footnote]) -> SafeString:
    """Rendered text with links to the footnotes in place of the signs."""

    def link(match: re.Match[str]) -> str:
        index = ord(match[0]) - _FIRST_SIGN
        return str(_link(footnotes[index])) if index < len(footnotes) else ""

    # what stands around the signs is escaped already, and so is every link
    return mark_safe(_SIGN.sub(link, rendered))


def _link(footnote: Footnote) -> SafeString:
    return format_html(
        '<sup class="ref"><a id="{0}-ref" href="#{0}" aria-label="{1}">{2}</a></sup>',
        footnote.anchor,
        _("الحاشية %(marker)s") % {"marker": footnote.marker},
        footnote.marker,
    )
