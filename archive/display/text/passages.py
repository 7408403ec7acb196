"""The chapeau and the lettered items of a recommendation, ready for its page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from archive.models import Citation, OperativeClause, Recommendation, Subparagraph

from ..comparison.differences import AlignedPiece, Difference, build_differences, build_pieces, number_pieces
from ..names.titles import item_letter
from .linked_text import citation_spans, correction_spans, operative_spans
from .running_text import render_inline
from .shown_text import Shown
from .spans import lay_spans


@dataclass(frozen=True, slots=True)
class ReadyPassage:
    """The chapeau or a lettered item, cut into pieces where printed and reading text differ, and as HTML."""

    pieces: tuple[AlignedPiece, ...]
    differences: tuple[Difference, ...]
    html: SafeString
    item: Subparagraph | None = None

    @property
    def is_as_printed(self) -> bool:
        return all(piece.printed == piece.reading for piece in self.pieces)


def build_passages(
    recommendation: Recommendation,
    shown: Shown,
    clauses: Iterable[OperativeClause] = (),
    citations: Iterable[Citation] = (),
) -> list[ReadyPassage]:
    """The chapeau, then each lettered item. A row entered by hand may lack a printed form: the text stands for it."""
    clauses, citations = list(clauses), list(citations)
    rows: list[tuple[str, str, Subparagraph | None]] = [
        (recommendation.printed_chapeau or recommendation.chapeau, recommendation.chapeau, None)
    ]
    rows += [(item.printed_text or item.text, item.text, item) for item in recommendation.subparagraphs.all()]
    passages: list[ReadyPassage] = []
    for printed, reading, item in rows:
        numbered = sum(len(passage.differences) for passage in passages)
        pieces = number_pieces(build_pieces(printed, reading), numbered)
        corrections = (item or recommendation).corrections
        label = f"({item_letter(item)})" if item else ""
        key = item.pk if item else None
        own_clauses = [one for one in clauses if one.subparagraph_id == key]
        own_citations = [one for one in citations if one.subparagraph_id == key]
        html = _render(pieces, shown, own_clauses, own_citations)
        passages.append(ReadyPassage(pieces, tuple(build_differences(pieces, corrections, label)), html, item))
    return passages


def _render(
    pieces: Sequence[AlignedPiece], shown: Shown, clauses: Sequence[OperativeClause], citations: Sequence[Citation]
) -> SafeString:
    """What was derived stands at places of the reading text, and in it alone."""
    text = "".join(piece.printed if shown.is_printed else piece.reading for piece in pieces)
    layers = [correction_spans(pieces, is_printed=shown.is_printed)]
    if not shown.is_printed:
        layers.append(citation_spans(citations, text))
    # First what is no link, so that a link never parts a phrase from the word that says its class.
    if shown.is_marked:
        layers.insert(0, operative_spans(clauses, text))
    html = render_inline(text)
    for spans in layers:
        html = lay_spans(html, text, spans)
    return html
