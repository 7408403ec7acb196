"""A text that no report has said yet says so wherever its words stand: nobody hands it out unknowingly."""

import gzip
import html
import io
import re
import zipfile
from urllib.parse import quote

import pytest
from django.test import Client

from archive.derivations.by_hand import derive_again, save_by_hand
from archive.derivations.entering import enter_provisional
from archive.models import Published, Recommendation
from archive.parsing.typed_list import read_typed_list
from archive.search.entries import rebuild_index
from tests import factories
from tests.factories_of_meaning import make_assignment, make_topic

pytestmark = pytest.mark.django_db

WORDS = "ينبغي للدول الأطراف أن تفحص السدود الخشبية"
LOCATOR = "itc-conf-wg1.13.1"
_MARKS = ("نص مؤقت", "provisional text", "نصوص مؤقتة")


@pytest.fixture
def archive() -> Recommendation:
    """A provisional text with letters beside an adopted one, both about one topic."""
    factories.make_state()
    adopted = factories.make_recommendation(1, "ينبغي للدول الأطراف أن تصون القنوات القديمة.")
    body = adopted.meeting.body
    meeting = factories.make_meeting(13, body=body)
    typed = read_typed_list(f"{WORDS} سنوياً:\n(أ) في الشتاء؛\n(ب) في الربيع.", 1).recommendations
    (row,) = enter_provisional(meeting, typed, Published.State.PUBLISHED)
    topic = make_topic()
    for one in (adopted, row):
        make_assignment(one, topic)
    rebuild_index()
    derive_again()
    return row


def _text_of(content: bytes) -> str:
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            content = b"\n".join(package.read(name) for name in package.namelist())
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    text = html.unescape(re.sub(r"<[^>]+>", " ", content.decode("utf-8", "ignore")))
    return " ".join(text.split())


ADDRESSES = (
    f"/recommendations/{LOCATOR}/",
    "/recommendations/",
    "/recommendations/?view=text",
    "/recommendations/?view=table",
    f"/recommendations/?q={quote('السدود')}",
    "/meetings/itc-conf-wg1.13/",
    f"/list/?items={LOCATOR},{LOCATOR}.a",
    f"/compare/?a={LOCATOR}&b=itc-conf-wg1.1.1",
    f"/recommendations/{LOCATOR}/lineage/",
    "/feeds/recommendations.atom",
)
FORMATS = ("docx", "index.docx", "xlsx", "csv", "json", "jsonl", "xml", "ris", "bib", "csl.json", "html")


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_that_shows_its_words_says_that_they_are_provisional(archive, client: Client, language: str):
    silent = []
    for address in ADDRESSES:
        response = client.get(language + address)
        assert response.status_code == 200, address
        shown = _text_of(response.content)
        if WORDS in shown and not any(mark in shown for mark in _MARKS):
            silent.append(address)
    assert silent == []


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_file_that_has_it_says_so(archive, client: Client, language: str):
    silent, without = [], []
    for name in FORMATS:
        for asked in (f"/recommendations/export.{name}", f"/recommendations/{LOCATOR}/export.{name}"):
            response = client.get(language + asked)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            shown = _text_of(content)
            if WORDS not in shown and name != "index.docx":
                without.append(asked)
            if not any(mark in shown for mark in _MARKS):
                silent.append(asked)
    assert (silent, without) == ([], [])


def test_json_has_it_in_a_field_and_citations_in_their_words(archive, client: Client):
    listed = client.get("/api/v1/recommendations/").json()["results"]
    assert [(row["locator"], row["provisional"]) for row in listed] == [
        ("itc-conf-wg1.1.1", False),
        (LOCATOR, True),
    ]
    page = client.get(f"/recommendations/{LOCATOR}/").content.decode()
    copied = re.findall(r'data-copy="([^"]*)"', page)
    citations = [html.unescape(one) for one in copied if "recommendation 1" in one or "التوصية 1" in one]
    assert citations
    assert all(any(mark in one for mark in _MARKS) for one in citations)


def test_the_banner_goes_with_the_report(archive, client: Client):
    row = Recommendation.objects.get(pk=archive.pk)
    assert 'class="provisional-banner' in client.get(f"/recommendations/{LOCATOR}/").content.decode()
    row.is_provisional = False
    save_by_hand(row)
    for address in ADDRESSES:
        shown = _text_of(client.get(address).content)
        assert not any(mark in shown for mark in ("نص مؤقت",)), address
