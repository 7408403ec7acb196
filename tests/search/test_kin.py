"""A hit stands higher where one of its kin is a good one; who has none of the words comes by no kin."""

import pytest

from archive.models import Recommendation
from archive.search.entries import rebuild_index
from archive.search.match import search_paragraphs, search_recommendations
from tests import factories
from tests import factories_of_meaning as meaning


@pytest.fixture
def texts(db: None) -> dict[int, Recommendation]:
    """The recommendations by number: the first says most of what is asked, the last nothing."""
    meeting = factories.make_meeting()
    words = {
        1: "صيانة القناة وتنظيف القناة.",
        2: "مراقبة المياه في القناة القديمة.",
        3: "مراقبة المياه في القناة البعيدة.",
        4: "تدريب الحراس.",
    }
    rows = {number: factories.make_recommendation(number, text, meeting=meeting) for number, text in words.items()}
    rebuild_index()
    return rows


def _found(texts: dict[int, Recommendation], typed: str) -> list[int]:
    numbers = {row.pk: number for number, row in texts.items()}
    hits = search_recommendations(typed)
    return [numbers[key] for key, _ in [*hits.full, *hits.partial]]


def test_kin_of_a_good_hit_moves_up_and_what_was_rejected_moves_nothing(texts: dict[int, Recommendation]) -> None:
    assert _found(texts, "تنظيف القناة") == [1, 2, 3]
    kin = meaning.make_kinship(texts[1], texts[3])
    assert _found(texts, "تنظيف القناة") == [1, 3, 2]
    assert _found(texts, "القناة") == [1, 3, 2]
    kin.delete()
    meaning.make_kinship(texts[1], texts[3], decision="rejected")
    assert _found(texts, "القناة") == [1, 2, 3]


def test_kin_without_the_words_is_no_hit(texts: dict[int, Recommendation]) -> None:
    meaning.make_kinship(texts[1], texts[4])
    assert _found(texts, "القناة") == [1, 2, 3]


def test_paragraphs_have_no_kin(texts: dict[int, Recommendation]) -> None:
    paper = factories.make_document()
    for number in (1, 2):
        factories.make_paragraph(paper, number, "القناة.")
    rebuild_index()
    assert len(search_paragraphs("القناة").full) == 2
