"""What the sources do not show and other copies may: lost, doubled and moved pieces, no blank lines, cut ends."""

import re

import pytest

from archive.parsing.structure import ParsedDocument
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS, parsed

TEXTS = {name: (SPECIMEN / name).read_text(encoding="utf-8") for name in SPECIMEN_TEXTS}
COMPENDIUM = TEXTS["compendium-of-three-meetings.txt"]
REPORT = TEXTS["report-of-the-fourth-meeting.txt"]
ACTIVITIES = TEXTS["activities-of-the-office.txt"]


def numbers(document: ParsedDocument) -> list[tuple[int | None, int, int]]:
    if document.recommendations:
        return [(r.meeting, r.number, r.copy) for r in document.recommendations]
    return [(None, p.number, p.copy) for p in document.paragraphs]


def texts(document: ParsedDocument) -> list[str]:
    """What the numbered texts of a document say, white space aside."""
    said = [p.text.printed for p in document.paragraphs] + [r.printed for r in document.recommendations]
    return ["".join(text.split()) for text in said]


def codes(document: ParsedDocument) -> set[str]:
    return {problem.code for problem in document.problems}


def block_with(text: str, words: str) -> str:
    return next(block for block in re.split(r"\n\n+", text) if words in block)


def test_a_doubled_recommendation_is_kept_twice() -> None:
    line = next(line for line in COMPENDIUM.split("\n") if line.startswith("- ٢-"))
    document = parsed(COMPENDIUM.replace(line, f"{line}\n{line}"))
    assert [(n, copy) for _meeting, n, copy in numbers(document)][:4] == [(1, 1), (2, 1), (2, 2), (3, 1)]
    assert len({r.chapeau.printed for r in document.recommendations[1:3]}) == 1
    assert "doubled_number" in codes(document)


def test_a_lost_recommendation_leaves_its_number_free() -> None:
    whole = parsed(COMPENDIUM)
    line = next(line for line in COMPENDIUM.split("\n") if line.startswith("- ٣-"))
    document = parsed(COMPENDIUM.replace(f"{line}\n", ""))
    assert texts(document) == [text for i, text in enumerate(texts(whole)) if i != 2]
    assert numbers(document)[:3] == [(None, 1, 1), (None, 2, 1), (None, 4, 1)]
    assert "missing_number" in codes(document)


def test_a_doubled_paragraph_is_kept_twice() -> None:
    block = block_with(ACTIVITIES, "9- ويعكف")
    document = parsed(ACTIVITIES.replace(block, f"{block}\n\n{block}"))
    assert [(n, c) for _m, n, c in numbers(document)][7:11] == [(8, 1), (9, 1), (9, 2), (10, 1)]
    assert "doubled_number" in codes(document)


def test_a_lost_paragraph_leaves_its_number_free() -> None:
    block = block_with(ACTIVITIES, "18- وفي أيار")
    document = parsed(ACTIVITIES.replace(f"{block}\n\n", ""))
    assert [n for _m, n, _c in numbers(document)] == [n for n in range(1, 25) if n != 18]
    assert codes(document) >= {"missing_number"}


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_a_text_without_blank_lines(name: str) -> None:
    whole, document = parsed(TEXTS[name]), parsed(re.sub(r"\n\s*\n", "\n", TEXTS[name]))
    assert (numbers(document), texts(document)) == (numbers(whole), texts(whole))
    assert [s.title.printed for s in document.sections] == [s.title.printed for s in whole.sections]


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_a_text_with_a_blank_line_between_all_lines(name: str) -> None:
    whole, document = parsed(TEXTS[name]), parsed(re.sub(r"\n+", "\n\n", TEXTS[name]))
    assert (numbers(document), texts(document)) == (numbers(whole), texts(whole))
    assert [s.title.printed for s in document.sections] == [s.title.printed for s in whole.sections]


@pytest.mark.parametrize("name", SPECIMEN_TEXTS)
def test_a_cut_copy_says_what_it_said_before_the_cut(name: str) -> None:
    lines = TEXTS[name].split("\n")
    whole = texts(parsed(TEXTS[name]))
    for cut in range(len(lines)):
        document = parsed("\n".join(lines[:cut]))
        if document.masthead.kind == "unknown":
            continue
        # the last text may be cut itself, or be followed by a heading that heads nothing any more
        said = [p.text.printed for p in document.paragraphs[:-1]]
        said += [r.printed for r in document.recommendations[:-1]]
        assert [text for text in said if "".join(text.split()) not in whole] == [], cut


def test_two_meetings_in_one_report_do_not_mix() -> None:
    second = REPORT[REPORT.index("# ثانيا التوصيات") : REPORT.index("# ثالثا")]
    document = parsed(REPORT + "\n\n" + second)
    assert len(document.recommendations) == 18
    assert len({r.printed for r in document.recommendations}) == 9


def test_a_heading_without_words_opens_nothing() -> None:
    document = parsed(REPORT.replace("# خامسا- اعتماد التقرير", "#\n\n##\n\n# خامسا- اعتماد التقرير\n\n####"))
    whole = parsed(REPORT)
    assert [s.title.printed for s in document.sections] == [s.title.printed for s in whole.sections]
    assert texts(document) == texts(whole)


def test_a_footer_between_the_lines_of_a_short_opening_is_no_end() -> None:
    text = "تقرير الأمانة\n\nأولاً - مقدمة\n\n1- نص أول.\n\n2- وفي عام 2034 نشر\nX.34-01234 2/6\nالمكتب دليلاً.\n\n3- نص."
    assert [(p.number, p.text.printed) for p in parsed(text).paragraphs] == [
        (1, "نص أول."),
        (2, "وفي عام 2034 نشر المكتب دليلاً."),
        (3, "نص."),
    ]


@pytest.mark.parametrize("bullet", ["•", "*", "–", "—", "·", "▪", "●", "○", "‣", "\uf0b7", "o", "§", "+"])
def test_bullets_of_any_shape_mean_nothing(bullet: str) -> None:
    whole, document = parsed(COMPENDIUM), parsed(re.sub("(?m)^- ", f"{bullet} ", COMPENDIUM))
    assert (numbers(document), texts(document)) == (numbers(whole), texts(whole))
    assert [f.text.printed for f in document.footnotes] == [f.text.printed for f in whole.footnotes]
