"""A program of its own: a PDF in, the letters of its pages with their places out. It knows nothing of the archive.

python placing.py < paper.pdf > letters.json

In a process of its own since a hostile file may eat memory or never end; the limits are set before a byte is read.
Nothing that a file brings along is run or fetched: scripts, attachments and actions are named, that is all.
"""

import io
import json
import math
import resource
import sys
from typing import Any

#: Bytes of memory, seconds of processor time: a hundred pages take 150 MB and 15 seconds.
MEMORY = 1_000_000_000
SECONDS = 90
#: A paper of the field has some 150 pages at most; one of a letter a point has 3,000 letters a page.
MOST_PAGES = 600
MOST_LETTERS = 2_000_000
MOST_OF_A_PAGE = 20_000
#: In points: what is smaller or larger, or further off, is no letter of a page.
_SMALLEST, _LARGEST, _FURTHEST = 0.5, 1_000, 100_000
_MOST_RULES = 2_000

#: What is told of a letter, added together.
INVISIBLE, ARTIFACT, TURNED, MIRRORED, SAID, STRETCH = 1, 2, 4, 8, 16, 32
_INVISIBLE_MODE = 3
LOST = "\ufffd"
#: A length of a letter: it shows that the word goes on, and says nothing (STRETCH).
TATWEEL = "\u0640"
#: They give no letter to a glyph that is part of another one's drawing: a mark, or the length by which they stretch
#: words of a line that is set to both margins. Everybody else who gives none has lost it.
_WITHOUT_LETTERS = ("LibreOffice", "OpenOffice", "Collabora")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _text_of(value: Any) -> str | None:
    from pdfminer.utils import decode_text

    return decode_text(value) if isinstance(value, bytes) else None


def _device_class() -> Any:
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

    class LetterDevice(PDFTextDevice):
        """Notes each letter where it is drawn."""

        def __init__(self, manager: Any, producer: str) -> None:
            super().__init__(manager)
            self._has_stretched = any(name in producer for name in _WITHOUT_LETTERS)
            self.pages: list[dict[str, Any]] = []
            self.letters = 0
            self._tags: list[tuple[str, str | None, list[list[Any]]]] = []
            self._mode = 0
            self._line = 0.0
            self._to_page: Any = None

        def set_ctm(self, ctm: Any) -> None:
            super().set_ctm(ctm)
            self._to_page = ctm

        def begin_page(self, page: Any, ctm: Any) -> None:
            x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
            size = {"width": abs(x1 - x0), "height": abs(y1 - y0)}
            self.pages.append({**size, "letters": [], "rules": [], "pictures": 0.0})
            self._tags = []

        def begin_tag(self, tag: Any, props: Any = None) -> None:
            said = _text_of(resolve1(props.get("ActualText"))) if isinstance(props, dict) else None
            name = tag.name if isinstance(tag.name, str) else str(tag.name, "latin-1")
            self._tags.append((name, said, []))

        def end_tag(self) -> None:
            if not self._tags:
                return
            _name, said, drawn = self._tags.pop()
            if said is None:
                return
            if len({round(one[3]) for one in drawn if one[2] - one[1] > 0.01}) > 1:  # over lines: their own letters
                for one in drawn:
                    self._put(one)
            elif drawn:
                # Of signs without width, the one that stands on the line: marks are drawn above or below it.
                widest = max(drawn, key=lambda one: (one[2] - one[1], -abs(one[3] - self._line)))
                left, right = min(one[1] for one in drawn), max(one[2] for one in drawn)
                self._put([said, left, right, *widest[3:5], widest[5] & ~STRETCH | SAID])

        def _put(self, letter: list[Any]) -> None:
            for _name, said, drawn in reversed(self._tags):
                if said is not None:
                    drawn.append(letter)
                    return
            self.letters += 1
            if self.letters > MOST_LETTERS or len(self.pages[-1]["letters"]) > MOST_OF_A_PAGE:
                raise MemoryError
            if not all(abs(one) <= _FURTHEST for one in letter[1:4]) or not _SMALLEST <= letter[4] <= _LARGEST:
                return
            if letter[2] > letter[1]:
                self._line = letter[3]
            if letter[0]:
                self.pages[-1]["letters"].append(letter)

        def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
            self._mode = textstate.render
            super().render_string(textstate, seq, ncs, graphicstate)

        def render_char(
            self,
            matrix: Any,
            font: Any,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            ncs: Any,
            graphicstate: Any,
        ) -> float:
            advance = float(font.char_width(cid)) * fontsize * scaling
            told = getattr(font.unicode_map, "cid2unichr", None)
            is_part = self._has_stretched and isinstance(told, dict) and bool(told) and cid not in told
            if is_part:
                text = TATWEEL if advance else ""
            else:
                try:
                    text = str(font.to_unichr(cid))
                except PDFUnicodeNotDefined:
                    text = LOST
            start_x, start_y = apply_matrix_pt(matrix, (0, rise))
            end_x, _end_y = apply_matrix_pt(matrix, (advance, rise))
            size = math.hypot(matrix[2], matrix[3]) * abs(fontsize)
            flags = INVISIBLE if self._mode == _INVISIBLE_MODE else 0
            flags |= ARTIFACT if any(name == "Artifact" for name, _said, _drawn in self._tags) else 0
            flags |= STRETCH if is_part else 0
            flags |= TURNED if abs(matrix[1]) > abs(matrix[0]) else 0
            flags |= MIRRORED if matrix[0] * matrix[3] - matrix[1] * matrix[2] < 0 else 0
            left, right = sorted((start_x, end_x))
            self._put([text, round(left, 2), round(right, 2), round(start_y, 2), round(size, 2), flags])
            return advance

        def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
            points = [apply_matrix_pt(self._to_page, part[-2:]) for part in path if len(part) >= 3]
            rules = self.pages[-1]["rules"]
            if len(points) < 2 or not (stroke or fill) or len(rules) >= _MOST_RULES:
                return
            xs, ys = [x for x, _y in points], [y for _x, y in points]
            rules.append([round(one, 1) for one in (min(xs), min(ys), max(xs), max(ys))])

        def render_image(self, name: str, stream: Any) -> None:
            a, b, c, d, _e, _f = self._to_page
            page = self.pages[-1]
            page["pictures"] += abs(a * d - b * c) / max(page["width"] * page["height"], 1)

    return LetterDevice


def _extras(document: Any) -> list[str]:
    """What the file holds beside its pages, by name."""
    from pdfminer.pdftypes import resolve1

    catalog = document.catalog
    names = resolve1(catalog.get("Names")) or {}
    form = resolve1(catalog.get("AcroForm")) or {}
    action = resolve1(catalog.get("OpenAction"))
    found = []
    if "JavaScript" in names or (isinstance(action, dict) and "JS" in action) or "AA" in catalog:
        found.append("scripts")
    if "EmbeddedFiles" in names or "AF" in catalog:
        found.append("attachments")
    if isinstance(form, dict) and (resolve1(form.get("Fields")) or "XFA" in form):
        found.append("form")
    return found


_REMARKS = frozenset({"Text", "FreeText", "Highlight", "StrikeOut", "Caret", "Redact", "Stamp"})


def _has_remarks(page: Any) -> bool:
    from pdfminer.pdftypes import resolve1

    remarks = resolve1(page.annots) or []
    kinds = [resolve1(one) for one in remarks] if isinstance(remarks, list) else []
    return any(isinstance(one, dict) and getattr(resolve1(one.get("Subtype")), "name", "") in _REMARKS for one in kinds)


def _refuse_damage() -> None:
    """The library takes what is left of a damaged stream: half a page would be read as a whole one."""
    from pdfminer import pdftypes

    def refuse(data: bytes) -> bytes:
        raise ValueError(f"a damaged stream of {len(data)} bytes")

    pdftypes.decompress_corrupted = refuse


def read(data: bytes) -> dict[str, Any]:
    """`refused`: a code, or `pages` and `extras`."""
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1

    _refuse_damage()
    try:
        # Without a whole table of its objects a file is put together by guess, and what is missing is missed by nobody.
        document = PDFDocument(PDFParser(io.BytesIO(data)), fallback=False)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return {"refused": "password"}
    manager = PDFResourceManager()
    producers = [_text_of(resolve1(told.get("Producer"))) for told in document.info if isinstance(told, dict)]
    device = _device_class()(manager, " ".join(filter(None, producers)))
    interpreter = PDFPageInterpreter(manager, device)
    extras = _extras(document)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            return {"refused": "bomb"}
        if _has_remarks(page) and "remarks" not in extras:
            extras.append("remarks")
        interpreter.process_page(page)
    told = resolve1(resolve1(document.catalog["Pages"])["Count"])
    if not device.pages or told != len(device.pages):
        return {"refused": "broken_pdf"}
    return {"pages": device.pages, "extras": extras}


def main() -> int:
    _limit()
    try:
        told = read(sys.stdin.buffer.read())
    except ImportError:
        told = {"refused": "no_pdf_library"}
    except MemoryError:
        told = {"refused": "bomb"}
    except Exception as error:  # whatever a broken file does to the library that reads it
        told = {"refused": "broken_pdf", "why": type(error).__name__}
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
