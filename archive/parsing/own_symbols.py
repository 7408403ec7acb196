"""The symbols that a paper bears itself, told before its cover is read: what repeats them is a running head."""

import re
from collections import Counter
from collections.abc import Sequence

from archive.arabic.normalize import bare
from archive.numbering.labels import read_number_label, read_section_label
from archive.vocabulary.symbols import COVER_SYMBOL, is_symbol, read_cover_symbols

#: The symbol stands among the first lines of a cover: in the papers at most the fourth with words.
_FIRST_LINES = 12
#: A symbol that no cover shows is the paper's own where it stands alone on so many lines: twice it may be listed.
_RUNNING = 3
#: No line of a cover that holds the symbol is longer.
_LONGEST = 200


def find_own_symbols(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the symbols of the paper whose cleaned lines are `texts`: of its first lines, else of its running heads."""
    seen = 0
    for text in texts:
        if not text:
            continue
        seen += 1
        if seen > _FIRST_LINES or read_number_label(text) or read_section_label(text):
            break
        found = _symbols_of(text)
        if found:
            return found
    alone = Counter(bare(text).strip() for text in texts if "/" in text and is_symbol(bare(text)))
    return tuple(symbol for symbol, count in alone.most_common(1) if count >= _RUNNING)


def _symbols_of(text: str) -> tuple[str, ...]:
    """The symbols of a line of a cover: nothing but words without a sentence's signs stands beside them."""
    if "/" not in text or len(text) > _LONGEST or text.startswith("*"):
        return ()
    plain = bare(text)
    for match in COVER_SYMBOL.finditer(plain):
        if match.start() and not plain[match.start() - 1].isspace():
            continue
        found, end = read_cover_symbols(plain, match.start())
        if found and any("/" in symbol for symbol in found):
            beside = plain[: match.start()] + plain[end:]
            return (
                ()
                if re.search(r"[()«»؛.:،](?![^\s])", re.sub(r"Distr\S*|Original\s*:", "", beside))
                else found
            )
    return ()
