"""What may be done with each lettered item, written without a template each: eleven took a third of their page."""

from functools import lru_cache
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.models import Recommendation, Subparagraph
from archive.parsing.printed_text import whole_text

from ..names.citation import build_item_citation
from ..names.language import current_language, reads_rtl
from ..names.titles import item_letter
from .in_languages import TextInLanguage, of_item

#: Signs of the private use area stand in the markup for what is put in; no text of ours has them.
_SIGNS = {
    name: chr(0xE000 + place)
    for place, name in enumerate(("letter", "anchor", "locator", "arabic", "english", "address", "text"))
}


def render_item_acts(
    recommendation: Recommendation, item: Subparagraph, page_address: str, english: TextInLanguage | None = None
) -> SafeString:
    """Copying, keeping and comparing, opened from under the letter of an item; `_said.html` must stand on the page.

    `english`: the text of the recommendation in English, which an English page gives to be copied where it is held.
    """
    cited = build_item_citation(recommendation, item)
    put = {
        "letter": item_letter(item),
        "anchor": item.anchor,
        "locator": item.locator,
        "arabic": cited.ar,
        "english": cited.en,
        "address": f"{page_address}#{item.anchor}",
        "text": f"{_text_of(recommendation, item, english)}\n\n{cited.here}",
    }
    acts = _acts(current_language())
    return mark_safe(acts.translate({ord(_SIGNS[name]): escape(value) for name, value in put.items()}))


def _text_of(recommendation: Recommendation, item: Subparagraph, english: TextInLanguage | None) -> str:
    """The item under its chapeau, in the reader's language where it is held."""
    held = None if reads_rtl() else of_item(english, item.position)
    if held is not None and (held.chapeau or not recommendation.chapeau):
        return held.text
    return whole_text(recommendation.chapeau, [(item.label, item.text)])


@lru_cache
def _acts(language: str) -> str:
    """Their template, rendered once for all items of all pages in a language."""
    return render_to_string(
        "archive/partials/_item_acts.html", {**_SIGNS, "LANGUAGE_CODE": language, "reads_rtl": reads_rtl()}
    )
