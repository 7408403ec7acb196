"""The register of requests as files, read back with readers that we did not write."""

import csv
import io

import docx
import openpyxl
import pytest
from django.test import Client

from archive.models import Recommendation
from tests import factories
from tests import factories_of_meaning as meaning

pytestmark = pytest.mark.django_db
TEXT = "إذ تلاحظ القنوات، لعل الدول تودّ أن تطلب إلى المكتب أن يصون القنوات ١٢."
PHRASE = "لعل الدول تودّ"


@pytest.fixture
def rows() -> list[Recommendation]:
    meeting = factories.make_meeting(1)
    first = factories.make_recommendation(1, meeting=meeting, chapeau=TEXT)
    start = TEXT.index(PHRASE)
    meaning.make_clause(first, "may_wish", actors=["unodc"], phrase=PHRASE, start=start, end=start + len(PHRASE))
    second = factories.make_recommendation(2, meeting=meeting, chapeau="=ينبغي للأمانة أن تعد ورقة.")
    meaning.make_clause(second, "should", ["secretariat"], start=1, end=6)
    third = factories.make_recommendation(3, meeting=meeting)
    meaning.make_clause(third)
    paper = factories.make_document("ITC/CONF/2020/5")
    told = [factories.make_paragraph(paper, number, text=f"صان المكتب القناة {number}.") for number in (7, 8)]
    meaning.make_follow_up(first, told[0], decision="confirmed")
    meaning.make_follow_up(first, told[1], score=0.5)
    meaning.make_follow_up(second, told[1], score=0.01)
    factories.make_state()
    return [first, second, third]


def body(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response) if response.streaming else response.content


def test_a_table_for_people(client: Client, rows: list[Recommendation]) -> None:
    head, *lines = csv.reader(io.StringIO(body(client, "/requests/export.csv").decode("utf-8-sig")))
    assert head == [
        *("المعرّف", "الهيئة", "الاجتماع", "من", "إلى", "المكان", "رقم التوصية", "النص", "عبارة المنطوق"),
        *("الجهة المطلوب منها الإجراء", "الجهة المخاطَبة", "ما أُفيد به لاحقاً", "اقتراحات آلية لم تُراجَع"),
        *("الاستشهاد", "الرابط"),
    ]
    told = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(one["رقم التوصية"], one["النص"], one["عبارة المنطوق"]) for one in told] == [
        ("1", TEXT, PHRASE),
        ("2", "'=ينبغي للأمانة أن تعد ورقة.", "ينبغي"),
    ]
    assert [(one[head[9]], one[head[10]], one[head[11]], one[head[12]]) for one in told] == [
        (
            "مكتب الأمم المتحدة المعني بالمخدرات والجريمة",
            "الدول",
            "ITC/CONF/2020/5، الفقرة 7 (16 تموز/يوليه 2019): صان المكتب القناة 7.",
            "ITC/CONF/2020/5، الفقرة 8 (16 تموز/يوليه 2019): صان المكتب القناة 8.",
        ),
        ("الأمانة", "الأمانة", "لم يرد ذكره بعد.", ""),
    ]


def test_a_table_for_machines_has_codes(client: Client, rows: list[Recommendation]) -> None:
    lines = body(client, "/requests/export.csv?for=machine&columns=locator,phrase,actors,addressees,reported,suggested")
    assert lines.decode().splitlines() == [
        "locator,phrase,actors,addressees,reported,suggested",
        f"itc-conf-wg1.1.1,{PHRASE},unodc,states,itc-conf-2020-5#p7,itc-conf-2020-5#p8",
        "itc-conf-wg1.1.2,ينبغي,secretariat,secretariat,,",
    ]


def test_a_spreadsheet_reads_from_right_to_left(client: Client, rows: list[Recommendation]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body(client, "/requests/export.xlsx?actor=unodc")))
    sheet, about = book.worksheets
    assert (sheet.title, sheet.sheet_view.rightToLeft, sheet.freeze_panes, sheet.auto_filter.ref) == (
        "الطلبات", True, "A2", "A1:O2",
    )  # fmt: skip
    assert [cell.value for cell in sheet[2]][7:10] == [
        TEXT, PHRASE, "مكتب الأمم المتحدة المعني بالمخدرات والجريمة",
    ]  # fmt: skip
    assert [row[:2] for row in about.iter_rows(values_only=True)][:3] == [
        ("العنوان", "سجل الطلبات"),
        ("الجهة المطلوب منها الإجراء", "مكتب الأمم المتحدة المعني بالمخدرات والجريمة"),
        ("العدد", "طلب واحد"),
    ]


def test_a_paper_shows_request_clause_and_reports(client: Client, rows: list[Recommendation]) -> None:
    paper = docx.Document(io.BytesIO(body(client, "/requests/export.docx?digits=western")))
    written = [(one.style.style_id, one.text) for one in paper.paragraphs]
    assert written[written.index(("Title", "سجل الطلبات")) + 1 :] == [
        ("Note", "يبيّن السجل من أفاد بماذا وأين، ولا يقول إن كان الطلب قد لُبّي."),
        ("Heading1", "أولاً- الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011"),
        ("Recommendation", TEXT.replace("١٢", "12")),
        ("Under", "المطلوب منه: مكتب الأمم المتحدة المعني بالمخدرات والجريمة"),
        ("Under", "المخاطَب: الدول"),
        ("Under", "ما أُفيد به لاحقاً:"),
        ("Under", "ITC/CONF/2020/5، الفقرة 7 (16 تموز/يوليه 2019)"),
        ("Report", "صان المكتب القناة 7."),
        ("Under", "اقتراحات آلية لم تُراجَع:"),
        ("Under", "ITC/CONF/2020/5، الفقرة 8 (16 تموز/يوليه 2019)"),
        ("Report", "صان المكتب القناة 8."),
        ("Recommendation", "=ينبغي للأمانة أن تعد ورقة."),
        ("Under", "المطلوب منه: الأمانة"),
        ("UnderLast", "لم يرد ذكره بعد."),
    ]
    requests = [one for one in paper.paragraphs if one.style.style_id == "Recommendation"]
    assert ["".join(run.text for run in one.runs if run.bold) for one in requests] == [PHRASE, "ينبغي"]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv"])
def test_an_empty_register_is_a_file_that_says_so(client: Client, rows: list[Recommendation], ending: str) -> None:
    content = body(client, f"/requests/export.{ending}?actor=working_group&topic=nothing")
    if ending == "csv":
        assert content.decode().splitlines()[-2:] == [
            "topic=nothing: لا قيمة بهذا الاسم في الأرشيف.",
            "لا طلبات تستوفي معايير التصفية.",
        ]
    elif ending == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
        assert "لا طلبات تستوفي معايير التصفية." in [row[1] for row in sheet.iter_rows(values_only=True)]
    else:
        written = [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
        assert "لا طلبات تستوفي معايير التصفية." in written


def test_other_formats_are_named(client: Client, rows: list[Recommendation]) -> None:
    response = client.get("/requests/export.pdf?actor=unodc")
    assert response.status_code == 404
    for ending in ("docx", "xlsx", "csv"):
        assert f"/requests/export.{ending}?actor=unodc" in response.content.decode()


def test_a_file_costs_the_same_queries_at_any_length(
    client: Client, rows: list[Recommendation], django_assert_num_queries: object
) -> None:
    body(client, "/requests/export.csv")
    for number in range(10, 14):
        row = factories.make_recommendation(number, meeting=rows[0].meeting)
        meaning.make_clause(row, actors=["unodc"])
    client.get("/requests/")
    with django_assert_num_queries(11):  # type: ignore[operator]
        body(client, "/requests/export.csv")
