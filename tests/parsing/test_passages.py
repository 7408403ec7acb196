"""Joined lines: nothing lost, offsets of corrections carried along."""

from archive.parsing.lines import clean_lines
from archive.parsing.passages import PassageBuilder, join_lines, trimmed
from archive.parsing.printed_text import Passage, Span
from archive.sources.corrections import Correction
from archive.sources.errata import ErratumRow

ROWS = (
    ErratumRow("a", 1, "الساحلبة", "الساحلية", "certain"),
    ErratumRow("a", 2, "المؤانئ", "الموانئ", "certain"),
    ErratumRow("a", 2, "كتب", "", "doubtful"),
)
LINES = list(clean_lines(["المدن الساحلبة", "في المؤانئ كتب"], ROWS).lines)


def test_lines_become_one_passage() -> None:
    passage = join_lines(LINES)
    assert passage == Passage(
        "المدن الساحلبة في المؤانئ كتب",
        (
            Correction(6, 14, "الساحلبة", "الساحلية", "certain", 1),
            Correction(18, 25, "المؤانئ", "الموانئ", "certain", 2),
            Correction(26, 29, "كتب", "", "doubtful", 2),
        ),
        Span(1, 2),
    )
    assert passage.reading == "المدن الساحلية في الموانئ كتب"


def test_a_passage_on_lines_of_its_own() -> None:
    one, whole = PassageBuilder(), PassageBuilder()
    one.add(LINES[1].without(3))
    whole.add(LINES[0])
    whole.append(one, new_line=True)
    found = whole.build()
    assert found.printed == "المدن الساحلبة\nالمؤانئ كتب"
    assert [found.printed[c.start : c.end] for c in found.corrections] == ["الساحلبة", "المؤانئ", "كتب"]
    assert found.span == Span(1, 2)


def test_a_title_loses_the_stop_after_it() -> None:
    assert trimmed(Passage("مسائل أخرى.", (), Span(4, 4)), ".؛:،") == Passage("مسائل أخرى", (), Span(4, 4))


def test_nothing_joined_is_nothing() -> None:
    assert PassageBuilder().build() == Passage("", (), Span(0, 0))
