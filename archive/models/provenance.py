"""Where a value comes from: what every row that a source can fill carries along."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sourced(models.Model):
    """A row that a source fills and staff may change.

    `source_values` is what the source of record said last, field by field: the common ancestor of the three-way
    merge. A field that differs from it was changed by staff and is kept through every reload. A row that staff
    entered by hand has none.
    """

    source_values = models.JSONField(_("ما قاله المصدر آخر مرة"), default=dict, blank=True, editable=False)
    missing_since = models.DateTimeField(
        _("غائب عن المصدر منذ"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("لا يُحذف صف غاب عن مصدره؛ يُعلَّم فقط."),
    )
    created_at = models.DateTimeField(_("أُنشئ في"), auto_now_add=True)
    updated_at = models.DateTimeField(_("عُدّل في"), auto_now=True)

    class Meta:
        abstract = True

    @property
    def entered_by_hand(self) -> bool:
        return not self.source_values


class Printed(models.Model):
    """A text with its printed form beside it.

    `corrections` lists the errata that touch the printed form, as
    [start, end, corrected, certainty, line, printed]: offsets count characters of the printed text.
    """

    corrections = models.JSONField(_("تصويبات المطبوع"), default=list, blank=True, editable=False)
    first_line = models.PositiveIntegerField(_("أول سطر في المصدر"), null=True, blank=True, editable=False)
    last_line = models.PositiveIntegerField(_("آخر سطر في المصدر"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True


#: What a slug that people type may be: small letters and figures, parted by hyphens.
valid_slug = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z", _("حروف لاتينية صغيرة وأرقام تفصل بينها «-»، مثل som-protocol.")
)


def not_empty(field: str, name: str) -> models.CheckConstraint:
    """A text that says something: more than nothing, and more than spaces at its ends."""
    return models.CheckConstraint(
        condition=~models.Q(**{field: ""}) & ~models.Q(**{f"{field}__startswith": " "}),
        name=name,
        violation_error_message=_("لا يجوز أن يكون النص فارغاً أو أن يبدأ بفراغ."),
    )


def positive(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 1}),
        name=name,
        violation_error_message=_("الأرقام تبدأ من 1."),
    )


def lines_in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(first_line__isnull=True) | models.Q(last_line__gte=models.F("first_line")),
        name=name,
        violation_error_message=_("أول سطر بعد آخر سطر."),
    )
