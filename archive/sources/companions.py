"""The small files beside the sources (manifest, errata): their text, or a sentence that says why not."""

from collections.abc import Callable
from pathlib import Path

from archive.sources.regular_files import NoRegularFile, TooBig, read_regular_file

#: Bytes. A tree of ten thousand subjects has three million; to read five as TOML takes 100 MB and some seconds.
COMPANION_LIMIT = 5_000_000


class CompanionError(Exception):
    """A companion file that cannot be used. `sentence` is Arabic: file, place, remedy."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_companion(path: Path, error: type[CompanionError]) -> str | None:
    """The text of `path` with its line ends, without a byte-order mark; None when there is no such file."""
    try:
        return _decoded(path.name, read_regular_file(path, COMPANION_LIMIT), error)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NoRegularFile as reason:
        why = "ليس ملفاً عادياً يُقرأ (جهاز أو أنبوب). ضع مكانه ملفاً نصياً أو احذفه"
        raise error(f"{path.name}: {why}.") from reason
    except TooBig as reason:
        raise _too_big(path.name, error) from reason
    except OSError as reason:
        why = f"تعذرت قراءة الملف ({reason.strerror or type(reason).__name__})"
        raise error(f"{path.name}: {why}. تحقق من نوعه ومن حق القراءة.") from reason


def companion_text(name: str, size: int, read: Callable[[], bytes], error: type[CompanionError]) -> str:
    """The same of a file that was sent: what is too big is not even read."""
    if size > COMPANION_LIMIT:
        raise _too_big(name, error)
    return _decoded(name, read(), error)


def _too_big(name: str, error: type[CompanionError]) -> CompanionError:
    most = COMPANION_LIMIT // 1_000_000
    return error(
        f"{name}: حجم الملف يتجاوز {most} ميغابايت، وهو أكبر من أي ملف مرافق. "
        "تحقق من أنه الملف المقصود، أو احذف منه ما لا لزوم له."
    )


def _decoded(name: str, data: bytes, error: type[CompanionError]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        place = f"الموضع {reason.start}"
        raise error(f"{name}: الملف ليس بترميز UTF-8 ({place}). احفظه بترميز UTF-8.") from reason
