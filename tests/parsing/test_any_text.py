"""Any text gives structure and problems, and every line with words has its place."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parsing.document import parse_document
from archive.sources.reader import SourceText
from tests.parsing.conservation import assert_accounted_for
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS

SPECIMEN_LINES = [
    line for name in SPECIMEN_TEXTS for line in (SPECIMEN / name).read_text(encoding="utf-8").split("\n")
]
# fmt: off
PIECES = [
    "التوصية", "أولاً -", "ألف -", "(أ)", "(ب)", "١-", "- 2-", "3", "#", "**", "*", "⁽¹⁾", "(1)",
    "البند 2", "---", "X.34-01234 3/6", "الاجتماع الأول", "Distr.: General", "12", "نص.", "نص؛",
    "ما يلي:", "\u200f", "", "تقرير الأمانة", "الرجاء إعادة استعمال الورق", "XLIB/CONF/2035/1", "\u00a0",
    "ـ", "هـ", "جدول الأعمال", "الأمم المتحدة", "XLIB/CONF/2035/4", "إضافة", "تصويب", "موجز", "____", "الحواشي",
    "نص(1).", "34-01234", "*3401234*", "الدورة السادسة", "لوريانا، 4 و5 أيار/مايو 2035", "Original: English",
    "5 May 2035", "مذكرة من الأمانة", "قرار اتخذته الجمعية العامة", "إن الجمعية العامة،", "لجنة الموانئ",
]
# fmt: on


def account_for(lines: list[str]) -> None:
    source = SourceText("any.txt", tuple(lines), "utf-8", "")
    assert_accounted_for(parse_document(source), source.lines)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r")), max_size=12))
def test_text_of_any_characters(lines: list[str]) -> None:
    account_for(lines)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), max_size=25))
def test_text_of_what_the_parser_looks_for(lines: list[str]) -> None:
    account_for(lines)


@given(st.lists(st.sampled_from(SPECIMEN_LINES), max_size=60))
def test_lines_of_the_specimen_in_any_order(lines: list[str]) -> None:
    account_for(lines)


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
@pytest.mark.parametrize("seed", range(4))
def test_a_specimen_text_with_lines_moved_doubled_and_lost(name: str, seed: int) -> None:
    chance = random.Random(seed)
    lines = (SPECIMEN / name).read_text(encoding="utf-8").split("\n")
    for _change in range(12):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[at] if chance.random() < 0.5 else lines.pop(at)
        if chance.random() < 0.7:
            lines.insert(to, line)
    account_for(lines)


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_a_specimen_text_as_it_is(name: str) -> None:
    account_for((SPECIMEN / name).read_text(encoding="utf-8").split("\n"))
