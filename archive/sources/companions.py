"""The small files beside the sources (manifest, errata): their text, or a sentence that says why not."""

from pathlib import Path


class CompanionError(Exception):
    """A companion file that cannot be used. `sentence` is Arabic: file, place, remedy."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_companion(path: Path, error: type[CompanionError]) -> str | None:
    """The text of `path` with its line ends, without a byte-order mark; None when there is no such file."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError as reason:
        place = f"الموضع {reason.start}"
        raise error(f"{path.name}: الملف ليس بترميز UTF-8 ({place}). احفظه بترميز UTF-8.") from reason
    except OSError as reason:
        why = f"تعذرت قراءة الملف ({reason.strerror})"
        raise error(f"{path.name}: {why}. تحقق من نوعه ومن حق القراءة.") from reason
