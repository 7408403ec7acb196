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


CLOSE = """أولاً- مقدمة
1- عقد الفريق العامل اجتماعه في لوريانا.
2- ورأسته السيدة رئيسة المكتبة.
ثانياً- التوصيات
3- أوصى الفريق العامل بما يلي:
(أ) ينبغي للدول الأطراف أن تفتح خزائنها؛
(ب) ينبغي للأمانة أن تعدّ دليلاً؛
(د) تُدعى الدول إلى تبادل الفهارس.
ثالثاً- المداولات
4- نظر الفريق العامل في البند 2.
المرفق
قائمة الأسئلة
1- هل للدولة فهرس؟
2- ما الصعوبات؟
"""


def test_where_blank_lines_stand_on_the_cover_alone_every_line_is_a_block() -> None:
    """An annex, and a letter behind a gap, are not swallowed by what stands before them."""
    document = parsed(COVER + CLOSE)
    assert [(p.part, p.number, p.text.printed) for p in document.paragraphs] == [
        (None, 1, "عقد الفريق العامل اجتماعه في لوريانا."),
        (None, 2, "ورأسته السيدة رئيسة المكتبة."),
        (None, 3, "أوصى الفريق العامل بما يلي:"),
        (None, 4, "نظر الفريق العامل في البند 2."),
        ("المرفق", 1, "هل للدولة فهرس؟"),
        ("المرفق", 2, "ما الصعوبات؟"),
    ]
    assert [(r.printed_number, r.printed) for r in document.recommendations] == [
        ("أ", "ينبغي للدول الأطراف أن تفتح خزائنها؛"),
        ("ب", "ينبغي للأمانة أن تعدّ دليلاً؛"),
        ("د", "تُدعى الدول إلى تبادل الفهارس."),
    ]
    assert "missing_label" in [one.code for one in document.problems]
