import pytest
from pytest_django.live_server_helper import LiveServer

from archive.models import LanguageText, LanguageVersion, Meeting, Recommendation
from archive.search.entries import rebuild_index
from tests import factories
from tests.browser.kinds import Names
from tests.factories_of_meaning import (
    CONFIRMED,
    make_article,
    make_assignment,
    make_citation,
    make_clause,
    make_follow_up,
    make_kinship,
    make_topic,
)

LONG = (
    "ينبغي للدول الأطراف أن تعزز التعاون على الصعيدين الإقليمي والدولي "
    "من أجل صون القنوات المشتركة وكفالة تبادل المياه. "
)

ENGLISH = "States parties should strengthen cooperation at the regional and international levels on shared canals. "

#: What stands in the addresses of `site`.
NAMES = Names(
    word="القنوات",
    recommendation="itc-conf-wg1.1.12",
    other="itc-conf-wg1.1.3",
    meeting="itc-conf-wg1.1",
    empty_meeting="itc-conf-wg1.3",
    document="itc-conf-wg1-2019-inf-1-rev1",
    known_document="itc-conf-wg1-2019-6",
    topic="locks",
    article="canal-protocol/6",
    both_document="itc-conf-wg1-2019-7",
    both_recommendation="itc-conf-wg1.2.2",
)


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The address of an archive that strains its pages: long titles, long lists, empty meetings."""
    body = factories.make_body(
        name_ar="الفريق العامل المعني بالقنوات والمجاري المائية المشتركة", name_en="Working Group on Canals"
    )
    meeting = factories.make_meeting(1, body=body)
    factories.make_meeting(2, body=body)
    factories.make_meeting(3, body=body, place="", start=None, end=None)
    document = factories.make_document(
        "ITC/CONF/WG.1/2019/INF/1/Rev.1",
        title="تقرير عن " + LONG * 2,
        meeting=meeting,
        body=body,
        summary=LONG,
    )
    factories.make_document("ITC/CONF/WG.1/2019/6", title="", meeting=meeting, source_file="")
    _fill_report(document, meeting)
    _fill_meaning(document)
    _fill_both(Meeting.objects.get(number=2))
    rebuild_index()
    return live_server.url


def _fill_both(meeting: Meeting) -> None:
    """A document in both languages: headings, paragraphs, a lettered recommendation, one text in Arabic alone."""
    document = factories.make_document(
        "ITC/CONF/WG.1/2019/7", title=LONG, meeting=meeting, source_file="report-of-the-working-group-on-canals.txt"
    )
    version = LanguageVersion.objects.create(
        document=document, language="en", title=ENGLISH, source_file="report.en.txt", source_sha256="0"
    )
    section = factories.make_section(document, LONG)
    factories.make_section(document, LONG, label="ثانيا", printed_label="ثانياً")
    paragraphs = [factories.make_paragraph(document, number, LONG * 2, section=section) for number in (1, 2)]
    row = factories.make_recommendation(2, LONG, meeting=meeting, document=document, subparagraphs=(LONG,) * 3)
    texts = [{"section": section}, {"paragraph": paragraphs[0]}, {"recommendation": row}]
    for of in (*texts, *({"subparagraph": item} for item in row.subparagraphs.all())):
        LanguageText.objects.create(version=version, text=ENGLISH.strip(), **of)


def _fill_meaning(document: factories.Document) -> None:
    topic = make_topic("locks", label_ar=LONG, label_en="Locks", description_ar=LONG)
    child = make_topic("keys", label_ar="المفاتيح", label_en="", parent=topic)
    article = make_article(6, title_ar=LONG, title_en="")
    make_article(7)
    topic.articles.add(article)
    cited = {"kind": "treaty_article", "article": article, "instrument": article.instrument}
    phrase = {"text": LONG[:30], "start": 0, "end": 30}
    for number, row in enumerate(Recommendation.objects.order_by("number")[:14]):
        make_assignment(row, topic if number % 3 else child, ground=f"«القنوات» في صلب المطلوب؛ {LONG}")
        make_clause(row, addressees=("states", "unodc"))
        make_citation(row, ground="body", cited_paragraph="3 (أ)", **cited, **phrase)
    for paragraph in document.paragraphs.all():
        make_citation(paragraph, ground="section", **cited, **phrase)
    _fill_kin(document)


def _fill_kin(document: factories.Document) -> None:
    row = Recommendation.objects.get(number=12)
    items = list(row.subparagraphs.all())
    for number in range(1, 6):
        earlier = Recommendation.objects.get(number=number)
        make_kinship(earlier, row, later_item=items[number], relation="strengthens", decision=CONFIRMED * (number % 2))
    later = factories.make_recommendation(1, LONG, meeting=Meeting.objects.get(number=2))
    make_kinship(row, later, relation="repeats")
    evidence = {"tools": ["sherloc"], "words": ["القنوات", "المشتركة"]}
    for number, paragraph in enumerate(document.paragraphs.all()):
        decision = "" if number else CONFIRMED
        make_follow_up(row, paragraph, subparagraph=items[number], evidence=evidence, decision=decision)


def _fill_report(document: factories.Document, meeting: Meeting) -> None:
    top = factories.make_section(document, LONG)
    section = factories.make_section(document, "قسم " + LONG, label="ألف", level=2, parent=top)
    for number in (1, 2, 3, 5, 6):
        paragraph = factories.make_paragraph(
            document, number, f"{LONG * 4}\n(أ) {LONG}\n(ب) {LONG}", section=section
        )
        factories.make_footnote(
            document, str(number), "See https://example.org/" + "a-very-long-path/" * 6, paragraph=paragraph
        )
    item = factories.make_agenda_item("2", meeting=meeting, title=LONG * 2)
    for number in range(1, 56):
        factories.make_recommendation(
            number,
            LONG * 2 + "انظر ITC/CONF/WG.1/2019/INF/1/Rev.1.",
            meeting=meeting,
            document=document,
            agenda_item=item,
            subparagraphs=(LONG * 2,) * 29 if number == 12 else (),
            printed_chapeau=LONG.replace("كفالة", "كفاءة") * 2 + "انظر ITC/CONF/WG.1/2019/INF/1/Rev.1.",
        )
