"""What the heads and feet of pages say of the paper itself, in every format that has them."""

import re
from collections.abc import Iterable

# V.19-05359 (A) 220819 · V.20-05359 2/6 · *1905359*
_JOB = re.compile(
    r"(?:[A-Z]{1,2}\.\s?\d{2}[-‑–]\d{5}|[BK]\d{7}|\d{2}[-‑–]\d{5}\s*\([A-Z]\)).*|\*\s?[A-Z]{0,2}\d{7,9}[A-Z]?\s?\*"
)
_NUMBER = re.compile(r"\b[A-Z]{1,2}\.\s?\d{2}[-‑–]\d{5}\b(?: \([A-Z]\))?|\b\d{2}[-‑–]\d{5}\b \([A-Z]\)")
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]*(?:/[A-Z0-9.()-]+){2,}")
_LETTER = re.compile("[ء-ي]")


def bears_job_number(line: str) -> bool:
    """The reader of the text knows what to do with it."""
    return bool(_JOB.fullmatch(line)) and not _LETTER.search(line)


def job_number_in(lines: Iterable[str]) -> str:
    """The job number that heads or feet bear, whatever stands beside it; "" without one."""
    return next((found[0] for line in lines if (found := _NUMBER.search(line))), "")


def is_symbol(line: str) -> bool:
    return bool(_SYMBOL.fullmatch(line))


def symbol_of_heads(lines: Iterable[str], text: str) -> str:
    """The symbol that stands at the heads of pages and nowhere in the text; "" without one."""
    inside = "".join(text.split())
    return next((line for line in lines if is_symbol(line) and line not in inside), "")
