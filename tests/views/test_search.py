"""The page of recommendations: search, facets, results, and its state in the address."""

import re
from urllib.parse import parse_qs, quote

import pytest
from django.test import Client

from archive.filters.page_parameters import SEARCH
from archive.models import ArchiveState, Recommendation
from archive.search.entries import rebuild_index
from tests import factories
from tests.factories_of_meaning import make_assignment, make_topic
from tests.views.page import Page

LIST = "/recommendations/"


@pytest.fixture
def archive(client: Client) -> None:
    """Two meetings; the third recommendation of the first has lettered items."""
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    for number, text in ((1, "ينبغي صون القنوات."), (2, "ينبغي تنظيف المجاري.")):
        factories.make_recommendation(number, text, meeting=first)
    factories.make_recommendation(
        3, "ينبغي ما يلي:", meeting=first, subparagraphs=("مد الجسور؛", "حفر القنوات وصون القنوات.")
    )
    factories.make_recommendation(1, "ينبغي صون القنوات والمجاري.", meeting=second)
    rebuild_index()


def page_of(client: Client, query: str = "", path: str = LIST) -> Page:
    response = client.get(path + query)
    assert response.status_code == 200
    return Page(response)


def hits(page: Page) -> list[str]:
    return [link for link in page.links() if re.match(r"(/en)?/recommendations/(?!export\.)[^?#]", link)]


def test_the_list_stands_in_official_order(client: Client, archive: None) -> None:
    page = page_of(client)
    assert page.words("b", id="count") == ["4 توصيات"]
    assert hits(page) == [f"/recommendations/itc-conf-wg1.{place}/" for place in ("1.1", "1.2", "1.3", "2.1")]


def test_words_are_kept_marked_and_counted(client: Client, archive: None) -> None:
    page = page_of(client, "?q=%D9%82%D9%86%D8%A7%D8%A9")
    assert page.one("input", id="q").attributes["value"] == "قناة"
    assert page.words("b", id="count") == ["3 توصيات"]
    assert set(page.words("mark")) == {"القنوات"}
    assert page.one("title").words == "بحث: قناة · أرشيف التوصيات"


def test_a_lettered_item_that_matched_is_named_and_led_to(client: Client, archive: None) -> None:
    page = page_of(client, "?q=%D8%AD%D9%81%D8%B1")
    assert hits(page) == ["/recommendations/itc-conf-wg1.1.3/#b"]
    assert page.words("b", class_="in") == ["(ب)"]


def test_texts_with_some_of_the_words_stand_apart_and_are_not_counted(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('تنظيف القنوات')}")
    assert page.words("b", id="count") == ["لا توصيات"]
    assert page.one("h2", id="partly").words == "فيها بعض الكلمات"
    assert len(hits(page)) == 4
    assert page.words("span", id="f-meeting-itc-conf-wg1.1") == ["الاجتماع الأول0"]


def test_a_typed_reference_leads_to_its_page_unless_one_insists(client: Client, archive: None) -> None:
    response = client.get(f"{LIST}?q={quote('التوصية 2 من الاجتماع الأول')}")
    assert (response.status_code, response["Location"]) == (302, "/recommendations/itc-conf-wg1.1.2/")
    assert client.get(f"{LIST}?q={quote('التوصية 2 من الاجتماع الأول')}&exact=1").status_code == 200


def test_facets_chips_and_their_removals(client: Client, archive: None) -> None:
    page = page_of(client, "?meeting=itc-conf-wg1.1&year=2011&q=%D9%82%D9%86%D8%A7%D8%A9")
    word = f"{LIST}?q=%D9%82%D9%86%D8%A7%D8%A9"
    assert page.words("a", class_="chip") == [
        "أزل:الاجتماع: الاجتماع الأول×",
        "أزل:سنة الاجتماع: 2011×",
    ]
    assert page.links("a", class_="chip") == [f"{word}&year=2011", f"{word}&meeting=itc-conf-wg1.1"]
    assert page.links("a", class_="clear") == [word]
    selected = page.all("a", **{"class_": "opt", "aria-current": "true"})
    assert [one.words for one in selected] == ["الاجتماع الأول، مختار2", "2011، مختار2"]
    assert page.words("span", id="f-meeting-itc-conf-wg1.2") == ["الاجتماع الثاني0"]


def test_a_new_search_keeps_the_facets_and_drops_the_page(client: Client, archive: None) -> None:
    page = page_of(client, "?meeting=itc-conf-wg1.1&sort=newest&from=2010-01-01&page=1&page_size=50")
    fields = [
        (one.attributes["name"], one.attributes["value"])
        for one in page.all("input", type="hidden")
        if one.attributes["name"] != "page"
    ]
    assert fields[:4] == [
        ("meeting", "itc-conf-wg1.1"),
        ("from", "2010-01-01"),
        ("sort", "newest"),
        ("page_size", "50"),
    ]


def test_empty_fields_of_a_form_leave_the_address(client: Client, archive: None) -> None:
    response = client.get(f"{LIST}?q=&from=&to=2020-01-01&meeting=itc-conf-wg1.1")
    assert (response.status_code, response["Location"]) == (
        302,
        f"{LIST}?to=2020-01-01&meeting=itc-conf-wg1.1",
    )


def test_an_empty_answer_says_why_and_offers_ways_out(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('قنوات')}&year=2012&meeting=itc-conf-wg1.1")
    empty = page.one("div", class_="empty").words
    assert empty.startswith("لا توصية فيها قنوات ضمن معايير التصفية المختارة.")
    assert [way for way in page.words("li") if way in empty and way] == [
        "بلا معيار «الاجتماع» (الاجتماع الأول) 1",
        "بلا معيار «سنة الاجتماع» (2012) 2",
        "بلا أي معيار 3",
        "ابحث عنها في فقرات التقارير",
        "التوصيات كلها بترتيبها الرسمي 4",
    ]


def test_an_unknown_word_is_honestly_not_found(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('زرقشلاندية')}")
    assert page.words("div", class_="did") == ["لا نص فيه زرقشلاندية، ولا كلمة قريبة منها."]
    assert hits(page) == []


def test_where_no_word_leads_anywhere_the_subjects_of_which_there_is_most_are_offered(
    client: Client, archive: None
) -> None:
    few, many, unused = (make_topic(slug, label_ar=name) for slug, name in (
        ("dams", "السدود"), ("canals", "القنوات"), ("mills", "الطواحين"),
    ))  # fmt: skip
    first, second, *_ = Recommendation.objects.in_official_order()
    for row, topic in ((first, few), (first, many), (second, many)):
        make_assignment(row, topic)
    assert unused.pk
    page = page_of(client, f"?q={quote('زرقشلاندية')}")
    assert page.one("div", class_="empty").words.endswith("أو اختر موضوعاً القنوات 2 السدود 1")
    assert page.links("a", class_="link")[-2:] == ["/topics/canals/", "/topics/dams/"]
    assert "أو اختر موضوعاً" not in page_of(client, f"?q={quote('قنوات')}").words("h3")


@pytest.mark.parametrize(
    ("typed", "way", "shorter"),
    [
        ("قنوات زرقشلاندية", "بلا الكلمة (زرقشلاندية) 3", "?q=قنوات"),
        ("زرقشلاندية قنوات قثضصشسيب", "بلا الكلمتين (زرقشلاندية، قثضصشسيب) 3", "?q=قنوات"),
        ("زرقشلاندية 1/2", "بلا الكلمة (زرقشلاندية) 1", "?q=1/2"),
    ],
)
def test_a_question_is_offered_without_the_words_that_no_text_has(
    client: Client, archive: None, typed: str, way: str, shorter: str
) -> None:
    page = page_of(client, f"?q={quote(typed)}")
    assert way in page.words("li")
    assert f"{LIST}{quote(shorter, safe='?=')}" in page.links("a", class_="link")


def test_a_single_unknown_word_cannot_be_left_out(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('زرقشلاندية')}")
    assert [words for words in page.words("li") if words.startswith("بلا ")] == []


def test_a_missing_index_is_admitted_and_facets_go_on_working(client: Client, archive: None) -> None:
    ArchiveState.objects.update(index_version="")
    page = page_of(client, f"?q={quote('قنوات')}")
    assert page.words("div", class_="did") == ["فهرس البحث غير مكتمل الآن؛ قد تنقص النتائج."]
    assert page.one("div", class_="empty").words.startswith("فهرس البحث غير مكتمل، فلا ندري")
    assert len(hits(page_of(client, "?meeting=itc-conf-wg1.1"))) == 3


def test_the_typed_form_can_be_insisted_on(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('القنواات')}")
    (insist,) = [link for link in page.links() if "exact=1" in link]
    again = page_of(client, insist.removeprefix(LIST))
    assert again.words("a", class_="chip") == ["أزل:البحث: الصيغة المكتوبة وحدها×"]
    assert "exact=1" not in "".join(again.links("a", class_="chip"))


@pytest.mark.parametrize(
    ("query", "complaints"),
    [
        ("colour=red", [f"colour=red معامل غير معروف. المعاملات المقبولة هي: {'، '.join(SEARCH.names)}."]),
        ("meeting=x", ["meeting=x لا قيمة بهذا الاسم في الأرشيف."]),
        ("page=9", ["page=9 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 1."]),
        ("page=²", ["page=² رقم الصفحة عدد صحيح يبدأ من 1."]),
        ("page_size=7", ["page_size=7 عدد النتائج في الصفحة هو 20 أو 50 أو 100."]),
        ("from=x&sort=y", [
            "sort=y يقبل relevance أي الصلة، أو order أي الترتيب الرسمي، أو newest أي الأحدث.",
            "from=x يقبل تاريخاً مثل 2020-09-08.",
        ]),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named_and_passed_over(
    client: Client, archive: None, query: str, complaints: list[str]
) -> None:
    page = page_of(client, f"?{query}")
    assert sorted(page.words("p", class_="msg")) == sorted(complaints)
    assert len(hits(page)) == 4


def test_pages_carry_the_selection(client: Client) -> None:
    meeting = factories.make_meeting(1)
    for number in range(1, 56):
        factories.make_recommendation(number, meeting=meeting)
    page = page_of(client, "?meeting=itc-conf-wg1.1&page=2")
    assert len(hits(page)) == 20
    assert page.links(rel="next") == [f"{LIST}?meeting=itc-conf-wg1.1&page=3"]
    assert page.links(rel="prev") == [f"{LIST}?meeting=itc-conf-wg1.1"]
    assert page.links("link", rel="canonical") == [f"http://testserver{LIST}?meeting=itc-conf-wg1.1&page=2"]
    assert len(hits(page_of(client, "?page=3"))) == 15
    assert len(hits(page_of(client, "?page_size=50"))) == 50


def test_any_of_hundreds_of_pages_can_be_named(client: Client) -> None:
    meeting = factories.make_meeting(1)
    for number in range(1, 222):
        factories.make_recommendation(number, meeting=meeting)
    page = page_of(client, "?page=6&view=table")
    shown = [number for number in page.words("a") if re.fullmatch(r"\d+", number)]
    assert shown == ["1", "4", "5", "6", "7", "8", "12", "20", "50", "100"]
    field = page.one("input", id="go-to").attributes
    assert (field["name"], field["max"]) == ("page", "12")
    assert page_of(client, "?page=7&page_size=50").all("input", id="go-to") == []


def test_a_facet_that_cannot_narrow_is_left_out(client: Client, archive: None) -> None:
    page = page_of(client)
    assert page.all("details", id="facet-body") == []
    assert "open" in page.one("details", id="facet-meeting").attributes
    assert page_of(client, "?body=itc-conf-wg1").words("summary")[:2] == ["نزّل أو شارك", "الهيئة (1)"]


def test_a_long_facet_is_folded(client: Client) -> None:
    for number in range(1, 15):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    page = page_of(client)
    more = page.one("details", id="more-meeting").words
    assert more.startswith("المزيد (6) الاجتماع التاسع1")
    assert len([link for link in page.links("a", class_="opt") if "meeting=" in link]) == 14


def test_any_words_are_shown_harmlessly(client: Client, archive: None) -> None:
    # The server takes addresses of 8,190 letters, six of which write an Arabic one.
    for typed in ('"><script>alert(1)</script>', "\0\u202eabc", "' OR 1=1 --", "ق" * 1_300, "«", '"', "*", "NOT"):
        page = page_of(client, f"?q={quote(typed)}")
        assert [one.text for one in page.all("script")] == ["", ""]
        value = page.one("input", id="q").attributes["value"]
        assert not set("\0\u202e") & set(value)


def test_english_readers_get_english_controls_and_arabic_texts(client: Client, archive: None) -> None:
    page = page_of(client, "?meeting=itc-conf-wg1.1", path="/en/recommendations/")
    assert page.words("b", id="count") == ["3 recommendations"]
    assert page.words("a", class_="chip") == ["Remove:Meeting: First meeting×"]
    assert page.foreign == []


def test_the_language_link_keeps_the_selection(client: Client, archive: None) -> None:
    page = page_of(client, "?meeting=itc-conf-wg1.1&year=2011")
    assert page.links(id="other-language") == ["/en/recommendations/?meeting=itc-conf-wg1.1&year=2011"]


def test_a_change_by_another_process_is_seen_at_the_next_request(client: Client, archive: None) -> None:
    assert page_of(client).words("b", id="count") == ["4 توصيات"]
    factories.make_recommendation(5, meeting=factories.make_meeting(5))
    rebuild_index()
    assert page_of(client).words("b", id="count") == ["5 توصيات"]


def test_the_search_box_suggests(client: Client, archive: None) -> None:
    page = page_of(client)
    address = page.one("input", id="q").attributes["data-suggestions"]
    suggestions = client.get(address, {"q": "قنو"}).json()["suggestions"]
    assert {"text": "القنوات", "kind": "term", "label": "من النصوص", "target": "", "detail": ""} in suggestions
    assert client.get(address).json() == {"suggestions": []}
    address = Page(client.get("/en/recommendations/")).one("input", id="q").attributes["data-suggestions"]
    labels = {one["text"]: one["label"] for one in client.get(address, {"q": "قنو"}).json()["suggestions"]}
    assert labels["القنوات"] == "from the texts"


def test_the_browser_may_search_by_itself(client: Client, archive: None) -> None:
    (address,) = page_of(client).links("link", rel="search")
    response = client.get(address)
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    assert "http://testserver/recommendations/?q={searchTerms}" in response.content.decode()


def test_an_empty_archive_says_how_to_load(client: Client) -> None:
    assert page_of(client).one("div", class_="empty").words == (
        "لا توصيات في الأرشيف بعد. حمّل المصادر بالأمر python manage.py load_archive."
    )


def test_every_selection_of_the_page_reads_as_it_was_written(client: Client, archive: None) -> None:
    page = page_of(client, "?meeting=itc-conf-wg1.1&q=%D9%82%D9%86%D8%A7%D8%A9")
    for link in page.links("a", class_="opt"):
        query = link.partition("?")[2]
        assert parse_qs(query).get("q") == ["قناة"]
        assert page_of(client, f"?{query}").words("p", class_="msg") == []


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("التوصية 1", ["/recommendations/itc-conf-wg1.1.1/", "/recommendations/itc-conf-wg1.2.1/"]),
        ("التوصية الثالثة", ["/recommendations/itc-conf-wg1.1.3/"]),
        ("التوصية 99 من الاجتماع الثاني", ["/meetings/itc-conf-wg1.2/"]),
        ("itc-conf-wg1.2.9", ["/recommendations/itc-conf-wg1.2.1/", "/meetings/itc-conf-wg1.2/"]),
        ("الدورة الأولى", []),
        ("التوصية 99", []),
        ("التوصية المقبلة", []),
    ],
)
def test_an_empty_answer_offers_what_the_words_name(
    client: Client, archive: None, typed: str, paths: list[str]
) -> None:
    page = page_of(client, f"?q={quote(typed)}")
    assert page.words("b", id="count") == ["لا توصيات"]
    named = [link for link in page.links() if re.match(r"/(recommendations|meetings)/[^?#]", link)]
    assert named[: len(paths)] == paths
    assert ("لعلك تقصد" in page.words("h3")) == typed.startswith("itc-")


def test_a_typed_year_leads_to_its_recommendations(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('٢٠١٢')}")
    assert "سنة الاجتماع (2012) 1" in page.words("li")
    assert f"{LIST}?year=2012" in page.links()


@pytest.mark.parametrize("typed", ["؟؟؟", '"', "-", "🙂"])
def test_signs_without_a_word_are_not_said_to_be_searched_for(client: Client, archive: None, typed: str) -> None:
    page = page_of(client, f"?q={quote(typed)}")
    said = page.one("div", class_="empty").words
    assert said == f"لا كلمة ولا رقم يُبحث عنه في {typed}. التوصيات كلها بترتيبها الرسمي 4"


def test_an_excluded_word_is_said(client: Client, archive: None) -> None:
    page = page_of(client, f"?q={quote('القنوات -المجاري')}")
    assert page.words("b", id="count") == ["توصيتان"]
    assert page.words("div", class_="did") == ["بلا النصوص التي فيها المجاري."]
