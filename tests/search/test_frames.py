"""Words that only ask are plain words in a question, and mean what they mean elsewhere."""

import pytest

from archive.search.query import parse_query
from archive.search.typed_words import typed_words


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("ماذا نفعل إذا غرق القارب؟", ["غرق", "القارب"]),
        ("ما دور المؤتمر في المتابعة؟", ["المؤتمر", "المتابعة"]),
        ("دور المؤتمر في المتابعة", ["دور", "المؤتمر", "المتابعة"]),
        ("أوصى الفريق العامل بشأن القنوات", ["القنوات"]),
        ("ما الذي أوصى به الفريق العامل بشأن القنوات؟", ["القنوات"]),
        ("ما دور الفريق العامل؟", ["الفريق", "العامل"]),
        ("ما رأي الفريق العامل في القنوات؟", ["القنوات"]),
        ("توصيات عن القنوات", ["القنوات"]),
        ("متابعة التوصيات", ["متابعة", "التوصيات"]),
        ("ما هي التدابير المتعلقة بالحدود؟", ["التدابير", "بالحدود"]),
        ("هل سبق أن نوقش موضوع القنوات؟", ["القنوات"]),
        ("لماذا يهاجر الناس وما الحل؟", ["يهاجر"]),
        ("حل النزاعات بين الناس", ["حل", "النزاعات", "الناس"]),
        ('ما "الحل"', ["الحل"]),
        ("how can we protect canals", ["protect", "canals"]),
        # Nothing would be left: then it is asked for.
        ("ما الحل؟", ["الحل"]),
        ("كيف نفعل", ["نفعل"]),
    ],
)
def test_the_frame_of_a_question_carries_no_subject(typed: str, subject: list[str]) -> None:
    assert [word.typed for word in typed_words(parse_query(typed)) if not word.is_plain] == subject
