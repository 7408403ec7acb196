"""Which stretch of a text a clause is: from its phrase to the end of its sentence, or to the next clause."""

import re
from collections.abc import Collection, Iterable, Sequence

from django.utils.safestring import mark_safe

from archive.models import OperativeClause

from .adopted_texts import Marking
from .spans import MarkupSpan, stands

# A full stop, be it before a mark of quotation; «CTOC/COP/WG.7» has none.
_SENTENCE_END = re.compile(r"[.؛؟!](?=[\s»\"]|$)|\n")
_TAGS = mark_safe('<span class="clause">'), mark_safe("</span>")


def mark_clauses(wanted: Collection[OperativeClause], clauses: Iterable[OperativeClause]) -> Marking:
    """The stretches of the wanted ones among the clauses of some texts; none where they are all that a text says."""
    by_passage: dict[tuple[int, int | None], list[OperativeClause]] = {}
    for clause in clauses:
        by_passage.setdefault((clause.recommendation_id, clause.subparagraph_id), []).append(clause)

    def mark(key: int, item: int | None, text: str) -> Sequence[MarkupSpan]:
        found = clause_places(wanted, by_passage.get((key, item), ()), text)
        return [] if _is_whole(found, text) else [MarkupSpan(start, end, *_TAGS) for start, end in found]

    return mark


def clause_places(
    wanted: Collection[OperativeClause], clauses: Iterable[OperativeClause], text: str
) -> list[tuple[int, int]]:
    """In order, those that follow one another as one. `clauses` are all of the passage."""
    placed = sorted(
        ((one.place[0], one) for one in clauses if one.place and stands(one.place, one.phrase, text)),
        key=lambda pair: pair[0],
    )
    starts = [start for start, _clause in placed]
    found: list[tuple[int, int]] = []
    for start, clause in placed:
        if clause not in wanted:
            continue
        stop = _SENTENCE_END.search(text, start + len(clause.phrase))
        following = min((other for other in starts if other > start), default=len(text))
        end = min(stop.end() if stop else len(text), following)
        if found and not text[found[-1][1] : start].strip(" \nوف"):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, len(text[:end].rstrip())))
    return found


def _is_whole(places: Sequence[tuple[int, int]], text: str) -> bool:
    return len(places) == 1 and not text[: places[0][0]].strip() and not text[places[0][1] :].strip()
