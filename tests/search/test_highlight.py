"""What is marked in the original words."""

from hypothesis import given
from hypothesis import strategies as st

from archive.search.entries import rebuild_index
from archive.search.highlight import adds_to, best_item, excerpt, highlight, words_in
from archive.search.match import search_recommendations
from archive.search.record_terms import terms_in_row
from tests import factories

from .conftest import TEXTS


def marked(text, typed, **options):
    understood = search_recommendations(typed, **options).understood
    return [piece.text for piece in highlight(text, understood) if piece.is_match]


def test_the_original_words_are_marked_with_their_vowels_and_prefixes(archive):
    assert marked(TEXTS[4], "وثيقة مزورة") == ["الوثائق", "المزوَّرة"]


def test_a_phrase_is_marked_as_a_whole_and_its_words_elsewhere_are_not(archive):
    text = "تهريب السلع، ومكافحة تهريب المهاجرين."
    assert marked(text, '"مكافحة تهريب المهاجرين"') == ["ومكافحة تهريب المهاجرين"]


def test_what_was_searched_instead_is_marked(archive):
    assert marked(TEXTS[4], "INTERPOL") == ["الإنتربول"]


def test_plain_words_and_excluded_ones_are_not_marked(archive):
    assert marked(TEXTS[2], "في تحقيق -وعي") == ["التحقيقات"]


def test_the_typed_form_alone_is_marked_for_whoever_insists(archive):
    assert marked("الأطفال والطفل", "طفل", exact=True) == ["والطفل"]


def test_an_excerpt_is_cut_at_word_ends_around_the_best_place(archive):
    text = " ".join([*(f"كلمة{n}" for n in range(50)), "الأطفال على السفن", *(f"حرف{n}" for n in range(50))])
    pieces, offset = excerpt(text, search_recommendations("طفل سفينة").understood, words=10)
    cut = "".join(piece.text for piece in pieces)
    assert cut == "كلمة48 كلمة49 الأطفال على السفن حرف0 حرف1 حرف2 حرف3 حرف4"
    assert text[offset:].startswith(cut)
    assert [piece.text for piece in pieces if piece.is_match] == ["الأطفال", "السفن"]


def test_a_short_text_is_its_own_excerpt(archive):
    pieces, offset = excerpt(TEXTS[1], search_recommendations("ققققققق").understood)
    assert (pieces[0].text, len(pieces), offset) == (TEXTS[1], 1, 0)


def test_the_lettered_item_that_meets_most_is_the_place_to_go(meeting):
    chapeau, items = "ينبغي للدول:", ("أن تحمي السفن؛", "أن تحمي الأطفال على السفن؛")
    factories.make_recommendation(1, chapeau, meeting=meeting, subparagraphs=items)
    rebuild_index()
    assert best_item(chapeau, items, search_recommendations("طفل سفينة").understood) == 1
    assert best_item(chapeau, items, search_recommendations("دولة").understood) is None


@given(st.text(st.sampled_from("أطفال ـَ\u00a0\x1f\n\u2028-/.(7٧aZ«ﷺ")), st.text(max_size=5))
def test_words_are_marked_as_if_they_stood_alone(text, other):
    """What stands between two spaces is analysed once and remembered: no term may reach over a space."""
    whole = [(term.start, term.end, term.exact, term.stem) for term in terms_in_row(text + other)]
    assert list(zip(*words_in(text + other), strict=True)) == whole


def test_a_text_of_nothing_but_matches_is_gone_through_once(archive):
    """To count the matches of every window among all of them would take a quarter of an hour."""
    understood = search_recommendations("الأطفال").understood
    pieces, start = excerpt("الأطفال " * 60_000, understood, 4)
    assert (start, [piece.is_match for piece in pieces]) == (0, [True, False] * 3 + [True])


def test_a_title_is_a_reason_where_it_has_a_word_that_the_text_has_not(archive):
    understood = search_recommendations("تهريب السفن").understood
    assert adds_to("تهريب المهاجرين عن طريق البحر", "على متن السفن", understood)
    assert not adds_to("السفن", "على متن السفن", understood)
    assert not adds_to("البحر", "على متن السفن", understood)
