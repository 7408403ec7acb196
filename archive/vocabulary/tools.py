"""Tools and databases that the texts name («بوابة شيرلوك», «نظام الإبلاغ الطوعي»), as data."""

import re
from dataclasses import dataclass
from functools import cache

from .data_files import folded_forms, read_rows

# Quotation marks inside a name are no part of it.
_GAP = r"[\s\"'“”«»„‟]+"
# «… الجريمة المنظمة" (بوابة "شيرلوك")»: what stands between a name and the short one that follows in brackets.
_QUOTE = re.compile(r"[\"'“”«»„‟]")
_BRACKET = re.compile(r"[\s\"'“”«»„‟]*\([\s\"'“”«»„‟]*")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool by its code; `forms` are normalised."""

    code: str
    name_ar: str
    name_en: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedTool:
    """A place of a folded text where a tool is named."""

    start: int
    end: int
    code: str


@cache
def read_tools() -> tuple[Tool, ...]:
    """Give the tools of the data file in their order."""
    return tuple(
        Tool(code, name_ar, name_en, folded_forms(forms))
        for code, name_ar, name_en, forms in read_rows("tools.tsv")
    )


def find_tools(plain: str) -> list[NamedTool]:
    """Give the tools named in a folded text, in order; none overlaps another.

    A second name of the same tool that follows in brackets («نظام … (Dial-Doc)») belongs to the first.
    """
    small = plain.lower()
    possible = [form for form in _forms() if all(word in small for word in form.words)]
    found: list[NamedTool] = []
    for form in possible:
        for match in form.pattern.finditer(plain):
            start, end = match.span("name")
            if not any(start < one.end and one.start < end for one in found):
                found.append(NamedTool(start, end, form.code))
    return _with_short_names(sorted(found, key=lambda one: one.start), plain)


def _with_short_names(found: list[NamedTool], plain: str) -> list[NamedTool]:
    whole: list[NamedTool] = []
    for one in found:
        quoted = _QUOTE.search(plain, one.start, one.end) and _QUOTE.match(plain, one.end)
        end = quoted.end() if quoted else one.end
        last = whole[-1] if whole else None
        if last and last.code == one.code and _BRACKET.fullmatch(plain, last.end, one.start):
            whole[-1] = NamedTool(last.start, end + plain.startswith(")", end), one.code)
        else:
            whole.append(NamedTool(one.start, end, one.code))
    return whole


@dataclass(frozen=True, slots=True)
class _Form:
    """A form ready to be found. Most texts do not hold all its words, the longest first, and need no closer look."""

    code: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _forms() -> tuple[_Form, ...]:
    """The forms of all tools, the longest first."""
    forms = sorted(((form, tool.code) for tool in read_tools() for form in tool.forms), key=lambda one: -len(one[0]))
    return tuple(_Form(code, _words(form), _find(form)) for form, code in forms)


def _words(form: str) -> tuple[str, ...]:
    return tuple(sorted((word.removeprefix("ال") for word in form.split()), key=len, reverse=True))


def _find(form: str) -> re.Pattern[str]:
    first, *rest = form.split()
    joined = f"[بك]?ال{first[2:]}|لل{first[2:]}" if first.startswith("ال") else f"{re.escape(first)}"
    words = "".join(_GAP + re.escape(word) for word in rest)
    before = "" if first.startswith("ال") else "[بكل]?"
    return re.compile(rf"(?<![\w/.@])[وف]?{before}(?P<name>(?:{joined}){words})(?!\w)", re.IGNORECASE)
