"""The gate before PDF, judged: `python -m tests.benchmarks.pdf [FOLDER]`; the files are made anew in FOLDER.

Twenty-four files of the same text: by LibreOffice of Word files, by Chromium of pages, by typst, and by hand with the
faults that are met. Of each: what became of it, and the share of the words and figures that are right. Nothing may go
in of which less than 99 in a hundred are right.
"""

import argparse
import difflib
import html
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from archive.sources.reader import Unreadable, read_source, source_text
from tests.sources.pdf_files import Drawn, page_of, pdf
from tests.sources.word_files import docx, note, notes, p, run, table
from tests.sources.word_files import field as computed

from ..surroundings import ROOT

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_HEAD = '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>body{{font:12pt "{face}";{css}}}</style>'
_FILTER = "pdf:writer_pdf_Export:{%s}"
_SMALL = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:bidi/></w:pPr></w:style>'


class Made(NamedTuple):
    name: str
    data: bytes


def text_of_the_paper() -> list[str]:
    """Paragraphs of a real source where they are there, else of the specimen: without marks of a copy."""
    folder = ROOT.parent / "shared" / "sources"
    file = next(iter(sorted((folder if folder.exists() else ROOT / "sources").glob("*.txt"))))
    lines = [re.sub(r"^[#*\s-]+|\*\*|[ـ]", "", line).strip() for line in read_source(file).lines]
    return [line for line in lines if len(line) > 1][:70]


def _word(lines: list[str]) -> Iterator[tuple[str, bytes]]:
    body = "".join(p(line) for line in lines)
    yield "plain", docx(body, styles=_SMALL)
    noted = p(run(lines[0]), note(1)) + "".join(p(line) for line in lines[1:])
    yield "notes, head, foot", docx(
        noted,
        styles=_SMALL,
        footnotes=notes("footnote", {1: "انظر الوثيقة الصادرة عن المؤتمر."}),
        header1=p("CTOC/COP/WG.7/2036/4"),
        footer1=p(run("V.36-07001 "), computed("PAGE", "2"), run("/"), computed("NUMPAGES", "6")),
    )
    columns = '<w:p><w:pPr><w:sectPr><w:cols w:num="2" w:space="700"/><w:bidi/></w:sectPr></w:pPr></w:p>'
    yield "two columns", docx(body + columns, styles=_SMALL)
    yield "table", docx(
        body + table(*[[str(at), line, "الدول الأطراف"] for at, line in enumerate(lines[10:16], 1)]), styles=_SMALL
    )


def by_libreoffice(lines: list[str], folder: Path) -> Iterator[Made]:
    if shutil.which("soffice") is None:
        return
    for name, data in _word(lines):
        (folder / f"{name}.docx").write_bytes(data)
    _office(folder, "pdf", *(folder / f"{name}.docx" for name, _data in _word(lines)))
    for name, _data in _word(lines):
        yield Made(f"LibreOffice: {name}", (folder / f"{name}.pdf").read_bytes())
    _office(folder, _FILTER % ('"SelectPdfVersion":{"type":"long","value":"2"}'), folder / "notes, head, foot.docx")
    yield Made("LibreOffice: PDF/A, tagged", (folder / "notes, head, foot.pdf").read_bytes())
    closed = '"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}'
    _office(folder, _FILTER % closed, folder / "plain.docx")
    yield Made("LibreOffice: a password", (folder / "plain.pdf").read_bytes())


def _office(folder: Path, kind: str, *files: Path) -> None:
    home = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def by_chromium(lines: list[str], folder: Path) -> Iterator[Made]:
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    rows = "".join(f"<tr><td>{at}<td>{html.escape(line)}<td>الدول" for at, line in enumerate(lines[10:16], 1))
    picture = "<img style='width:600px' src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>'>"
    pages = {
        "Naskh, justified": ("Noto Naskh Arabic", "text-align:justify", body),
        "Amiri": ("Amiri", "", body),
        "DejaVu": ("DejaVu Sans", "", body),
        "two columns": ("Noto Naskh Arabic", "columns:2", body),
        "a table": ("Noto Naskh Arabic", "", f"{body}<table border=1>{rows}</table>"),
        "head and foot": ("Noto Naskh Arabic", "", body),
        "no text": ("Noto Naskh Arabic", "", picture),
    }
    for name, (face, css, inside) in pages.items():
        page, paper = folder / "page.html", folder / "page.pdf"
        page.write_text(_HEAD.format(face=face, css=css) + inside, encoding="utf-8")
        bare = [] if name == "head and foot" else ["--no-pdf-header-footer"]
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", *bare]
        command += [f"--user-data-dir={folder}/browser", f"--print-to-pdf={paper}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        yield Made(f"Chromium: {name}", paper.read_bytes())


def by_typst(lines: list[str], folder: Path) -> Iterator[Made]:
    import typst

    (folder / "text.txt").write_text("\n".join(lines), encoding="utf-8")
    for name, face, columns in (("Naskh", "Noto Naskh Arabic", 1), ("Amiri", "Amiri", 1), ("two columns", "Amiri", 2)):
        source = folder / "paper.typ"
        source.write_text(
            f'#set text(font: "{face}", lang: "ar", dir: rtl)\n#set par(justify: true)\n#set page(columns: {columns})\n'
            '#for line in read("text.txt").split("\\n") [#line #parbreak()]'
        )
        yield Made(f"typst: {name}", bytes(typst.compile(str(source), root=str(folder))))


def by_hand(lines: list[str], folder: Path) -> Iterator[Made]:
    some = [re.sub("[\u064b-\u0652]", "", line) for line in lines if re.search("[ء-ي]{3}", line)]
    pages = [some[at : at + 4] for at in range(0, 24, 4)]

    def made(said: Callable[[str], str | None] = lambda sign: sign, **more: int) -> bytes:
        return pdf([page_of(page, said=said) for page in pages], **more)  # type: ignore[arg-type]

    yield Made("by hand: whole", made())
    backwards = [[Drawn(one.says, 600 - one.x, one.y) for one in page_of(page)] for page in pages]
    yield Made("by hand: from behind", pdf(backwards))
    yield Made("by hand: without its letters", made(lambda _sign: None))
    yield Made("by hand: figures lost", made(lambda sign: None if sign.isdecimal() else sign))
    yield Made("by hand: behind a picture", made(mode=3))
    swapped = str.maketrans({"\ue000": "ال"})
    lam_alef = [[line.replace("لا", "\ue000") for line in page] for page in pages]
    behind = pdf([page_of(page, said=lambda sign: sign.translate(swapped)) for page in lam_alef])
    yield Made("by hand: lam-alef from behind", behind)
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    other = dict(zip(letters, letters[1:] + letters[0], strict=True))
    yield Made("by hand: other letters", made(lambda sign: other.get(sign, sign)))
    yield Made("by hand: cut off", made()[:3000])


def right_share(wanted: list[str], found: list[str]) -> float:
    """Of the words, figures and signs of the text, those that are there in their order."""
    first, second = (_TOKEN.findall(" ".join(lines)) for lines in (wanted, found))
    same = difflib.SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / max(len(first), 1)


def report(folder: Path) -> None:
    lines = text_of_the_paper()
    wrong = count = 0
    for makers in (by_libreoffice, by_chromium, by_typst, by_hand):
        for made in makers(lines, folder):
            count += 1
            started = time.perf_counter()
            try:
                found = source_text("paper.pdf", made.data)
            except Unreadable as refusal:
                print(f"{made.name:34} refused  {refusal.code}: {refusal.sentence[:90]}", flush=True)
                continue
            wanted = lines
            if made.name.startswith("by hand"):
                wanted = [re.sub("[\u064b-\u0652]", "", one) for one in lines if re.search("[ء-ي]{3}", one)][:24]
            share = right_share(wanted, list(found.lines))
            told = "goes in" if found.verdict.is_clear else "asked  "
            wrong += found.verdict.is_clear and share < 0.99
            seen = " ".join(one.code for one in found.verdict.doubts)
            took = time.perf_counter() - started
            print(f"{made.name:34} {told}  {share:.2%} right, {took:.1f} s  {seen}", flush=True)
    print(f"{count} files; {wrong} went in with less than 99 in a hundred right")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    given = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as own:
        report((given or Path(own)).resolve())
