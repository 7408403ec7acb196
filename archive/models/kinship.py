from collections.abc import Collection
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .derived import Derived, DerivedQuerySet, decision_has_a_date, share
from .paragraph import Paragraph
from .publication import ReadableManager
from .recommendation import Recommendation, Subparagraph


class KinshipQuerySet(DerivedQuerySet["Kinship"]):
    def of(self, recommendation: Recommendation | int) -> Self:
        """Those of a recommendation, or of its key."""
        return self.filter(models.Q(earlier=recommendation) | models.Q(later=recommendation))

    def around(self, keys: Collection[int]) -> list[tuple[int, int, float]]:
        """Who is kin of one of these recommendations, and how near; without what staff rejected."""
        found = self.in_force().filter(models.Q(earlier__in=keys) | models.Q(later__in=keys)).order_by()
        return list(found.values_list("earlier_id", "later_id", "score"))

    def nearest_first(self) -> Self:
        """What staff confirmed, then the most alike."""
        return self.order_by(models.Case(models.When(decision="confirmed", then=0), default=1), "-score", "pk")

    def for_display(self) -> Self:
        return (
            self.in_force()
            .nearest_first()
            .select_related("earlier__meeting__body", "later__meeting__body")
        )


class Kinship(Derived):
    """That two recommendations are kin, the earlier one first; the items are those in which they are most alike.

    `evidence` is what the rule found in both: `words`, `subjects`, `articles`, and the share of the words that run
    in the same order (`agreement`); `ground` is left to staff.
    """

    class Relation(models.TextChoices):
        REPEATS = "repeats", _("تكرر")
        STRENGTHENS = "strengthens", _("تقوّي")
        RELATED = "related", _("ذات صلة")

    earlier = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="later_kin", verbose_name=_("التوصية الأسبق")
    )
    earlier_item = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="later_kin",
        verbose_name=_("فقرة فرعية من الأسبق"),
    )
    later = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="earlier_kin", verbose_name=_("التوصية اللاحقة")
    )
    later_item = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="earlier_kin",
        verbose_name=_("فقرة فرعية من اللاحقة"),
    )
    relation = models.CharField(_("نوع الصلة"), max_length=12, choices=Relation, default=Relation.RELATED)
    score = models.FloatField(_("درجة القرب"), default=1.0, editable=False)
    evidence = models.JSONField(_("ما يجمع بينهما"), default=dict, blank=True, editable=False)

    shown_with = ("earlier", "later")
    objects = ReadableManager.from_queryset(KinshipQuerySet)()

    class Meta:
        verbose_name = _("صلة بين توصيتين")
        verbose_name_plural = _("الصلات بين التوصيات")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["earlier", "later"],
                name="kinship_once_a_pair",
                violation_error_message=_("هذه الصلة مسجلة."),
            ),
            models.CheckConstraint(
                condition=~models.Q(earlier=models.F("later")),
                name="kinship_of_two",
                violation_error_message=_("الصلة بين توصيتين مختلفتين."),
            ),
            share("score", "kinship_score_is_a_share"),
            decision_has_a_date("kinship_decision_dated"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} — {self.later}"


#: So near must a paragraph be that readers see it before staff have looked at it. Of the 82 that the texts offer a
#: person read 69, of which 54 tell of the recommendation; from .2 on 23 of 26 do (tests/real/follow_ups.tsv).
NEAR_ENOUGH = 0.2


class FollowUpQuerySet(DerivedQuerySet["FollowUp"]):
    def for_readers(self) -> Self:
        """What staff stand for, and what is near enough to be shown as a guess."""
        return self.in_force().filter(
            models.Q(score__gte=NEAR_ENOUGH) | models.Q(decision="confirmed") | models.Q(origin="staff")
        )

    def nearest_first(self) -> Self:
        return self.order_by(models.Case(models.When(decision="confirmed", then=0), default=1), "-score", "pk")

    def for_display(self) -> Self:
        return self.in_force().nearest_first().select_related("paragraph__document", "subparagraph")


class FollowUp(Derived):
    """That a paragraph of a report tells what was done about a recommendation, or about a lettered item of it.

    `evidence` is what the rule found in both: `tools`, `articles`, `meetings`, `words`; `ground` is left to staff.
    """

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="follow_ups", verbose_name=_("التوصية")
    )
    subparagraph = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("الفقرة الفرعية"),
    )
    paragraph = models.ForeignKey(
        Paragraph, models.CASCADE, related_name="follow_ups", verbose_name=_("الفقرة التي تفيد بشأنها")
    )
    score = models.FloatField(_("درجة القرب"), default=1.0, editable=False)
    evidence = models.JSONField(_("ما يجمع بينهما"), default=dict, blank=True, editable=False)

    shown_with = ("recommendation", "paragraph__document")
    objects = ReadableManager.from_queryset(FollowUpQuerySet)()

    class Meta:
        verbose_name = _("ما أُفيد به لاحقاً")
        verbose_name_plural = _("ما أُفيد به لاحقاً")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "paragraph"],
                name="follow_up_once_a_pair",
                violation_error_message=_("هذه الفقرة مسجلة لهذه التوصية."),
            ),
            share("score", "follow_up_score_is_a_share"),
            decision_has_a_date("follow_up_decision_dated"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} — {self.paragraph}"
