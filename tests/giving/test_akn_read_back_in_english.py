"""What is given out as AKN4UN in English is read back to the numbers, letters and English texts that it was made of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from archive.display.names.titles import agenda_number
from archive.loading.archive import load_archive
from archive.models import AgendaItem, LanguageText, LanguageVersion, Recommendation
from archive.numbering import abjad
from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.manifest import read_manifest
from archive.sources.reader import SourceText, source_text

from .reading import given
from .test_akn_read_back import Row, rows_read, words

SPECIMEN = settings.BASE_DIR / "sources"
#: The one recommendation that the English paper lacks, by the specimen's own intention.
LACKING = "xlib-conf-wg2.4.9"


@pytest.fixture(scope="module")
def both(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_archive([SPECIMEN, SPECIMEN / "en"])
        yield
        transaction.set_rollback(True)


@pytest.fixture
def archive_in_both(both: None, db: None) -> None:
    """The archive of both languages, for a test of its own."""


def stored(**which: Any) -> list[Row]:
    """Of each recommendation its place, its number and what is held of it in English."""
    chapeaus = dict(LanguageText.objects.filter(subparagraph=None).values_list("recommendation", "text"))
    items = dict(LanguageText.objects.filter(subparagraph__isnull=False).values_list("subparagraph", "text"))
    rows = Recommendation.objects.filter(**which).exclude(locator=LACKING).in_official_order()
    return [
        (
            row.meeting.body.symbol,
            row.meeting.number,
            row.meeting.start,
            row.number,
            row.copy,
            agenda_number(row.agenda_item.number) if row.agenda_item else None,
            words(chapeaus[row.pk]),
            [(abjad.latin(item.position), words(items[item.pk])) for item in row.subparagraphs.all()],
        )
        for row in rows.prefetch_related("subparagraphs")
    ]


def read(data: bytes) -> tuple[SourceText, ParsedDocument, list[Row]]:
    source = source_text("back.xml", data)
    found = parse_document(source, bodies=read_manifest(SPECIMEN).bodies)
    return source, found, rows_read(found)


@pytest.mark.parametrize(
    "address",
    [
        "/en/recommendations/export.xml",
        "/en/recommendations/export.xml?languages=en",
        "/en/recommendations/export.xml?languages=ar,en",
        "/recommendations/export.xml?languages=en",
    ],
)
def test_the_specimen_is_read_back_in_english(client: Client, archive_in_both: None, address: str) -> None:
    _source, found, rows = read(given(client, address))
    assert rows == stored()
    assert len(rows) == Recommendation.objects.count() - 1 > 0
    assert (found.masthead.language, found.masthead.kind, found.unplaced) == ("en", "compendium", ())


def test_one_meeting_is_read_back_in_english(client: Client, archive_in_both: None) -> None:
    _source, _found, rows = read(given(client, "/en/recommendations/export.xml?meeting=xlib-conf-wg2.3"))
    assert rows == stored(meeting__slug="xlib-conf-wg2.3")
    assert rows


def test_a_text_that_is_not_held_in_english_is_no_english_text_and_is_named(
    client: Client, archive_in_both: None
) -> None:
    lacking = Recommendation.objects.get(locator=LACKING)
    data = given(client, "/en/recommendations/export.xml?meeting=xlib-conf-wg2.4")
    assert words(lacking.text) in words(re.sub(r"<[^>]+>", "", data.decode()))
    source, found, rows = read(data)
    assert (rows, len(rows)) == (stored(meeting__slug="xlib-conf-wg2.4"), 8)
    titles = [item.title_en for item in lacking.meeting.agenda_items.in_order() if item.recommendations.exists()]
    assert source.furniture == (f"[not held in English] {words(lacking.text)}", *titles)
    assert [text for _line, text in found.left_out] == list(source.furniture)


def test_the_arabic_of_a_file_in_both_is_read_back_as_ever(client: Client, archive_in_both: None) -> None:
    source, found, rows = read(given(client, "/recommendations/export.xml?languages=ar,en"))
    texts = [words(row.chapeau) for row in Recommendation.objects.in_official_order()]
    titles = tuple(
        item.title for item in AgendaItem.objects.in_order() if item.recommendations.exists()
    )
    assert ([row[6] for row in rows], found.masthead.language, source.furniture) == (texts, "ar", titles)


def test_loaded_it_gives_the_arabic_rows_their_english_texts(
    client: Client, archive_in_both: None, tmp_path: Path
) -> None:
    data = given(client, "/en/recommendations/export.xml")
    before = texts()
    LanguageVersion.objects.all().delete()
    assert texts() == []
    (tmp_path / "back.xml").write_bytes(data)
    told = (SPECIMEN / "en" / "manifest.toml").read_text(encoding="utf-8")
    bodies = told[told.index("[[body]]") :]
    (tmp_path / "manifest.toml").write_text(f"specimen = true\n\n{bodies}", encoding="utf-8")
    report = load_archive([tmp_path])
    assert ([(one.file, one.status) for one in report.documents], report.refused) == ([("back.xml", "created")], [])
    assert texts() == before
    assert len(before) == 36


def texts() -> list[tuple[str, str]]:
    """Of recommendations and lettered items in English, each by its row."""
    rows = LanguageText.objects.filter(paragraph=None, section=None)
    return sorted((str(row.subparagraph or row.recommendation), words(row.text)) for row in rows)
