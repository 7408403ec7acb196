"""Which format a file is of, told by its bytes; its name says nothing."""

import re

from archive.sources.refusals import Unreadable, unreadable

from .akn.reading import read_akn
from .docx.reading import read_docx
from .lines import FormattedText
from .package import PackedParts
from .pdf.reading import read_pdf

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: It may stand behind what a mail program or a printer put before it.
_PDF = b"%PDF-"
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
_ODF = {"text": "ODT (LibreOffice Writer)", "spreadsheet": "ODS (LibreOffice Calc)", "presentation": "ODP"}
#: Names of streams in an old container, in its encoding.
_STREAMS = tuple(
    (name.encode("utf-16-le"), code, detail)
    for name, code, detail in (
        ("EncryptedPackage", "password", ""),
        ("EncryptionInfo", "password", ""),
        ("WordDocument", "other_document", "DOC (Microsoft Word القديم)"),
        ("Workbook", "other_document", "XLS (Microsoft Excel القديم)"),
        ("PowerPoint Document", "other_document", "PPT (Microsoft PowerPoint القديم)"),
    )
)
#: The root of a document stands within so many bytes, behind declarations and remarks.
_OPENING = 8_192
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_PAGE = re.compile(rb"<!doctype html|<html", re.IGNORECASE)
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MAIN_PARTS = {"word": "", "xl": "XLSX (Microsoft Excel)", "ppt": "PPTX (Microsoft PowerPoint)"}


def read_format(data: bytes) -> FormattedText | None:
    """The lines of a file that is no plain text; None for one that may be. Raises Unreadable with the way out."""
    if data.startswith(_ZIP):
        return _read_package(data)
    if data.startswith(_OLE):
        raise _old_container(data)
    if data.startswith(b"{\\rtf"):
        raise unreadable("other_document", detail="RTF")
    if _PDF in data[:_OPENING]:
        return read_pdf(data)
    return _read_markup(data)


def _read_markup(data: bytes) -> FormattedText | None:
    """XML is read where it is a paper, and a page of the web is told by whoever reads plain texts."""
    opening = data[:_OPENING].replace(b"\x00", b"").lstrip(_BEFORE_MARKUP)
    if not opening.startswith((b"<?xml", b"<akomaNtoso")):
        return None
    if b"akomaNtoso" in opening:
        return read_akn(data)
    if _PAGE.search(opening):
        return None
    raise unreadable("not_a_paper")


def _read_package(data: bytes) -> FormattedText:
    if data[30:].startswith(_MIMETYPE):
        kind = data[30 + len(_MIMETYPE) :][:20].decode("ascii", "replace")
        name = next((shown for word, shown in _ODF.items() if kind.startswith(word)), "OpenDocument")
        raise unreadable("other_document", detail=name)
    parts = PackedParts(data)
    names = [name.casefold() for name in parts.names]
    if any(name.rpartition("/")[2] in _MACROS for name in names):
        raise unreadable("macros")
    folders = {name.partition("/")[0] for name in names}
    other = next((shown for folder, shown in _MAIN_PARTS.items() if folder in folders and shown), "")
    if "[content_types].xml" not in names or ("word" not in folders and other):
        raise unreadable("other_document", detail=other or "مضغوط (ZIP)")
    parts.weigh()
    if b"macroEnabled" in parts.read(
        next(one for one in parts.names if one.casefold() == "[content_types].xml")
    ):
        raise unreadable("macros")
    return read_docx(parts)


def _old_container(data: bytes) -> Unreadable:
    for name, code, detail in _STREAMS:
        if name in data:
            return unreadable(code, detail=detail)
    return unreadable("other_document", detail="DOC أو XLS (Microsoft Office القديم)")
