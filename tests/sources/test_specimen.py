"""The specimen corpus in sources/ is whole: every companion file fits the texts."""

import tomllib
from pathlib import Path

from archive.sources.corrections import certain_rows_without_match, match_rows
from archive.sources.errata import read_errata
from archive.sources.manifest import read_manifest
from archive.sources.reader import read_source

FOLDER = Path(__file__).parents[2] / "sources"
TEXTS = sorted(FOLDER.glob("*.txt"))


def test_every_text_is_read_without_a_warning() -> None:
    assert [(path.name, read_source(path).encoding, read_source(path).warnings) for path in TEXTS] == [
        ("activities-of-the-office.txt", "utf-8", ()),
        ("compendium-of-three-meetings.txt", "utf-8", ()),
        ("report-of-the-fourth-meeting.txt", "utf-8", ()),
        ("technical-assistance.txt", "utf-8", ()),
    ]


def test_the_manifest_declares_every_text_and_says_specimen() -> None:
    manifest = read_manifest(FOLDER)
    assert (manifest.specimen, sorted(manifest.sources)) == (True, [path.name for path in TEXTS])
    assert {facts.body for facts in manifest.sources.values()} == {body.symbol for body in manifest.bodies}


def test_every_erratum_is_found_on_its_line() -> None:
    errata = read_errata(FOLDER)
    for name, rows in errata.items():
        lines = read_source(FOLDER / name).lines
        matches = [match_rows(lines[row.line - 1], [row]) for row in rows]
        assert [row for found in matches for row in found.unmatched] == []
        corrections = [one for found in matches for one in found.corrections]
        assert certain_rows_without_match(rows, corrections) == ()


def test_subjects_name_instruments_and_articles_that_exist() -> None:
    instruments = tomllib.loads((FOLDER / "instruments.toml").read_text("utf-8"))["instrument"]
    articles = {one["slug"]: {article["number"] for article in one["article"]} for one in instruments}
    subjects = tomllib.loads((FOLDER / "subjects.toml").read_text("utf-8"))["subject"]
    wrong = [
        subject["slug"]
        for subject in subjects
        if "instrument" in subject
        and not set(subject["articles"]) <= articles.get(subject["instrument"], set())
    ]
    assert wrong == []
