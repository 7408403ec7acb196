import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import connections, models
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.numbering.dates import format_date

from .document import Document

_VERSIONS = "SELECT token, index_version, index_build, changed_at FROM archive_archivestate WHERE id = 1"


class Versions(NamedTuple):
    """What a process asks before it believes what it holds: the state of the data by its token, and of the index
    the version and the build."""

    token: str
    index_version: str
    index_build: str
    changed_at: datetime


def new_token() -> str:
    """A name for one state of the data that no other state has: a restore takes the counter back, never this."""
    return secrets.token_hex(16)


class ArchiveStateQuerySet(models.QuerySet["ArchiveState"]):
    def raise_version(self, **also: Any) -> None:
        """One version on with a token of its own, `also` written with it, in one statement. The row is made on first
        use.

        Every version gets a second of its own, later than the one before: so a date in whole seconds tells which
        version an answer showed. Where changes come faster the last of them is dated ahead by as many seconds.
        """
        if not self.renew_token(data_version=models.F("data_version") + 1, **also):
            self.create(pk=1, data_version=1, **also)

    def renew_token(self, **also: Any) -> int:
        """Another token and a later second: readers see something else though the record has not changed."""
        later = models.F("changed_at") + timedelta(seconds=1)
        return self.filter(pk=1).update(
            former_token=models.F("token"), token=new_token(), changed_at=Greatest(later, timezone.now()), **also
        )

    def versions(self) -> Versions | None:
        """As the database has them now; None where nobody counts yet.

        Every request asks for them: to have the query made of objects costs six times as much.
        """
        with connections[self.db].cursor() as cursor:
            cursor.execute(_VERSIONS)
            row: tuple[str, str, str, datetime] | None = cursor.fetchone()
        if row is None:
            return None
        token, version, build, moment = row
        # SQLite keeps moments in UTC without saying so.
        return Versions(token, version, build, moment if moment.tzinfo else moment.replace(tzinfo=UTC))


class ArchiveState(models.Model):
    """One row: which set of sources this database holds, how often it has changed, and when last.

    A database holds one set of sources; the specimen corpus never mixes with real papers.
    """

    class Corpus(models.TextChoices):
        NONE = "", _("لم يُحمَّل شيء بعد")
        REAL = "real", _("وثائق")
        SPECIMEN = "specimen", _("نماذج للتجربة")

    corpus = models.CharField(_("المحتوى"), max_length=10, choices=Corpus, blank=True, default=Corpus.NONE)
    data_version = models.PositiveBigIntegerField(_("إصدار البيانات"), default=0)
    # Names this state of the data for good: whatever processes and browsers hold hangs on it, not on the counter.
    token = models.CharField(max_length=32, default=new_token, editable=False)
    former_token = models.CharField(max_length=32, blank=True, default="", editable=False)
    # The last changes of which it is known whose facets they touched, the newest last: [from, to, [recommendations]].
    steps = models.JSONField(default=list, editable=False)
    changed_at = models.DateTimeField(_("آخر تغيير"), default=timezone.now, editable=False)
    index_version = models.CharField(_("إصدار فهرس البحث"), max_length=60, blank=True, default="")
    # Names one build of the index: what processes hold of another build is worth nothing.
    index_build = models.CharField(max_length=32, blank=True, default="", editable=False)

    objects = ArchiveStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("حالة الأرشيف")
        verbose_name_plural = _("حالة الأرشيف")

    def __str__(self) -> str:
        return self.get_corpus_display()


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def finished(self) -> "ImportRunQuerySet":
        """Those that came to their end, the latest first."""
        done = (ImportRun.Status.DONE, ImportRun.Status.REFUSED)
        return self.filter(status__in=done).order_by("-started_at", "-pk")


class ImportRun(models.Model):
    """One run of `load_archive`: what it did, kept for good."""

    class Status(models.TextChoices):
        RUNNING = "running", _("جارٍ")
        DONE = "done", _("تم")
        REFUSED = "refused", _("تم مع رفض بعض الملفات")
        FAILED = "failed", _("أخفق")

    started_at = models.DateTimeField(_("البداية"), auto_now_add=True)
    finished_at = models.DateTimeField(_("النهاية"), null=True, blank=True)
    status = models.CharField(_("الحالة"), max_length=10, choices=Status, default=Status.RUNNING)
    sources = models.CharField(_("المصادر"), max_length=500)
    outcomes = models.JSONField(_("الحصيلة"), default=dict)
    documents = models.JSONField(_("الملفات"), default=list)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("عملية تحميل")
        verbose_name_plural = _("عمليات التحميل")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        day = format_date(self.started_at.date())
        return f"{day}، الساعة {self.started_at:%H:%M} ({self.get_status_display()})"


class ImportProblem(models.Model):
    """Something that a run found wrong, with its place in the source."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="problems", verbose_name=_("عملية التحميل"))
    file = models.CharField(_("الملف"), max_length=255)
    line = models.PositiveIntegerField(_("السطر"), default=0)
    code = models.CharField(_("الرمز"), max_length=40)
    severity = models.CharField(_("الدرجة"), max_length=10)
    message = models.TextField(_("البيان"))

    class Meta:
        verbose_name = _("مشكلة")
        verbose_name_plural = _("المشكلات")
        ordering = ["run_id", "file", "line"]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.message}"


class Conflict(models.Model):
    """A source says one thing and the archive holds another: staff decide.

    `kind` and `locator` name the row; `held` is what the archive shows, `offered` what the source now says. Of a whole
    recommendation that meets a provisional text `carried` has all that the source says of it, so that it can be taken
    without the file (`record.taking_over`).
    """

    class State(models.TextChoices):
        OPEN = "open", _("مفتوح")
        KEPT = "kept", _("أُبقي المحفوظ")
        TAKEN = "taken", _("أُخذ بالمصدر")

    kind = models.CharField(_("النوع"), max_length=30)
    locator = models.CharField(_("المعرّف"), max_length=160)
    field = models.CharField(_("الحقل"), max_length=40)
    held = models.TextField(_("المحفوظ"), blank=True)
    offered = models.TextField(_("ما في المصدر"), blank=True)
    source_file = models.CharField(_("ملف المصدر"), max_length=255)
    carried = models.JSONField(_("الصف كما في المصدر"), default=dict, blank=True, editable=False)
    document = models.ForeignKey(
        Document, models.CASCADE, null=True, blank=True, related_name="conflicts", verbose_name=_("الوثيقة")
    )
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, verbose_name=_("عملية التحميل"))
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name=_("صاحب القرار")
    )
    decided_at = models.DateTimeField(_("تاريخ القرار"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("تعارض")
        verbose_name_plural = _("التعارضات")
        ordering = ["state", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "locator", "field", "source_file"],
                condition=models.Q(state="open"),
                name="conflict_open_once_a_field",
            ),
        ]

    def __str__(self) -> str:
        """The kind of row by its name, which row, and which of its fields; of a whole row no field is named."""
        try:
            model = apps.get_model("archive", self.kind.replace("_", ""))
        except LookupError:  # a kind of rows that is no more
            return self.locator
        names = {one.name: str(one.verbose_name) for one in model._meta.fields}
        row = f"{model._meta.verbose_name} {self.locator}"
        return f"{row}، {names[self.field]}" if self.field in names else row
