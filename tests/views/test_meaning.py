"""What the page of a recommendation says of its meaning: classification, citations, kin, what was reported later."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Article, Recommendation, Subparagraph
from tests import factories
from tests import factories_of_meaning as meaning
from tests.factories_of_meaning import CONFIRMED, REJECTED
from tests.views.page import Page

TEXT = "عملاً بالمادة 6 من البروتوكول، ينبغي للدول أن تنظر فيما يلي:"


@pytest.fixture
def row(db: None) -> Recommendation:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    factories.make_meeting(5, body=body)
    return factories.make_recommendation(
        12, TEXT, meeting=factories.make_meeting(4, body=body), subparagraphs=("صون القنوات؛", "تُدعى الأمانة إلى ذلك.")
    )


def items_of(row: Recommendation) -> list[Subparagraph]:
    return list(row.subparagraphs.all())


def add_clauses(row: Recommendation, **values: object) -> None:
    start = TEXT.index("ينبغي")
    meaning.make_clause(row, start=start, end=start + 5, **values)
    second = items_of(row)[1]
    own = {"subparagraph": second, "is_main": False, "overrides": True, "position": 2, "phrase": "تُدعى"}
    meaning.make_clause(row, "invited", ("secretariat",), **own)


def add_article(row: Recommendation, article: Article | None = None, **values: object) -> None:
    article = article or meaning.make_article(6)
    words = "بالمادة 6 من البروتوكول"
    place = {"text": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
    given = {"article": article, "instrument": article.instrument, "kind": "treaty_article", "ground": "body"}
    meaning.make_citation(row, **{**given, **place, **values})


def page_of(client: Client, row: Recommendation, query: str = "", prefix: str = "") -> Page:
    return Page(client.get(prefix + row.get_absolute_url() + query))


def test_a_recommendation_of_which_nothing_is_known_says_nothing(client: Client, row: Recommendation) -> None:
    page = page_of(client, row)
    assert {"class", "cites", "cited-by", "kin", "reports"} & set(page.ids) == set()


def test_the_classification_has_class_addressees_subjects_and_articles(client: Client, row: Recommendation) -> None:
    add_clauses(row)
    meaning.make_assignment(row, meaning.make_topic("locks", label_ar="الأهوسة"), ground="«الأهوسة» في صلب المطلوب.")
    add_article(row)
    page = page_of(client, row)
    section = page.one("section", id="class")
    assert section.words == (
        "التصنيف حُدِّد آلياً عبارة المنطوق ينبغي: «ينبغي» (ب) يدعو: «تُدعى» المخاطَب الدول الأمانة، (ب) "
        "المطلوب منه الدول الأمانة، (ب) المواضيع الأهوسة "
        "المواد المادة 6، بروتوكول القنوات أساس التصنيف الأهوسة: «الأهوسة» في صلب المطلوب. "
        "المادة 6: عُرف الصك من اختصاص الهيئة. أبرز عبارات المنطوق"
    )
    assert {
        "/recommendations/?verb=should",
        "/recommendations/?verb=invited",
        "/recommendations/?addressee=states",
        "/recommendations/?addressee=secretariat",
        "/recommendations/?actor=secretariat",
        "/topics/locks/",
        "/articles/canal-protocol/6/",
    } <= set(page.links())


def test_the_same_in_english(client: Client, row: Recommendation) -> None:
    add_clauses(row)
    meaning.make_assignment(row, meaning.make_topic("locks", label_ar="الأهوسة", label_en=""))
    page = page_of(client, row, "?marks=operative", "/en")
    assert page.one("section", id="class").words == (
        "Classification Determined automatically Operative phrase "
        "Should: «ينبغي» (b) Invites: «تُدعى» Addressed to States Secretariat, (b) Asked to act States Secretariat, (b) "
        "Topics الأهوسة Unmark the operative phrases"
    )
    assert page.foreign == []


@pytest.mark.parametrize(
    ("of_clause", "of_topic", "said"),
    [
        ("", "", "التصنيف حُدِّد آلياً"),
        (CONFIRMED, CONFIRMED, "التصنيف أكّده الموظفون"),
        ("", CONFIRMED, "التصنيف حُدِّد آلياً، وأكّد الموظفون ما عليه ✓"),
    ],
)
def test_it_says_who_stands_for_it(
    client: Client, row: Recommendation, of_clause: str, of_topic: str, said: str
) -> None:
    meaning.make_clause(row, decision=of_clause)
    meaning.make_assignment(row, meaning.make_topic(), decision=of_topic)
    page = page_of(client, row)
    assert page.words("h2")[[one.startswith("التصنيف") for one in page.words("h2")].index(True)] == said
    assert len(page.all("span", class_="tick")) == (1 if "✓" in said else 0)


def test_confirmed_values_come_first_and_rejected_ones_not_at_all(client: Client, row: Recommendation) -> None:
    for slug, decision in (("first", ""), ("second", CONFIRMED), ("third", REJECTED)):
        topic = meaning.make_topic(slug, label_ar=slug)
        meaning.make_assignment(row, topic, decision=decision, confidence=0.9 if slug == "first" else 0.5)
    add_clauses(row, decision=REJECTED)
    add_article(row, decision=REJECTED)
    page = page_of(client, row, "?marks=operative")
    topics = [link for link in page.links() if link.startswith("/topics/") and link != "/topics/"]
    assert topics == ["/topics/second/", "/topics/first/"]
    assert "/articles/canal-protocol/6/" not in page.links()
    assert "verb=should" not in "".join(page.links())
    assert page.words("b", class_="op") == ["تُدعى"]


def test_phrases_are_marked_when_they_are_asked_for(client: Client, row: Recommendation) -> None:
    add_clauses(row)
    plain, marked = page_of(client, row), page_of(client, row, "?marks=operative")
    assert plain.all("b", class_="op") == []
    assert f"{row.get_absolute_url()}?marks=operative" in plain.links()
    found = [(one.words, one.attributes["data-verb"]) for one in marked.all("b", class_="op")]
    assert found == [("ينبغي", "ينبغي"), ("تُدعى", "يدعو")]
    assert row.get_absolute_url() in marked.links()
    assert marked.one("div", class_="matn").text == plain.one("div", class_="matn").text


def test_marks_stay_when_the_source_is_opened_and_go_with_the_printed_text(
    client: Client, row: Recommendation
) -> None:
    add_clauses(row)
    Recommendation.objects.filter(pk=row.pk).update(printed_chapeau=row.printed_chapeau.replace("ينبغي", "ينبغى"))
    page = page_of(client, row, "?marks=operative")
    switch = [link for link in page.links() if link.startswith(row.get_absolute_url())]
    assert f"{row.get_absolute_url()}?text=printed" in switch
    printed = page_of(client, row, "?marks=operative&text=printed")
    assert printed.all("b", class_="op") == []
    assert printed.words("p", class_="msg") == [
        "marks=operative تُبرز عبارات المنطوق في نص القراءة وحده؛ عرضنا المطبوع بلا إبراز."
    ]
    assert page_of(client, row, "?marks=all").words("p", class_="msg") == [
        "marks=all يقبل operative وحدها؛ عرضنا النص بلا إبراز."
    ]


def test_citations_are_links_in_the_reading_text_alone(client: Client, row: Recommendation) -> None:
    add_article(row)
    for query, links in (("", ["/articles/canal-protocol/6/"]), ("?text=printed", [])):
        page = page_of(client, row, query)
        in_text = [one for one in page.all("a", class_="link") if "title" in one.attributes]
        assert [one.attributes["href"] for one in in_text] == links
        assert page.one("div", class_="matn").words.startswith(TEXT)


def test_citations_are_told_both_ways_with_their_place(client: Client, row: Recommendation) -> None:
    first = items_of(row)[0]
    earlier = factories.make_recommendation(11, meeting=row.meeting)
    cited = {"kind": "recommendation", "cited_recommendation": earlier, "locator": earlier.locator}
    meaning.make_citation(row, text="التوصية 11", **cited)
    meaning.make_citation(row, kind="tool", tool="voluntary-reporting-system", subparagraph=first)
    meaning.make_citation(row, kind="treaty", instrument=meaning.make_instrument())
    paper = factories.make_document("ITC/CONF/2020/5")
    meaning.make_citation(factories.make_paragraph(paper, 7), text="التوصية 11", **cited)
    assert page_of(client, row).one("section", id="cites").words == (
        "تستشهد بـ الاجتماع الرابع، التوصية 11 نظام الإبلاغ الطوعي، (أ) بروتوكول القنوات"
    )
    page = page_of(client, earlier)
    assert page.one("section", id="cited-by").words == (
        "استشهدت بها الاجتماع الرابع، التوصية 12 ITC/CONF/2020/5، الفقرة 7"
    )
    assert {row.get_absolute_url(), "/documents/itc-conf-2020-5/#p7"} <= set(page.links())


def test_the_nearest_are_told_with_their_relation_and_a_comparison(client: Client, row: Recommendation) -> None:
    first = items_of(row)[0]
    first_meeting, sixth = (factories.make_meeting(number, body=row.meeting.body) for number in (1, 6))
    later = factories.make_recommendation(3, "ينبغي صون القنوات.", meeting=sixth)
    earlier = factories.make_recommendation(8, meeting=first_meeting)
    other = factories.make_recommendation(9, meeting=earlier.meeting)
    rejected = factories.make_recommendation(10, meeting=earlier.meeting)
    meaning.make_kinship(row, later, earlier_item=first, relation="strengthens", score=0.4)
    meaning.make_kinship(earlier, row, relation="related", score=0.3)
    meaning.make_kinship(other, row, relation="repeats", score=0.2, decision=CONFIRMED)
    meaning.make_kinship(rejected, row, score=0.9, decision=REJECTED)
    page = page_of(client, row)
    assert page.words("p", class_="rel") == ["كررتها هذه التوصية ✓أكّده الموظفون", "تقوّيها", "ذات صلة"]
    assert page.one("section", id="kin").words.startswith("توصيات قريبة حُدِّدت آلياً")
    mine, theirs = row.locator, later.locator
    assert [link for link in page.links() if link.startswith("/compare/?a=") and "&b=" in link] == [
        f"/compare/?a={other.locator}&b={mine}",
        f"/compare/?a={mine}.a&b={theirs}",
        f"/compare/?a={earlier.locator}&b={mine}",
    ]
    assert f"/recommendations/{mine}/lineage/" in page.links()
    seen = page_of(client, later)
    assert seen.words("p", class_="rel") == ["قوّتها هذه التوصية"]
    assert f"{row.get_absolute_url()}#a" in seen.links()


def test_at_most_five_are_near(client: Client, row: Recommendation) -> None:
    for number in range(20, 27):
        meaning.make_kinship(row, factories.make_recommendation(number, meeting=row.meeting))
    assert len(page_of(client, row).words("p", class_="rel")) == 5


def test_later_reports_are_told_with_their_ground(client: Client, row: Recommendation) -> None:
    first = items_of(row)[0]
    add_article(row)
    paper = factories.make_document("ITC/CONF/2020/5", date=date(2020, 7, 16))
    told = factories.make_paragraph(paper, 35, "واصل المكتب تعهد القنوات والسدود.")
    seen = factories.make_paragraph(paper, 36, "نُظر في مسائل أخرى.")
    gone = factories.make_paragraph(paper, 37, "لا صلة.")
    evidence = {"tools": ["sherloc"], "articles": ["canal-protocol:6"], "meetings": ["x"], "words": ["قنوات"]}
    meaning.make_follow_up(row, told, subparagraph=first, evidence=evidence)
    meaning.make_follow_up(row, seen, decision=CONFIRMED, ground="رأى الموظفون ذلك.", score=0.1)
    meaning.make_follow_up(row, gone, decision=REJECTED)
    page = page_of(client, row)
    assert page.one("section", id="reports").words == (
        "ما أُفيد به لاحقاً "
        "ITC/CONF/2020/5، الفقرة 36 16 تموز/يوليه 2020 نُظر في مسائل أخرى. رأى الموظفون ذلك. "
        "فقرات لاحقة قد تتصل بها اقتراحات آلية لم تُراجَع "
        "ITC/CONF/2020/5، الفقرة 35 16 تموز/يوليه 2020 واصل المكتب تعهد القنوات والسدود. "
        'بشأن الفقرة الفرعية (أ)الأداة نفسها: بوابة "شيرلوك"المادة نفسها: المادة 6، بروتوكول القنوات'
        "الاجتماع نفسهكلمات مشتركة: قنوات"
    )
    assert page.words("mark") == ["القنوات"]
    assert {"/documents/itc-conf-2020-5/#p35", "#a"} <= set(page.links())


def test_a_paragraph_leads_back_to_the_recommendations_of_which_it_tells(client: Client, row: Recommendation) -> None:
    paper = factories.make_document("ITC/CONF/2020/5")
    told = factories.make_paragraph(paper, 35, "عملاً بالمادة 6 من البروتوكول واصل المكتب عمله.")
    other = factories.make_recommendation(1, meeting=row.meeting)
    rejected = factories.make_recommendation(2, meeting=row.meeting)
    meaning.make_follow_up(row, told, subparagraph=items_of(row)[0])
    meaning.make_follow_up(other, told, decision=CONFIRMED)
    meaning.make_follow_up(rejected, told, decision=REJECTED)
    words = "بالمادة 6 من البروتوكول"
    meaning.make_citation(told, text=words, start=6, end=6 + len(words))
    page = Page(client.get("/documents/itc-conf-2020-5/"))
    assert page.words("div", class_="tells") == [
        "تفيد بشأن: الاجتماع الرابع، التوصية 1 اقتراح لم يُراجَع، قد تفيد بشأن: الاجتماع الرابع، التوصية 12 (أ)"
    ]
    assert {other.get_absolute_url(), f"{row.get_absolute_url()}#a"} <= set(page.links())
    assert "/articles/canal-protocol/6/" in page.links(class_="link")
    printed = Page(client.get("/documents/itc-conf-2020-5/?text=printed"))
    assert "/articles/canal-protocol/6/" not in printed.links()


def test_a_footnote_before_a_citation_moves_its_link_along(client: Client, row: Recommendation) -> None:
    paper = factories.make_document("ITC/CONF/2020/5")
    text = "واصل المكتب عمله وفقاً للمادة 6."
    told = factories.make_paragraph(paper, 35, text)
    for marker, place in (("1", 5), ("2", text.index("للمادة")), ("3", text.index("."))):
        factories.make_footnote(paper, marker, paragraph=told, place=place)
    meaning.make_citation(told, text="للمادة 6", start=text.index("للمادة"), end=text.index("."))
    page = Page(client.get("/documents/itc-conf-2020-5/"))
    assert [one.text for one in page.all("a", class_="link") if "title" in one.attributes] == ["للمادة 6"]
    assert page.one("div", class_="para-t").words == "واصل 1المكتب عمله وفقاً 2للمادة 63."


@pytest.mark.parametrize("size", [1, 3])
def test_the_number_of_queries_does_not_grow_with_what_is_known(
    client: Client, row: Recommendation, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    factories.make_state()
    add_clauses(row)
    paper = factories.make_document("ITC/CONF/2020/5")
    meetings = iter([factories.make_meeting(number, body=row.meeting.body) for number in range(21, 21 + 2 * size)])
    for number in range(1, size + 1):
        other = factories.make_recommendation(number, meeting=row.meeting, subparagraphs=("صون القنوات.",))
        meaning.make_kinship(other, row, earlier_item=items_of(other)[0], later_item=items_of(row)[0])
        told = factories.make_paragraph(paper, number)
        meaning.make_follow_up(row, told, subparagraph=items_of(row)[0], evidence={"tools": ["sherloc"]})
        meaning.make_assignment(row, meaning.make_topic(f"topic-{number}"))
        add_article(row, article=meaning.make_article(number, instrument=meaning.make_instrument(f"treaty-{number}")))
        cited = {"kind": "recommendation", "cited_recommendation": other, "locator": other.locator}
        for record in (row, told):
            meaning.make_citation(record, **cited)
            meaning.make_citation(record, kind="meeting", cited_meeting=next(meetings))
            meaning.make_citation(record, kind="document", cited_document=factories.make_document())
        meaning.make_citation(told, kind="recommendation", cited_recommendation=row, locator=row.locator)
        meaning.make_citation(other, kind="recommendation", cited_recommendation=row, locator=row.locator)
    # What facets count with is read once for a state of the data, by whatever page comes first.
    client.get("/recommendations/")
    with django_assert_num_queries(14):
        page_of(client, row, "?marks=operative")
    with django_assert_num_queries(11):
        client.get("/documents/itc-conf-2020-5/")
