"""What staff have the machine do with the whole archive, each a process of its own with what it said kept."""

import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from archive.loading.archive import load_archive
from archive.loading.changes import Refusal
from archive.loading.intake import papers_in
from archive.loading.quality import check_quality, quality_as_lines
from archive.loading.report import Report, report_as_lines
from archive.models import Errand
from archive.search.entries import rebuild_index

from . import apart

log = logging.getLogger(__name__)

_Act, _State = Errand.Act, Errand.State
_GRACE = timedelta(seconds=5)
_DIED = "توقف العمل قبل أن يتم. ما لم يتم منه لم يُكتب؛ أعد المحاولة."
_BUG = "تعذر العمل لخلل في البرنامج ({error}). راجع السجل، ثم أعد المحاولة."


def send(act: "Errand.Act", by: User | None, file: str = "") -> Errand:
    """Begin it. Raises Refusal where the same is under way, or where there is no such file among the sources."""
    settle_dead_errands()
    under_way = Errand.objects.filter(state=_State.RUNNING).first()
    if under_way is not None:
        raise Refusal(f"يجري الآن عمل آخر ({under_way}). انتظر حتى يتم.")
    if (act == _Act.ACCEPT) != bool(file) or (file and file not in files_of_sources()):
        raise Refusal("لا ملف بهذا الاسم في مجلد المصادر.")
    errand = Errand.objects.create(act=act, by=by, file=file)
    apart.start("errand", errand.pk, run_errand)
    return errand


def files_of_sources() -> list[str]:
    """The names of the papers in the folder of sources."""
    folder = Path(settings.ARCHIVE_SOURCES)
    return [file.name for file in papers_in(folder)] if folder.is_dir() else []


def run_errand(key: int) -> None:
    """Do it, and keep what it said."""
    errand = Errand.objects.get(pk=key)
    if errand.state != _State.RUNNING:
        return
    try:
        told, went_well = _WORK[_Act(errand.act)](errand)
    except Refusal as refusal:
        told, went_well = [refusal.sentence], False
    except Exception as error:  # a bug is told on the page
        log.exception("%s failed", errand)
        Errand.objects.filter(pk=key).update(
            state=_State.FAILED, told=[_BUG.format(error=type(error).__name__)], finished_at=timezone.now(), stage=""
        )
        return
    state = _State.DONE if went_well else _State.REFUSED
    Errand.objects.filter(pk=key).update(state=state, told=told, finished_at=timezone.now(), stage="")


def _reload(errand: Errand) -> tuple[list[str], bool]:
    report = load_archive([settings.ARCHIVE_SOURCES], with_uploads=True, progress=_progress(errand))
    return _told(report)


def _accept(errand: Errand) -> tuple[list[str], bool]:
    file = Path(settings.ARCHIVE_SOURCES) / errand.file
    return _told(load_archive([file], accept=True, progress=_progress(errand)))


def _check(_errand: Errand) -> tuple[list[str], bool]:
    return quality_as_lines(check_quality()), True


def _rebuild(_errand: Errand) -> tuple[list[str], bool]:
    return [f"نصوص في الفهرس: {rebuild_index()}."], True


_WORK: dict["Errand.Act", Callable[[Errand], tuple[list[str], bool]]] = {
    _Act.RELOAD: _reload,
    _Act.ACCEPT: _accept,
    _Act.CHECK: _check,
    _Act.REBUILD: _rebuild,
}


def _told(report: Report) -> tuple[list[str], bool]:
    return report_as_lines(report), not report.failed


def _progress(errand: Errand) -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, name: str) -> None:
        Errand.objects.filter(pk=errand.pk).update(stage=f"{done + 1}/{total} {name}"[:300])

    return tell


def settle_dead_errands() -> None:
    """Say of those whose process has died that they did not come to their end."""
    running = Errand.objects.filter(state=_State.RUNNING, at__lt=timezone.now() - _GRACE)
    for key in running.values_list("pk", flat=True):
        if not apart.is_alive("errand", key):
            Errand.objects.filter(pk=key, state=_State.RUNNING).update(
                state=_State.FAILED, told=[_DIED], finished_at=timezone.now(), stage=""
            )
