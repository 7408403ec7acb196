"""Other copies of the same texts: what scanners, editors and mail programs do to them.

Each function takes the text of a source and gives another copy of it. Seeds make them repeatable.
"""

import random
import re
import textwrap
from collections.abc import Callable

FURNITURE = re.compile(r"^(?:[A-Z]\.\d\d-\d{5} .*|الرجاء إعادة استعمال الورق|\d{6} \d{6} [A-Z]\..*)$")
_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def other_digits(text: str) -> str:
    """Digits of the other kind, symbols and job numbers left alone."""
    table = _TO_ASCII if re.search("[٠-٩]", text) else _TO_ARABIC
    return re.sub(r"(?<![A-Za-z./\d])[\d]+(?![A-Za-z])(?![\d./]*-\d{5})", lambda m: m[0].translate(table), text)


def all_digits(text: str) -> str:
    """Every digit of the other kind, in symbols too."""
    return text.translate(_TO_ASCII if re.search("[٠-٩]", text) else _TO_ARABIC)


def no_bullets(text: str) -> str:
    return re.sub(r"(?m)^\s*(?:-\s+)+(?=\S)", "", text)


def bullets_everywhere(text: str) -> str:
    """A bullet before every block that follows a blank line."""
    return re.sub(r"(?m)(?<=\n\n)(?=[^\n#*\-\sV])", "- ", text)


def wrapped(text: str) -> str:
    """Hard-wrapped at 80 columns; blank lines stay."""
    return _wrapped(text, 80)


def wrapped_narrow(text: str) -> str:
    return _wrapped(text, 57)


def _wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) <= width:
            lines.append(line)
        else:
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def no_heading_marks(text: str) -> str:
    return re.sub(r"(?m)^#+\s*", "", text)


def heading_marks(text: str, seed: int = 0) -> str:
    """Marks strewn before lines that are short, and before some that are not."""
    chance = random.Random(7 + seed)
    lines = []
    for line in text.split("\n"):
        likely = 0.7 if 0 < len(line) < 90 else 0.1
        if line.strip() and not line.startswith("#") and chance.random() < likely:
            line = "#" * chance.randint(1, 4) + " " + line
        lines.append(line)
    return "\n".join(lines)


def footers_in_sentences(text: str, seed: int = 0) -> str:
    """Page furniture taken from its lines and put between two words of a sentence."""
    chance = random.Random(11 + seed)
    lines = text.split("\n")
    furniture = [line for line in lines if FURNITURE.match(line.strip())]
    lines = [line for line in lines if not FURNITURE.match(line.strip())]
    long = [i for i, line in enumerate(lines) if len(line) > 200 and not line.startswith("#")]
    for piece in furniture:
        at = chance.choice(long)
        words = lines[at].split(" ")
        middle = chance.randint(6, len(words) - 3)
        lines[at] = " ".join([*words[:middle], piece.strip(), *words[middle:]])
    return "\n".join(lines)


def footers_between_lines(text: str, seed: int = 0) -> str:
    """The same on lines of their own in the middle of wrapped paragraphs."""
    chance = random.Random(13 + seed)
    lines = _wrapped(text, 80).split("\n")
    furniture = [line for line in lines if FURNITURE.match(line.strip())]
    lines = [line for line in lines if not FURNITURE.match(line.strip())]
    for piece in furniture:
        places = [i for i in range(40, len(lines) - 1) if len(lines[i]) > 60 and len(lines[i + 1]) > 60]
        lines.insert(chance.choice(places) + 1, piece)
    return "\n".join(lines)


def strewn(text: str, seed: int = 0) -> str:
    """Bidi marks anywhere between words, no-break spaces for spaces."""
    chance = random.Random(17 + seed)
    found = []
    for char in text:
        if char == " " and chance.random() < 0.2:
            char = chance.choice("\u00a0\u202f")
        if char in " \n.،(" and chance.random() < 0.1:
            char = char + chance.choice("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff\u200b")
        found.append(char)
    return "".join(found)


def tatweel(text: str, seed: int = 0) -> str:
    """Tatweel inside the words of headings and numbers of short lines and line openings."""
    chance = random.Random(19 + seed)
    lines = []
    for line in text.split("\n"):
        if 0 < len(line) < 100 and not line.lstrip("*# -").startswith("CTOC"):
            line = re.sub(
                r"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])",
                lambda _m: "ـ" if chance.random() < 0.3 else "",
                line,
            )
        lines.append(line)
    return "\n".join(lines)


def crlf(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def page_breaks(text: str, seed: int = 0) -> str:
    """Pages that end inside sentences: blank lines, a footer, blank lines, and on it goes."""
    chance = random.Random(23 + seed)
    job = re.search(r"[A-Z]\.\d\d-\d{5}", text)
    footer = f"{job[0]} **3/10**" if job else "3/10"
    lines = text.split("\n")
    long = [i for i, line in enumerate(lines) if len(line) > 240 and not line.startswith("#")]
    for at in chance.sample(long, min(12, len(long))):
        words = lines[at].split(" ")
        middle = chance.randint(8, len(words) - 8)
        lines[at] = f"{' '.join(words[:middle])}\n\n{footer}\n\n{' '.join(words[middle:])}"
    return "\n".join(lines)


def indented(text: str) -> str:
    """Lines pushed in, spaces at their ends, blank lines doubled."""
    return re.sub(r"(?m)^(?=.)", "   ", text).replace("\n", "  \n").replace("\n  \n", "\n\t\n \n")


def everything(text: str, seed: int = 0) -> str:
    whole = footers_in_sentences(no_bullets(other_digits(text)), seed)
    return strewn(wrapped(heading_marks(whole, seed)), seed)


def everything_else(text: str, seed: int = 0) -> str:
    broken = page_breaks(bullets_everywhere(no_heading_marks(text)), seed)
    return crlf(tatweel(indented(wrapped_narrow(broken)), seed))


COPIES: tuple[Callable[[str], str], ...] = (
    other_digits,
    all_digits,
    no_bullets,
    bullets_everywhere,
    wrapped,
    wrapped_narrow,
    no_heading_marks,
    heading_marks,
    footers_in_sentences,
    footers_between_lines,
    strewn,
    tatweel,
    crlf,
    page_breaks,
    indented,
    everything,
    everything_else,
)

#: Those that differ from seed to seed.
SEEDED = (
    heading_marks,
    footers_in_sentences,
    footers_between_lines,
    strewn,
    tatweel,
    page_breaks,
    everything,
    everything_else,
)
