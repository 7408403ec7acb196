"""What subjects.toml may say, and the sentence that a wrong one gets."""

from pathlib import Path

import pytest

from archive.sources.subjects import BadSubjects, Subject, parse_subjects, read_subjects

WHOLE = """
[[subject]]
slug = "floods"
label_ar = "الفيضانات"
label_en = "Floods"
description_ar = "ما يتصل بالمياه"
instrument = "coastal-protocol"
articles = [9, 6]

[[subject]]
slug = "emergency-plans"
label_ar = "خطط الطوارئ"
label_en = "Emergency plans"
parent = "floods"
"""
ONE = '[[subject]]\nslug = "a"\nlabel_ar = "أ"\nlabel_en = "A"\n'


def test_a_whole_file_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "subjects.toml").write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_subjects(tmp_path) == (
        Subject("floods", "الفيضانات", "Floods", "ما يتصل بالمياه", "", None, "coastal-protocol", (9, 6)),
        Subject("emergency-plans", "خطط الطوارئ", "Emergency plans", parent="floods"),
    )


def test_no_file_declares_nothing(tmp_path: Path) -> None:
    assert [read_subjects(tmp_path), parse_subjects("")] == [(), ()]


WRONG = {
    "unknown key": (
        ONE + 'word = "أ"',
        "subjects.toml، [[subject]] رقم 1: المفتاح «word» غير معروف. المفاتيح: slug، label_ar، label_en، "
        "description_ar، description_en، parent، instrument، articles.",
    ),
    "no label": (
        '[[subject]]\nslug = "a"\nlabel_en = "A"',
        "subjects.toml، [[subject]] رقم 1: ينقصه المفتاح «label_ar». أضفه.",
    ),
    "articles of no treaty": (
        ONE + "articles = [3]",
        "subjects.toml، [[subject]] رقم 1: ينقصه المفتاح «instrument». أضفه.",
    ),
    "article that is no number": (
        ONE + 'instrument = "t"\narticles = ["3"]',
        "subjects.toml، [[subject]] رقم 1: يأخذ المفتاح «articles» عدداً صحيحاً من 1 فصاعداً بغير علامتي اقتباس. "
        "صحّح قيمته.",
    ),
    "articles that are no list": (
        ONE + 'instrument = "t"\narticles = 3',
        "subjects.toml، [[subject]] رقم 1: يأخذ المفتاح «articles» قائمة أعداد بين معقوفين. صحّح قيمته.",
    ),
    "an article twice": (
        ONE + 'instrument = "t"\narticles = [3, 4, 3]',
        "subjects.toml، [[subject]] رقم 1: تكررت القيمة «3» للمفتاح «articles». أبق واحداً منها.",
    ),
    "a subject twice": (
        ONE + ONE,
        "subjects.toml، [[subject]]: تكررت القيمة «a» للمفتاح «slug». أبق واحداً منها.",
    ),
    "unknown parent": (
        ONE + 'parent = "b"',
        "subjects.toml، [[subject]]: الموضوع الأب «b» للموضوع «a» غير موجود. أضفه أو صحّحه.",
    ),
    "a circle": (
        ONE + 'parent = "b"\n' + ONE.replace('"a"', '"b"') + 'parent = "a"',
        "subjects.toml، [[subject]]: الموضوع «a» ينتهي بمفتاح «parent» إلى نفسه. صحّحه.",
    ),
    "beside a circle": (
        ONE + 'parent = "b"\n' + ONE.replace('"a"', '"b"') + 'parent = "b"',
        "subjects.toml، [[subject]]: الموضوع «b» ينتهي بمفتاح «parent» إلى نفسه. صحّحه.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadSubjects) as refused:
        parse_subjects(text)
    assert refused.value.sentence == sentence
