from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document


class Erratum(models.Model):
    """A misreading in a source, or what a corrigendum corrects. Certain ones are applied; doubtful ones wait for
    staff's word."""

    class Certainty(models.TextChoices):
        CERTAIN = "certain", _("مؤكد")
        DOUBTFUL = "doubtful", _("مشكوك فيه")

    class Decision(models.TextChoices):
        WAITING = "waiting", _("في انتظار المراجعة")
        ACCEPTED = "accepted", _("قُبل")
        REJECTED = "rejected", _("رُفض")

    document = models.ForeignKey(Document, models.CASCADE, related_name="errata", verbose_name=_("الوثيقة"))
    line = models.PositiveIntegerField(_("السطر"))
    printed = models.TextField(_("كما طُبع"))
    corrected = models.TextField(_("التصويب"), blank=True)
    certainty = models.CharField(_("درجة اليقين"), max_length=10, choices=Certainty)
    corrigendum = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="corrections_listed",
        verbose_name=_("من وثيقة التصويب"),
    )
    note = models.TextField(_("ملاحظة"), blank=True)
    matched = models.BooleanField(_("يطابق النص"), default=True)
    # The row, or its reading alone, is staff's: no file beside the source takes it back.
    by_hand = models.BooleanField(_("أدخله الموظفون"), default=False, editable=False)
    decision = models.CharField(_("القرار"), max_length=10, choices=Decision, default=Decision.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name=_("صاحب القرار")
    )
    decided_at = models.DateTimeField(_("تاريخ القرار"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("تصويب")
        verbose_name_plural = _("التصويبات")
        ordering = ["document_id", "line", "printed"]
        constraints = [
            models.UniqueConstraint(fields=["document", "line", "printed"], name="erratum_once_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.document}، السطر {self.line}: {self.printed}"
