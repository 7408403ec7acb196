import pytest
from pytest_django.live_server_helper import LiveServer

from archive.models import Meeting
from tests import factories

LONG = (
    "ينبغي للدول الأطراف أن تعزز التعاون على الصعيدين الإقليمي والدولي "
    "من أجل صون القنوات المشتركة وكفالة تبادل المياه. "
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
    return live_server.url


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
