from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.numbering import abjad
from archive.numbering.ordinal_words import ordinal_or_figure

from .agenda_item import AgendaItem
from .document import Document
from .meeting import Meeting
from .provenance import Printed, Sourced, lines_in_order, not_empty, positive


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def adopted_at(self, meeting: Meeting) -> "RecommendationQuerySet":
        return self.filter(meeting=meeting)

    def public(self) -> "RecommendationQuerySet":
        """What everybody may read, and what files and feeds give out: everything, as long as nothing has a state."""
        return self.all()

    def in_official_order(self) -> "RecommendationQuerySet":
        return self.order_by("meeting__body__symbol", "meeting__number", "number", "copy")

    def _derived(self, relation: str) -> Any:
        related: Any = self.model._meta.get_field(relation).related_model
        return related._default_manager.all()

    def with_meaning(self) -> "RecommendationQuerySet":
        """With the clauses, topics and citations that are in force, as JSON shows them."""
        names = ("operative_clauses", "topic_assignments", "citations")
        return self.prefetch_related(*(models.Prefetch(name, self._derived(name).for_display()) for name in names))

    def for_display(self) -> "RecommendationQuerySet":
        """With all that a list or a representation shows, in a constant number of queries."""
        return self.select_related("meeting__body", "agenda_item", "document").prefetch_related("subparagraphs")


class Recommendation(Sourced, Printed):
    """A recommendation as adopted, known by body, meeting and number.

    `chapeau` is the text before the lettered items (the whole text where there are none); `text` is chapeau and
    items together, kept for reading, search and export; a copy in which the chapeau is lost may leave the items
    alone. `corrections` belong to the printed chapeau.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="recommendations", verbose_name=_("الاجتماع")
    )
    number = models.PositiveIntegerField(_("الرقم"))
    copy = models.PositiveSmallIntegerField(
        _("النسخة"), default=1, help_text=_("2 فما فوق حين يتكرر الرقم نفسه في الاجتماع.")
    )
    printed_number = models.CharField(_("الرقم كما طُبع"), max_length=10, blank=True)
    locator = models.CharField(_("المعرّف"), max_length=100, unique=True, editable=False)
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("بند جدول الأعمال"),
    )
    chapeau = models.TextField(_("النص، أو صدره إن كانت له فقرات فرعية"))
    printed_chapeau = models.TextField(_("الصدر كما طُبع"), blank=True)
    text = models.TextField(_("النص كاملاً"), editable=False)
    printed_text = models.TextField(_("النص كاملاً كما طُبع"), editable=False)
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name=_("وثيقة المصدر"),
    )

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("توصية")
        verbose_name_plural = _("التوصيات")
        ordering = ["meeting__body__symbol", "meeting__number", "number", "copy"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number", "copy"], name="recommendation_once_a_number"),
            positive("number", "recommendation_number_positive"),
            positive("copy", "recommendation_copy_positive"),
            not_empty("locator", "recommendation_locator_not_empty"),
            not_empty("text", "recommendation_text_not_empty"),
            not_empty("printed_text", "recommendation_printed_text_not_empty"),
            lines_in_order("recommendation_lines_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}، التوصية {self.number}"

    @property
    def title(self) -> str:
        """«التوصية الثانية عشرة»."""
        return f"التوصية {ordinal_or_figure(self.number, 'f')}"

    @property
    def is_misprinted(self) -> bool:
        return self.printed_number != "" and self.printed_number != str(self.number)

    def derive_locator(self) -> str:
        tail = f"{self.number}" if self.copy == 1 else f"{self.number}-{self.copy}"
        return f"{self.meeting.slug}.{tail}"

    def get_absolute_url(self) -> str:
        return reverse("recommendation", args=[self.locator])


class Subparagraph(Sourced, Printed):
    """A lettered item of a recommendation. The letter goes by position: (ك) is the eleventh, its address ends in k."""

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="subparagraphs", verbose_name=_("التوصية")
    )
    position = models.PositiveSmallIntegerField(_("الترتيب"))
    label = models.CharField(_("الحرف"), max_length=10)
    printed_label = models.CharField(_("الحرف كما طُبع"), max_length=10, blank=True)
    text = models.TextField(_("النص"))
    printed_text = models.TextField(_("النص كما طُبع"))

    class Meta:
        verbose_name = _("فقرة فرعية")
        verbose_name_plural = _("الفقرات الفرعية")
        ordering = ["recommendation_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "position"], name="subparagraph_once_a_position"),
            positive("position", "subparagraph_position_positive"),
            not_empty("label", "subparagraph_label_not_empty"),
            not_empty("text", "subparagraph_text_not_empty"),
            lines_in_order("subparagraph_lines_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} ({self.label})"

    @property
    def anchor(self) -> str:
        """The Latin letter at the same position: «k»."""
        return abjad.latin(self.position)

    @property
    def locator(self) -> str:
        return f"{self.recommendation.locator}.{self.anchor}"

    def get_absolute_url(self) -> str:
        return f"{self.recommendation.get_absolute_url()}#{self.anchor}"
