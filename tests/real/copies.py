"""Other copies of the same texts: what scanners, editors and mail programs do to them.

Each function takes the text of a source and gives another copy of it. Seeds make them repeatable.
"""

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

FURNITURE = re.compile(r"^(?:[A-Z]\.\d\d-\d{5} .*|الرجاء إعادة استعمال الورق|\d{6} \d{6} [A-Z]\..*)$")
_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def other_digits(text: str) -> str:
    """Digits of the other kind, symbols and job numbers left alone."""
    table = _TO_ASCII if re.search("[٠-٩]", text) else _TO_ARABIC
    return re.sub(
        r"(?<![A-Za-z./\d])[\d]+(?![A-Za-z])(?![\d./]*-\d{5})", lambda m: m[0].translate(table), text
    )


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
    long = [i for i, line in enumerate(lines) if len(line.split()) > 16 and not line.startswith("#")]
    for piece, at in zip(furniture, chance.sample(long, len(furniture)), strict=True):
        words = lines[at].split(" ")
        middle = chance.randint(6, len(words) - 3)
        lines[at] = " ".join([*words[:middle], piece.strip(), *words[middle:]])
    return "\n".join(lines)


def _in_footnote(lines: list[str], index: int) -> bool:
    while index and lines[index - 1].strip():
        index -= 1
    return bool(re.match(r"\(\d+\)|\*", lines[index]))


def footers_apart(text: str, seed: int = 0) -> str:
    """The same with blank lines before and after them."""
    return re.sub(r"(?m)^(?=\S)(.*)$", _apart, footers_between_lines(text, seed))


def _apart(match: re.Match[str]) -> str:
    return f"\n{match[0]}\n" if FURNITURE.match(match[0].strip()) else match[0]


def footers_bold(text: str, seed: int = 0) -> str:
    return re.sub(r"([A-Z]\.\d\d-\d{5}) (\d+/\d+)", r"\1 **\2**", footers_in_sentences(text, seed))


def footers_between_lines(text: str, seed: int = 0) -> str:
    """The same on lines of their own in the middle of wrapped paragraphs."""
    chance = random.Random(13 + seed)
    lines = _wrapped(text, 80).split("\n")
    furniture = [line for line in lines if FURNITURE.match(line.strip())]
    lines = [line for line in lines if not FURNITURE.match(line.strip())]
    for piece in furniture:
        places = [
            i
            for i in range(40, len(lines) - 1)
            if len(lines[i]) > 50 and len(lines[i + 1]) > 9 and not _in_footnote(lines, i)
        ]
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
        # a dash before the rest of a sentence would be a bullet to anyone
        middle = chance.choice([i for i in range(8, len(words) - 8) if not words[i].startswith("-")])
        lines[at] = f"{' '.join(words[:middle])}\n\n{footer}\n\n{' '.join(words[middle:])}"
    return "\n".join(lines)


def indented(text: str) -> str:
    """Lines pushed in, spaces at their ends, blank lines doubled."""
    return re.sub(r"(?m)^(?=.)", "   ", text).replace("\n", "  \n").replace("\n  \n", "\n\t\n \n")


def wrapped_at_hyphens(text: str) -> str:
    """Words with a hyphen are broken after it: «كوفيد-» / «19»."""
    return "\n".join("\n".join(textwrap.wrap(line, 80)) for line in text.split("\n"))


def wrapped_and_indented(text: str) -> str:
    return _indented(text, first="    ", others="  ")


def wrapped_and_hanging(text: str) -> str:
    return _indented(text, first="", others="\t\t")


def _indented(text: str, first: str, others: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line, 80, initial_indent=first, subsequent_indent=others, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


def other_bullets(text: str, seed: int = 0) -> str:
    chance = random.Random(29 + seed)
    return re.sub(r"(?m)^- (?=\S)", lambda _m: chance.choice("•*–·◦▪●○‣—\uf0b7") + " ", text)


def marks_on_all_lines(text: str) -> str:
    """Heading marks before paragraphs and recommendations too."""
    return re.sub(r"(?m)^(?=[^\n#])(?=.*\S)", "# ", text)


def closed_marks(text: str) -> str:
    return re.sub(r"(?m)^(#+) (.*\S) *$", r"\1 \2 \1", text)


def _may_be_heading(line: str) -> bool:
    plain = line.strip()
    if not 0 < len(plain) < 90 or FURNITURE.match(plain):
        return False
    return plain[-1] not in ".؛:" and not re.match(r"\W*[\d*(]", plain)


def bold_headings(text: str) -> str:
    return "\n".join(
        re.sub(r"^(\s*#*\s*)(.*\S)", r"\1**\2**", line) if _may_be_heading(line) else line
        for line in text.split("\n")
    )


def bold_labels(text: str) -> str:
    return re.sub(r"(?m)^(\s*(?:- )?)(\d{1,3}\s?[-—−])", r"\1**\2**", text)


def underlined_headings(text: str) -> str:
    """«العنوان» and a line of dashes or equal signs under it."""
    lines = text.split("\n")
    found: list[str] = []
    for number, line in enumerate(lines):
        alone = "".join(lines[number - 1 : number] + lines[number + 1 : number + 2]).strip() == ""
        if line.startswith("#") or (number > 20 and alone and _may_be_heading(line)):
            found += [re.sub(r"^#+\s*", "", line), "-" * 8 if number % 2 else "===="]
        else:
            found.append(line)
    return "\n".join(found)


def strewn_inside(text: str, seed: int = 0) -> str:
    """Bidi marks and other signs without width anywhere: inside numbers, labels, symbols, words."""
    chance = random.Random(31 + seed)
    signs = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\u200c\u200d\u00ad\u061c"
    return "".join(
        char + (chance.choice(signs) if char != "\n" and chance.random() < 0.15 else "") for char in text
    )


def no_break_spaces(text: str) -> str:
    """For every space, between a number and its dash, inside the brackets of labels."""
    text = re.sub(r"(?m)^((?:- )?\d{1,3})\s?([-—−])", "\\1\u00a0\\2", text)
    return re.sub(r"\(([أ-ي]ـ?)\)", "(\u00a0\\1\u00a0)", text).replace(" ", "\u00a0")


def embedded(text: str) -> str:
    """Lines and numbers between marks of direction."""
    text = re.sub(r"\d+", lambda m: f"\u202b{m[0]}\u202c", text)
    return re.sub(r"(?m)^(.+)$", "\u200f\u202b\\1\u202c", text)


def tatweel_in_labels(text: str) -> str:
    """«الـتـوصـيـة», «أولـاً», «بـاء», «(ب)ـ»."""
    text = re.sub(r"\(([أ-ي])\)", r"(\1)ـ", text.replace("التوصية", "الـتـوصـيـة"))
    return re.sub(
        r"(?m)^(#*\s*)(أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|ألف|باء|جيم|هاء|ياء)",
        lambda m: m[1] + re.sub(r"(?<=[بتثجخسفلميه])(?=[ء-ي])", "ـ", m[2]),
        text,
    )


def tatweel_everywhere(text: str, seed: int = 0) -> str:
    chance = random.Random(37 + seed)
    joins = r"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])"
    return re.sub(joins, lambda _m: "ـ" if chance.random() < 0.1 else "", text)


def presentation_forms(text: str, seed: int = 0) -> str:
    chance = random.Random(41 + seed)
    text = re.sub("لا", lambda m: "\ufefb" if chance.random() < 0.5 else m[0], text)
    return "".join(chance.choice(_FORMS[c]) if c in _FORMS and chance.random() < 0.5 else c for c in text)


def _forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in range(0xFE80, 0xFEFD):
        found.setdefault(unicodedata.normalize("NFKC", chr(code)), []).append(chr(code))
    return found


_FORMS = _forms()


def mixed_digits(text: str, seed: int = 0) -> str:
    chance = random.Random(43 + seed)
    return re.sub("[0-9]", lambda m: m[0].translate(_TO_ARABIC) if chance.random() < 0.5 else m[0], text)


def lone_cr(text: str) -> str:
    return text.replace("\n", "\r")


def other_dashes(text: str, seed: int = 0) -> str:
    """The dash after a number in another shape, but in the agenda, where it is part of its paragraph."""
    chance = random.Random(47 + seed)
    head, colon, rest = text.partition("جدول الأعمال التال")
    agenda, end, rest = rest.partition("اعتماد التقرير.")
    pattern = r"(?m)^((?:- )?\d{1,3})\s?[-—−] ?"
    head, rest = (
        re.sub(pattern, lambda m: m[1] + chance.choice(["— ", "– ", " - ", "-", ". ", "ـ- "]), part)
        for part in (head, rest)
    )
    return head + colon + agenda + end + rest


def single_blank_lines(text: str) -> str:
    return re.sub(r"\n(?:[ \t]*\n)+", "\n\n", text)


def double_blank_lines(text: str) -> str:
    return re.sub(r"\n[ \t]*\n", "\n\n\n\n", text)


def marks_on_wrapped(text: str, seed: int = 0) -> str:
    return heading_marks(wrapped(text), seed)


def bare(text: str) -> str:
    return wrapped(no_heading_marks(no_bullets(text)))


def grand(text: str, seed: int = 0) -> str:
    text = tatweel_in_labels(bold_headings(no_bullets(other_digits(text))))
    return lone_cr(strewn_inside(wrapped_and_indented(footers_in_sentences(text, seed)), seed))


def grander(text: str, seed: int = 0) -> str:
    text = page_breaks(no_heading_marks(other_bullets(all_digits(text), seed)), seed)
    return crlf(strewn_inside(presentation_forms(wrapped_narrow(text), seed), seed))


def grandest(text: str, seed: int = 0) -> str:
    text = marks_on_wrapped(other_dashes(footers_in_sentences(text, seed), seed), seed)
    return tatweel_everywhere(strewn(mixed_digits(text, seed), seed), seed)


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
    footers_apart,
    footers_bold,
    wrapped_at_hyphens,
    wrapped_and_indented,
    wrapped_and_hanging,
    other_bullets,
    marks_on_all_lines,
    closed_marks,
    bold_headings,
    bold_labels,
    underlined_headings,
    strewn_inside,
    no_break_spaces,
    embedded,
    tatweel_in_labels,
    tatweel_everywhere,
    presentation_forms,
    mixed_digits,
    lone_cr,
    other_dashes,
    single_blank_lines,
    double_blank_lines,
    marks_on_wrapped,
    bare,
    grand,
    grander,
    grandest,
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
    footers_apart,
    footers_bold,
    other_bullets,
    strewn_inside,
    tatweel_everywhere,
    presentation_forms,
    mixed_digits,
    other_dashes,
    marks_on_wrapped,
    grand,
    grander,
    grandest,
)
