"""A family that is added to the list: its paper is loaded, shown, given out, edited; nothing else is told of it."""

from pathlib import Path

import pytest
from django.test import Client

from archive.loading.archive import load_archive
from archive.loading.changes import Refusal
from archive.models import Document
from archive.parsing import families
from tests.admin.forms import complaints, filled_in
from tests.factories import make_user
from tests.parsing.minutes import MINUTES, MINUTES_TEXT
from tests.views.page import Page

pytestmark = pytest.mark.django_db

SLUG = "ctoc-cop-wg7.10"


@pytest.fixture(autouse=True)
def minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "FAMILIES", (*families.FAMILIES, MINUTES))


@pytest.fixture
def document(tmp_path: Path) -> Document:
    (tmp_path / "minutes.txt").write_text(MINUTES_TEXT)
    report = load_archive([tmp_path])
    assert [(one.file, one.status) for one in report.documents] == [("minutes.txt", "created")]
    return Document.objects.get(source_file="minutes.txt")


def test_its_paper_becomes_rows(document: Document) -> None:
    assert (document.kind, document.meeting and document.meeting.slug) == ("minutes", SLUG)
    # the second sitting counts anew, so its items are a series of their own
    assert list(document.recommendations.order_by("locator").values_list("locator", "text")) == [
        (f"{SLUG}.2", "قرر الفريق العامل أن يحفظ القنوات."),
        (f"{SLUG}.s2-1", "قرر الفريق العامل أن ينشر القياس."),
    ]


@pytest.mark.parametrize(("start", "name"), [("", "محضر"), ("/en", "Minutes")])
def test_its_pages_call_it_by_its_name(client: Client, document: Document, start: str, name: str) -> None:
    page = Page(client.get(f"{start}{document.get_absolute_url()}"))
    assert [words.split("،")[0].split(",")[0] for words in page.words("p", class_="where")] == [name]
    shelf = Page(client.get(f"{start}/documents/"))
    assert [words.split("،")[0].split(",")[0] for words in shelf.words("span", class_="what")] == [name]


def test_json_has_its_code(client: Client, document: Document) -> None:
    assert client.get(f"/api/v1/documents/{document.slug}/").json()["kind"] == "minutes"
    assert [row["kind"] for row in client.get("/api/v1/documents/").json()["results"]] == ["minutes"]


def test_staff_find_and_choose_it_by_its_name(client: Client, document: Document) -> None:
    client.force_login(make_user("salma"))
    listed = client.get("/admin/archive/document/", {"kind__exact": "minutes"})
    assert [row.pk for row in listed.context["cl"].result_list] == [document.pk]
    assert Page(listed).words("td", class_="field-kind_name") == ["محضر"]

    address = f"/admin/archive/document/{document.pk}/change/"
    form = client.get(address)
    assert dict(form.context["adminform"].form.fields["kind"].choices)["minutes"] == "محضر"
    assert client.post(address, filled_in(form, kind="meeting-report")).status_code == 302
    document.refresh_from_db()
    assert document.kind == "meeting-report"


def test_a_kind_that_no_family_has_is_refused(client: Client, document: Document, tmp_path: Path) -> None:
    client.force_login(make_user("salma"))
    address = f"/admin/archive/document/{document.pk}/change/"
    answer = client.post(address, filled_in(client.get(address), kind="letter"))
    assert complaints(answer) == {"kind": ["انتق خياراً صحيحاً. letter ليس أحد الخيارات المتاحة."]}

    manifest = tmp_path / "manifest.toml"
    manifest.write_text('[[source]]\nfile = "minutes.txt"\nkind = "letter"\n')
    with pytest.raises(Refusal) as refusal:
        load_archive([tmp_path])
    assert str(refusal.value).removeprefix(f"{tmp_path}: ") == (
        "manifest.toml، [[source]] رقم 1: يأخذ المفتاح «kind» إحدى القيم: "
        f"{'، '.join(families.kinds_of())}. صحّح قيمته."
    )
    manifest.write_text('[[source]]\nfile = "minutes.txt"\nkind = "minutes"\n')
    assert [one.status for one in load_archive([tmp_path]).documents] == ["unchanged"]
