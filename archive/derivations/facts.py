"""What earlier derivations know of recommendations and paragraphs: classes, addressees, topics, citations."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from archive.models import OperativeClause

from .asked_persons import codes_of
from .reading import Reading, is_in_force

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
    found = {pk: Facts() for pk in recommendations}
    for pk, clauses in reading.clauses(recommendations).items():
        if pk in found:
            found[pk].clauses = _clauses(clauses)
    for pk, assignments in reading.assignments(recommendations).items():
        if pk in found:
            known = (row.topic for row in assignments if is_in_force(row) and row.topic.is_used)
            found[pk].topics = tuple(topic.slug for topic in known)
    for pk, citations in reading.citations("recommendation", recommendations).items():
        if pk in found:
            for row in filter(is_in_force, citations):
                if row.article is not None:
                    found[pk].articles.setdefault(row.subparagraph_id, []).append(row.article.locator)
                if row.tool:
                    found[pk].tools.setdefault(row.subparagraph_id, []).append(row.tool)
    return found


def _clauses(rows: Iterable[OperativeClause]) -> dict[int | None, Clause]:
    """The first of each passage, and where there is one the main clause."""
    found: dict[int | None, Clause] = {}
    in_force = [row for row in rows if is_in_force(row)]
    for row in reversed(in_force):
        if row.overrides or row.subparagraph_id is None:
            found[row.subparagraph_id] = (row.verb_class, codes_of(row))
    for row in in_force:
        if row.is_main:
            found[row.subparagraph_id] = (row.verb_class, codes_of(row))
    return found


@dataclass
class NamedThings:
    """What a paragraph names: tools, articles («som-protocol:18»), meetings («ITC/CONF/WG.1:4»)."""

    tools: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)


def named_in_paragraphs(reading: Reading) -> dict[int, NamedThings]:
    found: dict[int, NamedThings] = {}
    for pk, citations in reading.citations("paragraph", None).items():
        named = found[pk] = NamedThings()
        for row in filter(is_in_force, citations):
            if row.tool:
                named.tools.append(row.tool)
            if row.article is not None:
                named.articles.append(row.article.locator)
            if row.cited_meeting is not None:
                named.meetings.append(meeting_key(row.cited_meeting.body.symbol, row.cited_meeting.number))
    return found


def meeting_key(body: str, number: int) -> str:
    return f"{body}:{number}"
