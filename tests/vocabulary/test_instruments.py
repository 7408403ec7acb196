"""Treaties named in a text, by all forms that follow from the data."""

from dataclasses import dataclass

import pytest

from archive.arabic.normalize import folded_with_offsets, normalize
from archive.vocabulary.instruments import InstrumentNames


@dataclass(frozen=True)
class Treaty:
    slug: str
    name_ar: str
    short_ar: str
    written_as: tuple[str, ...] = ()


NAMES = InstrumentNames(
    [
        Treaty(
            "coastal",
            "بروتوكول حماية المكتبات الساحلية عند المد، وبخاصة الصغيرة منها، المكمِّل لاتفاقية صون الذاكرة المكتوبة",
            "بروتوكول المكتبات الساحلية",
        ),
        Treaty("river", "بروتوكول المكتبات النهرية", "بروتوكول المكتبات النهرية", ("بروتوكول مكتبات الأنهار",)),
        Treaty("memory", "اتفاقية صون الذاكرة المكتوبة", "اتفاقية الذاكرة المكتوبة"),
        Treaty("charter", "ميثاق أمناء المكتبات", "ميثاق الأمناء"),
    ]
)


def found_in(text: str) -> list[tuple[str, str]]:
    folded, offsets = folded_with_offsets(text)
    found = NAMES.find(folded)
    return [
        (one.slug or f"{one.kind}{'<' if one.points_back else ''}", text[offsets[one.start] : offsets[one.end]])
        for one in found
    ]


FORMS = {
    "ولبروتوكول المكتبات الساحلية": [("coastal", "بروتوكول المكتبات الساحلية")],
    "بروتوكول حماية المكتبات الساحلية عند كل بلد": [("coastal", "بروتوكول حماية المكتبات الساحلية")],
    "بروتوكول حماية المكتبات الساحلية عند المد وبخاصة الصغيرة منها، المكمل للاتفاقية": [
        ("coastal", "بروتوكول حماية المكتبات الساحلية عند المد وبخاصة الصغيرة منها، المكمل للاتفاقية")
    ],
    "برتوكول المكتبات الساحلية المكمّل لاتفاقية الذاكرة المكتوبة": [
        ("coastal", "برتوكول المكتبات الساحلية المكمّل لاتفاقية الذاكرة المكتوبة")
    ],
    "بروتوكول مكتبات الأنهار واتفاقية صون الذاكرة المكتوبة": [
        ("river", "بروتوكول مكتبات الأنهار"),
        ("memory", "اتفاقية صون الذاكرة المكتوبة"),
    ],
    "للبروتوكول المتعلق بالمكتبات النهرية": [("river", "للبروتوكول المتعلق بالمكتبات النهرية")],
    "بروتوكولي المكتبات الساحلية والمكتبات النهرية": [
        ("coastal", "بروتوكولي المكتبات الساحلية"),
        ("river", "المكتبات النهرية"),
    ],
    "وبالبروتوكول، ثم بهذا البروتوكول والاتفاقية المذكورة": [
        ("protocol", "بالبروتوكول"),
        ("protocol<", "بهذا البروتوكول"),
        ("convention<", "الاتفاقية المذكورة"),
    ],
    "وبميثاق أمناء المكتبات، لا مواثيق أمناء المكتبات": [("charter", "ميثاق أمناء المكتبات")],
    "الاتفاقية الدولية والبروتوكول الاختياري وبروتوكولات واتفاقيات واتفاق": [],
}


@pytest.mark.parametrize(("text", "found"), FORMS.items())
def test_forms(text: str, found: list[tuple[str, str]]) -> None:
    assert found_in(text) == found


def test_what_a_title_names_and_what_a_name_concerns() -> None:
    title = normalize("بروتوكولا المكتبات الساحلية والمكتبات النهرية")
    assert NAMES.named_in(title, "protocol") == ["coastal", "river"]
    assert NAMES.named_in(title, "convention") == []
    body = normalize("الفريق العامل المعني بحماية المكتبات الساحلية")
    assert [NAMES.concerning(body, "protocol"), NAMES.concerning(body, "convention")] == [["coastal"], []]


def test_without_treaties_a_bare_word_is_still_a_word() -> None:
    found = InstrumentNames([]).find(normalize("تنفيذ البروتوكول وبروتوكول تهريب المهاجرين"))
    assert [(one.kind, one.slug) for one in found] == [("protocol", "")]
