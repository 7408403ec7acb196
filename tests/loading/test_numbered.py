"""The meeting's own series of recommendations, whatever series a paper counts."""

from archive.loading.numbered import number_recommendations
from archive.parsing.printed_text import Passage, Span
from archive.parsing.structure import ParsedRecommendation
from archive.record import kinds
from archive.record.stored import StoredRow


def adopted(number: int, text: str, *, series: int = 0, printed: str = "", meeting: int = 9) -> ParsedRecommendation:
    passage = Passage(text)
    printed = printed or str(number)
    return ParsedRecommendation(
        "CTOC/COP/WG.7", meeting, number, printed, 1, passage, (), None, None, Span(1, 1), series
    )


def stored(number: int, text: str, document: int, *, series: int = 0) -> StoredRow:
    match = ("ctoc-cop-wg7.9", series, number, 0, 1)
    return StoredRow(kinds.RECOMMENDATION, "", number, match, {"printed_text": text, "document": document}, {}, False)


def tails(found: list[ParsedRecommendation], *rows: StoredRow, **known: object) -> list[str]:
    places = number_recommendations(found, rows, **known)  # type: ignore[arg-type]
    return [place.locator.removeprefix("ctoc-cop-wg7.") for place in places]


def test_the_first_series_of_a_meeting_bears_no_mark_whatever_it_is_in_the_paper() -> None:
    assert tails([adopted(1, "أ", series=3), adopted(2, "ب", series=3)]) == ["9.1", "9.2"]


def test_what_counts_from_one_again_is_the_second_series_and_a_double_in_it_a_copy() -> None:
    found = [adopted(1, "أ"), adopted(1, "ب", series=1), adopted(1, "ج", series=1)]
    assert tails(found) == ["9.1", "9.s2-1", "9.s2-1-2"]


def test_each_meeting_of_a_compendium_counts_its_own_series() -> None:
    assert tails([adopted(1, "أ", meeting=8), adopted(1, "ب", series=1)]) == ["8.1", "9.1"]


def test_what_stands_behind_a_number_stands_behind_it_in_the_address() -> None:
    found = [adopted(1, "أ"), adopted(1, "ب", printed="1 مكرراً"), adopted(1, "ج", printed="1-2")]
    assert tails(found) == ["9.1", "9.1-bis", "9.1_2"]


def test_an_address_once_given_stays() -> None:
    found = [adopted(1, "جديد"), adopted(1, "أ", series=1)]
    assert tails(found, stored(1, "أ", document=5), own=5) == ["9.s2-1", "9.1"]


def test_an_addendum_goes_on_with_the_series_that_it_continues() -> None:
    rows = [stored(1, "أ", 5), stored(1, "ب", 5, series=1), stored(2, "ج", 5, series=1)]
    assert tails([adopted(3, "د")], *rows, is_addendum=True) == ["9.s2-3"]


def test_an_addendum_that_counts_anew_is_no_copy_of_its_report() -> None:
    assert tails([adopted(1, "غيره")], stored(1, "أ", 5), is_addendum=True) == ["9.s2-1"]
    assert tails([adopted(1, "أ")], stored(1, "غيره", 6), addenda=frozenset({6})) == ["9.s2-1"]


def test_another_paper_with_the_same_numbers_is_a_copy() -> None:
    assert tails([adopted(1, "غيره")], stored(1, "أ", 5)) == ["9.1"]
