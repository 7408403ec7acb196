import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.numbering.roman import LARGEST, numeral, read


@given(st.integers(1, LARGEST))
def test_every_figure_is_read_back(number: int) -> None:
    assert read(numeral(number)) == number


@pytest.mark.parametrize(("number", "figure"), [(1, "I"), (4, "IV"), (9, "IX"), (40, "XL"), (1994, "MCMXCIV")])
def test_how_they_are_written(number: int, figure: str) -> None:
    assert numeral(number) == figure


@pytest.mark.parametrize("figure", ["", "IIII", "VX", "iv", "A", "IC", "MMMM"])
def test_what_is_no_figure(figure: str) -> None:
    assert read(figure) is None


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_what_has_no_figure(number: int) -> None:
    with pytest.raises(ValueError, match=f"no Roman figure for {number}"):
        numeral(number)
