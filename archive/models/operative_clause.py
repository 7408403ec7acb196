from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.vocabulary.addressees import ADDRESSEES
from archive.vocabulary.operative_phrases import VERB_CLASSES

from .derived import Derived, DerivedQuerySet, InText, decision_has_a_date, place_in_order
from .provenance import not_empty, positive
from .publication import ReadableManager
from .recommendation import Recommendation, Subparagraph


class OperativeClauseQuerySet(DerivedQuerySet["OperativeClause"]):
    def in_order(self) -> Self:
        """The main clause of each recommendation first, then in the order of the text."""
        return self.order_by("recommendation_id", "-is_main", "position", "pk")

    def for_display(self) -> Self:
        return self.in_force().in_order().prefetch_related("addressees", "actors")


class OperativeClause(Derived, InText):
    """One place where a recommendation asks: how strongly, whom, and who is to act.

    `is_main` marks the clause by which the recommendation as a whole is known. A lettered item asks as the chapeau
    does unless one of its own clauses `overrides` that; what it inherits is not stored again. `actors_read` says that a
    rule or staff has told who acts: a clause that staff confirmed before anybody asked is read for it alone.
    """

    class Verb(models.TextChoices):
        """By strength."""

        URGED = "urged", _("يحث")
        SHOULD = "should", _("ينبغي")
        REQUESTED = "requested", _("يطلب")
        RECOMMENDED = "recommended", _("يوصي")
        ENCOURAGED = "encouraged", _("يشجع")
        INVITED = "invited", _("يدعو")
        MAY_WISH = "may_wish", _("لعلها تود")
        COULD = "could", _("يمكن")

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="operative_clauses", verbose_name=_("التوصية")
    )
    subparagraph = models.ForeignKey(
        Subparagraph,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="operative_clauses",
        verbose_name=_("الفقرة الفرعية"),
    )
    position = models.PositiveSmallIntegerField(_("الترتيب في التوصية"), default=1, editable=False)
    verb_class = models.CharField(_("قوة العبارة"), max_length=12, choices=Verb)
    phrase = models.TextField(_("عبارة المنطوق كما في النص"))
    is_main = models.BooleanField(_("عبارة المنطوق الرئيسية"), default=False)
    overrides = models.BooleanField(_("لا ترث الفقرة الفرعية عبارة المنطوق في الفاتحة"), default=False, editable=False)

    actors_read = models.BooleanField(_("قُرئ المطلوب منهم الإجراء"), default=False, editable=False)

    shown_with = ("recommendation",)
    objects = ReadableManager.from_queryset(OperativeClauseQuerySet)()

    class Meta:
        verbose_name = _("عبارة منطوق")
        verbose_name_plural = _("عبارات المنطوق")
        ordering = ["recommendation_id", "-is_main", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation"],
                condition=models.Q(is_main=True) & ~models.Q(decision="rejected"),
                name="operative_clause_one_main",
                violation_error_message=_("للتوصية عبارة منطوق رئيسية واحدة."),
            ),
            models.CheckConstraint(
                condition=models.Q(overrides=False) | models.Q(subparagraph__isnull=False),
                name="operative_clause_of_an_item_overrides",
            ),
            models.CheckConstraint(
                condition=models.Q(verb_class__in=VERB_CLASSES), name="operative_clause_known_class"
            ),
            positive("position", "operative_clause_position_positive"),
            not_empty("phrase", "operative_clause_phrase_not_empty"),
            place_in_order("operative_clause_place_in_order"),
            decision_has_a_date("operative_clause_decision_dated"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: «{self.phrase}»"


class OperativeAddressee(models.Model):
    """One of those whom a clause asks. Its clause says where it comes from."""

    class Code(models.TextChoices):
        STATES_PARTIES = "states_parties", _("الدول الأطراف")
        STATES = "states", _("الدول")
        ORIGIN_TRANSIT_DESTINATION = "origin_transit_destination", _("دول المنشأ والعبور والمقصد")
        CONFERENCE = "conference", _("المؤتمر")
        WORKING_GROUP = "working_group", _("الفريق العامل")
        SECRETARIAT = "secretariat", _("الأمانة")
        UNODC = "unodc", _("مكتب الأمم المتحدة المعني بالمخدرات والجريمة")
        INTERNATIONAL_ORGANIZATIONS = "international_organizations", _("المنظمات الدولية")

    clause = models.ForeignKey(
        OperativeClause, models.CASCADE, related_name="addressees", verbose_name=_("عبارة المنطوق")
    )
    code = models.CharField(_("الجهة المخاطَبة"), max_length=30, choices=Code)
    position = models.PositiveSmallIntegerField(_("الترتيب"))

    class Meta:
        verbose_name = _("جهة مخاطَبة")
        verbose_name_plural = _("الجهات المخاطَبة")
        ordering = ["clause_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "code"], name="operative_addressee_once_a_clause"),
            models.CheckConstraint(
                condition=models.Q(code__in=ADDRESSEES), name="operative_addressee_known_code"
            ),
            positive("position", "operative_addressee_position_positive"),
        ]

    def __str__(self) -> str:
        return self.get_code_display()


class OperativeActor(models.Model):
    """One of those who are to do what a clause asks, which is not always whom it addresses. Its clause says where it
    comes from.
    """

    clause = models.ForeignKey(
        OperativeClause, models.CASCADE, related_name="actors", verbose_name=_("عبارة المنطوق")
    )
    code = models.CharField(_("الجهة المطلوب منها الإجراء"), max_length=30, choices=OperativeAddressee.Code)
    position = models.PositiveSmallIntegerField(_("الترتيب"))

    class Meta:
        verbose_name = _("جهة مطلوب منها الإجراء")
        verbose_name_plural = _("الجهات المطلوب منها الإجراء")
        ordering = ["clause_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "code"], name="operative_actor_once_a_clause"),
            models.CheckConstraint(
                condition=models.Q(code__in=ADDRESSEES), name="operative_actor_known_code"
            ),
            positive("position", "operative_actor_position_positive"),
        ]

    def __str__(self) -> str:
        return self.get_code_display()
