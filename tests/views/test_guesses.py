"""What a rule has found speaks as a guess: which paragraphs readers see, and what makes a line of wordings."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from archive.display.comparison.text_comparison import ComparedLine, compare_texts
from archive.models import Recommendation
from archive.models.kinship import NEAR_ENOUGH
from tests import factories
from tests import factories_of_meaning as meaning
from tests.factories_of_meaning import CONFIRMED
from tests.views.page import Page


@pytest.fixture
def rows(db: None) -> list[Recommendation]:
    body = factories.make_body()
    meetings = [factories.make_meeting(number, body=body) for number in range(1, 5)]
    return [
        factories.make_recommendation(1, f"ينبغي صون القناة {one.number}.", meeting=one) for one in meetings
    ]


def test_readers_see_near_paragraphs_and_staff_all(client: Client, rows: list[Recommendation]) -> None:
    document = factories.make_document("ITC/CONF/2020/5", source_file="a.txt")
    for number, score in ((1, NEAR_ENOUGH), (2, NEAR_ENOUGH - 0.01)):
        paragraph = factories.make_paragraph(document, number, "واصل المكتب تعهد القنوات.")
        meaning.make_follow_up(rows[0], paragraph, score=score, decision="")
    page = Page(client.get(rows[0].get_absolute_url()))
    section = page.one("section", id="reports")
    assert page.words("h2")[-2] == "فقرات لاحقة قد تتصل بها اقتراحات آلية لم تُراجَع"
    assert ("الفقرة 1" in section.words, "الفقرة 2" in section.words) == (True, False)
    client.force_login(get_user_model().objects.create_superuser("amina", password="x"))
    section = Page(client.get(rows[0].get_absolute_url())).one("section", id="reports")
    assert ("الفقرة 1" in section.words, "الفقرة 2" in section.words) == (True, True)


def test_a_line_has_only_what_shares_a_subject_with_the_text_itself(client: Client, rows: list[Recommendation]) -> None:
    first, second, third, fourth = rows
    meaning.make_kinship(first, second, relation="related", evidence={"words": ["القناة"], "articles": ["a:6"]})
    meaning.make_kinship(second, third, relation="related", evidence={"subjects": ["locks"]})
    meaning.make_kinship(third, fourth, relation="repeats")
    meaning.make_kinship(first, fourth, relation="related", decision=CONFIRMED)

    def line(row: Recommendation) -> list[str]:
        return Page(client.get(f"{row.get_absolute_url()}lineage/")).words("h2")[:-1]

    assert line(second) == ["الاجتماع الثاني", "الاجتماع الثالث"]
    assert line(first) == ["الاجتماع الأول", "الاجتماع الرابع"]
    assert line(third) == ["الاجتماع الثاني", "الاجتماع الثالث", "الاجتماع الرابع"]


def test_texts_far_from_each_other_have_what_they_share_marked() -> None:
    first = [ComparedLine("", "ينبغي للدول أن تعزز التعاون على صون القنوات والسدود والمرافئ كلها")]
    second = [ComparedLine("", "طلب الفريق إلى الأمانة تقريراً سنوياً شاملاً بشأن التعاون بين الهيئات")]
    found = compare_texts(first, second)
    assert (found.marks_common, found.common) == (True, 1)
    marked = [run.text for row in found.rows for line in (*row.first, *row.second) for run in line.runs if run.differs]
    assert marked == ["التعاون", "التعاون"]
    near = compare_texts(first, first)
    assert (near.marks_common, near.is_same) == (False, True)


def test_an_option_without_texts_is_words_and_no_link(client: Client, rows: list[Recommendation]) -> None:
    from archive.search.entries import rebuild_index

    rebuild_index()
    page = Page(client.get("/recommendations/?q=%D8%A7%D9%84%D9%82%D9%86%D8%A7%D8%A9&year=none"))
    empty = [one for one in page.all("a") if "zero" in one.attributes.get("class", "")]
    assert [one.attributes for one in empty if "aria-current" not in one.attributes] == []
