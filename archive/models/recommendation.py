import re
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.arabic.digits import to_ascii
from archive.numbering import abjad, suffixes
from archive.numbering.ordinal_words import ordinal_or_figure

from .addresses import address_of
from .agenda_item import AgendaItem
from .document import Document
from .meeting import Meeting
from .provenance import Printed, Sourced, lines_in_order, not_empty, positive
from .publication import Published, ReadableManager, ReadableQuerySet, known_state

#: The fields that number a recommendation within its meeting, in official order.
NUMBERED_BY = ("series", "number", "suffix", "copy")


class RecommendationQuerySet(ReadableQuerySet["Recommendation"]):
    def adopted_at(self, meeting: Meeting) -> "RecommendationQuerySet":
        return self.filter(meeting=meeting)

    def in_official_order(self) -> "RecommendationQuerySet":
        return self.order_by("meeting__body__symbol", "meeting__number", *NUMBERED_BY)

    def in_arabic(self) -> "RecommendationQuerySet":
        """Without those whose paper is held in another language alone: no rule reads them."""
        other = models.Q(document__isnull=False) & ~models.Q(document__language=Document.OWN_LANGUAGE)
        return self.exclude(other)

    def _derived(self, relation: str) -> Any:
        related: Any = self.model._meta.get_field(relation).related_model
        return related._default_manager.of_rows_shown()

    def with_meaning(self) -> "RecommendationQuerySet":
        """With the clauses, topics and citations that are in force and all languages, as JSON shows them."""
        names = ("operative_clauses", "topic_assignments", "citations")
        derived = (models.Prefetch(name, self._derived(name).for_display()) for name in names)
        return self.prefetch_related(*derived).with_languages()

    def with_languages(self) -> "RecommendationQuerySet":
        """With their texts in the further languages that are held, shown with the texts that they belong to."""
        texts = self._derived("language_texts").select_related("version")
        names = ("language_texts", "subparagraphs__language_texts")
        return self.prefetch_related(*(models.Prefetch(name, texts) for name in names))

    def for_display(self) -> "RecommendationQuerySet":
        """With all that a list or a representation shows, in a constant number of queries."""
        further = self.model._default_manager.filter(meeting=models.OuterRef("meeting"), series__gt=0)
        rows = self.annotate(**{"beside_further_series": models.Exists(further)})
        return rows.select_related("meeting__body", "agenda_item", "document").prefetch_related("subparagraphs")


class Recommendation(Sourced, Printed, Published):
    """A recommendation as adopted, known by body, meeting and number.

    `series` counts the meeting's own series of recommendations from 0 (the address says `s2` of the second); a report
    may count from 1 again under each agenda item. `is_provisional`: entered while the meeting agreed on it; the report
    has not said it yet. `suffix` is what makes it one beside another of its number («1
    مكرراً»), as `numbering.suffixes` has it. `form` is how the source prints it.

    `chapeau` is the text before the lettered items (the whole text where there are none); `text` is chapeau and
    items together, kept for reading, search and export; a copy in which the chapeau is lost may leave the items
    alone. `corrections` belong to the printed chapeau.
    """

    class Form(models.TextChoices):
        HEADING = "heading", _("تحت عنوان برقمها")
        INLINE = "inline", _("رقمها في أول نصها")
        PARAGRAPH = "paragraph", _("فقرة مرقمة")
        LETTER = "letter", _("بند بحرف")
        TABLE = "table", _("في جدول")

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="recommendations", verbose_name=_("الاجتماع")
    )
    series = models.PositiveSmallIntegerField(
        _("السلسلة"), default=0, help_text=_("0 للسلسلة الأولى، و1 فما فوق حين يُستأنف الترقيم من 1 في الاجتماع نفسه.")
    )
    number = models.PositiveIntegerField(_("الرقم"))
    suffix = models.PositiveSmallIntegerField(_("لاحقة الرقم"), default=suffixes.NO_SUFFIX)
    copy = models.PositiveSmallIntegerField(
        _("النسخة"), default=1, help_text=_("2 فما فوق حين يتكرر الرقم نفسه في الاجتماع.")
    )
    printed_number = models.CharField(_("الرقم كما طُبع"), max_length=40, blank=True)
    form = models.CharField(_("الشكل في المصدر"), max_length=10, choices=Form, blank=True)
    locator = models.CharField(_("المعرّف"), max_length=100, unique=True, editable=False)
    is_provisional = models.BooleanField(
        _("نص مؤقت"),
        default=False,
        help_text=_("أُدخل أثناء الاجتماع قبل صدور تقريره؛ يراه القراء معلَّماً بأنه مؤقت إلى أن يُضم إليه التقرير."),
    )
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

    stated_by = ("state", "meeting__state", "document__state")
    objects = ReadableManager.from_queryset(RecommendationQuerySet)()

    class Meta:
        verbose_name = _("توصية")
        verbose_name_plural = _("التوصيات")
        permissions = [("publish_recommendation", _("نشر التوصيات وسحبها"))]
        ordering = ["meeting__body__symbol", "meeting__number", *NUMBERED_BY]
        constraints = [
            models.UniqueConstraint(fields=["meeting", *NUMBERED_BY], name="recommendation_once_a_number"),
            positive("number", "recommendation_number_positive"),
            positive("copy", "recommendation_copy_positive"),
            not_empty("locator", "recommendation_locator_not_empty"),
            not_empty("text", "recommendation_text_not_empty"),
            not_empty("printed_text", "recommendation_printed_text_not_empty"),
            lines_in_order("recommendation_lines_in_order"),
            known_state("recommendation_state_known"),
        ]

    def __str__(self) -> str:
        name = f"التوصية {self.number}" if not (self.series or self.suffix) else self.title
        return f"{self.meeting}، {name}"

    @property
    def language(self) -> str:
        """The language of its text: that of its paper."""
        return self.document.language if self.document else Document.OWN_LANGUAGE

    @property
    def is_one_of_series(self) -> bool:
        """Whether its meeting counts recommendations from 1 more than once, as far as `for_display` has asked."""
        return self.series > 0 or bool(getattr(self, "beside_further_series", False))

    @property
    def item_number(self) -> str:
        """The number of the agenda item under which it stands; empty where none is known."""
        return self.agenda_item.number if self.agenda_item else ""

    @property
    def title(self) -> str:
        """«التوصية الثانية عشرة», «التوصية 1 مكرراً»; of a further series «البند 3، التوصية 1»."""
        return title_of(self.series, self.number, self.suffix, self.item_number if self.series else "")

    @property
    def is_in_words(self) -> bool:
        """Whether its title says its number in words, so that the figure may stand beside it."""
        return not self.series and not self.suffix

    @property
    def is_misprinted(self) -> bool:
        return is_misprint(self.printed_number, self.number)

    def derive_locator(self) -> str:
        return f"{self.meeting.slug}.{tail_of(self.series, self.number, self.suffix, self.copy)}"

    def get_absolute_url(self) -> str:
        return address_of("recommendation", self.locator)


def tail_of(series: int, number: int, suffix: int, copy: int) -> str:
    """The end of a locator: «2», «2-2» of a doubled number, «1-bis», in a further series «s2-1»."""
    opened = f"s{series + 1}-" if series else ""
    doubled = f"-{copy}" if copy > 1 else ""
    return f"{opened}{number}{suffixes.tail_of(suffix)}{doubled}"


@lru_cache(maxsize=4096)
def title_of(series: int, number: int, suffix: int, item: str = "") -> str:
    """What it is called within its meeting; a further series says its agenda item, else which series it is."""
    if not series and not suffix:
        return f"التوصية {ordinal_or_figure(number, 'f')}"
    name = f"التوصية {number}{suffixes.in_arabic(suffix)}"
    if not series:
        return name
    return f"البند {item}، {name}" if item else f"السلسلة {ordinal_or_figure(series + 1, 'f')}، {name}"


def is_misprint(printed: str, number: int) -> bool:
    """Whether figures are printed, and other ones than those of the number; a letter or an ordinal is none."""
    figures = re.match(r"[0-9]+", to_ascii(printed))
    return figures is not None and int(figures[0]) != number


class FormerLocator(models.Model):
    """The address that a meeting or a recommendation had before staff mended its number; it leads on for good.

    A row that stands at the address now comes before it.
    """

    locator = models.CharField(_("المعرّف السابق"), max_length=100, unique=True)
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, related_name="former_locators", verbose_name=_("الاجتماع")
    )
    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, null=True, related_name="former_locators", verbose_name=_("التوصية")
    )

    class Meta:
        verbose_name = _("رقم سابق")
        verbose_name_plural = _("الأرقام السابقة")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(meeting__isnull=True) ^ models.Q(recommendation__isnull=True),
                name="former_locator_of_one_row",
            ),
        ]

    def __str__(self) -> str:
        return self.locator

    @property
    def now(self) -> str:
        """The locator at which the row stands now."""
        row = self.recommendation or self.meeting
        assert row is not None, "the database holds to it"
        return row.locator if isinstance(row, Recommendation) else row.slug


class SubparagraphQuerySet(ReadableQuerySet["Subparagraph"]):
    """Shown with what it stands in."""


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

    shown_with = ("recommendation",)
    objects = ReadableManager.from_queryset(SubparagraphQuerySet)()

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
