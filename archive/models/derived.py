"""What every row that a rule derives from a text carries along: where it comes from, and what staff said of it."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .paragraph import Paragraph
from .publication import ReadableQuerySet
from .recommendation import Recommendation

Row = TypeVar("Row", bound="Derived")


class DerivedQuerySet(ReadableQuerySet[Row]):
    def in_force(self) -> Self:
        """All but those that staff rejected: what readers see and what is counted."""
        return self.exclude(decision=Derived.Decision.REJECTED)

    def suggested(self) -> Self:
        """Those of a rule about which nobody has decided."""
        return self.filter(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE)


class Derived(models.Model):
    """A value that a rule read from a text, or that staff wrote instead.

    Of `rule` is what a rule says and nobody has changed: the next reading may change it or take it back until staff
    confirm it. Of `staff` is what they added or changed. A rejected row stays, hidden: it keeps the rule from
    saying the same again.
    """

    class Origin(models.TextChoices):
        RULE = "rule", _("قاعدة")
        STAFF = "staff", _("الموظفون")

    class Decision(models.TextChoices):
        NONE = "", _("لم يُنظر فيه")
        CONFIRMED = "confirmed", _("مؤكد")
        REJECTED = "rejected", _("مرفوض")

    origin = models.CharField(_("المنشأ"), max_length=10, choices=Origin, default=Origin.RULE, editable=False)
    decision = models.CharField(
        _("القرار"), max_length=10, choices=Decision, blank=True, default=Decision.NONE, editable=False
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("صاحب القرار"),
    )
    decided_at = models.DateTimeField(_("تاريخ القرار"), null=True, blank=True, editable=False)
    ground = models.TextField(_("الأساس"), blank=True)

    class Meta:
        abstract = True

    @property
    def is_suggested(self) -> bool:
        return is_suggested(self.origin, self.decision)


def is_suggested(origin: str, decision: str) -> bool:
    """Whether a rule says it and nobody has decided about it."""
    return origin == Derived.Origin.RULE and decision == Derived.Decision.NONE


class InText(models.Model):
    """The place of a value in the text of a recommendation's chapeau, of its lettered item, or of a paragraph.

    Offsets count characters of the reading text; both are empty where the words no longer stand in it.
    """

    start = models.PositiveIntegerField(_("أوله في النص"), null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(_("آخره في النص"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def place(self) -> tuple[int, int] | None:
        return None if self.start is None or self.end is None else (self.start, self.end)


def decision_has_a_date(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(decision="", decided_at__isnull=True)
        | models.Q(~models.Q(decision=""), decided_at__isnull=False),
        name=name,
        violation_error_message=_("لكل قرار تاريخ، ولا تاريخ من غير قرار."),
    )


def place_in_order(name: str) -> models.CheckConstraint:
    """Both ends or none: half a place compares as unknown, and a check takes what it does not know."""
    nowhere = models.Q(start__isnull=True, end__isnull=True)
    return models.CheckConstraint(
        condition=nowhere | models.Q(start__isnull=False, end__isnull=False, end__gt=models.F("start")),
        name=name,
        violation_error_message=_("آخر الموضع بعد أوله."),
    )


def share(field: str, name: str) -> models.CheckConstraint:
    """A number from 0 to 1."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 0, f"{field}__lte": 1}),
        name=name,
        violation_error_message=_("القيمة بين 0 و1."),
    )


class Derivation(models.Model):
    """What a rule last read, as a digest: of one record, or (kinship) of all of them. What has not changed is not
    read again.
    """

    kind = models.CharField(max_length=20)
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, null=True, related_name="+")
    paragraph = models.ForeignKey(Paragraph, models.CASCADE, null=True, related_name="+")
    digest = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("قراءة آلية")
        verbose_name_plural = _("القراءات الآلية")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recommendation__isnull=True) | models.Q(paragraph__isnull=True),
                name="derivation_of_one_record",
            ),
            models.UniqueConstraint(
                fields=["kind", "recommendation"],
                condition=models.Q(recommendation__isnull=False),
                name="derivation_once_a_recommendation",
            ),
            models.UniqueConstraint(
                fields=["kind", "paragraph"],
                condition=models.Q(paragraph__isnull=False),
                name="derivation_once_a_paragraph",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(recommendation__isnull=True, paragraph__isnull=True),
                name="derivation_once_for_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.recommendation_id or ''}{self.paragraph_id or ''}"
