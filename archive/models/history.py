from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .import_run import ImportRun


class Batch(models.Model):
    """What was done at once: a form that was saved, an action on forty rows, an edit of a rule with what followed from
    it, a whole run of the loader, or the undoing of one of these.
    """

    class Act(models.TextChoices):
        EDIT = "edit", _("تعديل في صفحة")
        ACTION = "action", _("إجراء على صفوف محددة")
        DECISION = "decision", _("قرار")
        DELETION = "deletion", _("حذف")
        LOAD = "load", _("تحميل")
        RULES = "rules", _("إعادة حساب")
        RESTORE = "restore", _("استعادة حالة سابقة")
        UNDO = "undo", _("تراجع")
        OTHER = "other", _("من خارج الإدارة")

    made_at = models.DateTimeField(_("الوقت"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("من"),
    )
    act = models.CharField(_("ما فُعل"), max_length=10, choices=Act, default=Act.OTHER)
    said = models.CharField(_("تفصيله"), max_length=200, blank=True)
    why = models.CharField(_("سبب التعديل"), max_length=300, blank=True)
    run = models.ForeignKey(
        ImportRun,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="batches",
        verbose_name=_("عملية التحميل"),
    )
    undoes = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="undone_by", verbose_name=_("تراجع عن")
    )

    class Meta:
        verbose_name = _("دفعة تغييرات")
        verbose_name_plural = _("دفعات التغييرات")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.pk}"


class RowChangeQuerySet(models.QuerySet["RowChange"]):
    def of_row(self, kind: str, key: int) -> Self:
        """What happened to one row, the latest first."""
        return self.filter(kind=kind, key=key).order_by("-pk")

    def by_word(self) -> Self:
        """Those that somebody made, or a load: not those that rules made of what is stored."""
        return self.filter(follows=False)


class RowChange(models.Model):
    """What a batch did to one row: each field that changed with its value before and after.

    Of a row that came no values are kept (they stand in the row, or in what happened to it next), of one that went
    all of them. Keys ascend in the order in which changes took effect: whoever saw the archive at one of them has
    seen all that is at or before it. `above` is the key of the row that it belongs to (`record.history.recorded`).
    """

    class Fate(models.TextChoices):
        CAME = "came", _("أُضيف")
        CHANGED = "changed", _("عُدّل")
        WENT = "went", _("حُذف")

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changes", verbose_name=_("دفعة التغييرات"))
    kind = models.CharField(_("النوع"), max_length=30)
    key = models.BigIntegerField(_("الصف"))
    above = models.BigIntegerField(_("ما فوقه"), null=True)
    name = models.CharField(_("اسمه"), max_length=300, blank=True)
    fate = models.CharField(_("ما جرى له"), max_length=10, choices=Fate)
    fields = models.JSONField(_("الحقول"), default=dict)
    follows = models.BooleanField(_("من فعل القواعد"), default=False)

    objects = RowChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("تغيير")
        verbose_name_plural = _("التغييرات")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["kind", "key"], name="change_of_row"),
            models.Index(fields=["kind", "above"], name="change_below_row"),
        ]

    def __str__(self) -> str:
        return f"{self.get_fate_display()}: {self.name or self.key}"
