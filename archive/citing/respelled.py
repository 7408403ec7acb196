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
from archive.numbering.roman import numeral

from .english_numbers import CARDINAL, cardinal_of
from .french import from_french
from .loose_forms import from_loose
from .memo_forms import from_memo
from .stray_signs import without_stray_signs

#: The bodies have no more meetings, the treaties no more articles in Roman figures that people write.
_MOST = 74
_ORDINALS_AR = {ordinal(number, gender): number for number in range(1, 13) for gender in ("m", "f")}
_OF_ROMAN = {numeral(number).lower(): number for number in range(1, _MOST + 1)}
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
    r"re|ref|reference|fw|fwd|subject|cf|الموضوع|موضوع|رد|مرجع|المرجع|اشاره الي|اعاده توجيه|بخصوص|بشان|حول"
    r"|نص|متن|نسخه|مضمون|ورقه|ملف"
    r"|(?:the\s+)?(?:full\s+)?(?:text|wording|content) of|regarding|concerning|about|on|file|paper"
)
#: Behind «بشأن» a figure alone may count anything («about 4.12»).
_CITES = r"(?:توصي|rec|ماده|art|فقره|para|اجتماع|دوره|meeting|session|[a-z]/|v\.|wg)"


def _short(match: re.Match[str]) -> str:
    letter = f" ({match['letter']})" if match["letter"] else ""
    return f"{match['group'] or ''}meeting {match['meeting']}، recommendation {match['number']}{letter}"


def _by_order(match: re.Match[str]) -> str:
    """`R12/4` names them as `R12 M4` does, where the greater comes first: else it may be meeting and number."""
    number, meeting = int(match["number"]), int(match["meeting"])
    return f"meeting {meeting}، recommendation {number}" if number > meeting else match[0]


@cache
def _ordinals_f() -> dict[str, int]:
    return {normalize(ordinal(number, "f")): number for number in range(1, _MOST + 1)}


def _in_figures(match: re.Match[str]) -> str:
    numbers = (_ordinals_f().get(" ".join(word.split())) for word in _BETWEEN_ORDINALS.split(match["list"]))
    found = [str(number) for number in numbers if number]
    return f"التوصيات {' و'.join(found)}" if len(found) == match["list"].count(" و") + 1 else match[0]


def _cardinal(match: re.Match[str]) -> str:
    return str(cardinal_of(match[0]))


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
_BETWEEN_ORDINALS = re.compile(r"[\s،]+و(?=ال)")
_Put = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[str, _Put], ...] = (
    # Re: rec. 4.12 · بخصوص التوصية 12 … · نص المادة 18 …
    (rf"^(?:(?:{_LEAD})(?:\s*[:.]|\s)\s*)+(?=.*{_CITES})", ""),
    # recomendation · برتوكول
    (r"\brec+om+[ae]nd?[ae]?tion(?P<s>s?)\b", r"recommendation\g<s>"),
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
    # R12/4 · Rec 12/4th · Rec. 12 / IV · WG.7-4-12
    (r"^r\.?(?P<number>[0-9]{1,3})/(?P<meeting>[0-9]{1,2})$", _by_order),
    (
        r"^rec\.? ?(?P<n>[0-9]{1,3}) ?/ ?(?P<m>[0-9]{1,2}(?:st|nd|rd|th))$",
        r"recommendation \g<n>، \g<m> meeting",
    ),
    (rf"(?<=^rec )(?P<n>[0-9]{{1,3}}) ?/ ?{_R}$", lambda match: f"{match['n']}، meeting {_figure(match)}"),
    (rf"(?<=^rec\. )(?P<n>[0-9]{{1,3}}) ?/ ?{_R}$", lambda match: f"{match['n']}، meeting {_figure(match)}"),
    (r"^(?P<group>wg\.?\s?[0-9])[-/](?P<m>[0-9]{1,2})[-/](?P<n>[0-9]{1,3})$", r"\g<group> \g<m>/\g<n>"),
    # ctoc cop wg.7 2019 5 · CTOC_COP_WG.7_2019_5
    (
        r"^ctoc[\s_/-]+cop[\s_/-]+wg[.\s]?(?P<g>[0-9]{1,2})[\s_/-]+(?P<y>(?:19|20)[0-9]{2})[\s_/-]+(?P<n>[0-9]{1,3})$",
        r"ctoc/cop/wg.\g<g>/\g<y>/\g<n>",
    ),
    (
        r"^ctoc[\s_/-]+cop[\s_/-]+(?P<y>(?:19|20)[0-9]{2})[\s_/-]+(?P<n>[0-9]{1,3})$",
        r"ctoc/cop/\g<y>/\g<n>",
    ),
    # third mtg · التوصية 12 اج 4 · WG.7's
    (r"\bmtg\b\.?(?!\s?[#0-9])", "meeting"),
    (r"(?<=[0-9])[\s،]+ا?ج\.? (?=[0-9]{1,2}$)", "، الاجتماع "),
    (r"\"s (?=(?:\w+ )?meeting)", " "),
    (r"(?<=اجتماع [0-9]) للفريق$", ""),
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
    (r"^ف\.?ف\.?\s?(?=\()", "الفقره الفرعيه "),
    (r"(?<=توصيه )(?P<n>[0-9]{1,3})\s?[-/]\s?(?P<letter>[ء-ي])(?!\w)", r"\g<n> (\g<letter>)"),
    (r"(?<=[0-9]) para(?:graph)?\.? (?P<letter>[a-z])$", r" (\g<letter>)"),
    # التوصية الثالثة والرابعة من … · التوصيات 3/4/5 من … · التوصيات: 3، 4 - الاجتماع … · recommendations three to five
    (
        r"^(?:ال)?توصي(?:ه|تان|تين|ات) (?P<list>ال\w+(?: عشره?)?(?:[\s،]+وال\w+(?: عشره?)?)+)"
        r"(?=[\s،(]+(?:من|في|ل?ل?ال?اجتماع))",
        _in_figures,
    ),
    (r"(?<=توصيات )(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})/(?P<c>[0-9]{1,3})(?= )", r"\g<a>، \g<b>، \g<c>"),
    (r"^(?P<head>(?:ال)?توصيات|recommendations|recs): ?(?=[0-9])", r"\g<head> "),
    (r"(?<=[0-9]) - (?=الاجتماع|\w+ meeting)", "، "),
    (rf"(?<=\brecommendations ){CARDINAL}", _cardinal),
    (rf"(?<=[0-9] to ){CARDINAL}", _cardinal),
    (rf"(?<=^article ){CARDINAL}", _cardinal),
    # توصيات الاجتماع الرابع: 12
    (r"^(?:ال)?توصيات (?P<meeting>الاجتماع [^\d:]{3,20}):\s?(?=[0-9])", r"\g<meeting>، التوصيه "),
    # المادة 18 بروتوكول · art. 18 prot. · the Protocol's article 18 · م/18 · المادة 6 ف 1 · par. 1
    (r"(?<=[0-9]) (?:ال)?بروتوكول$", " من البروتوكول"),
    (r"(?<=[0-9]) (?:ال)?اتفاقيه$", " من الاتفاقيه"),
    (r"\b(?:prot\.?|somp?|p2)(?=$|\s)", "protocol"),
    (r"\"s (?=article|art\b)", " "),
    (r"^م\s?/\s?(?=[0-9])", "م "),
    (r"(?<=[0-9])[\s،]+فق?\.?\s?(?=[0-9])", "، الفقره "),
    # ف 35 من تقرير … · ¶ 1
    (r"^فق?\.?\s?(?=[0-9]{1,3}(?:\s?من\s|\s?،))", "الفقره "),
    (r"[¶§]+\s?(?=[0-9])", "para "),
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
    bare = from_french(from_memo(from_loose(without_stray_signs(bare))))
    for pattern, put in _COMPILED:
        bare = pattern.sub(put, bare)
    return " ".join(bare.split())
