"""Is a decoded text an Arabic text that can be read? It is refused here, or passed with warnings.

Each judgement counts many words: one odd word is no reason to refuse a document.
"""

import re
import unicodedata
from collections.abc import Callable

from archive.sources.decoding import SourceWarning
from archive.sources.languages import ENGLISH, language_of
from archive.sources.refusals import unreadable

# <!DOCTYPE html>, <html lang="ar">, <?xml version="1.0"?> at the start, or many tags: <p>, <br/>, </div>
MARKUP_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s|html\b|head\b|body\b|\?xml\b|meta\b)", re.I | re.S
)
TAG = re.compile(
    r"</?(?:p|div|span|br|table|tr|td|th|body|head|html|meta|style|script|li|ul|ol|a|b|h[1-6])(?:\s[^<>]*)?/?>",
    re.I,
)
TAGS_OF_A_PAGE = 6

ARABIC_LETTER = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
LEAST_ARABIC = 0.2  # a short Arabic text may list long Latin titles; a text in another language quotes less
#: An Arabic paper with an annex of names or a Latin text is Arabic where it begins: at least half of so many letters.
#: Its cover prints some 60 Latin ones; the Arabic lines of a cover before a text in another language have under 400.
OPENING_LETTERS = 800
_HALF = 0.5
#: A paper that begins in another language is that language's, whatever Arabic follows: with both in one file, the other
#: would be read as lines of Arabic.
MOST_FOREIGN_OPENING = 0.25

# Arabic read as Latin («Ø§Ù„Ø¯ÙˆÙ„») or as Windows-1256 («ط§ظ„ط¯ظˆظ„») and saved again.
MOJIBAKE = re.compile(
    "(?:[ØÙ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]){3,}"
    "|(?:[طظ][\u0080-\u00bf\u0152-\u02dc\u06af\u0679-\u06be\u2013-\u2122]){2,}"
)

WORD = re.compile("[\u0620-\u063f\u0641-\u064a\u0671-\u06d3]{4,}")
# Visual order: «نيرجاهملا» for المهاجرين, «ةمظنملا» for المنظمة. No word starts with ة or ى, few end in لا.
REVERSED_WORD = re.compile("[ةى].*|.{2,}لا")
# the same words as they should stand: المهاجرين, للدول, منظمة
STRAIGHT_WORD = re.compile("[وفبك]?ال.*|لل.*|.*[ةى]")
# «األمانة», «اإلجراءات», «واالتفاقية»: no word starts so.
SWAPPED_WORD = re.compile("[وفبكل]?ا(?:[أإآ]ل|ال).*")


def judge(text: str) -> tuple[SourceWarning, ...]:
    """Warnings about a text that can be read; raises Unreadable for one that cannot."""
    _refuse_empty(text)
    refuse_markup(text)
    _refuse_mojibake(text)
    _refuse_other_script(text)
    words = WORD.findall(_plain(text))
    _refuse_reversed(words)
    return (*_judge_swapped(words), *_judge_lost(text))


def refuse_markup(text: str) -> None:
    """Raises Unreadable for a web page or XML saved under the name of a text."""
    start = MARKUP_START.match(text.lstrip("\ufeff"))
    if start or _at_least(TAGS_OF_A_PAGE, TAG, text):
        raise unreadable("html", detail="XML" if start and "?xml" in start.group() else "HTML")


def _at_least(count: int, pattern: re.Pattern[str], text: str) -> bool:
    return any(number >= count for number, _ in enumerate(pattern.finditer(text), 1))


def _refuse_empty(text: str) -> None:
    if all(unicodedata.category(sign) in {"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"} for sign in text):
        raise unreadable("empty")


def _refuse_mojibake(text: str) -> None:
    garbled = MOJIBAKE.findall(text)
    if len(garbled) >= 3 and sum(map(len, garbled)) * 4 > len("".join(text.split())):
        raise unreadable("mojibake", detail=garbled[0][:8])


def _refuse_other_script(text: str) -> None:
    arabic = len(ARABIC_LETTER.findall(text))
    letters = sum(map(str.isalpha, text))
    opening = _opening_of(text)
    share = len(ARABIC_LETTER.findall(opening)) / max(sum(map(str.isalpha, opening)), 1)
    if arabic == 0 or (arabic < LEAST_ARABIC * letters and share < _HALF):
        language = language_of(text)
        if language == ENGLISH:  # the further language in which papers are kept
            return
        raise unreadable("other_language", detail=language) if language else unreadable("not_arabic")
    if share < MOST_FOREIGN_OPENING and (language := language_of(opening)):
        raise unreadable("several_languages", detail=language)


def _opening_of(text: str) -> str:
    """The text up to so many letters."""
    letters = 0
    for place, sign in enumerate(text):
        letters += sign.isalpha()
        if letters == OPENING_LETTERS:
            return text[:place]
    return text


def _plain(text: str) -> str:
    """For counting only: presentation forms as plain letters, without marks and tatweel."""
    if re.search("[\ufb50-\ufdff\ufe70-\ufefc]", text):
        text = unicodedata.normalize("NFKC", text)
    return re.sub("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]", "", text)


def _examples(words: list[str], matches: Callable[[str], object]) -> list[str]:
    return [word for word in words if matches(word)]


def _refuse_reversed(words: list[str]) -> None:
    backwards = _examples(words, REVERSED_WORD.fullmatch)
    straight = _examples(words, STRAIGHT_WORD.fullmatch)
    if len(backwards) >= 3 and len(backwards) > len(straight) and len(backwards) * 10 >= len(words):
        raise unreadable("reversed", detail=backwards[0])


def _judge_swapped(words: list[str]) -> tuple[SourceWarning, ...]:
    swapped = _examples(words, SWAPPED_WORD.fullmatch)
    if len(swapped) >= 2 and len(swapped) * 100 >= len(words):
        raise unreadable("lam_alef", detail="»، «".join(dict.fromkeys(swapped[:2])))
    if not swapped:
        return ()
    sentence = f"في النص كلمات لعل اللام والألف انقلبتا فيها ({len(swapped)})، أولها «{swapped[0]}». راجعها."
    return (SourceWarning("lam_alef", sentence),)


def _judge_lost(text: str) -> tuple[SourceWarning, ...]:
    lost = text.count("\ufffd")
    if not lost:
        return ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    sentence = f"في النص محارف ضاعت قبل أن يصل إلينا (العدد {lost}، أولها في السطر {line}). قابله بالأصل."
    return (SourceWarning("lost_characters", sentence),)
