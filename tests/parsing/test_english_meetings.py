"""An English paper says by its title or by its first sentence which meeting it reports on."""

from datetime import date

import pytest

from archive.parsing.document import parse_document
from archive.parsing.mentions import Sentence, find_mentions
from archive.parsing.structure import ParsedDocument
from archive.parsing.title_facts import held_in_title, number_in_title
from archive.sources.reader import source_text
from archive.vocabulary.bodies import BODIES

GROUP, TRAFFICKING, CONFERENCE = "CTOC/COP/WG.7", "CTOC/COP/WG.4", "CTOC/COP"
NAME = "Working Group on the Smuggling of Migrants"
Found = tuple[str, int, str | None, date | None, date | None]
DAYS = (date(2041, 9, 8), date(2041, 9, 9))


def found_in(text: str, body: str | None = GROUP) -> list[Found]:
    return [(m.body, m.number, m.place, m.start, m.end) for m in find_mentions([Sentence(text, 1)], BODIES, body)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            f"The {NAME} held its fourteenth meeting in Loriana on 8 and 9 September 2041.",
            [(GROUP, 14, "Loriana", *DAYS)],
        ),
        ("The Working Group held its twenty-first meeting on 8 and 9 September 2041.", [(GROUP, 21, None, *DAYS)]),
        (
            f"The fourteenth meeting of the {NAME} was held in Loriana from 8 to 9 September 2041.",
            [(GROUP, 14, "Loriana", *DAYS)],
        ),
        (
            "The Working Group on Trafficking in Persons held its second meeting. The Working Group held its third "
            "meeting.",
            [(TRAFFICKING, 2, None, None, None), (GROUP, 3, None, None, None)],
        ),
        ("The Conference held its eleventh session in Loriana.", [(CONFERENCE, 11, None, None, None)]),
        # of whom it is, is not said; a sitting; another body; no number
        ("The Committee on Lighthouses held its third meeting in Loriana.", []),
        ("The Working Group held its 2nd meeting on 8 September 2041.", []),
        ("The Working Group on Lighthouses held its second meeting on 8 September 2041.", []),
        ("The Working Group decided that its next meeting would be held in Loriana.", []),
        ("The Working Group held its second session in Loriana.", []),
        (f"At its fourteenth meeting, the {NAME} recommended that the second meeting of experts be held.", []),
    ],
)
def test_a_meeting_that_was_held_is_named(text: str, mentions: list[Found]) -> None:
    assert found_in(text) == mentions


@pytest.mark.parametrize(
    ("title", "term", "number"),
    [
        (f"Report of the {NAME} on its fourteenth meeting, held in Loriana on 8 and 9 September 2041", "meeting", 14),
        (f"Report on the fourteenth meeting of the {NAME}", "meeting", 14),
        ("Report of the Conference of the Parties on its resumed eleventh session", "session", 11),
        ("Draft report on the work of its 3rd session", "session", 3),
    ],
)
def test_a_title_counts_the_meeting(title: str, term: str, number: int) -> None:
    found = number_in_title(title)
    assert found and (found.term, found.number) == (term, number)


def test_titles_that_count_no_meeting() -> None:
    assert number_in_title(f"Report on the meeting of the {NAME} held in Loriana on 8 September 2041") is None
    assert number_in_title("Recommendations adopted by the Working Group at its first three meetings") is None
    assert number_in_title("Report on a second meeting place for lighthouse keepers") is None


def test_a_title_says_where_and_when() -> None:
    found = held_in_title(f"Report on the meeting of the {NAME} held in Loriana on 8 and 9 September 2041")
    assert found and (found.place, found.days.start, found.days.end) == ("Loriana", *DAYS)


def paper(title: str, opening: str) -> ParsedDocument:
    text = f"""United Nations

Distr.: General
7 November 2041

Original: English

{title}

I. Introduction

1. {opening}

II. Recommendations

2. The Working Group adopted the recommendations set out below.

Recommendation 1

States parties should train those who examine passports at the ports of their coasts.

III. Adoption of the report

3. At its 4th meeting, on 9 September 2041, the Working Group adopted the present report.
"""
    return parse_document(source_text("report.txt", text.encode()))


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (
            f"Report of the {NAME} on its fourteenth meeting, held in Loriana on 8 and 9 September 2041",
            "The Working Group was established by decision 4/2 of the Conference.",
        ),
        (
            f"Report on the meeting of the {NAME} held in Loriana on 8 and 9 September 2041",
            f"The {NAME} held its fourteenth meeting in Loriana on 8 and 9 September 2041.",
        ),
        (
            f"Report of the {NAME}",
            f"The fourteenth meeting of the {NAME} was held in Loriana on 8 and 9 September 2041.",
        ),
    ],
)
def test_a_report_knows_its_meeting(title: str, opening: str) -> None:
    found = paper(title, opening)
    assert [(one.body, one.number, one.place, one.start, one.end) for one in found.meetings] == [
        (GROUP, 14, "Loriana", *DAYS)
    ]
    assert [(one.body, one.meeting, one.number) for one in found.recommendations] == [(GROUP, 14, 1)]
    assert "unknown_meeting" not in [one.code for one in found.problems]
