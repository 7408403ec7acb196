from dataclasses import replace

import pytest

from archive.loading.identity import StoredPaper, digest_of, find_stored, identifiers_of
from archive.record.addresses import Identifiers, cover_of, free_slug, slug_for, slug_of_item

from .papers import paragraph, report

PAPER = Identifiers("", "", cover_of("ITC/CONF", 10, "2 (ج)", "secretariat-report", "القنوات"), "secretariat-report",
                    "ar", "d1", "a.txt")  # fmt: skip


def held(**values):
    defaults = {"symbol": "", "job_number": "", "cover": None, "digest": "other", "file": "z.txt"}
    return StoredPaper(7, replace(PAPER, **{**defaults, **values}), has_text=True)


@pytest.mark.parametrize(
    ("offered", "there", "same"),
    [
        (replace(PAPER, symbol="A/1"), held(symbol="A/1"), True),
        (replace(PAPER, symbol="A/1"), held(symbol="A/2", cover=PAPER.cover), False),
        (replace(PAPER, symbol="A/1", job_number="V.1"), held(symbol="A/1", job_number="V.2"), True),
        (replace(PAPER, job_number="V.1"), held(job_number="V.1"), True),
        (replace(PAPER, job_number="V.1"), held(job_number="V.2", cover=PAPER.cover), False),
        (PAPER, held(cover=PAPER.cover), True),
        (PAPER, held(cover=PAPER.cover._replace(agenda_item="2(ب)")), False),
        (PAPER, held(digest="d1"), True),
        (PAPER, held(file="a.txt"), True),
        (PAPER, held(file="a.txt", cover=PAPER.cover._replace(meeting=11)), False),
        (PAPER, held(), False),
    ],
)
def test_a_document_is_recognised_by_any_of_its_identifiers(offered, there, same):
    assert find_stored(offered, [there]) == (there if same else None)


def test_a_held_text_goes_before_a_paper_that_is_only_named():
    named = replace(held(symbol="A/1"), pk=8, has_text=False)
    there = held(cover=PAPER.cover)
    assert find_stored(replace(PAPER, symbol="A/1"), [named, there]) == there


def test_the_digest_is_blind_to_marks_tatweel_digits_and_white_space():
    one = report(paragraphs=(paragraph(1, "بشأن 12 قناة"),))
    other = report("other.txt", paragraphs=(paragraph(1, "بشـــأن ١٢  قناةً"),))
    third = report(paragraphs=(paragraph(1, "بشأن 13 قناة"),))
    assert digest_of(one) == digest_of(other) != digest_of(third)


def test_a_symbol_is_known_in_either_case():
    assert identifiers_of(report(cover={"symbol": "Itc/Conf/wg.1/2016/5"})).symbol == "ITC/CONF/WG.1/2016/5"


@pytest.mark.parametrize(
    ("paper", "slug"),
    [
        (replace(PAPER, symbol="CTOC/COP/WG.7/2019/5", job_number="V.20-05359"), "ctoc-cop-wg7-2019-5"),
        (replace(PAPER, job_number="V.20-05359"), "v20-05359"),
        (PAPER, "itc-conf.10.item-2c"),
        (replace(PAPER, cover=PAPER.cover._replace(agenda_item="5")), "itc-conf.10.item-5"),
        (replace(PAPER, cover=PAPER.cover._replace(agenda_item="")), "itc-conf.10.secretariat-report"),
        (replace(PAPER, cover=None, digest="abcdef0123"), "secretariat-report-abcdef01"),
    ],
)
def test_the_address_comes_from_the_best_identifier(paper, slug):
    assert slug_for(paper) == slug


@pytest.mark.parametrize(
    ("number", "slug"), [("2 (ج)", "2c"), ("2(ج)", "2c"), ("5", "5"), ("1 (هـ)", "1e"), ("٣ (أ)", "3a")]
)
def test_an_agenda_item_has_its_letter_by_position(number, slug):
    assert slug_of_item(number) == slug


def test_an_address_that_is_taken_gets_a_number():
    assert free_slug("a", ["b"]) == "a"
    assert free_slug("a", ["a", "a-2"]) == "a-3"
