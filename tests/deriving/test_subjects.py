"""Which subjects a recommendation is about, on lines of our own about invented subjects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.analyze import analyze
from archive.deriving.operative import find_operative_clauses
from archive.deriving.subject_rules import prepare_rules
from archive.deriving.subjects import Assignment, CitedArticle, SubjectInput, SubjectPassage, assign_subjects
from archive.vocabulary.subject_rules import SubjectRule

RULES = prepare_rules(
    [
        SubjectRule("floods", "words", "فيضان", 9),
        SubjectRule("floods", "phrase", "ارتفاع المياه", 8),
        SubjectRule("floods", "words", "مياه", 4),
        SubjectRule("floods", "exclusion", "مياه الشرب", 10),
        SubjectRule("floods", "agenda_item", "الفيضانات", 7),
        SubjectRule("plans", "words", "خطة طوارئ", 9),
        SubjectRule("loans", "words", "وثيقة", 9),
        SubjectRule("loans", "words", "إعارة", 8),
        SubjectRule("loans", "article", "coastal-protocol:12", 8),
        SubjectRule("restoration", "words", "ترميم", 9),
        SubjectRule("training", "words", "تدريب", 9),
        SubjectRule("training", "phrase", "عبر الحدود", 9),
        SubjectRule("training", "phrase", "دورات مشتركة مكتبات", 9),
    ],
    {"plans": "floods"},
)


def passage(text: str, label: str = "", articles: tuple[CitedArticle, ...] = ()) -> SubjectPassage:
    return SubjectPassage(text, tuple(find_operative_clauses(text)), articles, label)


def assign(*texts: str, agenda_item: str = "") -> list[Assignment]:
    first, *items = texts
    passages = (passage(first), *(passage(text, label) for text, label in zip(items, "أبجده", strict=False)))
    return assign_subjects(SubjectInput(passages, agenda_item), RULES)


LINES = {
    "the object": ("ينبغي للدول أن تحفظ الوثائق.", ["loans"]),
    "another form of the word": ("ينبغي للدول أن تدرّب موظفيها.", ["training"]),
    "several": ("ينبغي للدول أن تنظم التدريب على الترميم وعلى إعداد الوثائق.", ["loans", "restoration", "training"]),
    "three at most": ("ينبغي للدول أن تعنى بالترميم والتدريب والفيضانات والوثائق.", ["floods", "loans", "restoration"]),
    "not the example beside a strong object": (
        "ينبغي للدول أن تضع الوثائق، بما في ذلك وثائق الترميم.",
        ["loans"],
    ),
    "not the context": ("إدراكاً لأهمية الترميم، ينبغي للدول أن تحفظ الوثائق.", ["loans"]),
    "the purpose counts where it stands alone": ("ينبغي للدول أن تعمل من أجل الترميم.", ["restoration"]),
    "a phrase lets prepositions of the text pass": ("ينبغي للدول أن تعقد دورات مشتركة بين عدة مكتبات.", ["training"]),
    "a phrase wants its own preposition": ("ينبغي للدول أن تعمل عبر الحدود.", ["training"]),
    "the broader yields to the narrower": ("ينبغي للدول أن تضع خطط الطوارئ لارتفاع المياه.", ["plans"]),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_subjects_of_lines(text: str, expected: list[str]) -> None:
    assert sorted(one.topic for one in assign(text)) == sorted(expected)


def test_the_reason_names_words_and_places() -> None:
    assert assign("ينبغي للدول أن تحفظ الوثائق بغية الإعارة.") == [
        Assignment("loans", 0.95, "«الوثائق» في صلب المطلوب؛ «الإعارة» في بيان الغاية.")
    ]


def test_an_excluded_place_does_not_count() -> None:
    assert assign("ينبغي للدول أن تحفظ مياه الشرب.") == [
        Assignment("floods", 0.1, "أقرب موضوع بقرائن ضعيفة: لم تنطبق قاعدة، ومن كلمات القواعد في النص «مياه».")
    ]


def test_weak_evidence_gives_the_nearest_and_says_so() -> None:
    assert assign("ينبغي للدول أن تصون المياه.") == [
        Assignment("floods", 0.4, "أقرب موضوع بقرائن ضعيفة: «المياه» في صلب المطلوب.")
    ]


def test_a_text_without_a_word_of_any_rule_has_no_subject() -> None:
    assert [assign("ينبغي للدول أن تجتهد."), assign(""), assign_subjects(SubjectInput(()), RULES)] == [[], [], []]


def test_an_article_counts_by_the_place_of_its_citation() -> None:
    text = "ينبغي للدول أن تنفذ المادة 12 من البروتوكول."
    start = text.index("المادة")
    cited = CitedArticle("coastal-protocol", 12, start, len(text) - 1)
    assert assign_subjects(SubjectInput((passage(text, articles=(cited,)),)), RULES) == [
        Assignment("loans", 0.8, "«المادة 12 من البروتوكول» في صلب المطلوب.")
    ]


def test_the_agenda_item_lifts_but_never_assigns_alone() -> None:
    title = "الفيضانات في السواحل"
    assert assign("ينبغي للدول أن تصون المياه.", agenda_item=title) == [
        Assignment("floods", 0.57, "«المياه» في صلب المطلوب؛ وعنوان بند جدول الأعمال.")
    ]
    assert assign("ينبغي للدول أن تجتهد.", agenda_item=title) == []


def test_lettered_items_ask_for_things_of_their_own() -> None:
    found = assign("ينبغي للدول أن تقوم بما يلي:", "ترميم الصور؛", "تدريب الموظفين؛", "وضع خطط الطوارئ.")
    assert found == [
        Assignment("plans", 0.9, "الفقرة الفرعية (ج): «خطط الطوارئ» في صلب المطلوب."),
        Assignment("restoration", 0.9, "الفقرة الفرعية (أ): «ترميم» في صلب المطلوب."),
        Assignment("training", 0.9, "الفقرة الفرعية (ب): «تدريب» في صلب المطلوب."),
    ]


def test_items_that_detail_a_chapeau_with_a_subject_of_its_own_do_not_outweigh_it() -> None:
    assert [one.topic for one in assign("ينبغي للدول أن تعد وثائق عن:", "الترميم؛", "التدريب.")] == ["loans"]


def test_a_record_analysed_before_gives_the_same() -> None:
    text = "ينبغي للدول أن تحفظ الوثائق بغية الإعارة."
    before = SubjectPassage(text, tuple(find_operative_clauses(text)), terms=analyze(text))
    assert assign_subjects(SubjectInput((before,)), RULES) == assign(text)


PIECES = [
    "ينبغي", "للدول", "أن", "وأن", "الوثائق", "ترميم", "مياه", "الشرب", "عبر الحدود", "بما في ذلك", "مع",
    "خطة", "طوارئ", "،", ".", "\n", "12",
]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(), min_size=1, max_size=4), st.text())
def test_any_text_has_subjects_in_order_or_none(texts: list[str], title: str) -> None:
    found = assign(*texts, agenda_item=title)
    assert found == assign(*texts, agenda_item=title)
    assert len(found) <= (5 if len(texts) > 1 else 3)
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    assert len({one.topic for one in found}) == len(found)
    assert all(0 < one.confidence < 1 and one.reason.endswith(".") for one in found)
