"""The entries of a list of results: the best place of each text, its matches marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from archive.models import Paragraph, Recommendation, Subparagraph
from archive.search.highlight import Piece, best_subparagraph, excerpt
from archive.search.understood import Notice, Understood

from .running_text import cut_at_word

WORDS = 45


@dataclass(frozen=True, slots=True)
class Result:
    """A recommendation with its excerpt; `item` is the lettered item that matched best, if it was one."""

    recommendation: Recommendation
    pieces: Sequence[Piece]
    begins_before: bool = False
    goes_on: bool = False
    item: Subparagraph | None = None

    @property
    def address(self) -> str:
        return self.recommendation.get_absolute_url() + (f"#{self.item.anchor}" if self.item else "")


@dataclass(frozen=True, slots=True)
class ParagraphResult:
    paragraph: Paragraph
    pieces: Sequence[Piece]
    begins_before: bool
    goes_on: bool


#: What an entry shows, and what its excerpt is cut from. What staff and sources say of a row stays where it is:
#: those columns are long, and a page of a hundred entries would read them for nothing.
COLUMNS = (
    "number copy locator text chapeau meeting__number meeting__slug meeting__start meeting__body__symbol "
    "meeting__body__slug meeting__body__name_ar meeting__body__name_en meeting__body__term agenda_item__number"
).split()


def rows_to_show() -> QuerySet[Recommendation]:
    """Recommendations with what an entry needs, in two queries."""
    items = Subparagraph.objects.only("recommendation", "position", "label", "text")
    related = Recommendation.objects.select_related("meeting__body", "agenda_item")
    return related.only(*COLUMNS).prefetch_related(Prefetch("subparagraphs", items))


def build_results(keys: Sequence[int], understood: Understood | None) -> list[Result]:
    """The recommendations with these keys, in this order; one that has just gone is passed over."""
    rows = rows_to_show().in_bulk(keys) if keys else {}
    return [_result(rows[key], understood) for key in keys if key in rows]


def _result(row: Recommendation, understood: Understood | None) -> Result:
    if understood is None:
        return Result(row, [Piece(cut_at_word(row.text, WORDS))])
    # Most have no lettered items; to ask would analyse their text twice.
    item = best_subparagraph(row, understood) if row.subparagraphs.all() else None
    return Result(row, *_cut(item.text if item else row.text, understood), item)


def _cut(text: str, understood: Understood) -> tuple[list[Piece], bool, bool]:
    pieces, offset = excerpt(text, understood, WORDS)
    shown = sum(len(piece.text) for piece in pieces)
    return pieces, bool(text[:offset].strip()), bool(text[offset + shown :].strip())


def build_notices(understood: Understood | None) -> list[Notice]:
    """What was done instead of the typed words or besides them: one line for each word and kind."""
    found: dict[tuple[str, str], Notice] = {}
    for notice in understood.notices if understood else ():
        key = (notice.kind, notice.typed)
        before = found[key].shown if key in found else ()
        found[key] = Notice(notice.kind, notice.typed, tuple(dict.fromkeys((*before, *notice.shown))))
    return list(found.values())


def build_paragraph_results(keys: Sequence[int], understood: Understood) -> list[ParagraphResult]:
    """The paragraphs of reports with these keys, in this order."""
    rows = Paragraph.objects.select_related("document", "section").in_bulk(keys) if keys else {}
    return [
        ParagraphResult(rows[key], *_cut(rows[key].text, understood)) for key in keys if key in rows
    ]
