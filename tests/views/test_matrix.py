"""The page of the matrix."""

import pytest
from django.test import Client
from django.utils.http import urlencode
from pytest_django import DjangoAssertNumQueries

from archive.display.matrix.heat import HeatStep, build_steps
from archive.filters.matrix import facets_with_values
from archive.filters.page_parameters import FACETS
from archive.filters.snapshot import build_snapshot
from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

pytestmark = pytest.mark.django_db

PATH = "/matrix/"


def make_two_meetings() -> None:
    """Item 2 of the first meeting has two recommendations, the second meeting one without an item; the third none."""
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    first, second = factories.make_meeting(1, body=body), factories.make_meeting(2, body=body)
    factories.make_meeting(3, body=body)
    item = factories.make_agenda_item("2", meeting=first, title="صون القنوات")
    for number in (1, 2):
        factories.make_recommendation(number, meeting=first, agenda_item=item)
    factories.make_recommendation(1, "تنظيف الموانئ واجب.", meeting=second)


def show(client: Client, query: str = "", prefix: str = "") -> Page:
    return Page(client.get(f"{prefix}{PATH}{query}"))


def test_an_empty_archive_has_no_matrix(client: Client) -> None:
    page = show(client)
    assert page.words("h1") == ["توزيع التوصيات"]
    assert page.words("h2")[:1] == ["لا توصيات في الأرشيف بعد."]
    assert page.all("table") == []


def test_rows_columns_and_totals(client: Client) -> None:
    make_two_meetings()
    page = show(client)
    assert page.words("h1") == ["توزيع بنود جدول الأعمال على الاجتماعات"]
    assert page.words("caption") == ["عدد التوصيات: الصفوف بنود جدول الأعمال، والأعمدة الاجتماعات"]
    assert page.words("th", scope="col") == [
        "بنود جدول الأعمال", "الاجتماع الأول 2011", "الاجتماع الثاني 2012", "الاجتماع الثالث 2013", "الكل",
    ]  # fmt: skip
    assert page.words("th", scope="row") == ["2. صون القنوات", "بلا بند معروف", "التوصيات"]
    assert page.words("td") == ["2", "·", "نصها غير متاح هنا", "2", "·", "1", "1", "2", "1", "", "3"]
    (void,) = page.all("td", class_="void")
    assert void.attributes["rowspan"] == "2"


def test_every_number_leads_to_its_recommendations(client: Client) -> None:
    make_two_meetings()
    cells = [
        link
        for link in show(client).links()
        if "meeting=" in link and "agenda_item=" in link and "rows=" not in link
    ]
    assert cells == [
        "/recommendations/?meeting=itc-conf-wg1.1&agenda_item=itc-conf-wg1.1:2",
        "/recommendations/?meeting=itc-conf-wg1.2&agenda_item=none",
    ]
    assert [Page(client.get(link)).words("b", id="count") for link in cells] == [["توصيتان"], ["توصية واحدة"]]


def test_rows_and_columns_can_be_turned_and_changed(client: Client) -> None:
    make_two_meetings()
    page = show(client, "?rows=meeting&columns=agenda_item")
    assert page.words("h1") == ["توزيع الاجتماعات على بنود جدول الأعمال"]
    assert page.words("td", class_="void") == ["نصها غير متاح هنا"]
    axes = [link for link in page.links() if link.startswith(PATH)]
    names = [kind.name for kind in facets_with_values(build_snapshot())]
    assert {"body", "meeting", "year", "agenda_item"} <= set(names)
    assert axes[1:] == [
        *(f"/matrix/?rows={name}&columns=agenda_item" for name in names if name != "agenda_item"),
        *(f"/matrix/?rows=meeting&columns={name}" for name in names if name != "meeting"),
        "/matrix/?rows=agenda_item&columns=meeting",
    ]
    assert page.words("a", **{"aria-current": "true"}) == ["الاجتماعات", "بنود جدول الأعمال"]


def test_an_item_of_an_agenda_names_its_meeting_where_no_axis_does(client: Client) -> None:
    make_two_meetings()
    page = show(client, "?rows=agenda_item&columns=year")
    assert page.words("th", scope="row")[0] == "2. صون القنوات الاجتماع الأول"


def test_a_selection_is_seen_as_a_matrix_and_its_chips_lead_back_here(client: Client) -> None:
    make_two_meetings()
    rebuild_index()
    query = urlencode({"q": "الموانئ", "body": "itc-conf-wg1", "rows": "year", "columns": "meeting"})
    page = show(client, f"?{query}")
    assert page.words("td") == ["·", "1", "نصها غير متاح هنا", "1", "0", "1", "", "1"]
    assert page.words("a", class_="chip") == ["أزل:البحث: الموانئ×", "أزل:الهيئة: فريق القنوات×"]
    assert page.links("a", class_="chip") == [
        "/matrix/?rows=year&columns=meeting&body=itc-conf-wg1",
        "/matrix/?rows=year&columns=meeting&q=%D8%A7%D9%84%D9%85%D9%88%D8%A7%D9%86%D8%A6",
    ]
    assert "/matrix/?rows=year&columns=meeting" in page.links("a", class_="clear")
    assert page.links("a", class_="link")[-1].startswith("/recommendations/?q=")


def test_a_selection_that_finds_nothing_says_so(client: Client) -> None:
    make_two_meetings()
    page = show(client, "?year=2011&meeting=itc-conf-wg1.2")
    assert page.words("h2")[:1] == ["لا توصية تستوفي معايير التصفية كلها."]
    assert page.all("table") == []


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("?rows=colour", f"rows=colour يقبل اسم تصنيف من هذه: {'، '.join(FACETS)}."),
        ("?columns=document", "columns=document لا قيم لهذا التصنيف في الأرشيف بعد."),
        ("?rows=year&columns=year", "columns=year الصفوف والأعمدة تصنيف واحد؛ اختر تصنيفين مختلفين."),
        ("?rows=body&rows=year", "rows=year ورد «rows» أكثر من مرة؛ اكتبه مرة واحدة."),
        ("?meeting=nowhere", "meeting=nowhere لا قيمة بهذا الاسم في الأرشيف."),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_named_and_the_matrix_goes_on(
    client: Client, query: str, complaint: str
) -> None:
    make_two_meetings()
    page = show(client, query)
    assert page.words("p", class_="msg") == [complaint]
    assert len(page.all("table")) == 1


def test_empty_parameters_say_nothing(client: Client) -> None:
    make_two_meetings()
    page = show(client, "?rows=&columns=&q=&year=")
    assert page.all("p", class_="msg") == []
    assert len(page.all("table")) == 1


@pytest.mark.parametrize(
    "query", ["?rows=%00", "?page=0", "?rows=a%ED%A0%80", "?q=%22&columns=%F0", "?from=2030-01-01"]
)
def test_nothing_typed_breaks_it(client: Client, query: str) -> None:
    make_two_meetings()
    assert client.get(PATH + query).status_code == 200


def test_one_matrix_has_one_address(client: Client) -> None:
    make_two_meetings()
    bare, full = show(client), show(client, "?columns=meeting&year=2011&rows=body&page=3&x=1")
    assert bare.links("link", rel="canonical") == ["http://testserver/matrix/"]
    assert full.links("link", rel="canonical") == [
        "http://testserver/matrix/?rows=body&columns=meeting&year=2011"
    ]


def test_many_columns_are_bounded_with_a_sentence(client: Client) -> None:
    for number in range(1, 33):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    page = show(client, "?rows=body")
    assert page.words("p", class_="did") == [
        "هنا الأعمدة الأكثر توصيات في هذه الصفوف، وعددها 30؛ وأعمدة أخرى عددها 2 لا تظهر. ضيّق معايير التصفية لتظهر."
    ]
    assert len(page.all("th", scope="col")) == 32


def test_english_pages_lead_to_english_recommendations_and_mark_arabic(client: Client) -> None:
    make_two_meetings()
    page = show(client, prefix="/en")
    assert page.words("h1") == ["Agenda items by meetings"]
    assert page.foreign == []
    assert page.words("th", scope="col")[1] == "First meeting 2011"
    assert "/en/recommendations/?meeting=itc-conf-wg1.2&agenda_item=none" in page.links()


def test_the_steps_of_the_scale_grow_with_the_archive() -> None:
    steps = ((1, 1, 2), (2, 3, 5), (3, 6, 9), (4, 10, 15), (5, 16, None))
    assert build_steps(55) == [HeatStep(*step) for step in steps]
    assert [(step.first, step.last) for step in build_steps(500)] == [
        (1, 20), (21, 50), (51, 90), (91, 150), (151, None),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for number in range(1, size + 1):
        meeting = factories.make_meeting(number)
        item = factories.make_agenda_item("2", meeting=meeting)
        factories.make_recommendation(1, meeting=meeting, agenda_item=item)
    factories.make_state()
    client.get(PATH)
    with django_assert_num_queries(2):
        client.get(PATH)
