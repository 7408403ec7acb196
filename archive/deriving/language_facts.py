"""What a text says that is the same in every language: symbols, dates, resolutions, articles, figures.

What stands in one language of a text and not in the other is a misreading of the copy or a slip of translation; a
person looks. Numbers up to ten are left out, since one language may write them in words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.numbering.dates import find_ranges, format_range
from archive.vocabulary.symbols import find_symbols

#: «46/152»: a resolution, a fraction, a number in its session.
_PAIR = re.compile(r"(?<![\w/.])([0-9]{1,4})/([0-9]{1,4})(?![\w/])")
#: 1,250 · 37th · 2.5
_FIGURE = re.compile(
    r"(?<![\w/.,٫٬])([0-9]{1,3}(?:[ ,٬\u00a0][0-9]{3})+|[0-9]+)(?:[.,٫]([0-9]+))?(?:st|nd|rd|th)?(?![\w/])"
)
#: Both languages write so many in words.
_IN_WORDS = 10


@dataclass(frozen=True, slots=True)
class LanguageFact:
    """`kind` is what it is, `shown` how a sentence for staff says it."""

    kind: str
    shown: str


def language_facts(text: str) -> Counter[LanguageFact]:
    """The facts of a text in either language, each as often as it stands there."""
    return Counter(_facts(to_ascii(text)))


def _facts(text: str) -> Iterator[LanguageFact]:
    taken = []
    for start, end, symbol in find_symbols(text):
        yield LanguageFact("symbol", symbol.upper())
        taken.append((start, end))
    text = _without(text, taken)
    taken = []
    for start, end, days in find_ranges(text):
        yield LanguageFact("date", format_range(days))
        taken.append((start, end))
    text = _without(text, taken)
    for pair in _PAIR.finditer(text):
        yield LanguageFact("pair", "/".join(sorted(pair.groups(), key=int)))
    for figure in _FIGURE.finditer(_PAIR.sub(" ", text)):
        whole = int(re.sub(r"\D", "", figure[1]))
        if figure[2]:
            yield LanguageFact("figure", f"{whole},{figure[2]}")
        elif whole > _IN_WORDS:
            yield LanguageFact("figure", str(whole))


def _without(text: str, taken: list[tuple[int, int]]) -> str:
    for start, end in reversed(taken):
        text = f"{text[:start]} {text[end:]}"
    return text


def only_in_one(arabic: str, other: str) -> tuple[list[str], list[str]]:
    """What stands in the Arabic text alone, and what in the other alone, each in the order of the text."""
    ours, theirs = language_facts(arabic), language_facts(other)
    return (
        [fact.shown for fact in (ours - theirs).elements()],
        [fact.shown for fact in (theirs - ours).elements()],
    )
