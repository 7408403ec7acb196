"""What is no more published, or not yet, is nowhere that readers come: not its words, not its address."""

import gzip
import html
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from archive.derivations.following import following
from archive.models import Citation, Document, Meeting, Paragraph, Published, Recommendation
from archive.record.publishing import publish, take_back, withdraw
from archive.record.state import raise_data_version

pytestmark = pytest.mark.django_db

#: What a reader types or picks (asked for below, each once), what is no record, and the other language, which asks the
#: database the same.
_LEFT_OUT = ("/compare/", "/list/", "/resolve/", "/static/", "/admin/", "/en/")
_FORMATS = ("docx", "index.docx", "xlsx", "csv", "json", "jsonl", "xml", "ris", "bib", "csl.json", "html")


@pytest.fixture
def archive(client: Client) -> None:
    call_command("load_archive", str(settings.BASE_DIR / "sources"), verbosity=0)




def _set(state: str, *rows: Published) -> None:
    with following() as doing:
        if state == Published.State.WITHDRAWN:
            doing.add(withdraw(rows, "نُشرت قبل أوانها"))
        elif state == Published.State.DRAFT:
            doing.add(take_back(rows))
        else:
            doing.add(publish(rows))


def _got(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code < 500, address
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return _unpacked(body)


def _unpacked(body: bytes) -> str:
    """The words of a file that is packed too: of Word and Excel, of the whole archive as lines and as a database."""
    if body.startswith(b"\x1f\x8b"):
        body = gzip.decompress(body)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            body = b"\n".join(package.read(name) for name in package.namelist())
    if body.startswith(b"SQLite format 3"):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(body)
        body = "\n".join(connection.iterdump()).encode()
        connection.close()
    return body.decode("utf-8", "ignore")


def _plain(text: str) -> str:
    """What a reader reads of it."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\\n", " ").split())


def _links(text: str) -> Iterator[str]:
    for found in re.findall(r'(?:href="|<loc>|"(?:url|next)": ")([^"<]+)', text):
        parts = urlsplit(html.unescape(found).replace("http://testserver", ""))
        # Of a list, its facets and its files the whole is asked for: what stands behind each choice is a part of it.
        is_part = "/export." in parts.path or parts.path.startswith(_LEFT_OUT)
        if not parts.scheme and parts.path.startswith("/") and not is_part:
            yield parts.path


def _phrases(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[start : start + 4]) for start in range(len(words) - 3)}


def _everywhere(client: Client, *further: str) -> dict[str, str]:
    """Every public address that a reader comes to by links, with what stands there."""
    waiting = ["/", "/sitemap.xml", "/api/v1/", "/data/", "/feeds/recommendations.atom", *further]
    waiting += [f"/recommendations/export.{one}" for one in _FORMATS]
    waiting += [f"/api/v1/{one}/?page_size=100" for one in ("recommendations", "meetings", "documents", "topics")]
    found: dict[str, str] = {}
    while waiting:
        address = waiting.pop()
        if address not in found:
            text = _got(client, address)
            found[address] = _plain(text)
            waiting += _links(text)
    return found


def test_the_words_of_what_is_not_published_stand_nowhere(client: Client, archive: None) -> None:
    """A recommendation that was withdrawn, a document that is a draft yet."""
    document = Document.objects.exclude(paragraphs=None).order_by("pk").first()
    assert document is not None
    row = Recommendation.objects.exclude(document=document).order_by("pk").last()
    assert row is not None
    texts = [row.text, *Paragraph.objects.filter(document=document).values_list("text", flat=True)]
    texts += Recommendation.objects.filter(document=document).values_list("text", flat=True)
    rare = next(word for word in row.text.split()[::-1] if len(word) > 5)
    asked = (
        f"/recommendations/?q={quote(rare)}",
        f"/recommendations/?q={quote(' '.join(row.text.split()[:6]))}",
        f"/en/recommendations/{row.locator}/",
        f"/en/documents/{document.slug}/",
        f"/documents/?q={quote(' '.join(texts[1].split()[:5]))}",
        f"/suggestions?q={quote(rare[:4])}",
        f"/list/?items={row.locator}",
        f"/compare/?a={row.locator}",
        f"/recommendations/{row.locator}/",
        f"/recommendations/{row.locator}/lineage/",
        f"/recommendations/{row.locator}/export.docx",
        f"/documents/{document.slug}/",
        f"/api/v1/recommendations/{row.locator}/",
        f"/api/v1/documents/{document.slug}/",
        f"/recommendations/export.json?items={row.locator}",
    )
    _set(Published.State.WITHDRAWN, row)
    _set(Published.State.DRAFT, document)
    public = " ".join(
        " ".join(text.split())
        for text in (
            *Recommendation.objects.public().values_list("text", flat=True),
            *Paragraph.objects.public().values_list("text", flat=True),
        )
    )
    # What a reader types himself is shown back to him.
    typed = {phrase for address in asked for phrase in _phrases(unquote(address.rpartition("=")[2]))}
    hidden = {phrase for text in texts for phrase in _phrases(text) if phrase not in public} - typed
    assert len(hidden) > 20
    found = _everywhere(client, *asked)
    # The whole specimen: pages of records in both languages, their files, their feeds.
    assert len(found) > 100
    # Packed files were opened: a text that everybody may read is in each of them.
    shown = _phrases(Recommendation.objects.public().order_by("pk")[0].text)
    packed = [f"/recommendations/export.{one}" for one in _FORMATS]
    packed += ["/data/archive.sqlite3.gz", "/data/archive.jsonl.gz"]
    assert [address for address in packed if not shown & _phrases(found[address])] == []
    leaks = {address: sorted(shown)[:3] for address, text in found.items() if (shown := hidden & _phrases(text))}
    assert leaks == {}


def test_what_is_published_again_is_there_again(client: Client, archive: None) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    before = _found(client, row)
    assert before == (200, 200, True)
    _set(Published.State.WITHDRAWN, row)
    assert _found(client, row) == (410, 410, False)
    _set(Published.State.DRAFT, row)
    assert _found(client, row) == (404, 404, False)
    _set(Published.State.PUBLISHED, row)
    assert _found(client, row) == before
    assert (row.withdrawn_at, row.withdrawn_because) == (None, "")


def _found(client: Client, row: Recommendation) -> tuple[int, int, bool]:
    page = client.get(f"/recommendations/{row.locator}/").status_code
    record = client.get(f"/api/v1/recommendations/{row.locator}/").status_code
    words = quote(" ".join(row.text.split()[:8]))
    listed = json.loads(client.get(f"/api/v1/recommendations/?q={words}").content)["results"]
    return page, record, row.locator in [one["locator"] for one in listed]


def test_a_withdrawn_record_says_what_stood_there_and_why(client: Client, archive: None) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    _set(Published.State.WITHDRAWN, row)
    row.refresh_from_db()
    assert row.withdrawn_at is not None
    page = _plain(_got(client, f"/recommendations/{row.locator}/"))
    assert f"كان في هذا الرابط: {row.title}، {row.meeting.title}" in page
    assert "السبب: نُشرت قبل أوانها" in page
    told = json.loads(client.get(f"/api/v1/recommendations/{row.locator}/").content)
    day = row.withdrawn_at.date().isoformat()
    name = f"{row.title}، {row.meeting.title} — {row.meeting.body.name_ar}"
    assert told == {"errors": {"state": [f"سُحب من الأرشيف في {day}: {name}. السبب: نُشرت قبل أوانها"]}}


def test_a_withdrawn_meeting_takes_its_recommendations_with_it(client: Client, archive: None) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    _set(Published.State.WITHDRAWN, row.meeting)
    statuses = {
        address: client.get(address).status_code
        for address in (f"/meetings/{row.meeting.slug}/", f"/recommendations/{row.locator}/", "/meetings/")
    }
    assert list(statuses.values()) == [410, 410, 200]
    assert not Recommendation.objects.public().filter(meeting=row.meeting).exists()
    assert Meeting.objects.filter(pk=row.meeting_id).exists()


def test_staff_see_the_draft_with_its_state(client: Client, archive: None) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    _set(Published.State.DRAFT, row)
    client.force_login(User.objects.create_user("amina", password="x", is_staff=True))
    page = client.get(f"/recommendations/{row.locator}/")
    assert (page.status_code, "مسودة" in page.content.decode()) == (200, True)
    record = client.get(f"/api/v1/recommendations/{row.locator}/")
    assert (record.status_code, json.loads(record.content)["state"]) == (200, "draft")


def test_a_word_that_stood_in_a_withdrawn_text_alone_is_suggested_no_more(client: Client, archive: None) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    with following() as doing:
        row.chapeau = row.text = f"{row.chapeau} زنبركات"
        from archive.record.saving import save_row

        doing.add(save_row(row))
    assert "زنبركات" in _got(client, f"/suggestions?q={quote('زنبر')}")
    _set(Published.State.WITHDRAWN, row)
    assert "زنبركات" not in _got(client, f"/suggestions?q={quote('زنبر')}")
    assert "زنبركات" not in _got(client, f"/recommendations/?q={quote('زنبركاتت')}").replace("زنبركاتت", "")


def test_nothing_leads_to_a_draft(client: Client, archive: None) -> None:
    """Links of what is public, to the recommendation, the meeting and the document that it cites or belongs to."""
    base = Document.objects.exclude(source_file="").order_by("pk").first()
    paper = Document.objects.exclude(source_file="").order_by("pk").last()
    assert base is not None and paper is not None and base != paper
    Document.objects.filter(pk=paper.pk).update(relates_to=base, relation="addendum", relation_symbol="X/1")
    row = Recommendation.objects.exclude(document=base).order_by("pk").first()
    cited = Recommendation.objects.exclude(meeting=row.meeting).order_by("pk").last() if row else None
    assert row is not None and cited is not None
    for kind, target in (
        ("recommendation", {"cited_recommendation": cited}),
        ("meeting", {"cited_meeting": cited.meeting}),
        ("document", {"cited_document": base}),
    ):
        Citation.objects.create(recommendation=row, kind=kind, text="كما ورد", origin="staff", **target)
    addresses = [row.get_absolute_url(), paper.get_absolute_url(), f"/api/v1/documents/{paper.slug}/"]
    hidden: list[Published] = [cited, cited.meeting, base]
    raise_data_version()
    before = [_got(client, address) for address in addresses]
    assert [one.get_absolute_url() in before[0] for one in hidden] == [True] * 3  # type: ignore[attr-defined]
    assert base.slug in before[2]
    for one in hidden:
        _set(Published.State.DRAFT, one)
    after = [_got(client, address) for address in addresses]
    links = [f'href="{one.get_absolute_url()}' for one in hidden]  # type: ignore[attr-defined]
    assert [link for link in links for page in after[:2] if link in page] == []
    assert json.loads(after[2])["relation"]["document"] is None


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_withdrawn_without_a_reason(archive: None, because: str) -> None:
    row = Recommendation.objects.order_by("pk").first()
    assert row is not None
    with pytest.raises(ValueError, match="اذكر سبب السحب"):
        withdraw([row], because)
    row.refresh_from_db()
    assert row.state == Published.State.PUBLISHED
