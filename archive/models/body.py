from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.vocabulary.symbols import slug as slug_of

from .provenance import Sourced, not_empty


class BodyQuerySet(models.QuerySet["Body"]):
    def in_order(self) -> "BodyQuerySet":
        return self.order_by("symbol")


class Body(Sourced):
    """The Conference or one of its working groups. Its symbol is the stem of its documents' symbols."""

    class Term(models.TextChoices):
        MEETING = "meeting", _("اجتماع")
        SESSION = "session", _("دورة")

    symbol = models.CharField(_("الرمز"), max_length=60, unique=True, help_text=_("مثل CTOC/COP/WG.7"))
    slug = models.SlugField(_("المعرّف في الرابط"), max_length=60, unique=True, editable=False)
    name_ar = models.CharField(_("الاسم بالعربية"), max_length=300)
    name_en = models.CharField(_("الاسم بالإنكليزية"), max_length=300, blank=True)
    term = models.CharField(_("تسمية اجتماعاتها"), max_length=10, choices=Term, default=Term.MEETING)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("الهيئة الأم")
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("هيئة")
        verbose_name_plural = _("الهيئات")
        ordering = ["symbol"]
        constraints = [not_empty("symbol", "body_symbol_not_empty"), not_empty("name_ar", "body_name_not_empty")]

    def __str__(self) -> str:
        return self.name_ar

    def derive_slug(self) -> str:
        return slug_of(self.symbol)
