"""Typed references lead to their page."""

import pytest

from archive.search.reference import find_reference
from tests import factories

PLACE = "/recommendations/itc-conf-wg1.5.12/"
WHOLE = "itc-conf-wg1.5.12"
SYMBOL = "ITC/CONF/WG.1/2019/5"


@pytest.fixture
def papers(db):
    body = factories.make_body("ITC/CONF/WG.1", name_ar="الفريق العامل المعني بالقنوات")
    meeting = factories.make_meeting(5, body=body)
    factories.make_recommendation(12, "ينبغي:", meeting=meeting, subparagraphs=("أول؛",) * 11)
    document = factories.make_document("ITC/CONF/WG.1/2019/5", job_number="V.19-08455")
    factories.make_paragraph(document, 32)


@pytest.mark.parametrize(
    ("typed", "address", "name"),
    [
        ("التوصية 12 من الاجتماع الخامس", PLACE, WHOLE),
        ("التوصية ١٢ من الاجتماع ٥", PLACE, WHOLE),
        ("التوصية الثانية عشرة من الاجتماع الخامس", PLACE, WHOLE),
        ("توصية رقم 12 للاجتماع الخامس", PLACE, WHOLE),
        ("الاجتماع الخامس، التوصية 12", PLACE, WHOLE),
        ("التوصية 12 من الاجتماع الخامس للفريق العامل المعني بالقنوات", PLACE, WHOLE),
        ("الاجتماع الخامس، التوصية 12 (ك)", f"{PLACE}#k", f"{WHOLE}.k"),
        ("التوصية 12 (أ) من الاجتماع الخامس", f"{PLACE}#a", f"{WHOLE}.a"),
        ("الاجتماع الخامس", "/meetings/itc-conf-wg1.5/", "itc-conf-wg1.5"),
        ("توصيات الاجتماع الخامس", "/meetings/itc-conf-wg1.5/", "itc-conf-wg1.5"),
        ("recommendations of the fifth meeting", "/meetings/itc-conf-wg1.5/", "itc-conf-wg1.5"),
        ("جميع التوصيات wg.1/2019/5", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("5/12", PLACE, WHOLE),
        ("٥/١٢", PLACE, WHOLE),
        ("5/12 ك", f"{PLACE}#k", f"{WHOLE}.k"),
        ("5/12 (ك)", f"{PLACE}#k", f"{WHOLE}.k"),
        ("itc-conf-wg1.5.12", PLACE, WHOLE),
        ("ITC-CONF-WG1.5.12.K", f"{PLACE}#k", f"{WHOLE}.k"),
        ("itc-conf-wg1.5.12.l", PLACE, WHOLE),
        ("itc-conf-wg1.5.12.zz", PLACE, WHOLE),
        ("ITC/CONF/WG.1/2019/5", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("wg.1/2019/5", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("v.19-08455", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("v1908455", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("V.١٩-٠٨٤٥٥", "/documents/itc-conf-wg1-2019-5/", SYMBOL),
        ("الفقرة 32 من الوثيقة wg.1/2019/5", "/documents/itc-conf-wg1-2019-5/#p32", SYMBOL),
    ],
)
def test_a_reference_leads_to_its_page(papers, typed, address, name):
    found = find_reference(typed)
    assert (found.address, found.locator or found.symbol) == (address, name)


@pytest.mark.parametrize(
    "typed",
    [
        "", "طفل", "المادة 18", "التوصية 12", "5/13", "9/12", "5/12 ل",
        "متابعة توصيات الاجتماع الخامس", "توصيات المادة 18", "التوصية 12 من الدورة الخامسة",
        "التوصية 12 من الاجتماع الخامس للفريق العامل المعني بالأسلحة", "wg.1/2019/6",
        "v1908456", "itc-conf-wg1.5.13.a", "التوصية " * 40, "\0",
    ],
)  # fmt: skip
def test_what_names_no_single_page_is_searched_for(papers, typed):
    assert find_reference(typed) is None


def test_a_number_that_two_bodies_have_leads_nowhere(papers):
    other = factories.make_meeting(5, body=factories.make_body("ITC/CONF/WG.2"))
    factories.make_recommendation(12, meeting=other)
    assert find_reference("5/12") is None
