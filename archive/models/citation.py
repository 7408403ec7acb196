from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .derived import Derived, DerivedQuerySet, InText, decision_has_a_date, place_in_order
from .document import Document
from .instrument import Article, Instrument
from .meeting import Meeting
from .paragraph import Paragraph
from .provenance import not_empty
from .publication import ReadableManager
from .recommendation import Recommendation, Subparagraph

#: What a citation of each kind must name.
_NAMES = {
    "treaty": models.Q(instrument__isnull=False),
    "treaty_article": models.Q(article__isnull=False, instrument__isnull=False),
    "recommendation": models.Q(cited_recommendation__isnull=False) | ~models.Q(locator=""),
    "meeting": models.Q(cited_meeting__isnull=False) | ~models.Q(locator=""),
    "document": models.Q(cited_document__isnull=False) | ~models.Q(symbol=""),
    "resolution": ~models.Q(resolution=""),
    "tool": ~models.Q(tool=""),
}


def _kind_names_its_object() -> models.Q:
    found = models.Q()
    for kind, names in _NAMES.items():
        found |= models.Q(models.Q(kind=kind), names)
    return found


class CitationQuerySet(DerivedQuerySet["Citation"]):
    def in_order(self) -> Self:
        """Those of a record in the order of its text."""
        return self.order_by("recommendation_id", "paragraph_id", "position", "pk")

    def for_display(self) -> Self:
        return (
            self.in_force()
            .in_order()
            .select_related("instrument", "article", "cited_recommendation", "cited_meeting", "cited_document")
        )

    def of_recommendations(self) -> Self:
        return self.filter(recommendation__isnull=False)


class Citation(Derived, InText):
    """One thing that a recommendation or a paragraph of a report cites.

    `key` is how the rule that found it knows it again, whatever staff have changed since; one that staff added has
    none. `locator` and `symbol` are what was cited where the archive does not hold it.
    """

    class Kind(models.TextChoices):
        TREATY = "treaty", _("صك")
        TREATY_ARTICLE = "treaty_article", _("مادة من صك")
        RECOMMENDATION = "recommendation", _("توصية")
        MEETING = "meeting", _("اجتماع")
        DOCUMENT = "document", _("وثيقة")
        RESOLUTION = "resolution", _("قرار")
        TOOL = "tool", _("أداة أو قاعدة بيانات")

    class Organ(models.TextChoices):
        CONFERENCE = "conference", _("المؤتمر")
        GENERAL_ASSEMBLY = "general_assembly", _("الجمعية العامة")
        ECOSOC = "ecosoc", _("المجلس الاقتصادي والاجتماعي")
        COMMISSION = "commission", _("اللجنة")
        HUMAN_RIGHTS_COUNCIL = "human_rights_council", _("مجلس حقوق الإنسان")
        SECURITY_COUNCIL = "security_council", _("مجلس الأمن")

    recommendation = models.ForeignKey(
        Recommendation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("التوصية المستشهِدة"),
    )
    subparagraph = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("الفقرة الفرعية"),
    )
    paragraph = models.ForeignKey(
        Paragraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("الفقرة المستشهِدة"),
    )
    position = models.PositiveIntegerField(_("الترتيب في النص"), default=1, editable=False)
    key = models.CharField(max_length=32, blank=True, editable=False)
    kind = models.CharField(_("النوع"), max_length=20, choices=Kind)
    text = models.TextField(_("العبارة كما في النص"))
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="citations", verbose_name=_("الصك")
    )
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="citations", verbose_name=_("المادة")
    )
    cited_paragraph = models.CharField(_("الفقرة المستشهَد بها"), max_length=40, blank=True)
    cited_recommendation = models.ForeignKey(
        Recommendation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cited_by",
        verbose_name=_("التوصية المستشهَد بها"),
    )
    cited_meeting = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cited_by",
        verbose_name=_("الاجتماع المستشهَد به"),
    )
    cited_document = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cited_by",
        verbose_name=_("الوثيقة المستشهَد بها"),
    )
    locator = models.CharField(_("معرّف ما استُشهد به"), max_length=100, blank=True, editable=False)
    symbol = models.CharField(_("رمز الوثيقة"), max_length=80, blank=True)
    organ = models.CharField(_("الجهاز صاحب القرار"), max_length=30, choices=Organ, blank=True)
    resolution = models.CharField(
        _("القرار"),
        max_length=40,
        blank=True,
        help_text=_("رقم الدورة ثم رقم القرار، مثل 9/1؛ ولمجلس الأمن 2491 (2019)."),
    )
    tool = models.CharField(_("الأداة"), max_length=60, blank=True)

    shown_with = ("recommendation", "paragraph__document")
    objects = ReadableManager.from_queryset(CitationQuerySet)()

    class Meta:
        verbose_name = _("استشهاد")
        verbose_name_plural = _("الاستشهادات")
        ordering = ["recommendation_id", "paragraph_id", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recommendation__isnull=False, paragraph__isnull=True)
                | models.Q(recommendation__isnull=True, paragraph__isnull=False, subparagraph__isnull=True),
                name="citation_in_one_record",
                violation_error_message=_("يرد الاستشهاد في توصية أو في فقرة، لا فيهما معاً."),
            ),
            models.CheckConstraint(
                condition=_kind_names_its_object(),
                name="citation_names_its_object",
                violation_error_message=_("اذكر ما يُستشهد به بحسب نوعه: الصك، أو المادة، أو التوصية، أو الرمز …"),
            ),
            models.UniqueConstraint(
                fields=["recommendation", "key"],
                condition=~models.Q(key="") & models.Q(recommendation__isnull=False),
                name="citation_once_a_recommendation",
            ),
            models.UniqueConstraint(
                fields=["paragraph", "key"],
                condition=~models.Q(key="") & models.Q(paragraph__isnull=False),
                name="citation_once_a_paragraph",
            ),
            not_empty("text", "citation_text_not_empty"),
            place_in_order("citation_place_in_order"),
            decision_has_a_date("citation_decision_dated"),
        ]

    @property
    def named(self) -> str:
        """What names the cited thing outside the archive: a symbol, the number of a resolution, the code of a tool."""
        return self.symbol or self.resolution or self.tool

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: «{self.text}»"
