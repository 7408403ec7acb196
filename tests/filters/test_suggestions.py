"""What is suggested while one types."""

from datetime import date

import pytest

from archive.filters.suggested_terms import SuggestedTerm, find_terms
from archive.filters.suggestions import Suggestion, build_suggestions
from archive.search.entries import rebuild_index
from tests import factories


def texts_and_kinds(typed: str) -> list[tuple[str, str]]:
    return [(one.text, one.kind) for one in build_suggestions(typed)]


def test_terms_are_what_texts_repeat_without_words_that_join() -> None:
    texts = [
        "ينبغي صون القنوات في الأودية وصون القنوات.",
        "صَون القنوات من أجل الري",
        "صون القنوات عن طريق الري",
    ]
    assert [term.text for term in find_terms(texts)] == ["صون القنوات", "القنوات", "صون", "الري"]
    assert find_terms(texts)[0] == SuggestedTerm("صون القنوات", ("صون", "القنوات"), 4)


def test_no_term_begins_or_ends_with_a_word_without_a_subject() -> None:
    assert find_terms(["لعل الدول الأطراف تودّ"] * 3) == (
        SuggestedTerm("الدول الأطراف", ("الدول", "الاطراف"), 3),
        SuggestedTerm("الأطراف", ("الاطراف",), 3),
        SuggestedTerm("الدول", ("الدول",), 3),
    )


def test_a_term_is_found_by_any_of_its_words_with_or_without_the_article(db: None) -> None:
    meeting = factories.make_meeting(1)
    for number in (1, 2, 3):
        factories.make_recommendation(number, "ينبغي صون القنوات.", meeting=meeting)
    for typed in ("صو", "صون القن", "قنو", "القنوا"):
        assert build_suggestions(typed)[0].text in ("صون القنوات", "القنوات")
    assert build_suggestions("زرق") == []


def test_what_a_single_text_says_once_is_suggested_too(db: None) -> None:
    factories.make_recommendation(1, "ينبغي مكافحة غسل الأموال.", meeting=factories.make_meeting(1))
    rebuild_index()
    assert texts_and_kinds("غس") == [("غسل", "term")]
    assert build_suggestions("ينب") == []


def test_symbols_are_found_by_any_part_in_any_case(db: None) -> None:
    paper = factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_document("ITC/CONF/WG.1/2020/2")
    (one,) = build_suggestions("wg.1/2019")
    assert (one.text, one.kind, one.target) == (
        "ITC/CONF/WG.1/2019/5",
        "document",
        f"/documents/{paper.slug}/",
    )


@pytest.mark.parametrize("typed", ["الثالث", "ثالث", "third"])
def test_meetings_are_found_in_both_languages(db: None, typed: str) -> None:
    meeting = factories.make_meeting(3)
    (one,) = build_suggestions(typed)
    assert (one.kind, one.target, one.detail) == (
        "meeting",
        f"/meetings/{meeting.slug}/",
        meeting.body.symbol,
    )


@pytest.mark.parametrize("typed", ["3/7", "3.7", "٣/٧", "3 - 7"])
def test_two_numbers_are_meeting_and_recommendation(db: None, typed: str) -> None:
    row = factories.make_recommendation(7, "نص", meeting=factories.make_meeting(3))
    target = f"/recommendations/{row.locator}/"
    assert build_suggestions(typed) == [
        Suggestion("التوصية 7 من الاجتماع الثالث", "recommendation", target, row.meeting.body.symbol)
    ]


def test_names_are_found_in_both_scripts_where_the_texts_have_them(db: None) -> None:
    factories.make_recommendation(1, "ينبغي أن يسأل الإنتربول.", meeting=factories.make_meeting(1))
    rebuild_index()
    assert texts_and_kinds("inter") == [("INTERPOL", "name")]
    assert texts_and_kinds("إنترب")[0] == ("إنتربول", "name")
    assert build_suggestions("frontex") == []


def test_english_terms_lead_to_what_the_texts_say(db: None) -> None:
    factories.make_recommendation(1, "ينبغي حماية الشهود.", meeting=factories.make_meeting(1))
    rebuild_index()
    assert build_suggestions("witness") == [
        Suggestion("witness", "term", "", "شهود"), Suggestion("witness protection", "term", "", "حماية الشهود"),
    ]  # fmt: skip
    assert build_suggestions("airl") == []


def test_a_word_that_no_text_has_leads_to_what_the_texts_say(db: None) -> None:
    factories.make_recommendation(
        1, "ينبغي إعادة المهاجرين ومنع الفساد وغسل الأموال.", meeting=factories.make_meeting(1)
    )
    rebuild_index()
    for typed, meant in (("الطرد", "إعادة"), ("رشوة", "فساد"), ("الفسساد", "فساد"), ("غسيل", "غسل")):
        assert Suggestion(meant, "term", "", typed) in build_suggestions(typed)
    assert build_suggestions("زرقشلاندية") == []


def test_a_year_is_its_meetings(db: None) -> None:
    meeting = factories.make_meeting(3, start=date(2015, 11, 18), end=date(2015, 11, 20))
    assert build_suggestions("٢٠١٥") == []
    factories.make_recommendation(1, "نص", meeting=meeting)
    (one,) = build_suggestions("٢٠١٥")
    assert (one.text, one.target, one.detail) == (
        "الاجتماع الثالث", f"/meetings/{meeting.slug}/", f"{meeting.body.symbol}، 2015",
    )  # fmt: skip


@pytest.mark.django_db
def test_nothing_typed_suggests_nothing() -> None:
    assert [build_suggestions(typed) for typed in ("", "  ", "\0", "\u202e", "ً")] == [[]] * 5
