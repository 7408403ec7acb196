"""Whole loads, from files: the specimen corpus and what is wrong with files."""

import json
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from archive.derivations.deriving import KINDS
from archive.loading.archive import load_archive
from archive.loading.changes import Refusal
from archive.models import (
    ArchiveState,
    Body,
    Conflict,
    Document,
    Erratum,
    ImportRun,
    Paragraph,
    Recommendation,
    Subparagraph,
)
from archive.record.kinds import KIND_BY_NAME

pytestmark = pytest.mark.django_db

SPECIMEN = settings.BASE_DIR / "sources"
REPORT = "report-of-the-fourth-meeting.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The specimen corpus, to be damaged."""
    shutil.copytree(SPECIMEN, tmp_path / "sources")
    return tmp_path / "sources"


def held_texts() -> list[tuple[str, str]]:
    return list(Recommendation.objects.order_by("locator").values_list("locator", "text"))


def counts() -> tuple[int, ...]:
    models = (Body, Document, Recommendation, Subparagraph, Paragraph, Erratum)
    return tuple(model.objects.count() for model in models)


def changed_only(report) -> dict[str, dict[str, int]]:
    """The outcomes other than «unchanged»."""
    found = {
        kind: {name: n for name, n in row.items() if n and name != "unchanged"}
        for kind, row in report.outcomes().items()
    }
    return {kind: row for kind, row in found.items() if row}


def test_the_second_load_says_unchanged_only(folder):
    first = load_archive([folder])
    assert {outcome for row in changed_only(first).values() for outcome in row} == {"created"}
    assert {one.status for one in first.documents} == {"created"}
    version = ArchiveState.objects.get().data_version
    second = load_archive([folder])
    assert changed_only(second) == {}
    assert {one.status for one in second.documents} == {"unchanged"}
    assert ArchiveState.objects.get().data_version == version
    assert list(ImportRun.objects.values_list("status", flat=True)) == ["done", "done"]


def test_the_second_load_asks_the_database_few_questions(folder, django_assert_max_num_queries):
    load_archive([folder])
    # What the texts mean is looked over once, whatever the number of files.
    with django_assert_max_num_queries(40 * len(list(folder.glob("*.txt"))) + 90):
        load_archive([folder])


def test_files_one_by_one_give_the_same_rows_as_the_folder(folder):
    load_archive([folder])
    together = held_texts()
    Recommendation.objects.all().delete()
    Document.objects.all().delete()
    for file in sorted(folder.glob("*.txt"), reverse=True):
        load_archive([file])
    assert held_texts() == together


def test_a_dry_run_tells_all_and_writes_nothing(folder):
    report = load_archive([folder], dry_run=True)
    assert report.dry_run
    assert changed_only(report)["recommendation"] == {"created": 27}
    assert any(line.startswith("إضافة: توصية") for line in report.documents[1].changes)
    assert counts() == (0,) * 6
    assert not ImportRun.objects.exists()


def test_bad_files_are_refused_by_name_and_the_others_load(folder):
    good = len(list(folder.glob("*.txt")))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "page.txt").write_text("<!DOCTYPE html><html><body>نص</body></html>", encoding="utf-8")
    (folder / "utf16.txt").write_bytes("نص عربي بلا علامة".encode("utf-16-le"))
    (folder / "cut.txt").write_bytes((folder / REPORT).read_bytes()[:2001].rstrip(b"\n")[:-1] + "ن".encode()[:1])
    (folder / "letter.txt").write_text("رسالة إلى صديق.\nليس فيها توصيات.\n" * 5, encoding="utf-8")
    report = load_archive([folder])
    assert sorted(one.file for one in report.refused) == [
        "binary.txt",
        "cut.txt",
        "empty.txt",
        "letter.txt",
        "page.txt",
        "utf16.txt",
    ]
    assert all(len(one.reason) > 20 for one in report.refused)
    assert len(report.documents) == good == Document.objects.held().count()
    assert ImportRun.objects.get().status == "refused"


def test_a_second_copy_makes_no_rows(folder):
    load_archive([folder])
    before, texts = counts(), held_texts()
    shutil.copy(folder / REPORT, folder / "a-copy.txt")
    report = load_archive([folder])
    assert {one.file: one.status for one in report.documents}["a-copy.txt"] == "copy"
    assert (counts(), held_texts()) == (before, texts)
    assert Document.objects.filter(source_file=REPORT).exists()


def test_a_copy_loaded_alone_without_manifest_and_errata_leaves_the_held_text_alone(folder, tmp_path):
    load_archive([folder])
    before, texts = counts(), held_texts()
    manifest = (folder / "manifest.toml").read_text(encoding="utf-8")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "manifest.toml").write_text(manifest.replace(REPORT, "x.txt"), encoding="utf-8")
    text = (folder / REPORT).read_text(encoding="utf-8")
    (alone / "x.txt").write_text("\ufeff" + text.replace("\n", "\r\n"), encoding="utf-8")
    report = load_archive([alone])
    assert [one.status for one in report.documents] == ["copy"]
    assert (counts(), held_texts()) == (before, texts)
    assert changed_only(report) == {}


def test_a_truncated_copy_never_shortens(folder):
    load_archive([folder])
    before, texts = counts(), held_texts()
    lines = (folder / REPORT).read_text(encoding="utf-8").splitlines(keepends=True)
    for share in (0.9, 0.7, 0.5):
        (folder / REPORT).write_text("".join(lines[: int(len(lines) * share)]), encoding="utf-8")
        report = load_archive([folder], accept=True)
        told = next(one for one in report.documents if one.file == REPORT)
        assert (told.status, told.problems[-1].code) == ("truncated", "truncated_copy")
        assert (counts(), held_texts()) == (before, texts)


def test_a_bad_manifest_loads_nothing(folder):
    (folder / "manifest.toml").write_text("[[source]\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"manifest\.toml"):
        load_archive([folder])
    assert counts() == (0,) * 6


def test_a_bad_errata_file_loads_nothing(folder):
    (folder / "errata.csv").write_text("file,place\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"errata\.csv"):
        load_archive([folder])
    assert counts() == (0,) * 6


def test_one_database_holds_one_corpus(folder):
    load_archive([folder])
    manifest = (folder / "manifest.toml").read_text(encoding="utf-8")
    (folder / "manifest.toml").write_text(manifest.replace("specimen = true", "specimen = false"), encoding="utf-8")
    with pytest.raises(Refusal, match="قاعدة بيانات أخرى"):
        load_archive([folder])
    with pytest.raises(Refusal, match="معاً"):
        load_archive([folder, SPECIMEN])


def test_a_load_of_nothing_does_not_say_what_the_database_holds(folder, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    load_archive([tmp_path / "empty.txt"])
    load_archive([folder])
    assert ArchiveState.objects.get().corpus == "specimen"


def test_a_bug_met_with_one_document_does_not_stop_the_others(folder, monkeypatch):
    from archive.loading import archive

    def fails(plan, run=None):
        apply(plan, run)
        if plan.file == REPORT:
            raise ZeroDivisionError

    apply = archive.apply_plan
    monkeypatch.setattr(archive, "apply_plan", fails)
    report = load_archive([folder])
    assert [one.file for one in report.refused] == [REPORT]
    assert Document.objects.held().count() == len(report.documents) == 3
    assert not Document.objects.filter(source_file=REPORT).exists()


def test_a_run_that_was_killed_is_closed_by_the_next_one(folder):
    ImportRun.objects.create(sources="x", status=ImportRun.Status.RUNNING)
    load_archive([folder])
    assert sorted(ImportRun.objects.values_list("status", flat=True)) == ["done", "failed"]


def test_what_is_not_there_is_refused(tmp_path):
    report = load_archive([tmp_path / "nowhere.txt", tmp_path])
    assert len(report.refused) == 2
    assert report.documents == []


def test_what_is_not_there_is_refused_for_that_and_not_for_the_corpus(folder, tmp_path):
    load_archive([folder])
    report = load_archive([tmp_path / "nowhere"])
    assert [one.reason for one in report.refused] == ["لا يوجد ملف ولا مجلد بهذا الاسم. تحقق من المسار."]


def test_errata_of_the_corpus_are_applied_and_the_printed_text_stays(folder):
    load_archive([folder])
    for row in Paragraph.objects.exclude(corrections=[]):
        for _start, _end, corrected, certainty, _line, printed in row.corrections:
            assert printed.split()[0] in row.printed_text
            if certainty == "certain" and corrected:
                assert corrected in row.text
    assert Erratum.objects.filter(certainty="doubtful", decision="waiting").exists()
    assert not Conflict.objects.exists()


def test_a_long_note_of_an_erratum_is_held_whole(folder):
    """PostgreSQL would refuse what is longer than its column, SQLite would not: so no column is narrow."""
    rows = (folder / "errata.csv").read_text(encoding="utf-8").splitlines()
    note = "ملاحظة " * 100
    source, line, printed, corrected, certainty, *_note = rows[1].split(",")
    rows[1] = ",".join([source, line, printed, corrected, certainty, note.strip()])
    (folder / "errata.csv").write_text("\n".join(rows), encoding="utf-8")
    report = load_archive([folder])
    assert report.refused == []
    assert Erratum.objects.get(line=line, printed=printed).note == note.strip()


def test_problems_are_kept_with_the_run(folder):
    report = load_archive([folder])
    run = ImportRun.objects.get()
    kept = set(run.problems.values_list("file", "line", "code"))
    assert kept == {(one.file, p.line, p.code) for one in report.documents for p in one.problems}
    assert json.loads(json.dumps(run.outcomes)) == report.outcomes()


def test_progress_is_told_before_each_file_each_kind_that_is_derived_and_each_file_that_is_remembered(folder):
    def told() -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        load_archive([folder], progress=lambda done, total, name: found.append((done, total, name)))
        return found

    names = sorted(file.name for file in folder.glob("*.txt"))
    kinds = [KIND_BY_NAME[kind.name].names[1] for kind in KINDS]
    parts = [list(enumerate(part)) for part in (names, kinds, names)]
    assert told() == [(place, len(part), name) for part in parts for place, name in part]
    # Nothing has changed.
    assert told() == [(place, len(names), name) for place, name in enumerate(names)]
