"""Headings: which lines are, with which label, over how many lines."""

import pytest

from archive.parsing.sections import find_sections
from tests.parsing.reading import lines_of, parsed


def found_in(*texts: str) -> list[tuple[int, str, str]]:
    """(level, label, printed label) of each section."""
    marks, _problems = find_sections(lines_of(*texts))
    return [(mark.level, mark.label, mark.printed) for mark in marks]


@pytest.mark.parametrize(
    ("texts", "sections"),
    [
        (("أولاً - مقدمة",), [(1, "أولا", "أولاً")]),
        (("أولا- مقدّمة", "", "ثانيا التوصيات"), [(1, "أولا", "أولا"), (1, "ثانيا", "ثانيا")]),
        (("أولـاً - مقـدمـة",), [(1, "أولا", "أولـاً")]),
        (
            ("أولاً - مقدمة", "", "ألف - التشريعات", "", "باء - التدريب"),
            [(1, "أولا", "أولاً"), (2, "ألف", "ألف"), (2, "باء", "باء")],
        ),
        # letters start anew under each ordinal; a misread one has the label that the sequence asks for
        (
            ("أولاً - مقدمة", "ألف - التشريعات", "", "ثانياً - الختام", "ألف - الوثائق", "", "ياء - الكلمات"),
            [
                (1, "أولا", "أولاً"),
                (2, "ألف", "ألف"),
                (1, "ثانيا", "ثانياً"),
                (2, "ألف", "ألف"),
                (2, "باء", "ياء"),
            ],
        ),
        (("أولاً - مقدمة", "", "أولاً - التوصيات"), [(1, "أولا", "أولاً"), (1, "ثانيا", "أولاً")]),
        # no headings: a sentence, a label without a title, an ordinal that is not the first, a letter alone
        (("أولاً - ينبغي أن تحصي الدول ما في مدنها.",), []),
        (("أولاً -",), []),
        (("ثالثاً - مقدمة",), []),
        (("ألف - مقدمة",), []),
        (("نص", "أولا وقبل كل شيء"), []),
    ],
)
def test_labelled_headings(texts: tuple[str, ...], sections: list[tuple[int, str, str]]) -> None:
    assert found_in(*texts) == sections


REPORT = """Distr.: General

تقرير الأمانة

أولاً - مقدمة

1- نص الفقرة الأولى.

ثانياً - أنشطة مساعدة الدول في تنفيذ
بروتوكول حماية المكتبات

ألف - المعايير

1- دعم الهيئات الحكومية الدولية

لجنة الذاكرة المكتوبة

2- نص الفقرة الثانية.

الجمعية العامة

3- نص الفقرة الثالثة.

2- المشاركة في آليات التنسيق

4- نص الفقرة الرابعة."""


def test_a_path_of_headings_at_four_levels() -> None:
    document = parsed(REPORT)
    assert [(s.level, s.label, s.title.printed, s.parent) for s in document.sections] == [
        (1, "أولا", "مقدمة", None),
        (1, "ثانيا", "أنشطة مساعدة الدول في تنفيذ بروتوكول حماية المكتبات", None),
        (2, "ألف", "المعايير", 1),
        (3, "1", "دعم الهيئات الحكومية الدولية", 2),
        (4, "", "لجنة الذاكرة المكتوبة", 3),
        (4, "", "الجمعية العامة", 3),
        (3, "2", "المشاركة في آليات التنسيق", 2),
    ]
    assert [
        (p.number, [s.label or s.title.printed for s in document.path(p.section)])
        for p in document.paragraphs
    ] == [
        (1, ["أولا"]),
        (2, ["ثانيا", "ألف", "1", "لجنة الذاكرة المكتوبة"]),
        (3, ["ثانيا", "ألف", "1", "الجمعية العامة"]),
        (4, ["ثانيا", "ألف", "2"]),
    ]


def test_a_title_cut_by_the_end_of_a_page_is_whole() -> None:
    cut = REPORT.replace("في تنفيذ\n", "في تنفيذ\n\nX.34-01234 **2/6**\n\n")
    assert parsed(cut).sections[1].title.printed == "أنشطة مساعدة الدول في تنفيذ بروتوكول حماية المكتبات"


def test_headings_without_text_between_them_are_all_kept() -> None:
    text = "تقرير الأمانة\n\nأولاً - مقدمة\n\nثانياً - التنفيذ\n\nألف - المعايير\n\nباء - التدريب\n\n1- نص."
    document = parsed(text)
    assert [s.title.printed for s in document.sections] == ["مقدمة", "التنفيذ", "المعايير", "التدريب"]
    assert [(p.number, p.section) for p in document.paragraphs] == [(1, 3)]


def test_a_continuation_after_a_page_is_no_heading() -> None:
    text = REPORT.replace("نص الفقرة الثانية.", "نص يشمل\n\nX.34-01234 **3/6**\n\nالدول الساحلية كافة.")
    assert parsed(text).paragraphs[1].text.printed == "نص يشمل الدول الساحلية كافة."
