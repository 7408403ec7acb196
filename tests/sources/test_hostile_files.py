"""Files that are no papers, broken ones and those that mean harm: a sentence each, and never a traceback."""

import random
import struct

import pytest

from archive.sources.reader import SourceText, Unreadable, source_text
from archive.sources.refusals import REASONS
from tests.sources.word_files import (
    definition,
    docx,
    level,
    listed,
    note,
    notes,
    p,
    packed,
    run,
    table,
    unpacked,
)

TEXT = "ينبغي للدول الأطراف أن تحمي المكتبات الساحلية."
GOOD = docx(
    p(run(TEXT), note(1)) + p(TEXT, number="1") + table(["أ", "ب"], ["ج", "د"]),
    numbering=definition(1, level(0, "decimal", "%1-")) + listed(1, 1),
    footnotes=notes("footnote", {1: TEXT}),
    header1=p("CTOC/COP/WG.7/2036/4"),
)
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>'
    f"<paragraph><num>1-</num><content><p>{TEXT}</p></content></paragraph></mainBody></statement></akomaNtoso>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "ب"><!ENTITY b "&a;&a;">]>'


def code_of(data: bytes) -> str:
    """The code of the refusal; "" for a file that is read."""
    try:
        assert isinstance(source_text("ورقة", data), SourceText)
    except Unreadable as refusal:
        assert "{" not in refusal.sentence
        assert refusal.code in REASONS
        return refusal.code
    return ""


def with_part(name: str, data: bytes, whole: bytes = GOOD) -> bytes:
    return packed({**unpacked(whole), name: data})


def lying(data: bytes, name: str, size: int) -> bytes:
    """The same package, whose directory says another size of a part."""
    at = data.rindex(name.encode()) - 46
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def odt() -> bytes:
    return b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + bytes(100)


def protected() -> bytes:
    data = bytearray(GOOD)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    return bytes(data)


_BOMB = b" " * 11_000_000

HOSTILE = {
    "whole": (GOOD, ""),
    "a document with macros": (with_part("word/vbaProject.bin", b"\x00"), "macros"),
    "macros in its type alone": (
        with_part(
            "[Content_Types].xml",
            unpacked(GOOD)["[Content_Types].xml"].replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
        ),
        "macros",
    ),
    "a bomb as the text": (with_part("word/document.xml", _BOMB), "bomb"),
    "a bomb that nobody reads": (with_part("word/media/image1.png", _BOMB), "bomb"),
    "a bomb whose size is told as small": (
        lying(with_part("word/media/image1.png", _BOMB), "word/media/image1.png", 10),
        "bomb",
    ),
    "a password": (protected(), "password"),
    "an encrypted file": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "other_document"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "other_document"),
    "another old container": (OLE, "other_document"),
    "odt": (odt(), "other_document"),
    "rtf": (b"{\\rtf1\\ansi x}", "other_document"),
    "xlsx": (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}), "other_document"),
    "a zip": (packed({"a.txt": TEXT.encode()}), "other_document"),
    "no document in it": (
        packed({"[Content_Types].xml": b"<Types/>", "word/x.xml": b"<x/>"}),
        "broken_package",
    ),
    "a document type in the text": (
        with_part("word/document.xml", DOCTYPE.encode() + unpacked(GOOD)["word/document.xml"]),
        "doctype",
    ),
    "a document type in UTF-16": (with_part("word/styles.xml", f"{DOCTYPE}<x/>".encode("utf-16")), ""),
    "a document type in a part that is read": (
        with_part("word/numbering.xml", f"\ufeff{DOCTYPE}<x/>".encode("utf-16-le")),
        "doctype",
    ),
    "a broken part": (
        with_part("word/document.xml", unpacked(GOOD)["word/document.xml"][:-40]),
        "broken_part",
    ),
    "broken notes": (with_part("word/footnotes.xml", b"<w:footnotes"), "broken_part"),
    "another root": (with_part("word/document.xml", b"<x/>"), "broken_part"),
    "nothing in it": (docx(p("")), "no_text"),
    "an open field": (
        docx(p(run(TEXT)) + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(run(TEXT))),
        "broken_part",
    ),
    "French": (docx(p("Le Groupe de travail recommande que les États protègent les bibliothèques.")), "other_language"),
    "akn": (AKN.encode(), ""),
    "akn in UTF-16": (f'<?xml version="1.0" encoding="utf-16"?>{AKN}'.encode("utf-16"), ""),
    "akn cut off": (AKN.encode()[:-30], "broken_part"),
    "akn with a document type": (f'<?xml version="1.0"?>{DOCTYPE}{AKN}'.encode(), "doctype"),
    "French akn": (AKN.replace(TEXT, "Prie le Secrétaire de présenter le rapport.").encode(), "other_language"),
    "other xml": (b'<?xml version="1.0"?><rss><channel/></rss>', "not_a_paper"),
    "akn in name alone": (b'<?xml version="1.0"?><x akomaNtoso="1"/>', "not_a_paper"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_is_read_or_refused_with_its_reason(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_the_way_out_is_named() -> None:
    with pytest.raises(Unreadable, match="DOCX"):
        source_text("ورقة.doc", HOSTILE["doc"][0])


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    """No entity without a document type, and none with it: so there is nothing to expand or to fetch."""
    assert code_of(AKN.replace(TEXT, f"{TEXT}&a;").encode()) == "broken_part"
    fetched = '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'
    assert code_of(f'<?xml version="1.0"?>{fetched}{AKN}'.encode()) == "doctype"


@pytest.mark.parametrize("around", ["w:smartTag", "w:sdt><w:sdtContent", "w:hyperlink", "w:ins"])
@pytest.mark.parametrize("depth", [40, 3_000])
def test_deep_nesting_is_read_or_refused(around: str, depth: int) -> None:
    closed = "".join(f"</{name}>" for name in reversed(around.split("><")))
    deep = f"<{around}>" * depth + run(TEXT) + closed * depth
    assert code_of(docx(p(deep))) == ("" if depth == 40 else "broken_part")


def test_nested_tables_and_akn_are_read_or_refused() -> None:
    nested = p(TEXT)
    for _ in range(400):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc><w:tc>{p('ب')}</w:tc></w:tr></w:tbl>"
    assert code_of(docx(nested)) == "broken_part"
    assert code_of(
        AKN.replace("<p>", "<p>" + "<span>" * 5_000).replace("</p>", "</span>" * 5_000 + "</p>").encode()
    ) == ("broken_part")


def test_ten_thousand_levels_and_absurd_numbers_are_read() -> None:
    levels = "".join(level(at, "upperRoman", "%1-%9", start=999_999_999) for at in range(10_000))
    numbering = definition(1, levels) + "".join(listed(key, 1) for key in range(1, 2_000))
    blocks = [p(TEXT, number=str(at % 7), level=at) for at in (0, 1, 8, 9, 9_999, 123_456_789)]
    found = source_text("ورقة.docx", docx("".join(blocks), numbering=numbering))
    assert len([line for line in found.lines if TEXT in line]) == len(blocks)
    assert all(len(line) < 100 for line in found.lines)


def test_files_cut_off_anywhere_are_refused() -> None:
    found = {code_of(GOOD[:end]) for end in range(4, len(GOOD) - 1, 37)}
    assert found <= {"broken_package", "broken_part", "other_document"}


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_in_any_part_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    parts = unpacked(GOOD)
    for _ in range(40):
        name = chance.choice(list(parts))
        data = bytearray(parts[name])
        for _ in range(chance.choice((1, 3, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        code_of(packed({**parts, name: bytes(data)}))
        whole = bytearray(GOOD)
        whole[chance.randrange(len(whole))] = chance.randrange(256)
        code_of(bytes(whole))
