from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.numbering import suffixes

from .document import Document, Section
from .provenance import Printed, Sourced, lines_in_order, not_empty, positive
from .publication import ReadableManager, ReadableQuerySet
from .recommendation import is_misprint


class ParagraphQuerySet(ReadableQuerySet["Paragraph"]):
    def in_arabic(self) -> "ParagraphQuerySet":
        """Without those whose paper is held in another language alone: no rule reads them."""
        return self.filter(document__language=Document.OWN_LANGUAGE)

    def with_a_number(self) -> "ParagraphQuerySet":
        """Without the texts that bear none: the clauses of a preamble, the words of a decision."""
        return self.filter(number__gt=0)


class Paragraph(Sourced, Printed):
    """A numbered paragraph of a report. The UN cites these numbers, never pages.

    `series` is that of the paper, from 0: an annex or a resolution counts from 1 again; `part` is the heading that
    opened it («المرفق الأول»), empty in the first. A text that bears no number and wants none (a clause of a preamble,
    the words of a decision) has the number 0.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="paragraphs", verbose_name=_("الوثيقة")
    )
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="paragraphs", verbose_name=_("القسم")
    )
    series = models.PositiveSmallIntegerField(
        _("السلسلة"), default=0, help_text=_("0 للسلسلة الأولى؛ يفتح كل مرفق أو قرار سلسلة أخرى.")
    )
    part = models.CharField(_("الجزء الذي فتح السلسلة"), max_length=300, blank=True)
    number = models.PositiveIntegerField(_("الرقم"))
    copy = models.PositiveSmallIntegerField(
        _("النسخة"), default=1, help_text=_("2 فما فوق حين يتكرر الرقم نفسه في الوثيقة.")
    )
    printed_number = models.CharField(_("الرقم كما طُبع"), max_length=40, blank=True)
    position = models.PositiveIntegerField(_("الترتيب في الوثيقة"))
    text = models.TextField(_("النص"))
    printed_text = models.TextField(_("النص كما طُبع"))

    shown_with = ("document",)
    objects = ReadableManager.from_queryset(ParagraphQuerySet)()

    class Meta:
        verbose_name = _("فقرة")
        verbose_name_plural = _("الفقرات")
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "series", "number", "copy"], name="paragraph_once_a_number"),
            positive("copy", "paragraph_copy_positive"),
            positive("position", "paragraph_position_positive"),
            not_empty("text", "paragraph_text_not_empty"),
            not_empty("printed_text", "paragraph_printed_text_not_empty"),
            lines_in_order("paragraph_lines_in_order"),
        ]

    def __str__(self) -> str:
        if not self.number:
            return f"{self.document}، نص بلا رقم ({self.position})"
        where = f"{self.part}، " if self.part else ""
        return f"{self.document}، {where}الفقرة {self.number}"

    @property
    def anchor(self) -> str:
        return anchor_of(self.series, self.number, self.copy)

    @property
    def is_misprinted(self) -> bool:
        return is_misprint(self.printed_number, self.number)

    @property
    def shown_number(self) -> str:
        """«12», «1 مكرراً»; nothing where none is printed."""
        if not self.number:
            return ""
        return f"{self.number}{suffixes.in_arabic(suffixes.read_suffix(self.printed_number))}"

    def get_absolute_url(self) -> str:
        return f"{self.document.get_absolute_url()}#{self.anchor}"


def anchor_of(series: int, number: int, copy: int) -> str:
    """«p12», of a doubled number «p12-2», in a further series «s2-p12»; of a text without a number «c3», the third."""
    if not number:
        return f"c{copy}"
    opened = f"s{series + 1}-" if series else ""
    return f"{opened}p{number}" if copy == 1 else f"{opened}p{number}-{copy}"


class FootnoteQuerySet(ReadableQuerySet["Footnote"]):
    """Shown with what it stands in."""


class Footnote(Sourced, Printed):
    """A footnote, joined to the paragraph that bears its mark; on the cover it has none."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="footnotes", verbose_name=_("الوثيقة")
    )
    paragraph = models.ForeignKey(
        Paragraph, models.SET_NULL, null=True, blank=True, related_name="footnotes", verbose_name=_("الفقرة")
    )
    marker = models.CharField(_("الإشارة"), max_length=10)
    place = models.PositiveIntegerField(
        _("موضع الإشارة في النص المطبوع"), null=True, blank=True, editable=False
    )
    position = models.PositiveIntegerField(_("الترتيب في الوثيقة"))
    text = models.TextField(_("النص"))
    printed_text = models.TextField(_("النص كما طُبع"))

    shown_with = ("document",)
    objects = ReadableManager.from_queryset(FootnoteQuerySet)()

    class Meta:
        verbose_name = _("حاشية")
        verbose_name_plural = _("الحواشي")
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="footnote_once_a_position"),
            not_empty("text", "footnote_text_not_empty"),
            lines_in_order("footnote_lines_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.document}، الحاشية {self.marker}"

    @property
    def anchor(self) -> str:
        return f"fn{self.position}"
