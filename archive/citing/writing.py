"""Facts as text: how a thing is called and cited, in Arabic and in English. What is written here `reading` reads."""

from dataclasses import dataclass
from unicodedata import bidirectional

from archive.numbering import abjad, suffixes
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import ordinal_or_figure

from .annexes import annex_in_english, read_annex
from .plain import plain
from .things import Thing

_LEFT_TO_RIGHT = "\u200e"
# After Arabic letters the hyphen would turn the two round; the mark keeps them.
_MARKED_HYPHEN = f"{_LEFT_TO_RIGHT}-"


@dataclass(frozen=True, slots=True)
class CitedFacts:
    """What a whole citation of a recommendation tells besides its numbers; `where` are place and dates, as printed
    in the language; `mark` is the symbol or job number of the document; `is_one_of_series` where its meeting has
    several series of recommendations, so that the first is told too."""

    body: str
    where: tuple[str, ...] = ()
    mark: str = ""
    is_one_of_series: bool = False


def arabic_figure(number: int, copy: int | None = None, letter: int = 0, suffix: int = 0) -> str:
    """«12», «12-2» for the second of a doubled number, «2 (ك)» for a lettered item, «1 مكرراً»."""
    doubled = f"{_MARKED_HYPHEN}{copy}" if copy and copy > 1 else ""
    beside = suffixes.in_arabic(suffix).replace("-", _MARKED_HYPHEN)
    return f"{number}{beside}{doubled}" + (f" ({abjad.letter(letter)})" if letter else "")


def english_figure(number: int, copy: int | None = None, letter: int = 0, suffix: int = 0) -> str:
    """`12`, `12-2`, `2 (k)`, `1 bis`."""
    doubled = f"-{copy}" if copy and copy > 1 else ""
    return f"{number}{suffixes.in_english(suffix)}{doubled}" + (f" ({abjad.latin(letter)})" if letter else "")


def opened_in_arabic(series: int | None, item: str = "") -> str:
    """What tells a series that is not the first of its meeting, before «التوصية 1»: «البند 3، »."""
    if series is None:
        return ""
    return f"البند {item}، " if item else f"السلسلة {ordinal_or_figure(series + 1, 'f')}، "


def opened_in_english(series: int | None, item: str = "") -> str:
    """`Item 3, ` before `recommendation 1`."""
    if series is None:
        return ""
    return f"Item {item}, " if item else f"{english_ordinal(series + 1).capitalize()} series, "


def _arabic_number(thing: Thing, *, is_one_of_series: bool = False) -> str:
    """«التوصية 12», «البند 3، التوصية 1»."""
    figure = arabic_figure(thing.number or 0, thing.copy, thing.letter, thing.suffix)
    series = thing.series or (0 if is_one_of_series else None)
    return f"{opened_in_arabic(series, thing.agenda_item)}التوصية {figure}"


def _english_number(thing: Thing, *, is_one_of_series: bool = False) -> str:
    """`recommendation 12`, `item 3, recommendation 1`."""
    figure = english_figure(thing.number or 0, thing.copy, thing.letter, thing.suffix)
    series = thing.series or (0 if is_one_of_series else None)
    return f"{opened_in_english(series, _english_item(thing.agenda_item)).lower()}recommendation {figure}"


def _english_item(number: str) -> str:
    """`2 (c)` for «2 (ج)»."""
    whole, bracket, letter = number.partition("(")
    position = abjad.position(letter.rstrip(") ")) if bracket else None
    return f"{whole.strip()} ({abjad.latin(position)})" if position else number


def arabic_meeting(thing: Thing) -> str:
    """«الاجتماع الخامس», «الدورة الثانية عشرة»."""
    is_session = thing.term == "session"
    ordinal = ordinal_or_figure(thing.meeting or 0, "f" if is_session else "m")
    return f"{'الدورة' if is_session else 'الاجتماع'} {ordinal}"


def english_meeting(thing: Thing) -> str:
    """`fifth meeting`."""
    return f"{english_ordinal(thing.meeting or 0)} {'session' if thing.term == 'session' else 'meeting'}"


def cite_in_arabic(thing: Thing, facts: CitedFacts) -> str:
    """A recommendation or lettered item as the UN cites it: body, meeting, number, document."""
    parts = [
        facts.body,
        arabic_meeting(thing) + _in_brackets(facts.where, "، "),
        _arabic_number(thing, is_one_of_series=facts.is_one_of_series),
    ]
    if facts.mark:
        parts.append(f"الوثيقة {facts.mark}")
    return "، ".join(parts) + "."


def cite_in_english(thing: Thing, facts: CitedFacts) -> str:
    parts = [
        facts.body,
        english_meeting(thing) + _in_brackets(tuple(map(_keeping_order, facts.where)), ", "),
        _english_number(thing, is_one_of_series=facts.is_one_of_series),
    ]
    if facts.mark:
        parts.append(f"in {facts.mark}")
    return ", ".join(parts) + "."


def _keeping_order(words: str) -> str:
    """A place that has only its Arabic name; without the mark the digits behind it would be read before it."""
    return words + _LEFT_TO_RIGHT if bidirectional(words[-1]) == "AL" else words


def _in_brackets(known: tuple[str, ...], comma: str) -> str:
    return f" ({comma.join(known)})" if known else ""


def name_in_arabic(thing: Thing, treaty: str = "") -> str:
    """What a thing is called in a line: «الاجتماع الرابع، التوصية 12»; `treaty` is the name of an article's treaty."""
    match thing.kind:
        case "recommendation":
            number = _arabic_number(thing)
            return f"{arabic_meeting(thing)}، {number}" if thing.meeting else number
        case "meeting":
            return arabic_meeting(thing)
        case "year":
            return f"توصيات {thing.number}"
        case "paragraph":
            where = f"{thing.part} للوثيقة" if thing.part else "الوثيقة"
            return f"الفقرة {thing.number} من {where} {thing.symbol or thing.locator}"
        case "treaty_article":
            return f"المادة {thing.number}" + (f" من {treaty}" if treaty else "")
        case "resolution":
            return f"القرار {thing.symbol}"
        case "document" if thing.part:
            return thing.part if thing.is_annex_alone else f"{thing.part} للوثيقة {thing.symbol or thing.locator}"
        case _:
            return thing.symbol or thing.locator


def name_in_english(thing: Thing, treaty: str = "") -> str:
    match thing.kind:
        case "recommendation":
            number = _english_number(thing)
            return f"{english_meeting(thing)}, {number}" if thing.meeting else number
        case "meeting":
            return english_meeting(thing)
        case "year":
            return f"recommendations of {thing.number}"
        case "paragraph":
            return f"{thing.symbol or thing.locator}, paragraph {thing.number}"
        case "treaty_article":
            return f"article {thing.number}" + (f" of the {treaty}" if treaty else "")
        case "resolution":
            return f"resolution {thing.symbol}"
        case "document" if annex := read_annex(plain(thing.part)):
            named = annex_in_english(annex)
            return named if thing.is_annex_alone else f"{named} to {thing.symbol or thing.locator}"
        case _:
            return thing.symbol or thing.locator
