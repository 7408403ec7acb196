"""What the page puts between and inside the text: job numbers, page numbers, the plea to reuse the paper.

Guarantee: nothing is taken for furniture but these forms; the words around them stay untouched.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from archive.arabic.normalize import bare, bare_with_offsets, normalize
from archive.vocabulary.masthead_terms import CITING_WORDS, PAGE_OF_WORDS, PAGE_WORDS, RECYCLING_LINES

_DASH = r"[-‐‑‒–—−]"
_STAR = r"\**"
# 4/10 · **4/10**
_FRACTION = rf"{_STAR}\s?\d{{1,3}}\s?/\s?\d{{1,3}}\s?{_STAR}"
# V.20-05359 · GE.11-42010 · K2400123; of New York, without letters: 24-14121
_LETTERED = rf"[A-Z]{{1,2}}\.\s?\d{{2}}{_DASH}\d{{5}}|(?<![A-Za-z])[BK]\d{{2}}{_DASH}?\d{{5}}(?!\d)"
_BARE = rf"(?<![\d/.A-Za-z-])\d{{2}}{_DASH}\d{{5}}(?![\d-])"
_JOB = rf"(?:{_LETTERED}|{_BARE})"
# 220819 220819
_CODES = r"(?:\d{6}\s+){0,2}"

# V.20-05359 **4/10**   220819 220819 V.19-08455 (A)   4/10 V.20-05359   V.21-08462 (A) 071221 081221
_FOOTER = re.compile(
    rf"(?P<before>{_CODES}|{_FRACTION}\s+)"
    rf"(?P<job>{_JOB})"
    rf"(?P<after>(?:\s?\([A-Z]\))?(?:\s+\d{{6}}(?!\d)){{0,3}})"
    rf"(?P<page>\s+{_FRACTION})?(?!\d)"
)
_ANY_JOB = re.compile(_JOB)
_WITHOUT_LETTERS = re.compile(_BARE)
# *2108462* · *V2108462* · *2414121A*
_BAR_CODE = re.compile(r"\*\s?(?P<digits>[A-Z]{0,2}\.?(?:\d\s?){7,9}[A-Z]?)\s?\*")
_PAGE_WORD = "|".join(re.escape(word) for word in PAGE_WORDS)
_OF = "|".join(re.escape(word) for word in PAGE_OF_WORDS)
_LONE = re.compile(
    # 4/10 · **4/10** · 12 · - 12 - · 220819 220819 · Page 3 · صفحة 3 من 12 · iv · …/…
    rf"{_FRACTION}|{_DASH}?\s?\d{{1,3}}\s?{_DASH}?|\d{{6}}(?:\s+\d{{6}})?"
    rf"|(?:{_PAGE_WORD})\s*\d{{1,4}}(?:\s*(?:{_OF}|/)\s*\d{{1,4}})?|(?-i:[ivxl]{{1,6}})"
    rf"|(?:\.{{2,4}}|…)?\s?/\s?(?:\.{{2,4}}|…)|(?:\.{{2,4}}|…)\s?/",
    re.IGNORECASE,
)
# … أن تنظر **4/10** في …
_BOLD_FRACTION = re.compile(r"\*\*\s?\d{1,3}\s?/\s?\d{1,3}\s?\*\*")
# ----- · ===== · * * *: lines that separate, or underline a heading
_RULE = re.compile(r"(?:[-‐‑‒–—―=_*~]\s?){3,}")
# what is left of «- **» once a footer is out
_ONLY_BULLETS = re.compile(r"[\s#*•–—-]*")
# a footer that a wrapped copy breaks: «… 220819» / «220819 V.19-08455» / «(A) …», «V.20-05359» / «4/10 …»
_BREAKS_BEFORE = re.compile(r"(?:^|\s)(?P<codes>\d{6}(?:\s+\d{6})?)$")
_GOES_ON_WITH_JOB = re.compile(rf"^(?:\d{{6}}\s+)?{_JOB}")
_BREAKS_AFTER = re.compile(rf"(?:^|\s){_JOB}$")
_GOES_ON_AFTER = re.compile(rf"^(?P<tail>\([A-Z]\)|{_FRACTION})(?=\s|$)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: The date of a paper stands within so many lines with words.
_COVER_LINES = 25
#: «في», «إلى» and their like have so many letters at most.
_LONGEST_PARTICLE = 3
_MARKS = "[\u064b-\u0652\u0640\u0670]*"


def _loose(phrase: str) -> str:
    """A pattern for `phrase` that vowel marks, tatweel and lost hamzas do not hinder."""
    letters = {"إ": "[إا]", "أ": "[أا]", "ة": "[ةه]", " ": r"\s+"}
    return "".join(letters.get(char, re.escape(char)) + ("" if char == " " else _MARKS) for char in phrase)


# الرجاء إعادة استعمال الورق · Please recycle
_RECYCLING = re.compile("|".join(_loose(phrase) for phrase in RECYCLING_LINES), re.IGNORECASE)
# a line that ends in its midst: «… الرجاء إعادة»
_RECYCLING_OPENS = re.compile(
    "|".join(rf"{_loose(phrase.split()[0])}[^.،]{{0,24}}$" for phrase in RECYCLING_LINES), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """A line without its furniture. `removed` are the pieces taken out, in their order."""

    text: str
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What a paper bears itself on every page: its job number, and its symbols, bare and in capitals."""

    job_number: str | None = None
    symbols: tuple[str, ...] = ()

    @classmethod
    def of(cls, job_number: str | None, symbols: Iterable[str]) -> "Own":
        return cls(job_number, tuple(sorted((bare(one).upper() for one in symbols), key=len, reverse=True)))

    def ends_with(self, fraction: str) -> bool:
        """Whether «75/196» is the end of its symbol, no page of pages."""
        number = re.sub(r"[\s*]", "", bare(fraction))
        return "/" in number and any(symbol.endswith(f"/{number}") for symbol in self.symbols)


def find_job_number(texts: Iterable[str]) -> str | None:
    """The paper's own job number: the one most often printed in the shape of a footer; None if there is none.

    One without letters counts only where a footer shows it, a bar code bears its digits, it stands alone twice, or
    alone on a paper of the year that it begins with.
    """
    found: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    coded: set[str] = set()
    years: set[str] = set()
    seen = 0
    for text in texts:
        if text and seen < _COVER_LINES:
            seen += 1
            years |= {year[2:] for year in _YEAR.findall(bare(text))}
        if "*" in text:
            coded |= {re.sub(r"\D", "", bare(match["digits"])) for match in _BAR_CODE.finditer(text)}
        if not _ANY_JOB.search(text):
            continue
        for match in _FOOTER.finditer(text):
            if _has_no_letters(match) and match[0].strip() == text.strip(" *#"):
                alone[_canonical(match["job"])] += 1
            if _is_footer(match, None):
                found[_canonical(match["job"])] += 1
    for job, count in alone.items():
        if count > 1 or re.sub(r"\D", "", job) in coded or job[:2] in years:
            found[job] += count
    return found.most_common(1)[0][0] if found else None


def clear_furniture(
    text: str, own: Own | str | None, *, after_break: bool = True, is_cover: bool = False
) -> Cleared:
    """`text` (a cleaned line) without page furniture, wherever in the line it stands.

    A bare job number inside a sentence goes only where it is the paper's `own`: any other is a citation. A number alone
    on its line is a page number only `after_break`: elsewhere a wrapped sentence has left it there. The paper's symbols
    are furniture everywhere but in the line that `is_cover`, and where a sentence cites them.
    """
    own = own if isinstance(own, Own) else Own(own)
    removed: list[str] = []

    def cut(match: re.Match[str]) -> str:
        removed.append(match[0].strip())
        return " "

    def cut_footer(match: re.Match[str]) -> str:
        return cut(match) if _is_footer(match, own.job_number) else match[0]

    rest = _RECYCLING.sub(cut, text)
    if "*" in rest:
        rest = _BAR_CODE.sub(cut, rest)
    if _ANY_JOB.search(rest):
        rest = _FOOTER.sub(cut_footer, rest)
    if "**" in rest:
        rest = _BOLD_FRACTION.sub(cut, rest)
    if own.symbols and not is_cover and "/" in rest:
        rest = _without_running_head(rest, own, removed)
    if removed:
        rest = re.sub(r"\s+([،؛.:»)])", r"\1", re.sub(r"\s{2,}", " ", rest)).strip()
        rest = "" if _ONLY_BULLETS.fullmatch(rest) else rest
    lone = after_break and _LONE.fullmatch(rest) is not None and not own.ends_with(rest)
    if rest and (lone or _ONLY_BULLETS.fullmatch(rest) or is_rule(rest)):
        removed.append(rest)
        rest = ""
    return Cleared(rest, tuple(removed))


def _without_running_head(text: str, own: Own, removed: list[str]) -> str:
    """The line without the paper's own symbols: alone, with the page, or in a sentence that does not cite them."""
    plain, offsets = bare_with_offsets(text)
    upper = plain.upper()
    if not any(symbol in upper for symbol in own.symbols):
        return text
    found = _running_head(own.symbols)
    if found.fullmatch(upper):
        removed.append(text.strip())
        return ""
    kept: list[str] = []
    last = 0
    for match in _own_symbol(own.symbols).finditer(upper):
        if _is_cited(plain, match.start(), match.end()):
            continue
        kept.append(text[last : offsets[match.start()]])
        removed.append(text[offsets[match.start()] : offsets[match.end()]].strip())
        last = offsets[match.end()]
    return "".join([*kept, text[last:]]) if last else text


@lru_cache(maxsize=64)
def _own_symbol(symbols: tuple[str, ...]) -> re.Pattern[str]:
    any_of = "|".join(re.escape(symbol) for symbol in symbols)
    return re.compile(rf"(?<![A-Z0-9/.-])(?:{any_of})(?:\s*-\s*(?:{any_of}))*(?![A-Z0-9/])")


@lru_cache(maxsize=64)
def _running_head(symbols: tuple[str, ...]) -> re.Pattern[str]:
    """Nothing but symbols of the paper, with a page number on either side."""
    page = rf"(?:{_FRACTION}|{_DASH}?\s?\d{{1,3}}\s?{_DASH}?|(?:{_PAGE_WORD})\s*\d{{1,4}})"
    own = rf"(?:{'|'.join(re.escape(symbol) for symbol in symbols)})"
    return re.compile(
        rf"[\s*|]*(?:{page}[\s|]+)?{own}(?:[\s|,،-]*{own})*\*?(?:[\s|]+{page})?[\s*|]*", re.IGNORECASE
    )


def _is_cited(plain: str, start: int, end: int) -> bool:
    """A sentence cites a symbol in brackets or quotes, behind a word for papers, or with a paragraph behind it."""
    before, after = plain[:start].rstrip(), plain[end:].lstrip()
    if before[-1:] in "(«\"'[*،:-" or after[:1] in ")»\"'].،؛":
        return True
    word = before.rsplit(" ", 1)[-1]
    return any(_is_word(normalize(word), cited) for cited in CITING_WORDS)


def _is_word(word: str, cited: str) -> bool:
    """«والوثيقة» is «الوثيقة» with what stands before it; a particle stands alone."""
    return word == cited or (len(cited) > _LONGEST_PARTICLE and word.endswith(cited))


def is_rule(text: str) -> bool:
    """A line that only separates: what stands before it and what follows are two blocks."""
    return bool(_RULE.fullmatch(text))


def rejoin_footers(texts: list[str]) -> list[str]:
    """The same lines, where a footer broken over two of them stands whole on one."""
    found = list(texts)
    for index in range(len(found) - 1):
        here, after = found[index], found[index + 1]
        codes = _BREAKS_BEFORE.search(here)
        if codes and _GOES_ON_WITH_JOB.match(after):
            found[index] = here[: codes.start("codes")].rstrip()
            found[index + 1] = f"{codes['codes']} {after}"
            continue
        recycling = _broken_recycling(here, after)
        if recycling:
            found[index] = here[:recycling]
            found[index + 1] = f"{here[recycling:]} {after}"
            continue
        tail = _GOES_ON_AFTER.match(after) if _BREAKS_AFTER.search(here) else None
        if tail:
            found[index] = f"{here} {tail['tail']}"
            found[index + 1] = after[tail.end() :].lstrip()
    return found


def _broken_recycling(here: str, after: str) -> int | None:
    """Where the plea to reuse the paper starts in `here`, if it goes on in `after`."""
    if not _RECYCLING_OPENS.search(here):
        return None
    match = next((m for m in _RECYCLING.finditer(f"{here} {after}") if m.start() < len(here) < m.end()), None)
    return match.start() if match else None


def _is_footer(match: re.Match[str], job_number: str | None) -> bool:
    if match["before"].strip() or match["after"] or match["page"]:
        return True
    if not _has_no_letters(match) and match[0].strip() == match.string.strip(" *#"):
        return True
    return job_number is not None and _canonical(match["job"]) == job_number


def _has_no_letters(match: re.Match[str]) -> bool:
    return _WITHOUT_LETTERS.fullmatch(match["job"]) is not None


def _canonical(job_number: str) -> str:
    return re.sub(_DASH, "-", bare(job_number)).replace(" ", "")
