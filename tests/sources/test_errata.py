"""Rows of the errata: reading the table, finding them in a line, making the reading text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.sources.errata import (
    BadErrata,
    Certainty,
    Correction,
    ErratumRow,
    apply_corrections,
    certain_rows_without_match,
    match_rows,
    parse_errata,
    read_errata,
)

HEADER = "source,line,printed,corrected,certainty,note\n"


def row(printed: str, corrected: str, certainty: Certainty = "certain", line: int = 1) -> ErratumRow:
    return ErratumRow("a.txt", line, printed, corrected, certainty)


def reading(text: str, *rows: ErratumRow, accepted: frozenset[tuple[int, str]] = frozenset()) -> str:
    return apply_corrections(text, match_rows(text, rows).corrections, accepted)


# The line, the row's printed and corrected forms, the reading text.
WHOLE_WORDS = {
    "every occurrence": ("الغريق ثم الغريق.", "الغريق", "الفريق", "الفريق ثم الفريق."),
    "not inside a longer word": ("والغريق الغريقان", "الغريق", "الفريق", "والغريق الغريقان"),
    "not before a vowel mark": ("لعل الدول تؤدّي", "تؤدّ", "تودّ", "لعل الدول تؤدّي"),
    "ends in a vowel mark": ("لعل الدول تؤدّ أن", "تؤدّ", "تودّ", "لعل الدول تودّ أن"),
    "a mark follows": ("للتصديّ", "للتصدي", "للتصدّي", "للتصديّ"),
    "a tatweel follows": ("مهـ", "مه", "مع", "مهـ"),
    "a digit follows": ("بند5 بند٥", "بند", "البند", "بند5 بند٥"),
    "a digit stands before": ("5بند", "بند", "البند", "5بند"),
    "punctuation follows": ("(الغريق)، «الغريق»؛", "الغريق", "الفريق", "(الفريق)، «الفريق»؛"),
    "a footnote mark follows": ("الغريق⁽¹⁾ الغريق²", "الغريق", "الفريق", "الفريق⁽¹⁾ الفريق²"),
    "tatweel in the line": ("المهـــريين المـهـريين", "المهريين", "المهربين", "المهربين المهربين"),
    "tatweel that belongs to the word": ("(ه) (هـ) (هــ)", "هـ", "و", "(ه) (و) (و)"),
    "tatweel in the row": ("الـ13 عضواً", "الـ13 عضواً", "الـ14 عضواً", "الـ14 عضواً"),
    "vowel marks differ": ("المهرِّبين", "المهرَّبين", "المهاجرين", "المهرِّبين"),
    "runs of spaces": ("عن   طريق\u00a0البر", "عن طريق البر", "عن طريق البحر", "عن طريق البحر"),
    "a space inside": ("في أيار /مايو 2012", "أيار /مايو", "أيار/مايو", "في أيار/مايو 2012"),
    "digit shapes differ": ("الفقرة ١٦", "الفقرة 16", "الفقرة 61", "الفقرة ١٦"),
    "signs of a pattern": ("سؤال (؟.*", "(؟.*", "؟", "سؤال ؟"),
    "a full stop inside": (
        "الممارسات. بمزيد من",
        "الممارسات. بمزيد",
        "الممارسات بمزيد",
        "الممارسات بمزيد من",
    ),
    "unknown reading": ("عبارة مطموسة", "مطموسة", "", "عبارة مطموسة"),
}


@pytest.mark.parametrize(("text", "printed", "corrected", "expected"), WHOLE_WORDS.values(), ids=WHOLE_WORDS)
def test_a_row_matches_whole_words(text: str, printed: str, corrected: str, expected: str) -> None:
    assert reading(text, row(printed, corrected)) == expected


def test_rows_never_see_one_anothers_result() -> None:
    assert reading("كتب قلم", row("كتب", "قلم"), row("قلم", "كتب")) == "قلم كتب"


def test_the_longest_certain_row_wins_and_the_other_is_reported() -> None:
    short, long = row("برامجه", "برنامجه"), row("برامجه العالمي", "برنامجه العالمي")
    matches = match_rows("عزز برامجه العالمي", [short, long, row("غائب", "حاضر")])
    won = Correction(4, 18, "برامجه العالمي", "برنامجه العالمي", "certain", 1)
    lost = Correction(4, 10, "برامجه", "برنامجه", "certain", 1)
    assert (matches.corrections, matches.overlapped) == ((won,), (lost,))
    assert matches.unmatched == (row("غائب", "حاضر"),)
    assert certain_rows_without_match([short, long], [won, lost]) == ()


def test_a_shorter_row_wins_where_the_longer_does_not_reach() -> None:
    rows = [row("برامجه", "برنامجه"), row("برامجه العالمي", "برنامجه العالمي")]
    assert reading("برامجه العالمي وبرامجه؛ برامجه", *rows) == "برنامجه العالمي وبرامجه؛ برنامجه"


DOUBTFUL = (row("عمليات للتصديّ", "عمليات التصدّي", "doubtful", 9), row("للتصديّ", "للتصدي", "certain", 9))


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        (frozenset(), "تنسيق عمليات للتصدي لها"),
        (frozenset({(9, "عمليات للتصديّ")}), "تنسيق عمليات التصدّي لها"),
        (frozenset({(8, "عمليات للتصديّ")}), "تنسيق عمليات للتصدي لها"),
    ],
)
def test_a_doubtful_row_is_applied_when_staff_accepted_it(
    accepted: frozenset[tuple[int, str]], expected: str
) -> None:
    assert reading("تنسيق عمليات للتصديّ لها", *DOUBTFUL, accepted=accepted) == expected


def test_a_doubtful_row_is_returned_also_under_a_certain_one() -> None:
    found = match_rows("تنسيق عمليات للتصديّ لها", DOUBTFUL).corrections
    assert found == (
        Correction(6, 20, "عمليات للتصديّ", "عمليات التصدّي", "doubtful", 9),
        Correction(13, 20, "للتصديّ", "للتصدي", "certain", 9),
    )


def test_of_equal_ones_the_one_that_staff_accepted_stands() -> None:
    rows = [row("البر", "البحر"), row("البر", "الجو", "doubtful")]
    assert reading("طريق البر", *rows) == "طريق البحر"
    assert reading("طريق البر", *rows, accepted=frozenset({(1, "البر")})) == "طريق الجو"


def test_a_certain_row_that_matches_nothing_is_told() -> None:
    rows = [row("غائب", "حاضر"), row("مشكوك", "", "doubtful"), row("كتب", "كتاب")]
    assert certain_rows_without_match(rows, match_rows("كتب", rows).corrections) == (rows[0],)


def test_a_correction_moves_with_its_line() -> None:
    (found,) = match_rows("كتب", [row("كتب", "كتاب")]).corrections
    assert apply_corrections("قرأ كتب", [found.moved(4)]) == "قرأ كتاب"


SIGNS = st.sampled_from("ابتةى ـّ،.١2(")


@given(st.text(SIGNS), st.text(SIGNS, min_size=1).filter(str.strip))
def test_any_row_finds_its_place_or_nothing(text: str, printed: str) -> None:
    found = match_rows(text, [row(printed, "كتاب")]).corrections
    assert all(
        text[one.start : one.end].replace("ـ", "").split() == printed.replace("ـ", "").split()
        for one in found
    )
    assert apply_corrections(text, ()) == text


def test_a_table_is_read_by_source_in_order(tmp_path: Path) -> None:
    table = (
        HEADER
        + 'b.txt,2,"أ، ب",,doubtful,"لعلها ""ج"""\na.txt,٣, كتب ,كتاب,CERTAIN,\n\nb.txt,1,قلم,,certain\n'
    )
    expected = {
        "b.txt": (
            ErratumRow("b.txt", 2, "أ، ب", "", "doubtful", 'لعلها "ج"'),
            ErratumRow("b.txt", 1, "قلم", "", "certain"),
        ),
        "a.txt": (ErratumRow("a.txt", 3, "كتب", "كتاب", "certain"),),
    }
    (tmp_path / "errata.csv").write_bytes(b"\xef\xbb\xbf" + table.replace("\n", "\r\n").encode())
    assert [read_errata(tmp_path), parse_errata(table)] == [expected, expected]


def test_no_errata_are_no_rows(tmp_path: Path) -> None:
    assert (read_errata(tmp_path), parse_errata(HEADER)) == ({}, {})


def test_the_same_row_twice_counts_once() -> None:
    assert parse_errata(HEADER + "a.txt,1,كتب,كتاب,certain,\n" * 2) == {"a.txt": (row("كتب", "كتاب"),)}


COLUMNS = "ليكن السطر الأول: source, line, printed, corrected, certainty, note."

WRONG = {
    "empty file": ("", f"errata.csv، السطر 1: ينقص العمود «source». {COLUMNS}"),
    "a column is missing": (
        "source,line,printed,certainty\n",
        f"errata.csv، السطر 1: ينقص العمود «corrected». {COLUMNS}",
    ),
    "an unknown column": (
        HEADER.replace("note", "page"),
        f"errata.csv، السطر 1: العمود «page» مكرر أو غير معروف. {COLUMNS}",
    ),
    "semicolons": (
        HEADER.replace(",", ";"),
        "errata.csv، السطر 1: الفاصل بين الأعمدة ليس الفاصلة «,». احفظ الملف بصيغة CSV تفصل أعمدته الفاصلة.",
    ),
    "no number": (
        HEADER + "a.txt,x,كتب,كتاب,certain,\n",
        "errata.csv، السطر 2: رقم السطر «x» ليس عدداً من 1 فصاعداً. اكتب رقم السطر في ملف المصدر.",
    ),
    "line nought": (
        HEADER + "a.txt,0,كتب,كتاب,certain,\n",
        "errata.csv، السطر 2: رقم السطر «0» ليس عدداً من 1 فصاعداً. اكتب رقم السطر في ملف المصدر.",
    ),
    "nothing printed": (
        HEADER + "a.txt,1,,كتاب,certain,\n",
        "errata.csv، السطر 2: العمود «printed» فارغ. اكتبه أو احذف الصف.",
    ),
    "unknown certainty": (
        HEADER + "a.txt,1,كتب,كتاب,sure,\n",
        "errata.csv، السطر 2: درجة اليقين «sure» غير معروفة. اكتب certain أو doubtful.",
    ),
    "an unquoted comma": (
        HEADER + "a.txt,1,كتب,كتاب,certain,one,two\n",
        "errata.csv، السطر 2: خلاياه أكثر من الأعمدة. ضع النص الذي فيه فاصلة «,» بين علامتي اقتباس.",
    ),
    "contradiction": (
        HEADER + "a.txt,1,كتب,كتاب,certain,\na.txt,1,كتب,كتابة,certain,\n",
        "errata.csv، السطر 3: يناقض صفاً سابقاً للموضع نفسه. أبق أحدهما.",
    ),
    "an open quote": (
        HEADER + 'a.txt,1,"كتب,كتاب,certain,\n',
        "errata.csv، السطر 2: ليس صفاً من CSV صحيحاً (unexpected end of data). راجع علامات الاقتباس فيه.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_table_is_refused_with_line_and_remedy(text: str, sentence: str) -> None:
    with pytest.raises(BadErrata) as refusal:
        parse_errata(text)
    assert refusal.value.sentence == sentence


def test_a_table_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "errata.csv").write_bytes((HEADER + "a.txt,1,كتب,كتاب,certain,\n").encode("cp1256"))
    with pytest.raises(BadErrata, match=r"^errata\.csv: الملف ليس بترميز UTF-8"):
        read_errata(tmp_path)
