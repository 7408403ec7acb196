"""Where reading and printed text differ."""

from archive.display.comparison.differences import (
    AlignedPiece,
    Difference,
    build_differences,
    build_pieces,
    number_pieces,
)


def test_equal_texts_are_one_piece() -> None:
    assert build_pieces("نص واحد.", "نص واحد.") == (AlignedPiece("نص واحد.", "نص واحد.", 0),)


def test_a_changed_word_leaves_its_comma_alone() -> None:
    assert build_pieces("إلى المهريين، ثم", "إلى المهربين، ثم") == (
        AlignedPiece("إلى ", "إلى ", 0),
        AlignedPiece("المهريين", "المهربين", 4, changed=True),
        AlignedPiece("، ثم", "، ثم", 12),
    )


def test_stretched_letters_are_no_difference_but_stay_in_the_printed_form() -> None:
    assert build_pieces("بشـــأن القنوات", "بشأن القنوات") == (AlignedPiece("بشـــأن القنوات", "بشأن القنوات", 0),)


def test_the_pieces_put_together_are_the_two_texts() -> None:
    printed, reading = "(أ) كفاءَة  تبادل\nالـ13، الخ", "(أ) كفالة تبادل\nالـ13، إلخ"
    pieces = build_pieces(printed, reading)
    assert "".join(piece.printed for piece in pieces) == printed
    assert "".join(piece.reading for piece in pieces) == reading


def test_a_difference_has_a_few_words_about_it_and_the_line_of_its_erratum() -> None:
    pieces = number_pieces(build_pieces("ألف باء جيم دال هاء كفاءة واو", "ألف باء جيم دال هاء كفالة واو"), 2)
    corrections = [[0, 3, "ألف", "certain", 1, "ألف"], [20, 25, "كفالة", "certain", 251, "كفاءة"]]
    assert list(build_differences(pieces, corrections, "(ج)")) == [
        Difference("… باء جيم دال هاء ", "كفاءة", "كفالة", " واو", 251, "(ج)", "diff-3", is_erratum=True)
    ]


def test_without_an_erratum_there_is_no_line() -> None:
    (found,) = build_differences(number_pieces(build_pieces("كفاءة", "كفالة"), 0))
    assert found == Difference("", "كفاءة", "كفالة", "", None, "", "diff-1")


def test_what_no_erratum_says_is_staffs_wording() -> None:
    """An erratum that is not in force, or says something else, does not make a misreading of it."""
    pieces = number_pieces(build_pieces("ألف كفاءة باء المهريين", "ألف مهارة باء المهربين"), 0)
    corrections = [[4, 9, "كفالة", "doubtful", 2, "كفاءة"], [14, 22, "المهربين", "certain", 3, "المهريين"]]
    found = list(build_differences(pieces, corrections))
    assert [(one.reading, one.is_erratum) for one in found] == [("مهارة", False), ("المهربين", True)]


def test_a_misreading_of_two_words_is_one_in_each_of_them() -> None:
    pieces = number_pieces(build_pieces("عمليات للتصدي اليوم", "عملية التصدي اليوم"), 0)
    corrections = [[0, 13, "عملية التصدي", "certain", 2, "عمليات للتصدي"]]
    assert [one.is_erratum for one in build_differences(pieces, corrections)] == [True, True]


def test_changed_pieces_are_numbered_and_others_are_not() -> None:
    pieces = number_pieces(build_pieces("كفاءة تبادل المهريين", "كفالة تبادل المهربين"), 4)
    assert [(piece.printed, piece.number) for piece in pieces] == [("كفاءة", 5), (" تبادل ", 0), ("المهريين", 6)]
