"""An archive of many bodies and meetings: no page grows with all of them."""

from datetime import date

import pytest
from django.test import Client
from pyroaring import BitMap

from archive.display.pictures.meeting_picture import MOST_PICTURES, MOST_SPANS, build_pictures, small_ruler
from archive.display.pictures.timeline import FEW_BODIES, MANY_BODIES
from archive.filters.snapshot import build_snapshot, current_snapshot
from archive.giving.site.addresses import SitePlace, read_target
from archive.models import Body, Meeting, Recommendation
from archive.record.state import raise_data_version
from tests import factories
from tests.views.page import Page

pytestmark = pytest.mark.django_db

BODIES, EACH = 21, 10


@pytest.fixture
def many() -> None:
    """210 meetings of 21 bodies, a recommendation each but for the last body, whose texts nobody has."""
    bodies = Body.objects.bulk_create(
        Body(symbol=f"ITC/CONF/WG.{number:02}", slug=f"itc-conf-wg{number:02}", name_ar=f"فريق القنوات {number}",
             name_en=f"Canals {number}")
        for number in range(1, BODIES + 1)
    )  # fmt: skip
    meetings = Meeting.objects.bulk_create(
        Meeting(body=body, number=number, slug=f"{body.slug}.{number}", start=date(2000 + number, 5, 1))
        for body in bodies
        for number in range(1, EACH + 1)
    )
    Recommendation.objects.bulk_create(
        Recommendation(meeting=meeting, number=1, locator=f"{meeting.slug}.1", text="ينبغي صون القنوات.",
                       printed_text="ينبغي صون القنوات.")
        for meeting in meetings[:-EACH]
    )  # fmt: skip
    raise_data_version()


def page_of(client: Client, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200
    return Page(response)


def rows(page: Page) -> list[str]:
    return [one.words for one in page.all("li") if one.attributes.get("id", "").startswith("itc-conf")]


def headings(page: Page) -> list[str]:
    """But for that of the keys, which every page has."""
    return [one.words for one in page.all("h2") if one.attributes.get("id") != "keys-title"]


@pytest.mark.usefixtures("many")
def test_the_list_of_meetings_is_one_of_bodies(client: Client) -> None:
    page = page_of(client, "/meetings/")
    assert page.words("p", class_="where") == ["الهيئات: 21، ولها 210 اجتماعات. يمثل كل عمود اجتماعاً."]
    found = rows(page)
    assert (len(found), found[0], found[-1]) == (
        BODIES,
        "فريق القنوات 1 ITC/CONF/WG.01، 10 اجتماعات، من 2001 إلى 2010 10 توصيات",
        "فريق القنوات 21 ITC/CONF/WG.21، 10 اجتماعات، من 2001 إلى 2010 نص توصياتها غير متاح هنا",
    )
    assert page.one("li", id="itc-conf-wg03").words.startswith("فريق القنوات 3 ")
    assert "/meetings/?body=itc-conf-wg03" in page.links()


@pytest.mark.usefixtures("many")
def test_a_body_has_its_meetings_behind_it(client: Client) -> None:
    page = page_of(client, "/meetings/?body=itc-conf-wg03")
    assert headings(page) == ["فريق القنوات 3"]
    assert [link for link in page.links() if link.startswith("/meetings/itc")] == [
        f"/meetings/itc-conf-wg03.{number}/" for number in range(1, EACH + 1)
    ]
    assert page.one("link", rel="canonical").attributes["href"].endswith("/meetings/?body=itc-conf-wg03")
    assert "/meetings/#itc-conf-wg03" in page.links()


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("words", "numbers"), [("canals 7", [7]), ("wg.07", [7]), ("القناة 7", [7]), ("السدود", [])]
)
def test_bodies_are_found_by_name_and_symbol(client: Client, words: str, numbers: list[int]) -> None:
    page = page_of(client, f"/meetings/?q={words}")
    assert [row.partition(" ITC")[0] for row in rows(page)] == [f"فريق القنوات {number}" for number in numbers]
    assert headings(page) == ([] if numbers else ["لا هيئة بهذه الكلمات."])


@pytest.mark.usefixtures("many")
def test_meetings_of_a_body_and_bodies_come_in_pages(client: Client) -> None:
    body = Body.objects.get(slug="itc-conf-wg02")
    Meeting.objects.bulk_create(
        Meeting(body=body, number=number, slug=f"{body.slug}.{number}") for number in range(EACH + 1, 102)
    )
    raise_data_version()
    first, second = (page_of(client, f"/meetings/?body=itc-conf-wg02{page}") for page in ("", "&page=2"))
    listed = [[link for link in page.links() if link.startswith("/meetings/itc")] for page in (first, second)]
    assert [len(links) for links in listed] == [100, 1]
    assert first.one("a", rel="next").attributes["href"] == "/meetings/?body=itc-conf-wg02&page=2"
    assert page_of(client, "/meetings/?body=itc-conf-wg02&page=3").words("p", class_="msg") == [
        "page=3 لا توجد صفحة بهذا الرقم؛ آخر صفحة هي 2."
    ]


def test_few_meetings_stand_on_one_page_and_a_body_may_be_asked_for_alone(client: Client) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(1))
    factories.make_meeting(2, body=factories.make_body("ITC/CONF", name_ar="مؤتمر القنوات"))
    assert len(headings(page_of(client, "/meetings/"))) == 2
    assert headings(page_of(client, "/meetings/?body=itc-conf")) == ["مؤتمر القنوات"]
    assert page_of(client, "/meetings/?body=none").words("p", class_="msg") == [
        "body=none لا هيئة في الأرشيف بهذا المعرّف."
    ]


@pytest.mark.usefixtures("many")
def test_the_first_page_draws_few_bodies_and_names_the_others(client: Client) -> None:
    assert BODIES > MANY_BODIES
    page = page_of(client, "/")
    assert len(page.all("ol", class_="line")) == FEW_BODIES
    assert len([link for link in page.links() if link.startswith("/recommendations/?body=")]) == 20 - FEW_BODIES


@pytest.mark.usefixtures("many")
def test_a_subject_of_many_bodies_has_the_pictures_of_the_fullest(client: Client) -> None:
    snapshot = current_snapshot()
    keys = list(snapshot.everything)
    pictures, undrawn = build_pictures(snapshot, BitMap(keys[:25] + keys[55:60]))
    assert [(one.meeting.body.slug, one.caption.count(":")) for one in pictures] == [
        ("itc-conf-wg01", 10), ("itc-conf-wg02", 10), ("itc-conf-wg03", 5), ("itc-conf-wg06", 5)
    ]  # fmt: skip
    assert undrawn is None
    pictures, undrawn = build_pictures(snapshot, snapshot.everything - BitMap(keys[:1]))
    assert [one.meeting.body.slug for one in pictures] == [f"itc-conf-wg{number:02}" for number in range(2, 8)]
    assert undrawn is not None
    assert (len(pictures), undrawn.body_count, undrawn.count) == (MOST_PICTURES, 14, 139)


@pytest.mark.usefixtures("many")
def test_neighbouring_meetings_share_a_place_in_a_small_picture() -> None:
    snapshot = build_snapshot()
    spans = snapshot.spans(MOST_SPANS)
    assert (len(spans), {len(one.keys) for one in spans}) == (100, {2})
    assert BitMap.union(*(one.members for one in spans)) == snapshot.everything
    assert [key for one in spans for key in one.keys] == [key for shelf in snapshot.shelves for key in shelf.keys]
    assert snapshot.spans(1_000) == tuple(shelf for shelf in snapshot.shelves if shelf.body != "itc-conf-wg21")
    ruler = small_ruler(snapshot, BitMap([spans[3].keys[1]]))
    assert ruler is not None
    assert ruler.lit.count("M") == 1


@pytest.mark.usefixtures("many")
def test_columns_of_the_matrix_are_such_as_all_fit(client: Client) -> None:
    page = page_of(client, "/matrix/")
    assert page.one("h1").words == "توزيع الهيئات على السنوات"


@pytest.mark.parametrize(
    ("link", "view", "query"),
    [
        ("/meetings/?body=itc-conf-wg1", "body=itc-conf-wg1", ()),
        ("/en/meetings/?body=itc-conf-wg1&page=2#x", "body=itc-conf-wg1&page=2", ()),
        ("/recommendations/?body=itc-conf-wg1", "", (("body", "itc-conf-wg1"),)),
    ],
)
def test_a_site_in_a_folder_has_the_meetings_of_each_body(
    link: str, view: str, query: tuple[tuple[str, str], ...]
) -> None:
    target = read_target(link, SitePlace("/"), "https://a.test")
    assert target is not None
    assert (target.place.view, target.query) == (view, query)
    assert SitePlace("/meetings/", "body=a-b&page=2").file == "meetings/body-a-b-page-2.html"
