"""Preparation sheets."""

from django.test import Client
from django.utils import timezone

from archive.display.names.titles import day
from archive.models import OperativeAddressee, OperativeClause
from archive.views.sheets import MOST
from tests import factories
from tests.factories_of_meaning import make_article, make_assignment, make_citation, make_clause, make_topic
from tests.views.page import Page

Verb, Code = OperativeClause.Verb, OperativeAddressee.Code


def test_a_sheet_has_everything_on_a_topic_with_verbs_addressees_and_citations(client: Client, db: None) -> None:
    topic = make_topic("locks", label_ar="الأهوسة")
    child = make_topic("keys", label_ar="المفاتيح", parent=topic)
    body = factories.make_body(name_ar="فريق القنوات")
    first = factories.make_meeting(1, body=body)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=first)
    row = factories.make_recommendation(
        2, "ينبغي للدول أن تقوم بما يلي:", meeting=first, document=document, subparagraphs=("يمكن فتحها؛",)
    )
    other = factories.make_recommendation(5, "تُدعى الأمانة إلى بنائها.", meeting=first)
    make_assignment(row, topic)
    make_assignment(other, child)
    make_clause(row, "should", ("states", "unodc"))
    item = row.subparagraphs.get()
    own = {"subparagraph": item, "is_main": False, "overrides": True, "position": 2, "phrase": "يمكن"}
    make_clause(row, "could", ("states",), **own)
    make_clause(other, "invited", ("secretariat",), phrase="تُدعى")
    page = Page(client.get("/topics/locks/sheet/"))
    assert page.words("h1") == ["الأهوسة"]
    assert page.words("b", class_="op") == ["ينبغي", "يمكن", "تُدعى"]
    should, could, invited = (str(Verb(code).label) for code in ("should", "could", "invited"))
    states, unodc, secretariat = (str(Code(code).label) for code in ("states", "unodc", "secretariat"))
    assert page.words("span", class_="asks") == [
        f"{should}: {states}، {unodc}",
        f"(أ) {could}: {states}",
        f"{invited}: {secretariat}",
    ]
    assert page.words("p", class_="cited") == [
        "فريق القنوات، الاجتماع الأول (فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011)، التوصية 2، "
        "الوثيقة ITC/CONF/WG.1/2019/5.",
        "فريق القنوات، الاجتماع الأول (فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011)، التوصية 5.",
    ]
    counts = list(zip(page.words("dt"), page.words("dd"), strict=True))
    assert counts[:5] == [(name, "1") for name in (should, invited, states, secretariat, unodc)]
    assert "المفاتيح" in " ".join(page.words("p", class_="note"))


def test_a_sheet_says_when_and_where_it_was_made(client: Client, db: None) -> None:
    topic = make_topic("locks")
    make_assignment(factories.make_recommendation(1), topic)
    page = Page(client.get("/topics/locks/sheet/"))
    today = timezone.localdate()
    assert day(today) in page.one("p", class_="where").words
    assert page.words("p", class_="address") == ["الرابط: http://testserver/topics/locks/sheet/"]


def test_a_sheet_on_an_article_marks_the_verb_and_the_citing_phrase(client: Client, db: None) -> None:
    text, phrase = "ينبغي تنفيذ المادة 6 من البروتوكول.", "المادة 6 من البروتوكول"
    recommendation = factories.make_recommendation(1, text)
    make_clause(recommendation)
    start = text.index(phrase)
    make_citation(recommendation, article=make_article(6), text=phrase, start=start, end=start + len(phrase))
    page = Page(client.get("/articles/canal-protocol/6/sheet/"))
    assert page.words("h1") == ["كل ما أوصي به بشأن المادة 6 من بروتوكول القنوات"]
    assert (page.words("b", class_="op"), page.words("mark")) == (["ينبغي"], [phrase])
    assert page.words("div", class_="whole") == [text]


def test_a_sheet_of_nothing_says_so(client: Client, db: None) -> None:
    make_topic("locks")
    make_article(6)
    assert Page(client.get("/topics/locks/sheet/")).words("h2")[:-1] == ["لا توصية في هذا الموضوع."]
    empty = Page(client.get("/articles/canal-protocol/6/sheet/"))
    assert empty.words("h2")[:-1] == ["لا توصية في الأرشيف تستشهد بهذه المادة."]


def test_wrong_addresses_are_led_on_or_refused(client: Client, db: None) -> None:
    make_topic("locks")
    make_article(6)
    moved = [client.get(path)["Location"] for path in ("/topics/Locks/sheet/", "/articles/canal-protocol/06/sheet/")]
    assert moved == ["/topics/locks/sheet/", "/articles/canal-protocol/6/sheet/"]
    missing = [client.get(path) for path in ("/topics/lokcs/sheet/", "/articles/canal-protocol/7/sheet/")]
    assert [response.status_code for response in missing] == [404, 404]
    assert "/topics/locks/" in Page(missing[0]).links()


def test_a_sheet_is_bounded_and_says_so(client: Client, db: None) -> None:
    topic, meeting = make_topic("locks"), factories.make_meeting()
    for number in range(1, MOST + 2):
        make_assignment(factories.make_recommendation(number, meeting=meeting), topic)
    page = Page(client.get("/topics/locks/sheet/"))
    assert len(page.all("div", class_="whole")) == MOST
    (said,) = page.words("p", class_="did")
    assert str(MOST) in said
