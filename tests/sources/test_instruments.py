"""What instruments.toml may say, and the sentence that a wrong one gets."""

from pathlib import Path

import pytest

from archive.sources.instruments import (
    BadInstruments,
    DeclaredArticle,
    DeclaredInstrument,
    parse_instruments,
    read_instruments,
)

WHOLE = """
[[instrument]]
slug = "coastal-protocol"
name_ar = "بروتوكول حماية المكتبات الساحلية، المكمِّل لاتفاقية الذاكرة"
short_ar = "بروتوكول المكتبات الساحلية"
name_en = "Coastal Libraries Protocol"
written_as = ["بروتوكول حماية المكتبات الساحلية"]

  [[instrument.article]]
  number = 9
  title_ar = "المخازن الآمنة"
  title_en = "Safe stores"

  [[instrument.article]]
  number = 6
  title_ar = "خطط الطوارئ"
  title_en = "Emergency plans"

[[instrument]]
slug = "memory-convention"
name_ar = "اتفاقية صون الذاكرة"
short_ar = "اتفاقية الذاكرة"
name_en = "Memory Convention"
"""


def test_a_whole_file_is_read_with_the_articles_in_order(tmp_path: Path) -> None:
    (tmp_path / "instruments.toml").write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    protocol = DeclaredInstrument(
        "coastal-protocol",
        "بروتوكول حماية المكتبات الساحلية، المكمِّل لاتفاقية الذاكرة",
        "بروتوكول المكتبات الساحلية",
        "Coastal Libraries Protocol",
        ("بروتوكول حماية المكتبات الساحلية",),
        (DeclaredArticle(6, "خطط الطوارئ", "Emergency plans"), DeclaredArticle(9, "المخازن الآمنة", "Safe stores")),
    )
    convention = DeclaredInstrument(
        "memory-convention", "اتفاقية صون الذاكرة", "اتفاقية الذاكرة", "Memory Convention"
    )
    assert read_instruments(tmp_path) == (protocol, convention)


def test_no_file_declares_nothing(tmp_path: Path) -> None:
    assert [read_instruments(tmp_path), parse_instruments("")] == [(), ()]


ONE = '[[instrument]]\nslug = "a"\nname_ar = "اتفاقية أ"\nshort_ar = "اتفاقية أ"\nname_en = "A"\n'
ARTICLE = '[[instrument.article]]\nnumber = 1\ntitle_ar = "أ"\ntitle_en = "A"\n'

WRONG = {
    "unknown key at the top": (
        "treaty = []",
        "instruments.toml، أعلى الملف: المفتاح «treaty» غير معروف. المفاتيح: instrument.",
    ),
    "unknown key of a treaty": (
        ONE + 'short = "أ"',
        "instruments.toml، [[instrument]] رقم 1: المفتاح «short» غير معروف. "
        "المفاتيح: slug، name_ar، short_ar، name_en، written_as، article.",
    ),
    "no short name": (
        '[[instrument]]\nslug = "a"\nname_ar = "اتفاقية أ"',
        "instruments.toml، [[instrument]] رقم 1: ينقصه المفتاح «short_ar». أضفه.",
    ),
    "no address": (
        ONE.replace('"a"', '"A/1"'),
        "instruments.toml، [[instrument]] رقم 1: يأخذ المفتاح «slug» "
        "معرّفاً من حروف لاتينية صغيرة وأرقام تفصل بينها «-». صحّح قيمته.",
    ),
    "a treaty twice": (
        ONE + ONE,
        "instruments.toml، [[instrument]]: تكررت القيمة «a» للمفتاح «slug». أبق واحداً منها.",
    ),
    "an article twice": (
        ONE + ARTICLE + ARTICLE,
        "instruments.toml، [[instrument]] رقم 1، [[instrument.article]]: "
        "تكررت القيمة «1» للمفتاح «number». أبق واحداً منها.",
    ),
    "an article's number in words": (
        ONE + ARTICLE.replace("= 1", '= "1"'),
        "instruments.toml، [[instrument]] رقم 1، [[instrument.article]] رقم 1: يأخذ المفتاح «number» "
        "عدداً صحيحاً من 1 فصاعداً بغير علامتي اقتباس. صحّح قيمته.",
    ),
    "an article without title": (
        ONE + ARTICLE.replace('title_en = "A"\n', ""),
        "instruments.toml، [[instrument]] رقم 1، [[instrument.article]] رقم 1: "
        "ينقصه المفتاح «title_en». أضفه.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_with_place_and_remedy(text: str, sentence: str) -> None:
    with pytest.raises(BadInstruments) as refusal:
        parse_instruments(text)
    assert refusal.value.sentence == sentence


@pytest.mark.parametrize("data", ["slug = أ".encode(), "# نص".encode("cp1256"), b"[[instrument"])
def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "instruments.toml").write_bytes(data)
    with pytest.raises(BadInstruments, match=r"^instruments\.toml: "):
        read_instruments(tmp_path)
