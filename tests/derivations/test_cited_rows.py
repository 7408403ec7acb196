"""Citations are joined to the papers that they name, by whichever of its symbols they name them."""

import pytest

from archive.derivations.cited_rows import join_cited_rows
from archive.display.lookup.by_address import find_by_symbol
from archive.search.reference import find_reference
from tests import factories
from tests import factories_of_meaning as meaning

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cited", "stored"),
    [
        ("A/79/62-E/2024/3", "A/79/62"),
        ("A/79/62-E/2024/3", "E/2024/3"),
        ("A/79/62-E/2024/3", "A/79/62-E/2024/3"),
        ("ITC/CONF/2020/1/Rev.1", "ITC/CONF/2020/1/REV.1"),
    ],
)
def test_a_joint_symbol_leads_to_its_paper_and_case_makes_no_difference(cited: str, stored: str) -> None:
    paper = factories.make_document(stored)
    citation = meaning.make_citation(factories.make_recommendation(1), kind="document", symbol=cited, text=cited)
    assert join_cited_rows() == [citation.pk]
    citation.refresh_from_db()
    assert citation.cited_document == paper
    assert join_cited_rows() == []
    assert find_by_symbol(cited) == paper
    reference = find_reference(cited)
    assert reference is not None and reference.address == paper.get_absolute_url()


def test_a_paper_that_the_archive_does_not_hold_is_cited_by_its_symbol_alone() -> None:
    symbol = "A/CONF.234/3"
    citation = meaning.make_citation(factories.make_recommendation(1), kind="document", symbol=symbol, text=symbol)
    assert join_cited_rows() == []
    citation.refresh_from_db()
    assert (citation.cited_document, citation.symbol) == (None, symbol)
