"""Meetings that a text names in passing, and those that head a part of a compendium."""

from datetime import date

import pytest

from archive.parsing.meeting_headings import read_meeting_heading
from archive.parsing.mentions import Sentence, find_mentions
from archive.vocabulary.bodies import BODIES

GROUP, CONFERENCE = "CTOC/COP/WG.7", "CTOC/COP"
Found = tuple[str, int, str | None, date | None, date | None, str]


def found_in(*texts: str, body: str | None = GROUP) -> list[Found]:
    sentences = [Sentence(text, line) for line, text in enumerate(texts, start=1)]
    return [
        (m.body, m.number, m.place, m.start, m.end, m.held_in) for m in find_mentions(sentences, BODIES, body)
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "عقد الاجتماع السابع للفريق العامل المعني بتهريب المهاجرين في لوريانا يومي 8 و 9 أيلول/سبتمبر 2020.",
            [(GROUP, 7, "لوريانا", date(2020, 9, 8), date(2020, 9, 9), "")],
        ),
        (
            "ناقش الفريق العامل، في اجتماعه السادس المعقود في لوريانا في الفترة من 11 إلى 13 أيلول/سبتمبر 2019.",
            [(GROUP, 6, "لوريانا", date(2019, 9, 11), date(2019, 9, 13), "")],
        ),
        (
            "عقد الاجتماع الأول من 30 أيار/مايو إلى 1 حزيران/يونيه 2012، والثاني من 11 إلى 13 أيلول/سبتمبر 2013.",
            [
                (GROUP, 1, None, date(2012, 5, 30), date(2012, 6, 1), ""),
                (GROUP, 2, None, date(2013, 9, 11), date(2013, 9, 13), ""),
            ],
        ),
        (
            "منذ دورة المؤتمر التاسعة التي عُقدت في تشرين الأول/أكتوبر 2018.",
            [(CONFERENCE, 9, None, None, None, "تشرين الأول/أكتوبر 2018")],
        ),
        ("أنشأه المؤتمر في دورته الخامسة.", [(CONFERENCE, 5, None, None, None, "")]),
        # two meetings in one word, of the group that is named behind them
        (
            "عقب الاجتماعين الثالث عشر والرابع عشر للفريق العامل المعني بالاتجار بالأشخاص.",
            [("CTOC/COP/WG.4", 13, None, None, None, ""), ("CTOC/COP/WG.4", 14, None, None, None, "")],
        ),
        # another body's session, and a meeting of nobody's
        ("نظرت اللجنة في دورتها الثامنة، والجمعية العامة في دورتها السابعة.", []),
        ("عقد اجتماع دون إقليمي في لوريانا.", []),
    ],
)
def test_meetings_named_in_passing(text: str, mentions: list[Found]) -> None:
    assert found_in(text) == mentions


def test_the_group_alone_is_the_one_named_last() -> None:
    found = found_in(
        "دعم المكتب الفريق العامل المعني بالاتجار بالأشخاص.",
        "وأحاط الفريق العامل في اجتماعه الثالث عشر علماً بالورقة.",
        body=CONFERENCE,
    )
    assert found == [("CTOC/COP/WG.4", 13, None, None, None, "")]


def test_where_no_group_is_named_nothing_is_said() -> None:
    assert found_in("أحاط الفريق العامل في اجتماعه الثالث علماً بالورقة.", body=CONFERENCE) == []


def test_the_fullest_mention_stays() -> None:
    found = found_in(
        "في الاجتماع الخامس للفريق العامل.", "في اجتماعه الخامس المعقود يومي 4 و5 تموز/يوليه 2018."
    )
    assert found == [(GROUP, 5, None, date(2018, 7, 4), date(2018, 7, 5), "")]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (
            "الاجتماع الأول، لوريانا، ٣٠ أيار/مايو إلى ١ حزيران/يونيه ٢٠١٢",
            (1, "لوريانا", date(2012, 5, 30), date(2012, 6, 1)),
        ),
        (
            "الاجتماع الخامس، مرسى الرياحين، ٤ و ٥ تموز/يوليه ٢٠١٨",
            (5, "مرسى الرياحين", date(2018, 7, 4), date(2018, 7, 5)),
        ),
        ("الاجتماع الثالث عشر", (13, None, None, None)),
        ("الدورة الثانية عشرة، لوريانا", (12, "لوريانا", None, None)),
        ("تنظيم الاجتماع", None),
        ("الاجتماع الختامي", None),
    ],
)
def test_headings_of_a_compendium(title: str, heading: tuple[object, ...] | None) -> None:
    found = read_meeting_heading(title, GROUP, 1)
    assert (found and (found.number, found.place, found.start, found.end)) == heading
