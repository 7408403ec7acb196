"""What is in the five real sources, counted and listed by hand."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from archive.parsing.structure import ParsedDocument
from archive.sources.errata import read_errata

Documents = dict[str, ParsedDocument]

# Headings by level with their lines: 1 «أولاً», 2 «ألف», 3 «1-», 4 without a label.
HEADINGS = {
    "000": "1:32 1:45 2:49 3:59 4:61 4:69 4:77 4:81 4:93 3:98 3:123 2:139 3:147 3:155 3:167 3:181 3:195 3:203 "
    "1:207",
    "001": "1:36 1:108 1:161 1:213 1:238",
    "002": "1:12 1:18 2:24 2:56 1:120 1:159 2:161 2:167 2:181 2:193 2:204 1:211",
    "003": "1:28 1:50 2:54 3:58 4:60 4:74 4:82 4:102 4:110 3:116 4:122 4:134 4:144 3:152 4:156 4:160 4:164 "
    "2:188 3:190 3:195 3:220 3:235 3:253 3:259 1:264",
    "004": "1:24 1:42 2:44 2:62 2:70 2:94 1:106 2:108 2:126 1:142 2:144 2:158 2:172 1:177 1:191",
}
LETTERS = "أ ب ج د هـ و ز ح ط ي ك".split()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("000", "secretariat-report"),
        ("001", "compendium"),
        ("002", "meeting-report"),
        ("003", "secretariat-report"),
        ("004", "secretariat-report"),
    ],
)
def test_each_source_is_of_its_kind(number: str, kind: str, real_documents: Documents) -> None:
    assert real_documents[number].masthead.kind == kind


def test_the_compendium_has_the_recommendations_of_five_meetings_in_order(real_documents: Documents) -> None:
    found = [(r.meeting, r.number, r.copy) for r in real_documents["001"].recommendations]
    counts = {1: 55, 2: 33, 3: 41, 4: 15, 5: 5}
    assert found == [(meeting, n, 1) for meeting, last in counts.items() for n in range(1, last + 1)]


def test_lettered_subparagraphs(real_documents: Documents) -> None:
    found = {
        f"{r.meeting}.{r.number}": [s.label for s in r.subparagraphs]
        for number in ("001", "002")
        for r in real_documents[number].recommendations
        if r.subparagraphs
    }
    assert found == {"2.8": LETTERS[:5], "5.1": LETTERS[:4], "5.2": LETTERS[:11], "5.4": LETTERS[:5]}


def test_the_report_has_recommendations_under_two_agenda_items(real_documents: Documents) -> None:
    found = [(r.meeting, r.number, r.agenda_item) for r in real_documents["002"].recommendations]
    assert found == [(7, n, "2" if n <= 7 else "3") for n in range(1, 23)]


def test_secretariat_reports_adopt_nothing(real_documents: Documents) -> None:
    assert [real_documents[number].recommendations for number in ("000", "003", "004")] == [(), (), ()]


@pytest.mark.parametrize(
    ("number", "last", "lost"), [("000", 75, 0), ("002", 34, 30), ("003", 91, 0), ("004", 63, 0)]
)
def test_numbered_paragraphs(number: str, last: int, lost: int, real_documents: Documents) -> None:
    found = [(p.number, p.copy) for p in real_documents[number].paragraphs]
    assert found == [(n, 1) for n in range(1, last + 1) if n != lost]


def test_misprinted_numbers_are_kept_as_printed(real_documents: Documents) -> None:
    found = {
        (number, p.number): p.printed_number
        for number, document in real_documents.items()
        for p in document.paragraphs
        if p.printed_number != str(p.number)
    }
    assert found == {("002", 3): "6", ("002", 10): "01"}


@pytest.mark.parametrize("number", HEADINGS)
def test_headings_at_four_levels(number: str, real_documents: Documents) -> None:
    found = [f"{s.level}:{s.title.span.first_line}" for s in real_documents[number].sections]
    assert found == HEADINGS[number].split()


def test_a_misread_label_of_a_heading_is_kept_as_printed(real_documents: Documents) -> None:
    found = [
        (s.label, s.printed_label)
        for document in real_documents.values()
        for s in document.sections
        if s.printed_label.rstrip("\u064b").replace("ًا", "ا").replace("اً", "ا") != s.label
    ]
    assert found == [("باء", "ياء")]


def test_the_adopted_agenda(real_documents: Documents) -> None:
    found = [(a.number, a.label, a.parent) for a in real_documents["002"].agenda]
    assert found == [
        ("1", "1", None),
        ("1 (أ)", "أ", "1"),
        ("1 (ب)", "ب", "1"),
        ("2", "2", None),
        ("3", "5", None),
        ("4", "4", None),
        ("5", "5", None),
    ]


def test_the_documents_list(real_documents: Documents) -> None:
    listed = [r.symbol for r in real_documents["002"].references if r.listed]
    assert listed == [f"CTOC/COP/WG.7/2020/{n}" for n in (1, 2, 3)]


def test_footnotes_stand_with_the_paragraphs_of_their_marks(real_documents: Documents) -> None:
    found = {
        number: [(f.marker, f.paragraph, f.text.span.first_line) for f in document.footnotes]
        for number, document in real_documents.items()
    }
    assert found == {
        "000": [("1", 5, 53), ("2", 5, 55)],
        "001": [("*", None, 26)],
        "002": [],
        "003": [("*", None, 36)],
        "004": [("*", None, 30)],
    }


def test_covers(real_documents: Documents) -> None:
    found = {
        number: (m.symbol, m.job_number, m.date, m.body, m.meeting_number, m.agenda_item, m.start, m.end)
        for number, document in real_documents.items()
        for m in [document.masthead]
    }
    conference, group = "CTOC/COP", "CTOC/COP/WG.7"
    days = date(2024, 10, 14), date(2024, 10, 18)
    assert found == {
        "000": (
            None,
            None,
            date(2020, 7, 16),
            conference,
            10,
            "2 (ج)",
            date(2020, 10, 12),
            date(2020, 10, 16),
        ),
        "001": (
            "CTOC/COP/WG.7/2019/5",
            "V.19-08455",
            date(2019, 6, 21),
            group,
            6,
            "4",
            date(2019, 9, 11),
            date(2019, 9, 13),
        ),
        "002": (None, "V.20-05359", date(2020, 9, 23), group, 7, None, date(2020, 9, 8), date(2020, 9, 9)),
        "003": (None, "V.24-13453", date(2024, 7, 23), conference, 12, "2 (ب)", *days),
        "004": (None, "V.24-11297", date(2024, 6, 24), conference, 12, "5", *days),
    }


def test_what_all_covers_say_alike(real_documents: Documents) -> None:
    found = {
        (m.distribution, m.language, m.original_language, m.place)
        for document in real_documents.values()
        for m in [document.masthead]
    }
    assert found == {("General", "ar", "en", "فيينا")}


def test_meetings_with_their_days(real_documents: Documents) -> None:
    found = [
        (m.body, m.number, m.place, m.start, m.end)
        for number in ("001", "002")
        for m in real_documents[number].meetings
    ]
    group = "CTOC/COP/WG.7"
    assert found == [
        (group, 1, "فيينا", date(2012, 5, 30), date(2012, 6, 1)),
        (group, 2, "فيينا", date(2013, 11, 11), date(2013, 11, 13)),
        (group, 3, "فيينا", date(2015, 11, 18), date(2015, 11, 20)),
        (group, 4, "فيينا", date(2017, 9, 11), date(2017, 9, 13)),
        (group, 5, "فيينا", date(2018, 7, 4), date(2018, 7, 5)),
        (group, 7, "فيينا", date(2020, 9, 8), date(2020, 9, 9)),
    ]


def test_problems_are_those_that_a_reader_would_find(real_documents: Documents) -> None:
    found = Counter((n, p.code, p.line) for n, document in real_documents.items() for p in document.problems)
    assert found == Counter(
        [
            ("000", "mark_without_footnote", 0),
            ("002", "misprinted_number", 20),
            ("002", "misprinted_number", 137),
            ("002", "misprinted_label", 167),
            ("002", "misprinted_number", 189),
            ("002", "missing_number", 201),
        ]
    )


def test_every_certain_erratum_is_applied_and_no_doubtful_one(
    real_documents: Documents, real_files: dict[str, Path], real_sources: Path
) -> None:
    rows = read_errata(real_sources)
    for number, document in real_documents.items():
        held = rows[real_files[number].name]
        matched = {(c.line, c.printed) for c in document.corrections if c.certainty == "certain"}
        assert matched == {(r.line, r.printed) for r in held if r.certainty == "certain"}
        for correction in document.corrections:
            assert correction.line in {row.line for row in held}


def test_reading_texts_differ_from_printed_ones_only_where_an_erratum_is_certain(
    real_documents: Documents,
) -> None:
    for document in real_documents.values():
        for passage in (
            *(p.text for p in document.paragraphs),
            *(r.chapeau for r in document.recommendations),
        ):
            certain = [c for c in passage.corrections if c.certainty == "certain" and c.corrected]
            printed = passage.printed
            for c in certain:
                assert printed[c.start : c.end].replace("ـ", "") == c.printed.replace("ـ", "")
            for c in sorted(certain, key=lambda c: -c.start):
                printed = printed[: c.start] + c.corrected + printed[c.end :]
            assert passage.reading.replace("ـ", "") == printed.replace("ـ", "")
