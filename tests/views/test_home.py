"""The first page."""

from dataclasses import replace
from datetime import UTC, datetime

from django.test import Client
from pyroaring import BitMap

from archive.display.overview.ways import MOST, build_topic_ways
from archive.filters.kinds import FacetValue
from archive.filters.snapshot import build_snapshot
from archive.record.held import forget_held
from archive.search.entries import rebuild_index
from config.finished_pages import forget_pages
from tests import factories, factories_of_meaning
from tests.views.page import Page


def strokes_of(page: Page) -> list[str]:
    """What is drawn after the head of the page, which has icons of its own."""
    after = page.elements[page.elements.index(page.one("main")) :]
    return [element.attributes["d"] for element in after if element.name == "path"]


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
    assert page.words("h1") == ["ما أوصى به الفريق العامل المعني بالقنوات ITC/CONF/WG.1، بنصه"]
    assert page.words("p", class_="lead") == [
        "13 توصية بين عامي 2011 و2013، ووثيقة واحدة بالنص الكامل: فقرتان. ابحث بكلمة أو مادة أو رقم أو رمز وثيقة."
    ]


def test_meetings_stand_on_a_line_and_one_without_texts_says_so(client: Client) -> None:
    first, second = factories.make_meeting(1), factories.make_meeting(2)
    for number in (1, 2, 3):
        factories.make_recommendation(number, meeting=first)
    factories.make_document(meeting=second, source_file="")
    page = Page(client.get("/"))
    (line,) = page.all("ol", class_="line")
    assert line.words == "الأول 2011 3 توصيات نصها غير متاح هنا الثاني 2012 وثيقة واحدة"
    assert page.links(class_="none") == ["/meetings/itc-conf-wg1.2/"]
    assert strokes_of(page) == ["M105 14v-14M95 14v-14M85 14v-14"]


def test_bodies_without_recommendations_come_after_those_with_some(client: Client) -> None:
    conference = factories.make_body("ITC/CONF", name_ar="مؤتمر القنوات", term="session")
    factories.make_meeting(10, body=conference)
    factories.make_recommendation(
        1, meeting=factories.make_meeting(1, body=factories.make_body(name_ar="فريق القنوات"))
    )
    assert Page(client.get("/")).words("h2")[:2] == ["فريق القنوات", "تذكرها الوثائق"]


def test_a_specimen_is_marked_on_every_page(client: Client) -> None:
    meeting = factories.make_meeting(1)
    document = factories.make_document(meeting=meeting)
    recommendation = factories.make_recommendation(1, meeting=meeting, document=document)
    paths = ["/", "/meetings/", "/recommendations/", "/documents/", "/nothing-here/"]
    paths += [row.get_absolute_url() for row in (meeting, document, recommendation)]

    def marked() -> list[int]:
        # The state row is written past the functions that renew its token.
        forget_pages()
        forget_held()
        notes = (Page(client.get(path)).words("p", role="note") for path in paths)
        return [sum("مختلقة" in note for note in of_page) for of_page in notes]

    factories.make_state("real")
    assert marked() == [0] * len(paths)
    factories.make_state("specimen")
    assert marked() == [1] * len(paths)


def test_its_examples_find_what_is_there(client: Client) -> None:
    meeting = factories.make_meeting(1)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=meeting)
    for number in (1, 2, 3):
        factories.make_recommendation(number, "ينبغي صون القنوات وفقا للمادة 6، مع المادة 7.", meeting=meeting)
    rebuild_index()
    page = Page(client.get("/"))
    tries = [link for link in page.links("a", class_="link") if "?q=" in link]
    assert len(tries) == 4
    found = [client.get(link) for link in tries]
    assert [response.status_code for response in found] == [200, 200, 302, 302]
    assert [Page(response).words("b", id="count") for response in found[:2]] == [["3 توصيات"]] * 2
    assert [response["Location"] for response in found[2:]] == [
        "/recommendations/itc-conf-wg1.1.2/",
        document.get_absolute_url(),
    ]


def test_many_meetings_become_bars_and_the_latest_stand_below(client: Client) -> None:
    for number in range(1, 28):
        factories.make_recommendation(1, meeting=factories.make_meeting(number))
    page = Page(client.get("/"))
    (bars,) = page.all("figure", class_="bars")
    assert bars.words == "1يمثل كل عمود اجتماعاً واحداً. وفيما يلي أحدثها. الاجتماعات كلها27"
    assert page.one("svg", role="img").attributes["aria-label"] == "عدد التوصيات في كل اجتماع أو دورة، من 1 إلى 27"
    (line,) = page.all("ol", class_="line")
    assert (line.words.count("توصية واحدة"), line.words.split()[0]) == (6, "الثاني")


def test_a_very_full_meeting_turns_strokes_into_solid_columns(client: Client) -> None:
    factories.make_recommendation(1, meeting=factories.make_meeting(2))
    meeting = factories.make_meeting(1)
    for number in range(1, 167):
        factories.make_recommendation(number, meeting=meeting)
    page = Page(client.get("/"))
    assert strokes_of(page) == ["M56 86v-86", "M56 86v-1"]
    assert "اجتماعان؛ يدل ارتفاع العمود على عدد التوصيات" in page.words("p", class_="note")


def test_the_fullest_bodies_have_a_timeline_and_the_others_a_row(client: Client) -> None:
    for number in range(1, 8):
        body = factories.make_body(f"ITC/CONF/WG.{number}", name_ar=f"الفريق {number}")
        meeting = factories.make_meeting(1, body=body)
        for place in range(1, 10 - number):
            factories.make_recommendation(place, meeting=meeting)
    page = Page(client.get("/"))
    assert len(page.all("ol", class_="line")) == 6
    (others,) = page.all("ul", class_="plain")
    assert others.words == "الفريق 7توصيتان"


def test_subjects_are_ways_in_as_soon_as_they_have_values(db: None) -> None:
    for number in range(1, MOST + 4):
        factories.make_recommendation(number, meeting=factories.make_meeting(number))
    snapshot = build_snapshot()
    assert build_topic_ways(snapshot) == []
    keys = list(snapshot.everything)
    names = [f"topic-{number:02}" for number in range(len(keys))]
    held = {name: BitMap(keys[: number + 1]) for number, name in enumerate(names)}
    labels = {name: FacetValue(name, name, f"موضوع {name}", f"Topic {name}") for name in names}
    filled = replace(
        snapshot,
        values={**snapshot.values, "topic": held},
        labels={**snapshot.labels, "topic": labels},
    )
    ways = build_topic_ways(filled)
    assert [(one.value, one.count) for one in ways] == [
        (name, number + 1) for number, name in enumerate(names)
    ][3:]
    assert (ways[0].label, ways[0].address) == ("موضوع topic-03", "/topics/topic-03/")


def test_the_day_of_the_last_load_stands_beside_what_was_added(client: Client) -> None:
    factories.make_document()
    factories.make_run(status="failed", finished_at=datetime(2026, 2, 1, tzinfo=UTC))
    assert "آخر تحميل" not in str(Page(client.get("/")).words("p", class_="note"))
    factories.make_run(finished_at=datetime(2026, 1, 31, tzinfo=UTC))
    assert Page(client.get("/")).words("p", class_="note") == ["آخر تحميل: 31 كانون الثاني/يناير 2026"]


def test_articles_stand_under_their_treaties_with_hanging_numbers(client: Client) -> None:
    meeting = factories.make_meeting(1)
    first, second = (factories.make_recommendation(number, meeting=meeting) for number in (1, 2))
    other = factories_of_meaning.make_instrument("lock-convention", short_ar="اتفاقية الأهوسة", position=2)
    sixth, eighteenth = (factories_of_meaning.make_article(number) for number in (6, 18))
    of_other = factories_of_meaning.make_article(2, instrument=other)
    for recommendation, article in ((first, sixth), (first, eighteenth), (second, eighteenth), (first, of_other)):
        factories_of_meaning.make_citation(recommendation, article=article)
    page = Page(client.get("/"))
    assert page.words("h3") == ["بروتوكول القنوات", "اتفاقية الأهوسة"]
    assert [row for row in page.words("li") if row.startswith("المادة")] == [
        "المادة 6عنوان المادة 61",
        "المادة 18عنوان المادة 182",
        "المادة 2عنوان المادة 21",
    ]
    assert "/articles/lock-convention/2/" in page.links()


def test_of_one_treaty_the_heading_says_the_name(client: Client) -> None:
    article = factories_of_meaning.make_article(6)
    factories_of_meaning.make_citation(factories.make_recommendation(1), article=article)
    page = Page(client.get("/"))
    assert (page.words("h3"), "مواد بروتوكول القنوات" in page.words("h2")) == ([], True)
