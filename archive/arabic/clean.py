"""Clean-up that keeps the meaning: what a copy adds to the words, and nothing of the words themselves."""

import re
import unicodedata

# Vowel marks, Koranic signs and the combining hamza and madda.
MARK_RANGES = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
TATWEEL = "\u0640"
# Zero-width characters, bidi marks and isolates, byte-order mark, soft hyphen, Arabic letter mark.
INVISIBLE_RANGES = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Control characters say nothing, and PostgreSQL refuses the NUL.
_CONTROL_RANGES = "\x00-\x08\x0e-\x1b\x7f"
_SPACE_RANGES = "\t\x0b\x0c\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x85\u2028\u2029"
_PRESENTATION_RANGES = "\ufb50-\ufdff\ufe70-\ufefe"

ARABIC_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"


_BASIC_PLANE = "".join(map(chr, range(0x10000)))


def characters_of(ranges: str) -> tuple[str, ...]:
    """Every character that a regular-expression class body names."""
    return tuple(re.findall(f"[{ranges}]", _BASIC_PLANE))


def _plain(character: str) -> str:
    """A presentation form as plain letters; a mark drawn by itself loses the space that carries it."""
    plain = unicodedata.normalize("NFKC", character)
    if plain.startswith(" "):
        return plain[1:]
    return plain


CLEAN_TABLE: dict[int, str] = (
    {ord(c): _plain(c) for c in characters_of(_PRESENTATION_RANGES) if _plain(c) != c}
    | {ord(c): "" for c in characters_of(INVISIBLE_RANGES + _CONTROL_RANGES)}
    | {ord(c): " " for c in characters_of(_SPACE_RANGES)}
    | {ord(c): "\n" for c in _LINE_ENDS}
)

_TO_CLEAN = re.compile(
    f"[{_PRESENTATION_RANGES}{INVISIBLE_RANGES}{_CONTROL_RANGES}{_SPACE_RANGES}{_LINE_ENDS}]"
)
_SPACES = re.compile(r" {2,}")
_LINE_EDGES = re.compile(r" ?\n ?")


def clean(text: str) -> str:
    """Give the text in plain letters, with single spaces and without invisible characters.

    Idempotent. Every line is stripped, and lines stay lines ("\\r\\n" becomes "\\n"). Vowel marks, tatweel,
    digit shapes, dashes and the order of combining marks are the printed text's own and stay (no NFC).
    """
    if _TO_CLEAN.search(text):
        text = text.replace("\r\n", "\n").translate(CLEAN_TABLE)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "\n" in text:
        text = _LINE_EDGES.sub("\n", text)
    return text.strip(" ")


_LETTER = f"[{ARABIC_LETTERS}]"
_STRETCHED = re.compile(f"(?<=[{ARABIC_LETTERS}{MARK_RANGES}]){TATWEEL}[{TATWEEL}{MARK_RANGES}]*+")
# The article or a preposition, bound to what follows: «الـ13», «لـ424», «والـ"x"», «بـ (x)».
_PROCLITIC = re.compile(f"(?<!{_LETTER})[وف]?[بكل]?(?:ال|ل|ب|ك)$")
_CARRIED = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9A-Za-z\u00c0-\u024f\"'«“‘‹(\[{\ufd3f]")


def drop_tatweel(text: str) -> str:
    """Give the text without the tatweel that only stretches a word («بشـــأن» becomes «بشأن»).

    Tatweel stays before digits, opening quotes and brackets and Latin letters («الـ13», «لـ424», «الـ"x"»)
    and in «هـ» standing for the letter. A vowel mark that sits on a dropped tatweel stays in its place.
    """
    if TATWEEL not in text:
        return text
    return _STRETCHED.sub(_without_tatweel, text)


def _without_tatweel(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    after = text[end : end + 2]
    if after and not re.match(_LETTER, after):
        # Ten characters hold the longest proclitic with its marks.
        before = re.sub(f"[{MARK_RANGES}]", "", text[max(0, start - 10) : start])
        bound = after[0] == " " and _CARRIED.match(after, 1) and _PROCLITIC.search(before)
        if bound or _CARRIED.match(after):
            return match.group()
    if _is_letter_heh(text, start) and not re.match(_LETTER, after):
        return TATWEEL + match.group().replace(TATWEEL, "")
    return match.group().replace(TATWEEL, "")


def _is_letter_heh(text: str, start: int) -> bool:
    """Whether the word before the tatweel at `start` is the single letter ه, as in «(هـ)»."""
    word = re.search(f"[{ARABIC_LETTERS}{MARK_RANGES}{TATWEEL}]+$", text[max(0, start - 4) : start])
    return word is not None and re.sub(f"[{MARK_RANGES}]", "", word.group()) == "ه"
