"""Small PDF files for the tests, written by hand: each letter stands where it is put and says what it is told."""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

#: Of the size: every letter of the face is so wide.
ADVANCE = 0.5
WIDTH, HEIGHT = 600, 800
_LATIN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z/.:,-]*[0-9A-Za-z])?")
_DRAWN = str.maketrans("()[]«»", ")(][»«")


@dataclass(frozen=True)
class Drawn:
    """A letter at its place. `says`: what the file maps it to; None where it maps it to nothing."""

    says: str | None
    x: float
    y: float
    size: float = 12


def visual(text: str) -> list[str]:
    """The letters of a line of Arabic from left to right, as a shaper sets them; brackets as they are drawn."""
    kept = [(found.start(), found.end()) for found in _LATIN.finditer(text)]
    pieces: list[str] = []
    last = 0
    for start, end in kept:
        pieces += [*text[last:start].translate(_DRAWN), text[start:end]]
        last = end
    pieces += list(text[last:].translate(_DRAWN))
    return [sign for piece in reversed(pieces) for sign in piece]


def row(
    text: str, y: float, right: float = 560, size: float = 12, said: Callable[[str], str | None] = lambda sign: sign
) -> list[Drawn]:
    """A line that ends at the right. `said` tells what each letter is mapped to."""
    signs = visual(text)
    left = right - len(signs) * ADVANCE * size
    return [Drawn(said(sign), left + at * ADVANCE * size, y, size) for at, sign in enumerate(signs)]


def paragraph(
    text: str, top: float, right: float = 560, letters: int = 80, size: float = 12, **more: Callable[[str], str | None]
) -> list[Drawn]:
    """A text broken at so many letters, its rows 1.4 of their size apart."""
    rows: list[str] = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > letters:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [one for at, line in enumerate(rows) for one in row(line, top - 1.4 * size * at, right, size, **more)]


def page_of(texts: Iterable[str], top: float = 740, **more: object) -> list[Drawn]:
    """Paragraphs one below the other, with room between."""
    found: list[Drawn] = []
    for text in texts:
        drawn = paragraph(text, top, **more)  # type: ignore[arg-type]
        found += drawn
        top = min(one.y for one in drawn) - 30
    return found


def pdf(
    pages: Sequence[Sequence[Drawn]],
    *,
    mode: int = 0,
    catalog: str = "",
    annotation: str = "",
    before: Mapping[int, str] | None = None,
    producer: str = "",
) -> bytes:
    """The file. `mode` is how letters are drawn (3: not at all); `catalog` stands in its root, `annotation` on each
    page; `before` are operators at the head of a page, by its index; `producer` is the program that wrote the file."""
    says = list(dict.fromkeys(one.says for page in pages for one in page))
    codes = {text: number for number, text in enumerate(says, 1)}
    mapped = [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for text, code in codes.items() if text]
    blocks = [mapped[at : at + 100] for at in range(0, len(mapped), 100)]
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
    cmap += "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    cmap += "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    cmap += "endcmap end end"
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R]"
        b" /ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /FontDescriptor 6 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: packed(cmap.encode()),
        7: f"<< /Producer ({producer}) >>".encode(),
        6: b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >>",
    }
    kids = []
    for at, page in enumerate(pages):
        number = 10 + 2 * at
        kids.append(f"{number} 0 R")
        text = (before or {}).get(at, "") + f" BT {mode} Tr "
        for one in page:
            text += f"/F {one.size} Tf 1 0 0 1 {one.x:.2f} {one.y:.2f} Tm <{codes[one.says]:04X}> Tj\n"
        notes = f"/Annots [{annotation}]" if annotation else ""
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R {notes}"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        objects[number + 1] = packed(f"{text} ET".encode())
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return assembled(objects)


def packed(data: bytes) -> bytes:
    """A stream of its own."""
    inside = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(inside), inside)


def assembled(objects: Mapping[int, bytes]) -> bytes:
    found = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(found)
        found += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(found)
    found += b"xref\n"
    for number, place in places.items():
        found += b"%d 1\n%010d 00000 n \n" % (number, place)
    found += b"trailer << /Root 1 0 R /Info 7 0 R /Size %d >>\n" % (max(objects) + 1)
    return found + b"startxref\n%d\n%%%%EOF\n" % table
