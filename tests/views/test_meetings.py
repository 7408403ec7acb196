"""The list of meetings and the page of one."""

from django.test import Client

from archive.models import Body
from tests import factories
from tests.views.page import Page


def test_meetings_with_texts_stand_apart_from_those_only_known(client: Client) -> None:
    body = factories.make_body(name_ar="فريق القنوات")
    factories.make_recommendation(1, meeting=factories.make_meeting(1, body=body))
    factories.make_meeting(2, body=body)
    factories.make_meeting(3, body=body, place="", start=None, end=None)
    conference = factories.make_body("ITC/CONF", name_ar="مؤتمر القنوات", term=Body.Term.SESSION)
    factories.make_document(meeting=factories.make_meeting(12, body=conference))
    page = Page(client.get("/meetings/"))
    assert page.words("h2") == ["فريق القنوات", "مؤتمر القنوات"]
    assert page.words("li")[:4] == [
        "الاجتماع الأول فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011توصية واحدة",
        "الاجتماع الثاني فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012الاسم فقط",
        "الاجتماع الثالث المكان والتاريخ غير معروفينالاسم فقط",
        "الدورة الثانية عشرة فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2022وثيقة واحدة",
    ]


def test_an_empty_list_says_how_to_load(client: Client) -> None:
    page = Page(client.get("/meetings/"))
    assert page.one("div", class_="empty").words == (
        "لا اجتماعات في الأرشيف بعد.حمّل المصادر بالأمر python manage.py load_archive."
    )


def test_the_agenda_is_a_tree_with_the_numbers_of_its_recommendations(client: Client) -> None:
    meeting = factories.make_meeting(7)
    first = factories.make_agenda_item("1", meeting=meeting, title="المسائل التنظيمية")
    factories.make_agenda_item("1 (أ)", meeting=meeting, parent=first, title="افتتاح الاجتماع")
    second = factories.make_agenda_item("2", meeting=meeting, title="صون القنوات")
    for number in (1, 2):
        factories.make_recommendation(number, f"نص {number}.", meeting=meeting, agenda_item=second)
    page = Page(client.get("/meetings/itc-conf-wg1.7/"))
    assert page.all("ol", class_="tree")[0].words == (
        "1 المسائل التنظيمية (أ) افتتاح الاجتماع 2 صون القنوات التوصيات 12"
    )
    assert page.one("ol", class_="recs").words == "1نص 1.2نص 2."
    assert page.words("figcaption") == ["توصيتان من 2"]


def test_a_meeting_without_recommendations_says_so_and_what_is_known(client: Client) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(5))
    sixth = factories.make_meeting(6, note="ناقش تبادل المياه.")
    factories.make_meeting(7)
    factories.make_document("ITC/CONF/WG.1/2019/2", meeting=sixth, source_file="", title="ورقة")
    page = Page(client.get("/meetings/itc-conf-wg1.6/"))
    assert page.one("section", class_="empty").words == (
        "لا نص محفوظ لتوصيات هذا الاجتماع. لم يرد نصها في أي من المصادر التي بُني عليها الأرشيف. "
        "ما نعرفه مأخوذ من وثائق أخرى، وهو مبيّن في هذه الصفحة."
    )
    assert page.words("p", class_="did") == ["ناقش تبادل المياه."]
    assert page.words("ul", class_="plain") == ["ورقة ITC/CONF/WG.1/2019/2معروفة فقط"]
    assert page.links(rel="prev") + page.links(rel="next") == [
        "/meetings/itc-conf-wg1.5/",
        "/meetings/itc-conf-wg1.7/",
    ]


def test_a_session_of_which_nothing_is_known_says_that(client: Client) -> None:
    conference = factories.make_body("ITC/CONF", term=Body.Term.SESSION)
    factories.make_meeting(9, body=conference, place="", start=None, end=None)
    page = Page(client.get("/meetings/itc-conf.9/"))
    assert page.words("h1") == ["الدورة التاسعة"]
    assert page.one("section", class_="empty").words == (
        "لا نص محفوظ لتوصيات هذه الدورة. لم يرد نصها في أي من المصادر التي بُني عليها الأرشيف. "
        "لم تزد الوثائق على ذكر الاسم والرقم."
    )


def test_an_address_in_capitals_leads_to_the_meeting(client: Client) -> None:
    factories.make_meeting(6)
    response = client.get("/meetings/ITC-CONF-WG1.6/")
    assert (response.status_code, response.headers["Location"]) == (301, "/meetings/itc-conf-wg1.6/")


def test_an_unknown_meeting_offers_those_of_its_body(client: Client) -> None:
    factories.make_meeting(6)
    response = client.get("/meetings/itc-conf-wg1.60/")
    assert response.status_code == 404
    assert "/meetings/itc-conf-wg1.6/" in Page(response).links()
