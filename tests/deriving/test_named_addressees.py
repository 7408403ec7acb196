import pytest

from archive.deriving.named_addressees import (
    NamedAddressees,
    read_named,
    read_named_behind_bi,
    read_named_behind_li,
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (" الدول الاطراف علي", ("states_parties",)),
        (" جميع الدول علي", ("states",)),
        (" مؤتمر", None),
        (" مكتب الامم المتحده المعني بالمخدرات والجريمه (المكتب) والامانه ان", ("unodc", "secretariat")),
        (" الدول الاطراف في البروتوكول والمنظمات الدوليه الي", ("states_parties", "international_organizations")),
        (" الدول الاطراف، فضلا عن الامانه، علي", ("states_parties", "secretariat")),
        (" الدول علي التعاون مع الامانه والمكتب", ("states",)),
        (" الدول ودول العبور والدول ان", ("states", "origin_transit_destination")),
        (" الدوله", None),
        ("", None),
    ],
)
def test_names_behind_a_verb(text: str, codes: tuple[str, ...] | None) -> None:
    named = read_named(text, 0)
    assert (named.codes if named else None) == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" للدول الاطراف ان", NamedAddressees(("states_parties",), 14, True)),
        (" لمكتب المخدرات والجريمه ان", NamedAddressees(("unodc",), 24, False)),
        (" لجميع الدول وللامانه ان", NamedAddressees(("states", "secretariat"), 21, True)),
        (" للسلطات الوطنيه ان", None),
        (" الدول ان", None),
    ],
)
def test_names_behind_li(text: str, expected: NamedAddressees | None) -> None:
    assert read_named_behind_li(text, 0) == expected


def test_names_behind_bi() -> None:
    assert read_named_behind_bi(" بالدول ان", 0) == NamedAddressees(("states",), 7, True)
    assert read_named_behind_bi(" بالدوام ان", 0) is None
