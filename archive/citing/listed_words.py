"""Lists and ranges of recommendations in words, put into figures: «three to five», «the third and fourth
recommendations», «trois à cinq», «ثلاثة إلى خمسة».
"""

import re
from functools import cache

from archive.arabic.normalize import normalize

from .english_numbers import CARDINAL_WORD, ORDINAL, cardinal_of, ordinal_of

_FRENCH = {
    word: number
    for number, word in enumerate(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
        "dix-huit dix-neuf vingt".split(),
        1,
    )
}
_ARABIC = "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
_TO = r"to|through|until|à|a|الي|حتي"
_BETWEEN = rf"\s*(?:،\s*(?:and\s+)?|\s(?:and|et|&|{_TO})\s|-)\s*"
_FIGURE = r"[0-9]{1,3}"


@cache
def _arabic() -> dict[str, int]:
    words = {normalize(word): number for number, word in enumerate(_ARABIC, 1)}
    return words | {word.removesuffix("ه"): number for word, number in words.items() if number > len("اث")}


def _listed(one: str) -> str:
    return rf"(?:{one}|{_FIGURE})(?:{_BETWEEN}(?:{one}|{_FIGURE}))+"


# recommendations three, four and five
_ENGLISH_LIST = re.compile(
    rf"(?<=\brec)(?P<head>(?:ommendation)?s\.? )(?P<list>{_listed(CARDINAL_WORD)})(?=\s?(?:[،(]|of |from |at |$))"
)
# the third, fourth and fifth recommendations
_COUNTED_LIST = re.compile(rf"^(?:the )?(?P<list>{_listed(ORDINAL)}) rec(?:ommendation)?s\b")
_FRENCH_LIST = re.compile(
    rf"^(?:les )?recommandations (?P<list>{_listed('|'.join(sorted(_FRENCH, key=len, reverse=True)))})(?= d)"
)


@cache
def _arabic_list() -> re.Pattern[str]:
    one = "|".join(sorted(_arabic(), key=len, reverse=True))
    return re.compile(rf"^(?:ال)?توصيات (?:من )?(?P<first>{one}) (?:الي|حتي) (?P<last>{one})(?= )")


def _put(pattern: str, numbers: dict[str, int], listed: str) -> str:
    return re.sub(pattern, lambda match: str(numbers.get(match[0], match[0])), listed)


def in_figures(bare: str) -> str:
    """Give a whole plain text with such a list in figures: itself where it has none."""
    bare = _ENGLISH_LIST.sub(lambda match: match["head"] + _cardinals(match["list"]), bare)
    bare = _COUNTED_LIST.sub(lambda match: f"recommendations {_ordinals(match['list'])}", bare)
    bare = _FRENCH_LIST.sub(
        lambda match: f"recommandations {_put(r'[a-z-]{2,}', _FRENCH, match['list'])}", bare
    )
    return _arabic_list().sub(
        lambda match: f"التوصيات {_arabic()[match['first']]} الي {_arabic()[match['last']]}", bare
    )


def _cardinals(listed: str) -> str:
    return re.sub(CARDINAL_WORD, lambda match: str(cardinal_of(match[0])), listed)


def _ordinals(listed: str) -> str:
    return re.sub(ORDINAL, lambda match: str(ordinal_of(match[0])), listed)
