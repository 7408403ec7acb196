"""Paragraphs and runs of WordprocessingML as text; the elements stand in the order that the schema demands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

# A symbol or Latin name with the year that belongs to it: set from left to right by itself, else
# «S/RES/2240 (2015)» turns round.
_WORD = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9./_&'’:@%+=?\-]*[A-Za-zÀ-ɏ0-9/])?"
_LATIN = re.compile(rf"{_WORD}(?: {_WORD})*(?: \(\d{{4}}\))?")


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text looks beside its style. `rtl` None: as its letters are."""

    bold: bool = False
    small: bool = False
    rtl: bool | None = None


PLAIN = Look()


def run(text: str, look: Look = PLAIN) -> str:
    """The text as runs of one direction each; what is read back is the text, letter by letter."""
    if look.rtl is not None:
        return _run(text, look, rtl=look.rtl)
    found, at = [], 0
    for latin in _LATIN.finditer(text):
        found += [_run(text[at : latin.start()], look, rtl=True), _run(latin[0], look, rtl=False)]
        at = latin.end()
    return "".join([*found, _run(text[at:], look, rtl=True)])


def _run(text: str, look: Look, *, rtl: bool) -> str:
    if not text:
        return ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    return f"<w:r>{run_properties(look, rtl=rtl)}{'<w:br/>'.join(lines)}</w:r>"


def run_properties(look: Look, *, rtl: bool) -> str:
    """In the schema's order: b, bCs, sz, szCs, rtl, lang."""
    inside = ("<w:b/><w:bCs/>" if look.bold else "") + (
        '<w:sz w:val="18"/><w:szCs w:val="22"/>' if look.small else ""
    )
    inside += "<w:rtl/>" if rtl else '<w:lang w:val="en-US"/>'
    return f"<w:rPr>{inside}</w:rPr>"


def paragraph(style: str, *content: str, number: int = 0, keep: bool = False) -> str:
    """A paragraph in a style of ours; `number` is that of its list definition, `keep` keeps it with the next."""
    inside = f'<w:pStyle w:val="{style}"/>'
    inside += "<w:keepNext/>" if keep else ""
    inside += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{inside}</w:pPr>{''.join(content)}</w:p>"


def computed(instruction: str, shown: str, look: Look = PLAIN, *, rtl: bool) -> str:
    """A complex field with the figure that is shown until it is computed."""
    properties = run_properties(look, rtl=rtl)
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{escape(shown)}</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(key: int, name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{key}"/>'


def table(
    widths: Iterable[int], rows: Iterable[Iterable[str]], *, rtl: bool, headed: bool = False, style: str = "Facts"
) -> str:
    """A table as wide as its columns (twentieths of a point); cells are paragraphs. The first row may be a head."""
    wide = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    lines = []
    for place, cells in enumerate(rows):
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if headed and not place else ""
        columns = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(wide, cells, strict=True)
        )
        lines.append(f"<w:tr>{head}{columns}</w:tr>")
    direction = "<w:bidiVisual/>" if rtl else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{direction}<w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(lines)}</w:tbl>'
    )
