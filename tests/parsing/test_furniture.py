"""Page furniture goes, wherever in a line it stands; nothing else does."""

import pytest

from archive.parsing.furniture import Cleared, clear_furniture, find_job_number, is_rule, rejoin_footers

JOB = "X.34-01234"


@pytest.mark.parametrize(
    ("line", "text", "removed"),
    [
        ("X.34-01234 **4/10**", "", ("X.34-01234 **4/10**",)),
        ("4/10 X.34-01234", "", ("4/10 X.34-01234",)),
        ("220834 220834 X.34-01234 (A)", "", ("220834 220834 X.34-01234 (A)",)),
        ("V.٢٠-٠٥٣٥٩ ٤/١٠", "", ("V.٢٠-٠٥٣٥٩ ٤/١٠",)),
        ("X.34-01234", "", ("X.34-01234",)),
        ("الرجاء إعادة استعمال الورق", "", ("الرجاء إعادة استعمال الورق",)),
        ("الرجـاء إعـادة استعمال الورق", "", ("الرجـاء إعـادة استعمال الورق",)),
        ("**4/10**", "", ("**4/10**",)),
        ("- 12 -", "", ("- 12 -",)),
        ("-------", "", ("-------",)),
        ("-", "", ("-",)),
        # inside a sentence
        ("أن تشترط X.34-01234 4/10 رفع المخازن", "أن تشترط رفع المخازن", ("X.34-01234 4/10",)),
        ("أن تشترط X.34-01234 رفع المخازن", "أن تشترط رفع المخازن", ("X.34-01234",)),
        ("أن تشترط رفع X.34-01234 4/10، والتهوية", "أن تشترط رفع، والتهوية", ("X.34-01234 4/10",)),
        ("نُقل **4/10** ألف مخطوط", "نُقل ألف مخطوط", ("**4/10**",)),
        # the job number of another paper is a citation; a fraction and a year are words
        ("انظر الوثيقة X.33-00001 أدناه", "انظر الوثيقة X.33-00001 أدناه", ()),
        ("بنسبة 4/10 من المجموعات", "بنسبة 4/10 من المجموعات", ()),
        ("في عام 2034", "في عام 2034", ()),
    ],
)
def test_furniture_of_a_line(line: str, text: str, removed: tuple[str, ...]) -> None:
    assert clear_furniture(line, JOB) == Cleared(text, removed)


def test_a_number_alone_is_a_page_only_after_a_blank_line() -> None:
    assert clear_furniture("12", None, after_break=False) == Cleared("12", ())
    assert clear_furniture("12", None, after_break=True) == Cleared("", ("12",))


def test_the_job_number_is_the_one_most_often_in_a_footer() -> None:
    texts = ["X.34-01234 2/6", "انظر V.20-05359.", "220834 220834 X.34-01234 (A)", "V.11-11111 1/2"]
    assert find_job_number(texts) == "X.34-01234"
    assert find_job_number(["انظر V.20-05359 أعلاه."]) is None


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["أن تشترط 220834", "220834 X.34-01234 (A) رفع"], ["أن تشترط", "220834 220834 X.34-01234 (A) رفع"]),
        (["أن تشترط X.34-01234", "4/10 رفع"], ["أن تشترط X.34-01234 4/10", "رفع"]),
        (["أن الرجاء إعادة", "استعمال الورق تشترط"], ["أن ", "الرجاء إعادة استعمال الورق تشترط"]),
        (["الرجاء من الدول", "أن ترد"], ["الرجاء من الدول", "أن ترد"]),
    ],
)
def test_a_footer_broken_over_two_lines(broken: list[str], whole: list[str]) -> None:
    assert rejoin_footers(broken) == whole


@pytest.mark.parametrize(
    ("line", "rule"),
    [("---", True), ("=====", True), ("* * *", True), ("ـ", False), ("- 1", False), ("--", False)],
)
def test_rules(line: str, rule: bool) -> None:
    assert is_rule(line) is rule
