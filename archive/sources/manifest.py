"""manifest.toml: what the sources of a folder do not print about themselves, and the bodies they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from archive.numbering.given import GivenNumber
from archive.sources.companions import CompanionError, read_companion
from archive.sources.declared_tables import (
    Check,
    DeclaredFile,
    take_number,
    take_one_of,
    take_tables,
    take_text,
    take_texts,
    take_yes_or_no,
)

FILE_NAME = "manifest.toml"
TERMS = ("session", "meeting")
RELATIONS = ("addendum", "corrigendum", "revision")
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")  # the official ones of the United Nations

REQUIRED_OF_BODY = ("symbol", "name_ar", "term")


class BadManifest(CompanionError):
    """The manifest cannot be used; the sentence names the file, the key and the remedy."""


_FILE = DeclaredFile(FILE_NAME, BadManifest)


@dataclass(frozen=True)
class DeclaredRelation:
    """How a paper belongs to another; `symbol` is that of the other."""

    kind: str
    symbol: str | None = None


@dataclass(frozen=True)
class DeclaredFacts:
    """Facts about one source; None is not declared. A declared fact wins over one read from the text.

    `date` is in ISO 8601; `numbers` are those of its lines, which a manifest does not state.
    """

    symbol: str | None = None
    body: str | None = None
    kind: str | None = None
    meeting_number: int | None = None
    language: str | None = None
    basis: str | None = None
    title: str | None = None
    date: str | None = None
    author: str | None = None
    relation: DeclaredRelation | None = None
    numbers: tuple[GivenNumber, ...] = ()


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


def read_manifest(folder: Path, kinds: Sequence[str] = ()) -> Manifest:
    """The manifest of `folder`; an empty one when there is none. Raises BadManifest.

    `kinds` are the codes of the families of papers, of which `kind` takes one; without them it takes any text.
    """
    text = read_companion(Path(folder) / FILE_NAME, BadManifest)
    return Manifest() if text is None else parse_manifest(text, kinds)


def parse_manifest(text: str, kinds: Sequence[str] = ()) -> Manifest:
    """The same for text that is at hand. Raises BadManifest."""
    top = _FILE.checked(_FILE.parse(text), TOP_KEYS, "أعلى الملف")
    bodies = tuple(_body(table, number) for number, table in enumerate(top.get("body", []), 1))
    _FILE.refuse_doubles("[[body]]", "symbol", [body.symbol.upper() for body in bodies])
    _refuse_circles(bodies)
    source_keys = {**SOURCE_KEYS, "kind": take_one_of(*kinds)} if kinds else SOURCE_KEYS
    declared = [_facts(table, number, source_keys) for number, table in enumerate(top.get("source", []), 1)]
    _FILE.refuse_doubles("[[source]]", "file", [name for name, _ in declared])
    return Manifest(dict(declared), bodies, top.get("specimen", False))


def _facts(table: Mapping[str, Any], number: int, keys: Mapping[str, Check]) -> tuple[str, DeclaredFacts]:
    place = f"[[source]] رقم {number}"
    values = _FILE.checked(table, keys, place)
    _FILE.demand(values, ("file",), place)
    return values.pop("file"), DeclaredFacts(**values)


def _body(table: Mapping[str, Any], number: int) -> DeclaredBody:
    place = f"[[body]] رقم {number}"
    values = {"name_en": None, "parent": None, **_FILE.checked(table, BODY_KEYS, place)}
    _FILE.demand(values, REQUIRED_OF_BODY, place)
    return DeclaredBody(**values)


def _bare_name(value: Any) -> str:
    name = take_text(value)
    if name in {".", ".."} or any(sign in name for sign in "/\\\x00"):
        raise ValueError("اسم ملف مجرداً من المجلد")
    return name


def _day(value: Any) -> str:
    """A day as TOML has it, or written so in quotes; given back in ISO 8601."""
    try:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise ValueError("تاريخاً على هيئة 2021-11-15") from None


def _relation(value: Any) -> DeclaredRelation:
    """«addendum», or a table: { kind = "addendum", symbol = "CTOC/COP/WG.7/2021/6" }."""
    table = {"kind": value} if isinstance(value, str) else value
    takes = f"علاقة من {'، '.join(RELATIONS)}، أو جدولاً فيه kind وsymbol"
    if not isinstance(table, dict) or not {"kind"} <= table.keys() <= {"kind", "symbol"}:
        raise ValueError(takes)
    if table["kind"] not in RELATIONS:
        raise ValueError(takes)
    return DeclaredRelation(table["kind"], take_text(table["symbol"]) if "symbol" in table else None)


TOP_KEYS: dict[str, Check] = {"specimen": take_yes_or_no, "source": take_tables, "body": take_tables}
SOURCE_KEYS: dict[str, Check] = {
    "file": _bare_name,
    "symbol": take_text,
    "body": take_text,
    "kind": take_text,
    "meeting_number": take_number,
    "language": take_one_of(*LANGUAGES),
    "basis": take_text,
    "title": take_text,
    "date": _day,
    "author": take_text,
    "relation": _relation,
}
BODY_KEYS: dict[str, Check] = {
    "symbol": take_text,
    "name_ar": take_text,
    "name_en": take_text,
    "parent": take_text,
    "term": take_one_of(*TERMS),
    "written_as": take_texts,
}


def _refuse_circles(bodies: tuple[DeclaredBody, ...]) -> None:
    """A body is not its own ancestor. A parent that is not declared here may be known elsewhere."""
    parents = {body.symbol.upper(): (body.parent or "").upper() for body in bodies}
    for symbol in parents:
        ancestor, seen = parents[symbol], {symbol}
        while ancestor in parents:
            if ancestor in seen:
                found = f"الهيئة «{ancestor}» تنتهي بمفتاح «parent» إلى نفسها"
                raise _FILE.refusal("[[body]]", f"{found}. صحّحه.")
            seen.add(ancestor)
            ancestor = parents[ancestor]
