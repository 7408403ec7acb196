from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deriving.follow_ups import Adopted, FollowUpFound, Told, find_follow_ups

IN_MAY, IN_JUNE = date(2031, 5, 3), date(2031, 6, 4)
LAMPS = Adopted("1.1", "ينبغي للدول أن تصلح مصابيح الموانئ القديمة في موانئ الصيد", IN_MAY, meeting="sample:1")
BEES = Adopted("1.2", "ينبغي للدول أن تحصي خلايا النحل في موانئ الصيد", IN_MAY, meeting="sample:1")
REGISTER = Adopted(
    "1.3", "ينبغي للدول أن تزود السجل بما لديها من أخبار موانئ الصيد", IN_MAY, 2, "sample:1", ("register",)
)
ABOUT_LAMPS = Told(
    "r.4", "زار الخبراء الجزر. ودرب المكتب عمالا على إصلاح مصابيح الموانئ القديمة في موانئ الصيد.", IN_JUNE
)
CROWD = [
    Told(f"r.{number}", f"{text} في موانئ الصيد.", IN_JUNE)
    for number, text in enumerate(
        [
            "أصدر المكتب دليلا للنباتات الطبية",
            "منح المكتب المصورين جوائز سنوية",
            "خفضت الحكومات رسوم البريد الجوي",
            "رممت البلديات قلاع الساحل",
            "أعلنت الشركات مواعيد القطارات",
            "اشترى المتطوعون كتبا للمكتبات المتنقلة",
        ],
        10,
    )
]


def offered(*paragraphs: Told, of: tuple[Adopted, ...] = (LAMPS, BEES, REGISTER)) -> list[FollowUpFound]:
    return find_follow_ups(of, [*paragraphs, *CROWD])


def pairs(found: list[FollowUpFound]) -> list[tuple[str, int, str]]:
    return [(one.recommendation, one.item, one.paragraph) for one in found]


def test_a_paragraph_that_tells_of_the_same_thing_is_offered_with_the_words() -> None:
    (found,) = offered(ABOUT_LAMPS)
    assert (found.recommendation, found.item, found.paragraph) == ("1.1", 0, "r.4")
    assert found.score > 0.4
    assert found.ground[0].startswith("words:تصلح مصابيح موانئ")


@pytest.mark.parametrize("told", [IN_MAY, date(2030, 1, 1)])
def test_what_was_told_before_or_at_the_meeting_is_not(told: date) -> None:
    assert offered(replace(ABOUT_LAMPS, told=told)) == []


def test_the_same_tool_is_enough_and_its_part_stands_for_it() -> None:
    entry = Told("r.5", "تضم السجل وحده أخبارا عن ستين جزيرة.", IN_JUNE, tools=("register",))
    assert pairs(offered(entry)) == [("1.3", 2, "r.5")]
    assert pairs(offered(replace(entry, tools=()))) == []
    portal = replace(REGISTER, tools=("sherloc",))
    part = replace(entry, tools=("case-law-database",))
    (found,) = offered(part, of=(LAMPS, BEES, portal))
    assert found.ground[0] == "tool:sherloc"


def test_an_article_counts_where_a_thing_is_shared() -> None:
    cited = replace(BEES, articles=("sample-treaty:9",))
    with_thing = Told(
        "r.6",
        "تناول الاجتماع أحكاما شتى ومنها حصر خلايا النحل وغيرها من الطيور.",
        IN_JUNE,
        articles=("sample-treaty:9",),
    )
    without = replace(with_thing, text="تناول الاجتماع أحكاما شتى ومنها إحصاء الطيور المهاجرة كل خريف.")
    (found,) = offered(with_thing, of=(LAMPS, cited, REGISTER))
    assert found.ground[0] == "article:sample-treaty:9"
    assert offered(without, of=(LAMPS, cited, REGISTER)) == []


def test_the_meeting_speaks_for_a_paragraph_but_is_not_enough() -> None:
    naming = replace(ABOUT_LAMPS, meetings=("sample:1",))
    (found,) = offered(naming)
    assert found.ground[0] == "meeting:sample:1"
    assert offered(Told("r.7", "أوصى الاجتماع الأول بأمور كثيرة.", IN_JUNE, meetings=("sample:1",))) == []


def test_words_alone_are_not_enough_where_the_subjects_are_others() -> None:
    lamps = replace(LAMPS, subjects=("lamps",))
    assert offered(replace(ABOUT_LAMPS, subjects=("roads",)), of=(lamps, BEES, REGISTER)) == []
    for subjects in ((), ("roads", "lamps")):
        found = offered(replace(ABOUT_LAMPS, subjects=subjects), of=(lamps, BEES, REGISTER))
        assert pairs(found) == [("1.1", 0, "r.4")]


def test_a_paragraph_of_another_field_is_less_near_unless_its_heading_names_the_field() -> None:
    elsewhere = replace(ABOUT_LAMPS, text="أصلح المتطوعون مصابيح الموانئ القديمة.")
    (far,) = offered(elsewhere)
    (near,) = offered(replace(elsewhere, heading="موانئ الصيد"))
    assert far.score < near.score
    assert near.ground == far.ground


def test_few_are_offered() -> None:
    many = [replace(ABOUT_LAMPS, key=f"r.{number}") for number in range(40, 47)]
    assert len(offered(*many)) == 6


def test_the_order_given_makes_no_difference() -> None:
    found = offered(ABOUT_LAMPS)
    for order in permutations((LAMPS, BEES, REGISTER)):
        assert find_follow_ups(order, [*CROWD[::-1], ABOUT_LAMPS]) == found


@pytest.mark.parametrize(("texts", "told"), [([], []), ([""], [""]), (["..."], ["؛ ؛"]), ([], ["نص"]), (["نص"], [])])
def test_little_or_nothing_offers_nothing(texts: list[str], told: list[str]) -> None:
    passages = [Adopted("1", one, IN_MAY) for one in texts]
    assert find_follow_ups(passages, [Told("r", one, IN_JUNE) for one in told]) == []


WORDS = st.sampled_from(f"{LAMPS.text} {BEES.text} {ABOUT_LAMPS.text} . ؛".split())
TEXTS = st.lists(st.one_of(st.lists(WORDS, max_size=15).map(" ".join), st.text(max_size=20)), max_size=6)


@given(TEXTS, TEXTS)
def test_any_texts_give_at_most_six_each_once(texts: list[str], told: list[str]) -> None:
    passages = [Adopted(f"1.{at // 2}", text, IN_MAY, at % 2) for at, text in enumerate(texts)]
    paragraphs = [Told(f"r.{at}", text, IN_JUNE) for at, text in enumerate(told)]
    found = find_follow_ups(passages, paragraphs)
    assert len({(one.recommendation, one.paragraph) for one in found}) == len(found)
    assert all(0 < one.score <= 1 and one.ground for one in found)
    assert find_follow_ups(passages[::-1], paragraphs[::-1]) == found
