"""What is read and what is refused, with whole values."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.sources.decoding import WINDOWS_1256, DecodedText, decode
from archive.sources.reader import SourceText, Unreadable, read_source, refusal_of, source_text
from archive.sources.refusals import REASONS, SIZE_LIMIT

SENTENCE = "ينبغي للدول الأطراف أن تحمي المكتبات الساحلية من الرطوبة."
TEXT = f"أولاً- الاجتماع الأول\n\n- ١- {SENTENCE}\n"
LINES = ("أولاً- الاجتماع الأول", "", f"- ١- {SENTENCE}")
BYTES = TEXT.encode()

READABLE = {
    "utf-8": (BYTES, "utf-8"),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + BYTES, "utf-8-sig"),
    "utf-16 little-endian with a mark": (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
    "utf-16 big-endian with a mark": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
    "utf-32 with a mark": (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
    "crlf": (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
    "carriage returns alone": (TEXT.replace("\n", "\r").encode(), "utf-8"),
    "mixed line ends": (TEXT.replace("\n", "\r\n", 1).encode(), "utf-8"),
    "no last line end": (TEXT.rstrip("\n").encode(), "utf-8"),
    "utf-16 with crlf": (b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"), "utf-16-le"),
}


@pytest.mark.parametrize(("data", "encoding"), READABLE.values(), ids=READABLE)
def test_the_same_lines_come_out_of_every_declared_form(data: bytes, encoding: str) -> None:
    digest = hashlib.sha256(data).hexdigest()
    assert source_text("a.txt", data) == SourceText("a.txt", LINES, encoding, digest, ())


def test_windows_1256_is_read_with_a_warning() -> None:
    data = SENTENCE.encode("cp1256")
    expected = SourceText(
        "a.txt", (SENTENCE,), "windows-1256", hashlib.sha256(data).hexdigest(), (WINDOWS_1256,)
    )
    assert source_text("a.txt", data) == expected


def test_marks_spaces_and_separators_stay_in_their_line() -> None:
    line = "ينبغي\u00a0للدول\u200f الأطراف\x0c أن تحمي المكتبات\v"
    assert source_text("a.txt", f"{line}\nنص".encode()).lines == (line, "نص")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_sign_that_ends_a_line_ends_it(end: str) -> None:
    data = f"ينبغي للدول الأطراف{end}أن تحمي المكتبات{end}{end}نص".encode()
    assert source_text("a.txt", data).lines == ("ينبغي للدول الأطراف", "أن تحمي المكتبات", "", "نص")


def test_a_file_is_read_under_its_bare_name(tmp_path: Path) -> None:
    path = tmp_path / "نص.txt"
    path.write_bytes(BYTES)
    assert read_source(path) == SourceText("نص.txt", LINES, "utf-8", hashlib.sha256(BYTES).hexdigest(), ())


PAGE = f"<!DOCTYPE html>\n<html lang='ar'><body><p>{SENTENCE}</p></body></html>"
FRAGMENT = f"<div><p>{SENTENCE}</p><p>{SENTENCE}</p><br/></div>"
REVERSED = "\n".join(line[::-1] for line in TEXT.splitlines())
SWAPPED = "ينبغي للدول األطراف أن تطلب إلى األمانة اإلجراءات واالتفاقية."
FRENCH = "Le Groupe de travail recommande que les États protègent les bibliothèques de la côte (المكتبات)."

REFUSED = {
    "no byte": (b"", "empty"),
    "white space": (b" \r\n\t\n", "empty"),
    "marks alone": ("\ufeff\u200f\u00a0 \u064b\n".encode(), "empty"),
    "a byte-order mark alone": (b"\xff\xfe", "empty"),
    "over the limit": (b"a" * (SIZE_LIMIT + 1), "too_big"),
    "docx": (b"PK\x03\x04\x14\x00\x06\x00", "broken_package"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "broken_pdf"),
    "old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1", "format"),
    "rtf": (b"{\\rtf1\\ansi ", "other_document"),
    "nul": (b"\x00\x00\x00\x00\x00\x00", "binary"),
    "nul in a text": (BYTES + b"\x00", "binary"),
    "control character": (SENTENCE.encode() + b"\x1b[0m", "binary"),
    "control character in utf-16": (b"\xff\xfe" + (SENTENCE + "\x01").encode("utf-16-le"), "binary"),
    "a page": (PAGE.encode(), "html"),
    "a page in Windows-1256": (PAGE.encode("cp1256"), "html"),
    "a page in UTF-16": (b"\xff\xfe" + PAGE.encode("utf-16-le"), "html"),
    "a fragment of a page": (FRAGMENT.encode(), "html"),
    "xml": (f"<?xml version='1.0'?><a>{SENTENCE}</a>".encode(), "not_a_paper"),
    "utf-16-le without a mark": (TEXT.encode("utf-16-le"), "utf16_without_mark"),
    "utf-16-be without a mark": (TEXT.encode("utf-16-be"), "utf16_without_mark"),
    "utf-32 without a mark": (TEXT.encode("utf-32-le"), "utf16_without_mark"),
    "utf-16 cut": (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "broken_utf16"),
    "cut at the end": (SENTENCE.encode()[:-2], "cut"),
    "cut at the start": (BYTES[1:], "cut"),
    "a broken byte": (BYTES[:10] + b"\xff" + BYTES[10:], "broken_utf8"),
    "two encodings": (SENTENCE.encode() + SENTENCE.encode("cp1256"), "broken_utf8"),
    "one byte": (b"\xd8", "unknown_encoding"),
    "iso-8859-6": (SENTENCE.encode("iso8859-6"), "unknown_encoding"),
    "Latin-1": ("déjà vu, été, où, français, là".encode("latin-1"), "unknown_encoding"),
    "read as Windows-1256 and saved": (TEXT.encode().decode("cp1256").encode(), "mojibake"),
    "French": (FRENCH.encode(), "other_language"),
    "digits alone": (b"1 2 3", "not_arabic"),
    "reversed": (REVERSED.encode(), "reversed"),
    "lam-alef swaps": (SWAPPED.encode(), "lam_alef"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_bad_bytes_are_refused_with_their_reason(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        source_text("a.txt", data)
    assert refusal.value.code == code
    assert "{" not in refusal.value.sentence


def test_a_refusal_names_place_and_remedy() -> None:
    with pytest.raises(Unreadable) as refusal:
        source_text("a.txt", TEXT.encode() + b"\xff " + TEXT.encode())
    assert refusal.value.sentence == (
        f"في الملف بايت لا يوافق ترميز UTF-8 (الموضع {len(BYTES)}، السطر 4)، وفي سائره نص بهذا الترميز. "
        "احصل على نسخة سليمة منه، أو أصلح هذا الموضع واحفظه بترميز UTF-8، ثم أعد المحاولة."
    )


ACCEPTED = {
    "a link in angle brackets": f"{SENTENCE} (<https://xlib.example.org>)",
    "less-than signs": f"{SENTENCE} 3 < 5 و 7 > 2",
    "long Latin titles": f"{SENTENCE}\n(1) “How humidity affects the binding of sea charts in harbour towns”",
    "one word of another order": f"{SENTENCE} كلا",
    "an annex of names": "\n".join(
        [*[SENTENCE] * 16, "المرفق", *["Ms. Ana María Sánchez Ibáñez (Uruguay)"] * 400]
    ),
    "Persian letters": "ينبغي للدول الأطراف أن تنظر في حالة پاکستان وچاد.",
    "a short text": "نص",
}


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_an_odd_arabic_text_is_read_without_a_warning(text: str) -> None:
    read = source_text("a.txt", text.encode())
    assert (read.lines, read.warnings) == (tuple(text.split("\n")), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [(f"{SENTENCE} {SENTENCE * 20} األمانة", "lam_alef"), (f"{SENTENCE} م\ufffdتبة", "lost_characters")],
)
def test_a_doubtful_sign_is_a_warning(text: str, code: str) -> None:
    assert [warning.code for warning in source_text("a.txt", text.encode()).warnings] == [code]


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    paths = {"missing": "none.txt", "directory": ".", "not_a_file": "pipe", "too_big": "big.txt"}
    codes: dict[str, str] = {}
    for code, name in {**paths, "nul": "a\x00b"}.items():
        with pytest.raises(Unreadable) as refusal:
            read_source(tmp_path / name)
        codes[code] = refusal.value.code
    assert codes == {**{code: code for code in paths}, "nul": "missing"}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Permission denied"), "no_permission"),
        (IsADirectoryError(21, "Is a directory"), "directory"),
        (NotADirectoryError(20, "Not a directory"), "missing"),
        (OSError(5, "Input/output error"), "io_error"),
    ],
)
def test_an_error_of_the_system_becomes_a_refusal(error: OSError, code: str) -> None:
    assert refusal_of(error).code == code


def test_every_reason_is_a_sentence_with_a_remedy() -> None:
    assert [
        code for code, sentence in REASONS.items() if sentence.count(". ") < 1 or sentence[-1] != "."
    ] == []


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), DecodedText)
        assert isinstance(source_text("a.txt", data), SourceText)
    except Unreadable as refusal:
        assert refusal.code in REASONS


@given(st.text(st.sampled_from(TEXT + "\u00a0\u200f\ufeff\r\n\x0c\x85Aé<>"), min_size=1, max_size=200))
def test_any_arabic_text_comes_back_whole(text: str) -> None:
    try:
        read = source_text("a.txt", b"\xef\xbb\xbf" + text.encode())
    except Unreadable as refusal:
        assert refusal.code in {"empty", "not_arabic", "reversed", "html", "mojibake", "lam_alef"}
    else:
        unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
        assert "\n".join(read.lines) == unified.removesuffix("\n")
