"""The three ways to see what was found: cards, a compact table, the texts in full. The address says which."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page

LIST = "/recommendations/"
WORD = f"q={quote('قناة')}"
#: Version of the data, two of the index, synonyms, matches and ranks; rows; lettered items; specimen or not.
QUERIES_WITH_WORDS = 6
QUERIES_WITHOUT = 4


@pytest.fixture
def archive(client: Client) -> None:
    """Two meetings; the first recommendation has lettered items and Latin words, and an item of the agenda."""
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    item = factories.make_agenda_item("2", meeting=first, title="حال القنوات")
    factories.make_recommendation(
        1,
        "ينبغي للدول ما يلي وفق ITC/CONF/WG.1/2019/6:",
        meeting=first,
        agenda_item=item,
        subparagraphs=("مد الجسور؛", "صون القنوات (Canal Survey)."),
    )
    factories.make_recommendation(2, "ينبغي تنظيف القنوات <المجاري>.", meeting=first)
    factories.make_recommendation(1, "ينبغي صون القنوات.", meeting=second)
    rebuild_index()


@pytest.fixture
def page_of(client: Client) -> Callable[..., Page]:
    def get(query: str = "", path: str = LIST) -> Page:
        response = client.get(f"{path}?{query}" if query else path)
        assert response.status_code == 200
        return Page(response)

    return get


def views(page: Page) -> list[tuple[str, str, bool]]:
    links = [page.one("a", id=f"view-{name}") for name in ("cards", "table", "text")]
    return [(one.words, one.attributes["href"], "aria-current" in one.attributes) for one in links]


def test_whole_texts_of_one_meeting_do_not_say_at_each_which_it_is(archive: None, page_of: Callable[..., Page]) -> None:
    def said(query: str) -> list[str]:
        found = page_of(f"{query}&{WORD}&view=text")
        return [words for words in found.words("p", class_="where") if "الاجتماع" in words]

    assert said("sort=relevance&meeting=itc-conf-wg1.1") == []
    assert len(said("sort=relevance")) == 3


def test_the_switch_keeps_the_rest_of_the_selection(archive: None, page_of: Callable[..., Page]) -> None:
    rest = f"{LIST}?meeting=itc-conf-wg1.1&sort=newest"
    page = page_of("meeting=itc-conf-wg1.1&sort=newest&view=table")
    assert views(page) == [
        ("مقتطفات", rest, False),
        ("جدول", f"{rest}&view=table", True),
        ("نصوص كاملة", f"{rest}&view=text", False),
    ]
    assert views(page_of("view=cards"))[0] == ("مقتطفات", LIST, True)


def test_everything_else_keeps_the_view(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of(f"{WORD}&year=2011&view=text")
    for links in ("opt", "chip", "clear"):
        queries = [parse_qs(link.partition("?")[2]) for link in page.links("a", class_=links)]
        assert {tuple(query["view"]) for query in queries} == {("text",)}
    for name in ("sort-newest", "size-50"):
        assert "view=text" in page.one("a", id=name).attributes["href"]
    fields = [one.attributes["value"] for one in page.all("input", type="hidden") if one.attributes["name"] == "view"]
    assert fields == ["text", "text"]  # of the search box and of the dates
    assert [chip for chip in page.words("a", class_="chip") if "text" in chip or "نصوص" in chip] == []


def test_one_content_has_one_canonical_address(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of("year=2011&view=table")
    assert page.links("link", rel="canonical") == [f"http://testserver{LIST}?year=2011"]


def test_an_unknown_view_is_named_and_cards_are_shown(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of("view=map")
    assert page.words("p", class_="msg") == [
        "view=map يقبل cards أي المقتطفات، أو table أي الجدول، أو text أي النصوص كاملة."
    ]
    assert len(page.all("li", class_="hit")) == 3
    assert views(page)[0] == ("مقتطفات", LIST, True)


def test_a_card_names_its_place_and_its_facts(archive: None, page_of: Callable[..., Page]) -> None:
    card = page_of(f"{WORD}&sort=order").all("li", class_="hit")[0]
    assert card.words == (
        "التوصية الأولى، الاجتماع الأول1 الاجتماع الأول 2011 (ب) صون القنوات (Canal Survey). "
        "في الفقرة الفرعية (ب)البند 2فقرتان فرعيتانأضف إلى قائمتيفي قائمتي: التوصية الأولى، الاجتماع الأول"
        "قارن: التوصية الأولى، الاجتماع الأول"
    )


def test_the_table_has_a_line_for_each(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of(f"{WORD}&sort=order&view=table")
    assert page.words("caption") == ["التوصيات"]
    assert page.words("th", scope="col") == ["التوصية", "النص", "البند"]
    assert [one.split("أضف")[0] for one in page.words("th", scope="row")] == ["الأول، 1", "الأول، 2", "الثاني، 1"]
    assert page.words("td", class_="t") == [
        "(ب) صون القنوات (Canal Survey).",
        "ينبغي تنظيف القنوات <المجاري>.",
        "ينبغي صون القنوات.",
    ]
    assert page.words("td", class_="num") == ["البند 2 حال القنوات", "", ""]
    assert page.words("mark") == ["القنوات"] * 3


def test_a_column_that_nobody_fills_is_left_out(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of("view=table&meeting=itc-conf-wg1.2")
    assert page.words("th", scope="col") == ["التوصية", "النص"]


def test_texts_in_full_stand_under_their_meetings(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of("view=text")
    assert [heading.split(" فيينا")[0] for heading in page.words("h2") if "الاجتماع" in heading] == [
        "الاجتماع الأول",
        "الاجتماع الثاني",
    ]
    assert page.words("div", class_="whole") == [
        "ينبغي للدول ما يلي وفق ITC/CONF/WG.1/2019/6: (أ) مد الجسور؛ (ب) صون القنوات (Canal Survey).",
        "ينبغي تنظيف القنوات <المجاري>.",
        "ينبغي صون القنوات.",
    ]
    assert page.links("a", class_="lb") == [
        "/recommendations/itc-conf-wg1.1.1/#a",
        "/recommendations/itc-conf-wg1.1.1/#b",
    ]
    assert [one.words for one in page.all("bdi", dir="ltr") if "Canal" in one.text] == ["Canal Survey"]


def test_where_several_bodies_share_the_list_each_is_named(archive: None, page_of: Callable[..., Page]) -> None:
    other = factories.make_meeting(1, body=factories.make_body("ITC/CONF/WG.2", name_ar="فريق الجسور"))
    factories.make_recommendation(7, "ينبغي صون القنوات.", meeting=other)
    rebuild_index()
    cards = page_of("body=itc-conf-wg2").all("div", class_="meta")
    assert [card.words.split("أضف")[0] for card in cards] == ["فريق الجسور"]
    assert page_of("body=itc-conf-wg2&view=table").words("span", class_="of") == ["ITC/CONF/WG.2"]
    named = [one.words for one in page_of("body=itc-conf-wg2&view=text").all("small") if "ك.ب" not in one.words]
    assert named[0].startswith("فريق الجسور، ")
    assert page_of(f"{WORD}&body=itc-conf-wg2&view=text").words("p", class_="where")[0].startswith("فريق الجسور، ")


def test_the_best_texts_first_name_their_meeting_each(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of(f"{WORD}&view=text")
    assert sorted(page.words("p", class_="where")) == ["الاجتماع الأول، 2011"] * 2 + ["الاجتماع الثاني، 2012"]
    assert page.words("mark") == ["القنوات"] * 3


@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_every_result_leads_to_its_comparison(archive: None, page_of: Callable[..., Page], view: str) -> None:
    assert page_of(f"view={view}").links("a", class_="to-compare") == [
        f"/compare/?a=itc-conf-wg1.{place}" for place in ("1.1", "1.2", "2.1")
    ]
    english = page_of(f"view={view}", path="/en/recommendations/").links("a", class_="to-compare")
    assert english[0] == "/en/compare/?a=itc-conf-wg1.1.1"


@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_every_result_can_be_picked(archive: None, page_of: Callable[..., Page], view: str) -> None:
    page = page_of(f"view={view}")
    picked = [one.attributes["data-pick"] for one in page.all("button", class_="pick")]
    assert picked == ["itc-conf-wg1.1.1", "itc-conf-wg1.1.2", "itc-conf-wg1.2.1"]


@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_texts_with_some_of_the_words_stand_apart_in_every_view(
    archive: None, page_of: Callable[..., Page], view: str
) -> None:
    page = page_of(f"q={quote('تنظيف الجسور')}&view={view}")
    assert page.words("b", id="count") == ["لا توصيات"]
    assert page.one("h2", id="partly").words == "فيها بعض الكلمات"
    assert len(page.all("button", class_="pick")) == 2


@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_english_pages_mark_all_that_is_arabic(archive: None, page_of: Callable[..., Page], view: str) -> None:
    assert page_of(f"{WORD}&view={view}", path=f"/en{LIST}").foreign == []


def test_on_paper_the_selection_is_named_with_its_address(archive: None, page_of: Callable[..., Page]) -> None:
    page = page_of(f"{WORD}&meeting=itc-conf-wg1.1&view=text")
    head = page.one("div", class_="asked-for").words
    assert head == (
        "البحث عن قناة الاجتماع الاجتماع الأول مرتبة بحسب الصلة رابط هذه الصفحة "
        f"http://testserver{LIST}?q=قناة&meeting=itc-conf-wg1.1&view=text"
    )
    root = page.one("html").attributes
    assert (root["data-symbol"], root["data-place"]) == ("ITC/CONF/WG.1", "بحث: قناة، توصيات الاجتماع الأول")


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize("view", ["cards", "table", "text"])
def test_queries_do_not_grow_with_the_results(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, items: int, view: str
) -> None:
    meeting = factories.make_meeting(1)
    agenda_item = factories.make_agenda_item("2", meeting=meeting)
    for number in range(1, items + 1):
        factories.make_recommendation(
            number, "صون القنوات:", meeting=meeting, agenda_item=agenda_item, subparagraphs=("حفر القنوات؛",)
        )
    rebuild_index()
    # The first request of a version reads facets and meetings into memory.
    client.get(f"{LIST}?q={quote('حفر')}")
    # Who is near to whom is asked where there are two hits.
    with django_assert_num_queries(QUERIES_WITH_WORDS + (items > 1)):
        found = Page(client.get(f"{LIST}?{WORD}&view={view}"))
    # The same words again, as who turns the page or narrows by a facet asks them: the engine is left alone.
    with django_assert_num_queries(QUERIES_WITHOUT + (items > 1)):
        client.get(f"{LIST}?{WORD}&view={view}&year=2011")
    with django_assert_num_queries(QUERIES_WITHOUT):
        client.get(f"{LIST}?view={view}&year=2011")
    assert len(found.all("button", class_="pick")) == items


@pytest.mark.parametrize(
    ("view", "place"), [("", ("li", "hit")), ("view=table", ("td", "num")), ("view=text", ("article", "r"))]
)
def test_what_was_found_by_the_title_of_an_agenda_item_or_of_the_one_over_it_says_so(
    client: Client, page_of: Callable[..., Page], view: str, place: tuple[str, str]
) -> None:
    meeting = factories.make_meeting(1)
    above = factories.make_agenda_item("2", meeting=meeting, title="حال الأنهار")
    item = factories.make_agenda_item("2 (أ)", meeting=meeting, title="صون الجسور", parent=above)
    factories.make_recommendation(1, "ينبغي تنظيف القنوات.", meeting=meeting, agenda_item=item)
    rebuild_index()
    name, class_ = place
    for asked, found in (("الأنهار", "البند 2 حال الأنهار"), ("الجسور", "البند 2 (أ) صون الجسور")):
        page = page_of(f"q={quote(asked)}&{view}".rstrip("&"))
        assert found in " ".join(page.words(name, class_=class_))
        assert page.words("mark") == [asked]
