"""An adopted text as it is read: corrected words and what it cites as links, the phrases by which it asks marked.

Tags alone are added: the characters stay those of the text.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.models import Citation, OperativeClause

from ..comparison.differences import AlignedPiece
from ..names.choices import chosen
from ..names.cited_things import articles_address, cited_thing
from .spans import MarkupSpan, linking, stands

_PHRASE_END = mark_safe("</b>")
#: A bare name of a treaty leads nowhere that its articles do not lead better.
_UNLINKED = (Citation.Kind.TREATY,)


def correction_spans(pieces: Iterable[AlignedPiece], *, is_printed: bool) -> list[MarkupSpan]:
    """Each corrected word leads to the margin, which shows both forms."""
    spans: list[MarkupSpan] = []
    at = 0
    for piece in pieces:
        shown, other = (piece.printed, piece.reading) if is_printed else (piece.reading, piece.printed)
        if piece.changed and shown.strip():
            opening = _correction(piece, shown, other, is_printed)
            spans.append(linking(at, at + len(shown), opening))
        at += len(shown)
    return spans


def _correction(piece: AlignedPiece, shown: str, other: str, is_printed: bool) -> SafeString:
    """Numbered by name: the same word may be corrected in several places."""
    name = _("%(word)s، التصويب %(number)s") % {"word": shown.strip(), "number": piece.number}
    if not other.strip():
        return format_html('<a class="var" href="#{}" aria-label="{}">', piece.anchor, name)
    said = _("صوابه: %(word)s") if is_printed else _("طُبع: %(word)s")
    title = said % {"word": other}
    return format_html('<a class="var" href="#{}" aria-label="{}" title="{}">', piece.anchor, name, title)


def citation_spans(citations: Iterable[Citation], text: str) -> list[MarkupSpan]:
    """What is cited in this text, each leading there; the articles of a range share a place and a link."""
    placed = [one for one in citations if one.kind not in _UNLINKED and stands(one.place, one.text, text)]
    placed.sort(key=lambda one: (one.start, one.end))
    spans: list[MarkupSpan] = []
    for (start, end), group in groupby(placed, key=lambda one: (one.start, one.end)):
        opening = _citation(list(group))
        if opening and (not spans or start >= spans[-1].end):
            spans.append(linking(start, end, opening))
    return spans


def _citation(citations: Sequence[Citation]) -> SafeString | None:
    things = [cited_thing(one) for one in citations]
    articles = [one.article for one in citations if one.article is not None]
    address = articles_address(articles) if articles else things[0].address
    if not address:
        return None
    title = _("؛ ").join(strip_tags(thing.name) for thing in things)
    # A name of ours, escaped already.
    title = mark_safe(title)
    external = mark_safe(' rel="external"') if things[0].is_external else ""
    name: SafeString | str = ""
    if citations[0].kind == Citation.Kind.TOOL:
        # A heading of the page may be called like the tool; this leads to a search for it.
        name = format_html(' aria-label="{}"', _("%(name)s، بحث في التوصيات") % {"name": citations[0].text})
    return format_html('<a class="link" href="{}" title="{}"{}{}>', address, title, external, name)


def operative_spans(clauses: Iterable[OperativeClause], text: str) -> list[MarkupSpan]:
    """The operative phrases; a style sheet says the class of each to those who do not see the bold."""
    placed = [(one.place, one) for one in clauses if one.place and stands(one.place, one.phrase, text)]
    spans: list[MarkupSpan] = []
    for (start, end), clause in sorted(placed, key=lambda pair: pair[0][0]):
        if not spans or start >= spans[-1].end:
            opening = format_html('<b class="op" data-verb="{}">', chosen(clause, "verb_class"))
            spans.append(MarkupSpan(start, end, opening, _PHRASE_END))
    return spans
