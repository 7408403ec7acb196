"""Loading: read, parse, plan, apply, report. One transaction a document; one bad document never stops the others."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils import timezone

from archive.derivations.deriving import derive_everything
from archive.models import ArchiveState, Batch, ImportProblem, ImportRun
from archive.parsing.document import known_bodies, parse_document
from archive.parsing.structure import ParsedDocument
from archive.record.history.journal import Acting, acting, recording
from archive.record.kinds import KIND_BY_NAME
from archive.sources.errata import ErratumRow
from archive.sources.instruments import DeclaredInstrument
from archive.sources.reader import SourceText, Unreadable
from archive.sources.subjects import Subject
from archive.vocabulary.bodies import on_covers

from .agenda_letters import with_arabic_letters
from .apply import apply_plan
from .belonging import settle_meeting, waits_for_others
from .changes import Plan, Refusal, Waits
from .corpus import claim_corpus, refuse_other_corpus
from .corrigenda import join_corrigenda
from .declared_rows import load_instruments, load_subjects
from .doubtful import refuse_doubtful
from .errata_rows import with_those_of_staff
from .intake import Intake, SourceFile, declared_bodies, gather
from .kept import with_kept
from .languages import KNOWN_FROM_ARABIC, document_in_arabic, facts_of, is_other_language, waits_for_arabic
from .located import located_errata, located_problems
from .named_papers import attach_named_papers
from .plan import Surroundings, plan_document
from .recognised import recognised_of
from .relations import join_related_papers
from .report import Report, documents_as_json
from .shared_rows import plan_declared_bodies
from .topic_rules import load_topic_rules
from .unchanged import FilesRemembered, remember_derived, tell_derived

log = logging.getLogger(__name__)

#: Called before each file with (files done, files in all, name of the file); then, counted anew, before each kind of
#: what is derived, and before each file of which is remembered what it said.
Progress = Callable[[int, int, str], None]

_DATABASE_FAILED = "رفضت قاعدة البيانات هذه الوثيقة فلم يُكتب منها شيء ({error}). راجع السجل."
_FAILED = "تعذر تحميل هذه الوثيقة لخلل في البرنامج ({error})، فلم يُكتب منها شيء. راجع السجل."


def load_archive(
    paths: Iterable[str | Path],
    *,
    accept: bool = False,
    dry_run: bool = False,
    with_uploads: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Load folders and files. `accept` lets another copy of a stored document become its source of record,
    `with_uploads` loads what staff took in at the desk with them (`kept`).

    Raises Refusal where nothing at all can be loaded: a bad manifest or errata file, the other corpus. A dry run
    does everything and takes it back.
    """
    intake = gather([Path(path) for path in paths])
    if with_uploads:
        intake = with_kept(intake)
    if not dry_run:
        return _load(intake, accept=accept, progress=progress)
    with transaction.atomic():
        report = _load(intake, accept=accept, progress=progress)
        report.dry_run = True
        transaction.set_rollback(True)
    return report


def _load(intake: Intake, *, accept: bool, progress: Progress | None) -> Report:
    report = Report(
        refused=list(intake.refused), passed_over=list(intake.passed_over), replaced=list(intake.replaced)
    )
    if intake.files:
        refuse_other_corpus(specimen=intake.specimen)
    _close_runs_that_were_killed()
    run = ImportRun.objects.create(sources=_sources(intake), status=ImportRun.Status.RUNNING)
    with acting(Acting(act=Batch.Act.LOAD, said=run.sources, run=run)):
        _load_all(intake, run, report, accept=accept, progress=progress)
    return report


def _load_all(
    intake: Intake, run: ImportRun, report: Report, *, accept: bool, progress: Progress | None
) -> None:
    _load_declared_bodies(intake, report)
    remembered = FilesRemembered(intake.files)
    waiting: dict[_WaitsFor, list[SourceFile]] = {reason: [] for reason in _WaitsFor}
    for done, file in enumerate(intake.files):
        if progress is not None:
            progress(done, len(intake.files), file.name)
        if (accept or not remembered.tell(file, report)) and (
            waits := _load_file(file, remembered, accept, run, report)
        ):
            waiting[waits].append(file)
    for file in waiting[_WaitsFor.OTHERS]:  # what they belong to may be held by now
        _load_file(file, remembered, accept, run, report, tried=_WaitsFor.OTHERS)
    # Those whose Arabic has not come stand alone; one of them may tell another its meeting.
    alone = waiting[_WaitsFor.ARABIC]
    still = [one for one in alone if _load_file(one, remembered, accept, run, report, tried=_WaitsFor.ARABIC)]
    for file in still:
        _load_file(file, remembered, accept, run, report, tried=_WaitsFor.OTHERS)
    settle_archive(report, intake.instruments, intake.subjects, progress)
    if not accept:
        remembered.remember(lambda file: surroundings_of(file, remembered.names), progress)
    report.settle_problems()
    finish_run(run, report)


def settle_archive(
    report: Report,
    instruments: Sequence[DeclaredInstrument] = (),
    subjects: Sequence[Subject] = (),
    progress: Progress | None = None,
) -> None:
    """What follows when papers have come or changed: they are joined, and everything is derived; told to the report."""
    with transaction.atomic(), recording():
        report.add_changes(attach_named_papers())
        report.add_changes(join_related_papers())
        report.add_changes(join_corrigenda())
    report.add_changes(load_instruments(instruments))
    report.add_changes(load_subjects(subjects))
    report.add_changes(load_topic_rules(subjects))
    if not tell_derived(report):
        _derive(report, progress)


def _derive(report: Report, progress: Progress | None) -> None:
    def tell(done: int, total: int, name: str) -> None:
        if progress is not None:
            progress(done, total, KIND_BY_NAME[name].names[1])

    failed = False
    for derived in derive_everything(progress=tell):
        if derived.refusal:
            failed = True
            report.refuse(derived.kind, derived.refusal)
        else:
            report.add_counts(derived.kind, derived.outcomes)
    if not failed:
        remember_derived()


def _load_declared_bodies(intake: Intake, report: Report) -> None:
    for manifest in intake.manifests:
        if not manifest.bodies:
            continue
        with transaction.atomic():
            claim_corpus(specimen=intake.specimen)
            plan = Plan("manifest.toml", "unchanged")
            bodies = {body.symbol: body for body in known_bodies(manifest.bodies)}
            plan_declared_bodies(plan, declared_bodies([manifest]), bodies)
            apply_plan(plan)
        report.add_changes(plan.changes)


class _WaitsFor(Enum):
    """What a file is read after."""

    ARABIC = "the same paper in Arabic"
    OTHERS = "the papers that it belongs to"


def _load_file(
    file: SourceFile,
    remembered: FilesRemembered,
    accept: bool,
    run: ImportRun,
    report: Report,
    *,
    tried: "_WaitsFor | None" = None,
) -> "_WaitsFor | None":
    """One file: loaded whole, or refused with a sentence and nothing of it written.

    What it waits for where another paper may complete it; then nothing is reported. `tried` is what it has waited for.
    """
    is_last = tried is _WaitsFor.OTHERS
    try:
        source, parsed, errata = read_paper(file)
        refuse_doubtful(source, accept=accept)
        declared = file.manifest.sources.get(file.name)
        if tried is None and waits_for_arabic(parsed, declared):
            return _WaitsFor.ARABIC
        if not is_last and waits_for_others(parsed):
            return _WaitsFor.OTHERS
        with transaction.atomic():
            claim_corpus(specimen=file.manifest.specimen)
            plan = plan_document(parsed, errata, surroundings_of(file, remembered.names, accept=accept))
            apply_plan(plan, run)
    except Unreadable as refusal:
        report.refuse(file.name, refusal.sentence)
    except Waits as refusal:
        if not is_last:
            return _WaitsFor.OTHERS
        report.refuse(file.name, refusal.sentence)
    except Refusal as refusal:
        report.refuse(file.name, refusal.sentence)
    except DatabaseError as error:
        log.exception("%s was rolled back", file.name)
        report.refuse(file.name, _DATABASE_FAILED.format(error=type(error).__name__))
    except Exception as error:  # a bug met with one document must not keep the others out
        log.exception("%s was rolled back", file.name)
        report.refuse(file.name, _FAILED.format(error=type(error).__name__))
    else:
        report.add_plan(plan, parsed.problems, recognised_of(parsed))
        remembered.wrote(parsed, plan)
        remembered.note(file, parsed, errata)
    return None


def read_paper(file: SourceFile) -> tuple[SourceText, ParsedDocument, tuple[ErratumRow, ...]]:
    """A file with its structure and its errata, at the lines that were read. Raises Unreadable."""
    source = file.read()
    errata = with_those_of_staff(located_errata(file.errata, source), file.name)
    parsed = settle_meeting(_parse(source, file, errata))
    return source, replace(parsed, problems=located_problems(parsed.problems, parsed.places)), errata


def _parse(source: SourceText, file: SourceFile, errata: Sequence[ErratumRow]) -> ParsedDocument:
    """Once more, for a paper in another language, with what is known of the document that is held."""
    declared = file.manifest.sources.get(file.name)
    parsed = parse_document(source, declared=declared, bodies=file.manifest.bodies, errata=errata)
    if not is_other_language(parsed):
        return parsed
    held = document_in_arabic(parsed, declared)
    if held is None:
        return with_arabic_letters(parsed)
    known = facts_of(held, declared)
    parsed = parse_document(source, declared=known, bodies=file.manifest.bodies, errata=errata)
    left = tuple(one for one in parsed.problems if one.code not in KNOWN_FROM_ARABIC)
    return with_arabic_letters(replace(parsed, problems=left))


def surroundings_of(file: SourceFile, names: frozenset[str], *, accept: bool = False) -> Surroundings:
    """What a plan for the file must know; `names` are those of the other files of the archive."""
    known = on_covers(known_bodies(file.manifest.bodies))
    declared = file.manifest.sources.get(file.name)
    return Surroundings({body.symbol: body for body in known}, names, accept, declared)


# Runs ----------------------------------------------------------------------------------------------------------


def _sources(intake: Intake) -> str:
    folders = sorted({str(file.path.parent) for file in intake.files if file.data is None})
    return "، ".join(folders)[:500]


def _close_runs_that_were_killed() -> None:
    """A run that never came to its end: whatever document it was at was rolled back by the database."""
    ImportRun.objects.filter(status=ImportRun.Status.RUNNING).update(
        status=ImportRun.Status.FAILED, finished_at=timezone.now()
    )


def finish_run(run: ImportRun, report: Report) -> None:
    """The run has come to its end, with what it did."""
    run.status = ImportRun.Status.REFUSED if report.refused else ImportRun.Status.DONE
    run.finished_at = timezone.now()
    run.outcomes = report.outcomes()
    run.documents = [
        *documents_as_json(report),
        *({"file": one.file, "status": "refused", "reason": one.reason} for one in report.refused),
    ]
    with transaction.atomic():
        ImportProblem.objects.bulk_create(_problem_rows(run, report))
        run.save()
        # The day of the last load stands on pages.
        ArchiveState.objects.renew_token()


def _problem_rows(run: ImportRun, report: Report) -> Sequence[ImportProblem]:
    return [
        ImportProblem(
            run=run,
            file=document.file,
            line=0 if found.place else found.line,
            code=found.code,
            severity=found.severity,
            message=f"{found.where}{found.message}" if found.place else found.message,
        )
        for document in report.documents
        for found in document.problems
    ]
