from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .derived import Derived, DerivedQuerySet, decision_has_a_date, share
from .instrument import Article
from .provenance import Sourced, not_empty, valid_slug
from .publication import ReadableManager
from .recommendation import Recommendation


class TopicQuerySet(models.QuerySet["Topic"]):
    def in_use(self) -> Self:
        return self.filter(is_used=True)

    def in_order(self) -> Self:
        """The order among siblings."""
        return self.order_by("position", "slug")

    def in_tree_order(self) -> "list[Topic]":
        """Parents before their children. One whose parent is not among them stands at the top; a ring comes last."""
        rows = list(self.in_order())
        by_parent: dict[int | None, list[Topic]] = {}
        held = {topic.pk for topic in rows}
        for topic in rows:
            by_parent.setdefault(topic.parent_id if topic.parent_id in held else None, []).append(topic)
        found: dict[int, Topic] = {}
        waiting = by_parent.get(None, [])[::-1]
        while waiting:
            topic = waiting.pop()
            found[topic.pk] = topic
            waiting += by_parent.get(topic.pk, [])[::-1]
        return [*found.values(), *(topic for topic in rows if topic.pk not in found)]


class Topic(Sourced):
    """A subject of the tree. One that is out of use is assigned to nothing and shown nowhere."""

    slug = models.SlugField(_("المعرّف في الرابط"), max_length=80, unique=True, validators=[valid_slug])
    label_ar = models.CharField(_("الاسم بالعربية"), max_length=200)
    label_en = models.CharField(_("الاسم بالإنكليزية"), max_length=200, blank=True)
    description_ar = models.TextField(_("نطاق الموضوع"), blank=True)
    description_en = models.TextField(_("نطاق الموضوع بالإنكليزية"), blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("الموضوع الأعلى")
    )
    position = models.PositiveIntegerField(_("الترتيب"), default=1)
    articles = models.ManyToManyField(Article, blank=True, related_name="topics", verbose_name=_("المواد ذات الصلة"))
    is_used = models.BooleanField(_("مستعمل"), default=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("موضوع")
        verbose_name_plural = _("المواضيع")
        ordering = ["position", "slug"]
        constraints = [
            not_empty("slug", "topic_slug_not_empty"),
            not_empty("label_ar", "topic_label_not_empty"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
                name="topic_not_its_own_parent",
                violation_error_message=_("لا يكون الموضوع تحت نفسه."),
            ),
        ]

    def __str__(self) -> str:
        return self.label_ar

    def below(self) -> "list[Topic]":
        """Its children and theirs. Each counts once: rows entered by hand may stand in a ring."""
        found: dict[int, Topic] = {}
        waiting = [self.pk]
        while waiting:
            children = Topic.objects.filter(parent__in=waiting).exclude(pk__in=[self.pk, *found])
            waiting = [child.pk for child in children]
            found.update((child.pk, child) for child in children)
        return list(found.values())


class TopicRuleQuerySet(models.QuerySet["TopicRule"]):
    def in_use(self) -> Self:
        return self.filter(is_used=True, topic__is_used=True)


class TopicRule(models.Model):
    """What speaks for a topic, or with `exclusion` against it.

    `given` and `given_weight` are what the starting data said last: a rule that staff changed or put out of use
    stays so through every reload, one that they added has none, and one that nobody touched goes when the data
    drops it.
    """

    class Kind(models.TextChoices):
        WORDS = "words", _("كلمات")
        PHRASE = "phrase", _("عبارة")
        ARTICLE = "article", _("مادة")
        AGENDA_ITEM = "agenda_item", _("بند جدول أعمال")
        EXCLUSION = "exclusion", _("استبعاد")

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="rules", verbose_name=_("الموضوع"))
    kind = models.CharField(_("النوع"), max_length=12, choices=Kind)
    value = models.CharField(_("القاعدة"), max_length=300)
    weight = models.PositiveSmallIntegerField(
        _("الوزن"),
        default=7,
        help_text=_("من 1 إلى 10: 10 يكفي وحده، و7 يكفي إن كان هو المطلوب، و4 لا يُحسب إلا مع غيره."),
    )
    is_used = models.BooleanField(_("مستعملة"), default=True)
    given = models.CharField(max_length=300, blank=True, editable=False)
    given_weight = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    objects = TopicRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("قاعدة موضوع")
        verbose_name_plural = _("قواعد المواضيع")
        ordering = ["topic_id", "kind", "-weight", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "kind", "value"],
                name="topic_rule_once_a_topic",
                violation_error_message=_("هذه القاعدة موجودة لهذا الموضوع."),
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1, weight__lte=10),
                name="topic_rule_weight_in_range",
                violation_error_message=_("الوزن من 1 إلى 10؛ وما يُستبعد نوعه «استبعاد»."),
            ),
            not_empty("value", "topic_rule_value_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    @property
    def is_untouched(self) -> bool:
        """Of the starting data, as it came."""
        return self.is_used and self.given != "" and (self.value, self.weight) == (self.given, self.given_weight)


class TopicAssignmentQuerySet(DerivedQuerySet["TopicAssignment"]):
    def in_force(self) -> Self:
        return super().in_force().filter(topic__is_used=True)

    def in_order(self) -> Self:
        """The surest first."""
        return self.order_by("recommendation_id", "-confidence", "topic__position", "pk")

    def for_display(self) -> Self:
        return self.in_force().in_order().select_related("topic")


class TopicAssignment(Derived):
    """That a recommendation is about a topic, with the reason (`ground`) and how sure it is."""

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="topic_assignments", verbose_name=_("التوصية")
    )
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="assignments", verbose_name=_("الموضوع"))
    confidence = models.FloatField(_("الثقة"), default=1.0, editable=False)

    shown_with = ("recommendation",)
    objects = ReadableManager.from_queryset(TopicAssignmentQuerySet)()

    class Meta:
        verbose_name = _("إسناد إلى موضوع")
        verbose_name_plural = _("الإسناد إلى المواضيع")
        ordering = ["recommendation_id", "-confidence", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "topic"],
                name="topic_assignment_once",
                violation_error_message=_("هذه التوصية مصنّفة تحت هذا الموضوع."),
            ),
            share("confidence", "topic_assignment_confidence_is_a_share"),
            decision_has_a_date("topic_assignment_decision_dated"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.topic}"
