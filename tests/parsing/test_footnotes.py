"""Footnotes with the paragraphs of their marks, papers named by symbol, kinds of texts."""

import pytest

from tests.parsing.reading import parsed

TEXT = """Distr.: General

مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية

الدورة السادسة
البند 4 من جدول الأعمال المؤقت*

المساعدة التقنية

تقرير الأمانة

أولاً - مقدمة

1- نص الفقرة الأولى.

* CTOC/COP/2035/1

2- وضع المكتب معياراً للمخازن⁽¹⁾، واختبره.⁽²⁾ وأظهر الاختبار أن كلفتها أقل

(1) المقصود ما ورد في المادة 1
من البروتوكول.

(2) Library Office, “How sea air affects charts” (May 2035).

من كلفة الترميم (CTOC/COP/WG.6/2035/2).

3- نص الفقرة الثالثة.
"""


def test_footnotes_in_the_middle_of_a_sentence() -> None:
    document = parsed(TEXT)
    assert [(f.marker, f.paragraph, f.text.printed) for f in document.footnotes] == [
        ("*", None, "CTOC/COP/2035/1"),
        ("1", 2, "المقصود ما ورد في المادة 1 من البروتوكول."),
        ("2", 2, "Library Office, “How sea air affects charts” (May 2035)."),
    ]
    assert document.paragraphs[1].text.printed == (
        "وضع المكتب معياراً للمخازن، واختبره. وأظهر الاختبار أن كلفتها أقل من كلفة الترميم (CTOC/COP/WG.6/2035/2)."
    )
    assert document.problems == ()


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("للمخازن⁽¹⁾", "للمخازن", [(20, "footnote_without_mark")]),
        ("(2) Library", "Library", [(18, "mark_without_footnote")]),
        ("* CTOC/COP/2035/1\n", "\n", [(0, "mark_without_footnote")]),
    ],
)
def test_marks_and_footnotes_that_miss_each_other(
    old: str, new: str, problems: list[tuple[int, str]]
) -> None:
    found = parsed(TEXT.replace(old, new)).problems
    assert [(p.line, p.code) for p in found] == problems


def test_papers_named_by_their_symbols() -> None:
    assert [(r.symbol, r.title, r.body, r.year, r.listed, r.line) for r in parsed(TEXT).references] == [
        ("CTOC/COP/2035/1", "جدول الأعمال المؤقت", "CTOC/COP", 2035, False, 16),
        ("CTOC/COP/WG.6/2035/2", "", "CTOC/COP/WG.6", 2035, False, 18),
    ]


def test_a_list_of_documents_gives_their_titles() -> None:
    text = TEXT + (
        "\n4- كان معروضا على الفريق العامل ما يلي:\n\n- (أ) جدول الأعمال المشروح (CTOC/COP/WG.6/2035/1)؛\n"
        "- (ب) ورقة عن المخازن (CTOC/COP/WG.6/2035/2).\n"
    )
    listed = [(r.symbol, r.title) for r in parsed(text).references if r.listed]
    assert listed == [
        ("CTOC/COP/WG.6/2035/1", "جدول الأعمال المشروح"),
        ("CTOC/COP/WG.6/2035/2", "ورقة عن المخازن"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TEXT, "secretariat-report"),
        (TEXT.replace("تقرير الأمانة\n", "مذكرة من إعداد الأمانة\n"), "secretariat-report"),
        (TEXT.replace("تقرير الأمانة\n", "\n"), "unknown"),
        ("قائمة مشتريات\n\nخبز\n\nحليب", "unknown"),
        ("", "unknown"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    document = parsed(text)
    assert document.masthead.kind == kind
    assert ("unknown_kind" in [p.code for p in document.problems]) == (kind == "unknown")


def test_a_declared_fact_wins_and_the_contradiction_is_reported() -> None:
    document = parsed(
        TEXT, body="CTOC/COP/WG.6", kind="secretariat-report", meeting_number=3, symbol="CTOC/COP/2035/9"
    )
    cover = document.masthead
    assert (cover.body, cover.meeting_number, cover.symbol) == ("CTOC/COP/WG.6", 3, "CTOC/COP/2035/9")
    # of the body and of the meeting; the cover prints no symbol
    assert [(p.code, p.line) for p in document.problems] == [("declared_otherwise", 0)] * 2
