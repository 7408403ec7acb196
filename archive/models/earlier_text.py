from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .publication import ReadableManager, ReadableQuerySet
from .recommendation import Recommendation


class EarlierTextQuerySet(ReadableQuerySet["EarlierText"]):
    """Shown with what it stands in."""


class EarlierText(models.Model):
    """The text that a recommendation had in a paper before another one, a revision, took its place."""

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="earlier_texts", verbose_name=_("التوصية")
    )
    document = models.ForeignKey(
        Document, models.CASCADE, related_name="earlier_texts", verbose_name=_("الوثيقة التي كان فيها")
    )
    text = models.TextField(_("النص كاملاً"))
    printed_text = models.TextField(_("النص كاملاً كما طُبع"))

    shown_with = ("recommendation", "document")
    objects = ReadableManager.from_queryset(EarlierTextQuerySet)()

    class Meta:
        verbose_name = _("نص سابق")
        verbose_name_plural = _("النصوص السابقة")
        ordering = ["recommendation_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "document"], name="earlier_text_once_a_document"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} ({self.document})"
