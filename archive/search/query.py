"""What a reader typed, cut into words, phrases and exclusions. No string raises, none is taken as a command."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Characters and words beyond these are left out, and the page says so.
LONGEST = 10_000
MOST_PARTS = 64

#: No characters: they stand for an opening mark that nothing closes; the second may still close another.
_LONE, _LONE_CURLY = "\ufdd0", "\ufdd1"
_PHRASE = (
    r"\"(?P<plain>[^\"]*)\"|«(?P<angled>[^»]*)»|“(?P<curly>[^”]*)”"
    rf"|„(?P<low>[^“”{_LONE_CURLY}]*)[“”{_LONE_CURLY}]"
)
_PART = re.compile(rf"(?P<minus>(?<!\S)[-−–])?(?:{_PHRASE}|(?P<word>[^\s\"«»“”„{_LONE}{_LONE_CURLY}]+))")
_EMPTY = re.compile(r"\"\s*\"|«\s*»|“\s*”|„\s*[“”]|\(\s*\)|(?<!\S)[-−–](?!\S)")
#: Opening marks, those that may close them, and what stands for one that stays open. `"` needs no look: of two that
#: follow each other one closes.
_PAIRS = (("«", "»", _LONE), ("“", "”", _LONE_CURLY), ("„", f"“”{_LONE_CURLY}", _LONE))
_QUOTES = ("plain", "angled", "curly", "low")


@dataclass(frozen=True, slots=True)
class QueryPart:
    """A run of the typed text: what stands between spaces, or between quotes."""

    text: str
    is_phrase: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """The typed text in parts; `left_out` is what was beyond the limits."""

    typed: str
    parts: tuple[QueryPart, ...]
    left_out: str = ""


def parse_query(typed: str) -> Query:
    """Give the parts of any string. A quote without its pair is no quote, a minus before nothing no minus."""
    text = typed.encode("utf-8", "ignore").decode("utf-8")
    kept, left_out = text[:LONGEST], text[LONGEST:]
    parts: list[QueryPart] = []
    for match in _PART.finditer(_without_lone_quotes(kept)):
        if len(parts) == MOST_PARTS:
            left_out = kept[match.start() :] + left_out
            break
        part = _part(match, kept)
        if part.text.strip():
            parts.append(part)
    return Query(kept, tuple(parts), left_out.strip())


def _without_lone_quotes(text: str) -> str:
    """With a sign that opens nothing for each opening mark that nothing closes: else all the rest would be gone
    through for every one.
    """
    for opening, closing, lone in _PAIRS:
        end = max(map(text.rfind, closing)) + 1
        text = text[:end] + text[end:].replace(opening, lone)
    return text


def _part(match: re.Match[str], typed: str) -> QueryPart:
    excluded = match["minus"] is not None
    for name in _QUOTES:
        if match[name] is not None:
            start, end = match.span(name)
            return QueryPart(typed[start:end].strip(), True, excluded)
    return QueryPart(match["word"], False, excluded)


def without_words(typed: str, words: Iterable[str]) -> str:
    """The typed text without these words, and without quotes, brackets and a minus that then hold nothing.

    Empty where nothing is left to look for.
    """
    for word in words:
        typed = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", typed)
    rest = " ".join(_EMPTY.sub(" ", typed).split())
    return rest if re.search(r"\w", rest) else ""
