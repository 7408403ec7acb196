"""Recommendations of both families, the agenda they stand under, and their lettered parts."""

import pytest

from archive.parsing.printed_text import Span
from archive.parsing.structure import ParsedDocument
from tests.parsing.reading import parsed

COMPENDIUM = """Distr.: General

الفريق العامل المعني بالأسلحة النارية

البند 4 من جدول الأعمال المؤقت*

التوصيات التي اعتمدها الفريق العامل

* CTOC/COP/WG.6/2034/1

أولاً- الاجتماع الأول، لوريانا، ١٢ و١٣ أيلول/سبتمبر ٢٠٣٢

- ١- ينبغي للدول أن تحصي ما لديها.
- ٢- أوصى الفريق العامل بأن تنظر الدول فيما يلي:

(أ) حفظ السجلات؛

- (ب) تدريب الموظفين، وذلك

X.34-00455 2/5

بمساعدة المكتب؛
(ج) نشر البيانات.

ثانياً - الاجتماع الثاني، لوريانا، ٤ و ٥ تموز/يوليه ٢٠٣٣

١- تُشجّع الدول على التعاون، مع مراعاة التوصية
٢ من الاجتماع الأول.

٢- ينبغي للدول ما يلي: ١- الحفظ.
"""

REPORT = """Distr.: General 9 October 2034

# تقرير عن اجتماع الفريق العامل المعني بالأسلحة النارية المعقود في لوريانا يومي 12 و13 أيلول/سبتمبر 2034

# أولا- مقدّمة

1- عقد الاجتماع الرابع للفريق العامل المعني بالأسلحة النارية في لوريانا يومي 12 و 13 أيلول/سبتمبر 2034.

# ثانيا التوصيات

ألف - توصيات بشأن وقاية المجموعات من الرطوبة والفيضانات

# التوصية 1

تشجّع الدول على القياس.

#### التوصية 2

ينبغي للدول:

(أ) الحفظ؛

(ب) النشر.

باء - توصيات بشأن الفهارس المشتركة بين الموانئ

# التوصية 3

ينبغي للدول أن توحد الاستمارات.

# ثالثا - تنظيم الاجتماع

2- أقرَّ الفريق العامل جدول الأعمال التالي:

- 1- المسائل التنظيمية:
- (أ) افتتاح الاجتماع؛
- (ب) إقرار جدول الأعمال.
- 2- وقاية المجموعات من الرطوبة والفيضانات.
- 5- الفهارس المشتركة بين الموانئ.
- 4− مسائل أخرى.

3- اعتمد الفريق العامل هذا التقرير.
"""


def told(document: ParsedDocument) -> list[tuple[object, ...]]:
    return [
        (r.meeting, r.number, r.copy, r.chapeau.printed, [(s.label, s.text.printed) for s in r.subparagraphs])
        for r in document.recommendations
    ]


def codes(document: ParsedDocument) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in document.problems]


def test_a_compendium() -> None:
    document = parsed(COMPENDIUM)
    assert document.masthead.kind == "compendium"
    assert told(document) == [
        (1, 1, 1, "ينبغي للدول أن تحصي ما لديها.", []),
        (
            1,
            2,
            1,
            "أوصى الفريق العامل بأن تنظر الدول فيما يلي:",
            [
                ("أ", "حفظ السجلات؛"),
                ("ب", "تدريب الموظفين، وذلك بمساعدة المكتب؛"),
                ("ج", "نشر البيانات."),
            ],
        ),
        (2, 1, 1, "تُشجّع الدول على التعاون، مع مراعاة التوصية ٢ من الاجتماع الأول.", []),
        (2, 2, 1, "ينبغي للدول ما يلي: ١- الحفظ.", []),
    ]
    assert codes(document) == [(0, "unknown_meeting")]  # that of the cover
    assert document.recommendations[1].span == Span(14, 23)
    assert document.recommendations[1].printed.endswith("\n(ج) نشر البيانات.")


def test_a_report_with_the_items_of_its_agenda() -> None:
    document = parsed(REPORT)
    assert document.masthead.kind == "meeting-report"
    assert told(document) == [
        (4, 1, 1, "تشجّع الدول على القياس.", []),
        (4, 2, 1, "ينبغي للدول:", [("أ", "الحفظ؛"), ("ب", "النشر.")]),
        (4, 3, 1, "ينبغي للدول أن توحد الاستمارات.", []),
    ]
    assert [r.agenda_item for r in document.recommendations] == ["2", "2", "3"]
    assert [(a.number, a.label, a.title.printed, a.parent) for a in document.agenda] == [
        ("1", "1", "المسائل التنظيمية", None),
        ("1 (أ)", "أ", "افتتاح الاجتماع", "1"),
        ("1 (ب)", "ب", "إقرار جدول الأعمال", "1"),
        ("2", "2", "وقاية المجموعات من الرطوبة والفيضانات", None),
        ("3", "5", "الفهارس المشتركة بين الموانئ", None),
        ("4", "4", "مسائل أخرى", None),
    ]
    assert [(p.number, p.printed_number) for p in document.paragraphs] == [(1, "1"), (2, "2"), (3, "3")]
    assert codes(document) == [(39, "misprinted_number")]


@pytest.mark.parametrize(
    ("old", "new", "numbers", "found"),
    [
        # doubled: both are kept, and counted
        (
            "#### التوصية 2",
            "#### التوصية 1\n\nنص آخر.\n\n#### التوصية 2",
            [(1, 1), (1, 2), (2, 1), (3, 1)],
            ["doubled_number"],
        ),
        # misprinted: the sequence decides
        ("#### التوصية 2", "#### التوصية 1", [(1, 1), (2, 1), (3, 1)], ["misprinted_number"]),
        ("التوصية 3", "التوصية 4", [(1, 1), (2, 1), (4, 1)], ["missing_number"]),
        ("التوصية 3", "الـتـوصـيـة ٣", [(1, 1), (2, 1), (3, 1)], []),
        ("التوصية 3", "التوصية الثالثة", [(1, 1), (2, 1), (3, 1)], []),
        ("التوصية 3", "**التوصية\u00a03**", [(1, 1), (2, 1), (3, 1)], []),
        ("التوصية 3", "التوصية 3 X.34-01234 3/6", [(1, 1), (2, 1), (3, 1)], []),
    ],
)
def test_numbers_of_a_report(old: str, new: str, numbers: list[tuple[int, int]], found: list[str]) -> None:
    document = parsed(REPORT.replace(old, new))
    assert [(r.number, r.copy) for r in document.recommendations] == numbers
    in_agenda = codes(document)[-1]
    assert [*found, in_agenda[1]] == [code for _line, code in codes(document)]


def test_a_number_without_text_is_reported() -> None:
    document = parsed(REPORT.replace("تشجّع الدول على القياس.\n", ""))
    assert [r.number for r in document.recommendations] == [2, 3]
    assert (13, "empty_text") in codes(document)


def test_headings_that_no_item_of_the_agenda_repeats() -> None:
    document = parsed(
        REPORT.replace("الفهارس المشتركة بين الموانئ\n\n# التوصية 3", "مسألة جديدة\n\n# التوصية 3")
    )
    assert [r.agenda_item for r in document.recommendations] == ["2", "2", None]
    assert (0, "unknown_agenda_item") in codes(document)


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("(ج) نشر البيانات.", "أبج"),
        ("( ج ) نشر البيانات.", "أبج"),
        ("(ج)ـ نشر البيانات.", "أبج"),
        ("• (ج) نشر البيانات.", "أبج"),
        # a misread letter in its place, on a line of its own; a reference to letters in running text
        ("\n(خ) نشر البيانات.", "أبج"),
        ("(خ) نشر البيانات.", "أب"),
        ("(أ) و(ب) أعلاه.", "أب"),
    ],
)
def test_lettered_parts(line: str, letters: str) -> None:
    document = parsed(COMPENDIUM.replace("(ج) نشر البيانات.", line))
    assert "".join(s.label for s in document.recommendations[1].subparagraphs) == letters


def test_a_text_declared_a_secretariat_report_keeps_what_stands_under_its_headings() -> None:
    document = parsed(REPORT, kind="secretariat-report")
    assert document.recommendations == ()
    assert "ينبغي للدول أن توحد الاستمارات." in [p.text.printed for p in document.paragraphs]
