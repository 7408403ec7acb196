from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document, Section
from .paragraph import Paragraph
from .provenance import not_empty
from .publication import ReadableManager, ReadableQuerySet
from .recommendation import Recommendation, Subparagraph

#: What a text in another language is the text of: one of these rows.
TEXT_OF = ("recommendation", "subparagraph", "paragraph", "section")


class LanguageVersionQuerySet(ReadableQuerySet["LanguageVersion"]):
    """Shown with its document."""


class LanguageVersion(models.Model):
    """A document in a further language: one symbol, a job number and a file of its own.

    The language in which the archive holds the document itself has no row here. `disagreements` are what its numbers
    and letters say otherwise than the document's: sentences for staff; `unjoined` the texts that this leaves without a
    partner, each with its line.
    """

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="language_versions", verbose_name=_("الوثيقة")
    )
    language = models.CharField(_("اللغة"), max_length=8)
    job_number = models.CharField(_("رقم الوظيفة"), max_length=20, blank=True)
    title = models.TextField(_("العنوان"), blank=True)
    source_file = models.CharField(_("ملف المصدر"), max_length=255)
    source_sha256 = models.CharField(_("بصمة الملف"), max_length=64)
    disagreements = models.JSONField(_("مواضع الاختلاف في الأرقام"), default=list, blank=True)
    unjoined = models.JSONField(_("نصوص لم تقابَل"), default=list, blank=True)
    loaded_at = models.DateTimeField(_("حُمّلت في"), auto_now=True)

    shown_with = ("document",)
    objects = ReadableManager.from_queryset(LanguageVersionQuerySet)()

    class Meta:
        verbose_name = _("نسخة بلغة أخرى")
        verbose_name_plural = _("النسخ بلغات أخرى")
        ordering = ["document_id", "language"]
        constraints = [
            models.UniqueConstraint(fields=["document", "language"], name="language_version_once_a_language"),
            not_empty("language", "language_version_language_not_empty"),
            not_empty("source_file", "language_version_source_file_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"


class LanguageTextQuerySet(ReadableQuerySet["LanguageText"]):
    """Shown with what it is the text of."""


class LanguageText(models.Model):
    """What a row of a document says in another language; number and letter join the two, never a guess.

    Of a recommendation it is the chapeau, or the whole text where there are no lettered items.
    """

    version = models.ForeignKey(
        LanguageVersion, models.CASCADE, related_name="texts", verbose_name=_("النسخة")
    )
    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, null=True, blank=True, related_name="language_texts", verbose_name=_("التوصية")
    )
    subparagraph = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="language_texts",
        verbose_name=_("الفقرة الفرعية"),
    )
    paragraph = models.ForeignKey(
        Paragraph, models.CASCADE, null=True, blank=True, related_name="language_texts", verbose_name=_("الفقرة")
    )
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="language_texts", verbose_name=_("القسم")
    )
    text = models.TextField(_("النص"))
    first_line = models.PositiveIntegerField(_("أول سطر في المصدر"), null=True, blank=True, editable=False)

    shown_with = ("version__document", "recommendation", "subparagraph__recommendation")
    objects = ReadableManager.from_queryset(LanguageTextQuerySet)()

    class Meta:
        verbose_name = _("نص بلغة أخرى")
        verbose_name_plural = _("نصوص بلغات أخرى")
        ordering = ["version_id", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    *(models.Q(**{f"{name}__isnull": name != one for name in TEXT_OF}) for one in TEXT_OF),
                    _connector=models.Q.OR,
                ),
                name="language_text_of_one_row",
            ),
            *(
                models.UniqueConstraint(fields=["version", name], name=f"language_text_once_a_{name}")
                for name in TEXT_OF
            ),
            not_empty("text", "language_text_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.of} ({self.version.language})"

    @property
    def of(self) -> models.Model:
        """The row whose text it is."""
        row = next(found for name in TEXT_OF if (found := getattr(self, name)) is not None)
        assert isinstance(row, models.Model), "the database holds to it"
        return row
