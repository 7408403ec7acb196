"""A program of its own: JSON in, PDF out. It knows nothing of Django; the memory that it takes goes with it.

python typesetting.py TEMPLATE FACES < paper.json > paper.pdf
"""

import io
import json
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

#: A run of one glyph or two by itself, as typst sets it: «BT 0 Tr/f1 13 Tf 1 0 0 -1 0 0 Tm[-197(\000_)]TJ ET».
_SHORT_RUN = re.compile(
    rb"BT(?:/Span<</ActualText<[0-9A-F]+>>>BDC)?"
    rb"(?P<run> 0 Tr(?P<font>/f\d+) \S+ Tf(?: \S+){6} Tm(?P<shown>\[.{1,24}?\]|[<(].{1,8}?[>)])T[Jj]\n)"
    rb"(?:EMC\n)?ET",
    re.DOTALL,
)


def main() -> int:
    # Optional, and heavy: asked for by this program alone.
    import typst

    template, faces = map(Path, sys.argv[1:3])
    told = sys.stdin.buffer.read().decode()
    options: dict[str, Any] = {
        "root": str(template.parent),
        "font_paths": [str(faces)],
        # Else the paper would depend on the machine.
        "ignore_system_fonts": True,
        "sys_inputs": {"data": told},
        "format": "pdf",
    }
    try:
        paper: bytes = typst.compile(str(template), pdf_standards=["ua-1"], **options)
    except typst.TypstError:
        # A sign that the face does not have may not stand in a paper for every reader: without that promise, and
        # the paper says so.
        data = json.loads(told)
        data["remarks"].append(data["not_accessible"])
        options["sys_inputs"] = {"data": json.dumps(data)}
        paper = typst.compile(str(template), **options)
    sys.stdout.buffer.write(told_once(paper))
    return 0


def told_once(paper: bytes) -> bytes:
    """The paper, in which every text is told once to who copies it or has it read aloud.

    typst sets a mark that stands upon another one (the fatha of «لعلَّ») apart, since it is higher, and lets that run
    tell its whole letter a second time. A run that takes no room is such a mark: it tells nothing.
    """
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(paper))
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    for page in writer.pages:
        fonts: Any = page["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]
        stream: Any = page["/Contents"].get_object()
        written = stream.get_data()
        silent = _SHORT_RUN.sub(partial(_silent, fonts), written)
        if silent != written:
            stream.set_data(silent)
    told = io.BytesIO()
    writer.write(told)
    return told.getvalue()


def _silent(fonts: Any, found: "re.Match[bytes]") -> bytes:
    from pypdf.generic import ArrayObject, read_object

    shown: Any = read_object(io.BytesIO(found["shown"]), None)
    parts = shown if isinstance(shown, ArrayObject) else [shown]
    # What stands between the strings of an array moves the pen.
    glyphs = b"".join(part.original_bytes for part in parts if hasattr(part, "original_bytes"))
    font = fonts[found["font"].decode()].get_object()
    if any(_width(font, int.from_bytes(glyphs[at : at + 2])) for at in range(0, len(glyphs), 2)):
        return found.group()
    return b"BT/Span<</ActualText<FEFF>>>BDC" + found["run"] + b"EMC\nET"


def _width(font: Any, number: int) -> float:
    """`W` of a font has runs «first last width» here, and what stands in none has the width `DW`."""
    face = font["/DescendantFonts"][0].get_object()
    widths = list(face["/W"].get_object())
    for first, last, width in zip(widths[::3], widths[1::3], widths[2::3], strict=True):
        if first <= number <= last:
            return float(width)
    return float(face["/DW"])


if __name__ == "__main__":
    sys.exit(main())
