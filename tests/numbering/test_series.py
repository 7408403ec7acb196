"""Which numbers continue a series and which do not: decided on all of them together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.numbering.series import Decision, PrintedNumber, resolve


def items(*printed: str) -> list[PrintedNumber]:
    return [PrintedNumber(number, as_text=6.0) for number in printed]


def heading(printed: str) -> PrintedNumber:
    """A short line without a full stop: a heading rather than an item."""
    return PrintedNumber(printed, as_item=1.0, as_heading=0.0, as_text=6.0)


def listed(printed: str, *, opens: bool = False) -> PrintedNumber:
    return PrintedNumber(printed, as_list=0.0, as_text=6.0, opens_list=opens)


def item(number: int, **more: object) -> Decision:
    return Decision("item", number, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "decisions"),
    [
        ("1 2 3", [item(1), item(2), item(3)]),
        # a gap, where the next numbers go on from it
        ("1 2 4 5", [item(1), item(2), item(4, missing=(3,)), item(5)]),
        ("1 2 6 7 8", [item(1), item(2), item(6, missing=(3, 4, 5)), item(7), item(8)]),
        # a misprint, where they do not
        ("1 2 6 4 5", [item(1), item(2), item(3, misprinted=True), item(4), item(5)]),
        ("8 9 01 11", [item(8, missing=tuple(range(1, 8))), item(9), item(10, misprinted=True), item(11)]),
        ("1 2 3 2 5", [item(1), item(2), item(3), item(4, misprinted=True), item(5)]),
        # the same number twice
        ("1 2 2 3", [item(1), item(2), item(2, copy=2), item(3)]),
        ("1 2 2 2 3", [item(1), item(2), item(2, copy=2), item(2, copy=3), item(3)]),
        ("2 3", [item(2, missing=(1,)), item(3)]),
        ("", []),
    ],
)
def test_numbers_of_one_series(printed: str, decisions: list[Decision]) -> None:
    assert resolve(items(*printed.split())) == decisions


def test_a_heading_between_paragraphs_is_told_by_the_break_in_the_sequence() -> None:
    found = resolve([*items("6", "7"), heading("1"), *items("8", "9"), heading("2"), *items("10")])
    assert [(d.role, d.number) for d in found] == [
        ("item", 6),
        ("item", 7),
        ("heading", 1),
        ("item", 8),
        ("item", 9),
        ("heading", 2),
        ("item", 10),
    ]


def test_a_short_paragraph_stays_a_paragraph_where_the_sequence_asks_for_it() -> None:
    found = resolve([*items("1", "2"), heading("3"), *items("4", "5")])
    assert [(d.role, d.number) for d in found] == [("item", n) for n in range(1, 6)]


def test_lesser_headings_start_anew_under_a_labelled_one() -> None:
    anew = PrintedNumber("1", as_item=1.0, as_heading=0.0, as_text=6.0, closes=True)
    found = resolve([*items("1"), heading("1"), *items("2"), heading("2"), *items("3"), anew, *items("4")])
    assert [(d.role, d.number) for d in found if d.role == "heading"] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 1),
    ]


def test_a_list_inside_a_paragraph_leaves_the_series_where_it_was() -> None:
    found = resolve(
        [
            *items("25", "26"),
            listed("1", opens=True),
            listed("2"),
            listed("5"),
            listed("4"),
            *items("27", "28"),
        ]
    )
    assert found[2:] == [
        Decision("list", 1),
        Decision("list", 2),
        Decision("list", 3, misprinted=True),
        Decision("list", 4),
        item(27),
        item(28),
    ]


def test_a_series_starts_anew_at_each_meeting() -> None:
    anew = PrintedNumber("1", as_text=6.0, restarts=True)
    assert resolve([*items("1", "2"), anew, *items("2")]) == [
        item(1),
        item(2),
        item(1, series=1),
        item(2, series=1),
    ]


def test_a_number_that_nothing_asks_for_is_text() -> None:
    found = resolve([*items("1"), PrintedNumber("450", as_item=5.3, as_text=0.0), *items("2")])
    assert found == [item(1), Decision("text", 450), item(2)]


@given(st.lists(st.integers(0, 999).map(str), max_size=40))
def test_every_number_gets_a_decision(printed: list[str]) -> None:
    assert len(resolve(items(*printed))) == len(printed)
