from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .document import Document
from .import_run import ImportRun
from .language_version import LanguageVersion


class UploadQuerySet(models.QuerySet["Upload"]):
    def sources_of_papers(self) -> Self:
        """Those that are the source of a paper that is held: not what was undone, nor what another file took the place
        of."""
        own = {"source_file": models.OuterRef("name"), "source_sha256": models.OuterRef("sha256")}
        held = models.Exists(Document.objects.filter(**own)) | models.Exists(LanguageVersion.objects.filter(**own))
        return self.filter(held, state=Upload.State.APPLIED).order_by("decided_at", "pk")

    def unfinished(self) -> Self:
        """Those that wait for somebody, or for the machine."""
        state = Upload.State
        return self.filter(state__in=(state.READING, state.ASKS, state.PLANNED, state.APPLYING, state.FAILED))


class UploadManager(models.Manager["Upload"]):
    def get_queryset(self) -> models.QuerySet["Upload"]:
        """Without the file and what was read of it: megabytes that one page alone wants."""
        return super().get_queryset().defer("data", "reading")


class Upload(models.Model):
    """A file that staff handed in: its bytes, what was read of it, what it would change, what was decided.

    `answers` are the facts that staff state of it, as a manifest would. `plan` is what would change in the state of the
    data that `token` names, `plan_digest` names the plan. The bytes stand here and not on a disk, so that a backup of
    the database has them and that they come and go in its transactions; a file that was refused is not kept. `replaced`
    is the file in whose place this one came: name and SHA-256.
    """

    class State(models.TextChoices):
        READING = "reading", _("يُقرأ")
        ASKS = "asks", _("ينتظر جواباً")
        PLANNED = "planned", _("قُرئ ولم يُدخل بعد")
        APPLYING = "applying", _("يُدخل الآن")
        APPLIED = "applied", _("أُدخل")
        LEFT = "left", _("تُرك")
        REFUSED = "refused", _("رُفض")
        FAILED = "failed", _("لم يُدخل: توقف العمل")

    name = models.CharField(_("الملف"), max_length=255)
    sha256 = models.CharField(_("بصمة الملف"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("الحجم"), default=0)
    data = models.BinaryField(null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("من")
    )
    at = models.DateTimeField(_("الوقت"), auto_now_add=True)
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.READING)
    stage = models.CharField(_("المرحلة"), max_length=20, blank=True)
    reason = models.TextField(_("السبب"), blank=True)
    answers = models.JSONField(_("الأجوبة"), default=dict)
    reading = models.JSONField(default=dict, editable=False)
    plan = models.JSONField(default=dict, editable=False)
    plan_digest = models.CharField(max_length=64, blank=True, editable=False)
    token = models.CharField(max_length=32, blank=True, editable=False)
    replaced = models.JSONField(default=list, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("صاحب القرار")
    )
    decided_at = models.DateTimeField(_("تاريخ القرار"), null=True)
    run = models.ForeignKey(
        ImportRun, models.SET_NULL, null=True, related_name="uploads", verbose_name=_("عملية التحميل")
    )
    document = models.ForeignKey(
        Document, models.SET_NULL, null=True, related_name="uploads", verbose_name=_("الوثيقة")
    )

    objects = UploadManager.from_queryset(UploadQuerySet)()

    class Meta:
        verbose_name = _("ملف مستلَم")
        verbose_name_plural = _("الملفات المستلَمة")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        """Whether a process should be at it; whether there is one, its lock tells (`loading.apart`)."""
        return self.state in (self.State.READING, self.State.APPLYING)


class Errand(models.Model):
    """What staff had the machine do with the whole archive: load the sources again, check, build the index anew.

    `told` are the lines that it said, `file` is the one source that it was about.
    """

    class Act(models.TextChoices):
        RELOAD = "reload", _("إعادة تحميل المصادر")
        ACCEPT = "accept", _("اعتماد ملف من المصادر")
        CHECK = "check", _("فحص الأرشيف")
        REBUILD = "rebuild", _("بناء فهرس البحث من جديد")

    class State(models.TextChoices):
        RUNNING = "running", _("جارٍ")
        DONE = "done", _("تم")
        REFUSED = "refused", _("تم مع رفض")
        FAILED = "failed", _("توقف قبل أن يتم")

    act = models.CharField(_("العمل"), max_length=10, choices=Act)
    file = models.CharField(_("الملف"), max_length=255, blank=True)
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.RUNNING)
    stage = models.CharField(_("المرحلة"), max_length=300, blank=True)
    told = models.JSONField(_("ما قيل"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("من")
    )
    at = models.DateTimeField(_("البداية"), auto_now_add=True)
    finished_at = models.DateTimeField(_("النهاية"), null=True)

    class Meta:
        verbose_name = _("عمل على المصادر")
        verbose_name_plural = _("أعمال على المصادر")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.file}".strip()
