"""What was loaded is not read again until something that decides about it has changed; the report is the same."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from archive.derivations.by_hand import decide_conflict, decide_erratum, save_by_hand
from archive.derivations.deriving import KINDS, Derivable
from archive.loading import archive, unchanged
from archive.loading.archive import load_archive
from archive.loading.report import report_as_json, report_as_lines
from archive.loading.standing import PlanScope, standing_of
from archive.loading.standing_of_many import StandingOfMany
from archive.models import (
    Conflict,
    Derivation,
    Document,
    Erratum,
    LoadMemory,
    Meeting,
    Paragraph,
    Recommendation,
    Topic,
    TopicRule,
)

pytestmark = pytest.mark.django_db

OFFICE = "activities-of-the-office.txt"
COMPENDIUM = "compendium-of-three-meetings.txt"
REPORT = "report-of-the-fourth-meeting.txt"
ASSISTANCE = "technical-assistance.txt"
ALL = [OFFICE, COMPENDIUM, REPORT, ASSISTANCE]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The specimen corpus, loaded once for all tests of this module; each of them takes back what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([settings.BASE_DIR / "sources"])
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True, params=[0, 1_000], ids=["together", "each"])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How the rows stand is read of all files together where they are many, of each by itself where they are few."""
    monkeypatch.setattr(unchanged, "_MANY", request.param)


@pytest.fixture
def folder(loaded: None, tmp_path: Path) -> Path:
    """A copy of what was loaded, to be changed."""
    shutil.copytree(settings.BASE_DIR / "sources", tmp_path / "sources")
    return tmp_path / "sources"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, in order."""
    names: list[str] = []
    parse_document = archive.parse_document

    def watched(source, **known):
        names.append(source.name)
        return parse_document(source, **known)

    monkeypatch.setattr(archive, "parse_document", watched)
    return names


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds that were derived, in order."""
    names: list[str] = []

    def watched(kind: Derivable) -> Derivable:
        return kind._replace(derive=lambda *asked: (names.append(kind.name), kind.derive(*asked))[1])

    monkeypatch.setattr("archive.derivations.deriving.KINDS", tuple(map(watched, KINDS)))
    return names


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> tuple[str, list[str]]:
    report = load_archive([folder], dry_run=True)
    return json.dumps(report_as_json(report), ensure_ascii=False), report_as_lines(report)


def nothing(folder: Path) -> None:
    pass


def a_byte_of_a_file(folder: Path) -> None:
    change(folder / REPORT, "\n", " \n")


def a_word_of_a_file(folder: Path) -> None:
    change(folder / REPORT, "ينبغي", "ويجب")


def a_row_of_the_manifest(folder: Path) -> None:
    change(folder / "manifest.toml", 'kind = "compendium"', 'kind = "compendium"\nlanguage = "ar"')


def a_body_of_the_manifest(folder: Path) -> None:
    change(folder / "manifest.toml", 'written_as = ["', 'written_as = ["المؤتمر الكبير", "')


def a_new_erratum(folder: Path) -> None:
    with (folder / "errata.csv").open("a", encoding="utf-8") as errata:
        errata.write(f"{REPORT},1,لا شيء,شيء,doubtful,\n")


def an_erratum_taken_out(folder: Path) -> None:
    text = (folder / "errata.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    assert text[1].startswith(OFFICE)
    (folder / "errata.csv").write_text("".join(text[:1] + text[2:]), encoding="utf-8")


def an_erratum_decided(folder: Path) -> None:
    erratum = Erratum.objects.filter(certainty="doubtful").exclude(corrected="").order_by("pk")[0]
    assert erratum.document.source_file == OFFICE
    decide_erratum(erratum, Erratum.Decision.ACCEPTED)


def a_text_edited(folder: Path) -> None:
    row = Recommendation.objects.filter(document__source_file=REPORT, subparagraphs=None).order_by("pk")[0]
    row.chapeau = "ينبغي للدول أن تصون الأوراق."
    save_by_hand(row)


def a_paragraph_edited(folder: Path) -> None:
    row = Paragraph.objects.filter(document__source_file=ASSISTANCE).order_by("pk")[0]
    row.text = "فقرة أخرى."
    save_by_hand(row)


def a_meeting_edited(folder: Path) -> None:
    row = Meeting.objects.get(slug="xlib-conf-wg2.4")
    row.place = "مدينة أخرى"
    save_by_hand(row)


def a_document_deleted(folder: Path) -> None:
    Document.objects.get(source_file=ASSISTANCE).delete()


def paragraphs_deleted(folder: Path) -> None:
    Paragraph.objects.filter(document__source_file=ASSISTANCE).order_by("pk")[0].delete()


def a_paper_that_was_only_named_deleted(folder: Path) -> None:
    Document.objects.only_known().order_by("pk")[0].delete()


def a_copy_added(folder: Path) -> None:
    shutil.copy(folder / REPORT, folder / "a-copy.txt")
    change(folder / "a-copy.txt", "ينبغي", "ويجب")


def a_file_renamed(folder: Path) -> None:
    (folder / REPORT).rename(folder / "renamed.txt")
    change(folder / "manifest.toml", REPORT, "renamed.txt")
    errata = (folder / "errata.csv").read_text(encoding="utf-8")
    (folder / "errata.csv").write_text(errata.replace(REPORT, "renamed.txt"), encoding="utf-8")


def a_rule_edited(folder: Path) -> None:
    rule = TopicRule.objects.order_by("-weight", "pk")[0]
    rule.is_used = False
    save_by_hand(rule)


def a_topic_put_out_of_use(folder: Path) -> None:
    topic = Topic.objects.filter(assignments__isnull=False).order_by("pk")[0]
    topic.in_use = False
    save_by_hand(topic)


CHANGES: list[tuple[Callable[[Path], None], list[str]]] = [
    (nothing, []),
    (a_byte_of_a_file, [REPORT]),
    (a_word_of_a_file, [REPORT]),
    (a_row_of_the_manifest, [COMPENDIUM]),
    (a_body_of_the_manifest, ALL),
    (a_new_erratum, [REPORT]),
    (an_erratum_taken_out, [OFFICE]),
    (an_erratum_decided, [OFFICE]),
    (a_text_edited, [REPORT]),
    (a_paragraph_edited, [ASSISTANCE]),
    (a_document_deleted, [ASSISTANCE]),
    (paragraphs_deleted, [ASSISTANCE]),
    (a_copy_added, ["a-copy.txt"]),
    (a_file_renamed, ["renamed.txt"]),
    (a_rule_edited, []),
    (a_topic_put_out_of_use, []),
    (a_meeting_edited, [OFFICE, COMPENDIUM, REPORT]),
    (a_paper_that_was_only_named_deleted, [OFFICE, ASSISTANCE]),
]


@pytest.mark.parametrize(("between", "expected"), CHANGES, ids=[one.__name__ for one, _ in CHANGES])
def test_what_has_changed_is_read_again_and_nothing_else_and_the_report_is_as_if_all_were_read(
    between: Callable[[Path], None], expected: list[str], folder: Path, parsed: list[str]
) -> None:
    between(folder)
    report = told(folder)
    assert parsed == expected
    LoadMemory.objects.all().delete()
    assert report == told(folder)
    assert sorted(parsed[len(expected) :]) == sorted(path.name for path in folder.glob("*.txt"))


def test_of_all_together_is_read_what_is_read_of_each(folder: Path) -> None:
    files = frozenset(ALL)
    scopes = [
        PlanScope.from_json(said["scope"])
        for said in LoadMemory.objects.filter(key__startswith="file:").values_list("report", flat=True)
    ]
    nobody = replace(scopes[0], identifiers=replace(scopes[0].identifiers, symbol="", digest="", file="none.txt"))
    asked = [*scopes, replace(nobody, identifiers=replace(nobody.identifiers, cover=None, job_number=""))]
    together = StandingOfMany(files)
    assert [together.of(one) for one in asked] == [standing_of(one, files) for one in asked]
    assert len(set(map(together.of, asked))) == len(ALL) + 1


@pytest.mark.parametrize(
    "between", [a_word_of_a_file, an_erratum_decided, a_document_deleted, a_copy_added, a_rule_edited]
)
def test_after_a_change_was_loaded_nothing_is_read_or_derived_any_more(
    between: Callable[[Path], None], folder: Path, parsed: list[str], derived: list[str]
) -> None:
    between(folder)
    load_archive([folder])
    load_archive([folder])  # a file whose rows another file has written is looked at once more
    parsed.clear()
    derived.clear()
    report = told(folder)
    assert (parsed, derived) == ([], [])
    LoadMemory.objects.all().delete()
    assert report == told(folder)
    assert derived == [kind.name for kind in KINDS]


def test_a_load_straight_after_the_first_reads_nothing(
    folder: Path, parsed: list[str], derived: list[str]
) -> None:
    report = load_archive([folder])
    assert (parsed, derived) == ([], [])
    assert [(one.file, one.status) for one in report.documents] == [(name, "unchanged") for name in ALL]


def test_another_version_of_the_reader_reads_everything_again(
    folder: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "version_of", lambda rooms: "another")
    for _ in range(2):
        load_archive([folder])
        assert parsed == ALL


def test_who_accepts_copies_has_every_file_read(folder: Path, parsed: list[str]) -> None:
    a_copy_added(folder)
    load_archive([folder])
    parsed.clear()
    report = load_archive([folder / "a-copy.txt"], accept=True)
    assert parsed == ["a-copy.txt"]
    assert [one.status for one in report.documents] == ["updated"]
    assert Document.objects.filter(source_file=REPORT).count() == 0


def test_a_decided_conflict_is_looked_at_again(folder: Path, parsed: list[str]) -> None:
    a_copy_added(folder)
    load_archive([folder])
    parsed.clear()
    (conflict,) = Conflict.objects.filter(state="open")
    decide_conflict(conflict, take=False)
    report = load_archive([folder])
    assert parsed == ["a-copy.txt", REPORT]
    assert [one.differs for one in report.documents if one.status == "copy"] == [0]


def test_a_dry_run_remembers_nothing(folder: Path) -> None:
    a_word_of_a_file(folder)
    before = list(LoadMemory.objects.order_by("key").values())
    load_archive([folder], dry_run=True)
    assert list(LoadMemory.objects.order_by("key").values()) == before


def test_a_file_that_was_refused_is_read_again(folder: Path, parsed: list[str]) -> None:
    (folder / "letter.txt").write_text("رسالة إلى صديق.\nليس فيها توصيات.\n" * 5, encoding="utf-8")
    for _ in range(2):
        assert [one.file for one in load_archive([folder]).refused] == ["letter.txt"]
    assert parsed == ["letter.txt", "letter.txt"]


def test_an_emptied_database_is_filled_again(folder: Path, parsed: list[str]) -> None:
    texts = list(Recommendation.objects.order_by("locator").values_list("locator", "text"))
    Recommendation.objects.all().delete()
    Document.objects.all().delete()
    load_archive([folder])
    assert parsed == ALL
    assert list(Recommendation.objects.order_by("locator").values_list("locator", "text")) == texts


def test_a_reading_that_staff_took_back_is_derived_again(folder: Path, derived: list[str]) -> None:
    Derivation.objects.order_by("pk")[0].delete()
    load_archive([folder])
    assert derived == [kind.name for kind in KINDS]


def test_a_rule_that_fails_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch, derived: list[str]) -> None:
    Derivation.objects.order_by("pk")[0].delete()
    from archive.derivations import deriving

    def fail(scope: object) -> None:
        raise ZeroDivisionError

    whole = deriving.KINDS
    broken = tuple(kind._replace(derive=fail) if kind.name == "citation" else kind for kind in whole)
    monkeypatch.setattr(deriving, "KINDS", broken)
    assert [one.file for one in load_archive([folder]).refused] == ["citation"]
    monkeypatch.setattr(deriving, "KINDS", whole)
    derived.clear()
    assert load_archive([folder]).refused == []
    assert derived == [kind.name for kind in KINDS]
