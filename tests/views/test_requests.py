"""The register of requests: who was asked to act, and what was reported on it; guesses apart."""

import pytest
from django.test import Client

from archive.models import Recommendation
from tests import factories
from tests import factories_of_meaning as meaning
from tests.views.page import Page

pytestmark = pytest.mark.django_db
REGISTER = "/requests/"
TEXT = "إذ تلاحظ القنوات، لعل الدول تودّ أن تطلب إلى المكتب أن يصون القنوات. وينبغي للدول أن تقيس الماء."
PHRASES = "لعل الدول تودّ", "ينبغي"


@pytest.fixture
def rows() -> list[Recommendation]:
    """Asked of UNODC besides States, of the Secretariat, of the Conference, of nobody who is named."""
    first = factories.make_recommendation(1, meeting=factories.make_meeting(1), chapeau=TEXT)
    for place, (phrase, actor) in enumerate(zip(PHRASES, ("unodc", "states"), strict=True), 1):
        start = TEXT.index(phrase)
        span = {"start": start, "end": start + len(phrase), "position": place}
        meaning.make_clause(first, actors=[actor], phrase=phrase, is_main=place == 1, **span)
    others = [factories.make_recommendation(number, meeting=first.meeting) for number in (2, 3, 4)]
    for row, actors in zip(others, (["secretariat"], ["conference"], []), strict=True):
        meaning.make_clause(row, "requested", actors, actors, phrase="ينبغي", start=None, end=None)
    factories.make_state()
    return [first, *others]


def page_of(client: Client, query: str = "", prefix: str = "") -> Page:
    return Page(client.get(f"{prefix}{REGISTER}{query}"))


def titles(page: Page) -> list[str]:
    return [one.words for one in page.all("h3")]


def test_it_tells_of_the_secretariat_and_the_office_unless_others_are_asked_for(
    client: Client, rows: list[Recommendation]
) -> None:
    assert titles(page_of(client)) == ["الاجتماع الأول، التوصية 11", "الاجتماع الأول، التوصية 22"]
    assert titles(page_of(client, "?actor=conference")) == ["الاجتماع الأول، التوصية 33"]
    assert titles(page_of(client, "?actor=none")) == ["الاجتماع الأول، التوصية 44"]
    assert titles(page_of(client, "?actor=unodc")) == ["الاجتماع الأول، التوصية 11"]
    assert page_of(client).one("b", id="count").words == "طلبان"
    assert page_of(client, "?actor=states", "/en").one("b", id="count").words == "1 request"


def test_the_clause_is_marked_that_asks_the_actor_and_no_other(client: Client, rows: list[Recommendation]) -> None:
    office, states = page_of(client, "?actor=unodc"), page_of(client, "?actor=states")
    first, second = TEXT.split("، ", 1)[1].split(" و", 1)
    assert [one.words for one in office.all("span", class_="clause")] == [first]
    assert [one.words for one in office.all("b", class_="op")] == ["لعل الدول تودّ"]
    assert [one.words for one in states.all("span", class_="clause")] == [second]
    assert [one.words for one in states.all("b", class_="op")] == ["ينبغي"]
    assert [one.words for one in office.all("div", class_="asked-of")] == [
        "المطلوب منه: مكتب الأمم المتحدة المعني بالمخدرات والجريمة المخاطَب: الدول لم يرد ذكره بعد."
    ]
    assert [one.words for one in states.all("div", class_="asked-of")] == ["المطلوب منه: الدول لم يرد ذكره بعد."]


def test_what_is_confirmed_stands_apart_from_guesses(client: Client, rows: list[Recommendation]) -> None:
    paper = factories.make_document("ITC/CONF/2020/5")
    told = [factories.make_paragraph(paper, number, text=f"صان المكتب القناة {number}.") for number in (7, 8, 9)]
    meaning.make_follow_up(rows[0], told[0], decision="confirmed")
    meaning.make_follow_up(rows[0], told[1], score=0.5)
    meaning.make_follow_up(rows[1], told[2], score=0.5)
    meaning.make_follow_up(rows[1], told[0], score=0.01)
    meaning.make_follow_up(rows[1], told[1], decision="rejected")
    first, second = page_of(client).all("div", class_="asked-of")
    assert first.words == (
        "المطلوب منه: مكتب الأمم المتحدة المعني بالمخدرات والجريمة المخاطَب: الدول ما أُفيد به لاحقاً "
        "ITC/CONF/2020/5، الفقرة 7 16 تموز/يوليه 2019 صان المكتب القناة 7. "
        "فقرات لاحقة قد تتصل به (1) اقتراحات آلية لم تُراجَع التوصية الأولى، الاجتماع الأول "
        "ITC/CONF/2020/5، الفقرة 8 16 تموز/يوليه 2019 صان المكتب القناة 8."
    )
    assert second.words == (
        "المطلوب منه: الأمانة لم تؤكَّد بعد إفادة عنه. "
        "فقرات لاحقة قد تتصل به (1) اقتراحات آلية لم تُراجَع التوصية الثانية، الاجتماع الأول "
        "ITC/CONF/2020/5، الفقرة 9 16 تموز/يوليه 2019 صان المكتب القناة 9."
    )


def test_addresses_leave_out_the_usual_actors(client: Client, rows: list[Recommendation]) -> None:
    meaning.make_assignment(rows[0], meaning.make_topic("locks"))
    page = page_of(client, "?topic=locks")
    assert titles(page) == ["الاجتماع الأول، التوصية 11"]
    assert f"{REGISTER}export.docx?topic=locks" in page.links()
    assert f"{REGISTER}?actor=secretariat&topic=locks" in page.links()
    assert page.words("a", class_="chip") == ["أزل:الموضوع: موضوع locks×"]
    assert page.one("link", rel="canonical").attributes["href"] == f"http://testserver{REGISTER}?topic=locks"
    assert page.all("meta", name="robots")[0].attributes["content"] == "noindex"
    assert page_of(client).all("meta", name="robots") == []


def test_words_are_sought_within_the_register_alone(client: Client, rows: list[Recommendation]) -> None:
    """The list of recommendations remembers the best of a question by its address: that of the register is another."""
    assert client.get("/recommendations/?q=القنوات").status_code == 200
    assert titles(page_of(client, "?q=القنوات&actor=conference")) == []
    assert titles(page_of(client, "?q=القنوات")) == titles(page_of(client, "?q=القنوات"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?actor=everyone", "actor=everyone لا قيمة بهذا الاسم في الأرشيف."),
        (
            "?view=table",
            "view=table معامل غير معروف. المعاملات المقبولة هي: q، body، meeting، year، verb، addressee، actor، topic، "
            "article، agenda_item، document، from، to، exact، sort، page، page_size، facet، "
            "facet_q، facet_page، facet_size.",
        ),
        ("?page=9", "page=9 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."),
    ],
)
def test_what_cannot_be_followed_is_named(client: Client, rows: list[Recommendation], query: str, said: str) -> None:
    page = page_of(client, query)
    assert page.words("p", class_="msg") == [said]
    assert titles(page) == ["الاجتماع الأول، التوصية 11", "الاجتماع الأول، التوصية 22"]


def test_where_nothing_is_asked_it_says_so(client: Client, rows: list[Recommendation]) -> None:
    assert page_of(client, "?actor=working_group").one("section", class_="empty").words == (
        "لا طلبات تستوفي معايير التصفية. سجل الطلبات كله، التوصيات كلها"
    )


def test_an_empty_archive_says_so(client: Client, db: None) -> None:
    assert page_of(client).one("div", id="results").words == (
        "لا توصيات في الأرشيف بعد. حمّل المصادر بالأمر python manage.py load_archive."
    )


def test_empty_fields_of_a_form_leave_the_address(client: Client, rows: list[Recommendation]) -> None:
    assert client.get(f"{REGISTER}?q=&topic=").headers["Location"] == REGISTER


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, rows: list[Recommendation], django_assert_num_queries: object, size: int
) -> None:
    paper = factories.make_document("ITC/CONF/2020/5")
    for number in range(10, 10 + size):
        row = factories.make_recommendation(number, meeting=rows[0].meeting)
        meaning.make_clause(row, actors=["unodc"])
        meaning.make_follow_up(row, factories.make_paragraph(paper, number), decision="confirmed")
    client.get(REGISTER)
    with django_assert_num_queries(9):  # type: ignore[operator]
        client.get(REGISTER)
