"""From a meeting that is being held to its report, at the desk."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from archive.admin.provisional.merging import propose
from archive.admin.waiting import build_waiting
from archive.models import Batch, Conflict, Meeting, Recommendation
from tests import factories
from tests.loading.papers import GROUP, load, recommendation, report

pytestmark = pytest.mark.django_db

LIST = """1- ينبغي للدول أن تحفظ القنوات القديمة.
2- ينبغي للدول أن تنظر فيما يلي:
(أ) قياس الماء؛
(ب) نشر القياس.
3- تُدعى الدول إلى تقديم معلومات عن صيانة القنوات والسدود."""
PAGE = "/admin/provisional/itc-conf-wg1.4/"


@pytest.fixture
def meeting() -> Meeting:
    factories.make_state()
    return factories.make_meeting(4, body=factories.make_body(GROUP.symbol), start=None, end=None, place="")


def enter(client: Client, text: str = LIST, **more: Any) -> Any:
    """Reads the text, and saves it as it was shown."""
    shown = client.post(PAGE, {"text": text, "read": "1", **more})
    return client.post(PAGE, {"text": text, "save": "1", "seen": shown.context["preview"].seen, **more})


def held() -> list[tuple[int, str]]:
    return [(row.number, row.text) for row in Recommendation.objects.in_official_order()]


def test_a_meeting_that_is_being_held_is_made_with_the_next_number_of_its_body(staff: Client, meeting: Meeting):
    day = "30 تشرين الثاني/نوفمبر 2026"
    sent = {"body": meeting.body_id, "number": "", "place": "فيينا", "start": day, "state": "published"}
    done = staff.post("/admin/provisional/", sent)
    assert done["Location"] == "/admin/provisional/itc-conf-wg1.5/"
    made = Meeting.objects.get(number=5)
    assert (made.place, str(made.start), made.end, made.state) == ("فيينا", "2026-11-30", None, "published")
    again = staff.post("/admin/provisional/", {**sent, "number": "5"})
    assert again.status_code == 200
    assert "لهذه الهيئة اجتماع بهذا الرقم" in again.content.decode()


def test_what_is_read_is_shown_before_it_is_saved(staff: Client, meeting: Meeting):
    shown = staff.post(PAGE, {"text": LIST, "read": "1"})
    read = [(one.number, [item.label for item in one.subparagraphs]) for one in shown.context["preview"].read]
    assert (read, held()) == ([(1, []), (2, ["أ", "ب"]), (3, [])], [])
    done = enter(staff)
    assert (done["Location"], [number for number, _text in held()]) == (PAGE, [1, 2, 3])
    batch = Batch.objects.latest("pk")
    assert (batch.said, batch.by.username) == (f"قائمة مؤقتة: {meeting}", "salma")


def test_one_text_without_a_number_gets_the_next(staff: Client, meeting: Meeting):
    enter(staff)
    enter(staff, "ينبغي رسم الخرائط.")
    assert held()[-1] == (4, "ينبغي رسم الخرائط.")


def test_two_with_the_same_number_lose_nothing(staff: Client, meeting: Meeting):
    shown = staff.post(PAGE, {"text": "1- ينبغي رسم الخرائط.", "read": "1"})
    enter(staff)  # somebody else, meanwhile
    sent = {"text": "1- ينبغي رسم الخرائط.", "save": "1", "seen": shown.context["preview"].seen}
    answer = staff.post(PAGE, sent)
    assert answer.context["sentence"].startswith("تغيّر شيء منذ عُرض عليك ما قُرئ")
    assert (answer.context["text"], [row.number for row in answer.context["preview"].taken]) == (sent["text"], [1])
    counted = staff.post(PAGE, {**sent, "count_on": "1"})
    assert counted.context["text"] == "4- ينبغي رسم الخرائط."
    assert len(held()) == 3


def test_what_is_not_understood_is_asked_and_nothing_is_saved(staff: Client, meeting: Meeting):
    text = LIST.replace("(ب)", "(د)")
    assert enter(staff, text).status_code == 200
    shown = staff.post(PAGE, {"text": text, "read": "1"})
    (asked,) = shown.context["preview"].asked
    assert (asked.question.line, asked.question.text) == (4, "(د) نشر القياس.")
    assert held() == []
    enter(staff, text, so=asked.key)
    assert held()[1] == (2, "ينبغي للدول أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(د) نشر القياس.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "لم يُكتب شيء. اكتب توصية، أو الصق القائمة كلها."),
        (" \n\t", "لم يُكتب شيء. اكتب توصية، أو الصق القائمة كلها."),
        ("نص\n" * 10_000, "في النص أكثر من 1500 سطر؛ هذا أطول من قائمة اجتماع واحد. الصق قائمة هذا الاجتماع وحدها."),
        (
            f"{LIST}\n{LIST}",
            "عاد العدّ إلى أوله: هذه توصيات اجتماع آخر أو بند آخر. الصق كل قائمة وحدها.",
        ),
        (LIST.replace("3-", "2-"), "تكرر الرقم 2 في القائمة؛ صحّح أحد الرقمين."),
        (f"كلام\n{LIST}", "سطر لم يُعرف موضعه من التوصيات؛ احذفه أو صله بتوصيته."),
        (
            "<html><body>1- نص</body></html>",
            "هذه صفحة HTML محفوظة باسم ملف نصي. افتحها في المتصفح وانسخ نصها إلى ملف نصي بترميز UTF-8.",
        ),
        ("1- ينبغي <b>كذا</b>.", "في السطر علامات صفحة ويب؛ احذفها، أو أكّد أنها من النص."),
        (LIST.replace("2-", "5-").replace("3-", "6-"), "لا أثر للأرقام 2 إلى 4 في هذا التسلسل."),
    ],
)
def test_bad_input_gets_a_sentence_and_costs_nothing(staff: Client, meeting: Meeting, text: str, sentence: str):
    answer = staff.post(PAGE, {"text": text, "read": "1"})
    asked = [one.question.sentence for one in answer.context["preview"].asked]
    assert sentence in asked
    assert answer.context["text"] == text
    assert (answer.context["preview"].may_be_saved, held()) == (False, [])


def test_signs_that_turn_the_line_about_are_no_part_of_the_text(staff: Client, meeting: Meeting):
    enter(staff, "\u202e1- ينبغي\u2067 للدول\u200f كذا.\u202c")
    assert held() == [(1, "ينبغي للدول كذا.")]


def test_the_report_is_merged_at_the_desk(staff: Client, meeting: Meeting):
    enter(staff)
    assert [(one.what, one.count) for one in build_waiting() if "مؤقتة" in one.what] == [(f"نصوص مؤقتة: {meeting}", 3)]
    rows = (
        recommendation(1, "ينبغي للدول أن تحفظ القنوات القديمة."),
        recommendation(2, "ينبغي أن يُعقد اجتماع إضافي."),
        recommendation(3, "ينبغي للدول أن تنظر فيما يلي:", "قياس الماء؛", "نشر القياس وحفظه."),
        recommendation(4, "تُدعى الدول إلى تقديم معلومات عن صيانة القنوات والسدود."),
    )
    load(report(recommendations=rows))
    waiting = next(one for one in build_waiting() if one.what == f"ضم التقرير: {meeting}")
    assert (waiting.address, waiting.count, waiting.is_grave) == (f"{PAGE}report/", 2, True)
    assert [one.what for one in build_waiting() if one.what == "قيم متعارضة"] == []  # told once
    shown = staff.get(waiting.address)
    asked = shown.context["asked"]
    assert [(one.number, one.proposed and one.proposed.number) for one in asked] == [(2, None), (3, 2)]
    changed = [(piece.printed, piece.reading) for piece in asked[1].pieces if piece.changed]
    assert changed == [("", " وحفظه")]
    beside = {f"beside-{one.conflict.pk}": str(one.beside.pk) if one.beside else "" for one in asked}
    # Another text was chosen beside it: its difference is shown first.
    other = staff.post(waiting.address, {**beside, "do": "1", f"row-{asked[0].conflict.pk}": str(asked[1].beside.pk)})
    assert other.context["sentence"].startswith("غيّرت النص الذي يقابل رقماً")
    nothing = staff.post(waiting.address, {**beside, "do": "1"})
    assert nothing.context["sentence"].startswith("لم تقرر شيئاً بعد")
    done = staff.post(waiting.address, {**beside, "all": "1"})
    assert done["Location"] == PAGE
    assert [(row.number, row.text, row.is_provisional) for row in Recommendation.objects.in_official_order()] == [
        (1, "ينبغي للدول أن تحفظ القنوات القديمة.", False),
        (2, "ينبغي أن يُعقد اجتماع إضافي.", False),
        (3, "ينبغي للدول أن تنظر فيما يلي:\n(أ) قياس الماء؛\n(ب) نشر القياس وحفظه.", False),
        (4, "تُدعى الدول إلى تقديم معلومات عن صيانة القنوات والسدود.", False),
    ]


def test_a_text_that_has_a_number_of_the_report_and_nothing_else_of_it_can_be_withdrawn_there(
    staff: Client, meeting: Meeting
):
    enter(staff, "1- ينبغي للدول أن تحفظ القنوات القديمة.\n2- لعل الدول تودّ أن تعقد مشاورات سنوية.")
    offered = "تُدعى المكتبات إلى فهرسة خرائطها."
    first = recommendation(1, "ينبغي للدول أن تحفظ القنوات القديمة.")
    load(report(recommendations=(first, recommendation(2, offered))))
    shown = staff.get(f"{PAGE}report/")
    (asked,) = shown.context["asked"]
    row = Recommendation.objects.get(number=2)
    assert (asked.beside, asked.proposed, asked.is_by_number) == (row, None, True)
    assert [one.row for one in shown.context["left"]] == [row]
    content = " ".join(shown.content.decode().split())
    assert "إلى جانب النص المؤقت 2 (لأنه يحمل الرقم نفسه، ولا يشبهه). ما ليس في التقرير" in content
    assert "<del>لعل</del> <ins>تُدعى</ins>" in content  # two words, and not one
    sent = {f"beside-{asked.conflict.pk}": str(row.pk), f"row-{asked.conflict.pk}": str(row.pk), "do": "1"}
    sent |= {f"choice-{asked.conflict.pk}": "new", f"withdraw-{row.pk}": "on", "because": "لم تُعتمد."}
    assert staff.post(f"{PAGE}report/", sent)["Location"] == PAGE
    public = Recommendation.objects.public().in_official_order()
    assert [(one.number, one.text) for one in public] == [(1, "ينبغي للدول أن تحفظ القنوات القديمة."), (2, offered)]
    row.refresh_from_db()
    assert (row.state, row.withdrawn_because) == ("withdrawn", "لم تُعتمد.")


def test_what_a_report_says_of_a_list_is_decided_on_its_page_and_not_one_by_one(staff: Client, meeting: Meeting):
    enter(staff)
    load(report(recommendations=(recommendation(1, "ينبغي للدول أن تحفظ القنوات القديمة كلها."),)))
    conflict = Conflict.objects.get(locator="itc-conf-wg1.4.1")
    shown = staff.get(f"/admin/archive/conflict/{conflict.pk}/change/")
    content = shown.content.decode()
    assert (shown.context["choices_offered"], f'href="{PAGE}report/"' in content, "الصف كله" in content) == (
        {}, True, True,
    )  # fmt: skip
    before = held()
    staff.post("/admin/archive/conflict/", {"action": "take_offered", "_selected_action": [conflict.pk]})
    conflict.refresh_from_db()
    assert (held(), conflict.state) == (before, "open")


def test_marks_stand_apart_from_the_text_that_they_mark(staff: Client, meeting: Meeting):
    enter(staff, state="draft")
    content = " ".join(staff.get(PAGE).content.decode().split())
    assert '<span class="mark">نص مؤقت</span> <span class="mark">مسودة</span> ينبغي للدول أن تحفظ' in content
    assert 'الرئيسية</a> &rsaquo; <a href="/admin/provisional/">القوائم المؤقتة</a> &rsaquo; ' in content


def test_an_english_page_promises_no_document_of_a_text_that_has_none(staff: Client, client: Client, meeting: Meeting):
    enter(staff)
    page = client.get("/en/recommendations/itc-conf-wg1.4.1/").content.decode()
    assert "The text shown is the Arabic one." in page
    assert "The page of each recommendation links to the document in English." not in page


def test_each_offered_text_is_proposed_for_the_one_that_it_resembles_most():
    held_texts = ["ينبغي للدول أن تحفظ القنوات القديمة", "ينبغي رسم خرائط جديدة للأنهار"]
    offered = ["ينبغي رسم خرائط جديدة للأنهار كلها", "لا شيء يشبه هذا", "ينبغي للدول أن تحفظ القنوات والسدود القديمة"]
    assert propose(offered, held_texts) == {0: 1, 2: 0}


@pytest.mark.parametrize(
    ("role", "enters", "decides", "joins"),
    [
        ("viewer", 403, 403, 403),
        ("editor", 302, 200, 403),
        ("classifier", 403, 403, 403),
        ("publisher", 302, 200, 200),
        ("administrator", 302, 200, 200),
    ],
)
def test_who_may_do_what(meeting: Meeting, role: str, enters: int, decides: int, joins: int):
    person = factories.make_user(role)
    person.is_superuser = False
    person.save()
    person.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(User.objects.get(pk=person.pk))
    row = factories.make_recommendation(9, meeting=meeting)
    shown = [client.get(path).status_code for path in ("/admin/provisional/", PAGE, f"{PAGE}report/")]
    read = client.post(PAGE, {"text": "1- نص.", "read": "1"})
    seen = read.context["preview"].seen if read.status_code == 200 else ""
    entered = client.post(PAGE, {"text": "1- نص.", "save": "1", "seen": seen}).status_code
    decided = client.post(f"{PAGE}report/", {"do": "1"}).status_code
    opened = client.get(f"/admin/join/recommendation/{row.pk}/").status_code
    assert (shown, entered, decided, opened) == ([200, 200, 200], enters, decides, joins)


def test_nobody_else_comes_in(client: Client, meeting: Meeting):
    for path in ("/admin/provisional/", PAGE, f"{PAGE}report/", "/admin/join/recommendation/1/"):
        assert client.get(path).status_code == 302, path
