from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .provenance import Sourced, not_empty, positive, valid_slug


class InstrumentQuerySet(models.QuerySet["Instrument"]):
    def in_order(self) -> Self:
        return self.order_by("position", "slug")


class Instrument(Sourced):
    """A treaty that the texts cite. `written_as` are the forms in which they write it."""

    slug = models.SlugField(_("المعرّف في الرابط"), max_length=60, unique=True, validators=[valid_slug])
    name_ar = models.CharField(_("الاسم بالعربية"), max_length=300)
    short_ar = models.CharField(_("الاسم المختصر"), max_length=120, blank=True)
    name_en = models.CharField(_("الاسم بالإنكليزية"), max_length=300, blank=True)
    written_as = models.JSONField(_("صيغ كتابته"), default=list, blank=True)
    position = models.PositiveIntegerField(_("الترتيب"), default=1)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("صك")
        verbose_name_plural = _("الصكوك")
        ordering = ["position", "slug"]
        constraints = [
            not_empty("slug", "instrument_slug_not_empty"),
            not_empty("name_ar", "instrument_name_not_empty"),
        ]

    def __str__(self) -> str:
        return self.short_ar or self.name_ar


def article_locator(instrument: str, number: int) -> str:
    return f"{instrument}:{number}"


class ArticleQuerySet(models.QuerySet["Article"]):
    def in_order(self) -> Self:
        return self.order_by("instrument__position", "instrument__slug", "number")


class Article(Sourced):
    """An article of a treaty. One that a text cites and no file describes has no title."""

    instrument = models.ForeignKey(
        Instrument, models.CASCADE, related_name="articles", verbose_name=_("الصك")
    )
    number = models.PositiveSmallIntegerField(_("الرقم"))
    title_ar = models.CharField(_("العنوان بالعربية"), max_length=300, blank=True)
    title_en = models.CharField(_("العنوان بالإنكليزية"), max_length=300, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("مادة")
        verbose_name_plural = _("المواد")
        ordering = ["instrument_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="article_once_a_number"),
            positive("number", "article_number_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.instrument})"

    @property
    def label(self) -> str:
        """«المادة 18: إعادة المهاجرين المهرَّبين»."""
        return f"المادة {self.number}: {self.title_ar}" if self.title_ar else f"المادة {self.number}"

    @property
    def label_en(self) -> str:
        return f"Article {self.number}: {self.title_en}" if self.title_en else ""

    @property
    def locator(self) -> str:
        """«som-protocol:18»."""
        return article_locator(self.instrument.slug, self.number)
