"""«التوصية 12», «التوصية رقم 4», «توصية (4)», «التوصية السابعة», «التوصية 5: …»: how a recommendation is headed."""

import re
from dataclasses import dataclass

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import bare_with_offsets
from archive.numbering.labels import suffix_behind
from archive.numbering.ordinal_words import match_ordinal, parse_ordinal

# التوصية · توصية · الـتـوصـيـة رقم · Recommendation No.
_WORD = re.compile(r"(?:ال)?توصي[ةه]\s*(?:رقم\b)?\s*:?\s*|[Rr]ecommendation\s+(?:[Nn]o\.?\s*)?")
_NUMBER = re.compile(r"\(?\s*(?P<number>[0-9]{1,4})(?![0-9/])")
# - · : · – · .
_APART = re.compile(r"\s*[-:.]+\s*")
#: The letters with which such a label begins: nothing else need be looked at.
_FIRST = tuple("اتRr")
#: A heading with its number in words is no longer: «التوصية الخامسة والعشرون بعد المائة».
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class RecommendationLabel:
    """`number` are the digits, `printed` those with what stands beside them («1 مكرراً»).

    `end` is the offset at which the text begins, or the length of the line where it stands alone.
    """

    number: str
    printed: str
    suffix: str
    end: int
    inline: bool


def read_recommendation_label(text: str) -> RecommendationLabel | None:
    """The label that opens a line of words, or None."""
    if text[:1] not in _FIRST:
        return None
    plain, offsets = bare_with_offsets(text[:_LONGEST])
    word = _WORD.match(plain)
    if word is None or word.end() == len(plain):
        return None
    number, printed, suffix, end = "", "", "", word.end()
    digits = _NUMBER.match(plain, end)
    bracket = digits is not None and digits[0].startswith("(")
    if digits:
        number, end = to_ascii(digits["number"]), digits.end()
        beside = suffix_behind(text, offsets[digits.end("number") - 1] + 1)
        suffix, after = beside
        printed = number + (text[offsets[digits.end("number") - 1] + 1 : after] if suffix else "")
        end = next((at for at, offset in enumerate(offsets) if offset >= after), len(plain)) if suffix else end
    else:
        bracket = plain[end : end + 1] == "("
        end += bracket
        ordinal = match_ordinal(plain, end)
        if ordinal is None:
            alone = parse_ordinal(plain[end:].strip(" -:."))
            if alone is None or len(text) > _LONGEST:
                return None
            return RecommendationLabel(str(alone), str(alone), "", len(text), inline=False)
        number, end = str(ordinal[0]), ordinal[1]
        printed = number
    closes = re.match(r"\s*\)", plain[end:])
    if (closes is not None) != bracket:
        return None
    end += closes.end() if closes else 0
    apart = _APART.match(plain, end)
    rest = apart.end() if apart else end
    if rest >= len(plain) and len(text) <= _LONGEST:
        return RecommendationLabel(number, printed, suffix, len(text), inline=False)
    if apart is None or not any(char.isalpha() for char in text[offsets[min(rest, len(offsets) - 1)] :]):
        return None
    return RecommendationLabel(number, printed, suffix, offsets[rest], inline=True)
