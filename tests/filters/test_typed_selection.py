import pytest
from django.http import QueryDict
from django.test import Client

from archive.filters.selection import Selection
from archive.filters.snapshot import build_snapshot
from archive.filters.typed_selection import read_typed_selection
from tests import factories
from tests.factories_of_meaning import make_assignment, make_topic

pytestmark = pytest.mark.django_db

ALL = "meeting=itc-conf-wg1.1&meeting=itc-conf-wg1.2&meeting=itc-conf-wg1.3"
TWO = "meeting=itc-conf-wg1.1&meeting=itc-conf-wg1.3"


@pytest.fixture(autouse=True)
def three_meetings() -> None:
    """Three meetings of a group, the second without texts, and a session of another body of the same number."""
    body = factories.make_body()
    meetings = [factories.make_meeting(number, body=body) for number in (1, 2, 3)]
    factories.make_meeting(3, body=factories.make_body("ITC/CONF", term="session"))
    first = factories.make_recommendation(1, meeting=meetings[0])
    factories.make_recommendation(1, meeting=meetings[2])
    make_assignment(first, make_topic("children", label_ar="الأطفال والمراهقون", label_en="Children and minors"))
    make_assignment(first, make_topic("training", label_ar="التدريب والتوعية", label_en="Training"))
    make_assignment(first, make_topic("prevention", label_ar="المنع والتوعية", label_en="Prevention"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("توصيات الاجتماعات 1 إلى 3 في الأطفال", f"?{ALL}&topic=children"),
        ("التوصيات بشأن الأطفال في الاجتماعين الأول والثالث", f"?{TWO}&topic=children"),
        ("ما أوصت به الاجتماعات من الأول إلى الثالث في التدريب", f"?{ALL}&topic=training"),
        ("recommendations of meetings 1 to 3 on children", f"?{ALL}&topic=children"),
        ("الاجتماعات 1-3", f"?{ALL}"),
        # Two topics have the word, none the other: they stay words, as they were typed.
        ("توصيات الاجتماعات 1 و3 في التوعية", f"?q=التوعية&{TWO}"),
        ("توصيات الاجتماعات 1 و3 بشأن الخبرة الفنية", f"?q=الخبرة+الفنية&{TWO}"),
    ],
)
def test_meetings_and_a_subject_are_both_asked_for(typed: str, meant: str) -> None:
    found = read_typed_selection(Selection(q=typed), build_snapshot())
    assert found is not None
    assert found == Selection.from_querydict(_query(meant))[0]


@pytest.mark.parametrize(
    "selection",
    [
        Selection(q="توصيات الاجتماعات 1 إلى 4 في الأطفال"),
        Selection(q="الاجتماعات 3 في السنة"),
        Selection(q="اجتماعات الخبراء"),
        Selection(q="الأطفال"),
        Selection(q="توصيات الاجتماعات 1 إلى 3 في الأطفال", exact=True),
        Selection(q="توصيات الاجتماعات 1 إلى 3 في الأطفال", values={"meeting": ("itc-conf-wg1.1",)}),
    ],
)
def test_what_names_no_meetings_of_ours_stays_a_question(selection: Selection) -> None:
    assert read_typed_selection(selection, build_snapshot()) is None


def test_the_search_box_leads_to_the_selection(client: Client) -> None:
    answer = client.get("/recommendations/", {"q": "توصيات الاجتماعات 1 إلى 3 في الأطفال"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/recommendations/?{ALL}&topic=children")


def _query(address: str) -> QueryDict:
    return QueryDict(address.removeprefix("?"))
