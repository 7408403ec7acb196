"""How mails, minutes, slides and footnotes cite: `Ref. 4/12`, «ت 4/12», `WG.7, 4th, rec. 12`, `[3] See rec. 4.12`.

As in `respelled`, which asks this first: of a whole typed reference, put into words that the readers know.
"""

import re
from collections.abc import Callable

from archive.arabic.normalize import normalize
from archive.numbering.ordinal_words import ordinal

from .english_numbers import ORDINAL, ordinal_of
from .listed_words import in_figures

_GROUP = r"wg\.?\s?[0-9]{1,2}"
_COUNTED = r"[0-9]{1,2}(?:st|nd|rd|th)"
#: Larger ones name no meeting in brackets; `(i)` and `(v)` are letters.
_ROMAN = "ii|iii|iv|vi|vii|viii|ix"
_CITES = (
    r"(?:(?:see|انظر|راجع|cf\.?)\s+(?:also\s+|ايضا\s+)?)?(?:the\s+)?"
    r"(?:rec|(?:ال)?توصي|wg|para|(?:ال)?فقره|art|(?:ال)?ماده)"
)
_FEMININE = {normalize(ordinal(number, "f")): number for number in range(1, 61)}


def _ordinal_recommendation(match: re.Match[str]) -> str:
    return f"recommendation {ordinal_of(match['number'])}"


def _of_meeting(match: re.Match[str]) -> str:
    """«توصية الاجتماع الرابع الثانية عشرة»."""
    number = _FEMININE.get(match["ordinal"])
    return f"{match['meeting']}، التوصيه {number}" if number else match[0]


_Put = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[str, _Put], ...] = (
    # 4.12? · footnote 3: Rec. 12 … · [12] Rec. 12 … · ¹ See rec. 12 · (1) انظر التوصية 12 …
    (r"(?<=[\w)])\s?[?؟!]+$", ""),
    (rf"^(?:foot ?note|note|fn|n|(?:ال)?حاشيه|هامش)\.?\s?[0-9]{{1,3}}\s?[:.،]?\s+(?={_CITES})", ""),
    (rf"^\(?(?:[0-9]{{1,3}}|[¹²³⁰⁴-⁹]+)[).]*\s+(?={_CITES})", ""),
    # Ref. 4/12 · ref. no. 4.12 · ت 4/12
    (r"^(?:ref(?:erence)?s?|المرجع|مرجع)\s?[.:]?\s?(?:(?:no|رقم)\.?)?\s?[.:]?\s?(?=[0-9]{1,2}[/.][0-9])", "rec "),
    (r"^ت\.?\s?(?=[0-9]{1,2}[/.][0-9]{1,3}(?:$|[^/.0-9]))", "rec "),
    (r"^(rec)\s-\s(?=[0-9])", r"\1 "),
    # REC12 OF MTG4 · rec.12of 4th · recommendation l2, as a bad copy has it
    (r"\b(rec(?:ommendation)?s?|m(?:tg|eeting))(?=[0-9])", r"\1 "),
    (r"(?<=[0-9])of\b", " of"),
    (r"(?<=\brecommendation )[li](?=[0-9])", "1"),
    (r"(?<=[0-9])o(?=$|\s)", "0"),
    # التوصية رقم: 12، الاجتماع رقم: 4 · رقم التوصية: 12 - رقم الاجتماع: 4 · Recommendation: 12; Meeting: 4
    (r"رقم (?P<of>(?:ال)?(?:توصيه|اجتماع))\s?:?\s?(?=[0-9])", r"\g<of> "),
    (r"(?<=رقم)\s?:\s?(?=[0-9])", " "),
    (r"\b(?P<of>rec(?:ommendation)?s?|m(?:tg|eeting))\s?:\s?(?=[0-9])", r"\g<of> "),
    (r"(?<=توصيه) ذات الرقم (?=[0-9])", " "),
    # ت12، اجتماع 4 · ت 3-5 من الاجتماع الرابع · الاجتماع 4 ت 12
    (r"^ت\.?\s?(?=[0-9]{1,3}\s?-[\s0-9]+من (?:ال)?اجتماع)", "التوصيات "),
    (r"^ت\.?\s?(?=[0-9]{1,3}(?:\s?\([ء-ي]\))?[\s،]+(?:من )?(?:ال)?اجتماع)", "التوصيه "),
    (r"(?P<of>^(?:ال)?اجتماع \w{1,9}(?: عشر)?)[\s،]+ت\.?\s?(?=[0-9]{1,3}(?:\s?\([ء-ي]\))?$)", r"\g<of>، التوصيه "),
    (r"^(?:ال)?توصيه (?P<meeting>الاجتماع \w+(?: عشر)?) (?P<ordinal>ال\w+(?: عشره)?)$", _of_meeting),
    # WG.7, 4th, rec. 12 · WG.7/4/R12 · WG.7-M4-R12 · 4M R12 · WG7 rec 12 (4th) · Rec. 12 (IV) · recs 3-5 of M4
    (rf"^(?P<group>{_GROUP})[،\s]+(?P<meeting>{_COUNTED})[،\s]+(?=rec)", r"\g<group>، \g<meeting> meeting، "),
    (
        rf"^(?P<group>{_GROUP})[\s/-]+m?(?P<m>[0-9]{{1,2}})[\s/-]+r(?:ec)?\.?\s?(?P<n>[0-9]{{1,3}})$",
        r"\g<group> \g<m>/\g<n>",
    ),
    (r"^(?P<m>[0-9]{1,2})m[\s،/-]*r\.?\s?(?P<n>[0-9]{1,3})$", r"\g<m>/\g<n>"),
    (
        rf"^(?P<head>(?:{_GROUP}[\s،]+)?rec[^()]*[0-9])\s?\((?P<meeting>{ORDINAL}|{_ROMAN})\)$",
        r"\g<head>، \g<meeting> meeting",
    ),
    (r"\bof m\.?\s?(?=[0-9]{1,2}$)", "of meeting "),
    (r"(?<=[0-9)])\s?@\s?(?=m)|(?<=meeting)\s?>\s?(?=rec)", "، "),
    # 4/12 (WG.7) · Working Group on SOM · SOM WG · UNODC WG.7
    (r"^(?:un|unodc|untoc|cop)[\s،]+(?=wg)", ""),
    (r"\b(?:som|smuggling(?: of migrants)?) (?:wg|working group)\b", "working group on the smuggling of migrants"),
    (r"\bwg(?= on\b)", "working group"),
    (r"(?<=working group on )som\b", "the smuggling of migrants"),
    (
        r"^(?P<two>[0-9]{1,2}[/.][0-9]{1,3})\s?\((?P<group>wg[^()]*|working group[^()]*)\)$",
        r"\g<group>، rec \g<two>",
    ),
    # 12th rec, 4th mtg · of 4th mtg
    (rf"^(?:the )?(?P<number>{ORDINAL}) rec(?:ommendation)?\b\.?", _ordinal_recommendation),
    (rf"\bof (?={_COUNTED} m)", "of the "),
    # as adopted at · contained in the report of the fourth meeting · من محضر الاجتماع
    (r"\bas (?=adopted\b)", ""),
    (
        r"^(?P<of>rec[^،]*[0-9)]) (?:as )?(?:contained |included |set out |set forth |reproduced |found )?in (?:the )?"
        r"(?:report|minutes) (?:of|on) (?=the \w+ meeting)",
        r"\g<of> of ",
    ),
    (
        r"^(?P<of>(?:ال)?توصي[^،]*[0-9)]) (?:الوارده )?(?:من|في) (?:محضر|تقرير) (?=(?:ال)?اجتماع)",
        r"\g<of> من ",
    ),
    (r"[،\s]+(?:vienna|geneva|فيينا)[،\s]+(?=\(?(?:19|20)[0-9]{2}\)?$)", " "),
    # 5.2.(k) · 5-2-k · sub (k)
    (r"^(?P<m>[0-9]{1,2})(?P<by>[.-])(?P<n>[0-9]{1,3})(?P=by)\(?(?P<letter>[a-zء-ي])\)?$", r"\g<m>/\g<n> (\g<letter>)"),
    (r"\bsub\.?\s?(?=\([a-z]\))", "subparagraph "),
    # من التوصية 3 إلى التوصية 5 · recommendation 3 to recommendation 5
    (
        r"^(?:من )?(?:ال)?توصيه (?P<a>[0-9]{1,3}) (?:الي|حتي) (?:ال)?توصيه (?P<b>[0-9]{1,3})",
        r"التوصيات \g<a> الي \g<b>",
    ),
    (r"^rec(?:ommendation)?\.? (?P<a>[0-9]{1,3}) (?:to|through) rec(?:ommendation)?\.? (?P<b>[0-9]{1,3})",
     r"recommendations \g<a> to \g<b>"),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), put) for pattern, put in _RULES)


def from_memo(bare: str) -> str:
    """Give a whole plain text without these forms: itself where it has none."""
    bare = in_figures(bare)
    for pattern, put in _COMPILED:
        bare = pattern.sub(put, bare)
    return bare
