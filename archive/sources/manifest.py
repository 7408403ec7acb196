"""manifest.toml: what the sources of a folder do not print about themselves, and the bodies they name."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.sources.companions import CompanionError, read_companion

FILE_NAME = "manifest.toml"
KINDS = ("compendium", "meeting-report", "secretariat-report")
TERMS = ("session", "meeting")
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")  # the official ones of the United Nations

REQUIRED_OF_BODY = ("symbol", "name_ar", "term")


class BadManifest(CompanionError):
    """The manifest cannot be used; the sentence names the file, the key and the remedy."""


@dataclass(frozen=True)
class DeclaredFacts:
    """Facts about one source; None is not declared. A declared fact wins over one read from the text."""

    symbol: str | None = None
    body: str | None = None
    kind: str | None = None
    meeting_number: int | None = None
    language: str | None = None
    basis: str | None = None


@dataclass(frozen=True)
class DeclaredBody:
    """A body by its symbol. `written_as`: further Arabic forms in which the sources name it."""

    symbol: str
    name_ar: str
    name_en: str | None
    parent: str | None
    term: str
    written_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """`sources` by file name. `specimen`: the folder holds the invented corpus, not real documents."""

    sources: dict[str, DeclaredFacts] = field(default_factory=dict)
    bodies: tuple[DeclaredBody, ...] = ()
    specimen: bool = False


def read_manifest(folder: Path) -> Manifest:
    """The manifest of `folder`; an empty one when there is none. Raises BadManifest."""
    text = read_companion(Path(folder) / FILE_NAME, BadManifest)
    return Manifest() if text is None else parse_manifest(text)


def parse_manifest(text: str) -> Manifest:
    """The same for text that is at hand. Raises BadManifest."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadManifest(f"{FILE_NAME}: ليس ملف TOML صحيحاً ({error}). صحح هذا الموضع.") from error
    top = _checked(data, TOP_KEYS, "أعلى الملف")
    bodies = tuple(_body(table, number) for number, table in enumerate(top.get("body", []), 1))
    _refuse_doubles("body", "symbol", [body.symbol.upper() for body in bodies])
    _refuse_circles(bodies)
    declared = [_facts(table, number) for number, table in enumerate(top.get("source", []), 1)]
    _refuse_doubles("source", "file", [name for name, _ in declared])
    return Manifest(dict(declared), bodies, top.get("specimen", False))


def _facts(table: Mapping[str, Any], number: int) -> tuple[str, DeclaredFacts]:
    place = f"[[source]] رقم {number}"
    values = _checked(table, SOURCE_KEYS, place)
    _demand(values, ("file",), place)
    return values.pop("file"), DeclaredFacts(**values)


def _body(table: Mapping[str, Any], number: int) -> DeclaredBody:
    place = f"[[body]] رقم {number}"
    values = {"name_en": None, "parent": None, **_checked(table, BODY_KEYS, place)}
    _demand(values, REQUIRED_OF_BODY, place)
    return DeclaredBody(**values)


# A check gives the value as it is kept, or raises ValueError with what the key takes.
Check = Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("نصاً غير فارغ بين علامتي اقتباس")
    return value.strip()


def _bare_name(value: Any) -> str:
    name = _text(value)
    if name in {".", ".."} or any(sign in name for sign in "/\\\x00"):
        raise ValueError("اسم ملف مجرداً من المجلد")
    return name


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("عدداً صحيحاً من 1 فصاعداً بغير علامتي اقتباس")
    return value


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true أو false")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("قائمة نصوص بين معقوفين")
    return tuple(_text(item) for item in value)


def _tables(value: Any) -> list[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("جداول، كل منها تحت عنوان بين معقوفين مزدوجين")
    return value


def _one_of(*allowed: str) -> Check:
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError("إحدى القيم: " + "، ".join(allowed))
        return str(value)

    return check


TOP_KEYS: dict[str, Check] = {"specimen": _yes_or_no, "source": _tables, "body": _tables}
SOURCE_KEYS: dict[str, Check] = {
    "file": _bare_name,
    "symbol": _text,
    "body": _text,
    "kind": _one_of(*KINDS),
    "meeting_number": _number,
    "language": _one_of(*LANGUAGES),
    "basis": _text,
}
BODY_KEYS: dict[str, Check] = {
    "symbol": _text,
    "name_ar": _text,
    "name_en": _text,
    "parent": _text,
    "term": _one_of(*TERMS),
    "written_as": _texts,
}


def _checked(table: Mapping[str, Any], known: Mapping[str, Check], place: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            keys = "، ".join(known)
            raise BadManifest(f"{FILE_NAME}، {place}: المفتاح «{key}» غير معروف. المفاتيح: {keys}.")
        try:
            values[key] = known[key](value)
        except ValueError as error:
            raise BadManifest(f"{FILE_NAME}، {place}: يأخذ المفتاح «{key}» {error}. صحح قيمته.") from error
    return values


def _demand(values: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
    for key in keys:
        if key not in values:
            raise BadManifest(f"{FILE_NAME}، {place}: ينقصه المفتاح «{key}». أضفه.")


def _refuse_doubles(table: str, key: str, values: list[str]) -> None:
    for position, value in enumerate(values):
        if value in values[:position]:
            found = f"تكررت القيمة «{value}» للمفتاح «{key}»"
            raise BadManifest(f"{FILE_NAME}، [[{table}]]: {found}. أبق واحداً منها.")


def _refuse_circles(bodies: tuple[DeclaredBody, ...]) -> None:
    """A body is not its own ancestor. A parent that is not declared here may be known elsewhere."""
    parents = {body.symbol.upper(): (body.parent or "").upper() for body in bodies}
    for symbol in parents:
        ancestor, seen = parents[symbol], {symbol}
        while ancestor in parents:
            if ancestor in seen:
                found = f"الهيئة «{ancestor}» تنتهي بمفتاح «parent» إلى نفسها"
                raise BadManifest(f"{FILE_NAME}، [[body]]: {found}. صححه.")
            seen.add(ancestor)
            ancestor = parents[ancestor]
