"""The organs that adopt resolutions."""

import pytest

from archive.arabic.normalize import folded_with_offsets
from archive.vocabulary.organs import find_organs, read_organs

ORGANS = {organ.code: organ for organ in read_organs()}


def test_the_six_organs_in_their_order() -> None:
    assert list(ORGANS) == [
        "conference", "general_assembly", "commission", "human_rights_council", "security_council", "ecosoc",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "number", "session", "can_be"),
    [
        ("conference", 1, 9, True),
        ("conference", 9, 1, False),
        ("general_assembly", 148, 74, True),
        ("general_assembly", 74, 148, False),
        ("general_assembly", 55, 25, False),
        ("security_council", 2491, 2019, True),
        ("ecosoc", 17, 2015, True),
        ("ecosoc", 2015, 17, False),
        ("human_rights_council", 0, 53, False),
    ],
)
def test_what_can_be_a_resolution(code: str, number: int, session: int, can_be: bool) -> None:
    assert ORGANS[code].can_be(number, session) is can_be


def test_decisions_begin_with_the_first_session() -> None:
    assert [ORGANS["conference"].can_be(2, 4), ORGANS["conference"].can_be(2, 4, is_decision=True)] == [False, True]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قرارات للجمعية العامة ولمجلس الأمن", ["الجمعيه العامه", "مجلس الامن"]),
        ("المؤتمر ومؤتمر الأطراف وبالمجلس", ["الموتمر", "موتمر الاطراف", "المجلس"]),
        ("مؤتمر الأمم المتحدة ولجنة وطنية", []),
    ],
)
def test_where_organs_are_named(text: str, names: list[str]) -> None:
    folded, _ = folded_with_offsets(text)
    assert [one.name for one in find_organs(folded)] == names
