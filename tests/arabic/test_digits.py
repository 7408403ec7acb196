import pytest

from archive.arabic.digits import to_arabic, to_ascii, to_int


def test_digits_change_shape_and_nothing_else_changes() -> None:
    assert to_ascii("الفقرة ٣٢ (۷) و8") == "الفقرة 32 (7) و8"
    assert to_arabic("الفقرة 32 (٧)") == "الفقرة ٣٢ (٧)"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("٢٥", 25),
        ("25", 25),
        (" ٢5 ", 25),
        ("01", 1),
        ("", None),
        ("-5", None),
        ("10 000", None),
        ("²", None),
        ("1_0", None),
        ("9" * 5000, None),
        ("عشرة", None),
    ],
)
def test_to_int_reads_whole_numbers_only(text: str, number: int | None) -> None:
    assert to_int(text) == number
