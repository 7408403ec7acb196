"""Lines without what a copy puts on them: marks, bullets, footnote marks."""

import pytest

from archive.parsing.breaks import Breaks, find_breaks
from archive.parsing.lines import clean_lines, ends_sentence, stops
from archive.sources.corrections import Correction
from archive.sources.errata import ErratumRow
from tests.parsing.reading import lines_of


@pytest.mark.parametrize(
    ("raw", "content", "bullet"),
    [
        ("# ثانيا التوصيات", "ثانيا التوصيات", 0),
        ("#### التوصية 2", "التوصية 2", 0),
        ("## التوصية 2 ##", "التوصية 2", 0),
        ("# - ١- نص", "- ١- نص", 2),
        ("- ١- نص", "- ١- نص", 2),
        ("- -20 نص", "- -20 نص", 2),
        ("• ١- نص", "١- نص", 0),
        ("\uf0b7 ١- نص", "١- نص", 0),
        ("- • ١- نص", "١- نص", 0),
        ("**التوصية 12**", "التوصية 12", 0),
        ("**1-** نص", "1- نص", 0),
        ("نص *Title in Latin* نص", "نص *Title in Latin* نص", 0),
        ("من جدول الأعمال المؤقت**", "من جدول الأعمال المؤقت**", 0),
        ("\ufeff\u202b٤\u202c \u00a0-\u200f نص", "٤ - نص", 0),
    ],
)
def test_content_of_a_line(raw: str, content: str, bullet: int) -> None:
    (line,) = lines_of(raw)
    assert (line.content, line.bullet, line.furniture) == (content, bullet, ())


def test_bold_type_over_two_lines() -> None:
    assert [line.content for line in lines_of("**ألف - توصيات بشأن", "الفهارس المشتركة**")] == [
        "ألف - توصيات بشأن",
        "الفهارس المشتركة",
    ]


def test_stars_are_bullets_where_labels_follow_them() -> None:
    texts = ("* ١- نص", "* (أ) نص", "* بقية النص", "* XLIB/CONF/2035/1")
    assert [line.content for line in lines_of(*texts)] == [
        "١- نص",
        "(أ) نص",
        "بقية النص",
        "* XLIB/CONF/2035/1",
    ]
    assert [line.content for line in lines_of("* حاشية")] == ["* حاشية"]
    assert [line.content for line in lines_of("* بقية", "* XLIB/CONF/2035/1")] == [
        "بقية",
        "* XLIB/CONF/2035/1",
    ]


def test_marks_of_footnotes_go_to_their_list() -> None:
    (line,) = lines_of("المعرضة للمد⁽¹⁾، واختبره.⁽²⁾ وأظهر")
    assert (line.content, line.marks) == ("المعرضة للمد، واختبره. وأظهر", (("1", 12), ("2", 22)))


def test_furniture_with_no_blank_line_about_it_breaks_nothing() -> None:
    found = lines_of("نص", "X.34-01234 3/6", "بقية", "", "X.34-01234 4/6", "بقية")
    assert [(line.after_break, line.after_furniture) for line in found if line.content] == [
        (True, False),
        (False, True),
        (True, True),
    ]


def test_a_rule_breaks_and_is_no_end_of_a_page() -> None:
    found = lines_of("عنوان", "------", "نص")
    assert (found[2].after_break, found[2].after_furniture) == (True, False)


def test_corrections_point_into_the_content() -> None:
    row = ErratumRow("a.txt", 1, "الساحلبة", "الساحلية", "certain")
    (line,) = clean_lines(["# - ١- المدن الساحلبة"], [row]).lines
    start = line.content.index("الساحلبة")
    assert line.corrections == (Correction(start, start + 8, "الساحلبة", "الساحلية", "certain", 1),)
    assert line.without(5).corrections[0].start == start - 5


@pytest.mark.parametrize(
    ("text", "ends", "full_stop"),
    [
        ("نص.", True, True),
        ('نص."', True, True),
        ("نص؛", True, False),
        ("ما يلي:", True, False),
        ("نص؟", True, True),
        ("نص،", False, False),
        ("نص", False, False),
    ],
)
def test_ends_of_sentences(text: str, ends: bool, full_stop: bool) -> None:
    assert (ends_sentence(text), stops(text)) == (ends, full_stop)


LONG = "كلمة " * 15 + "كلمة"


@pytest.mark.parametrize(
    ("texts", "breaks"),
    [
        ([LONG, "", LONG, ""] * 6, Breaks(by_blank_lines=False, width=len(LONG))),
        ([LONG, LONG, ""] * 6, Breaks(by_blank_lines=True, width=len(LONG))),
        ([LONG] * 12, Breaks(by_blank_lines=False, width=len(LONG))),
        (["كلمة " * n + "نص." for n in range(1, 14)], Breaks(by_blank_lines=False)),
        ([LONG] * 3, Breaks(by_blank_lines=True)),
    ],
)
def test_how_the_blocks_of_a_text_are_told_apart(texts: list[str], breaks: Breaks) -> None:
    found = find_breaks(texts)
    assert (found.by_blank_lines, found.by_blank_lines or found.width) == (
        breaks.by_blank_lines,
        breaks.by_blank_lines or breaks.width,
    )


def test_a_line_with_room_for_the_next_word_ends_its_block() -> None:
    breaks = Breaks(by_blank_lines=False, width=20)
    assert breaks.between("ط" * 10, "كلمة أخرى", blank=False)
    assert not breaks.between("ط" * 17, "كلمة أخرى", blank=False)
    assert not breaks.between("ط" * 17, "كلمة أخرى", blank=True)
