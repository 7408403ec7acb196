from archive.arabic.digits import to_ascii


def test_digits_change_shape_and_nothing_else_changes() -> None:
    assert to_ascii("الفقرة ٣٢ (۷) و8") == "الفقرة 32 (7) و8"
