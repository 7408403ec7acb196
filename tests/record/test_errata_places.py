"""On which line of its source a word of a printed text stands."""

import pytest

from archive.record.errata import places_on_line

TEXT = "الأول ثم الثاني ثم الثالث"
LINES = ("الأول ثم", "الثاني ثم", "الثالث")


@pytest.mark.parametrize(
    ("printed", "line", "lines", "found"),
    [
        ("الثاني", 5, LINES, [(9, 15)]),
        ("ثم", 4, LINES, [(6, 8)]),
        ("ثم", 5, LINES, [(16, 18)]),
        ("الثاني", 9, None, [(9, 15)]),
        # Cut by the end of a line, it stands on none by itself.
        ("الأول ثم الثاني", 4, LINES, [(0, 15)]),
    ],
)
def test_places_are_those_of_the_line(
    printed: str, line: int, lines: tuple[str, ...] | None, found: list[tuple[int, int]]
) -> None:
    assert places_on_line(TEXT, printed, line, 4, lines) == found


@pytest.mark.parametrize(
    ("printed", "line", "lines", "refusal"),
    [
        ("الرابع", 4, LINES, "لا ترد «الرابع» كلمةً تامة في هذا النص كما طُبع؛ انسخها منه كما هي."),
        ("الثاني", 4, LINES, "لا ترد «الثاني» في السطر 4 من المصدر."),
        ("الثاني", 40, LINES, "لا ترد «الثاني» في السطر 40 من المصدر."),
        (
            *("ثم", 4, None),
            "ترد «ثم» في هذا النص أكثر من مرة ولا يُعرف أيها في السطر 4؛ "
            "أضف إليها الكلمة التي قبلها أو التي بعدها.",
        ),
    ],
)
def test_what_cannot_be_told_is_refused(
    printed: str, line: int, lines: tuple[str, ...] | None, refusal: str
) -> None:
    with pytest.raises(ValueError) as caught:
        places_on_line(TEXT, printed, line, 4, lines)
    assert str(caught.value) == refusal
