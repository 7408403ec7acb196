"""How a wording moved through the meetings of its body."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.deriving.kinship import Kin, KinGround
from archive.deriving.lineage import Step, trace_lineage
from archive.models import Citation, Kinship, Meeting, Recommendation

from ..comparison.sides import Side, comparison_address
from ..text.running_text import first_words

#: Of a long text the beginning is enough to know it by.
WORDS = 90


@dataclass(frozen=True, slots=True)
class LineageStep:
    """The wording of one meeting. `relation` says how it stands to `via`, the step through which it is reached."""

    side: Side
    words: str
    relation: str = ""
    via: Side | None = None
    comparison: str = ""


def build_lineage(recommendation: Recommendation) -> list[LineageStep]:
    """A step for each meeting of the body that has the wording, in their order. Four queries."""
    meetings = Meeting.objects.of_body(recommendation.meeting.body).in_official_order()
    place_of = {pk: place for place, pk in enumerate(meetings.values_list("pk", flat=True))}
    kin, meeting_of = _kin_of(recommendation, place_of)
    steps = trace_lineage(str(recommendation.pk), kin, meeting_of)
    keys = [int(step.recommendation) for step in steps]
    rows = Recommendation.objects.select_related("meeting__body").prefetch_related("subparagraphs").in_bulk(keys)
    return [_step(step, rows) for step in steps]


def _kin_of(recommendation: Recommendation, place_of: Mapping[int, int]) -> tuple[list[Kin], dict[str, int]]:
    """The pairs that make a line, by primary key, and the places of their meetings.

    Each joins *this* text with another: what is near to one that is near is soon another matter.
    """
    body = recommendation.meeting.body_id
    rows = Kinship.objects.in_force().of(recommendation).filter(earlier__meeting__body=body, later__meeting__body=body)
    tools = _tools_of(recommendation)
    meeting_of = {str(recommendation.pk): place_of[recommendation.meeting_id]}
    kin: list[Kin] = []
    found = rows.values_list(
        *("earlier", "later", "earlier__meeting", "later__meeting"),
        *("earlier_item__position", "later_item__position", "relation", "score", "evidence", "decision"),
    )
    for earlier, later, first, second, item, other_item, relation, score, evidence, decision in found:
        other = later if earlier == recommendation.pk else earlier
        if not (decision or relation != Kinship.Relation.RELATED or evidence.get("subjects") or other in tools):
            continue
        meeting_of[str(earlier)], meeting_of[str(later)] = place_of[first], place_of[second]
        words, subjects, articles = (tuple(evidence.get(name, ())) for name in ("words", "subjects", "articles"))
        ground = KinGround(words, subjects, articles, evidence.get("agreement", 0.0))
        kin.append(Kin(str(earlier), str(later), item or 0, other_item or 0, relation, score, ground))
    return kin, meeting_of


def _tools_of(recommendation: Recommendation) -> set[int]:
    """The recommendations that name a tool (a database, a portal) that this one names."""
    named = Citation.objects.in_force().filter(kind=Citation.Kind.TOOL)
    tools = named.filter(recommendation=recommendation).values("tool")
    return set(named.filter(tool__in=tools, recommendation__isnull=False).values_list("recommendation", flat=True))


def _step(step: Step, rows: Mapping[int, Recommendation]) -> LineageStep:
    side = _side(rows[int(step.recommendation)], step.item)
    words = first_words(side.text, WORDS)
    if not step.via:
        return LineageStep(side, words)
    via = _side(rows[int(step.via)], step.via_item)
    is_later = via.recommendation.meeting.number < side.recommendation.meeting.number
    sides = (via, side) if is_later else (side, via)
    return LineageStep(side, words, _relation(step.relation, is_later=is_later), via, comparison_address(*sides))


def _side(row: Recommendation, position: int) -> Side:
    return Side(row, next((item for item in row.subparagraphs.all() if item.position == position), None))


def _relation(relation: str | None, *, is_later: bool) -> str:
    """What a step does to the one whose name follows; `is_later`: it came after that."""
    match relation:
        case Kinship.Relation.REPEATS:
            return _("تكرر") if is_later else _("كررتها")
        case Kinship.Relation.STRENGTHENS:
            return _("تقوّي") if is_later else _("قوّتها")
    return _("قريبة من")
