"""What a whole typed text names: one thing, or a list of them; nothing where it says anything besides."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from .address_pieces import find_addresses, find_locators
from .annexes import annex_in_arabic, read_annex
from .document_pieces import BARE_JOB_NUMBER, whole_document
from .names import KnownNames
from .plain import plain_with_offsets
from .reading import find_places
from .respelled import respelled
from .short_forms import read_short
from .things import CitedPlace, Thing

#: No single reference is longer: our longest citation, with body, place, dates and document, has some 250 characters.
LONGEST = 400
# What may stand round a reference: brackets, quotes, full stops, an ellipsis.
_SIGNS = r"[\s\"().،؛:…·•|*_<>–—!؟?-]*"
_EDGES = ' ".،؛:…•*<>-'
# انظر أيضاً · راجع · see also · cf. · ibid.
_SEE = r"(?:و?انظر|و?راجع|قارن|ايضا|كذلك|see|also|cf|ibid|e\.g|i\.e|compare)(?!\w)"
# الوثيقة · وثيقة الأمم المتحدة · الواردة في الوثيقة · UN Doc. · document no.
_PAPER = (
    r"(?:(?:(?:ال)?وارده?\s+|contained\s+)?(?:في|in)\s+)?"
    r"(?:(?:ال)?وثيقه(?:\s+الامم\s+المتحده)?|(?:ال)?رمز|(?:u\.?n\.?\s+)?doc(?:ument)?|symbol)(?!\w)"
    r"(?:[\s.:]+(?:رقم|no)(?!\w))?"
)
# توصيات الاجتماع الثالث · recommendations of the third meeting
_ADOPTED_AT = r"(?:(?:ال)?توصيات|recommendations\s+(?:of|from|adopted\s+(?:at|by)))(?!\w)"
_BEFORE_THING = {
    "document": _PAPER,
    "paragraph": _PAPER,
    "meeting": _ADOPTED_AT,
}
_THE = r"(?:the\s+)?"
_DAYS = r"[0-9]{1,2}(?:\s*(?:-|و|and|to|الي)\s*[0-9]{1,2})?\s+[^\W\d]+(?:/[^\W\d]+)?\s+"
# , Vienna, 11-13 September 2017 · (2017)
_WHEN = (
    r"(?:\s*[،(]\s*[^\W\d]{3,20})?(?:\s*[،(]\s*|\s+)(?:(?:of|in|from|(?:ل|من\s)?(?:ال)?عام|(?:ل|من\s)?(?:ال)?سنه|في)\s)?"
    rf"(?:{_DAYS})?(?P<year>(?:19|20)[0-9]{{2}})"
)
# V.19-08455 (A) · CTOC/COP/WG.7/2019/5 (2019)
_EDITION = r"\s*\((?:[a-z]|(?:19|20)[0-9]{2})\)"
_BEHIND_THING = {
    "document": _EDITION,
    "recommendation": _WHEN,
    "meeting": _WHEN,
    # Article 18 (Return of smuggled migrants)
    "treaty_article": r"\s*\([^()0-9]{3,120}\)",
}
# R12/4 · WG.7/4/12 · WG.7/4/R12: written as symbols are, and none.
_NO_SYMBOL = re.compile(
    r"r\.?[0-9]{1,3}/[0-9]{1,2}|wg\.?\s?[0-9]{1,2}/m?[0-9]{1,2}/(?:r(?:ec)?\.?\s?)?[0-9]{1,3}"
)
# What parts the members of a list: «،» and «و», `,` and `and`
_BETWEEN = re.compile(rf"[\s،؛/\"()]*(?:(?:و|او|and|or|&)(?:\s+|(?=\w)))?{_THE}")


def read_whole(text: str, names: KnownNames) -> tuple[Thing, ...]:
    """Give what a whole typed text names, and nothing where it says anything besides."""
    plain = without_page_words(text[: 2 * LONGEST], ())
    if not plain or len(plain) > LONGEST:
        return ()
    bare = plain.strip(f"{_EDGES}()")
    if annex := read_annex(bare):
        return (Thing("document", part=annex_in_arabic(annex)),)
    things = read_short(bare, names) or read_short(plain.strip(_EDGES), names)
    things = things or (() if _NO_SYMBOL.fullmatch(bare) else _named(plain, names))
    if things and not any(thing.is_vague for thing in things):
        return things
    typed = plain.strip(_EDGES)
    other = respelled(typed)
    told = (read_short(other, names) or _named(other, names)) if other != typed else ()
    if told or things:
        return told or things
    if BARE_JOB_NUMBER.match(bare) and not BARE_JOB_NUMBER.fullmatch(bare):
        # 20-05359, para. 1: read as if its duty station stood with it.
        found = _named(f"v.{bare}", names)
        return tuple(replace(thing, symbol=thing.symbol.replace("V.", "-", 1)) for thing in found)
    document = whole_document(bare)
    return (document,) if document else ()


def read_located(text: str) -> tuple[Thing, ...]:
    """Give what a whole typed machine address names; no names must be known for that."""
    plain = plain_with_offsets(text)[0].strip()
    pieces = (*find_addresses(plain), *find_locators(plain))
    return next((one.things for one in pieces if (one.start, one.end) == (0, len(plain))), ())


def without_page_words(text: str, page_words: Iterable[str]) -> str:
    """A typed text, plain, without what our pages print round a name: that of the site, the opening of a heading."""
    plain = " ".join(plain_with_offsets(text)[0].split())
    return _without_page_words(plain, [" ".join(plain_with_offsets(one)[0].split()) for one in page_words])


def _without_page_words(plain: str, page_words: Iterable[str]) -> str:
    """«التوصية 12، الاجتماع الرابع · أرشيف التوصيات», also where a browser has shortened the site's name."""
    before, mark, behind = plain.rpartition("·")
    cut = behind.strip(" .…")
    for words in page_words:
        if mark and words.startswith(cut):
            plain = before
        for dash in (" - ", " | "):
            plain = plain.removesuffix(f"{dash}{words}")
        plain = plain.removeprefix(f"{words} ")
    return plain.strip()


def _named(plain: str, names: KnownNames) -> tuple[Thing, ...]:
    """The things of all places of a text that consists of them alone."""
    places = find_places(plain, plain, names)
    if not places or not _is_alone(plain, places):
        return ()
    things = tuple(dict.fromkeys(thing for place in places for thing in place.things))
    when = re.compile(_WHEN).match(plain, places[-1].end) if all(one.is_vague for one in things) else None
    return tuple(replace(one, year=int(when["year"])) for one in things) if when else things


def _is_alone(plain: str, places: Sequence[CitedPlace]) -> bool:
    first, last = places[0], places[-1]
    before = _BEFORE_THING.get(first.things[0].kind, "(?!)")
    behind = _BEHIND_THING.get(last.things[-1].kind, "(?!)")
    opens = rf"{_SIGNS}(?:{_SEE}{_SIGNS})*{_THE}(?:{before}{_SIGNS})?{_THE}"
    ends = rf"(?:{behind})?{_SIGNS}"
    gaps = pairwise(places)
    return (
        re.compile(opens).fullmatch(plain, 0, first.start) is not None
        and re.compile(ends).fullmatch(plain, last.end) is not None
        and all(_BETWEEN.fullmatch(plain, one.end, other.start) for one, other in gaps)
    )
