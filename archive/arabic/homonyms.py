"""Words of one stem and two matters, told apart by the word before or behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from archive.arabic.lexicon import DATA
from archive.arabic.tables import read_table


@dataclass(frozen=True, slots=True)
class _ToldStem:
    """`form` is the word itself, `before` are words, `after` stems; empty where whatever may stand there."""

    form: str
    before: frozenset[str]
    after: frozenset[str]
    stem: str


@cache
def _readings() -> dict[str, tuple[_ToldStem, ...]]:
    readings: dict[str, tuple[_ToldStem, ...]] = {}
    for word, before, after, becomes in read_table(DATA / "homonyms.tsv"):
        stem, _, form = word.partition("=")
        one = _ToldStem(form, _words(before), _words(after), becomes)
        readings[stem] = (*readings.get(stem, ()), one)
    return readings


def _words(listed: str) -> frozenset[str]:
    return frozenset(filter(None, listed.split("|")))


def stems_in_context(exact: Sequence[str], stems: Sequence[str]) -> list[str]:
    """Give the stems of words in a row, given their exact forms: of homonyms the one that their neighbours tell."""
    readings = _readings()
    found = list(stems)
    for place, stem in enumerate(stems):
        for one in readings.get(stem, ()):
            before = exact[place - 1] if place else ""
            after = stems[place + 1] if place + 1 < len(stems) else ""
            if one.form and one.form != exact[place]:
                continue
            if (not one.before or before in one.before) and (not one.after or after in one.after):
                found[place] = one.stem
                break
    return found


@cache
def _negated() -> frozenset[str]:
    return frozenset(one.stem for told in _readings().values() for one in told if one.stem.startswith("لا"))


def negations_in(exact: Sequence[str], stems: Sequence[str]) -> set[int]:
    """The places of «غير» before a word whose stem says it already («لانظامي»): there it adds nothing."""
    return {
        place
        for place, (word, (_, after)) in enumerate(zip(exact, pairwise(stems), strict=False))
        if word.removeprefix("ال") == "غير" and after in _negated()
    }


def told_stems() -> list[tuple[str, str, str]]:
    """Each stem of two matters with a stem that may be meant instead, and the form that alone tells it, if one does."""
    return [
        (stem, one.stem, "" if one.before or one.after else one.form)
        for stem, told in _readings().items()
        for one in told
    ]
