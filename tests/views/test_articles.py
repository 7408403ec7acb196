"""The articles of the treaties, and what cites one."""

import pytest
from django.test import Client

from tests import factories
from tests.factories_of_meaning import (
    CONFIRMED,
    REJECTED,
    make_article,
    make_assignment,
    make_citation,
    make_instrument,
    make_topic,
)
from tests.views.page import Page

CITING = "ينبغي التجريم وفقاً للمادة 6 من البروتوكول دون تأخير."
PHRASE = "المادة 6 من البروتوكول"
CITED_TEXT = "ينبغي تنفيذ المادة 6 من البروتوكول دون تأخير."


def placed(text: str, phrase: str = PHRASE) -> dict[str, object]:
    start = text.index(phrase)
    return {"text": phrase, "start": start, "end": start + len(phrase)}


def test_every_article_stands_under_its_treaty_with_its_counts(client: Client, db: None) -> None:
    later = make_instrument("lock-convention", name_ar="اتفاقية الأهوسة", short_ar="", position=2)
    cited, bare = make_article(6, title_ar="التجريم"), make_article(7, title_ar="التعاون")
    make_article(2, instrument=later, title_ar="التعاريف")
    document = factories.make_document()
    paragraph = factories.make_paragraph(document)
    for number in (1, 2):
        meeting = factories.make_meeting(number)
        make_citation(factories.make_recommendation(1, meeting=meeting), article=cited)
    make_citation(paragraph, article=cited)
    make_citation(paragraph, article=cited)
    make_citation(paragraph, article=bare, decision=REJECTED)
    page = Page(client.get("/articles/"))
    assert page.words("h2")[:-1] == ["بروتوكول القنوات", "اتفاقية الأهوسة"]
    rows = [words.removeprefix("المادة ") for words in page.words("a")]
    assert [row for row in rows if row[0].isdigit()] == [
        "6التجريم توصيتان، فقرة واحدة",
        "7التعاون لا توصية",
        "2التعاريف لا توصية",
    ]
    assert [link for link in page.links() if link.startswith("/articles/") and link != "/articles/"] == [
        "/articles/canal-protocol/6/",
        "/articles/canal-protocol/7/",
        "/articles/lock-convention/2/",
    ]


def test_an_archive_without_treaties_says_where_they_come_from(client: Client, db: None) -> None:
    assert Page(client.get("/articles/")).words("h2")[:-1] == ["لا صكوك في الأرشيف بعد."]


def test_all_that_was_recommended_on_an_article(client: Client, db: None) -> None:
    article = make_article(6, title_ar="التجريم")
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    late = factories.make_recommendation(1, CITED_TEXT, meeting=second)
    item = "وفقاً للمادة 6 من البروتوكول."
    early = factories.make_recommendation(4, "ينبغي للدول:", meeting=first, subparagraphs=("التعاون؛", item))
    factories.make_recommendation(2, meeting=first)
    make_citation(late, article=article, cited_paragraph="3", ground="body", **placed(CITED_TEXT))
    second_item = early.subparagraphs.get(position=2)
    phrase = placed(item, "للمادة 6 من البروتوكول")
    make_citation(early, article=article, subparagraph=second_item, ground="named_before", **phrase)
    page = Page(client.get("/articles/canal-protocol/6/"))
    assert page.words("h1") == ["كل ما أوصي به بشأن المادة 6 من بروتوكول القنوات"]
    assert page.words("p", class_="scope") == ["التجريم"]
    assert page.words("div", class_="whole") == [f"ينبغي للدول: (أ) التعاون؛ (ب) {item}", CITED_TEXT]
    assert page.words("mark") == ["للمادة 6 من البروتوكول", PHRASE]
    assert page.words("p", class_="cited-as") == [
        "(ب) الصك هو المذكور قبلها في النص نفسه.",
        "الفقرة 3؛ عُرف الصك من اختصاص الهيئة.",
    ]
    assert page.words("figcaption") == ["الأول: 1، الثاني: 1"]


def test_a_phrase_that_has_moved_is_not_marked(client: Client, db: None) -> None:
    recommendation = factories.make_recommendation(1, CITING)
    make_citation(recommendation, article=make_article(6), text=PHRASE, start=0, end=len(PHRASE))
    page = Page(client.get("/articles/canal-protocol/6/"))
    assert (page.words("div", class_="whole"), page.all("mark")) == ([CITING], [])


def test_paragraphs_of_reports_cite_it_too_the_newest_report_first(client: Client, db: None) -> None:
    article = make_article(6)
    text = f"{'مقدمة طويلة ' * 60}{CITED_TEXT}"
    old = factories.make_document("ITC/CONF/2010/1", date="2010-01-01")
    new = factories.make_document("ITC/CONF/2020/1", date="2020-01-01")
    for document in (old, new):
        paragraph = factories.make_paragraph(document, 5, text)
        make_citation(paragraph, article=article, ground="من عنوان الفصل", decision=CONFIRMED, **placed(text))
    page = Page(client.get("/articles/canal-protocol/6/"))
    hits = [link for link in page.links() if link.endswith("#p5")]
    assert hits == ["/documents/itc-conf-2020-1/#p5", "/documents/itc-conf-2010-1/#p5"]
    assert page.words("mark") == [PHRASE, PHRASE]
    (excerpt, _same) = (words for words in page.words("p", lang="ar") if PHRASE in words)
    assert excerpt.startswith("… مقدمة")
    assert excerpt.endswith("البروتوكول دون تأخير.")
    assert page.words("p", class_="cited-as") == ["من عنوان الفصل أكّده الموظفون."] * 2
    assert page.words("h2")[0] == "لا توصية في الأرشيف تستشهد بهذه المادة."


def test_an_article_leads_to_its_topics_and_neighbours(client: Client, db: None) -> None:
    article = make_article(6)
    make_article(2)
    make_article(9)
    make_article(7, instrument=make_instrument("lock-convention"))
    related, declared = make_topic("locks"), make_topic("water")
    declared.articles.add(article)
    recommendation = factories.make_recommendation(1)
    make_citation(recommendation, article=article)
    make_assignment(recommendation, related)
    page = Page(client.get("/articles/canal-protocol/6/"))
    assert page.links(rel="prev") == ["/articles/canal-protocol/2/"]
    assert page.links(rel="next") == ["/articles/canal-protocol/9/"]
    for link in (
        "/topics/water/",
        "/recommendations/?topic=locks&article=canal-protocol:6",
        "/recommendations/?article=canal-protocol:6",
        "/matrix/?rows=verb&columns=meeting&article=canal-protocol:6",
        "/articles/canal-protocol/6/sheet/",
    ):
        assert link in page.links()
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("asked", ["CANAL-Protocol/6", "canal-protocol/06", "canal-protocol/٦"])
def test_other_ways_of_writing_an_address_lead_to_it(client: Client, db: None, asked: str) -> None:
    make_article(6)
    response = client.get(f"/articles/{asked}/")
    assert (response.status_code, response["Location"]) == (301, "/articles/canal-protocol/6/")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("canal-protocol/8", [2, 6]),
        ("canal-protocol/six", [2, 6]),
        ("canl-protocol/6", [2, 6]),
        ("canal/6/sheet", [2, 6]),
        ("wp-login/6", []),
        (f"canal-protocol/{'9' * 30}", [2, 6]),
    ],
)
def test_an_unknown_article_offers_near_ones(client: Client, db: None, asked: str, near: list[int]) -> None:
    make_article(2)
    make_article(6)
    response = client.get(f"/articles/{asked}/")
    assert response.status_code == 404
    offered = [link for link in Page(response).links() if link.startswith("/articles/canal-protocol/")]
    assert offered == [f"/articles/canal-protocol/{number}/" for number in near]


def test_an_english_page_names_the_treaty_in_english(client: Client, db: None) -> None:
    foreign = make_instrument("lock-convention", name_ar="اتفاقية الأهوسة", short_ar="", name_en="")
    make_article(6)
    make_article(3, instrument=foreign, title_ar="التعاريف", title_en="")
    page = Page(client.get("/en/articles/canal-protocol/6/"))
    assert page.words("h1") == ["Everything recommended on article 6 of the Canal Protocol"]
    assert Page(client.get("/en/articles/lock-convention/3/")).foreign == []
