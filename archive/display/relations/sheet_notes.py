"""What a preparation sheet says under each recommendation: how it asks, whom, and how it is cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.models import OperativeClause, Recommendation

from ..names.choices import chosen
from ..names.citation import cite_here
from ..names.titles import item_letter


@dataclass(frozen=True, slots=True)
class ClauseInBrief:
    """How strongly, and whom; `letter` is that of the item where the chapeau asks otherwise."""

    letter: str
    verb: str
    addressees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What stands under a recommendation: how it asks, and how it is cited."""

    asking: tuple[ClauseInBrief, ...]
    citation: str


def build_sheet_notes(
    recommendations: Sequence[Recommendation], clauses: Sequence[OperativeClause]
) -> dict[int, tuple[SheetNote]]:
    asking: dict[int, list[ClauseInBrief]] = {}
    for clause in clauses:
        asking.setdefault(clause.recommendation_id, []).append(_in_brief(clause))
    return {
        one.pk: (SheetNote(tuple(dict.fromkeys(asking.get(one.pk, ()))), cite_here(one)),)
        for one in recommendations
    }


def _in_brief(clause: OperativeClause) -> ClauseInBrief:
    letter = item_letter(clause.subparagraph) if clause.subparagraph and clause.overrides else ""
    addressees = tuple(chosen(one, "code") for one in clause.addressees.all())
    return ClauseInBrief(letter, chosen(clause, "verb_class"), addressees)
