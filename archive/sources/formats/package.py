"""The parts of a packed document. What they unpack to is counted while it is unpacked: a directory may lie."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from archive.sources.refusals import unreadable

#: Bytes of a part, and of all parts together.
LARGEST_PART = 50_000_000
LARGEST_WHOLE = 200_000_000
#: A part that unpacks to more than so many times its packed size is a bomb; small ones cannot hurt.
LARGEST_RATIO = 200
_HARMLESS = 100_000
#: Parts of a document: each picture is one.
_MOST_PARTS = 10_000
_PIECE = 1 << 16

_ENCRYPTED = 0x1
_WRONG = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
# bz2, lzma and their like raise errors of their own kinds for what is no such stream.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class PackedParts:
    """The parts of a document by their names without the slash at the front; each is unpacked when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable for what is no whole package, or is one behind a password."""
        try:
            self._package = zipfile.ZipFile(io.BytesIO(data))
            entries = self._package.infolist()
        except _WRONG as error:
            raise unreadable("broken_package") from error
        if len(entries) > _MOST_PARTS:
            raise unreadable("bomb", detail=f"{len(entries)}")
        # What a part is packed to is a figure of the directory too; the file itself is as large as it is.
        self._most = min(LARGEST_PART, max(len(data) * LARGEST_RATIO, _HARMLESS))
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED:
                raise unreadable("password")
            self._entries.setdefault(entry.filename.lstrip("/"), entry)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none. Raises Unreadable for a bomb or a broken part."""
        entry = self._entries.get(name)
        return b"".join(self._unpack(entry)) if entry is not None else b""

    def weigh(self) -> None:
        """Unpack everything once and keep nothing of it. Raises Unreadable for a bomb or a broken part."""
        whole = 0
        for entry in self._entries.values():
            for piece in self._unpack(entry):
                whole += len(piece)
                if whole > LARGEST_WHOLE:
                    raise unreadable("bomb", detail=entry.filename[:80])

    def _unpack(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        most = min(self._most, max(entry.compress_size * LARGEST_RATIO, _HARMLESS))
        if entry.compress_type not in _METHODS:
            raise unreadable("broken_part", detail=entry.filename[:80])
        # The directory's figure would end the reading there: a part is read to its own end.
        entry.file_size = max(entry.file_size, LARGEST_PART + 1)
        try:
            with self._package.open(entry) as part:
                while piece := part.read(_PIECE):
                    size += len(piece)
                    if size > most:
                        raise unreadable("bomb", detail=entry.filename[:80])
                    yield piece
        except _WRONG as error:
            raise unreadable("broken_part", detail=entry.filename[:80]) from error
