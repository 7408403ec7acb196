"""Small .docx files for the tests: the parts are written by hand, so that every construct of Word can be shown."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = {
    "document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "endnotes": "endnotes", "settings": "settings",
}  # fmt: skip
_ROOTS = {"header": "hdr", "footer": "ftr"}
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str, properties: str = "") -> str:
    """A run; a line end is a soft break, a tab a tab."""
    pieces = []
    for at, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] * (at > 0)
        for place, cell in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] * (place > 0)
            pieces.append(f'<w:t xml:space="preserve">{escape(cell)}</w:t>' if cell else "")
    return f"<w:r><w:rPr>{properties}<w:rtl/></w:rPr>{''.join(pieces)}</w:r>"


def p(*content: str, style: str = "", number: str = "", level: int = 0, properties: str = "") -> str:
    """A paragraph of runs; a text that is no markup becomes one."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        inside += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    runs = "".join(
        one if one.startswith("<w:") or one.startswith("<mc:") else run(one) for one in content if one
    )
    return f"<w:p><w:pPr>{inside}<w:bidi/>{properties}</w:pPr>{runs}</w:p>"


def note(key: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def table(*rows: list[str]) -> str:
    """Cells are texts, or markup of a whole cell."""
    lines = (
        "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def level(at: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def definition(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def listed(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starting(number: int, at: int = 0) -> str:
    """An override by which a list starts at a number."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def notes(kind: str, texts: dict[int, str]) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return separator + "".join(
        f'<w:{kind} w:id="{key}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'
        for key, text in texts.items()
    )


def docx(body: str, **parts: str) -> bytes:
    """The file. `parts`: the inside of styles, numbering, footnotes, endnotes, settings, header1, footer1 …"""
    margins = "".join(
        f'<w:{_kind(name)}Reference w:type="{"first" if name.endswith("first") else "default"}" r:id="{name}"/>'
        for name in parts
        if _kind(name) in _ROOTS
    )
    has_first = any(name.endswith("first") for name in parts)
    section = f"<w:sectPr>{margins}{'<w:titlePg/>' if has_first else ''}<w:bidi/></w:sectPr>"
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations({"document": "word/document.xml"}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
    }
    for name, inside in parts.items():
        root = _ROOTS.get(_kind(name), name)
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{inside}</w:{root}>"
    return packed({name: text.encode() for name, text in files.items()})


def packed(files: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return found.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _kind(name: str) -> str:
    return next((kind for kind in _ROOTS if name.startswith(kind)), name)


def _content_types(parts: dict[str, str]) -> str:
    wml = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{wml}.{_TYPES.get(name, _kind(name))}+xml"/>'
        for name in ("document", *parts)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: dict[str, str]) -> str:
    kinds = {name: "officeDocument" if name == "document" else _kind(name) for name in targets}
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{R}/{kinds[name]}" Target="{target}"/>'
            for name, target in targets.items()
        )
        + "</Relationships>"
    )
