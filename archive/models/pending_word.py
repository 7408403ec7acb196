from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PendingWord(models.Model):
    """What one person said of a derived row, where a second one is asked as well: nothing has changed yet.

    `kind` and `key` name the row; there is one word of a row at a time, the last.
    """

    class Choice(models.TextChoices):
        CONFIRM = "confirm", _("تأكيد")
        REJECT = "reject", _("رفض")
        GIVE_BACK = "give_back", _("إعادة إلى القاعدة")

    kind = models.CharField(_("النوع"), max_length=30)
    key = models.BigIntegerField(_("الصف"))
    choice = models.CharField(_("القرار"), max_length=10, choices=Choice)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("صاحب القرار")
    )
    said_at = models.DateTimeField(_("الوقت"), auto_now=True)

    class Meta:
        verbose_name = _("قرار ينتظر شخصاً ثانياً")
        verbose_name_plural = _("قرارات تنتظر شخصاً ثانياً")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="pending_word_once_a_row")]

    def __str__(self) -> str:
        return f"{self.get_choice_display()}: {self.kind} {self.key}"
