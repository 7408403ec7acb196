"""Elements stand in the order of the schema of WordprocessingML: Word refuses what LibreOffice forgives."""

import io
import zipfile

import pytest
from django.test import Client
from lxml import etree

from tests.giving.archives import fill
from tests.giving.reading import given

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Element → its children in the order of ECMA-376, part 1, as far as a paper may use them.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection "
    "textAlignment outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u effect "
    "bdr shd vertAlign rtl cs em lang",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
    "tbl": "tblPr tblGrid tr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num",
    "style": "name aliases basedOn next link hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
    "styles": "docDefaults latentStyles style",
    "settings": "writeProtection view zoom defaultTabStop characterSpacingControl compat rsids mathPr themeFontLang "
    "clrSchemeMapping decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "tblBorders": "top left bottom right insideH insideV",
}


@pytest.mark.parametrize(
    "address", ["recommendations/export.docx?printed=1", "recommendations/export.index.docx"]
)
@pytest.mark.parametrize("language", ["/", "/en/"])
def test_every_element_has_its_children_in_order(client: Client, language: str, address: str) -> None:
    fill()
    package = zipfile.ZipFile(io.BytesIO(given(client, language + address)))
    met = set()
    for name in package.namelist():
        root = etree.fromstring(package.read(name))
        for element in root.iter():
            order = ORDERS.get(element.tag.removeprefix(W), "").split()
            if order:
                met.add(element.tag.removeprefix(W))
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), (name, etree.tostring(element))
    assert met >= ORDERS.keys() - {"trPr"}


def test_nothing_in_the_package_is_named_and_not_there(client: Client) -> None:
    fill()
    package = zipfile.ZipFile(io.BytesIO(given(client, "/recommendations/export.docx")))
    names = set(package.namelist())
    types = etree.fromstring(package.read("[Content_Types].xml"))
    assert {one.get("PartName")[1:] for one in types if one.get("PartName")} <= names
    relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    assert {f"word/{one.get('Target')}" for one in relations} <= names
    document = etree.fromstring(package.read("word/document.xml"))
    instances = etree.fromstring(package.read("word/numbering.xml"))
    defined = {one.get(f"{W}numId") for one in instances.iter(f"{W}num")}
    assert {one.get(f"{W}val") for one in document.iter(f"{W}numId")} == defined
    styles = {
        one.get(f"{W}styleId") for one in etree.fromstring(package.read("word/styles.xml")).iter(f"{W}style")
    }
    used = {one.get(f"{W}val") for tag in ("pStyle", "tblStyle") for one in document.iter(W + tag)}
    assert used <= styles


def test_everything_runs_from_right_to_left_and_says_its_face(client: Client) -> None:
    fill()
    package = zipfile.ZipFile(io.BytesIO(given(client, "/recommendations/export.docx")))
    document = etree.fromstring(package.read("word/document.xml"))
    assert document.find(f"{W}body/{W}sectPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in document.iter(f"{W}tbl"))
    for run in document.iter(f"{W}r"):
        text = "".join(run.itertext(f"{W}t"))
        has_arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
        assert not has_arabic or run.find(f"{W}rPr/{W}rtl") is not None, text
    symbols = [
        run
        for run in document.iter(f"{W}r")
        if "".join(run.itertext(f"{W}t")) in ("S/RES/2240 (2015)", "INTERPOL")
    ]
    assert [run.find(f"{W}rPr/{W}rtl") for run in symbols] == [None, None]
    styles = etree.fromstring(package.read("word/styles.xml"))
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}styleId") != "Normal":
            # English texts run from left to right in every paper.
            is_english = style.get(f"{W}styleId") in ("RecommendationEnglish", "LetterEnglish")
            assert (style.find(f"{W}pPr/{W}bidi") is None) == is_english
            for name in ("rFonts", "szCs", "lang"):
                assert style.find(f"{W}rPr/{W}{name}") is not None
            assert style.find(f"{W}rPr/{W}rFonts").get(f"{W}cs")
            bold, complex_bold = (style.find(f"{W}rPr/{W}{name}") for name in ("b", "bCs"))
            assert (bold is None) == (complex_bold is None)
