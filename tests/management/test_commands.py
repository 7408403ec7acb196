"""The commands as a script sees them: what they print, and their exit status."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

SPECIMEN = settings.BASE_DIR / "sources"
REPORT = SPECIMEN / "report-of-the-fourth-meeting.txt"


def output(capsys, *command: object, status: int = 0) -> str:
    """What a command prints; it must end with this status."""
    try:
        call_command(*[str(part) for part in command])
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == status
    return str(capsys.readouterr().out)


@pytest.mark.django_db
def test_load_archive_reports_as_the_contract_says(capsys):
    told = json.loads(output(capsys, "load_archive", SPECIMEN, "--json"))
    assert set(told) == {"documents", "outcomes", "refused"}
    assert told["refused"] == []
    told_of_each = frozenset({"file", "status", "symbol", "problems", "recognised"})
    assert {frozenset(one) for one in told["documents"]} == {told_of_each}
    kinds = ["body", "meeting", "agenda_item", "document", "section", "paragraph", "footnote", "recommendation"]
    kinds += ["subparagraph", "earlier_text", "language_version", "language_text", "erratum"]
    kinds += ["instrument", "article", "topic", "topic_rule"]
    kinds += ["operative_clause", "citation", "topic_assignment", "kinship", "follow_up"]
    assert list(told["outcomes"]) == kinds
    for counts in told["outcomes"].values():
        assert list(counts) == ["created", "updated", "unchanged", "kept", "conflict", "missing"]


@pytest.mark.django_db
def test_load_archive_speaks_to_a_person(capsys):
    told = output(capsys, "load_archive", SPECIMEN)
    assert f"{REPORT.name}: أُضيفت" in told
    assert "التوصيات: إضافة 27" in told


@pytest.mark.django_db
def test_load_archive_takes_the_sources_of_the_settings(capsys, settings):
    settings.ARCHIVE_SOURCES = SPECIMEN
    assert "الحصيلة:" in output(capsys, "load_archive", "--dry-run")


@pytest.mark.django_db
def test_a_refused_file_ends_with_status_1(capsys, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    told = json.loads(output(capsys, "load_archive", tmp_path, "--json", status=1))
    assert [one["file"] for one in told["refused"]] == ["empty.txt"]


@pytest.mark.django_db
def test_a_bad_manifest_ends_with_status_1(capsys, tmp_path):
    (tmp_path / "manifest.toml").write_text("[", encoding="utf-8")
    shutil.copy(REPORT, tmp_path)
    told = json.loads(output(capsys, "load_archive", tmp_path, "--json", status=1))
    assert "manifest.toml" in told["refused"][0]["reason"]
    assert output(capsys, "load_archive", tmp_path, status=1) == ""


def test_a_wrong_option_is_wrong_usage():
    with pytest.raises(CommandError):
        call_command("load_archive", "--no-such-option")


@pytest.mark.django_db
def test_check_archive_reports_what_it_finds(capsys):
    output(capsys, "load_archive", SPECIMEN)
    told = json.loads(output(capsys, "check_archive", "--json"))
    assert [(one["kind"], one["gaps"]) for one in told["numbering"]] == [("paragraph", [18])]
    assert told["search_index"] == "in order"
    assert "الناقص: 18" in output(capsys, "check_archive")


def test_inspect_source_gives_the_structure(capsys):
    told = json.loads(output(capsys, "inspect_source", REPORT, "--json"))
    assert {
        "document",
        "meetings",
        "agenda",
        "recommendations",
        "paragraphs",
        "footnotes",
        "problems",
    } <= set(told)
    assert told["document"]["kind"] == "meeting-report"
    first = told["recommendations"][0]
    assert {"meeting", "number", "text", "chapeau", "subparagraphs", "agenda_item", "first_line", "last_line"} <= set(
        first
    )
    assert (first["meeting"], first["number"]) == (4, 1)
    paragraph = told["paragraphs"][0]
    assert set(paragraph) == {
        "number", "printed_number", "series", "part", "text", "section_path", "first_line", "last_line",
    }  # fmt: skip
    assert [set(heading) for heading in paragraph["section_path"]] == [{"label", "printed_label", "title"}]


def test_inspect_source_speaks_to_a_person(capsys):
    assert output(capsys, "inspect_source", REPORT).startswith("النوع: تقرير اجتماع\n")


def test_inspect_source_refuses_with_a_sentence(capsys, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    output(capsys, "inspect_source", tmp_path / "empty.txt", status=1)
    output(capsys, "inspect_source", tmp_path / "nowhere.txt", status=1)


@pytest.mark.parametrize(("command", "status"), [(["inspect_source", str(REPORT)], 0), (["inspect_source"], 2)])
def test_inspect_source_needs_no_database(command: list[str], status: int):
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody:x@127.0.0.1:1/nothing"}
    program = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    done = subprocess.run([*program, *command], capture_output=True, env=environment, check=False)
    assert done.returncode == status
