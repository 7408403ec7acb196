from typing import Any

from django.db import models
from django.db.models.functions import Coalesce, Lower, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.arabic.normalize import bare

from .agenda_item import AgendaItem
from .body import Body
from .counting import count_of
from .meeting import Meeting
from .provenance import Printed, Sourced, not_empty, positive
from .publication import Published, ReadableManager, ReadableQuerySet, known_state


class DocumentQuerySet(ReadableQuerySet["Document"]):
    def held(self) -> "DocumentQuerySet":
        """Those whose text is in the archive."""
        return self.exclude(source_file="")

    def only_known(self) -> "DocumentQuerySet":
        return self.filter(source_file="")

    def with_counts(self) -> "DocumentQuerySet":
        told = {
            "recommendation_count": count_of(self._rows("recommendations"), "document"),
            "paragraph_count": count_of(self._rows("paragraphs").filter(number__gt=0), "document"),
            "english_title": self._english_title(),
        }
        return self.annotate(**told)

    def _english_title(self) -> Coalesce:
        """What its English version is called; empty where none is held."""
        english = self._rows("language_versions").filter(document=models.OuterRef("pk"), language="en")
        return Coalesce(models.Subquery(english.values("title")[:1]), models.Value(""), output_field=models.TextField())

    def _rows(self, relation: str) -> "models.QuerySet[models.Model]":
        related: Any = self.model._meta.get_field(relation).related_model
        found: models.QuerySet[models.Model] = related._default_manager.all()
        return found

    def newest_first(self) -> "DocumentQuerySet":
        return self.order_by(models.F("date").desc(nulls_last=True), "slug")

    def related_to(self, document: "Document | int") -> "DocumentQuerySet":
        """What continues, corrects or replaces the document (or the one with this key), in the order of its symbols;
        with how many corrections of each wait for staff's word."""
        waiting = models.Count("corrections_listed", filter=models.Q(corrections_listed__decision="waiting"))
        rows = self.filter(relates_to=document).order_by("relation", "symbol", "slug")
        return rows.annotate(**{"waiting_corrections": waiting})

    def last_added_first(self) -> "DocumentQuerySet":
        """By the day on which they came into the archive; what came on one day by its own date."""
        return self.order_by(
            TruncDate("created_at").desc(), models.F("date").desc(nulls_last=True), "slug"
        )


class Document(Sourced, Printed, Published):
    """A paper of a body: one whose text is held (it has a source file), or one that others only name.

    Offsets of `corrections` count in the printed title, then one line end, then the printed summary. `relation` says
    how it belongs to another paper, `relation_symbol` to which as the cover prints it, `relates_to` to which that is
    held. `left_out` are the lines of the source that are no text: [line, text]. `source_places`
    tell where the lines stand in a file that has none: runs as `sources.places` packs them. `subjects` are the terms
    by which its publisher says what it is about: they stand as printed and make no topic by themselves.
    """

    #: The language of the texts themselves. A paper that is held in another alone stands in that one until it comes.
    OWN_LANGUAGE = "ar"
    #: The kind of a paper of no family; the others are the codes of the families of papers, which list themselves.
    OTHER_KIND = "other"

    class Relation(models.TextChoices):
        ADDENDUM = "addendum", _("إضافة")
        CORRIGENDUM = "corrigendum", _("تصويب")
        REVISION = "revision", _("تنقيح")

    slug = models.CharField(_("المعرّف في الرابط"), max_length=120, unique=True, editable=False)
    symbol = models.CharField(_("الرمز"), max_length=80, blank=True)
    job_number = models.CharField(_("رقم الوظيفة"), max_length=20, blank=True)
    kind = models.CharField(_("النوع"), max_length=20, default=OTHER_KIND)
    title = models.TextField(_("العنوان"), blank=True)
    printed_title = models.TextField(_("العنوان كما طُبع"), blank=True)
    summary = models.TextField(_("نبذة الغلاف"), blank=True)
    printed_summary = models.TextField(_("نبذة الغلاف كما طُبعت"), blank=True)
    language = models.CharField(_("اللغة"), max_length=8, default=OWN_LANGUAGE)
    original_language = models.CharField(_("اللغة الأصلية"), max_length=8, blank=True)
    distribution = models.CharField(_("التوزيع"), max_length=40, blank=True)
    date = models.DateField(_("التاريخ"), null=True, blank=True)
    author = models.CharField(_("جهة الإعداد"), max_length=200, blank=True)
    #: All symbols that the cover prints, `symbol` first; empty where it prints none or one.
    symbols = models.JSONField(_("كل الرموز"), default=list, blank=True, editable=False)
    relation = models.CharField(_("صلتها بوثيقة أخرى"), max_length=12, choices=Relation, blank=True)
    relation_symbol = models.CharField(_("رمز تلك الوثيقة"), max_length=80, blank=True)
    relates_to = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="related_papers",
        verbose_name=_("الوثيقة التي تتبعها"),
    )
    in_force = models.BooleanField(
        _("حلّ نصها محل نص سابقتها"),
        default=False,
        help_text=_(
            "للتنقيحات: يؤكَّد باعتماد ملف التنقيح، عند استلامه أو في «أعمال على المصادر»، فيؤخذ بتوصياته ويبقى النص "
            "السابق محفوظاً."
        ),
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("الهيئة")
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("أُعدت لاجتماع")
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("بند جدول الأعمال"),
    )
    left_out = models.JSONField(_("أسطر ليست من النص"), default=list, blank=True, editable=False)
    unplaced = models.TextField(_("أسطر لم يُعرف موضعها"), blank=True, editable=False)
    source_places = models.JSONField(_("مواضع الأسطر في ملف بلا أسطر"), default=list, blank=True, editable=False)
    subjects = models.JSONField(_("مواضيع الورقة كما تسميها الأمم المتحدة"), default=list, blank=True, editable=False)
    source_file = models.CharField(_("ملف المصدر"), max_length=255, blank=True, editable=False)
    source_sha256 = models.CharField(_("بصمة الملف"), max_length=64, blank=True, editable=False)
    digest = models.CharField(_("بصمة النص المحلَّل"), max_length=64, blank=True, editable=False)

    stated_by = ("state", "meeting__state")
    objects = ReadableManager.from_queryset(DocumentQuerySet)()

    # What `with_counts` adds.
    recommendation_count: int
    paragraph_count: int
    english_title: str
    # What `related_to` adds.
    waiting_corrections: int

    class Meta:
        verbose_name = _("وثيقة")
        verbose_name_plural = _("الوثائق")
        permissions = [("publish_document", _("نشر الوثائق وسحبها"))]
        ordering = [models.F("date").desc(nulls_last=True), "slug"]
        constraints = [
            models.UniqueConstraint(
                Lower("symbol"), "language", condition=~models.Q(symbol=""), name="document_once_a_symbol"
            ),
            models.UniqueConstraint(
                fields=["source_file"], condition=~models.Q(source_file=""), name="document_once_a_file"
            ),
            not_empty("slug", "document_slug_not_empty"),
            known_state("document_state_known"),
        ]

    def __str__(self) -> str:
        return self.symbol or self.job_number or self.title or self.slug

    @property
    def is_in_arabic(self) -> bool:
        return self.language == self.OWN_LANGUAGE

    @property
    def is_held(self) -> bool:
        return bool(self.source_file)

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.slug])


class FormerSlug(models.Model):
    """An address that a document once had; it redirects for good."""

    slug = models.CharField(_("المعرّف السابق"), max_length=120, unique=True)
    document = models.ForeignKey(
        Document, models.CASCADE, related_name="former_slugs", verbose_name=_("الوثيقة")
    )

    class Meta:
        verbose_name = _("رابط سابق")
        verbose_name_plural = _("الروابط السابقة")

    def __str__(self) -> str:
        return self.slug


class SectionQuerySet(ReadableQuerySet["Section"]):
    """Shown with what it stands in."""


class Section(Sourced, Printed):
    """A heading of a document. `level` 1 is «أولاً», 2 «ألف», 3 «1-», 4 a heading without a label."""

    document = models.ForeignKey(
        Document, models.CASCADE, related_name="sections", verbose_name=_("الوثيقة")
    )
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("القسم الأعلى")
    )
    position = models.PositiveIntegerField(_("الترتيب في الوثيقة"))
    level = models.PositiveSmallIntegerField(_("المستوى"))
    label = models.CharField(_("العلامة"), max_length=40, blank=True)
    printed_label = models.CharField(_("العلامة كما طُبعت"), max_length=40, blank=True)
    title = models.TextField(_("العنوان"))
    printed_title = models.TextField(_("العنوان كما طُبع"))

    shown_with = ("document",)
    objects = ReadableManager.from_queryset(SectionQuerySet)()

    class Meta:
        verbose_name = _("قسم")
        verbose_name_plural = _("الأقسام")
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="section_once_a_position"),
            positive("position", "section_position_positive"),
            not_empty("title", "section_title_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()

    @property
    def shown_label(self) -> str:
        """«ثانياً» as the source writes it; the true label where another one was printed."""
        return self.printed_label if bare(self.printed_label) == bare(self.label) else self.label

    @property
    def anchor(self) -> str:
        return f"s{self.position}"
