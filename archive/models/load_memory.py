from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadMemory(models.Model):
    """What the last load found to be as it should be, a file or a step a row: the next load lets it be.

    `digest` is of all that went in, `standing` of how the rows stood that it was compared with, `report` what would
    be reported again. A row that is not there costs one more reading, and nothing else.
    """

    key = models.CharField(max_length=300, unique=True)
    digest = models.CharField(max_length=64)
    standing = models.CharField(max_length=64)
    report = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("ذاكرة التحميل")
        verbose_name_plural = _("ذاكرات التحميل")

    def __str__(self) -> str:
        return self.key
