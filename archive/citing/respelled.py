"""Short and odd spellings of a whole typed reference, put into the words that the readers know.

`M4 R12`, «ت 12 ج 4», `meeting IV`, `Re: rec. 12 (4th WG meeting)`: in a running text such words may be anything; where
they are all that is typed they cite. Nothing here is asked of a text that says more.
"""

import re
from collections.abc import Callable
from functools import cache

from archive.arabic.normalize import normalize
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import ordinal

#: The bodies have no more meetings, the treaties no more articles in Roman figures that people write.
_MOST = 74
_ROMAN_DIGITS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ORDINALS_AR = {ordinal(number, gender): number for number in range(1, 13) for gender in ("m", "f")}


def _roman(number: int) -> str:
    figures = ""
    for value, figure in _ROMAN_DIGITS:
        times, number = divmod(number, value)
        figures += figure * times
    return figures


_OF_ROMAN = {_roman(number): number for number in range(1, _MOST + 1)}
_R = rf"(?P<roman>{'|'.join(sorted(_OF_ROMAN, key=len, reverse=True))})"
_MEETING_WORD = r"m(?:tg|eeting)?s?\.?\s?#?"
_REC_WORD = r"r(?:ec(?:ommendation)?)?s?\.?\s?#?"
# 5(2)
_TWO = r"(?P<m>[0-9]{1,2})\s?\((?P<n>[0-9]{1,3})\)"
# WG.7 before them, whichever group it is
_GROUP = r"(?P<group>wg\.?\s?[0-9]{1,2}[،\s]+)?"
_OF = r"(?P<meeting>[0-9]{1,2})"
_GAP = r"[\s،./-]*"
# 12 · 12 (k) · 12k · 12 ك
_NUMBER = r"(?P<number>[0-9]{1,3})(?:\s?\(?(?P<letter>[a-z]|[ء-ي])\)?)?"
_LEAD = (
    r"re|fw|fwd|subject|cf|الموضوع|موضوع|رد|اعاده توجيه|بخصوص|بشان|حول|نص|متن|نسخه|مضمون|ورقه|ملف"
    r"|(?:the\s+)?(?:full\s+)?(?:text|wording|content) of|regarding|concerning|about|on|file|paper"
)
#: Behind «بشأن» a figure alone may count anything («about 4.12»).
_CITES = r"(?:توصي|rec|ماده|art|فقره|para|اجتماع|دوره|meeting|session|[a-z]/|v\.)"


def _short(match: re.Match[str]) -> str:
    letter = f" ({match['letter']})" if match["letter"] else ""
    return f"{match['group'] or ''}meeting {match['meeting']}، recommendation {match['number']}{letter}"


def _figure(match: re.Match[str]) -> str:
    return str(_OF_ROMAN[match["roman"]])


def _counted(match: re.Match[str]) -> str:
    return english_ordinal(_OF_ROMAN[match["roman"]])


@cache
def _definite() -> dict[str, str]:
    """«رابع» and «رابعه» with their article, as plain texts have them."""
    return {normalize(word).removeprefix("ال"): normalize(word) for word in _ORDINALS_AR}


def _with_article(match: re.Match[str]) -> str:
    return f"ال{match['term']} {_definite()[match['ordinal']]}"


_ORDINAL_AR = "|".join(sorted(_definite(), key=len, reverse=True))
_Put = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[str, _Put], ...] = (
    # Re: rec. 4.12 · بخصوص التوصية 12 … · نص المادة 18 …
    (rf"^(?:(?:{_LEAD})(?:\s*:|\s)\s*)+(?=.*{_CITES})", ""),
    # recomendation · برتوكول
    (r"\brec+om+[ae]nd?[ae]?tions?\b", "recommendation"),
    (r"بروتكول|برتوكول", "بروتوكول"),
    (r"(?<!\w)(?P<of>ال|لل|ل)?فريق العمل(?!\w)", r"للفريق العامل"),
    # توصيه12 اجتماع4 · 12/الاجتماع · rec.12/mtg.4 · اجتماع رقم (4) · meeting #4
    (r"(?<=[ء-ي]{4})(?=[0-9])", " "),
    (r"(?<=[0-9])\s?/\s?(?=[^\W\d]{3})", "، "),
    (r"(?<=رقم)\s*\(\s?([0-9]{1,3})\s?\)", r" \1"),
    (r"(?<=meeting)\s?#\s?(?=[0-9])", " "),
    # M4 R12 · R12, M4 · ت 12 ج 4 · ج4 ت12
    (rf"^{_GROUP}{_MEETING_WORD}{_OF}{_GAP}{_REC_WORD}{_NUMBER}$", _short),
    (rf"^{_GROUP}{_REC_WORD}{_NUMBER}{_GAP}{_MEETING_WORD}{_OF}$", _short),
    (rf"^(?P<group>)ت\.?\s?{_NUMBER}{_GAP}ا?ج\.?\s?{_OF}$", _short),
    (rf"^(?P<group>)ا?ج\.?\s?{_OF}{_GAP}ت\.?\s?{_NUMBER}$", _short),
    # R.12 of the fourth meeting
    (r"^r\.?\s?(?P<n>[0-9]{1,3})(?=[\s،(].*meeting)", r"recommendation \g<n>"),
    # meeting IV · recommendation XII · article XVIII · IV meeting · IV/12
    (rf"(?<=\b(?:meeting|session|article)\s){_R}\b", _figure),
    (rf"(?<=\b(?:mtg|rec|art)[.\s]){_R}\b", _figure),
    (rf"(?<=\b(?:mtg|rec|art)\.\s){_R}\b", _figure),
    (rf"(?<=\brecommendation\s){_R}\b", _figure),
    (rf"\b{_R}(?=\s+(?:meeting|session)\b)", _counted),
    (rf"^{_R}(?=\s?[./:-]\s?[0-9]{{1,3}}(?:\s?\([a-z]\))?$)", _figure),
    # session of the Working Group · الدورة الثالثة للفريق العامل
    (r"\bsession(?=\s+(?:of\s+)?(?:the\s+)?(?:wg|working group))", "meeting"),
    (r"(?<!\w)(?:ال)?دوره (?=ال\w+(?: عشره)? للفريق العامل)", "الاجتماع "),
    # اجتماع الفريق العامل الثالث · اجتماع رابع
    (r"(?<!\w)اجتماع الفريق العامل (?P<n>ال\w+(?: عشر)?)$", r"الاجتماع \g<n> للفريق العامل"),
    (rf"(?<!\w)(?P<term>اجتماع|دوره) (?P<ordinal>{_ORDINAL_AR})(?!\w)", _with_article),
    # rec 5(2)(k) · 5/2-ك · 5.2k · توصية 2ك · lit. k · البند ك
    (rf"^(?:{_REC_WORD})?{_TWO}(?P<letter>\s?\([a-zء-ي]\))$", r"\g<m>/\g<n>\g<letter>"),
    (rf"^{_REC_WORD}{_TWO}$", r"\g<m>/\g<n>"),
    (r"^(?P<two>[0-9]{1,2}[./][0-9]{1,3})-?(?P<letter>[a-zء-ي])$", r"\g<two> (\g<letter>)"),
    (r"(?<=توصيه )(?P<n>[0-9]{1,3})(?P<letter>[ء-ي])(?=\s)", r"\g<n> (\g<letter>)"),
    (r"\b(?:lit|litt)\.?\s?\(?(?P<letter>[a-z])\)?(?!\w)", r"item (\g<letter>)"),
    (r"\b(?P<word>letter|item|point|subparagraph)\s(?P<letter>[a-z])(?!\w)", r"\g<word> (\g<letter>)"),
    (r"(?<!\w)(?P<word>(?:ال)?(?:بند|فقره|حرف))\s(?P<letter>[ء-ي])(?!\w)", r"\g<word> (\g<letter>)"),
    # توصيات الاجتماع الرابع: 12
    (r"^(?:ال)?توصيات (?P<meeting>الاجتماع [^\d:]{3,20}):\s?(?=[0-9])", r"\g<meeting>، التوصيه "),
    # المادة 18 بروتوكول · art. 18 prot. · the Protocol's article 18 · م/18 · المادة 6 ف 1 · par. 1
    (r"(?<=[0-9]) (?:ال)?بروتوكول$", " من البروتوكول"),
    (r"\b(?:prot\.?|somp|p2)(?=$|\s)", "protocol"),
    (r"\"s (?=article|art\b)", " "),
    (r"^م\s?/\s?(?=[0-9])", "م "),
    (r"(?<=[0-9])[\s،]+ف\.?\s?(?=[0-9])", "، الفقره "),
    (r"\b(?:par|parag|al)\.?\s?(?=[0-9])", "para "),
    # …, annex I · ، المرفق الأول · , p. 3 · ص 3: what has no page of its own is on that of its paper.
    (
        r"(?<=[0-9])[\s،(]+(?:annex(?:es)?|appendix|(?:ال)?مرفق|pp?\.?|pages?|ص\.?|(?:ال)?صفحه)"
        r"(?:\s?(?:[0-9]{1,3}(?:-[0-9]{1,3})?|[ivx]{1,4}|ال\w+))?\)?$",
        "",
    ),
    (r"^(?:annex|appendix)(?:\s[0-9ivx]{1,4})?\s(?:of|to)\s(?=\w+[/.])", ""),
    (r"^(?:ال)?مرفق(?:\sال\w+)?\s(?:ب|من|ل)\s?(?:ال)?(?:وثيقه\s)?(?=[a-z])", ""),
    (r"(?<=[0-9])[\s.(]+(?:pdf|docx?|arabic|english|عربي|بالعربيه)\)?$", ""),
    # Recommendation 12 - fourth meeting - 2017 · …, Vienna, September 2017
    (r"\s-\s(?P<year>(?:19|20)[0-9]{2})$", r" (\g<year>)"),
    (r"(?<=،)\s?(?:[a-z]+|[ء-ي]+)،?\s[^\W\d]{3,12}\s(?=(?:19|20)[0-9]{2}$)", " "),
)
_COMPILED = tuple((re.compile(pattern), put) for pattern, put in _RULES)


def respelled(bare: str) -> str:
    """Give a whole plain text in the words that the readers know: itself where it has none of these spellings."""
    for pattern, put in _COMPILED:
        bare = pattern.sub(put, bare)
    return " ".join(bare.split())
