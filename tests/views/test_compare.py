"""/compare/: two recommendations side by side."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Recommendation
from archive.search.entries import rebuild_index
from tests import factories
from tests import factories_of_meaning as meaning
from tests.views.page import Page

FIRST, SECOND = "itc-conf-wg1.5.2", "itc-conf-wg1.4.12"


@pytest.fixture(autouse=True)
def two(db: None) -> None:
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    factories.make_recommendation(
        2, "ينبغي للدول:", meeting=factories.make_meeting(5, body=body), subparagraphs=("صون القنوات؛", "كفالة المياه.")
    )
    factories.make_recommendation(
        12, "ينبغي للدول صون القنوات كلها.", meeting=factories.make_meeting(4, body=body)
    )


def page(client: Client, query: str) -> Page:
    return Page(client.get(f"/compare/{query}"))


def test_both_are_named_linked_and_marked(client: Client) -> None:
    found = page(client, f"?a={FIRST}&b={SECOND}")
    assert found.words("h2")[:2] == ["الأولى الاجتماع الخامس، التوصية 2", "الثانية الاجتماع الرابع، التوصية 12"]
    assert found.words("title") == [
        "الاجتماع الخامس، التوصية 2 مقابل الاجتماع الرابع، التوصية 12 · أرشيف التوصيات"
    ]
    assert {f"/recommendations/{FIRST}/", f"/recommendations/{SECOND}/"} <= set(found.links())
    assert found.words("p", class_="agree") == [
        "المشترك بينهما 4 كلمات: 66 في المائة من الأولى و80 في المائة من الثانية."
    ]
    assert (found.words("del")[1:], found.words("ins")[1:]) == (["كفالة المياه"], ["كلها"])
    assert f"/compare/?a={SECOND}&b={FIRST}" in found.links()


def test_a_lettered_item_is_compared_alone(client: Client) -> None:
    found = page(client, f"?a={FIRST}.a&b={SECOND}")
    assert found.words("h2")[0] == "الأولى الاجتماع الخامس، التوصية 2 (أ)"
    assert f"/recommendations/{FIRST}/#a" in found.links()
    assert found.words("div", class_="twin-half") == [
        "الأولى: 1 (أ) صون القنوات؛",
        "الثانية: 2 ينبغي للدول صون القنوات كلها.",
    ]


@pytest.mark.parametrize(
    ("typed", "locator"),
    [
        ("5/2", FIRST),
        ("٥/٢ ب", f"{FIRST}.b"),
        ("التوصية 12 من الاجتماع الرابع", SECOND),
        (FIRST.upper(), FIRST),
        (f"https://archive.example/en/recommendations/{FIRST}/?text=printed#b", f"{FIRST}.b"),
        (f"http://archive.example/recommendations/{SECOND}/", SECOND),
    ],
)
def test_what_is_typed_leads_to_the_one_address(client: Client, typed: str, locator: str) -> None:
    response = client.get("/compare/", {"a": typed, "b": ""})
    assert (response.status_code, response.headers["Location"]) == (302, f"/compare/?a={locator}")


def test_what_is_not_known_is_named_and_the_other_kept(client: Client) -> None:
    found = page(client, f"?a={quote('9/9 <b>')}&b={SECOND}")
    (message,) = found.words("p", class_="msg")
    assert message.startswith("الأولى: 9/9 <b> لم نجد توصية واحدة بهذا الاسم.")
    assert [field.attributes["value"] for field in found.all("input", dir="auto")] == ["9/9 <b>", SECOND]
    assert "الاجتماع الرابع، التوصية 12" in found.words("h2")


def test_what_is_near_to_the_chosen_one_is_one_click_away(client: Client) -> None:
    first, second = (Recommendation.objects.get(locator=locator) for locator in (FIRST, SECOND))
    assert page(client, f"?a={FIRST}").all("section", class_="offers") == []
    meaning.make_kinship(second, first)
    offers = page(client, f"?a={FIRST}").one("section", class_="offers")
    assert offers.words == "أو قارنها بقريبة منها الاجتماع الرابع، التوصية 12 ينبغي للدول صون القنوات كلها."
    assert f"/compare/?a={SECOND}&b={FIRST}" in page(client, f"?a={FIRST}").links()
    assert page(client, f"?a={FIRST}&b={SECOND}").all("section", class_="offers") == []


def test_words_of_a_text_offer_what_has_them(client: Client) -> None:
    rebuild_index()
    found = page(client, f"?a={FIRST}&b={quote('القنوات كلها')}")
    assert found.words("p", class_="msg") == []
    assert found.one("section", class_="offers").words == (
        "الثانية: توصيات فيها القنوات كلها الاجتماع الرابع، التوصية 12 ينبغي للدول صون القنوات كلها."
    )
    assert f"/compare/?a={FIRST}&b={SECOND}" in found.links()
    assert len(page(client, f"?a={FIRST}&b={quote('زرقشلاندية')}").words("p", class_="msg")) == 1


def test_a_document_is_no_recommendation(client: Client) -> None:
    factories.make_document("ITC/CONF/WG.1/2019/5")
    assert len(page(client, "?a=ITC/CONF/WG.1/2019/5").words("p", class_="msg")) == 1


def test_the_same_twice_is_said(client: Client) -> None:
    found = page(client, f"?a={FIRST}&b={FIRST}")
    assert found.words("p", class_="msg") == ["اخترت التوصية نفسها مرتين. اختر أخرى لتقارنها بها."]
    assert found.all("div", class_="twin-half") == []


def test_equal_texts_are_said_to_be_equal(client: Client) -> None:
    meeting = factories.make_meeting(6)
    for number in (1, 2):
        factories.make_recommendation(number, "ينبغي صون القنوات.", meeting=meeting)
    found = page(client, "?a=itc-conf-wg1.6.1&b=itc-conf-wg1.6.2")
    assert found.words("p", class_="agree") == ["النصان متطابقان بكلماتهما."]
    assert found.all("del") == found.all("ins") == []


@pytest.mark.parametrize("query", ["", "?a=", f"?a={FIRST}", "?b=%00%F0%9F%98%80", "?a=" + "x" * 5000])
def test_whatever_is_asked_there_is_a_form(client: Client, query: str) -> None:
    response = client.get(f"/compare/{query}", follow=True)
    assert response.status_code == 200
    form = Page(response).one("form", class_="choose").attributes
    assert (form["action"], form["method"]) == ("/compare/", "get")


def test_the_english_page_is_english(client: Client) -> None:
    response = client.get(f"/en/compare/?a={FIRST}.b&b={SECOND}")
    found = Page(response)
    assert found.foreign == []
    assert found.words("p", class_="agree") == ["The two texts share no words."]


def test_a_comparison_takes_few_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    factories.make_state()
    with django_assert_num_queries(12):
        client.get(f"/compare/?a={FIRST}&b={SECOND}")


def test_both_say_how_strongly_they_ask(client: Client) -> None:
    first = Recommendation.objects.get(locator=FIRST)
    meaning.make_clause(first)
    item = first.subparagraphs.first()
    meaning.make_clause(first, "invited", subparagraph=item, is_main=False, overrides=True, position=2)
    meaning.make_clause(Recommendation.objects.get(locator=SECOND), "urged", decision=meaning.REJECTED)

    def said(query: str) -> list[str]:
        return [words for words in page(client, query).words("p", class_="note") if words.startswith("قوة العبارة")]

    assert said(f"?a={FIRST}&b={SECOND}") == ["قوة العبارة: ينبغي"]
    assert said(f"?a={FIRST}.a&b={FIRST}.b") == ["قوة العبارة: يدعو", "قوة العبارة: ينبغي"]


@pytest.mark.parametrize(
    ("relation", "values", "said"),
    [
        ("strengthens", {}, ["الثانية تقوّي الأولى. حُدِّدت آلياً"]),
        ("repeats", {}, []),
        ("strengthens", {"decision": meaning.REJECTED}, []),
    ],
)
def test_only_what_is_known_to_strengthen_is_said_to(
    client: Client, relation: str, values: dict[str, str], said: list[str]
) -> None:
    earlier, later = Recommendation.objects.get(locator=SECOND), Recommendation.objects.get(locator=FIRST)
    meaning.make_kinship(earlier, later, relation=relation, **values)
    agreed = page(client, f"?a={SECOND}&b={FIRST}").words("p", class_="agree")
    assert agreed[1:] == said
    other_way = page(client, f"?a={FIRST}&b={SECOND}").words("p", class_="agree")
    assert other_way[1:] == [one.replace("الثانية تقوّي الأولى", "الأولى تقوّي الثانية") for one in said]
    # the whole is near, which says nothing of its items
    assert len(page(client, f"?a={SECOND}&b={FIRST}.a").words("p", class_="agree")) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["الاجتماع الأول", "المادة 1", "meeting 1"])
def test_what_names_no_text_is_not_compared(client: Client, typed: str) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(1))
    assert client.get("/compare/", {"a": typed}).status_code == 200


def test_a_result_is_compared_with_others_of_its_results_and_leads_back(client: Client) -> None:
    results, among = "/recommendations/?body=itc-conf-wg1", "&among=body%3Ditc-conf-wg1"
    links = Page(client.get(results)).links("a", class_="to-compare")
    assert links == [f"/compare/?a={SECOND}{among}", f"/compare/?a={FIRST}{among}"]
    chosen = Page(client.get(links[0])).links()
    offered = f"/compare/?a={SECOND}&b={FIRST}{among}"
    assert results in chosen
    # But for the same page in English.
    assert [one for one in chosen if one.endswith(among) and not one.startswith("/en/")] == [offered]
    pair = Page(client.get(offered))
    assert results in pair.links()
    assert pair.one("link", rel="canonical").attributes["href"].endswith(f"/compare/?a={SECOND}&b={FIRST}")
