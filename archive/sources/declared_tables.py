"""Tables of a TOML file beside the sources, checked key by key: values as they are kept, or a sentence that refuses."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.sources.companions import CompanionError

#: Gives the value as it is kept, or raises ValueError with what the key takes.
Check = Callable[[Any], Any]

# som-protocol
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class DeclaredFile:
    """A file of tables by its name. What it refuses it refuses with `error`, whose sentence names file and place."""

    name: str
    error: type[CompanionError]

    def parse(self, text: str) -> dict[str, Any]:
        """The file's text as TOML."""
        try:
            return tomllib.loads(text)
        except RecursionError as error:
            raise self.error(f"{self.name}: أقواس متداخلة أكثر مما يُقرأ. صحّح هذا الموضع.") from error
        except ValueError as error:  # what is no TOML, and a number of more digits than Python takes
            raise self.error(f"{self.name}: ليس ملف TOML صحيحاً ({error}). صحّح هذا الموضع.") from error

    def checked(self, table: Mapping[str, Any], known: Mapping[str, Check], place: str) -> dict[str, Any]:
        """The values of a table as they are kept; a key that is not known or holds the wrong thing is refused."""
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                keys = "، ".join(known)
                raise self.refusal(place, f"المفتاح «{key}» غير معروف. المفاتيح: {keys}.")
            try:
                values[key] = known[key](value)
            except ValueError as error:
                raise self.refusal(place, f"يأخذ المفتاح «{key}» {error}. صحّح قيمته.") from error
        return values

    def demand(self, values: Mapping[str, Any], keys: Sequence[str], place: str) -> None:
        """Refuse a table without one of `keys`."""
        for key in keys:
            if key not in values:
                raise self.refusal(place, f"ينقصه المفتاح «{key}». أضفه.")

    def refuse_doubles(self, place: str, key: str, values: Sequence[str | int]) -> None:
        """Refuse a value that stands twice under `key`."""
        seen: set[str | int] = set()
        for value in values:
            if value in seen:
                raise self.refusal(place, f"تكررت القيمة «{value}» للمفتاح «{key}». أبق واحداً منها.")
            seen.add(value)

    def refusal(self, place: str, sentence: str) -> CompanionError:
        """The exception that says `sentence` of a place in the file."""
        return self.error(f"{self.name}، {place}: {sentence}")


def take_text(value: Any) -> str:
    """The text without the spaces around it. Like all below: ValueError with what the key takes."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("نصاً غير فارغ بين علامتي اقتباس")
    return value.strip()


def take_slug(value: Any) -> str:
    """A machine name: «som-protocol»."""
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise ValueError("معرّفاً من حروف لاتينية صغيرة وأرقام تفصل بينها «-»")
    return value


def take_number(value: Any) -> int:
    """A whole number from 1 on; «true» is none."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("عدداً صحيحاً من 1 فصاعداً بغير علامتي اقتباس")
    return value


def take_yes_or_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("true أو false")
    return value


def take_texts(value: Any) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise ValueError("قائمة نصوص بين معقوفين")
    return tuple(take_text(item) for item in value)


def take_tables(value: Any) -> list[Mapping[str, Any]]:
    """Tables, each under a heading in double brackets."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("جداول، كل منها تحت عنوان بين معقوفين مزدوجين")
    return value


def take_one_of(*allowed: str) -> Check:
    """Give the check that lets one of some values through."""
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError("إحدى القيم: " + "، ".join(allowed))
        return str(value)

    return check
