"""What waits for staff, worst first: each with its count and the list that shows exactly these."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse

from archive.loading.wording import SEVERITY_NAMES
from archive.models import (
    Citation,
    Conflict,
    Derived,
    Erratum,
    FollowUp,
    ImportRun,
    Kinship,
    Meeting,
    OperativeClause,
    PendingWord,
    Recommendation,
    TopicAssignment,
    Upload,
)
from archive.record.decisions import WHOLE_ROW
from archive.record.kinds import RECOMMENDATION
from archive.record.vanished import count_vanished
from archive.search.stamp import state_of_index

from . import display

#: Suggestions of rules, those that readers see most of first.
_SUGGESTED: tuple[type[Derived], ...] = (TopicAssignment, OperativeClause, Citation, FollowUp, Kinship)
_SUGGESTION = Q(origin=Derived.Origin.RULE, decision=Derived.Decision.NONE)


@dataclass(frozen=True)
class Waiting:
    """`count` is None where there is nothing to count. `is_grave`: readers see something wrong until it is done."""

    what: str
    why: str
    address: str
    count: int | None = None
    is_grave: bool = False


def build_waiting() -> list[Waiting]:
    """Give what waits now; nothing where nothing does."""
    decisions = [*_conflicts(), *_vanished(), *_errata(), *_second_words(), *_suggestions()]
    return [*_index(), *_uploads(), *_last_load(), *_provisional(), *decisions]


def _index() -> Iterator[Waiting]:
    if not state_of_index().is_current:
        yield Waiting(
            "فهرس البحث قديم أو ناقص",
            "لا يجد القراء كل ما في النصوص. اضغط «ابنِ فهرس البحث من جديد».",
            _list("errand"),
            is_grave=True,
        )


def _uploads() -> Iterator[Waiting]:
    if count := Upload.objects.unfinished().count():
        why = "سُلّمت ولم تُدخل في الأرشيف ولم تُترك."
        yield Waiting("ملفات مستلَمة تنتظر", why, f"{_list('upload')}?waits=1", count)


def _last_load() -> Iterator[Waiting]:
    run = ImportRun.objects.order_by("-started_at", "-pk").first()
    if run is None:
        return
    when = display.show_moment(run.started_at)
    if run.status == ImportRun.Status.FAILED:
        address = reverse("admin:archive_importrun_change", args=[run.pk])
        yield Waiting("أخفق التحميل الأخير", f"{when}.", address, is_grave=True)
    counts = dict(run.problems.order_by().values_list("severity").annotate(Count("pk")))
    for severity in ("error", "warning"):  # what only informs asks for nothing
        if count := counts.get(severity):
            address = f"{_list('importproblem')}?run__id__exact={run.pk}&severity={severity}"
            what = f"مشكلات في التحميل الأخير: {SEVERITY_NAMES[severity]}"
            yield Waiting(what, f"{when}.", address, count, severity == "error")


def _provisional() -> Iterator[Waiting]:
    """A list each: of one whose report has come the page that merges them."""
    provisional = Recommendation.objects.filter(is_provisional=True).exclude(state=Recommendation.State.WITHDRAWN)
    counts = provisional.order_by().values_list("meeting__slug").annotate(Count("pk"))
    for slug, count in counts:
        asked = Conflict.objects.filter(
            kind=RECOMMENDATION.name, state=Conflict.State.OPEN, field=WHOLE_ROW, locator__startswith=f"{slug}."
        ).count()
        name = Meeting.objects.select_related("body").get(slug=slug)
        if asked:
            why = "صدر التقرير، وفيه ما يخالف ما أُدخل: قرّر رقماً رقماً."
            yield Waiting(f"ضم التقرير: {name}", why, reverse("merge_report", args=[slug]), asked, True)
        else:
            why = "يراها القراء معلَّمة بأنها مؤقتة إلى أن يصدر التقرير."
            yield Waiting(f"نصوص مؤقتة: {name}", why, reverse("provisional_list", args=[slug]), count)


def _conflicts() -> Iterator[Waiting]:
    """Not where all of them are what a report says of a provisional list: that is told with the list."""
    waiting = Conflict.objects.filter(state=Conflict.State.OPEN)
    if waiting.filter(carried={}).exists():
        count = waiting.count()
        why = "عدّل الموظفون قيمة، ثم غيّرها مصدرها: أيهما يبقى؟"
        yield Waiting("قيم متعارضة", why, f"{_list('conflict')}?state__exact=open", count, True)


def _vanished() -> Iterator[Waiting]:
    if count := count_vanished():
        why = "جاءت من ملف، ثم حُمّل منه ما ليست فيه: أتبقى؟"
        yield Waiting("صفوف غابت عن مصادرها", why, reverse("admin:archive_conflict_vanished"), count)


def _errata() -> Iterator[Waiting]:
    waiting = Erratum.objects.filter(certainty=Erratum.Certainty.DOUBTFUL, decision=Erratum.Decision.WAITING)
    if count := waiting.count():
        yield Waiting("تصويبات مشكوك فيها", "تُقرأ النصوص كما طُبعت إلى أن يُبتّ فيها.", _list("erratum"), count)


def _second_words() -> Iterator[Waiting]:
    if settings.ARCHIVE_SECOND_PERSON and (count := PendingWord.objects.count()):
        yield Waiting("قرارات تنتظر شخصاً ثانياً", "قال فيها شخص قوله، ولم تنفَّذ بعد.", reverse("classifying"), count)


def _suggestions() -> Iterator[Waiting]:
    for model in _SUGGESTED:
        if count := model._default_manager.filter(_SUGGESTION).count():
            name = str(model._meta.verbose_name_plural)
            address = f"{_list(str(model._meta.model_name))}?standing=suggested"
            yield Waiting(f"اقتراحات لم يُنظر فيها: {name}", "حُدِّدت آلياً، ويراها القراء كذلك.", address, count)


def _list(model: str) -> str:
    return reverse(f"admin:archive_{model}_changelist")
