"""What a recommendation asks: how strongly, whom, who is to act, about what, under which article.

Read by rules, kept by staff. What staff rejected is not counted.
"""

from collections.abc import Iterator

from django.db.models import Q, TextChoices
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from archive.models import Article, Derived, OperativeAddressee, OperativeClause, Topic

from .base import FacetKind, FacetValue

_IN_FORCE = (Derived.Decision.NONE, Derived.Decision.CONFIRMED)


def _choices(choices: type[TextChoices]) -> Iterator[FacetValue]:
    for choice in choices:
        with translation.override("ar"):
            arabic = str(choice.label)
        with translation.override("en"):
            english = str(choice.label)
        yield FacetValue(choice.value, choice.value, arabic, english)


def _verbs() -> Iterator[FacetValue]:
    """The strongest first."""
    return _choices(OperativeClause.Verb)


def _persons() -> Iterator[FacetValue]:
    return _choices(OperativeAddressee.Code)


def _topics() -> Iterator[FacetValue]:
    """In the order of the tree. What is about a topic is also about those above it."""
    rows = Topic.objects.in_use().in_tree_order()
    by_key = {topic.pk: topic for topic in rows}
    below: dict[int, list[int]] = {topic.pk: [] for topic in rows}
    for topic in rows:
        above: list[int] = []
        at = topic.parent_id
        while at in by_key and at not in (*above, topic.pk):
            above.append(at)
            at = by_key[at].parent_id
        for key in above:
            below[key].append(topic.pk)
    for topic in rows:
        parent = by_key.get(topic.parent_id) if topic.parent_id else None
        for key in (topic.pk, *below[topic.pk]):
            yield FacetValue(key, topic.slug, topic.label_ar, topic.label_en, parent.label_ar if parent else "")


def _articles() -> Iterator[FacetValue]:
    for article in Article.objects.select_related("instrument").in_order():
        yield FacetValue(article.pk, article.locator, article.label, article.label_en, str(article.instrument))


VERB = FacetKind(
    "verb",
    _("قوة العبارة"),
    _("بلا عبارة منطوق"),
    "operative_clauses__verb_class",
    _verbs,
    many=True,
    only=Q(operative_clauses__is_main=True, operative_clauses__decision__in=_IN_FORCE),
)
ADDRESSEE = FacetKind(
    "addressee",
    _("الجهة المخاطَبة"),
    _("بلا جهة مخاطَبة"),
    "operative_clauses__addressees__code",
    _persons,
    many=True,
    only=Q(operative_clauses__decision__in=_IN_FORCE),
)
ACTOR = FacetKind(
    "actor",
    _("الجهة المطلوب منها الإجراء"),
    _("دون جهة محددة"),
    "operative_clauses__actors__code",
    _persons,
    many=True,
    only=Q(operative_clauses__decision__in=_IN_FORCE),
)
TOPIC = FacetKind(
    "topic",
    _("الموضوع"),
    _("بلا موضوع"),
    "topic_assignments__topic_id",
    _topics,
    many=True,
    only=Q(topic_assignments__decision__in=_IN_FORCE, topic_assignments__topic__is_used=True),
)
ARTICLE = FacetKind(
    "article",
    _("مادة الصك"),
    _("بلا مادة"),
    "citations__article_id",
    _articles,
    many=True,
    only=Q(citations__decision__in=_IN_FORCE),
)
