"""An annex typed alone: which held documents have one, or that none has."""

from datetime import date

import pytest
from django.test import Client

from archive.citing.annexes import read_annex
from archive.citing.plain import plain
from archive.search.reference import find_reference, understand
from tests import factories
from tests.factories import make_state

FIRST = "/documents/itc-conf-wg1-2019-5/#s2"
NEWER = "/documents/itc-conf-wg1-2021-5/#s1"
SECOND = "/documents/itc-conf-wg1-2019-5/#s3"


@pytest.fixture
def papers(db: None) -> None:
    make_state()
    older = factories.make_document("ITC/CONF/WG.1/2019/5", date=date(2019, 7, 1))
    factories.make_section(older, "مقدمة")
    factories.make_section(older, "أسئلة", label="المرفق الأول", printed_label="المرفق الأول")
    factories.make_section(older, "جداول", label="المرفق الثاني", printed_label="المرفق الثاني")
    newer = factories.make_document("ITC/CONF/WG.1/2021/5", date=date(2021, 7, 1))
    factories.make_section(newer, "قائمة", label="المرفق 1", printed_label="المرفق 1")
    alone = factories.make_document("ITC/CONF/WG.1/2022/5", date=date(2018, 7, 1))
    factories.make_section(alone, "إعلان", label="المرفق", printed_label="المرفق")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("المرفق الأول", 1),
        ("المرفق الثاني عشر", 12),
        ("مرفق رقم ٣", 3),
        ("annex I", 1),
        ("Annex No. 4", 4),
        ("the second annex", 2),
        ("Annex IIII", None),
        ("annex 0", None),
        ("المرفق", None),
        ("annex", None),
        ("المرفق الأول من التقرير", None),
        ("المرفق السابق", None),
        ("في المرفق الأول", None),
        ("annex i to the report", None),
    ],
)
def test_an_annex_is_read_where_nothing_else_is_said(typed: str, number: int | None) -> None:
    assert read_annex(plain(typed)) == number


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("المرفق الأول", [NEWER, FIRST]),
        ("«المرفق الأول»", [NEWER, FIRST]),
        ("annex I", [NEWER, FIRST]),
        ("المرفق الثاني", [SECOND]),
        ("annex ii.", [SECOND]),
        ("المرفق الثالث", []),
    ],
)
def test_those_that_have_such_an_annex_are_listed_and_none_is_taken_for_the_one(
    papers: None, typed: str, addresses: list[str]
) -> None:
    found = understand(typed)
    assert found.is_whole
    assert [stored.address for one in found.looked_up for stored in one.found] == addresses
    assert find_reference(typed) is None


@pytest.mark.parametrize("typed", ["أسئلة المرفق الأول", "questions in annex I", "المرفق", "الأول"])
def test_among_other_words_it_is_text(papers: None, typed: str) -> None:
    assert understand(typed).looked_up == ()


def test_the_page_names_each_or_says_that_there_is_none(client: Client, papers: None) -> None:
    def meant(path: str, q: str) -> tuple[list[tuple[str, str]], list[str]]:
        found = client.get(path, {"q": q}).context["meant"]
        return [(one.name, one.address) for one in found.things], list(found.missing)

    assert meant("/recommendations/", "المرفق الأول") == (
        [
            ("المرفق الأول للوثيقة ITC/CONF/WG.1/2021/5", NEWER),
            ("المرفق الأول للوثيقة ITC/CONF/WG.1/2019/5", FIRST),
        ],
        [],
    )
    assert meant("/en/recommendations/", "annex 2") == ([("annex II to ITC/CONF/WG.1/2019/5", f"/en{SECOND}")], [])
    assert meant("/recommendations/", "annex IX") == ([], ["المرفق التاسع"])
    assert meant("/en/recommendations/", "المرفق التاسع") == ([], ["annex IX"])
