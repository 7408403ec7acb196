from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.analyze import analyze
from archive.deriving.kinship import Kin, KinGround, KinInput, find_kin

LAMPS = "ينبغي للدول أن تصلح مصابيح الموانئ القديمة بزيت نقي قبل حلول الشتاء"
LAMPS_AGAIN = "ينبغي للدول أن تصلح مصابيح الموانئ القديمة بزيت نقي قبل انقضاء الشتاء"
LAMPS_IN_SHORT = "يمكن للدول أن تصلح مصابيح الموانئ القديمة بزيت نقي"
BEES = "ينبغي للدول أن تحصي خلايا النحل في الجبال وأن تنشر خرائطها"
ROADS = "ينبغي للدول أن ترصف طرق القرى وأن تغرس على جوانبها أشجار الزيتون"
SCHOOLS = "ينبغي للدول أن تبني مدارس جديدة للصم وأن توفر لها معلمين"


def record(key: str, order: int, text: str, verb_class: str = "should", **more: object) -> KinInput:
    """The meeting is what stands before the full stop in the key."""
    given: dict[str, object] = {"addressees": ("states",), **more}
    return KinInput(key, order, key.split(".")[0], text, verb_class=verb_class, **given)  # type: ignore[arg-type]


# What is rare shows only among others.
CROWD = """
ينبغي للدول أن تعد دليلا للنباتات الطبية
ينبغي للدول أن تمنح المصورين جوائز سنوية
ينبغي للدول أن تخفض رسوم البريد الجوي
ينبغي للدول أن ترمم قلاع الساحل
ينبغي للدول أن تعلن مواعيد القطارات
ينبغي للدول أن تدرب قباطنة السفن الشراعية
ينبغي للدول أن تشتري كتبا للمكتبات المتنقلة
ينبغي للدول أن توحد مقاييس الأقمشة
""".split("\n")[1:-1]


def others() -> list[KinInput]:
    crowd = [record(f"5.{at}", 50 + at, text) for at, text in enumerate(CROWD)]
    return [record("1.7", 7, BEES), record("1.8", 8, ROADS), record("2.9", 19, SCHOOLS), *crowd]


def pairs(kin: list[Kin]) -> list[tuple[str, str, str]]:
    return [(one.a, one.b, one.relation) for one in kin]


def test_nearly_the_same_text_repeats_and_says_why() -> None:
    kin = find_kin([record("1.1", 1, LAMPS), record("2.1", 11, LAMPS_AGAIN), *others()])
    assert [(one.a, one.b, one.a_item, one.b_item, one.relation) for one in kin] == [("1.1", "2.1", 0, 0, "repeats")]
    assert kin[0].score > 0.7
    assert kin[0].ground.agreement > 0.8
    assert {"مصابيح", "موانئ", "نقي"} <= set(kin[0].ground.words)


@pytest.mark.parametrize(
    ("earlier", "later", "more", "relation"),
    [
        ("could", "should", {}, "strengthens"),
        ("encouraged", "urged", {}, "strengthens"),
        ("should", "could", {}, "repeats"),
        ("should", "should", {}, "repeats"),
        ("", "should", {}, "repeats"),
        ("could", "should", {"addressees": ("secretariat",)}, "repeats"),
        ("could", "should", {"addressees": ("states_parties",)}, "strengthens"),
    ],
)
def test_it_strengthens_only_where_a_later_meeting_asks_the_same_more_strongly(
    earlier: str, later: str, more: dict[str, object], relation: str
) -> None:
    kin = find_kin(
        [record("1.1", 1, LAMPS_IN_SHORT, earlier), record("2.1", 11, LAMPS, later, **more), *others()]
    )
    assert pairs(kin) == [("1.1", "2.1", relation)]


def test_within_one_meeting_nothing_strengthens() -> None:
    kin = find_kin([record("1.1", 1, LAMPS_IN_SHORT, "could"), record("1.2", 2, LAMPS), *others()])
    assert pairs(kin) == [("1.1", "1.2", "repeats")]


def test_a_stronger_class_alone_does_not_strengthen_where_the_texts_differ() -> None:
    distant = "يمكن للدول أن تطلب من المدارس رسم مصابيح الموانئ وتعليم الأطفال أسماء السفن والنجوم والرياح والبحار"
    kin = find_kin([record("1.1", 1, distant, "could"), record("2.1", 11, LAMPS), *others()])
    assert pairs(kin) == [("1.1", "2.1", "related")]


def test_subjects_and_articles_bring_together_what_shares_no_words() -> None:
    shared = {"subjects": ("bees",), "articles": ("sample-treaty:9",)}
    kin = find_kin([record("1.1", 1, BEES, **shared), record("2.1", 11, ROADS, **shared), *others()[2:]])
    assert [(one.a, one.b, one.relation) for one in kin] == [("1.1", "2.1", "related")]
    assert (kin[0].ground.subjects, kin[0].ground.articles) == (("bees",), ("sample-treaty:9",))


def test_what_all_say_makes_no_kin() -> None:
    assert find_kin(others()) == []


def test_an_item_is_kin_by_itself_and_a_pair_stands_once() -> None:
    of_two = [
        record("3.1", 31, "ينبغي للدول أن تنظر فيما يلي:"),
        record("3.1", 31, LAMPS_AGAIN, item=1),
        record("3.1", 31, LAMPS_IN_SHORT, item=2),
        record("3.1", 31, "رصد النجوم", item=3),
    ]
    kin = find_kin([record("1.1", 1, LAMPS), *of_two, *others()])
    assert [(one.a, one.a_item, one.b, one.b_item) for one in kin] == [("1.1", 0, "3.1", 1)]


def test_the_name_of_a_treaty_counts_as_one_word() -> None:
    treaty = "اتفاقية حماية طيور البحيرات الشمالية وأعشاشها"
    asked = ("أن تحصي قوارب الصيد وشباكه ومرافئه كل سنة", "أن ترسم خرائط الجزر ومنائرها وتوزعها على الملاحين")
    records = [record(f"{at}.1", at * 10, f"ينبغي للدول {text} وفق {treaty}") for at, text in enumerate(asked, 1)]
    assert pairs(find_kin([*records, *others()])) == [("1.1", "2.1", "related")]
    assert find_kin([*records, *others()], [("lakes", treaty)]) == []


def test_terms_that_are_there_already_are_not_read_again() -> None:
    records = [record("1.1", 1, LAMPS), record("2.1", 11, LAMPS_AGAIN), *others()]
    analysed = [
        record(one.key, one.order, one.text, terms=analyze(one.text)) for one in records
    ]
    assert find_kin(analysed) == find_kin(records)


def test_the_order_given_makes_no_difference() -> None:
    records = [record("1.1", 1, LAMPS), record("2.1", 11, LAMPS_AGAIN), record("2.2", 12, LAMPS_IN_SHORT), others()[0]]
    assert {tuple(find_kin(order)) for order in permutations(records)} == {tuple(find_kin(records))}


@pytest.mark.parametrize("texts", [[], [""], ["", "..."], ["", LAMPS], ["و", "18", "CTOC/COP/WG.7"]])
def test_little_or_nothing_has_no_kin(texts: list[str]) -> None:
    assert find_kin([record(f"{at}.1", at, text) for at, text in enumerate(texts)]) == []


WORDS = st.sampled_from(f"{LAMPS} {BEES} {ROADS} المادة 18 و، . شيرلوك SHERLOC".split())
TEXTS = st.lists(st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=20)), max_size=8)


@given(TEXTS, st.lists(st.sampled_from(["", "could", "should", "urged", "unheard"]), min_size=8, max_size=8))
def test_any_texts_give_ordered_pairs_each_once(texts: list[str], classes: list[str]) -> None:
    records = [record(f"{at // 3}.{at}", at, text, classes[at]) for at, text in enumerate(texts)]
    kin = find_kin(records)
    assert kin == find_kin(records[::-1])
    assert len({(one.a, one.b) for one in kin}) == len(kin)
    order = {one.key: one.order for one in records}
    assert all(order[one.a] < order[one.b] and 0 < one.score <= 1 for one in kin)
    assert [one.score for one in kin] == sorted((one.score for one in kin), reverse=True)


def test_a_pair_without_words_in_common_still_has_a_ground() -> None:
    kin = find_kin([record("1.1", 1, "", subjects=("bees",)), record("2.1", 2, "", subjects=("bees",)), *others()])
    assert [one.ground for one in kin] == [KinGround((), ("bees",), (), 0.0)]
