"""Planning the rows that several documents may state: bodies, meetings, agenda items, papers only named."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from archive.models import Document
from archive.parsing.problems import problem
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.addresses import free_slug
from archive.record.corrections import Decisions
from archive.record.merge import Outcome, RowMerge, Stated, first_statement, merge_stated, rank_of, strongest
from archive.record.stored import StoredRow
from archive.record.values import BodyValues, Link, Value
from archive.vocabulary.bodies import KnownBody, on_covers
from archive.vocabulary.symbols import slug as slug_of

from . import stored_rows as read
from .belonging import own_body
from .changes import Change, Plan, Refusal, Written, plain
from .offered import Offered, by_name
from .rows import finish_merge, plan_merge, plan_new
from .stated import Facts, Statement, agenda_stated, meetings_stated, papers_stated
from .wordings import alike

_FIELD_NAMES = {
    "place": "المكان",
    "start": "تاريخ البداية",
    "end": "تاريخ النهاية",
    "held_in": "شهر الانعقاد",
    "title": "العنوان",
}


def plan_shared(
    plan: Plan, parsed: ParsedDocument, decisions: Decisions, bodies: Mapping[str, KnownBody], symbol: str
) -> None:
    """All shared rows that the document states, those it needs first."""
    meetings = meetings_stated(parsed)
    references = [one.body for one in parsed.references if one.body in bodies]
    needed = [parsed.masthead.body, *(m.body for m in (*parsed.meetings, *parsed.mentioned_meetings))]
    needed += [one.body for one in parsed.recommendations]
    offered = next((one.message for one in parsed.problems if one.code == "unknown_body_offered"), "")
    known = _with_others(parsed, bodies)
    slugs = _plan_needed_bodies(plan, [body for body in needed if body], references, known, offered)

    stored_meetings = read.meetings_by_slug(statement.locator for statement in meetings)
    for statement in meetings:
        plan_statement(plan, statement, stored_meetings.get(statement.locator))

    agenda = agenda_stated(parsed, decisions)
    stored_items = read.agenda_of(_meetings_of(agenda))
    plan.known.update({Link(kinds.AGENDA_ITEM, locator): row.pk for locator, row in stored_items.items()})
    for statement in agenda:
        plan_statement(plan, statement, stored_items.get(statement.locator))

    _plan_papers(plan, papers_stated(parsed, symbol, slugs))


def _meetings_of(agenda: Iterable[Statement]) -> set[str]:
    meetings = (statement.owners["meeting"] for statement in agenda)
    return {meeting.locator for meeting in meetings if isinstance(meeting, Link)}


# Bodies --------------------------------------------------------------------------------------------------------


def body_offered(body: KnownBody) -> Offered:
    values = BodyValues(name_ar=body.name_ar, name_en=body.name_en, term=body.term)
    if body.parent:
        values["parent"] = Link(kinds.BODY, slug_of(body.parent))
    owners = {"symbol": body.symbol, "slug": slug_of(body.symbol)}
    return Offered(kinds.BODY, slug_of(body.symbol), match=(), values=values, owners=owners)


def plan_declared_bodies(plan: Plan, declared: Iterable[str], bodies: Mapping[str, KnownBody]) -> None:
    """The bodies of a manifest: made, or merged with what is stored."""
    stored = read.all_bodies()
    plan.known.update({Link(kinds.BODY, slug): row.pk for slug, row in stored.items()})
    done: set[str] = set()

    def plan_one(symbol: str) -> None:
        if symbol in done:
            return
        done.add(symbol)
        body = bodies[symbol]
        if body.parent and body.parent in bodies:
            plan_one(body.parent)
        row = stored.get(slug_of(symbol))
        if row is None:
            plan_new(plan, body_offered(body))
        elif symbol in wanted:
            plan_merge(plan, body_offered(body), row)

    wanted = set(declared)
    for symbol in sorted(wanted):
        plan_one(symbol)


def _with_others(parsed: ParsedDocument, bodies: Mapping[str, KnownBody]) -> dict[str, KnownBody]:
    """The bodies, the organs of which covers may tell, and the body that this cover offers."""
    known = {body.symbol: body for body in on_covers(bodies.values())}
    offered = own_body(parsed, known)
    return known | ({offered.symbol: offered} if offered else {})


def _plan_needed_bodies(
    plan: Plan, needed: list[str], references: list[str], bodies: Mapping[str, KnownBody], offered: str
) -> set[str]:
    """Make the bodies that are not there yet; give the slugs of all that are then known.

    `offered` is the sentence with which the cover of the paper offers a body that nobody knows.
    """
    stored = read.all_bodies()
    plan.known.update({Link(kinds.BODY, slug): row.pk for slug, row in stored.items()})
    known = set(stored)

    def plan_one(symbol: str) -> None:
        if slug_of(symbol) in known:
            return
        if symbol not in bodies:
            raise Refusal(
                offered
                or f"تنسب الوثيقة إلى هيئة لا يعرفها الأرشيف: {symbol}. عرّفها في ملف manifest.toml تحت [[body]]."
            )
        known.add(slug_of(symbol))
        parent = bodies[symbol].parent
        if parent:
            plan_one(parent)
        plan_new(plan, body_offered(bodies[symbol]))

    for symbol in [*needed, *references]:
        plan_one(symbol)
    return known


# Meetings and agenda items -------------------------------------------------------------------------------------


def plan_statement(plan: Plan, statement: Statement, stored: StoredRow | None) -> None:
    """A shared row: made from what is stated, or merged by ground."""
    facts = _plain(statement.facts)
    follows = by_name(statement.follows)
    values = {name: fact.value for name, fact in statement.facts.items()}
    if stored is None:
        write: dict[str, Written] = {**statement.owners, **values, **follows}
        write["source_values"] = first_statement(facts, plan.file)
        if statement.ground:
            write["ground"] = statement.ground
        plan.changes.append(Change(statement.kind, statement.locator, "created", None, write))
        return
    plan.known[Link(statement.kind, statement.locator)] = stored.pk
    merged = _quieted(merge_stated(stored.values, facts, stored.base, plan.file, plan.former_file))
    write = {name: values[name] for name in merged.write}
    if statement.ground and rank_of(statement.ground) > rank_of(str(stored.values.get("ground", ""))):
        write["ground"] = statement.ground
    for name, value in follows.items():
        if (plan.known.get(value, value) if isinstance(value, Link) else value) != stored.values[name]:
            write[name] = value
    finish_merge(plan, stored, merged, write)
    for one in merged.contradictions:
        field = f"{_FIELD_NAMES[one.field]} ({statement.locator})"
        line = statement.line if one.loser == plan.file else 0
        found = problem("contradiction", line, field=field, stated=one.stated, held=one.better)
        if one.loser == plan.file:
            plan.problems.append(found)
        else:
            plan.problems_of_others.append((one.loser, found))


def _quieted(merged: RowMerge) -> RowMerge:
    """Without the quarrels that mean nothing: the same words printed otherwise, a mark that another source made."""
    fields = tuple(
        one for one in merged.fields if one.outcome != "conflict" or _matters(one.field, one.stored, one.offered)
    )
    return replace(
        merged,
        outcome=strongest([one.outcome for one in fields]),
        fields=fields,
        contradictions=tuple(one for one in merged.contradictions if _matters(one.field, one.stated, one.better)),
    )


def _plain(facts: Facts) -> dict[str, Stated[Value]]:
    return {name: Stated(plain(fact.value), fact.ground) for name, fact in facts.items()}


def _matters(field: str, one: Any, other: Any) -> bool:
    return field in _FIELD_NAMES and not alike(str(one), str(other))


# Papers that are only named ------------------------------------------------------------------------------------


def _plan_papers(plan: Plan, statements: list[Statement]) -> None:
    """Papers by symbol; one whose text is stored says itself what it is, and is left alone."""
    stored = read.papers_by_symbol(str(statement.owners["symbol"]) for statement in statements)
    new = [one for one in statements if str(one.owners["symbol"]).upper() not in stored]
    taken = set(Document.objects.filter(slug__in=[one.locator for one in new]).values_list("slug", flat=True))
    for statement in statements:
        row = stored.get(str(statement.owners["symbol"]).upper())
        if row is not None:
            if not row.values["source_file"]:
                _plan_known_paper(plan, statement, row)
            continue
        slug = free_slug(statement.locator, taken)
        taken.add(slug)
        facts = {name: fact.value for name, fact in statement.facts.items()}
        base = first_statement(_plain(statement.facts), plan.file)
        base["symbol"] = statement.owners["symbol"]
        write: dict[str, Written] = {
            **statement.owners, **facts, "slug": slug, "kind": Document.OTHER_KIND, "source_values": base
        }
        plan.changes.append(Change(kinds.DOCUMENT, slug, "created", None, write))


def _plan_known_paper(plan: Plan, statement: Statement, stored: StoredRow) -> None:
    """Two documents may name a paper in different words: that is no conflict, the first better one stays."""
    facts = _plain(statement.facts)
    merged = merge_stated(stored.values, facts, stored.base, plan.file, plan.former_file)
    write: dict[str, Written] = {name: statement.facts[name].value for name in merged.write}
    base = merged.base
    printed = str(statement.owners["symbol"])
    if _lost_its_case(stored, printed):
        write["symbol"] = printed
        base = {**base, "symbol": printed}
    calm = [one for one in merged.fields if one.outcome != "conflict"]
    outcome: Outcome = "updated" if write else ("kept" if calm else "unchanged")
    if base != stored.base:
        write["source_values"] = base
    plan.changes.append(Change(kinds.DOCUMENT, stored.locator, outcome, stored.pk, write, tuple(calm)))


def _lost_its_case(stored: StoredRow, printed: str) -> bool:
    """Whether a symbol stands in capitals throughout where this paper prints it with small letters («…/Rev.1»).

    The other way round it stays: of two prints the one that tells more is kept, whichever is read last.
    """
    known = stored.text("symbol")
    return known == known.upper() != printed and stored.base.get("symbol") == known

