"""Bytes to text. Encodings are decided here and nowhere else.

Guarantee: any bytes give a DecodedText or raise Unreadable, never anything else. An encoding that the file
declares itself (UTF-8, a byte-order mark) is taken at its word; the one that is inferred, Windows-1256, is
accepted only when it gives credible Arabic, and then with a warning.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from archive.sources.refusals import unreadable


@dataclass(frozen=True)
class SourceWarning:
    """Something that the reader did or noticed and that a person should know. `sentence` is Arabic."""

    code: str
    sentence: str


@dataclass(frozen=True)
class DecodedText:
    text: str
    encoding: str
    warnings: tuple[SourceWarning, ...] = ()


WINDOWS_1256 = SourceWarning(
    "windows_1256",
    "قُرئ الملف بترميز Windows-1256، وهو ترميز قديم لا يعلن عن نفسه. احفظه بترميز UTF-8 لئلا يلتبس.",
)

# First bytes of files that people mistake for text, with the name to call them by.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "مضغوط (ZIP أو DOCX أو XLSX أو ODT)"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC أو XLS (Microsoft Office القديم)"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "مضغوط (GZIP)"),
    (b"7z\xbc\xaf", "مضغوط (7Z)"),
    (b"Rar!", "مضغوط (RAR)"),
    (b"\x89PNG", "صورة (PNG)"),
    (b"\xff\xd8\xff", "صورة (JPEG)"),
    (b"II*\x00", "صورة (TIFF)"),
    (b"MM\x00*", "صورة (TIFF)"),
    (b"SQLite format 3", "قاعدة بيانات (SQLite)"),
)

# The marks of UTF-32 first: that of UTF-32 little-endian begins with that of UTF-16.
BYTE_ORDER_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
UTF8_MARK = b"\xef\xbb\xbf"

# Tab, line feed, vertical tab, form feed, carriage return: the control characters that a text may hold.
CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# U+0085, a line end of old systems, is let through.
CONTROL_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

ARABIC_WORD = re.compile("[\u0620-\u064a]+")
# The commonest words, and words with the article: about four in ten of any Arabic text, hardly any by chance.
COMMON_WORD = re.compile(
    "(?:[وفبك]?ال|لل)[\u0620-\u064a]{2,}|و?(?:من|في|على|إلى|أن|إن|عن|التي|الذي|ما|هذا|هذه|لا)"
)


def decode(data: bytes) -> DecodedText:
    """The text of `data` without its byte-order mark. Raises Unreadable; judges bytes, not what they say."""
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise unreadable("format", detail=name)
    for mark, encoding, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name)
    _refuse_wide_without_mark(data)
    control = CONTROL_BYTE.search(data)
    if control:
        raise unreadable("binary", line=_line_of(data, control.start()), detail=f"U+{control.group()[0]:04X}")
    body = data.removeprefix(UTF8_MARK)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_not_utf8(data)
    return DecodedText(_without_controls(text), "utf-8" if body is data else "utf-8-sig")


def _decode_marked(body: bytes, encoding: str, name: str) -> DecodedText:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        raise unreadable("broken_utf16", detail=name) from None
    return DecodedText(_without_controls(text), encoding)


def _without_controls(text: str) -> str:
    control = CONTROL_CHARACTER.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise unreadable("binary", line=line, detail=f"U+{ord(control.group()):04X}")
    return text


def _refuse_wide_without_mark(data: bytes) -> None:
    """Arabic in UTF-16 has 06 or 00 in every second byte, in UTF-32 00 00 in two of every four."""
    if len(data) < 4:
        return
    quarters = [_share(data[start::4], b"\x00") for start in range(4)]
    if (min(quarters[2:]) > 0.9) != (min(quarters[:2]) > 0.9):
        raise unreadable("utf16_without_mark", detail="UTF-32")
    high, low = sorted((_share(data[start::2], b"\x00\x06") for start in range(2)), reverse=True)
    if high > 0.7 and low < 0.3:
        raise unreadable("utf16_without_mark", detail="UTF-16")


def _share(data: bytes, wanted: bytes) -> float:
    return sum(data.count(byte) for byte in wanted) / max(len(data), 1)


def _decode_not_utf8(data: bytes) -> DecodedText:
    """Damaged UTF-8 is refused with the place; the rest may be Windows-1256."""
    escaped = data.decode("utf-8", "surrogateescape")
    arabic = len(re.findall("[\u0600-\u06ff]", escaped))  # hardly any by chance in Windows-1256
    broken = [match.start() for match in re.finditer("[\udc80-\udcff]", escaped)]
    if arabic * 20 >= len(broken):
        raise _damaged_utf8(data, len(escaped[: broken[0]].encode("utf-8")))
    text = data.decode("cp1256")
    if not _is_credible_arabic(text):
        raise unreadable("unknown_encoding")
    return DecodedText(text, "windows-1256", (WINDOWS_1256,))


def _damaged_utf8(data: bytes, offset: int) -> Exception:
    """`offset`: of the first bad byte. Half a character at either end is a cut, anything else is damage."""
    if all(0x80 <= byte < 0xC0 for byte in data[: offset + 1]):
        return unreadable("cut", detail="أول")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # waits for the rest of the last character
    except UnicodeDecodeError:
        return unreadable("broken_utf8", offset=offset, line=_line_of(data, offset))
    return unreadable("cut", detail="آخر")


def _line_of(data: bytes, offset: int) -> int:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _is_credible_arabic(text: str) -> bool:
    """Arabic words that look like Arabic, and hardly a word half Arabic, half accented Latin."""
    words = re.findall(r"[^\W\d_]+", "".join(sign for sign in text if unicodedata.category(sign) != "Mn"))
    arabic = [word for word in words if ARABIC_WORD.fullmatch(word)]
    mixed = sum(1 for word in words if ARABIC_WORD.search(word)) - len(arabic)
    common = sum(1 for word in arabic if COMMON_WORD.fullmatch(word))
    return len(arabic) >= 3 and mixed * 20 <= len(arabic) and common * 10 >= len(arabic)
