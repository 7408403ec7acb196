"""Which stretches of the printed and of the reading text belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.display.comparison.alignment import align


@pytest.mark.parametrize(
    ("printed", "reading", "changed"),
    [
        ("صون القنوات.", "صون القنوات.", []),
        ("بشـــأن القنزات، ثم", "بشأن القنوات، ثم", [("القنزات", "القنوات")]),
        ("حفظ  القنوات", "حفظ القنوات", []),
        ("عمل أن أن يصون", "عمل أن يصون", [("أن", "")]),
        ("", "نص", [("", "نص")]),
    ],
)
def test_only_words_that_differ_are_changed(printed: str, reading: str, changed: list[tuple[str, str]]) -> None:
    differing = [one for one in align(printed, reading) if one.changed]
    assert [(printed[slice(*one.printed)], reading[slice(*one.reading)]) for one in differing] == changed


@given(*[st.text("اب،ـ \n.", max_size=40)] * 2)
def test_together_the_stretches_are_both_texts(printed: str, reading: str) -> None:
    stretches = align(printed, reading)
    assert "".join(printed[slice(*one.printed)] for one in stretches) == printed
    assert "".join(reading[slice(*one.reading)] for one in stretches) == reading
