"""The letters of a PDF with their places, by the program beside this module; or a refusal with the way out."""

import json
import re
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from archive.sources.refusals import unreadable

#: What one stream may unpack to, and all together; pictures of a blank page are packed a thousandfold, so no ratio.
LARGEST_STREAM = 50_000_000
LARGEST_WHOLE = 400_000_000
#: Longer than the longest paper takes on a busy machine; the program itself has less processor time.
SECONDS = 180
_PROGRAM = Path(__file__).with_name("placing.py")
_STREAM = re.compile(rb"stream\r?\n")
_PIECE = 1 << 20
_NESTED = 3  # filters within filters


class Letter(NamedTuple):
    """`text` may be several letters (a ligature); `x0`, `x1` its left and right, `y` the line that it stands on, in
    points from the left and the foot of the page. `flags` as the program tells them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    flags: int


@dataclass(frozen=True, slots=True)
class Page:
    """`rules` are lines and frames (left, foot, right, head), `pictures` the share of the page that they cover."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[tuple[float, float, float, float], ...]
    pictures: float


@dataclass(frozen=True, slots=True)
class PlacedLetters:
    """`extras`: what the file holds beside its pages: scripts, attachments, form, remarks."""

    pages: tuple[Page, ...]
    extras: tuple[str, ...]


def place_letters(data: bytes) -> PlacedLetters:
    """Raises Unreadable: a password, a bomb, a broken file, one that takes too long."""
    weigh(data)
    command = [sys.executable, "-I", str(_PROGRAM)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, env={}, check=False)
    except subprocess.TimeoutExpired as error:
        raise unreadable("too_slow") from error
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:  # ended by its limits, or by the system
        raise unreadable("too_slow" if done.returncode < 0 else "broken_pdf") from error
    if "refused" in told:
        code = told["refused"]
        raise unreadable(code, detail="PDF") if code == "bomb" else unreadable(code)
    return PlacedLetters(tuple(_page(one) for one in told["pages"]), tuple(told["extras"]))


def _page(told: dict[str, Any]) -> Page:
    letters = tuple(Letter(*one) for one in told["letters"])
    rules = tuple(tuple(one) for one in told["rules"])
    return Page(told["width"], told["height"], letters, rules, told["pictures"])


def weigh(data: bytes) -> None:
    """Unpack every packed stream once, piece by piece, and keep nothing. Raises Unreadable for a bomb."""
    whole = 0
    for found in _STREAM.finditer(data):
        whole += _weight(memoryview(data)[found.end() :], _NESTED)
        if whole > LARGEST_WHOLE:
            raise unreadable("bomb", detail="PDF")


def _weight(packed: memoryview, levels: int) -> int:
    unpacker = zlib.decompressobj()
    size = at = 0
    first, waiting = b"", b""
    try:
        while not unpacker.eof:
            if not waiting:
                waiting, at = bytes(packed[at : at + _PIECE]), at + _PIECE
            if not waiting:
                break
            piece = unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unconsumed_tail
            first = first or piece
            size += len(piece)
            if size > LARGEST_STREAM:
                raise unreadable("bomb", detail="PDF")
    except zlib.error:
        return size
    return size + (_weight(memoryview(first), levels - 1) if levels and first[:1] == b"x" else 0)
