"""What the page puts between and inside the text: job numbers, page numbers, the plea to reuse the paper.

Guarantee: nothing is taken for furniture but these forms; the words around them stay untouched.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from archive.arabic.normalize import bare
from archive.vocabulary.masthead_terms import RECYCLING_LINES

_DASH = r"[-‐‑‒–—−]"
_STAR = r"\**"
# 4/10 · **4/10**
_FRACTION = rf"{_STAR}\s?\d{{1,3}}\s?/\s?\d{{1,3}}\s?{_STAR}"
# V.20-05359
_JOB = rf"[A-Z]{{1,2}}\.\s?\d{{2}}{_DASH}\d{{5}}"

# V.20-05359 **4/10**   220819 220819 V.19-08455 (A)   4/10 V.20-05359
_FOOTER = re.compile(
    rf"(?P<before>(?:\d{{6}}\s+){{0,2}}|{_FRACTION}\s+)"
    rf"(?P<job>{_JOB})"
    rf"(?P<after>\s?\([A-Z]\))?"
    rf"(?P<page>\s+{_FRACTION})?(?!\d)"
)
_ANY_JOB = re.compile(_JOB)
_LONE = re.compile(
    # 4/10 · **4/10** · 12 · - 12 - · 220819 220819 · Page 3
    rf"{_FRACTION}|{_DASH}?\s?\d{{1,3}}\s?{_DASH}?|\d{{6}}(?:\s+\d{{6}})?|[Pp]age\s+\d+(?:\s+of\s+\d+)?"
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


def find_job_number(texts: Iterable[str]) -> str | None:
    """The paper's own job number: the one most often printed in the shape of a footer; None if there is none."""
    found: Counter[str] = Counter()
    for text in texts:
        if not _ANY_JOB.search(text):
            continue
        for match in _FOOTER.finditer(text):
            if _is_footer(match, None):
                found[_canonical(match["job"])] += 1
    return found.most_common(1)[0][0] if found else None


def clear_furniture(text: str, job_number: str | None, *, after_break: bool = True) -> Cleared:
    """`text` (a cleaned line) without page furniture, wherever in the line it stands.

    A bare job number inside a sentence goes only where it is the paper's own, `job_number`: any other is a citation.
    A number alone on its line is a page number only `after_break`: elsewhere a wrapped sentence has left it there.
    """
    removed: list[str] = []

    def cut(match: re.Match[str]) -> str:
        removed.append(match[0].strip())
        return " "

    def cut_footer(match: re.Match[str]) -> str:
        return cut(match) if _is_footer(match, job_number) else match[0]

    rest = _RECYCLING.sub(cut, text)
    if _ANY_JOB.search(rest):
        rest = _FOOTER.sub(cut_footer, rest)
    if "**" in rest:
        rest = _BOLD_FRACTION.sub(cut, rest)
    if removed:
        rest = re.sub(r"\s+([،؛.:»)])", r"\1", re.sub(r"\s{2,}", " ", rest)).strip()
        rest = "" if _ONLY_BULLETS.fullmatch(rest) else rest
    if rest and ((after_break and _LONE.fullmatch(rest)) or _ONLY_BULLETS.fullmatch(rest) or is_rule(rest)):
        removed.append(rest)
        rest = ""
    return Cleared(rest, tuple(removed))


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
    if match[0].strip() == match.string.strip(" *#"):
        return True
    return job_number is not None and _canonical(match["job"]) == job_number


def _canonical(job_number: str) -> str:
    return bare(job_number).replace(" ", "")
