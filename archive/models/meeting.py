from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.numbering.dates import DateRange
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import ordinal_or_figure

from .addresses import address_of
from .body import Body
from .counting import count_of
from .provenance import Sourced, positive
from .publication import Published, ReadableManager, ReadableQuerySet, known_state


class MeetingQuerySet(ReadableQuerySet["Meeting"]):
    def of_body(self, body: Body | int) -> "MeetingQuerySet":
        """Those of a body, or of the body with this key."""
        return self.filter(body=body)

    def with_counts(self) -> "MeetingQuerySet":
        """With `recommendation_count` and `document_count`."""
        counts = {
            "recommendation_count": count_of(self._rows("recommendations"), "meeting"),
            "document_count": count_of(self._rows("documents"), "meeting"),
        }
        return self.annotate(**counts)

    def _rows(self, relation: str) -> "models.QuerySet[models.Model]":
        related: Any = self.model._meta.get_field(relation).related_model
        found: models.QuerySet[models.Model] = related._default_manager.all()
        return found

    def with_recommendation_count(self) -> "MeetingQuerySet":
        """With `recommendation_count` alone, which costs less."""
        return self.annotate(**{"recommendation_count": count_of(self._rows("recommendations"), "meeting")})

    def in_official_order(self) -> "MeetingQuerySet":
        return self.order_by("body__symbol", "number")


class Meeting(Sourced, Published):
    """A meeting of a working group or a session of the Conference, held in the archive or only known of."""

    class Ground(models.TextChoices):
        """How well the sources know its facts, worst first; the better ground wins a contradiction."""

        MENTION = "mention", _("ذُكر عرضاً")
        COVER = "cover", _("من غلاف وثيقة")
        REPORT = "report", _("من تقريره أو من خلاصة توصياته")

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name=_("الهيئة"))
    number = models.PositiveIntegerField(_("الرقم"))
    slug = models.CharField(_("المعرّف في الرابط"), max_length=80, unique=True, editable=False)
    place = models.CharField(_("المكان"), max_length=120, blank=True)
    start = models.DateField(_("من"), null=True, blank=True)
    end = models.DateField(_("إلى"), null=True, blank=True)
    held_in = models.CharField(
        _("شهر الانعقاد"),
        max_length=60,
        blank=True,
        help_text=_("حيث لا تُعرف الأيام، مثل: تشرين الأول/أكتوبر 2018"),
    )
    note = models.TextField(_("ملاحظة"), blank=True, help_text=_("تظهر للقراء في صفحة الاجتماع."))
    ground = models.CharField(_("أساس البيانات"), max_length=10, choices=Ground, blank=True, editable=False)

    objects = ReadableManager.from_queryset(MeetingQuerySet)()

    # What `with_counts` adds.
    recommendation_count: int
    document_count: int

    class Meta:
        verbose_name = _("اجتماع")
        verbose_name_plural = _("الاجتماعات")
        permissions = [("publish_meeting", _("نشر الاجتماعات وسحبها"))]
        ordering = ["body__symbol", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="meeting_once_a_number"),
            positive("number", "meeting_number_positive"),
            known_state("meeting_state_known"),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="meeting_dates_in_order",
                violation_error_message=_("تاريخ النهاية قبل تاريخ البداية."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body.name_ar}، {self.title}"

    @property
    def is_session(self) -> bool:
        return bool(self.body.term == Body.Term.SESSION)

    @property
    def ordinal(self) -> str:
        """«الخامس», «الثانية عشرة»."""
        return ordinal_or_figure(self.number, "f" if self.is_session else "m")

    @property
    def ordinal_en(self) -> str:
        """«Fifth»."""
        return english_ordinal(self.number).capitalize()

    @property
    def title(self) -> str:
        """«الاجتماع الخامس», «الدورة الثانية عشرة»."""
        return f"{'الدورة' if self.is_session else 'الاجتماع'} {self.ordinal}"

    @property
    def title_en(self) -> str:
        """«Fifth meeting», «Twelfth session»."""
        return f"{self.ordinal_en} {'session' if self.is_session else 'meeting'}"

    @property
    def dates(self) -> DateRange | None:
        if self.start is None:
            return None
        return DateRange(self.start, self.end or self.start)

    def derive_slug(self) -> str:
        return f"{self.body.slug}.{self.number}"

    def get_absolute_url(self) -> str:
        return address_of("meeting", self.slug)
