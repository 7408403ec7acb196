"""Papers glued together and pages out of order are said, and nothing of them is lost."""

from tests.parsing.reading import parsed
from tests.parsing.test_series import COVER, report

BODY = "أولاً- مقدمة\n\n1- نص.\n\n2- نص آخر.\n\n"


def test_a_second_cover_in_the_text_is_said() -> None:
    document = parsed(COVER + BODY + COVER.replace("2033/4", "2033/5") + BODY)
    assert [(p.series, p.number) for p in document.paragraphs] == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert "several_papers" in [one.code for one in document.problems]


def test_pages_that_have_changed_places_are_said() -> None:
    document = report("أولاً- مقدمة", "3- ثالث.", "4- رابع.", "1- أول.", "2- ثانٍ.")
    assert [(p.series, p.number) for p in document.paragraphs] == [(0, 3), (0, 4), (1, 1), (1, 2)]
    assert "pages_out_of_order" in [one.code for one in document.problems]


def test_a_paper_in_order_is_whole() -> None:
    said = {one.code for one in report("أولاً- مقدمة", "1- نص.", "المرفق", "1- نص.", "2- نص.").problems}
    assert not said & {"several_papers", "pages_out_of_order"}
