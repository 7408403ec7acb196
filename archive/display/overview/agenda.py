"""The agenda of a meeting as a tree, with the recommendations adopted under its items."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.models import AgendaItem, Recommendation

from ..names.language import is_english


@dataclass(slots=True)
class AgendaNode:
    """An item of the agenda with its sub-items and the recommendations adopted under it."""

    item: AgendaItem
    recommendations: list[Recommendation] = field(default_factory=list)
    children: list["AgendaNode"] = field(default_factory=list)


def is_in_english(nodes: Iterable[AgendaNode]) -> bool:
    """Whether an agenda stands in English for English readers: then its numbers are at the left of its titles."""
    titled = [node.item for node in nodes if node.item.title or node.item.title_en]
    return is_english() and bool(titled) and all(item.title_en for item in titled)


def build_agenda(
    items: Iterable[AgendaItem], recommendations: Iterable[Recommendation]
) -> tuple[list[AgendaNode], list[Recommendation]]:
    """The tree, and the recommendations that stand under none of its items.

    An item whose superior comes later or not at all stands at the top.
    """
    roots: list[AgendaNode] = []
    nodes: dict[int, AgendaNode] = {}
    loose: list[Recommendation] = []
    for item in items:
        node = nodes[item.pk] = AgendaNode(item)
        above = nodes.get(item.parent_id) if item.parent_id else None
        (above.children if above else roots).append(node)
    for recommendation in recommendations:
        under = nodes.get(recommendation.agenda_item_id) if recommendation.agenda_item_id else None
        (under.recommendations if under else loose).append(recommendation)
    return roots, loose
