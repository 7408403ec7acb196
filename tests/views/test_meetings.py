"""The list of meetings and the page of one."""

from datetime import date

import pytest
from django.test import Client

from archive.models import Body
from archive.search.entries import rebuild_index
from tests import factories
from tests.views.page import Page


def test_meetings_stand_in_official_order_whether_their_texts_are_held_or_not(client: Client) -> None:
    body = factories.make_body(name_ar="فريق القنوات")
    factories.make_meeting(2, body=body)
    factories.make_recommendation(1, meeting=factories.make_meeting(3, body=body))
    factories.make_meeting(1, body=body, place="", start=None, end=None)
    conference = factories.make_body("ITC/CONF", name_ar="مؤتمر القنوات", term=Body.Term.SESSION)
    factories.make_document(meeting=factories.make_meeting(12, body=conference))
    page = Page(client.get("/meetings/"))
    assert page.words("h2")[:2] == ["فريق القنوات", "مؤتمر القنوات"]
    assert page.words("ol", class_="years") == [
        "الاجتماع الأول المكان والتاريخ غير معروفين الاسم فقط "
        "الاجتماع الثاني فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2012 الاسم فقط "
        "الاجتماع الثالث فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2013 توصية واحدة",
        "الدورة الثانية عشرة فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2022 نصها غير متاح هنا، وثيقة واحدة",
    ]


def test_an_empty_list_says_how_to_load(client: Client) -> None:
    page = Page(client.get("/meetings/"))
    assert page.one("div", class_="empty").words == (
        "لا اجتماعات في الأرشيف بعد. حمّل المصادر بالأمر python manage.py load_archive."
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
        "1 المسائل التنظيمية (أ) افتتاح الاجتماع 2 صون القنوات 1نص 1. 2نص 2."
    )
    assert page.links(class_="link")[-1:] == ["/recommendations/?meeting=itc-conf-wg1.7&view=text"]
    assert page.words("figcaption") == ["توصيتان من 2"]


def test_a_meeting_without_recommendations_says_so_and_what_is_known(client: Client) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(5))
    sixth = factories.make_meeting(6, note="ناقش تبادل المياه.")
    factories.make_meeting(7)
    factories.make_document("ITC/CONF/WG.1/2019/2", meeting=sixth, source_file="", title="ورقة")
    page = Page(client.get("/meetings/itc-conf-wg1.6/"))
    assert page.one("section", class_="empty").words == (
        "نص توصيات هذا الاجتماع غير متاح هنا. لم يرد نصها في أي من المصادر التي بُني عليها الأرشيف. "
        "ما نعرفه مأخوذ من وثائق أخرى، وهو مبيّن في هذه الصفحة."
    )
    assert page.words("p", class_="did") == ["ناقش تبادل المياه."]
    assert page.words("ul", class_="papers") == ["ورقة ITC/CONF/WG.1/2019/2 نصها غير متاح هنا"]
    assert "ما ينقص نص التوصيات، إن كانت قد اعتُمدت." in page.one("aside").words
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
        "نص توصيات هذه الدورة غير متاح هنا. لم يرد نصها في أي من المصادر التي بُني عليها الأرشيف. "
        "لم تزد الوثائق على ذكر الاسم والرقم."
    )


def test_recommendations_under_no_item_stand_after_the_agenda(client: Client) -> None:
    meeting = factories.make_meeting(7)
    item = factories.make_agenda_item("1", meeting=meeting, title="صون القنوات")
    factories.make_recommendation(1, "نص أول.", meeting=meeting, agenda_item=item)
    factories.make_recommendation(2, "نص ثان.", meeting=meeting)
    page = Page(client.get("/meetings/itc-conf-wg1.7/"))
    assert page.words("h2")[:2] == ["جدول الأعمال وتوصياته", "توصيات بلا بند معروف"]
    assert page.words("ol", class_="recs") == ["1نص أول.", "2نص ثان."]


def test_papers_stand_before_and_after_the_meeting_and_what_they_lack_is_said(client: Client) -> None:
    meeting = factories.make_meeting(7)
    agenda = {"title": "جدول الأعمال", "kind": "other", "date": None, "source_file": ""}
    factories.make_document("ITC/CONF/WG.1/2017/1", meeting=meeting, **agenda)
    report = factories.make_document("ITC/CONF/WG.1/2017/5", meeting=meeting, title="تقرير", date=date(2017, 6, 20))
    compendium = factories.make_document("ITC/CONF/WG.1/2019/5", title="خلاصة", kind="compendium")
    for number in (1, 2, 5):
        factories.make_paragraph(report, number)
    factories.make_recommendation(1, meeting=meeting, document=compendium)
    aside = Page(client.get("/meetings/itc-conf-wg1.7/")).one("aside").words
    assert aside[aside.index("وثائق أُعدت") :] == (
        "وثائق أُعدت للاجتماع جدول الأعمال ITC/CONF/WG.1/2017/1 نصها غير متاح هنا "
        "بعد الاجتماع تقرير ITC/CONF/WG.1/2017/5، 20 حزيران/يونيه 2017 "
        "خلاصة ITC/CONF/WG.1/2019/5، 16 تموز/يوليه 2019منها نص التوصيات هنا "
        "ما ينقص الفقرات 3 إلى 4 من التقرير: ليست في نسختنا."
    )


@pytest.mark.parametrize(
    ("ground", "sentence"),
    [
        ("cover", "غلاف وثيقة: ITC/CONF/WG.1/2019/5"),
        ("report", "نص الوثيقة: ITC/CONF/WG.1/2019/5"),
        ("mention", "ذكر عابر في وثيقة أخرى: ITC/CONF/WG.1/2019/5"),
    ],
)
def test_a_meeting_says_where_its_facts_come_from(client: Client, ground: str, sentence: str) -> None:
    factories.make_document("ITC/CONF/WG.1/2019/5", source_file="source.txt")
    stated = {name: [ground, "source.txt"] for name in ("place", "start")}
    factories.make_meeting(6, ground=ground, source_values={"place": "فيينا", "_stated_by": stated})
    page = Page(client.get("/meetings/itc-conf-wg1.6/"))
    assert dict(zip(page.words("dt"), page.words("dd"), strict=True))["مصدرها"] == sentence


def test_paragraphs_that_name_an_empty_meeting_are_shown(client: Client) -> None:
    report = factories.make_document("ITC/CONF/2020/1")
    factories.make_paragraph(report, 8, "ناقش الفريق، في اجتماعه السادس، صون القنوات.")
    factories.make_paragraph(report, 9, "لا شيء هنا.")
    factories.make_meeting(6)
    rebuild_index()
    page = Page(client.get("/meetings/itc-conf-wg1.6/"))
    assert page.words("h2")[1] == "فقرات يرد فيها الاجتماع السادس"
    assert [link for link in page.links() if "#p" in link] == ["/documents/itc-conf-2020-1/#p8"]
    assert page.words("mark") == ["اجتماعه السادس"]


def test_many_recommendations_are_a_bar_in_the_list(client: Client) -> None:
    body = factories.make_body()
    for number, count in ((1, 81), (2, 9)):
        meeting = factories.make_meeting(number, body=body)
        for place in range(1, count + 1):
            factories.make_recommendation(place, meeting=meeting)
    page = Page(client.get("/meetings/"))
    assert [one.attributes["d"] for one in page.all("path")][-2:] == ["M100 4h-100", "M100 4h-11.1"]


def test_an_address_in_capitals_leads_to_the_meeting(client: Client) -> None:
    factories.make_meeting(6)
    response = client.get("/meetings/ITC-CONF-WG1.6/")
    assert (response.status_code, response.headers["Location"]) == (301, "/meetings/itc-conf-wg1.6/")


def test_an_unknown_meeting_offers_those_of_its_body(client: Client) -> None:
    factories.make_meeting(6)
    response = client.get("/meetings/itc-conf-wg1.60/")
    assert response.status_code == 404
    assert "/meetings/itc-conf-wg1.6/" in Page(response).links()
