import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.numbering.labels import (
    Label,
    LabelKind,
    read_bracketed_label,
    read_latin_section_label,
    read_number_label,
    read_section_label,
)


@pytest.mark.parametrize(
    ("line", "kind", "position", "label", "printed", "rest", "marked"),
    [
        ("أولاً - مقدمة", "ordinal", 1, "أولا", "أولاً", "مقدمة", True),
        ("رابعاً- نص", "ordinal", 4, "رابعا", "رابعاً", "نص", True),
        ("# أولا- مقدّمة", "ordinal", 1, "أولا", "أولا", "مقدّمة", True),
        ("# ثانيا التوصيات", "ordinal", 2, "ثانيا", "ثانيا", "التوصيات", False),
        ("ثالثــا — ملخّص", "ordinal", 3, "ثالثا", "ثالثــا", "ملخّص", True),
        ("سادسا: نص", "ordinal", 6, "سادسا", "سادسا", "نص", True),
        ("أولا", "ordinal", 1, "أولا", "أولا", "", False),
        ("حادي عشر - نص", "ordinal", 11, "حادي عشر", "حادي عشر", "نص", True),
        ("ألف- نص", "letter_name", 1, "ألف", "ألف", "نص", True),
        ("الف - نص", "letter_name", 1, "ألف", "الف", "نص", True),
        ("#### باء - الكلمات", "letter_name", 2, "باء", "باء", "الكلمات", True),
        ("- هاء − الوثائق", "letter_name", 5, "هاء", "هاء", "الوثائق", True),
        ("ألف ألف - نص", "letter_name", 29, "ألف ألف", "ألف ألف", "نص", True),
        ("**جيم** - نص", None, 0, "", "", "", False),
        ("أولاً، ينبغي للدول أن تنظر", None, 0, "", "", "", False),
        ("ثانيا؛ نص", None, 0, "", "", "", False),
        ("أولا وقبل كل شيء", None, 0, "", "", "", False),
        ("ألف شخص", None, 0, "", "", "", False),
        ("عشرون دولة", None, 0, "", "", "", False),
        ("حادي عشر اجتماعا", None, 0, "", "", "", False),
        ("وأولاً - نص", None, 0, "", "", "", False),
        ("ثالثة - نص", None, 0, "", "", "", False),
        ("1- نص", None, 0, "", "", "", False),
        ("", None, 0, "", "", "", False),
    ],
)
def test_section_labels(
    line: str, kind: LabelKind | None, position: int, label: str, printed: str, rest: str, marked: bool
) -> None:
    expected = Label(kind, position, label, printed, len(line) - len(rest), marked) if kind else None
    assert read_section_label(line) == expected


@pytest.mark.parametrize(
    ("line", "position", "printed", "rest", "marked"),
    [
        ("١- نص", 1, "١", "نص", True),
        ("- ١٠ - نص", 10, "١٠", "نص", True),
        ("- ١- نص", 1, "١", "نص", True),
        ("01- نص", 1, "01", "نص", True),
        ("12 واستهلت", 12, "12", "واستهلت", False),
        ("- 20 ألقى", 20, "20", "ألقى", False),
        ("9— وقدمت", 9, "9", "وقدمت", True),
        ("- -32 نص", 32, "32", "نص", True),
        ("  - 4− نص", 4, "4", "نص", True),
        ("26 - أقرَّ", 26, "26", "أقرَّ", True),
        ("#### 3. نص", 3, "3", "نص", True),
        ("• 7: نص", 7, "7", "نص", True),
        ("\u200f12\u00a0- نص", 12, "12", "نص", True),
        ("3- ١٠ دول", 3, "3", "١٠ دول", True),
        ("34- 9 أيلول/سبتمبر", 34, "34", "9 أيلول/سبتمبر", True),
        ("2 (أ) نص", 2, "2", "(أ) نص", False),
        ("5-", 5, "5", "", True),
        ("123- نص", 123, "123", "نص", True),
    ],
)
def test_number_labels(line: str, position: int, printed: str, rest: str, marked: bool) -> None:
    expected = Label("number", position, str(position), printed, len(line) - len(rest), marked)
    assert read_number_label(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "2019 نص",
        "2018-2020 نص",
        "10 000 مرة",
        "8/9 نص",
        "2/10",
        "1،5 مليون",
        "1.5 نص",
        "10:30 نص",
        "15 % من",
        "٪15",
        "15٪ من",
        "10 في المائة",
        "3 ملايين شخص",
        "12",
        "- 12",
        "12نص",
        "8 و9 نص",
        "8 و9 أيلول/سبتمبر 2020",
        "8 أيلول/سبتمبر 2020",
        "12-16 تشرين الأول/أكتوبر 2020",
        "12 - 16 تشرين الأول/أكتوبر 2020",
        "١١ -١٣ أيلول/سبتمبر ٢٠١٩",
        "16 July 2020",
        "220819 220819 V.19-08455 (A)",
        "0- نص",
        "(1) نص",
        "نص 1- نص",
        "",
    ],
)
def test_numbers_that_are_no_labels(line: str) -> None:
    assert read_number_label(line) is None


@pytest.mark.parametrize(
    ("line", "position", "label", "printed", "rest"),
    [
        ("(أ) نص", 1, "أ", "أ", "نص"),
        ("- (ب) نص", 2, "ب", "ب", "نص"),
        ("(هـ) نص", 5, "هـ", "هـ", "نص"),
        ("(ه) نص", 5, "هـ", "ه", "نص"),
        ("( ج ) نص", 3, "ج", "ج", "نص"),
        ("(ى) نص", 10, "ي", "ى", "نص"),
        ("* (ك)نص", 11, "ك", "ك", "نص"),
        ("(أ أ) نص", 29, "أ أ", "أ أ", "نص"),
        ("(أ) - نص", 1, "أ", "أ", "نص"),
        ("د) نص", 4, "د", "د", "نص"),
        ("(و)", 6, "و", "و", ""),
    ],
)
def test_bracketed_labels(line: str, position: int, label: str, printed: str, rest: str) -> None:
    assert read_bracketed_label(line) == Label(
        "bracketed", position, label, printed, len(line) - len(rest), True
    )


@pytest.mark.parametrize(
    "line",
    [
        "(1) نص",
        "(أنا) نص",
        "(أ ب) نص",
        "(أ) و(ب) من المادة",
        "(أ) إلى (د) أعلاه",
        "(أ)، نص",
        "نص (أ) نص",
        "(a)",
        "(ab) Text",
        "(a) and (b)",
        "(a) to (d) above",
        "(a) نص",
        "",
    ],
)
def test_brackets_that_are_no_labels(line: str) -> None:
    assert read_bracketed_label(line) is None


@pytest.mark.parametrize(
    ("line", "position", "label", "end"),
    [("(a) Text", 1, "a", 4), ("- (z) “Text”", 26, "z", 6), ("(aa) Text", 27, "aa", 5)],
)
def test_a_letter_in_latin_letters_labels_a_text_in_them(line: str, position: int, label: str, end: int) -> None:
    found = read_bracketed_label(line)
    assert found is not None
    assert (found.kind, found.position, found.label, found.end) == ("bracketed", position, label, end)
    assert [found.at(2), found.at(28)] == ["b", "bb"]


@pytest.mark.parametrize(
    ("line", "before", "kind", "position"),
    [
        ("I. Introduction", 0, "ordinal", 1),
        ("IV. Organization", 0, "ordinal", 4),
        ("B. Statements", 1, "letter_name", 2),
        ("C. Attendance", 2, "letter_name", 3),
        ("D. Attendance", 0, "letter_name", 4),
        ("I. Annexes", 8, "letter_name", 9),
        ("V. Adoption", 3, "ordinal", 5),
    ],
)
def test_roman_figures_and_capitals_label_sections(line: str, before: int, kind: str, position: int) -> None:
    found = read_latin_section_label(line, before)
    assert found is not None
    label, _, _ = line.partition(".")
    assert (found.kind, found.position, found.label, found.end) == (kind, position, label, len(label) + 2)


@pytest.mark.parametrize("line", ["I think", "A. smith", "IIII. Text", "AB. Text", "", "1. Text"])
def test_what_labels_no_section(line: str) -> None:
    assert read_latin_section_label(line) is None


@given(st.text(alphabet=st.sampled_from("أولاثنيبهـًّ -–.:()#*•12٣/،\n\u200f")))
def test_every_label_ends_inside_its_line_and_is_printed_before_its_end(line: str) -> None:
    for read in (read_section_label, read_number_label, read_bracketed_label):
        label = read(line)
        if label is not None:
            assert label.printed
            assert label.printed in line[: label.end]
            assert label.position >= 1
