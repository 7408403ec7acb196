"""Taking papers in at the desk: from the file to the public page; what is refused costs nothing."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from archive.admin.roles import ROLES
from archive.admin.taking_in.forms import asked_of
from archive.derivations.by_hand import save_by_hand
from archive.derivations.undoing import undo
from archive.loading.archive import load_archive
from archive.loading.taking_in.handing_in import LARGEST
from archive.loading.taking_in.work import STALE
from archive.models import (
    Batch,
    Conflict,
    Document,
    Errand,
    ImportRun,
    LanguageText,
    Meeting,
    Recommendation,
    Upload,
)
from archive.sources.reader import Unreadable, source_text
from tests import surroundings
from tests.factories import make_user
from tests.sources.pdf_files import page_of as page_of_pdf
from tests.sources.pdf_files import pdf
from tests.sources.test_hostile_files import HOSTILE

pytestmark = pytest.mark.django_db

SPECIMEN = Path(django_settings.BASE_DIR) / "sources"
REPORT = "report-of-the-fourth-meeting.txt"
OTHER = "technical-assistance.txt"
ADD = "/admin/archive/upload/add/"
State = Upload.State


@pytest.fixture(autouse=True)
def empty_sources(settings: Any, tmp_path: Path) -> Path:
    """A folder of sources with companions and no paper; the work is done within the request."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for name in ("manifest.toml", "errata.csv", "subjects.toml", "instruments.toml"):
        (folder / name).write_bytes((SPECIMEN / name).read_bytes())
    settings.ARCHIVE_SOURCES = folder
    settings.ARCHIVE_WORK_APART = False
    settings.ARCHIVE_WORK = tmp_path / "work"
    return folder


def bytes_of(name: str) -> bytes:
    return (SPECIMEN / name).read_bytes()


def hand_in(client: Client, name: str, data: bytes, **more: str) -> Any:
    sent = {"file": SimpleUploadedFile(name, data), "whole": "1", **more}
    return client.post(ADD, {name: value for name, value in sent.items() if value != ""})


def taken(client: Client, name: str, data: bytes) -> Upload:
    response = hand_in(client, name, data)
    upload: Upload = Upload.objects.latest("pk")
    assert (response.status_code, response.url) == (302, f"/admin/archive/upload/{upload.pk}/change/")
    return upload


def decide(client: Client, upload: Upload, what: str = "put_in", **sent: str) -> Upload:
    seen = Upload.objects.get(pk=upload.pk).plan_digest
    response = client.post(f"/admin/archive/upload/{upload.pk}/decide/", {"seen": seen, "what": what, **sent})
    assert (response.status_code, response["Location"]) == (302, f"/admin/archive/upload/{upload.pk}/change/")
    return Upload.objects.get(pk=upload.pk)


def as_shown(client: Client, upload: Upload, **typed: str) -> dict[str, str]:
    """What a browser sends of the form of facts, with some typed anew."""
    form = client.get(f"/admin/archive/upload/{upload.pk}/change/").context["form"]
    shown = {bound.html_name: bound.value() for bound in form}
    return {name: str(value) for name, value in {**shown, **typed}.items() if value not in (None, "", False)}


def page_of(client: Client, upload: Upload) -> str:
    response = client.get(f"/admin/archive/upload/{upload.pk}/change/")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def held() -> tuple[int, int, int]:
    return Document.objects.held().count(), Recommendation.objects.count(), ImportRun.objects.count()


def browser_of(role: str) -> Client:
    person = make_user(role)
    person.is_superuser = False
    person.save()
    person.groups.set(Group.objects.filter(name=role))
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=person.pk))
    return client


# From the file to the public page ------------------------------------------------------------------------------


def test_a_paper_goes_from_the_file_to_the_public_page_and_loads_with_the_sources(
    staff: Client, empty_sources: Path
) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    assert (upload.state, upload.plan["status"], held()) == (State.PLANNED, "created", (0, 0, 0))
    assert upload.plan["counts"]["recommendation"] == {"created": 9}
    assert (upload.plan["file"], upload.plan["symbol"], upload.plan["job_number"]) == (REPORT, "", "X.34-01234")
    shown = page_of(staff, upload)
    assert "قُرئ ولم يُدخل بعد" in shown and "وثيقة جديدة" in shown and "التوصيات، جديد: 9" in shown
    upload = decide(staff, upload)
    assert (upload.state, held()) == (State.APPLIED, (1, 9, 1))
    document = upload.document
    assert document is not None and (document.source_file, document.source_sha256) == (REPORT, upload.sha256)
    assert staff.get(document.get_absolute_url()).status_code == 200
    assert f'href="{document.get_absolute_url()}"' in page_of(staff, upload)
    batch = Batch.objects.get(run=upload.run)
    assert (batch.act, batch.by, batch.said) == (Batch.Act.LOAD, User.objects.get(username="salma"), REPORT)
    # The folder knows nothing of the paper, and a load of it loses and changes nothing.
    (empty_sources / OTHER).write_bytes(bytes_of(OTHER))
    report = load_archive([empty_sources], with_uploads=True)
    assert {one.file: one.status for one in report.documents} == {REPORT: "unchanged", OTHER: "created"}
    again = load_archive([empty_sources], with_uploads=True)
    assert {name for counts in again.outcomes().values() for name, count in counts.items() if count} == {"unchanged"}


def test_what_was_taken_in_is_undone_as_one_and_does_not_come_back_with_the_next_load(
    staff: Client, empty_sources: Path
) -> None:
    upload = decide(staff, taken(staff, REPORT, bytes_of(REPORT)))
    told = "تُرُوجع عن إدخال هذا الملف"
    assert told not in page_of(staff, upload)
    undo(Batch.objects.get(run=upload.run))
    assert held()[:2] == (0, 0)
    assert told in page_of(staff, upload)
    (empty_sources / OTHER).write_bytes(bytes_of(OTHER))
    report = load_archive([empty_sources], with_uploads=True)
    assert [one.file for one in report.documents] == [OTHER]


def test_the_folder_s_file_gives_way_to_the_one_taken_in_until_a_newer_one_lies_there(
    staff: Client, empty_sources: Path
) -> None:
    (empty_sources / REPORT).write_bytes(bytes_of(REPORT))
    load_archive([empty_sources])
    newer = bytes_of(REPORT).decode("utf-8-sig").replace("مرتين في اليوم", "ثلاث مرات في اليوم").encode()
    upload = taken(staff, REPORT, newer)
    assert upload.plan["status"] == "updated"
    (changed,) = [one for one in upload.plan["changed"] if one["kind"] == "recommendation"]
    assert "ثلاث" in str(changed["fields"]) and "مرتين" in str(changed["fields"])
    assert "<ins>" in page_of(staff, upload)
    assert decide(staff, upload).state == State.APPLIED
    assert Recommendation.objects.filter(chapeau__contains="ثلاث مرات في اليوم").count() == 1
    report = load_archive([empty_sources], with_uploads=True)
    assert (report.replaced, [one.status for one in report.documents]) == ([REPORT], ["unchanged"])
    newest = bytes_of(REPORT).decode("utf-8-sig").replace("مرتين في اليوم", "أربع مرات في اليوم").encode()
    (empty_sources / REPORT).write_bytes(newest)
    report = load_archive([empty_sources], with_uploads=True)
    assert (report.replaced, [one.status for one in report.documents]) == ([], ["updated"])
    assert Recommendation.objects.filter(chapeau__contains="أربع مرات في اليوم").count() == 1


def test_a_paper_in_english_joins_the_arabic_one_and_takes_no_file_s_place(
    staff: Client, empty_sources: Path
) -> None:
    compendium = "compendium-of-three-meetings.txt"
    (empty_sources / compendium).write_bytes(bytes_of(compendium))
    load_archive([empty_sources])
    english = "compendium-of-three-meetings.en.txt"
    upload = taken(staff, english, (SPECIMEN / "en" / english).read_bytes())
    shown = page_of(staff, upload)
    assert "<strong>نسخة بلغة أخرى من وثيقة محفوظة بالعربية</strong>" in shown and "وثيقة جديدة" not in shown
    assert '<p dir="auto">' in shown
    upload = decide(staff, upload)
    assert (upload.state, upload.replaced, upload.plan["symbol"]) == (State.APPLIED, [], "XLIB/CONF/WG.2/2034/5")
    assert LanguageText.objects.filter(recommendation__isnull=False).count() == 18
    report = load_archive([empty_sources], with_uploads=True)
    assert {told.file: told.status for told in report.documents} == {compendium: "unchanged", english: "unchanged"}


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"state": "withdrawn", "withdrawn_because": "خطأ", "withdrawn_at": timezone.now()}, "مسحوبة"),
        ({"state": "draft"}, "مسودة"),
    ],
    ids=["withdrawn", "draft"],
)
def test_a_paper_whose_document_readers_do_not_see_says_so_before_and_after(
    staff: Client, facts: dict[str, Any], word: str
) -> None:
    document = decide(staff, taken(staff, REPORT, bytes_of(REPORT))).document
    assert document is not None
    Document.objects.filter(pk=document.pk).update(**facts)
    newer = bytes_of(REPORT).decode("utf-8-sig").replace("مرتين في اليوم", "ثلاث مرات في اليوم").encode()
    upload = taken(staff, REPORT, newer)
    for _time in range(2):
        shown = page_of(staff, upload)
        assert f"الوثيقة المحفوظة {word}: لا يرى القراء ما يُدخل من هذا الملف" in shown
        assert "اقرأ الوثيقة على الموقع" not in shown
        upload = decide(staff, upload)
    assert upload.state == State.APPLIED
    assert Document.objects.get(pk=document.pk).state == facts["state"]


def test_a_report_leads_to_the_provisional_list_that_it_meets(staff: Client, empty_sources: Path) -> None:
    compendium = "compendium-of-three-meetings.txt"
    (empty_sources / compendium).write_bytes(bytes_of(compendium))
    load_archive([empty_sources])
    meeting = Meeting.objects.get(body__symbol="XLIB/CONF/WG.2", number=4)
    address = f"/admin/provisional/{meeting.slug}/"
    text = {"text": "1- ينبغي للدول أن ترسم خرائط جديدة.", "state": "published"}
    seen = staff.post(address, {**text, "read": "1"}).context["preview"].seen
    staff.post(address, {**text, "save": "1", "seen": seen})
    upload = taken(staff, REPORT, bytes_of(REPORT))
    told = f'<a href="{address}report/">ضم التقرير</a> بعد الإدخال'
    assert told in page_of(staff, upload)
    upload = decide(staff, upload)
    key = f'<a class="button default" href="{address}report/">ضم التقرير إلى القائمة المؤقتة</a>'
    assert key in page_of(staff, upload)
    Conflict.objects.update(state="kept")
    assert key not in page_of(staff, upload)


def test_a_doubtful_pdf_asks_for_a_person_s_word_in_the_form_and_goes_in_with_it(staff: Client) -> None:
    lines = [line for line in bytes_of(REPORT).decode("utf-8-sig").splitlines() if line.strip()]
    pages = [page_of_pdf(lines[at : at + 10]) for at in range(0, len(lines), 10)]
    upload = taken(staff, "report.pdf", pdf(pages, mode=3))
    assert (upload.state, held()) == (State.ASKS, (0, 0, 0))
    shown = page_of(staff, upload)
    assert "فاختر «اجعل هذا الملف مصدر الوثيقة» في حقائق الغلاف أدناه" in shown
    assert re.findall(r'<div class="fact asked">.*?name="(\w+)"', shown)[-1] == "accept"
    assert re.findall(r"load_archive|inspect_source|--accept|manifest", shown) == []
    facts = {"body": "XLIB/CONF/WG.2", "kind": "meeting-report", "meeting_number": "4"}
    upload = decide(staff, upload, "answer", **as_shown(staff, upload, accept="on", **facts))
    assert upload.state == State.PLANNED
    assert "accept" not in asked_of(upload)


def test_lines_stand_beside_the_structure_with_furniture_and_problems_marked(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    lines = upload.reading["lines"]
    assert [line[0] for line in lines] == list(range(1, len(lines) + 1))
    assert [line[1] for line in lines] == list(source_text(REPORT, bytes_of(REPORT)).lines)
    assert {line[2] for line in lines} >= {"masthead", "heading", "paragraph", "furniture"}
    questioned = {line[0] for line in lines if line[4]}
    assert questioned == {one["line"] for one in upload.reading["problems"] if one["line"]}
    shown = page_of(staff, upload)
    assert all(f'id="l{number}"' in shown for number in questioned)
    assert 'class="furniture' in shown and "من الصفحة لا من النص" in shown


@pytest.mark.parametrize("source", range(5))
def test_each_real_source_is_read_and_planned_for_an_empty_archive(
    staff: Client, settings: Any, source: int, real_sources: Path
) -> None:
    settings.ARCHIVE_SOURCES = real_sources
    file = sorted(real_sources.glob("*.txt"))[source]
    upload = taken(staff, file.name, file.read_bytes())
    assert (upload.state, upload.plan["status"]) == (State.PLANNED, "created")
    known = {name: upload.reading["facts"]["sure"].get(name, "") for name in ("symbol", "job_number")}
    assert {name: upload.plan[name] for name in known} == known
    numbers = {0: ("paragraph", 75), 1: ("recommendation", 149), 2: ("recommendation", 22), 3: ("paragraph", 91)}
    kind, count = numbers.get(source, ("paragraph", 63))
    assert upload.plan["counts"][kind] == {"created": count}
    assert page_of(staff, upload).count('<li id="l') <= 600


# Answers -------------------------------------------------------------------------------------------------------


def test_a_paper_that_asks_is_read_with_the_answer_and_the_answer_stays_with_it(
    staff: Client, empty_sources: Path
) -> None:
    text = bytes_of(REPORT).decode("utf-8-sig")
    nameless = text.replace("الفريق العامل المعني بحماية المكتبات الساحلية", "فريق الخبراء").encode()
    upload = taken(staff, "handed.txt", nameless)
    assert (upload.state, held()) == (State.ASKS, (0, 0, 0))
    shown = page_of(staff, upload)
    assert "لم تُعرف الهيئة التي اعتمدت هذه التوصيات. اذكرها في حقائق الغلاف أدناه." in shown
    assert 'class="fact asked"' in shown and 'name="what" value="put_in"' not in shown
    upload = decide(staff, upload, "answer", **as_shown(staff, upload, body="XLIB/CONF/WG.2"))
    # What was left as it was read is not stated.
    assert (upload.state, upload.answers) == (State.PLANNED, {"body": "XLIB/CONF/WG.2"})
    upload = decide(staff, upload)
    rows = Recommendation.objects.filter(meeting__body__symbol="XLIB/CONF/WG.2")
    assert (upload.state, rows.count()) == (State.APPLIED, 9)
    report = load_archive([empty_sources], with_uploads=True)  # a folder without papers is no fault then
    assert ([(one.file, one.status) for one in report.documents], report.refused) == ([("handed.txt", "unchanged")], [])


def test_a_wrong_answer_is_shown_at_its_field_and_nothing_is_read_anew(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    sent = {"what": "answer", "meeting_number": "0", "date": "غداً", "relation_symbol": "X/1"}
    response = staff.post(f"/admin/archive/upload/{upload.pk}/decide/", sent)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"meeting_number", "date", "relation"}
    assert Upload.objects.get(pk=upload.pk).answers == {}


def test_the_day_is_typed_and_shown_in_words(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    upload = decide(staff, upload, "answer", **as_shown(staff, upload, date="5 أيلول/سبتمبر 2034"))
    assert upload.answers == {"date": "2034-09-05"}
    form = staff.get(f"/admin/archive/upload/{upload.pk}/change/").content.decode()
    assert 'value="5 أيلول/سبتمبر 2034"' in form


# Bound to the state --------------------------------------------------------------------------------------------


def test_a_plan_of_an_archive_that_has_changed_is_made_anew_and_not_applied(staff: Client) -> None:
    first, second = taken(staff, REPORT, bytes_of(REPORT)), taken(staff, OTHER, bytes_of(OTHER))
    assert decide(staff, first).state == State.APPLIED
    before = held()
    second = decide(staff, second)
    assert (second.state, second.reason, held()) == (State.PLANNED, STALE, before)
    assert STALE in page_of(staff, second)
    assert decide(staff, second).state == State.APPLIED


def test_staff_who_edit_meanwhile_make_a_plan_stale_and_their_word_stands(staff: Client) -> None:
    decide(staff, taken(staff, REPORT, bytes_of(REPORT)))
    newer = bytes_of(REPORT).decode("utf-8-sig").replace("مرتين في اليوم", "ثلاث مرات في اليوم").encode()
    upload = taken(staff, REPORT, newer)
    row = Recommendation.objects.get(chapeau__contains="مرتين في اليوم")
    row.chapeau = "ينبغي للدول أن تقيس الرطوبة."
    save_by_hand(row, typed=["chapeau"])
    upload = decide(staff, upload)
    assert (upload.state, upload.reason) == (State.PLANNED, STALE)
    (conflict,) = upload.plan["conflicts"]
    assert (conflict["held"], conflict["field"]) == ("ينبغي للدول أن تقيس الرطوبة.", "chapeau")
    assert "تعارضات: 1" in page_of(staff, upload)
    assert decide(staff, upload).state == State.APPLIED
    row.refresh_from_db()
    assert (row.chapeau, Conflict.objects.filter(state="open").count()) == ("ينبغي للدول أن تقيس الرطوبة.", 1)


def test_a_plan_is_applied_once_whoever_presses_again(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    seen = upload.plan_digest
    assert decide(staff, upload).state == State.APPLIED
    response = staff.post(
        f"/admin/archive/upload/{upload.pk}/decide/", {"seen": seen, "what": "put_in"}, follow=True
    )
    assert "أُدخل هذا الملف من قبل؛ ولا يُدخل مرتين." in response.content.decode()
    assert held() == (1, 9, 1)
    under_way = taken(staff, OTHER, bytes_of(OTHER))
    Upload.objects.filter(pk=under_way.pk).update(state=State.APPLYING)
    response = staff.post(
        f"/admin/archive/upload/{under_way.pk}/decide/", {"seen": under_way.plan_digest, "what": "put_in"}, follow=True
    )
    assert "يُدخل هذا الملف في الأرشيف الآن؛ ولا يُدخل مرتين." in response.content.decode()
    assert held() == (1, 9, 1)


def test_a_plan_that_was_not_shown_is_not_applied(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    for seen in ("", "0" * 24):
        staff.post(f"/admin/archive/upload/{upload.pk}/decide/", {"seen": seen, "what": "put_in"})
    assert (Upload.objects.get(pk=upload.pk).state, held()) == (State.PLANNED, (0, 0, 0))


def test_what_is_left_changes_nothing_and_may_be_read_again(staff: Client) -> None:
    upload = decide(staff, taken(staff, REPORT, bytes_of(REPORT)), "leave")
    assert (upload.state, held(), bool(upload.data)) == (State.LEFT, (0, 0, 0), True)
    assert decide(staff, upload, "put_in").state == State.LEFT
    assert decide(staff, upload, "again").state == State.PLANNED


def test_what_is_at_work_shows_how_far_it_is_and_no_key(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    for state, stage, said in (
        (State.READING, "reading", "يُقرأ — تُقرأ الأسطر وتُعرف بنيتها …"),
        (State.READING, "planning", "يُقرأ — يُقارَن بما في الأرشيف …"),
        (State.APPLYING, "applying", "يُدخل الآن — يُدخل في الأرشيف ويُحسب ما يتبعه …"),
    ):
        Upload.objects.filter(pk=upload.pk).update(state=state, stage=stage)
        shown = page_of(staff, upload)
        assert said in shown.replace("</strong>", "").replace("<strong>", "")
        assert ('http-equiv="refresh" content="1"' in shown, 'name="what"' in shown) == (True, False)


def test_what_waits_stands_on_the_first_page_with_the_list_of_just_these(staff: Client) -> None:
    taken(staff, REPORT, bytes_of(REPORT))
    decide(staff, taken(staff, OTHER, bytes_of(OTHER)), "leave")
    assert 'href="/admin/archive/upload/?waits=1"><b>1</b>' in " ".join(staff.get("/admin/").content.decode().split())
    rows = staff.get("/admin/archive/upload/?waits=1").context["cl"].result_list
    assert [row.name for row in rows] == [REPORT]


def test_work_whose_process_has_died_is_shown_as_not_done(staff: Client) -> None:
    upload = taken(staff, REPORT, bytes_of(REPORT))
    Upload.objects.filter(pk=upload.pk).update(state=State.APPLYING, at=timezone.now() - timedelta(minutes=1))
    assert "توقف العمل قبل أن يتم، ولم يُكتب منه شيء في الأرشيف. أعد المحاولة." in page_of(staff, upload)
    assert (Upload.objects.get(pk=upload.pk).state, held()) == (State.FAILED, (0, 0, 0))
    assert decide(staff, upload, "again").state == State.PLANNED


# Bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, (_data, code) in HOSTILE.items() if code])
def test_a_file_that_the_reader_refuses_is_refused_with_its_sentence_and_not_kept(staff: Client, name: str) -> None:
    data = HOSTILE[name][0]
    with pytest.raises(Unreadable) as refusal:
        source_text("handed.docx", data)
    upload = taken(staff, "handed.docx", data)
    upload = Upload.objects.defer(None).get(pk=upload.pk)
    assert (upload.state, upload.reason, upload.data) == (State.REFUSED, refusal.value.sentence, None)
    assert held() == (0, 0, 0)
    shown = page_of(staff, upload)
    assert 'name="what"' not in shown
    assert staff.get(f"/admin/archive/upload/{upload.pk}/file/").status_code == 404


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"])
def test_an_empty_file_and_a_picture_of_a_paper_are_refused(staff: Client, data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        source_text("a.pdf", data)
    upload = taken(staff, "a.pdf", data)
    assert (upload.state, upload.reason) == (State.REFUSED, refusal.value.sentence)


class Unread(io.RawIOBase):
    """What nobody may read."""

    def read(self, *_size: int) -> bytes:
        raise AssertionError("it was read")


def test_a_gigabyte_is_refused_before_any_of_it_is_read(staff: Client) -> None:
    response = staff.generic(
        "POST", ADD, b"", content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(10**9), "wsgi.input": Unread()},
    )  # fmt: skip
    assert response.status_code == 413
    assert f"حجم الملف يتجاوز {LARGEST // 1_000_000} ميغابايت" in response.content.decode()
    assert Upload.objects.count() == 0


def test_an_upload_that_was_cut_off_keeps_nothing(staff: Client) -> None:
    head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n'
    cut = head.encode() + bytes_of(REPORT)[:500]
    response = staff.generic("POST", ADD, cut, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 422
    assert "انقطع الإرسال قبل أن يصل الملف كله، فلم يُحفظ منه شيء. أعد إرساله." in response.content.decode()
    assert Upload.objects.count() == 0


def test_no_file_and_names_that_are_none_are_told(staff: Client) -> None:
    assert "لم يصل ملف." in staff.post(ADD, {"whole": "1"}).content.decode()
    for name, sentence in {
        ".hidden.txt": "اسم الملف لا يصلح",
        "errata.csv": "«errata.csv» ملف يرافق المصادر وليس وثيقة",
        "manifest.toml": "«manifest.toml» ملف يرافق المصادر وليس وثيقة",
    }.items():
        response = hand_in(staff, name, bytes_of(REPORT))
        assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert Upload.objects.count() == 0
    assert taken(staff, "a\u202ecod.txt", bytes_of(REPORT)).name == "acod.txt"


def test_the_same_bytes_twice_lead_to_the_one_that_waits(staff: Client) -> None:
    first = taken(staff, REPORT, bytes_of(REPORT))
    response = hand_in(staff, "another.txt", bytes_of(REPORT))
    assert (response.status_code, response.url) == (302, f"/admin/archive/upload/{first.pk}/change/")
    assert Upload.objects.count() == 1
    assert "هذا الملف نفسه سُلّم من قبل وينتظر القرار؛ هذه صفحته." in page_of(staff, first)
    decide(staff, first)
    again = taken(staff, REPORT, bytes_of(REPORT))  # what is in already may be handed in, and changes nothing
    assert (again.plan["status"], again.plan["writes"]) == ("unchanged", False)


def test_another_text_of_a_paper_becomes_conflicts_and_its_source_on_staff_s_word(
    staff: Client, empty_sources: Path
) -> None:
    name = "compendium-of-three-meetings.txt"
    (empty_sources / name).write_bytes(bytes_of(name))
    load_archive([empty_sources])
    before = list(Recommendation.objects.order_by("pk").values_list("chapeau", flat=True))
    word = before[0].split()[0]
    text = bytes_of(name).decode("utf-8-sig")
    assert text.count(word)
    upload = taken(staff, "other.txt", text.replace(word, f"{word} كلها").encode())
    sent = {"body": "XLIB/CONF/WG.2", "symbol": "XLIB/CONF/WG.2/2034/5", "kind": "compendium"}
    upload = decide(staff, upload, "answer", **sent)
    assert (upload.state, upload.plan["status"], upload.plan["writes"]) == (State.PLANNED, "copy", False)
    assert len(upload.plan["conflicts"]) > 0
    upload = decide(staff, upload, "answer", **sent, accept="on")
    assert (upload.plan["status"], upload.plan["former_file"], upload.plan["conflicts"]) == ("updated", name, [])
    assert decide(staff, upload).state == State.APPLIED
    assert Recommendation.objects.order_by("pk").values_list("chapeau", flat=True)[0] == before[0].replace(
        word, f"{word} كلها"
    )
    report = load_archive([empty_sources], with_uploads=True)
    assert (report.replaced, {one.file: one.status for one in report.documents}) == ([name], {"other.txt": "unchanged"})
    assert Conflict.objects.filter(state="open").count() == 0


def test_no_address_that_is_sent_along_is_followed(staff: Client) -> None:
    for address in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        response = hand_in(staff, REPORT, bytes_of(REPORT), next=address)
        upload = Upload.objects.latest("pk")
        assert response.url == f"/admin/archive/upload/{upload.pk}/change/"
        decide(staff, upload, "leave", next=address)
        Upload.objects.all().delete()


def test_the_file_comes_back_as_it_was_handed_in_and_never_as_a_page(staff: Client) -> None:
    upload = taken(staff, "تقرير.txt", bytes_of(REPORT))
    response = staff.get(f"/admin/archive/upload/{upload.pk}/file/")
    assert (response.content, response["Content-Type"]) == (bytes_of(REPORT), "application/octet-stream")
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%D8%AA")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_markup_in_a_file_and_in_its_name_is_text(staff: Client) -> None:
    data = bytes_of(REPORT).decode("utf-8-sig").replace("تشجّع الدول", "<script>alert(1)</script> تشجّع الدول").encode()
    upload = taken(staff, "<b>x<b>.txt", data)
    shown = page_of(staff, upload)
    assert "<script>alert(1)" not in shown and "&lt;script&gt;alert(1)" in shown and "<b>x" not in shown


# Roles ---------------------------------------------------------------------------------------------------------

MAY = {"viewer": False, "editor": True, "classifier": False, "publisher": True, "administrator": True}
MAY_SEND = {"viewer": False, "editor": False, "classifier": False, "publisher": True, "administrator": True}


@pytest.fixture
def waiting(staff: Client) -> Iterator[Upload]:
    yield taken(staff, REPORT, bytes_of(REPORT))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_what_its_task_needs(waiting: Upload, role: str) -> None:
    client, may = browser_of(role), MAY[role]
    at = f"/admin/archive/upload/{waiting.pk}"
    put_in = {"what": "put_in", "seen": waiting.plan_digest}
    answers = {
        "list": client.get("/admin/archive/upload/").status_code,
        "page": client.get(f"{at}/change/").status_code,
        "POST page": client.post(f"{at}/change/", {}).status_code,
        "form": client.get(ADD).status_code,
        "POST form": hand_in(client, OTHER, bytes_of(OTHER)).status_code,
        "file": client.get(f"{at}/file/").status_code,
        "GET decide": client.get(f"{at}/decide/").status_code,
        "decide": client.post(f"{at}/decide/", put_in).status_code,
        "delete": client.post(f"{at}/delete/", {"post": "yes"}).status_code,
        "errands": client.get("/admin/archive/errand/").status_code,
        "GET send": client.get("/admin/archive/errand/send/").status_code,
        "send": client.post("/admin/archive/errand/send/", {"act": "check"}).status_code,
    }
    assert answers == {
        "list": 200,
        "page": 200,
        "POST page": 403,
        "form": 200 if may else 403,
        "POST form": 302 if may else 403,
        "file": 200 if may else 403,
        "GET decide": 405,
        "decide": 302 if may else 403,
        "delete": 403,
        "errands": 200,
        "GET send": 405,
        "send": 302 if MAY_SEND[role] else 403,
    }
    assert Upload.objects.get(pk=waiting.pk).state == (State.APPLIED if may else State.PLANNED)
    assert (Upload.objects.count(), Errand.objects.count()) == (2 if may else 1, 1 if MAY_SEND[role] else 0)


def test_visitors_and_forms_without_their_token_are_sent_away(waiting: Upload) -> None:
    visitor = Client()
    for path in (ADD, f"/admin/archive/upload/{waiting.pk}/file/", "/admin/archive/errand/send/"):
        assert visitor.get(path).url.startswith("/admin/login/?next=/admin/")
        assert visitor.post(path).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="salma"))
    for path in (ADD, f"/admin/archive/upload/{waiting.pk}/decide/", "/admin/archive/errand/send/"):
        assert strict.post(path, {"what": "put_in", "seen": waiting.plan_digest}).status_code == 403
    assert (Upload.objects.get().state, Errand.objects.count()) == (State.PLANNED, 0)


# Errands -------------------------------------------------------------------------------------------------------


def send(client: Client, **sent: str) -> Errand:
    response = client.post("/admin/archive/errand/send/", sent)
    errand = Errand.objects.latest("pk")
    assert (response.status_code, response["Location"]) == (302, f"/admin/archive/errand/{errand.pk}/change/")
    assert client.get(response["Location"]).status_code == 200
    return errand


def test_the_sources_are_loaded_checked_accepted_and_indexed_by_keys(staff: Client, empty_sources: Path) -> None:
    (empty_sources / OTHER).write_bytes(bytes_of(OTHER))
    reloaded = send(staff, act="reload")
    assert (reloaded.state, held()[0]) == ("done", 1)
    assert f"{OTHER}: أُضيفت" in reloaded.told
    assert send(staff, act="check").state == "done"
    indexed = send(staff, act="rebuild")
    assert (indexed.state, indexed.told[0].startswith("نصوص في الفهرس: ")) == ("done", True)
    accepted = send(staff, act="accept", file=OTHER)
    assert (accepted.state, f"{OTHER}: بلا تغيير" in accepted.told) == ("done", True)
    shown = staff.get("/admin/archive/errand/").content.decode()
    assert "أعد تحميل المصادر" in shown and f"<option dir=\"ltr\">{OTHER}</option>" in shown


@pytest.mark.parametrize("sent", [{"act": "accept", "file": "../manifest.toml"}, {"act": "accept"}, {"act": "rm -rf"}])
def test_an_errand_that_is_none_is_refused_with_a_sentence(staff: Client, sent: dict[str, str]) -> None:
    response = staff.post("/admin/archive/errand/send/", sent, follow=True)
    shown = response.content.decode()
    assert "لا ملف بهذا الاسم في مجلد المصادر." in shown or "لم يُعرف المطلوب." in shown
    assert Errand.objects.count() == 0


def test_one_errand_at_a_time_and_one_that_died_is_told(staff: Client) -> None:
    running = Errand.objects.create(act="reload")
    staff.post("/admin/archive/errand/send/", {"act": "check"})
    assert Errand.objects.count() == 1
    Errand.objects.filter(pk=running.pk).update(at=timezone.now() - timedelta(minutes=1))
    assert send(staff, act="check").state == "done"
    running.refresh_from_db()
    assert (running.state, running.told) == (
        "failed", ["توقف العمل قبل أن يتم. ما لم يتم منه لم يُكتب؛ أعد المحاولة."]
    )  # fmt: skip


def test_the_specimen_s_folder_is_no_companion_of_real_papers(staff: Client, settings: Any) -> None:
    if surroundings.real_sources() is None:
        pytest.skip(surroundings.NO_SOURCES)
    real = surroundings.real_sources()
    assert real is not None
    load_archive([sorted(real.glob("004*.txt"))[0]])
    upload = taken(staff, OTHER, bytes_of(OTHER))
    assert (upload.state, "XLIB" in str(upload.reading["facts"])) == (State.PLANNED, False)
