"""What holds on every page: language and direction, landmarks, links that lead somewhere, few queries."""

import re
from collections import Counter

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Document, Recommendation
from config.bundles import joined_styles
from tests import factories, factories_of_meaning
from tests.views.page import Page

PATHS = [
    "/",
    "/recommendations/",
    "/recommendations/?q=%D9%82%D9%86%D8%A7%D8%A9&meeting=itc-conf-wg1.1&agenda_item=none&from=2011-01-01",
    "/recommendations/itc-conf-wg1.1.1/",
    "/recommendations/itc-conf-wg1.1.1/?text=printed",
    "/meetings/",
    "/meetings/itc-conf-wg1.1/",
    "/meetings/itc-conf-wg1.2/",
    "/documents/",
    "/documents/itc-conf-wg1-2019-5/",
    "/documents/itc-conf-wg1-2019-6/",
    "/matrix/",
    "/matrix/?rows=document&columns=year&agenda_item=none",
    "/requests/",
    "/requests/?actor=states",
    "/requests/?actor=conference&page=7",
    "/about/",
    "/data/",
    "/help/",
    "/resolve/",
    "/documents/itc-conf-wg1-2019-5/?paragraph=999",
    "/list/?items=itc-conf-wg1.1.1,itc-conf-wg1.1.1.a",
    "/offline/",
    "/recommendations/itc-conf-wg1.1.1/?source=beside&text=printed",
    "/recommendations/itc-conf-wg1.1.1/?marks=operative",
    "/recommendations/itc-conf-wg1.1.1/lineage/",
    "/compare/",
    "/compare/?a=itc-conf-wg1.1.1.a&b=itc-conf-wg1.1.1",
    "/list/",
    "/list/?items=itc-conf-wg1.1.1,nothing",
    "/topics/",
    "/topics/locks/",
    "/topics/locks/sheet/",
    "/topics/empty/",
    "/topics/empty/sheet/",
    "/articles/",
    "/articles/canal-protocol/1/",
    "/articles/canal-protocol/1/sheet/",
    "/articles/canal-protocol/99/",
    "/articles/canal-protocol/99/sheet/",
    "/topics/lock/",
    "/articles/canal/5/",
    "/nothing-here/",
    "/recommendations/itc-conf-wg1.1.99/",
]


def fill(size: int) -> None:
    """An archive with `size` of everything."""
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    meeting = factories.make_meeting(1, body=body)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=meeting, body=body, summary="نبذة.")
    for number in range(2, size + 2):
        factories.make_meeting(number, body=body)
        factories.make_document(f"ITC/CONF/WG.1/2019/{number + 4}", meeting=meeting, source_file="")
    for number in range(1, size + 1):
        item = factories.make_agenda_item(str(number), meeting=meeting)
        section = factories.make_section(document, f"قسم {number}")
        paragraph = factories.make_paragraph(document, number * 2, section=section, printed_number="9")
        factories.make_footnote(document, str(number), paragraph=paragraph)
        factories.make_footnote(document, "*")
        factories.make_recommendation(
            number,
            f"ينبغي صون القناة {number}:",
            printed_chapeau=f"ينبغي صدن القناة {number}:",
            meeting=meeting,
            document=document,
            agenda_item=item,
            subparagraphs=("الأولى (انظر ITC/CONF/WG.1/2019/5)؛", "الثانية.") * size,
        )
    fill_meaning(document, size)


def fill_meaning(document: Document, size: int) -> None:
    """Topics and articles, `size` of which all recommendations and paragraphs have, and one that none has."""
    topics = [factories_of_meaning.make_topic("locks", description_ar="الأهوسة ومفاتيحها.", label_en="")]
    topics += [factories_of_meaning.make_topic(f"locks-{number}", parent=topics[0]) for number in range(size)]
    factories_of_meaning.make_topic("empty")
    articles = [factories_of_meaning.make_article(number, title_en="") for number in range(1, size + 1)]
    articles += [factories_of_meaning.make_article(99)]
    topics[0].articles.set(articles)
    for recommendation in Recommendation.objects.all():
        factories_of_meaning.make_clause(recommendation)
        for item in recommendation.subparagraphs.all():
            own = {"subparagraph": item, "is_main": False, "overrides": True, "position": item.position + 1}
            factories_of_meaning.make_clause(recommendation, "invited", **own)
        for topic in topics:
            factories_of_meaning.make_assignment(recommendation, topic, ground="«القناة» في صلب المطلوب.")
        for article in articles[:size]:
            values = {"article": article, "instrument": article.instrument, "kind": "treaty_article"}
            factories_of_meaning.make_citation(recommendation, ground="body", cited_paragraph="3", **values)
            for paragraph in document.paragraphs.all():
                factories_of_meaning.make_citation(paragraph, ground="section", **values)


@pytest.mark.parametrize("path", PATHS)
def test_arabic_pages_are_arabic_and_english_ones_english(client: Client, path: str) -> None:
    fill(1)
    for prefix, language, direction in (("", "ar", "rtl"), ("/en", "en", "ltr")):
        page = Page(client.get(prefix + path))
        html = page.one("html").attributes
        assert (html["lang"], html["dir"]) == (language, direction)
        assert page.foreign == []


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", PATHS)
def test_pages_have_their_landmarks_and_nothing_inline(client: Client, path: str, prefix: str) -> None:
    fill(1)
    page = Page(client.get(prefix + path))
    assert [len(page.all(name)) for name in ("title", "h1", "main", "footer", "style")] == [1, 1, 1, 1, 0]
    # A block of data is no script, to browsers and to the policy.
    scripts = [one for one in page.all("script") if one.attributes.get("type") != "application/ld+json"]
    assert [script.text for script in scripts] == [""] * len(scripts)
    assert [one for one in scripts if not one.attributes["src"].startswith("/static/")] == []
    assert page.links(class_="skip") == ["#main"]
    inline = [name for element in page.elements for name in element.attributes if name == "style" or name[:2] == "on"]
    assert inline == []
    assert [link for link in page.links() if link.lower().startswith("javascript:")] == []
    policy = "default-src 'self'; script-src 'self'; style-src 'self'; "
    assert page.response["Content-Security-Policy"].startswith(policy)
    assert page.one("meta", name="description").attributes["content"] != ""
    shared = [page.one("meta", property=f"og:{name}").attributes["content"] for name in ("title", "description", "url")]
    assert [one for one in shared if not one.strip() or "<" in one] == []
    assert [found for found, times in Counter(page.ids).items() if times > 1] == []
    sheets = ["/static/css/site.css", "/static/css/more.css"]
    assert page.links("link", rel="stylesheet") in (sheets[:1], sheets)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_for_the_sheets_that_know_its_classes(client: Client, path: str) -> None:
    fill(1)
    page = Page(client.get(path))
    if "/static/css/more.css" in page.links("link", rel="stylesheet"):
        return
    used = {name for element in page.elements for name in element.attributes.get("class", "").split()}
    known, elsewhere = (set(re.findall(r"\.([a-z][\w-]*)", joined_styles(is_more=more))) for more in (False, True))
    assert used & elsewhere - known == set()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_link_of_every_page_leads_somewhere(client: Client, prefix: str) -> None:
    """Most links stand on every page: each is followed once."""
    fill(1)
    pages = {path: Page(client.get(prefix + path)) for path in PATHS}
    inner = {
        path: {link.split("#")[0] for link in page.links() if link.startswith("/")} for path, page in pages.items()
    }
    lost = {link for link in set().union(*inner.values()) if client.get(link, follow=True).status_code != 200}
    assert {path: links & lost for path, links in inner.items() if links & lost} == {}
    anchors = {
        path: {link[1:] for link in page.links() if link.startswith("#")} - set(page.ids)
        for path, page in pages.items()
    }
    assert {path: missing for path, missing in anchors.items() if missing} == {}


@pytest.mark.parametrize("path", [path for path in PATHS[:11] if "q=" not in path])
def test_a_page_names_its_address_in_both_languages(client: Client, path: str) -> None:
    fill(1)
    bare = path.partition("?")[0]
    for prefix in ("", "/en"):
        page = Page(client.get(prefix + path))
        assert page.links("link", rel="canonical") == [f"http://testserver{prefix}{bare}"]
        assert page.links("link", hreflang="en") == [f"http://testserver/en{bare}"]
        assert page.links("link", hreflang="ar") == [f"http://testserver{bare}"]
    assert Page(client.get(path)).links("a", hreflang="en") == [f"/en{path}"]


def test_the_menu_marks_where_the_reader_is(client: Client) -> None:
    fill(1)
    menu = {"aria-current": "page"}, {"aria-current": "true"}
    assert [Page(client.get("/meetings/")).words("a", **one) for one in menu] == [["الاجتماعات"], []]
    assert [Page(client.get("/meetings/itc-conf-wg1.1/")).words("a", **one) for one in menu] == [
        [],
        ["الاجتماعات"],
    ]


def test_a_page_that_is_not_there_is_no_page_for_searchers(client: Client) -> None:
    response = client.get("/nothing-here/")
    page = Page(response)
    assert response.status_code == 404
    assert page.words("bdi", class_="asked") == ["/nothing-here/"]
    assert page.one("meta", name="robots").attributes["content"] == "noindex"


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 8),
        ("/recommendations/", 4),
        ("/recommendations/?meeting=itc-conf-wg1.1&year=2011&sort=newest", 4),
        ("/recommendations/itc-conf-wg1.1.1/", 14),
        ("/meetings/", 4),
        ("/meetings/itc-conf-wg1.1/", 10),
        ("/meetings/itc-conf-wg1.2/", 9),
        ("/documents/", 4),
        ("/documents/itc-conf-wg1-2019-5/", 11),
        ("/topics/", 4),
        ("/topics/locks/", 7),
        ("/topics/locks/sheet/", 8),
        ("/articles/", 4),
        ("/articles/canal-protocol/1/", 9),
        ("/articles/canal-protocol/1/sheet/", 9),
        ("/nothing-here/", 1),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_archive(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, queries: int, size: int
) -> None:
    fill(size)
    factories.make_state()
    # The first request of a process reads the facets and terms of the archive into memory.
    client.get("/recommendations/")
    client.get("/")
    # A recommendation that stands alone has no neighbours to name.
    is_alone = size == 1 and path == "/recommendations/itc-conf-wg1.1.1/"
    with django_assert_num_queries(queries - is_alone):
        client.get(path)
