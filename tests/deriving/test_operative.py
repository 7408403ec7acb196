"""Lines of our own making, each with the clauses that a reader finds in it, and the few quoted ones with reference."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.arabic.normalize import bare
from archive.deriving.operative import FoundClause, OperativeItem, find_operative, find_operative_clauses
from archive.vocabulary.addressees import ADDRESSEES
from archive.vocabulary.operative_phrases import VERB_CLASSES


def told(text: str) -> list[str]:
    """«class phrase: addressee addressee» for each clause."""
    return [f"{c.verb_class} {c.phrase}: {' '.join(c.addressees)}" for c in find_operative_clauses(text)]


ONE_CLAUSE = {
    # The modal, with its addressee behind it, behind its verb, behind a remark, or nowhere.
    "ينبغي للدول الأطراف أن تتعاون.": "should ينبغي: states_parties",
    "ينبغي أن تكفل الدول الأطراف حماية الشهود.": "should ينبغي: states_parties",
    "ينبغي أن يناقش المؤتمر برنامج العمل.": "should ينبغي: conference",
    "ينبغي أن تنظر، عند الاقتضاء، الدول في ذلك.": "should ينبغي: states",
    "ينبغي ألا تعاقب الدول الشهود.": "should ينبغي: states",
    "ينبغي على الدول ان تنظر في ذلك.": "should ينبغي: states",
    "لا ينبغي للدول أن تحتجز الأطفال.": "should لا ينبغي: states",
    "ينبغي مواصلة العمل.": "should ينبغي: ",
    "ينبغي أن تدعم المكتب في عمله.": "should ينبغي: ",
    "يجب على الدول الأطراف أن تتعاون.": "should يجب: states_parties",
    "على الدول الأطراف أن تتعاون.": "should على: states_parties",
    # A noun behind the modal says how to ask, if it has somebody to ask.
    "ينبغي حث الدول على أن تنضم إلى البروتوكول.": "urged ينبغي حث: states",
    "ينبغي تشجيع الدول الأطراف على الانضمام إليه.": "encouraged ينبغي تشجيع: states_parties",
    "ينبغي دعوة المنظمات الدولية إلى المشاركة.": "invited ينبغي دعوة: international_organizations",
    "ينبغي أن يُطلب إلى الأمانة إعداد تقرير.": "requested ينبغي أن يُطلب: secretariat",
    "ينبغي تشجيع التعاون بين الدول.": "should ينبغي: ",
    # Passive forms, with a remark or a relative clause before what they ask for.
    "تُشجَّع الدول على تبادل المعلومات.": "encouraged تُشجَّع: states",
    "تُشجّع الدول، حسب الاقتضاء، على تبادل المعلومات.": "encouraged تُشجّع: states",
    "تُشجّع الدول الأطراف التي لها حدود مشتركة على التعاون.": "encouraged تُشجّع: states_parties",
    "تُدعى الدول الأطراف إلى أن تبلغ المكتب.": "invited تُدعى: states_parties",
    "يُدعى المؤتمر إلى النظر في ذلك.": "invited يُدعى: conference",
    "تُحث الدول على الانضمام.": "urged تُحث: states",
    "يُهاب بالدول أن تتعاون.": "urged يُهاب: states",
    "يُطلب إلى الأمانة أن تعد ورقة.": "requested يُطلب: secretariat",
    "يُرجى من الدول أن تبلغ الأمانة بذلك.": "requested يُرجى: states",
    "يوصى بأن تنظر الدول في ذلك.": "recommended يوصى: states",
    # What is called advisable.
    "من المستصوب أن تنظر الدول في ذلك.": "recommended من المستصوب: states",
    "ومن المستصوب للدول الأطراف، عند الاقتضاء، أن تتعاون.": "recommended من المستصوب: states_parties",
    "يُستصوب أن تعد الأمانة ورقة.": "recommended يُستصوب: secretariat",
    "عملاً بالمادة ٢٠، من المستحسن أن تتعاون الدول.": "recommended من المستحسن: states",
    "من المستصوب اتخاذ تدابير.": "recommended من المستصوب: ",
    # A participle that tells of those before it.
    "الدول مدعوة إلى تقديم ردودها.": "invited مدعوة: states",
    "إن الدول الأطراف في البروتوكول، حسب الاقتضاء، مدعوّة إلى أن تبلغ المكتب.": "invited مدعوّة: states_parties",
    "والمؤتمر مدعو إلى النظر في ذلك.": "invited مدعو: conference",
    "الدول التي لم تصدّق بعد على البروتوكول مدعوة إلى التصديق عليه.": "invited مدعوة: states",
    "عملاً بالمادة ٢٠، فإن الدول والمنظمات الدولية مدعوة إلى التعاون.": (
        "invited مدعوة: states international_organizations"
    ),
    "الدول مشجَّعة على تبادل المعلومات.": "encouraged مشجَّعة: states",
    # The body speaks.
    "طلب الفريق العامل إلى المكتب أن يواصل جهوده.": "requested طلب: unodc",
    "طلب الفريق العامل المعني بحماية المكتبات إلى الأمانة أن تعد ورقة.": "requested طلب: secretariat",
    "طلب الفريق العامل أن تعد الأمانة ورقة.": "requested طلب: secretariat",
    "يحث الفريق العامل الدول على الانضمام.": "urged يحث: states",
    "يدعو الفريق العامل الدول إلى تقديم ردودها.": "invited يدعو: states",
    "يشجع الفريق العامل الدول على تقديم ردودها.": "encouraged يشجع: states",
    "تهيب الجمعية العامة بالدول أن تتعاون.": "urged تهيب: states",
    "أوصى الفريق العامل المؤتمر بأن ينظر في ذلك.": "recommended أوصى: conference",
    "أوصى الفريق العامل بأن ينظر مؤتمر الأطراف في ذلك.": "recommended أوصى: conference",
    "أوصى الفريق العامل بعقد حلقات لدعم الدول.": "recommended أوصى: ",
    # Wishes.
    "لعلّ الدول الأطراف تودّ أن تنظر في ذلك.": "may_wish لعلّ الدول الأطراف تودّ: states_parties",
    "لعل الدول الأطراف تنظر في ذلك.": "may_wish لعل الدول الأطراف تنظر: states_parties",
    "لعل الدول تنشئ آلية.": "may_wish لعل الدول تنشئ: states",
    "لعلّ المؤتمر يودّ، في دورته المقبلة، أن يطلب ذلك إلى الأمانة.": "may_wish لعلّ المؤتمر يودّ: conference",
    "قد ترغب الدول الأطراف في أن تنظر في ذلك.": "may_wish قد ترغب: states_parties",
    # Chances.
    "يمكن للدول أن تنظر في ذلك.": "could يمكن: states",
    "يمكن أن تنظر الدول الأطراف في ذلك.": "could يمكن: states_parties",
    "يمكن أن يُطلب من المنظمات الدولية أن تساعد.": "could يمكن أن يُطلب: international_organizations",
    "يمكن النظر في إنشاء مركز.": "could يمكن: ",
    "بإمكان الدول أن تتعاون.": "could بإمكان: states",
    # Behind a subordinate clause, with its comma or without.
    "عملاً بالمادة ٢٠ من الاتفاقية، ينبغي للدول أن تتعاون.": "should ينبغي: states",
    "في حالات الاحتجاز ينبغي للدول أن تتعاون.": "should ينبغي: states",
    "إدراكاً لأن الملح يتلف الجلود، تُشجّع الدول على البحث.": "encouraged تُشجّع: states",
    "بناءً على طلب الفريق العامل إلى الأمانة، ينبغي للدول أن تبلغها.": "should ينبغي: states",
    "إذ يلاحظ أن التعاون ضروري، يوصي الفريق العامل بأن تتعاون الدول.": "recommended يوصي: states",
    "وفي هذا الصدد، طلب الفريق العامل إلى الأمانة أن تعد ورقة.": "requested طلب: secretariat",
    # Several addressees, in the order of the text, each once.
    "ينبغي للدول الأطراف والأمانة مواصلة العمل.": "should ينبغي: states_parties secretariat",
    "ينبغي للمكتب، وكذلك للدول الأطراف، أن يتعاون معها.": "should ينبغي: unodc states_parties",
    "ينبغي لجميع الدول وللمنظمات الدولية ذات الصلة أن تتعاون.": "should ينبغي: states international_organizations",
    "ينبغي لدول المنشأ ودول العبور أن تتعاون.": "should ينبغي: origin_transit_destination",
    "تُشجّع الدول الأطراف في الاتفاقية التي هي أيضاً دول منشأ على التعاون.": (
        "encouraged تُشجّع: states_parties origin_transit_destination"
    ),
    # Those who help or are asked in their turn are not addressed.
    "ينبغي للدول، مدعومة بالمنظمات الدولية عندما يُطلب منها ذلك، أن تتعاون.": "should ينبغي: states",
    "ينبغي للدول الأطراف أن تدعو المكتب إلى مواصلة عمله.": "should ينبغي: states_parties",
    "ينبغي للدول أن تطلب إلى الأمانة جمع معلومات.": "should ينبغي: states",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE_CLAUSE.items())
def test_a_line_with_one_clause(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ينبغي",
        "فعلت الدول ذلك كما ينبغي.",
        "اعتمد الفريق العامل ما ينبغي للدول أن تفعله.",
        "وأبرز أنه ينبغي للدول أن تتعاون.",
        "المسائل التي ينبغي للدول النظر فيها.",
        "المسائل التي، عند الاقتضاء، ينبغي للدول النظر فيها.",
        "المراكز يمكنها المساعدة.",
        "لا يمكن للدول أن تعرف ذلك.",
        "لعل ذلك يرجع إلى قلة الموارد.",
        "يشجع المكتب التعاون الدولي، ويعمل على دعمه.",
        "تشجّع الدول الأطراف التعاون فيما بينها.",
        "تقرير يُعدّ بناءً على طلب الفريق العامل إلى الأمانة.",
        "أعد المكتب، على ما طلب الفريق العامل إلى الأمانة، دليلاً.",
        "لاحظ أن من المستصوب أن تنظر الدول في ذلك.",
        "الدول مدعوة.",
        "الدول التي كانت مدعوة إلى الاجتماع حضرته.",
        "أبرز، في هذا الصدد، أن الدول مدعوة إلى التعاون.",
        "أعدت الأمانة قائمة بالمنظمات الدولية المدعوة إلى الاجتماع.",
    ],
)
def test_words_that_ask_nothing_where_they_stand_are_left_alone(text: str) -> None:
    assert told(text) == []


SEVERAL_CLAUSES = {
    # 1/6: what the information may hold is told, not asked.
    "ينبغي للدول الأطراف أن تجمع المعلومات. ويمكن أن تشمل تلك المعلومات بيانات عن الجماعات الإجرامية.": [
        "should ينبغي: states_parties",
    ],
    "ينبغي للدول أن تعزز قدرتها. وينبغي أن تشمل جهودها تدريب الموظفين.": [
        "should ينبغي: states",
        "should ينبغي: states",
    ],
    "ينبغي للدول أن تعالج الأسباب، وينبغي أن تدعم دور الآليات الإقليمية.": [
        "should ينبغي: states",
        "should ينبغي: states",
    ],
    "ينبغي للدول أن تشجّع التعاون، وينبغي لها، عملاً بالمادة ٢٤، أن تحمي الشهود.": [
        "should ينبغي: states",
        "should ينبغي: states",
    ],
    "ينبغي للدول الأطراف أن تعزز الأمن. ولعلها تودُّ أيضاً أن تنظر في طلب المساعدة.": [
        "should ينبغي: states_parties",
        "may_wish لعلها تودُّ: states_parties",
    ],
    "لعلّ الدول تودّ أن تضع برامج. ويمكنها أن تطلب المساعدة.": [
        "may_wish لعلّ الدول تودّ: states",
        "could يمكنها: states",
    ],
    "ينبغي للدول أن تدرك ذلك. وعليها أن تتخذ تدابير.": ["should ينبغي: states", "should عليها: states"],
    "تُشجّع الدول على الانضمام، كما تُشجّع على التنفيذ.": [
        "encouraged تُشجّع: states",
        "encouraged تُشجّع: states",
    ],
    "لعلّ الدول تودّ أن تطلب ذلك إلى المكتب. ويطلب الفريق العامل إلى المكتب تقييم الآثار.": [
        "may_wish لعلّ الدول تودّ: states",
        "requested يطلب: unodc",
    ],
    "أوصى الفريق العامل الدول بأن تتعاون، وطلب إلى الأمانة أن تبلغه.": [
        "recommended أوصى: states",
        "requested طلب: secretariat",
    ],
    "ينبغي للدول أن تتعاون. والمنظمات الدولية مدعوة إلى دعمها.": [
        "should ينبغي: states",
        "invited مدعوة: international_organizations",
    ],
    "ينبغي للدول أن تعد قائمة بالمنظمات الدولية التي كانت مدعوة إلى الاجتماع.": ["should ينبغي: states"],
    "ينبغي للدول أن تحدد ما إذا كان من المستصوب أن تتعاون.": ["should ينبغي: states"],
    "ينبغي للدول أن تتعاون؛ كما ينبغي للأمانة أن تدعمها.": [
        "should ينبغي: states",
        "should ينبغي: secretariat",
    ],
    # Within one sentence «وتشجع» may go on with «أن تتعاون»; only a new sentence tells them apart.
    "ينبغي للدول أن تتعاون، وتشجع المنظمات الدولية على دعمها.": ["should ينبغي: states"],
    "ينبغي للدول أن تتعاون. وتُشجع المنظمات الدولية على دعمها.": [
        "should ينبغي: states",
        "encouraged تُشجع: international_organizations",
    ],
    "ينبغي للدول أن تضع تدابير، يمكن أن تشارك فيها الأمانة، لدعم ذلك.": ["should ينبغي: states"],
    "ينبغي للدول أن تعزز التدابير التي ينبغي اتخاذها، وينبغي أن تشمل التدريب.": ["should ينبغي: states"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL_CLAUSES.items())
def test_further_clauses(text: str, expected: list[str]) -> None:
    assert told(text) == expected
    assert [clause.is_main for clause in find_operative_clauses(text)] == [True] + [False] * (len(expected) - 1)


def test_offsets_are_those_of_the_text_with_its_marks() -> None:
    text = "- عملاً بالقرار، لعـــلّ الدُّولَ تودُّ أن تنظر."
    assert find_operative_clauses(text) == [
        FoundClause("may_wish", "لعـــلّ الدُّولَ تودُّ", 17, 39, ("states",), ("states",), True)
    ]


def test_items_inherit_what_the_chapeau_asks() -> None:
    reading = find_operative("ينبغي للدول الأطراف أن تقوم بما يلي:", ["تيسير التدريب؛", "تشجيع الدول على التعاون."])
    assert [clause.verb_class for clause in reading.chapeau] == ["should"]
    assert reading.items == (OperativeItem("should", ("states_parties",), ("states_parties",), True, ()),) * 2


def test_an_item_with_a_clause_of_its_own_asks_as_that_says() -> None:
    items = ["يُطلب إلى الأمانة أن تعد ورقة؛", "ينبغي النظر في ذلك."]
    reading = find_operative("أوصى الفريق العامل الدول بما يلي:", items)
    assert reading.items == (
        OperativeItem(
            "requested",
            ("secretariat",),
            ("secretariat",),
            False,
            (FoundClause("requested", "يُطلب", 0, 5, ("secretariat",), ("secretariat",), True),),
        ),
        OperativeItem(
            "should",
            ("states",),
            ("states",),
            False,
            (FoundClause("should", "ينبغي", 0, 5, ("states",), ("states",), True),),
        ),
    )


def test_a_clause_in_a_later_sentence_of_an_item_stands_beside_what_it_inherits() -> None:
    reading = find_operative("ينبغي للدول أن تقوم بما يلي:", ["تيسير التدريب. ولعلها تود أن تدعمه؛"])
    further = FoundClause("may_wish", "لعلها تود", 16, 25, ("states",), ("states",), False)
    assert reading.items == (OperativeItem("should", ("states",), ("states",), True, (further,)),)


def test_items_without_a_chapeau_speak_for_themselves() -> None:
    reading = find_operative("", ["ينبغي للدول أن تتعاون؛", "تيسير التدريب."])
    clause = FoundClause("should", "ينبغي", 0, 5, ("states",), ("states",), True)
    assert reading.chapeau == ()
    assert reading.items == (
        OperativeItem("should", ("states",), ("states",), False, (clause,)),
        OperativeItem("", (), (), False, ()),
    )


MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652\u0640"
LINES = [*ONE_CLAUSE, *SEVERAL_CLAUSES]


def meaning(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(c.verb_class, bare(c.phrase), c.addressees) for c in find_operative_clauses(text)]


@given(st.sampled_from(LINES), st.randoms())
def test_marks_and_tatweel_change_nothing(line: str, random: Random) -> None:
    plain = bare(line)
    marked = "".join(c + (random.choice(MARKS) if c.isalpha() and random.random() < 0.5 else "") for c in plain)
    assert meaning(marked) == meaning(plain) == meaning(line)


@pytest.mark.parametrize("line", LINES)
def test_the_seat_of_a_hamza_changes_nothing(line: str) -> None:
    plain = line.translate(str.maketrans("أإآ", "ااا"))
    assert [(c.verb_class, c.start, c.end, c.addressees) for c in find_operative_clauses(plain)] == [
        (c.verb_class, c.start, c.end, c.addressees) for c in find_operative_clauses(line)
    ]


WORDS = sorted({word for line in LINES for word in line.split(" ")})


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_offset_points_at_its_phrase(text: str) -> None:
    clauses = find_operative_clauses(text)
    assert all(c.phrase and c.phrase == text[c.start : c.end] for c in clauses)
    assert all(one.end <= other.start for one, other in pairwise(clauses))
    assert {c.verb_class for c in clauses} <= set(VERB_CLASSES)
    assert {code for c in clauses for code in (*c.addressees, *c.actors)} <= set(ADDRESSEES)
    assert [c.is_main for c in clauses] == [n == 0 for n in range(len(clauses))]
