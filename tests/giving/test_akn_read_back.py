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
    rows = Recommendation.objects.filter(**which).select_related("agenda_item").prefetch_related("subparagraphs")
    return [
        (
            row.meeting.body.symbol,
            row.meeting.number,
            row.meeting.start,
            row.number,
            row.copy,
            row.agenda_item.number if row.agenda_item else None,
            words(row.chapeau),
            [(item.label, words(item.text)) for item in row.subparagraphs.all()],
        )
        for row in rows.in_official_order()
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
            one.agenda_item,
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


def test_a_lettered_item_of_the_agenda_is_read_back(client: Client, db: None) -> None:
    meeting = factories.make_meeting(1)
    for number, title in (("2 (ج)", "القنوات " * 40), ("3", "")):
        item = factories.make_agenda_item(number, meeting=meeting, title=title)
        factories.make_recommendation(int(number[0]), "ينبغي صون القناة.", meeting=meeting, agenda_item=item)
    factories.make_recommendation(4, "ينبغي صون المجرى.", meeting=meeting)
    found = parse_document(source_text("back.xml", given(client, "/recommendations/export.xml")))
    assert [(one.number, one.agenda_item) for one in found.recommendations] == [(2, "2 (ج)"), (3, "3"), (4, None)]
