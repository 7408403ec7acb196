"""Where words stand, on lines of our own: what is asked for, and what is said beside it."""

import pytest

from archive.arabic.analyze import analyze
from archive.deriving.operative import find_operative_clauses
from archive.deriving.subject_places import SentenceRole, place_words

LINES = {
    "what is asked for, then the rest": (
        "ينبغي للدول أن تحفظ الفهارس القديمة والصور والخرائط والرسائل والدفاتر والسجلات.",
        {"الفهارس": SentenceRole.OBJECT, "السجلات": SentenceRole.LATER},
    ),
    "context before the clause": (
        "إدراكاً لأهمية الترميم، ينبغي للدول أن تحفظ الفهارس.",
        {"الترميم": SentenceRole.CONTEXT, "الفهارس": SentenceRole.OBJECT},
    ),
    "a law in the middle of the clause": (
        "ينبغي للدول، وفقاً لأحكام البروتوكول، أن تحفظ الفهارس.",
        {"البروتوكول": SentenceRole.CONTEXT, "الفهارس": SentenceRole.OBJECT},
    ),
    "an example up to the comma": (
        "ينبغي للدول أن تحفظ الفهارس، بما في ذلك الخرائط، والرسائل.",
        {"الفهارس": SentenceRole.OBJECT, "الخرائط": SentenceRole.EXAMPLE, "الرسائل": SentenceRole.OBJECT},
    ),
    "an example that begins with a comma": (
        "ينبغي للدول أن تحفظ الفهارس على سبيل المثال، لا الحصر الخرائط، والرسائل.",
        {"الخرائط": SentenceRole.EXAMPLE, "الرسائل": SentenceRole.OBJECT},
    ),
    "an example among other things": (
        "ينبغي للدول أن تحفظ الفهارس، بما في ذلك ضمن أمور أخرى، الخرائط، والرسائل.",
        {"الفهارس": SentenceRole.OBJECT, "الخرائط": SentenceRole.EXAMPLE, "الرسائل": SentenceRole.OBJECT},
    ),
    "what may be part of it": (
        "ينبغي للدول أن تحفظ الفهارس والذي قد يتضمن الخرائط، والرسائل.",
        {"الفهارس": SentenceRole.OBJECT, "الخرائط": SentenceRole.EXAMPLE, "الرسائل": SentenceRole.OBJECT},
    ),
    "in what respect": (
        "ينبغي للدول أن تحفظ الفهارس بالنسبة إلى الخرائط، والرسائل.",
        {"الفهارس": SentenceRole.OBJECT, "الخرائط": SentenceRole.CONTEXT, "الرسائل": SentenceRole.OBJECT},
    ),
    "means and purpose": (
        "ينبغي للدول أن تحفظ الفهارس من خلال الترميم بغية الإعارة.",
        {"الفهارس": SentenceRole.OBJECT, "الترميم": SentenceRole.MEANS, "الإعارة": SentenceRole.PURPOSE},
    ),
    "by sea is no means": (
        "ينبغي للدول أن تعير الفهارس عن طريق البحر وأن ترممها عن طريق التصوير.",
        {"البحر": SentenceRole.OBJECT, "التصوير": SentenceRole.MEANS},
    ),
    "the clause goes on asking": (
        "ينبغي للدول أن تحفظ الفهارس من أجل الإعارة وأن ترمم الخرائط.",
        {"الإعارة": SentenceRole.PURPOSE, "الخرائط": SentenceRole.OBJECT},
    ),
    "a condition, but not where appropriate": (
        "ينبغي للدول عند الاقتضاء أن تحفظ الفهارس مع كفالة السلامة عند الإعارة.",
        {"الفهارس": SentenceRole.OBJECT, "السلامة": SentenceRole.CONDITION, "الإعارة": SentenceRole.CONDITION},
    ),
    "with whom": (
        "ينبغي للدول أن تحفظ الفهارس بالتعاون الوثيق مع الجامعات.",
        {"الفهارس": SentenceRole.OBJECT, "الجامعات": SentenceRole.PARTNER},
    ),
    "a sentence that tells": (
        "ينبغي للدول أن تحفظ الفهارس. ويمكن أن تشمل هذه الفهارس الخرائط.",
        {"الخرائط": SentenceRole.FURTHER},
    ),
    "a second sentence that asks": (
        "ينبغي للدول أن تحفظ الفهارس. ولعلها تود أن تنظر في الترميم.",
        {"الترميم": SentenceRole.OBJECT},
    ),
    "no clause at all": (
        "حفظ الفهارس، مثل الخرائط.",
        {"الفهارس": SentenceRole.OBJECT, "الخرائط": SentenceRole.EXAMPLE},
    ),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_place_of_words(text: str, expected: dict[str, SentenceRole]) -> None:
    words = analyze(text)
    places = place_words(text, words, find_operative_clauses(text))
    printed = [text[word.start : word.end].removeprefix("و") for word in words]
    found = dict(zip(printed, (where.place for where in places), strict=True))
    assert {word: found[word] for word in expected} == expected


def test_an_item_asks_from_its_first_word() -> None:
    text = "حفظ الفهارس؛ وينبغي أن ترمم. وهذا قول آخر"
    words = analyze(text)
    places = place_words(text, words, find_operative_clauses(text), is_item=True)
    assert [places[0].place, places[-1].place] == [SentenceRole.OBJECT, SentenceRole.FURTHER]


def test_stretches_end_at_commas_and_full_stops() -> None:
    text = "أول، ثان. ثالث رابع"
    assert [where.stretch for where in place_words(text, analyze(text), ())] == [0, 1, 2, 2]
