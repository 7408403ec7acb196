"""What is given out as AKN4UN is read back to the rows that it was made of."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from archive.models import Recommendation
from archive.parsing.document import parse_document
from archive.parsing.structure import ParsedDocument
from archive.sources.manifest import read_manifest
from archive.sources.reader import Unreadable, source_text
from tests import factories
from tests.giving.reading import given

Row = tuple[Any, ...]


def words(text: str) -> str:
    return " ".join(text.split())


def stored(**which: Any) -> list[Row]:
    rows = Recommendation.objects.filter(**which).in_official_order().prefetch_related("subparagraphs")
    return [
        (
            row.meeting.body.symbol,
            row.meeting.number,
            row.meeting.start,
            row.number,
            row.copy,
            words(row.chapeau),
            [(item.label, words(item.text)) for item in row.subparagraphs.all()],
        )
        for row in rows
    ]


def read_back(data: bytes, folder: Path) -> list[Row]:
    return rows_read(parse_document(source_text("back.xml", data), bodies=read_manifest(folder).bodies))


def rows_read(found: ParsedDocument) -> list[Row]:
    """The recommendations of a paper as `stored` gives those of the archive."""
    days = {meeting.number: meeting.start for meeting in found.meetings}
    return [
        (
            one.body,
            one.meeting,
            days.get(one.meeting or 0),
            one.number,
            one.copy,
            words(one.chapeau.printed),
            [(item.label, words(item.text.printed)) for item in one.subparagraphs],
        )
        for one in found.recommendations
    ]


def test_the_real_papers_are_read_back(client: Client, real_archive: None, real_sources: Path) -> None:
    back = read_back(given(client, "/recommendations/export.xml"), real_sources)
    assert back == stored()
    assert len(back) == Recommendation.objects.count() > 0
    back = read_back(given(client, "/recommendations/export.xml?meeting=ctoc-cop-wg7.5"), real_sources)
    assert back == stored(meeting__slug="ctoc-cop-wg7.5")


def test_the_specimen_is_read_back(client: Client, specimen: None) -> None:
    back = read_back(given(client, "/recommendations/export.xml"), settings.BASE_DIR / "sources")
    assert back == stored()
    assert len(back) == Recommendation.objects.count() > 0


def test_recommendations_of_several_bodies_are_refused(client: Client, db: None) -> None:
    for at, symbol in enumerate(("ITC/CONF/WG.1", "ITC/CONF/WG.2"), 1):
        body = factories.make_body(symbol=symbol, name_ar=f"الفريق العامل المعني بالقنوات {at}")
        factories.make_recommendation(1, "ينبغي صون القناة.", meeting=factories.make_meeting(1, body=body))
    with pytest.raises(Unreadable) as refusal:
        source_text("back.xml", given(client, "/recommendations/export.xml"))
    assert refusal.value.code == "several_bodies"
