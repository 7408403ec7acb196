import pytest

from archive.numbering.ordinal_words import (
    LARGEST,
    Gender,
    adverb,
    match_ordinal,
    ordinal,
    parse_adverb,
    parse_ordinal,
)


@pytest.mark.parametrize(
    ("n", "gender", "words"),
    [
        (1, "m", "الأول"),
        (1, "f", "الأولى"),
        (2, "m", "الثاني"),
        (5, "m", "الخامس"),
        (10, "f", "العاشرة"),
        (11, "m", "الحادي عشر"),
        (11, "f", "الحادية عشرة"),
        (12, "f", "الثانية عشرة"),
        (13, "m", "الثالث عشر"),
        (20, "m", "العشرون"),
        (21, "m", "الحادي والعشرون"),
        (21, "f", "الحادية والعشرون"),
        (48, "f", "الثامنة والأربعون"),
        (99, "m", "التاسع والتسعون"),
        (100, "f", "المائة"),
        (125, "f", "الخامسة والعشرون بعد المائة"),
    ],
)
def test_ordinal_writes_words_with_the_article(n: int, gender: Gender, words: str) -> None:
    assert ordinal(n, gender) == words


@pytest.mark.parametrize("gender", ["m", "f"])
def test_ordinals_read_back_whole_and_inside_a_line(gender: Gender) -> None:
    for n in range(1, LARGEST + 1):
        words = ordinal(n, gender)
        assert parse_ordinal(words) == n
        assert match_ordinal(f"{words} للفريق") == (n, len(words))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("الخَامِسُ", 5),
        ("خامس", 5),
        ("الاول", 1),
        ("الأولي", 1),
        ("أولى", 1),
        ("ثانٍ", 2),
        ("الثانـــية", 2),
        ("الثانية عشر", 12),
        ("ثانية عشرة", 12),
        ("الحادي والعشرين", 21),
        ("الحادية و العشرين", 21),
        ("حادٍ وعشرون", None),
        ("حادي وعشرون", 21),
        ("الواحد والثلاثين", 31),
        ("الحادي بعد المائة", 101),
        ("المئة", 100),
        ("الحادي", None),
        ("الواحد", None),
        ("الخامس للفريق", None),
        ("خمسة", None),
        ("", None),
    ],
)
def test_parse_ordinal_reads_any_spelling(text: str, number: int | None) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize(
    ("text", "pos", "found"),
    [
        ("الاجتماع الثالث عشر، فيينا", 9, (13, 19)),
        ("الدورة الثانية عشرة", 7, (12, 19)),
        ("الدورة الثانية عشرةً.", 7, (12, 20)),
        ("الدورة الثانية للمؤتمر", 7, (2, 14)),
        ("الثاني والثالث", 0, (2, 6)),
        ("الأول والعشرون", 0, (1, 5)),
        ("العشرين", 0, (20, 7)),
        ("الثانوية", 0, None),
        ("الأولوية", 0, None),
        ("الرابعةً", 0, (4, 8)),
        ("خامس", 0, None),
        ("الثالث عشرات", 0, (3, 6)),
        ("", 0, None),
    ],
)
def test_match_ordinal_takes_the_longest_definite_ordinal(
    text: str, pos: int, found: tuple[int, int] | None
) -> None:
    assert match_ordinal(text, pos) == found


def test_adverbs_are_bare_and_read_back() -> None:
    assert [adverb(n) for n in (1, 2, 8, 10, 11, 12, 20, 21)] == [
        "أولا",
        "ثانيا",
        "ثامنا",
        "عاشرا",
        "حادي عشر",
        "ثاني عشر",
        "عشرون",
        "حادي وعشرون",
    ]
    for n in range(1, 100):
        assert parse_adverb(adverb(n)) == n


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("أولاً", 1),
        ("اولاً", 1),
        ("ثانيــاً", 2),
        ("خامسًا", 5),
        ("حادى عشر", 11),
        ("ثالثا عشر", 13),
        ("ثانياً وعشرين", 22),
        ("ثالثة", None),
        ("الثاني", None),
        ("أول", None),
        ("", None),
    ],
)
def test_parse_adverb_reads_any_spelling(text: str, number: int | None) -> None:
    assert parse_adverb(text) == number


def test_numbers_out_of_range_have_no_words() -> None:
    for n in (0, LARGEST + 1):
        with pytest.raises(ValueError, match="no ordinal word"):
            ordinal(n, "m")
    for n in (0, 100):
        with pytest.raises(ValueError, match="no section adverb"):
            adverb(n)
