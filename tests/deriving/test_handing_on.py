"""Who is to act, in lines of our own making: kinds of handing on, and what only looks like it."""

import pytest

from archive.deriving.operative import find_operative, find_operative_clauses


def acting(text: str) -> list[str]:
    """«addressees > actors» for each clause."""
    return [f"{' '.join(c.addressees)} > {' '.join(c.actors)}" for c in find_operative_clauses(text)]


HANDED_ON = {
    # By a verb, behind its preposition or none, the verb first or the name.
    "لعلّ الدول الأطراف تودّ أن تطلب إلى المكتب أن يضع دليلاً.": "states_parties > unodc",
    "لعلّ الدول تودّ أن تطلب ذلك إلى الأمانة.": "states > secretariat",
    "لعل الدول الأطراف تطلب إلى الأمانة أن تعد ورقة.": "states_parties > secretariat",
    "ينبغي أن تدعو الدول المكتب إلى مواصلة عمله.": "states > unodc",
    "ينبغي للدول الأطراف أن تدعو، عند الاقتضاء، المنظمات الدولية إلى دعمها.": (
        "states_parties > international_organizations"
    ),
    "تُشجّع الدول على أن تهيب بالمنظمات الدولية أن تتعاون.": "states > international_organizations",
    "ينبغي للفريق العامل أن يوصي المؤتمر بأن ينشئ آلية.": "working_group > conference",
    "أوصى الفريق العامل بأن يطلب المؤتمر إلى الأمانة أن تعد ورقة.": "conference > secretariat",
    # By a noun.
    "ينبغي للدول دعوة المكتب إلى مواصلة عمله.": "states > unodc",
    "تُشجّع الدول الأطراف على دعوة المكتب إلى تقديم المساعدة.": "states_parties > unodc",
    "يمكن للدول أن تنظر في إمكانية تكليف الأمانة بإعداد ورقة.": "states > secretariat",
    # Past words that only lead there.
    "ينبغي للدول أن تنظر في أن تطلب إلى الأمانة جمع معلومات.": "states > secretariat",
    "ينبغي للدول أن تنظر، عند الاقتضاء، في أن تطلب، عن طريق المؤتمر، إلى الأمانة جمع معلومات.": "states > secretariat",
    "ينبغي للدول أن تنظر في مواصلة دعوة المكتب إلى دعمها.": "states > unodc",
    "ينبغي للدول الأطراف التي لم تنضم بعد أن تطلب إلى المكتب أن يساعدها.": "states_parties > unodc",
    # To one of a group, to whoever is to do what is called for, to another subject.
    "ينبغي للدول أن تدعو الجهات المهتمة، بما في ذلك المكتب، إلى تقديم المساعدة.": "states > unodc",
    "تُشجّع الدول على أن تدعو سائر الجهات المانحة والمكتب إلى توفير المساعدة.": "states > unodc",
    "ينبغي للمؤتمر أن يشجّع على المساهمة النشطة من جانب الدول في الصندوق.": "conference > states",
    "لعل المؤتمر يودّ أن تعد الأمانة ورقة.": "conference > secretariat",
    # From hand to hand.
    "أوصى الفريق العامل المؤتمر بأن يطلب إلى الدول أن تدعو المكتب إلى دعمها.": "conference > unodc",
    # Besides what the addressee does itself.
    "ينبغي للدول أن تعزز التعاون وأن تطلب إلى الأمانة أن تعد ورقة.": "states > states secretariat",
    "ينبغي للدول أن تعزز التعاون وتدعو المكتب إلى دعمها.": "states > states unodc",
    "تُشجّع الدول على تعزيز التعاون ودعوة المكتب إلى دعمها.": "states > states unodc",
    "لعل الدول تودّ أن تطلب إلى المكتب أن يعد تقريراً وأن تدعمه في ذلك.": "states > unodc states",
    # Where nobody is addressed.
    "ينبغي مواصلة دعوة المكتب إلى توفير المساعدة.": " > unodc",
    "ينبغي توفير المساعدة التقنية من جانب المكتب.": " > unodc",
}  # fmt: skip

NOT_HANDED_ON = {
    "ينبغي أن يواصل المكتب دعم الدول.": "unodc > unodc",
    "ينبغي توفير المساعدة التقنية.": " > ",
    "ينبغي نشر المعلومات المقدمة من جانب الدول.": " > ",
    "ينبغي ألا تدعو الدول المكتب إلى ذلك.": "states > states",
    # Who does what is asked by inviting others does it himself.
    "طلب الفريق العامل إلى الأمانة أن تدعو الدول إلى تقديم ردودها.": "secretariat > secretariat",
    "طلب الفريق العامل إلى المكتب أن يواصل تشجيع الدول على التصديق.": "unodc > unodc",
    "لعل الدول تودّ أن تطلب إلى المكتب أن يعد تقريراً وأن يدعو الدول إلى التعليق عليه.": "states > unodc",
    # Another object, those who have no code, those who are helped.
    "ينبغي للدول أن تشجع التعاون بين المنظمات الدولية على جميع المستويات.": "states > states",
    "ينبغي للدول أن تحث شركات النقل على التعاون.": "states > states",
    "لعل الدول تودّ أن تدعم الأمانة في عملها.": "states > states",
    "يمكن للدول أن تطلب مساعدة المنظمات الدولية.": "states > states",
    "ينبغي للدول أن تعد قائمة بالهيئات التي تدعو المكتب إلى اجتماعاتها.": "states > states",
}


@pytest.mark.parametrize(("text", "expected"), [*HANDED_ON.items(), *NOT_HANDED_ON.items()])
def test_who_is_to_act(text: str, expected: str) -> None:
    assert acting(text) == [expected]


def test_a_pronoun_leads_back_to_the_addressee() -> None:
    text = "لعل الدول تودّ أن تطلب إلى المكتب دعمها. ولعلها تودّ أيضاً أن تنشئ آلية. وينبغي لها أن تدعو الأمانة إلى ذلك."
    assert acting(text) == ["states > unodc", "states > states", "states > secretariat"]


def test_a_clause_that_names_nobody_is_for_those_who_act_in_the_one_before() -> None:
    text = "لعل الدول تودّ أن تطلب إلى المكتب أن يعد دليلاً. وينبغي أن يشمل الدليل أمثلة."
    assert acting(text) == ["states > unodc", "states > unodc"]


def test_a_further_clause_of_the_sentence_hands_nothing_on_for_the_one_before() -> None:
    text = "ينبغي للدول أن تعالج الأسباب، وينبغي لها أن تدعو المكتب إلى دعمها."
    assert acting(text) == ["states > states", "states > unodc"]


def test_lettered_items_inherit_who_acts() -> None:
    reading = find_operative("لعل الدول تودّ أن تطلب إلى الأمانة ما يلي:", ["إعداد ورقة؛", "ينبغي للدول أن تبدي رأيها."])
    assert [(item.addressees, item.actors) for item in reading.items] == [
        (("states",), ("secretariat",)),
        (("states",), ("states",)),
    ]
