"""What earlier derivations know of recommendations and paragraphs: classes, addressees, topics, citations."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.models import Citation, Instrument, OperativeClause, TopicAssignment

from .operative import codes_of

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


def facts_of(recommendations: Iterable[int]) -> dict[int, Facts]:
    keys = list(recommendations)
    found = {pk: Facts() for pk in keys}
    clauses = OperativeClause.objects.in_force().filter(recommendation__in=keys).prefetch_related("addressees")
    for row in clauses.order_by("-position"):
        if row.overrides or (row.subparagraph_id is None):
            found[row.recommendation_id].clauses[row.subparagraph_id] = (row.verb_class, codes_of(row))
    for row in clauses.filter(is_main=True):
        found[row.recommendation_id].clauses[row.subparagraph_id] = (row.verb_class, codes_of(row))
    topics = TopicAssignment.objects.in_force().filter(recommendation__in=keys).in_order()
    for pk, slug in topics.values_list("recommendation", "topic__slug"):
        found[pk].topics = (*found[pk].topics, slug)
    cited = Citation.objects.in_force().in_order().filter(recommendation__in=keys)
    for row in cited.exclude(article=None).select_related("article__instrument"):
        if row.article is not None and row.recommendation_id is not None:
            found[row.recommendation_id].articles.setdefault(row.subparagraph_id, []).append(row.article.locator)
    for pk, item, tool in cited.exclude(tool="").values_list("recommendation", "subparagraph", "tool"):
        found[pk].tools.setdefault(item, []).append(tool)
    return found


@dataclass
class Named:
    """What a paragraph names: tools, articles («som-protocol:18»), meetings («ITC/CONF/WG.1:4»)."""

    tools: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)


def named_in_paragraphs() -> dict[int, Named]:
    found: dict[int, Named] = {}
    rows = Citation.objects.in_force().in_order().filter(paragraph__isnull=False)
    for row in rows.select_related("article__instrument", "cited_meeting__body"):
        named = found.setdefault(row.paragraph_id or 0, Named())
        if row.tool:
            named.tools.append(row.tool)
        if row.article is not None:
            named.articles.append(row.article.locator)
        if row.cited_meeting is not None:
            named.meetings.append(meeting_key(row.cited_meeting.body.symbol, row.cited_meeting.number))
    return found


def meeting_key(body: str, number: int) -> str:
    return f"{body}:{number}"


def treaty_names() -> list[tuple[str, str]]:
    """(slug, name) of every treaty, in every form in which texts write it."""
    names = []
    for row in Instrument.objects.in_order():
        forms = dict.fromkeys(filter(None, (row.name_ar, row.short_ar, *row.written_as)))
        names += [(row.slug, form) for form in forms]
    return names
