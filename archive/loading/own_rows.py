"""Planning the rows that one document alone is the source of: headings, paragraphs, footnotes, recommendations."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from archive.parsing.printed_text import whole_text
from archive.record import kinds
from archive.record.merge import merge_row
from archive.record.stored import StoredRow
from archive.record.taking_over import LEFT_OUT
from archive.record.values import Link, Offering, RecommendationValues, Value

from .changes import Change, Plan, plain
from .copies import compare_rows
from .offered import Offered, by_name
from .provisional import match_provisional
from .revisions import ALONE, Succession, plan_earlier_text, plan_waiting
from .rows import Pairing, pair_up, plan_gone, plan_merge, plan_new
from .stored_rows import in_another_language, paper_locator, subparagraphs_of


def plan_placed(plan: Plan, offered: Sequence[Offered], stored: Sequence[StoredRow], *looser: Any) -> None:
    """Sections and footnotes: no two may have one place, so rows that are gone move behind the last."""
    paired = pair_up(offered, stored, *looser)
    plan.known.update({Link(one.kind, one.locator): row.pk for one, row in paired.pairs})
    plan_pairs(plan, paired)
    for place, row in enumerate(paired.gone, start=len(offered) + 1):
        plan_gone(plan, row, {} if row.values["position"] == place else {"position": place})


def plan_numbered(plan: Plan, offered: Sequence[Offered], stored: Sequence[StoredRow]) -> None:
    """Paragraphs: known by their number."""
    paired = pair_up(offered, stored)
    plan.known.update({Link(one.kind, one.locator): row.pk for one, row in paired.pairs})
    plan_pairs(plan, paired)
    for row in paired.gone:
        plan_gone(plan, row)


def plan_pairs(plan: Plan, paired: Pairing) -> None:
    for one, row in paired.pairs:
        plan_merge(plan, one, row)
    for one in paired.new:
        plan_new(plan, one)


def plan_recommendations(
    plan: Plan,
    document: Link,
    offered: Sequence[Offered],
    items: Sequence[Offered],
    stored: Sequence[StoredRow],
    succession: Succession = ALONE,
    *,
    is_whole: bool = True,
) -> None:
    """Those of this document and those entered by hand are merged; those of another are only compared. Provisional
    texts come first (`provisional`); `is_whole`: the paper has all that its meetings recommended.

    Those that another paper has in another language alone are taken over: this is their Arabic text. Those of a paper
    that this one replaces are taken over once staff have said so, their earlier text kept; those that
    a revision of this one has taken over are left to it, the text in this one kept.
    """
    own = plan.document
    offered_items: dict[str, list[Offered]] = {}
    for item in items:
        offered_items.setdefault(item.match[0], []).append(item)
    provisional = [row for row in stored if row.values["is_provisional"]]
    matched = match_provisional(
        plan, offered, offered_items, stored, _by_recommendation(provisional), is_whole=is_whole
    )
    for found in matched.pairs:
        plan.known[Link(kinds.RECOMMENDATION, found.row.locator)] = found.row.pk
        _plan_recommendation(
            plan, document, found.offered, found.row, offered_items.get(found.row.locator, []), found.items
        )
    paired = pair_up(matched.offered, matched.stored)
    if succession.waits:
        left = [row for row in paired.gone if row.values["document"] == succession.replaces and not row.missing]
        plan_waiting(plan, list(paired.new), left)
        paired = Pairing(paired.pairs, (), paired.gone)
    stored_items = _by_recommendation([row for _, row in paired.pairs])
    foreign = in_another_language(row.values["document"] for _, row in paired.pairs)

    for one in paired.new:
        own_items = offered_items.get(one.locator, [])
        for item in own_items:
            plan_new(plan, item)
        letters = [_letter(item.match[1], by_name(item.values)) for item in own_items]
        plan_new(plan, one, _whole_texts(by_name(one.values), letters))
    for one, row in paired.pairs:
        plan.known[Link(kinds.RECOMMENDATION, one.locator)] = row.pk
        own_items, there = offered_items.get(one.locator, []), stored_items.get(one.locator, [])
        holder = row.values["document"]
        if holder in (own, None) or holder in foreign:
            _plan_recommendation(plan, document, one, row, own_items, there)
        elif holder in succession.replaced_by:
            _keep_own_text(plan, document, one, row, own_items, succession)
        elif holder == succession.replaces and succession.in_force:
            base = Link(kinds.DOCUMENT, paper_locator(row))
            plan.known[base] = succession.replaces or 0
            plan_earlier_text(plan, one.locator, base, {name: row.values[name] for name in ("text", "printed_text")})
            _plan_recommendation(plan, document, one, row, own_items, there)
        else:
            compare_rows(plan, [one], [row])
            compare_rows(plan, own_items, there)
    for row in paired.gone:
        if own is not None and row.values["document"] == own:
            plan_gone(plan, row)


def _by_recommendation(rows: Sequence[StoredRow]) -> dict[str, list[StoredRow]]:
    """The lettered items of these recommendations, by locator."""
    found: dict[str, list[StoredRow]] = {}
    for row in subparagraphs_of(rows) if rows else ():
        found.setdefault(row.match[0], []).append(row)
    return found


def _keep_own_text(
    plan: Plan,
    document: Link,
    one: Offered,
    row: StoredRow,
    items: Sequence[Offered],
    succession: Succession,
) -> None:
    """The text that this document has, beside that of the revision which took its place."""
    plan.changes.append(Change(row.kind, row.locator, "unchanged", row.pk))
    letters = [_letter(item.match[1], by_name(item.values)) for item in items]
    texts = by_name(_whole_texts(by_name(one.values), letters))
    if row.pk not in succession.kept:
        plan_earlier_text(plan, one.locator, document, dict(texts))


def _plan_recommendation(
    plan: Plan, document: Link, one: Offered, row: StoredRow, items: Sequence[Offered], there: Sequence[StoredRow]
) -> None:
    paired = pair_up(items, there)
    letters = []
    for item, stored in paired.pairs:
        merged = plan_merge(plan, item, stored)
        letters.append(_letter(stored.match[1], {**stored.values, **merged.write}))
    left_out = row.base.get(LEFT_OUT, ())
    for item in paired.new:
        if item.match[1] in left_out:  # staff decided to do without it
            continue
        plan_new(plan, item)
        letters.append(_letter(item.match[1], by_name(item.values)))
    for stored in paired.gone:
        plan_gone(plan, stored)
        letters.append(_letter(stored.match[1], stored.values))
    letters.sort(key=lambda letter: letter.position)
    # The whole text is made of what the merge leaves standing, so it is known only after the merge.
    chapeau = {name: _merged(one, row, name) for name in ("chapeau", "printed_chapeau")}
    texts = _whole_texts(chapeau, letters)
    texts["document"] = document
    texts["is_provisional"] = False
    plan_merge(plan, one, row, texts)


def _merged(one: Offered, row: StoredRow, name: str) -> Value:
    offered = plain(by_name(one.values)[name])
    return merge_row(row.values, {name: offered}, row.base).write.get(name, row.values[name])


class _Letter(NamedTuple):
    """A lettered item as the whole text is made of it."""

    position: int
    label: str
    printed_label: str
    text: str
    printed_text: str


def _letter(position: int, values: Mapping[str, Offering]) -> _Letter:
    return _Letter(position, *(str(values[name]) for name in _Letter._fields[1:]))


def _whole_texts(chapeau: Mapping[str, Offering], letters: Sequence[_Letter]) -> RecommendationValues:
    return RecommendationValues(
        text=whole_text(str(chapeau["chapeau"]), [(one.label, one.text) for one in letters]),
        printed_text=whole_text(
            str(chapeau["printed_chapeau"]), [(one.printed_label, one.printed_text) for one in letters]
        ),
    )
