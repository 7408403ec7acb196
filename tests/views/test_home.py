"""The first page."""

from django.test import Client

from tests import factories
from tests.views.page import Page


def test_an_empty_archive_says_how_to_load_it(client: Client) -> None:
    page = Page(client.get("/"))
    assert page.words("h1") == ["أرشيف التوصيات"]
    assert page.words("p", class_="lead") == [
        "الأرشيف فارغ بعد. ضع ملفات المصادر في مجلدها ثم نفّذ الأمر python manage.py load_archive لتحميلها."
    ]
    assert page.all("ol", class_="line") == []


def test_it_counts_what_is_held(client: Client) -> None:
    meeting = factories.make_meeting(1)
    document = factories.make_document(meeting=meeting)
    for number in range(1, 13):
        factories.make_recommendation(number, meeting=meeting, document=document)
    factories.make_recommendation(1, meeting=factories.make_meeting(3), document=document)
    factories.make_paragraph(document, 1)
    factories.make_paragraph(document, 2)
    page = Page(client.get("/"))
    assert page.words("h1") == ["ما أوصت به الأمم المتحدة، بنصه."]
    assert page.words("p", class_="lead") == [
        "13 توصية بين عامي 2011 و2013، ووثيقة واحدة بالنص الكامل: فقرتان."
    ]


def test_meetings_stand_on_a_line_and_one_without_texts_says_so(client: Client) -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    for number in (1, 2, 3):
        factories.make_recommendation(number, meeting=first)
    factories.make_document(meeting=second, source_file="")
    page = Page(client.get("/"))
    (line,) = page.all("ol", class_="line")
    assert line.words == "الأول 2011 3 توصيات لا نص محفوظ الثاني 2012 وثيقة واحدة"
    assert page.links(class_="none") == ["/meetings/itc-conf-wg1.2/"]
    assert [path.attributes["d"].count("M") for path in page.all("path")] == [3]


def test_bodies_without_recommendations_come_after_those_with_some(client: Client) -> None:
    conference = factories.make_body("ITC/CONF", name_ar="مؤتمر القنوات", term="session")
    factories.make_meeting(10, body=conference)
    factories.make_recommendation(
        1, meeting=factories.make_meeting(1, body=factories.make_body(name_ar="فريق القنوات"))
    )
    assert Page(client.get("/")).words("h2") == ["فريق القنوات", "تذكرها الوثائق"]


def test_a_specimen_is_marked_on_every_page(client: Client) -> None:
    meeting = factories.make_meeting(1)
    document = factories.make_document(meeting=meeting)
    recommendation = factories.make_recommendation(1, meeting=meeting, document=document)
    paths = ["/", "/meetings/", "/recommendations/", "/documents/", "/nothing-here/"]
    paths += [row.get_absolute_url() for row in (meeting, document, recommendation)]

    def marked() -> list[int]:
        return [len(Page(client.get(path)).all("p", class_="specimen")) for path in paths]

    factories.make_state("real")
    assert marked() == [0] * len(paths)
    factories.make_state("specimen")
    assert marked() == [1] * len(paths)
