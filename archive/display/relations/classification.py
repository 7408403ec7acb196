"""What a recommendation asks, of whom, about what and under which article: the values with where they come from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from archive.models import Citation, Derived, OperativeClause, Recommendation, Subparagraph, TopicAssignment

from ..names.choices import chosen
from ..names.cited_things import article_address, article_name, selection_address
from ..names.language import marked
from ..names.titles import instrument_name

DerivedRow = TypeVar("DerivedRow", bound=Derived)
#: None, the key of the chapeau, has none.
ItemsByKey = Mapping[int | None, Subparagraph]

#: How the rule knew which treaty is meant, where the text does not name it there.
GROUNDS = {
    "named_before": _("الصك هو المذكور قبلها في النص نفسه."),
    "article_title": _("عُرف الصك من عنوان المادة في النص."),
    "section": _("عُرف الصك من عنوان القسم."),
    "document": _("عُرف الصك من عنوان الوثيقة."),
    "body": _("عُرف الصك من اختصاص الهيئة."),
}


@dataclass(frozen=True, slots=True)
class ShownClause:
    """One operative phrase; `item` is the lettered item in which it stands."""

    clause: OperativeClause
    address: str
    item: Subparagraph | None


@dataclass(slots=True)
class ClassifiedValue:
    """A value with its address; `items` are the lettered ones that have it, none where the chapeau does.

    `note` is what stands behind it (the treaty of an article), `reason` why it is there, in Arabic.
    """

    name: SafeString
    address: str
    note: SafeString | str = ""
    reason: str = ""
    is_confirmed: bool = False
    items: Sequence[Subparagraph] = ()
    #: The keys of the passages that have it, None for the chapeau.
    places: list[int | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Classification:
    """`standing` says who stands for it: «computed», «confirmed» or, of some values, «partly»."""

    clauses: tuple[ShownClause, ...]
    addressees: tuple[ClassifiedValue, ...]
    actors: tuple[ClassifiedValue, ...]
    topics: tuple[ClassifiedValue, ...]
    articles: tuple[ClassifiedValue, ...]
    standing: str

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.addressees or self.actors or self.topics or self.articles)

    @property
    def reasons(self) -> list[ClassifiedValue]:
        return [value for value in (*self.topics, *self.articles) if value.reason]


def build_classification(
    recommendation: Recommendation,
    clauses: Sequence[OperativeClause],
    assignments: Sequence[TopicAssignment],
    citations: Sequence[Citation],
) -> Classification:
    """All of what is in force; confirmed values first."""
    items: ItemsByKey = {item.pk: item for item in recommendation.subparagraphs.all()}
    articles = [citation for citation in citations if citation.kind == Citation.Kind.TREATY_ARTICLE]
    return Classification(
        tuple(_clauses(clauses, items)),
        _lettered(_persons("addressee", clauses), items),
        _lettered(_persons("actor", clauses), items),
        tuple(_topic(one) for one in confirmed_first(assignments)),
        _lettered(_articles(articles), items),
        _standing([*clauses, *assignments, *articles]),
    )


def confirmed_first(rows: Iterable[DerivedRow]) -> list[DerivedRow]:
    return sorted(rows, key=lambda row: row.is_suggested)


def _standing(rows: Sequence[Derived]) -> str:
    suggested = {row.is_suggested for row in rows}
    return "partly" if len(suggested) > 1 else "confirmed" if suggested == {False} else "computed"


def _clauses(clauses: Sequence[OperativeClause], items: ItemsByKey) -> Iterable[ShownClause]:
    """The main one first; one that stands several times in a passage once."""
    found: dict[tuple[int | None, str, str], ShownClause] = {}
    for one in clauses:
        shown = ShownClause(one, selection_address([("verb", one.verb_class)]), items.get(one.subparagraph_id))
        found.setdefault((one.subparagraph_id, one.verb_class, one.phrase), shown)
    return found.values()


def _persons(facet: str, clauses: Sequence[OperativeClause]) -> Iterable[ClassifiedValue]:
    """Those whom clauses address, or who are to act: each once, in the order of the clauses."""
    found: dict[str, ClassifiedValue] = {}
    for clause in clauses:
        rows = clause.addressees.all() if facet == "addressee" else clause.actors.all()
        for one in rows:
            name = conditional_escape(chosen(one, "code"))
            value = found.setdefault(one.code, ClassifiedValue(name, selection_address([(facet, one.code)])))
            value.is_confirmed |= not clause.is_suggested
            value.places.append(clause.subparagraph_id)
    return found.values()


def _topic(assignment: TopicAssignment) -> ClassifiedValue:
    topic = assignment.topic
    return ClassifiedValue(
        marked(topic.label_ar, topic.label_en),
        reverse("topic", args=[topic.slug]),
        reason=assignment.ground,
        is_confirmed=not assignment.is_suggested,
    )


def _articles(citations: Sequence[Citation]) -> Iterable[ClassifiedValue]:
    """Each paragraph of an article once, in the order of the treaties."""
    found: dict[tuple[int, str], ClassifiedValue] = {}
    with_article = [(one, one.article) for one in citations if one.article is not None]
    with_article.sort(key=lambda pair: (pair[0].is_suggested, pair[1].instrument.position, pair[1].number))
    for citation, article in with_article:
        key = (article.pk, citation.cited_paragraph)
        if key not in found:
            found[key] = ClassifiedValue(
                conditional_escape(article_name(article, citation.cited_paragraph)),
                article_address(article),
                instrument_name(article.instrument),
                str(GROUNDS.get(citation.ground, "" if citation.is_suggested else citation.ground)),
                not citation.is_suggested,
            )
        found[key].places.append(citation.subparagraph_id)
    return found.values()


def _lettered(values: Iterable[ClassifiedValue], items: ItemsByKey) -> tuple[ClassifiedValue, ...]:
    """Each with the lettered items in which it stands, unless the chapeau has it too."""
    found = tuple(values)
    for value in found:
        if None not in value.places:
            value.items = [items[pk] for pk in dict.fromkeys(value.places) if pk in items]
    return found
