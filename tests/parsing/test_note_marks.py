"""Marks of footnotes on the line, told by the notes that stand behind them."""

import pytest

from tests.parsing.reading import parsed

HEAD = "الأمم المتحدة\n\nCTOC/COP/WG.7/2031/4\n\nDistr.: General\n\nتقرير عن السفن\n\nأولاً- مداولات\n\n"
FIRST, SECOND = "عرضت الأمانة الورقة على الفريق العامل.", "ونوقشت المسألة في جلستين."
NOTES = [("1", 1, "الوثيقة الأولى."), ("2", 2, "انظر المرفق.")]


def notes(text: str) -> tuple[list[tuple[str, int | None, str]], list[str]]:
    document = parsed(HEAD + text)
    return (
        [(note.marker, note.paragraph, note.text.printed) for note in document.footnotes],
        [paragraph.text.printed for paragraph in document.paragraphs],
    )


@pytest.mark.parametrize(
    ("one", "two", "rule", "note"),
    [
        ("الورقة(1)", "المسألة(2)", "__________", "({}) {}"),
        ("الورقة (1)", "المسألة (2)", "----------", "({}) {}"),
        ("الورقة1", "المسألة2", "__________", "{} {}"),
        ("الورقة(١)", "المسألة(٢)", "__________", "({}) {}"),
        ("الورقة(1)", "المسألة(2)", "الحواشي", "({}) {}"),
        ("الورقة(1)", "المسألة(2)", "", "({}) {}"),
        ("الورقة¹", "المسألة²", "", "({}) {}"),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_notes_at_the_end(one: str, two: str, rule: str, note: str, between: str) -> None:
    text = f"1- {FIRST}\n\n2- {SECOND}\n\n".replace("الورقة", one).replace("المسألة", two)
    text += f"{rule}\n\n{note.format(1, 'الوثيقة الأولى.')}{between}{note.format(2, 'انظر المرفق.')}\n"
    assert notes(text) == (NOTES, [FIRST, SECOND])


def test_notes_at_the_foot_of_a_page_that_cuts_a_sentence() -> None:
    text = (
        "1- عرضت الأمانة الورقة(1) على\n\n(1) الوثيقة الأولى.\n\nV.31-04567 2/6\n\nالفريق العامل.\n\n"
        "2- ونوقشت المسألة(2) في جلستين.\n\n(2) انظر المرفق.\n"
    )
    assert notes(text) == (NOTES, [FIRST, SECOND])


def test_a_list_in_figures_is_no_note() -> None:
    text = "1- طلب الفريق ما يلي:\n\n(1) إعداد ورقة؛\n\n(2) نشرها.\n\n2- ونوقشت المسألة وفقاً للمادة 3(1).\n"
    assert notes(text) == (
        [],
        ["طلب الفريق ما يلي:\n(1) إعداد ورقة؛\n(2) نشرها.", "ونوقشت المسألة وفقاً للمادة 3(1)."],
    )


def test_numbers_in_brackets_that_are_no_marks_stay() -> None:
    text = (
        "1- عرضت الأمانة الورقة(1) على الفريق وفقاً للمادة 3 (2) من النظام وللقرار 1325(2000).\n\n"
        "2- ونوقشت المسألة (2).\n\n__________\n\n(1) الوثيقة الأولى.\n\n(2) انظر المرفق.\n"
    )
    assert notes(text) == (
        NOTES,
        [
            "عرضت الأمانة الورقة على الفريق وفقاً للمادة 3 (2) من النظام وللقرار 1325(2000).",
            "ونوقشت المسألة.",
        ],
    )


def test_a_note_without_a_mark_is_said() -> None:
    document = parsed(f"{HEAD}1- {FIRST}\n\n__________\n\n(1) الوثيقة الأولى.\n")
    assert [note.text.printed for note in document.footnotes] == ["الوثيقة الأولى."]
    assert [p.code for p in document.problems if p.code == "footnote_without_mark"] == [
        "footnote_without_mark"
    ]
