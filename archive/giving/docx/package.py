"""The parts of a .docx file and how they hang together."""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from .styles import ARABIC_FACE, ARABIC_SUBSTITUTE, LATIN_FACE, MARGIN, PAGE, render_styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Part → (its relationship, its content type).
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header": "header",
    "footer": "footer",
}


@dataclass(frozen=True, slots=True)
class WordParts:
    """What differs from paper to paper: the body, the list definitions, what stands at the head and foot of a page."""

    title: str
    body: str
    numbering: str
    header: str
    footer: str
    created: datetime
    is_rtl: bool


def render_package(parts: WordParts) -> bytes:
    """The whole file. The same parts give the same bytes."""
    moment = parts.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(parts, moment),
        "word/document.xml": _wml("document", f"<w:body>{parts.body}{_section(rtl=parts.is_rtl)}</w:body>"),
        "word/_rels/document.xml.rels": _relations(),
        "word/styles.xml": _wml("styles", render_styles(rtl=parts.is_rtl)),
        "word/numbering.xml": _wml("numbering", parts.numbering),
        "word/settings.xml": _wml("settings", _settings()),
        "word/fontTable.xml": _wml("fonts", _faces()),
        "word/header.xml": _wml("hdr", parts.header),
        "word/footer.xml": _wml("ftr", parts.footer),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, parts.created.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _HEAD + text)
    return packed.getvalue()


def _wml(root: str, inside: str) -> str:
    return f"<w:{root} {_W} {_R}>{inside}</w:{root}>"


def _section(*, rtl: bool) -> str:
    width, height = PAGE
    margins = " ".join(f'w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:footerReference w:type="first" r:id="footer"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins} w:header="680" w:footer="680" w:gutter="0"/>'
        f'<w:cols w:space="708"/><w:titlePg/>{"<w:bidi/>" if rtl else ""}</w:sectPr>'
    )


def _settings() -> str:
    # Version 15 of compatibility: else Word opens the file as one of an old version.
    word = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def _faces() -> str:
    return (
        f'<w:font w:name="{ARABIC_FACE}"><w:altName w:val="{ARABIC_SUBSTITUTE}"/><w:charset w:val="B2"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        f'<w:font w:name="{LATIN_FACE}"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def _relations() -> str:
    found = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in _PARTS
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _core(parts: WordParts, moment: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f"<dc:language>{'ar' if parts.is_rtl else 'en'}</dc:language>"
        f"<dc:title>{escape(parts.title)}</dc:title></cp:coreProperties>"
    )
