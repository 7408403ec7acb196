"""Two texts word by word."""

from archive.display.comparison.text_comparison import (
    ComparedLine,
    ComparedRow,
    Comparison,
    MarkedLine,
    Run,
    compare_texts,
)

Line, Row = ComparedLine, ComparedRow



def compare(first: str, second: str) -> Comparison:
    return compare_texts([Line("", first)], [Line("", second)])


def marked(first: str, second: str) -> tuple[str, str]:
    """Both texts with what differs in brackets."""
    (row,) = compare(first, second).rows
    texts = ["".join(f"[{r.text}]" if r.differs else r.text for line in side for r in line.runs)
             for side in (row.first, row.second)]  # fmt: skip
    return texts[0], texts[1]


def test_words_that_differ_are_marked_without_the_signs_about_them() -> None:
    assert marked("ينبغي للدول صون القنوات، وكفالة المياه.", "ينبغي للدول حفظ القنوات، وكفالة تبادل المياه.") == (
        "ينبغي للدول [صون] القنوات، وكفالة المياه.",
        "ينبغي للدول [حفظ] القنوات، وكفالة [تبادل] المياه.",
    )


def test_marks_stretching_digits_and_punctuation_are_no_difference() -> None:
    found = compare("وكفالةُ بشـــأن المنظّمة ٢؛", "وكفالة بشأن المنظمة 2.")
    assert found.is_same
    assert found.rows == (
        Row(
            (MarkedLine("", (Run("وكفالةُ بشـــأن المنظّمة ٢؛"),)),),
            (MarkedLine("", (Run("وكفالة بشأن المنظمة 2."),)),),
        ),
    )


def test_hamza_tells_words_apart() -> None:
    assert marked("ترى أن ذلك", "ترى إن ذلك") == ("ترى [أن] ذلك", "ترى [إن] ذلك")


def test_a_short_word_between_others_is_no_agreement() -> None:
    assert marked("صون القنوات من التلوث", "كفالة المياه من الجفاف") == (
        "[صون القنوات من التلوث]",
        "[كفالة المياه من الجفاف]",
    )
    assert marked("من صون القنوات", "من كفالة المياه") == ("من [صون القنوات]", "من [كفالة المياه]")


def test_the_figures_say_how_much_of_each_is_common() -> None:
    found = compare("ينبغي صون القنوات", "ينبغي صون القنوات وكفالة المياه كلها")
    assert (found.common, found.first_count, found.second_count) == (3, 3, 6)
    assert (found.first_share, found.second_share, found.is_same) == (100, 50, False)


def test_nothing_in_common_is_nothing() -> None:
    found = compare("صون القنوات", "كفالة المياه")
    assert (found.common, found.first_share, found.second_share) == (0, 0, 0)


def test_lettered_items_stand_beside_their_like() -> None:
    first = [Line("", "ينبغي:"), Line("أ", "صون القنوات المشتركة كلها؛"), Line("ب", "كفالة تبادل المياه العذبة.")]
    second = [Line("", "ينبغي:"), Line("أ", "أمر آخر لا شبيه له؛"), Line("ب", "كفالة تبادل المياه.")]
    second.append(Line("ج", "غيره."))
    rows = [
        tuple("".join(line.label for line in side) for side in (row.first, row.second))
        for row in compare_texts(first, second).rows
    ]
    assert rows == [("", ""), ("أ", ""), ("", "أ"), ("ب", "ب"), ("", "ج")]


def test_what_stands_alone_is_not_marked_and_counts_all_the_same() -> None:
    found = compare_texts(
        [Line("", "ينبغي:"), Line("أ", "صون القنوات؛")], [Line("", "ينبغي:"), Line("أ", "كفالة المياه؛")]
    )
    assert found.rows[1] == Row((MarkedLine("أ", (Run("صون القنوات؛"),)),), ())
    assert (found.common, found.first_count, found.second_count) == (1, 3, 3)


def test_a_text_without_letters_is_compared_with_the_whole_of_the_other() -> None:
    found = compare_texts(
        [Line("", "ينبغي صون القنوات وكفالة المياه.")],
        [Line("", "ينبغي:"), Line("أ", "صون القنوات؛"), Line("ب", "كفالة المياه.")],
    )
    assert len(found.rows) == 1
    assert [line.label for line in found.rows[0].second] == ["", "أ", "ب"]
    assert found.common == 4


def test_long_texts_that_share_nothing_are_not_marked_from_end_to_end() -> None:
    first = "ينبغي صون القنوات وتطهير المجاري وكفالة المياه كلها بلا تأخير"
    second = "يدعو المؤتمر هيئاته لأن تعقد دورة استثنائية قبل نهاية السنة الجارية"
    found = compare(first, second)
    assert (found.common, found.marks_common) == (0, True)
    assert found.rows == (Row((MarkedLine("", (Run(first),)),), (MarkedLine("", (Run(second),)),)),)
