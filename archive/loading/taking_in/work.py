"""The work on a file that was handed in: to read and plan it, and to put it into the archive as it was planned.

To apply is one transaction, from the paper's rows to the state of the file: a kill at any moment leaves all or nothing.
"""

import logging
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from archive.loading.apply import apply_plan
from archive.loading.archive import finish_run, read_paper, settle_archive, surroundings_of
from archive.loading.changes import Plan, Refusal
from archive.loading.corpus import claim_corpus, refuse_other_corpus
from archive.loading.doubtful import refuse_doubtful, refuse_numbers_taken_twice
from archive.loading.intake import SourceFile, declared_in
from archive.loading.kept import file_of, folder_companions, names_of_sources
from archive.loading.plan import plan_document
from archive.loading.recognised import recognised_of
from archive.loading.report import Report
from archive.models import (
    ArchiveState,
    Batch,
    Document,
    ImportRun,
    Instrument,
    LanguageVersion,
    Topic,
    Upload,
)
from archive.parsing.structure import ParsedDocument
from archive.record import kinds
from archive.record.history.journal import Acting, acting, recording
from archive.record.state import locked_state
from archive.sources.errata import ErratumRow
from archive.sources.reader import SourceText, Unreadable

from .planned import digest_of_plan, plan_as_json
from .showing import reading_as_json

log = logging.getLogger(__name__)

_State = Upload.State
_BUG = "تعذر العمل لخلل في البرنامج ({error}) فلم يُكتب شيء في الأرشيف. راجع السجل، ثم أعد المحاولة."
_DATABASE = "لم تقبل قاعدة البيانات العمل فلم يُكتب شيء في الأرشيف ({error}). أعد المحاولة."
STALE = "تغيّر الأرشيف منذ عُرض عليك ما سيتغير، فلم يُدخل شيء، وأُعد الحساب: هذا ما سيتغير الآن."
#: How often a plan is made again where others write meanwhile.
_TRIES = 3


class _Stale(Exception):
    """The archive is not as it was when the plan was made."""


def work_on(key: int) -> None:
    """What the state of the file asks for: to be read and planned, or to be applied."""
    upload = Upload.objects.get(pk=key)
    try:
        if upload.state == _State.READING:
            _plan(upload)
        elif upload.state == _State.APPLYING:
            _apply_or_plan_anew(upload)
    except DatabaseError as error:
        log.exception("The work on %s was rolled back", upload.name)
        _say(upload, _State.FAILED, reason=_DATABASE.format(error=type(error).__name__))
    except Exception as error:  # a bug is told on the page; nothing is half written
        log.exception("The work on %s was rolled back", upload.name)
        _say(upload, _State.FAILED, reason=_BUG.format(error=type(error).__name__))


def _say(upload: Upload, state: "Upload.State", **more: Any) -> None:
    """Written at once, outside of what is applied, and only while the file is where this work found it."""
    Upload.objects.filter(pk=upload.pk, state=upload.state).update(state=state, **{"stage": "", **more})


def _at_stage(upload: Upload, stage: str) -> None:
    Upload.objects.filter(pk=upload.pk).update(stage=stage)


# To read and plan ----------------------------------------------------------------------------------------------


def _plan(upload: Upload, said: str = "") -> None:
    _at_stage(upload, "reading")
    try:
        file = _file(upload)
        source, parsed, errata = read_paper(file)
    except Unreadable as refusal:  # it is no paper, and is not kept
        _say(upload, _State.REFUSED, reason=refusal.sentence, data=None)
        return
    except Refusal as refusal:
        _say(upload, _State.FAILED, reason=refusal.sentence)
        return
    _at_stage(upload, "planning")
    reading = reading_as_json(source, parsed)
    try:
        plan, token = _planned(upload, file, source, parsed, errata)
    except Refusal as refusal:
        _say(upload, _State.ASKS, reason=refusal.sentence, reading=reading, plan={}, plan_digest="")
        return
    told = {**plan_as_json(plan), "job_number": parsed.masthead.job_number or "", "with": _with_it(file)}
    _say(
        upload, _State.PLANNED, reason=said, reading=reading, plan=told, token=token,
        plan_digest=digest_of_plan(plan, token), document_id=plan.document,
    )  # fmt: skip


def _file(upload: Upload) -> SourceFile:
    manifest, errata = folder_companions()
    return file_of(upload, manifest, errata)


def _planned(
    upload: Upload, file: SourceFile, source: SourceText, parsed: ParsedDocument, errata: tuple[ErratumRow, ...]
) -> tuple[Plan, str]:
    """The plan, and the state in which it was made: what others wrote meanwhile has it made again."""
    for _try in range(_TRIES):
        token = _token()
        plan = _plan_now(upload, file, source, parsed, errata)
        if _token() == token:
            break
    return plan, token


def _plan_now(
    upload: Upload, file: SourceFile, source: SourceText, parsed: ParsedDocument, errata: tuple[ErratumRow, ...]
) -> Plan:
    refuse_other_corpus(specimen=file.manifest.specimen)
    accept = bool(upload.answers.get("accept"))
    refuse_doubtful(source, accept=accept)
    refuse_numbers_taken_twice(parsed)
    return plan_document(parsed, errata, surroundings_of(file, names_of_sources(), accept=accept))


def _token() -> str:
    return ArchiveState.objects.filter(pk=1).values_list("token", flat=True).first() or ""


def _with_it(file: SourceFile) -> dict[str, int]:
    """What an archive without subjects or treaties gets with its first paper, as the folder of sources declares it."""
    instruments, subjects = _declared_with(file)
    return {"instrument": len(instruments), "topic": len(subjects)}


def _declared_with(file: SourceFile) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    folder = Path(settings.ARCHIVE_SOURCES)
    if not folder.is_dir() or folder_companions()[0].specimen != file.manifest.specimen:
        return (), ()
    instruments, subjects = declared_in(folder)
    return (
        () if Instrument.objects.exists() else instruments,
        () if Topic.objects.exists() else subjects,
    )


# To apply ------------------------------------------------------------------------------------------------------


def _apply_or_plan_anew(upload: Upload) -> None:
    try:
        _apply(upload)
    except _Stale:
        Upload.objects.filter(pk=upload.pk, state=_State.APPLYING).update(
            state=_State.READING, decided_by=None, decided_at=None
        )
        _plan(Upload.objects.get(pk=upload.pk), STALE)
    except Refusal as refusal:
        _say(upload, _State.ASKS, reason=refusal.sentence)


def _apply(upload: Upload) -> None:
    _at_stage(upload, "applying")
    file = _file(upload)
    source, parsed, errata = read_paper(file)
    with transaction.atomic():
        _write(upload, file, source, parsed, errata)


def _write(
    upload: Upload, file: SourceFile, source: SourceText, parsed: ParsedDocument, errata: tuple[ErratumRow, ...]
) -> None:
    """All that the plan says and what follows from it. Raises _Stale; nothing is written then."""
    token = locked_state().token
    if not Upload.objects.filter(pk=upload.pk, state=_State.APPLYING).exists():
        return  # somebody else was here before
    if upload.token not in ("", token):
        raise _Stale
    plan = _plan_now(upload, file, source, parsed, errata)
    if digest_of_plan(plan, upload.token) != upload.plan_digest:
        raise _Stale
    instruments, subjects = _declared_with(file)
    former = _replaced_by(plan)
    run = ImportRun.objects.create(sources=upload.name[:500], status=ImportRun.Status.RUNNING)
    report = Report()
    who = Acting(by=upload.decided_by, act=Batch.Act.LOAD, said=upload.name, run=run)
    with acting(who), recording():
        claim_corpus(specimen=file.manifest.specimen)
        apply_plan(plan, run)
        report.add_plan(plan, parsed.problems, recognised_of(parsed))
        settle_archive(report, instruments, subjects)
    report.settle_problems()
    finish_run(run, report)
    document = Document.objects.filter(source_file=upload.name).order_by("pk").first()
    Upload.objects.filter(pk=upload.pk).update(
        state=_State.APPLIED, stage="", reason="", run=run, replaced=former, decided_at=timezone.now(),
        document=document.pk if document else plan.document,
    )  # fmt: skip


def _replaced_by(plan: Plan) -> list[str]:
    """The file that was the source of this paper until now, where this one takes its place."""
    if plan.turns:  # what stood in another language keeps its file
        return []
    version = next((one for one in plan.changes if one.kind is kinds.LANGUAGE_VERSION), None)
    model = Document if version is None else LanguageVersion
    key = plan.document if version is None else version.pk
    row = model._default_manager.filter(pk=key or 0).values_list("source_file", "source_sha256").first()
    if row is None or not row[0] or plan.status not in ("updated", "unchanged"):
        return []
    return list(row)
