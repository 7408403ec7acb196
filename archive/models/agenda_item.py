from django.db import models
from django.utils.translation import gettext_lazy as _

from .meeting import Meeting
from .provenance import Printed, Sourced, not_empty, positive
from .publication import ReadableManager, ReadableQuerySet


class AgendaItemQuerySet(ReadableQuerySet["AgendaItem"]):
    def in_order(self) -> "AgendaItemQuerySet":
        return self.order_by("meeting__body__symbol", "meeting__number", "position")


class AgendaItem(Sourced, Printed):
    """A line of a meeting's agenda. `number` is the true one: «2», of a sub-item «1 (أ)»."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="agenda_items", verbose_name=_("الاجتماع")
    )
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("البند الأعلى")
    )
    number = models.CharField(_("رقم البند"), max_length=20)
    label = models.CharField(_("العلامة كما طُبعت"), max_length=20, blank=True)
    position = models.PositiveIntegerField(_("الترتيب في جدول الأعمال"))
    title = models.TextField(_("العنوان"), blank=True)
    printed_title = models.TextField(_("العنوان كما طُبع"), blank=True)
    title_en = models.TextField(_("العنوان بالإنكليزية"), blank=True)

    shown_with = ("meeting",)
    objects = ReadableManager.from_queryset(AgendaItemQuerySet)()

    class Meta:
        verbose_name = _("بند من جدول الأعمال")
        verbose_name_plural = _("بنود جدول الأعمال")
        ordering = ["meeting__body__symbol", "meeting__number", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_item_once_a_number"),
            positive("position", "agenda_item_position_positive"),
            not_empty("number", "agenda_item_number_not_empty"),
        ]

    def __str__(self) -> str:
        return f"البند {self.number}: {self.title}" if self.title else f"البند {self.number}"
