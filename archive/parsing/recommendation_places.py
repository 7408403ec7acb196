"""Recommendations told by their place: headed, as paragraphs, letters and rows where the text says recommendations.

Guarantee: what stands where recommendations are and does not speak like one is reported, whichever it is taken for.
"""

from collections.abc import Sequence

from archive.vocabulary.recommending import (
    asks,
    heads_proposals,
    heads_recommendations,
    points_to_recommendations,
    recommends_by_list,
)

from .body_text import BodyText, Heading, Item
from .drafts import Draft, SharedOut, draft_of_item, drafts_of_list
from .inline_letters import with_letters_apart
from .passages import PassageBuilder
from .problems import Problem, problem
from .structure import ParsedClause
from .tables import drafts_of_table, rest_of_table


def by_place(text: BodyText) -> SharedOut:
    """Share out the items of a report by where they stand."""
    regions = _regions(text)
    headed = {regions.get(item.section) for item in text.items if item.mark.opens == "recommendation"}
    drafts: list[Draft] = []
    left: list[ParsedClause] = []
    for table in text.tables:
        tabled = drafts_of_table(table)
        if tabled:
            drafts += tabled
            left.append(ParsedClause(rest_of_table(table).build(), table.section))
            for part in table.parts:
                part.text, part.whole = PassageBuilder(), PassageBuilder()
    paragraphs: list[Item] = []
    introducing: set[int] = set()
    taken: set[int] = set()
    doubtful: dict[int, list[Item]] = {}
    adopted: set[int] = set()
    for item in text.items:
        region = regions.get(item.section)
        if item.mark.opens == "recommendation":
            drafts.append(draft_of_item(item))
        elif _lists_recommendations(apart := with_letters_apart(item), region):
            drafts += drafts_of_list(apart)
            paragraphs.append(apart)
            introducing.add(item.line)
        elif region is not None and region not in headed and _is_one(item):
            drafts.append(draft_of_item(item))
            adopted.add(region)
        else:
            paragraphs.append(item)
            if region is not None and region not in headed and not _introduces(item):
                doubtful.setdefault(region, []).append(item)
    between = _between(text.items, {draft.line for draft in drafts if draft.form == "paragraph"}, doubtful)
    drafts += [draft_of_item(item) for item in between]
    lines = {item.line for item in between}
    paragraphs = [item for item in paragraphs if item.line not in lines]
    for item in map(with_letters_apart, (*text.clauses, *text.unplaced)):
        if _lists_recommendations(item, regions.get(item.section)):
            drafts += drafts_of_list(item)
            introducing.add(item.line)
    return SharedOut(
        tuple(paragraphs),
        tuple(sorted(drafts, key=lambda draft: draft.line)),
        frozenset(introducing),
        frozenset(taken),
        tuple(left),
        tuple(_doubts(doubtful, adopted, regions, text.headings)),
    )


def _regions(text: BodyText) -> dict[int | None, int]:
    """By section the outermost section above it, or itself, whose heading says that recommendations stand under it."""
    found: dict[int | None, int] = {}
    for index, heading in enumerate(text.headings):
        above = found.get(heading.parent)
        if above is not None:
            found[index] = above
        elif heads_recommendations(heading.title.build().reading):
            found[index] = index
    return found


def _is_one(item: Item) -> bool:
    words = item.opening.build().printed
    if not words:
        # «2- (أ) …»: number and letter on one line
        return any(part.kind == "letter" and asks(part.text.build().printed) for part in item.parts[1:2])
    return asks(words) and not (points_to_recommendations(words) and not item.parts[1:])


def _between(items: Sequence[Item], adopted: set[int], doubtful: dict[int, list[Item]]) -> list[Item]:
    """Doubtful ones with recommendations of their section right before and behind them: they are, in other words."""
    doubted = {item.line for group in doubtful.values() for item in group}
    return [
        item
        for before, item, after in zip(items, items[1:], items[2:], strict=False)
        if item.line in doubted
        and {before.line, after.line} <= adopted
        and before.section == item.section == after.section
    ]


def _introduces(item: Item) -> bool:
    return points_to_recommendations(item.opening.build().printed)


def _lists_recommendations(item: Item, region: int | None) -> bool:
    """Letters behind «أوصى الفريق العامل بما يلي:»; where recommendations stand, behind any words that introduce."""
    kinds = {part.kind for part in item.parts[1:]}
    if not kinds & {"letter", "list"}:
        return False
    words = item.opening.build().printed
    if recommends_by_list(words):
        return "letter" in kinds or region is not None
    first = next((part for part in item.parts[1:] if part.kind == "letter"), None)
    introduces = words.rstrip().endswith(":") and not asks(words)
    return region is not None and introduces and first is not None and asks(first.text.build().printed)


def _doubts(
    doubtful: dict[int, list[Item]], adopted: set[int], regions: dict[int | None, int], headings: Sequence[Heading]
) -> list[Problem]:
    found: list[Problem] = []
    for region, items in doubtful.items():
        if region in adopted:
            numbers = "، ".join(item.mark.printed for item in items)
            found.append(problem("doubtful_recommendation", items[0].line, numbers=numbers))
    for region in sorted(adopted):
        if heads_proposals(headings[region].title.build().reading):
            found.append(problem("proposed_recommendations", headings[region].line))
    return found


