"""What is suggested while one types."""

from archive.filters.suggestions import SuggestedTerm, build_suggestions, find_terms
from tests import factories


def test_terms_are_what_texts_repeat_without_words_that_join() -> None:
    texts = ["ينبغي صون القنوات في الأودية وصون القنوات.", "صَون القنوات من أجل الري", "صون القنوات عن طريق الري"]
    assert [term.text for term in find_terms(texts)] == ["صون القنوات", "القنوات", "صون"]
    assert find_terms(texts)[0] == SuggestedTerm("صون القنوات", ("صون", "القنوات"), 3)


def test_a_term_is_found_by_any_of_its_words_with_or_without_the_article() -> None:
    meeting = factories.make_meeting(1)
    for number in (1, 2, 3):
        factories.make_recommendation(number, "ينبغي صون القنوات.", meeting=meeting)
    for typed in ("صو", "صون القن", "قنو", "القنوا"):
        assert build_suggestions(typed)[0].text in ("صون القنوات", "القنوات")
    assert build_suggestions("زرق") == []


def test_symbols_are_found_by_any_part_in_any_case() -> None:
    factories.make_document("ITC/CONF/WG.1/2019/5")
    factories.make_document("ITC/CONF/WG.1/2020/2")
    assert [(one.text, one.kind) for one in build_suggestions("wg.1/2019")] == [("ITC/CONF/WG.1/2019/5", "symbol")]


def test_nothing_typed_suggests_nothing() -> None:
    assert [build_suggestions(typed) for typed in ("", "  ", "\0", "\u202e", "ً")] == [[]] * 5
