"""A file becomes a SourceText, or is refused with a sentence. Lines stay as the file has them.

The one intake: a plain text gives its own lines, any other format lines with their places (`sources.formats`).
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from archive.sources.decoding import DecodedText, SourceWarning, decode
from archive.sources.formats.lines import FormattedText
from archive.sources.formats.recognised import read_format
from archive.sources.legibility import judge, refuse_markup
from archive.sources.places import Run, pack_places
from archive.sources.refusals import SIZE_LIMIT, Unreadable, unreadable
from archive.sources.regular_files import NoRegularFile, TooBig, read_regular_file
from archive.sources.verdict import CLEAR, Verdict

__all__ = [
    "DecodedText",
    "SourceText",
    "SourceWarning",
    "Unreadable",
    "decode",
    "read_source",
    "sha256_of",
    "source_text",
]

#: Signs that end a line as a line feed does: word processors and exports write them.
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n"))


@dataclass(frozen=True)
class SourceText:
    """What a source file says.

    `name`: the file's name without its folder. `lines`: decoded lines without line ends, line n of an editor
    is `lines[n - 1]`. `encoding`: of another format its name. `sha256`: of the bytes, in hexadecimal.
    `places`: where the lines stand in a file that has none itself. `furniture`: lines of its pages and lists of
    contents that the format tells from text, so that they were left out. `verdict`: whether a person looks at it first.
    `subjects`: what it says it is about, beside its text.
    """

    name: str
    lines: tuple[str, ...]
    encoding: str
    sha256: str
    warnings: tuple[SourceWarning, ...] = ()
    places: tuple[Run, ...] = ()
    furniture: tuple[str, ...] = ()
    verdict: Verdict = CLEAR
    subjects: tuple[str, ...] = ()


def read_source(path: str | os.PathLike[str]) -> SourceText:
    """The text of the file at `path`. Raises Unreadable with the reason and the remedy."""
    path = Path(path)
    try:
        data = _read_bytes(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise refusal_of(error) from error
    return source_text(path.name, data)


def sha256_of(path: Path) -> str:
    """Of the bytes of the file, as its SourceText has it; empty where the file cannot be read."""
    try:
        return hashlib.sha256(_read_bytes(path)).hexdigest()
    except (OSError, ValueError, Unreadable):
        return ""


def source_text(name: str, data: bytes) -> SourceText:
    """The same for bytes that are at hand already. Raises Unreadable."""
    if len(data) > SIZE_LIMIT:
        raise unreadable("too_big")
    if not data.strip():
        raise unreadable("empty")
    formatted = read_format(data)
    if formatted is not None:
        return _of_format(name, formatted, data)
    refuse_markup(data[:4096].decode("latin-1"))  # before the encoding: a page says what it is in ASCII
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").translate(_LINE_ENDS)
    warnings = (*decoded.warnings, *judge(text))
    return SourceText(name, split_lines(text), decoded.encoding, hashlib.sha256(data).hexdigest(), warnings)


def _of_format(name: str, formatted: FormattedText, data: bytes) -> SourceText:
    warnings = (*formatted.warnings, *judge("\n".join(formatted.lines)))
    return SourceText(
        name,
        formatted.lines,
        formatted.format,
        hashlib.sha256(data).hexdigest(),
        warnings,
        pack_places(formatted.places),
        formatted.furniture,
        formatted.verdict,
        formatted.subjects,
    )


def split_lines(text: str) -> tuple[str, ...]:
    """At line feeds only: str.splitlines would also count form feeds and the separators of data."""
    return tuple(text.removesuffix("\n").split("\n"))


def refusal_of(error: OSError | ValueError) -> Unreadable:
    """What an error of the operating system means to the person who named the file."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return unreadable("missing")
    if isinstance(error, IsADirectoryError):
        return unreadable("directory")
    if isinstance(error, PermissionError):
        return unreadable("no_permission")
    return unreadable("io_error", detail=error.strerror or type(error).__name__)


def _read_bytes(path: Path) -> bytes:
    try:
        return read_regular_file(path, SIZE_LIMIT)
    except NoRegularFile as error:
        raise unreadable("not_a_file") from error
    except TooBig as error:
        raise unreadable("too_big") from error
