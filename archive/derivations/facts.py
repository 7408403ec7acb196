"""What earlier derivations know of recommendations and paragraphs: classes, addressees, topics, citations."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Q

from archive.models import Citation, OperativeClause, TopicAssignment
from archive.models.instrument import article_locator

from .reading import Reading

#: Class and addressees.
Clause = tuple[str, tuple[str, ...]]
_NO_CLAUSE: Clause = ("", ())


@dataclass
class Facts:
    """Of one recommendation. The key of a lettered item leads to what is its own, None to what is the chapeau's."""

    topics: tuple[str, ...] = ()
    clauses: dict[int | None, Clause] = field(default_factory=dict)
    articles: dict[int | None, list[str]] = field(default_factory=dict)
    tools: dict[int | None, list[str]] = field(default_factory=dict)

    def clause_of(self, item: int | None) -> Clause:
        """A lettered item without a clause of its own asks as the chapeau does."""
        return self.clauses.get(item) or self.clauses.get(None) or _NO_CLAUSE

    def articles_of(self, item: int | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.articles.get(item, ())))

    def tools_of(self, item: int | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.tools.get(item, ())))


def facts_of(recommendations: Collection[int], reading: Reading) -> dict[int, Facts]:
    """What is known of these; of a small archive all is read once. Not to be changed."""
    if not reading.is_small:
        which = {"recommendation__in": recommendations}
        return _read_facts(which, _named(which), recommendations)
    known: dict[int, Facts] = reading.made_of(
        (OperativeClause, TopicAssignment, Citation),
        lambda: _read_facts({"recommendation__isnull": False}, _all_named(reading), ()),
    )
    return {pk: known.get(pk) or Facts() for pk in recommendations}


class _Named(NamedTuple):
    """A citation that names a tool, an article (by its treaty and number) or a meeting (by its body and number)."""

    recommendation: int | None
    item: int | None
    paragraph: int | None
    tool: str
    treaty: str | None
    article: int
    body: str | None
    meeting: int


def _named(which: dict[str, Any]) -> list[_Named]:
    """In the order of the texts."""
    names_a_thing = Q(article__isnull=False) | ~Q(tool="") | Q(cited_meeting__isnull=False)
    rows = Citation.objects.filter(names_a_thing, **which).in_force().in_order().values_list(
        *("recommendation_id", "subparagraph_id", "paragraph_id", "tool"),
        *("article__instrument__slug", "article__number", "cited_meeting__body__symbol", "cited_meeting__number"),
    )
    return [_Named(*row) for row in rows]


def _all_named(reading: Reading) -> list[_Named]:
    found: list[_Named] = reading.made_of((Citation,), lambda: _named({}))
    return found


def _read_facts(
    which: dict[str, Any], cited: Iterable[_Named], recommendations: Iterable[int]
) -> dict[int, Facts]:
    found = {pk: Facts() for pk in recommendations}
    for pk, rows in _clauses_in_force(which).items():
        found.setdefault(pk, Facts()).clauses = _clauses(rows)
    topics = TopicAssignment.objects.filter(**which).in_force().in_order()
    for pk, slug in topics.values_list("recommendation_id", "topic__slug"):
        known = found.setdefault(pk, Facts())
        known.topics = (*known.topics, slug)
    for row in cited:
        if row.recommendation is not None:
            known = found.setdefault(row.recommendation, Facts())
            if row.treaty is not None:
                known.articles.setdefault(row.item, []).append(article_locator(row.treaty, row.article))
            if row.tool:
                known.tools.setdefault(row.item, []).append(row.tool)
    return found


class _ClauseInForce(NamedTuple):
    item: int | None
    clause: Clause
    is_main: bool
    overrides: bool


def _clauses_in_force(which: dict[str, Any]) -> dict[int, list[_ClauseInForce]]:
    """In the order of the text, with the codes of those whom they address."""
    rows = OperativeClause.objects.filter(**which).in_force().order_by("position", "pk", "addressees__position")
    shown = ("pk", "recommendation_id", "subparagraph_id", "verb_class", "is_main", "overrides")
    found: dict[int, list[_ClauseInForce]] = {}
    lines = rows.values_list(*shown, "addressees__code")
    for (_pk, recommendation, item, verb_class, *leads), own in groupby(lines, lambda line: line[:-1]):
        codes = tuple(code for *_, code in own if code is not None)
        found.setdefault(recommendation, []).append(_ClauseInForce(item, (verb_class, codes), *leads))
    return found


def _clauses(rows: Sequence[_ClauseInForce]) -> dict[int | None, Clause]:
    """The first of each passage, and where there is one the main clause."""
    found: dict[int | None, Clause] = {}
    for row in reversed(rows):
        if row.overrides or row.item is None:
            found[row.item] = row.clause
    for row in rows:
        if row.is_main:
            found[row.item] = row.clause
    return found


@dataclass
class NamedThings:
    """What a paragraph names: tools, articles («som-protocol:18»), meetings («ITC/CONF/WG.1:4»)."""

    tools: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)


def named_in_paragraphs(reading: Reading) -> dict[int, NamedThings]:
    """By the key of the paragraph, in the order of its text."""
    found: dict[int, NamedThings] = {}
    for row in _all_named(reading) if reading.is_small else _named({"paragraph__isnull": False}):
        if row.paragraph is not None:
            named = found.setdefault(row.paragraph, NamedThings())
            if row.tool:
                named.tools.append(row.tool)
            if row.treaty is not None:
                named.articles.append(article_locator(row.treaty, row.article))
            if row.body is not None:
                named.meetings.append(meeting_key(row.body, row.meeting))
    return found


def meeting_key(body: str, number: int) -> str:
    return f"{body}:{number}"
