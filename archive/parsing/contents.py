"""The list of contents: it repeats the headings of the text and is none of them.

Entries may end in dots and a page, have their page on a line of its own, or stand bare. Where they stand bare, the
text begins where the first of them comes again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.vocabulary.part_words import CONTENTS, CONTENTS_COLUMNS

from .lines import Line, ends_sentence
from .problems import Problem, problem

# أولاً- مقدمة ........ 2 · ثانياً – تنظيم الدورة … 14
_LEADER = re.compile(r"(?:\.\s?){4,}|…\s?…|_{4,}|(?:·\s?){4,}")
# what an entry has behind its title: leaders, ranges of paragraphs, pages
_BEHIND = re.compile(r"[\s.…_·]*(?:[0-9]{1,4}(?:\s*[-–]\s*[0-9]{1,4})?[\s.…_·]*){0,3}$")
_PAGE = re.compile(r"[0-9]{1,4}(?:\s*[-–]\s*[0-9]{1,4})?(?:\s+[0-9]{1,4})?")
#: An entry is a heading, perhaps with figures behind it.
_LONGEST_ENTRY = 300
#: Two lines are one heading where one begins with the other, and so many letters at least are the same.
_SAME = 10
#: Without a heading over them, so many lines with dots and a page are a list of contents.
_FEWEST_LEADERS = 2


@dataclass(frozen=True, slots=True)
class Contents:
    """The indexes of the lines of lists of contents, and what is to be said of them."""

    lines: frozenset[int]
    problems: tuple[Problem, ...]


def find_contents(lines: Sequence[Line]) -> Contents:
    """The lists of contents of a text, wherever they stand."""
    found: set[int] = set()
    problems: list[Problem] = []
    headings = [
        i for i, line in enumerate(lines) if line.content and normalize(line.words).strip(" :*") in CONTENTS
    ]
    end = 0
    for start in headings:
        if start < end:
            continue
        end, repeated = _end_of(lines, start)
        found.update(range(start, end))
        if not repeated:
            problems.append(problem("contents_without_text", lines[start].number))
    leaders = [i for i, line in enumerate(lines) if i not in found and _is_led(line)]
    if len(leaders) >= _FEWEST_LEADERS:
        for at in leaders:
            # an entry may be wrapped: its first lines have no dots
            while not lines[at].after_break and at > 0 and lines[at - 1].content and at - 1 not in found:
                found.add(at)
                at -= 1
            found.add(at)
    return Contents(frozenset(found), tuple(problems))


def _is_led(line: Line) -> bool:
    text = line.content
    return bool(text) and text[-1].isdigit() and _LEADER.search(text) is not None


def _end_of(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """The index behind a list whose heading stands at `start`, and whether a heading of it comes again there."""
    first = ""
    seen: list[str] = []
    paged = 0
    led = False
    last_paged = start
    for index in range(start + 1, len(lines)):
        line = lines[index]
        text = to_ascii(line.content)
        if not text or normalize(text) in CONTENTS_COLUMNS or _PAGE.fullmatch(text):
            continue
        is_led = _LEADER.search(text) is not None
        # Behind entries with dots a figure without them is no page: «… حزيران/يونيه 2012» is a heading of the text.
        has_page = text[-1].isdigit() and (is_led or (not led and _has_page(text)))
        led = led or is_led
        key = _key(text)
        if first and not has_page and _same(key, first):
            return index, True
        if not has_page and ((ends_sentence(text) and not text.endswith(":")) or len(text) > _LONGEST_ENTRY):
            # the text has begun, and its first heading was not known again
            return (_behind(lines, last_paged) if paged else _before(lines, index, seen, start)), False
        if has_page:
            paged += 1
            last_paged = index
        elif paged and key in seen:
            return index, True
        first = first or key
        seen.append(key)
    return (_behind(lines, last_paged) if paged else len(lines)), False


def _has_page(text: str) -> bool:
    """«ثالثاً- تنظيم الدورة 14»: a figure behind the title, which is not the number of what it names."""
    return re.search(r"[^\s\d/]\s+[0-9]{1,4}$", text) is not None


def _behind(lines: Sequence[Line], index: int) -> int:
    """The index behind the entry at `index` and the pages that stand below it."""
    after = index + 1
    while after < len(lines) and (lines[after].is_empty or _PAGE.fullmatch(to_ascii(lines[after].content))):
        after += 1
    return after


def _before(lines: Sequence[Line], index: int, seen: list[str], start: int) -> int:
    """Where bare entries are followed by a text: the heading that stands last over it belongs to the text."""
    before = index - 1
    while before > start and lines[before].is_empty:
        before -= 1
    return before if len(seen) > 1 else start + 1


def _key(text: str) -> str:
    return "".join(char for char in normalize(_BEHIND.sub("", text)) if char.isalnum())


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= _SAME and (one.startswith(other) or other.startswith(one))
