"""A line of a cover as the facts that it holds, one after the other: «Distr.: General 3 May 2024 Arabic …».

Each reader stands at a place of the line and gives where its fact ends, or nothing. A line is facts only where nothing
is left of it, but for what may follow an agenda item, the distribution or the first symbol: then the rest is text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import folded_with_offsets, normalize
from archive.numbering import abjad
from archive.vocabulary.bodies import KnownBody
from archive.vocabulary.cover_terms import (
    begins_with,
    cover_forms,
    is_author_line,
    is_one_of,
    names_rapporteur,
    relation_named,
)
from archive.vocabulary.masthead_terms import DISTRIBUTIONS_AR, LANGUAGES, LANGUAGES_AR
from archive.vocabulary.symbols import read_cover_symbols

from .cover import Cover, Piece, PieceKind
from .cover_gatherings import read_dates, read_gathering, read_place
from .lines import Line
from .structure import ParsedRelation

#: Longer lines than this are no facts but where they open with «Distr.»: the longest of those tried, with body,
#: session, place, dates and item on one line, has some 200 letters.
_LONGEST = 400
#: A line that names the series in which a report is bound, or says who adopted a text, is no longer: the longest
#: of those tried has 140 letters.
_LONGEST_WHOLE = 200

# a tab or a bar between two cells, a dash or a comma between two facts
_BETWEEN = re.compile(r"[\s|،,;*_-]*")
# where a line that begins with something else goes on with distribution or language
_STRONG = re.compile(r"(?<!\w)(?:Distr\b\.?|Original\s*:)", re.IGNORECASE)
# Distr.: General · DISTR.: LIMITED
_DISTRIBUTION = re.compile(
    r"Distr\b\.?\s*:?\s*(?P<value>(?!(?:Original|Arabic)\b)[A-Za-z]+(?=\s|$))?", re.IGNORECASE
)
# التوزيع: عام
_DISTRIBUTION_AR = re.compile(rf"(?:ال)?توزيع\s*:?\s*(?P<value>{'|'.join(DISTRIBUTIONS_AR)})(?!\w)")
_LANGUAGE = "|".join(LANGUAGES)
# Original: English · ORIGINAL: ENGLISH/FRENCH · Original: English and Spanish
_ORIGINAL = re.compile(
    rf"Original\s*:\s*(?P<language>{_LANGUAGE})(?:\s*(?:/|,|&|and\b)\s*(?:and\s+)?(?:{_LANGUAGE}))*(?!\w)",
    re.IGNORECASE,
)
# Arabic · Arabic only · Arabic, English and French only
_PRINTED_IN = re.compile(
    rf"(?P<language>{_LANGUAGE})(?:\s*(?:/|,|&|and\b)\s*(?:and\s+)?(?:{_LANGUAGE}))*(?:\s+only)?(?!\w)",
    re.IGNORECASE,
)
_LANGUAGE_AR = "|".join(sorted((name.removeprefix("ال") for name in LANGUAGES_AR), key=len, reverse=True))
# الأصل: بالإنكليزية
_ORIGINAL_AR = re.compile(rf"(?:ال)?(?:اصل|لغه\s+الاصليه)\s*:\s*ب?(?:ال)?(?P<language>{_LANGUAGE_AR})(?!\w)")
_PRINTED_IN_AR = re.compile(
    rf"ب?ال(?P<language>{_LANGUAGE_AR})(?:\s*(?:و|،)\s*ب?ال(?:{_LANGUAGE_AR}))*(?:\s+فقط)?(?!\w)"
)
# البند 2 (ج) من جدول الأعمال المؤقت* · البندان 13 و115 من القائمة الأولية** · البنود 3 (أ) و(ب) و4
_LETTER = r"\(\s*[^\W\d_]ـ?\s*\)"
_NUMBER = rf"[0-9]{{1,3}}(?:\s*{_LETTER})?(?:\s*\(?[‘'`\"][0-9]{{1,2}}[’'`\"]\)?)?"
_ITEM = re.compile(
    rf"\(?البن(?:د|دان|دين|ود)\s+(?:الفرعي(?:ه|ان|ين)?\s+)?"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:و|،|,|الي)\s*(?:{_NUMBER}|{_LETTER}))*)(?![0-9])"
)
_ONE_NUMBER = re.compile(rf"(?P<number>[0-9]{{1,3}})?\s*(?P<letter>{_LETTER})?")
# * · ** · *)
_STARS = re.compile(r"\s*(?P<stars>\*+)?\s*[:.)]?")
# 75/196. · 75/196- تعزيز برنامج … · 2023/26
_ADOPTED_NUMBER = re.compile(
    r"(?:القرار\s+|المقرر\s+)?(?P<number>[0-9A-Zد-]{1,6}/[0-9]{1,4})(?![0-9/])\s*[-.:]*\s*"
)
# الأمم المتحدة • نيويورك، 2025
_IMPRINT = re.compile(r"\s*[•·*|-]?\s*[^\W\d_]{3,20}[،,]\s*(?:19|20)[0-9]{2}$")
# [بناء على تقرير اللجنة الثالثة (A/75/479، الفقرة 20)] · [(E/2021/30)بناء على توصية …]
_BASIS = re.compile(r"\[[^\[\]]{4,200}\]$")


@dataclass(slots=True)
class Place:
    """A place of a line: its bare text, the same folded, and how far it is read."""

    plain: str
    folded: str
    at: int = 0

    @property
    def rest(self) -> str:
        return self.plain[self.at :]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader found: where it ends, what kind of line it is, and how it enters the cover."""

    end: int
    kind: PieceKind
    enter: Callable[[Cover], None]


def read_facts(cover: Cover, line: Line, bodies: Sequence[KnownBody], *, in_text: bool) -> list[Line]:
    """Enter the facts of a line into the cover; give what is left of it: text, in at most two pieces.

    `in_text` says that the line goes on with a text: then a date or a place is none of the cover's facts.
    """
    words = line.without(line.bullet)
    plain, offsets = folded_with_offsets(words.content)
    strong = _STRONG.search(plain)
    if len(plain) > _LONGEST and strong is None:
        return [words]
    if strong and strong.start() > 0:
        before = _until(words, offsets[strong.start()])
        left = read_facts(cover, before, bodies, in_text=in_text)
        return left + read_facts(cover, words.without(offsets[strong.start()]), bodies, in_text=False)
    place = Place(_bare(words.content, plain), plain)
    found, splits = _facts_at(cover, place, bodies, in_text=in_text)
    if place.at < len(plain) and not splits:
        return _ends_with_symbol(cover, words, place.plain, offsets)
    for fact in found:
        fact.enter(cover)
        if cover.pieces and cover.pieces[-1].kind == fact.kind == "symbol":
            continue
        cover.pieces.append(Piece(fact.kind, [words]))
    if found and place.plain.rstrip().endswith("*"):
        cover.has_star = True
    return [words.without(offsets[place.at])] if place.at < len(plain) else []


def _bare(content: str, folded: str) -> str:
    from archive.arabic.normalize import bare

    plain = bare(content)
    return plain if len(plain) == len(folded) else folded


def _facts_at(
    cover: Cover, place: Place, bodies: Sequence[KnownBody], *, in_text: bool
) -> tuple[list[Fact], bool]:
    """The facts from the place on, which moves behind them; and whether what is left may be a text behind them."""
    found: list[Fact] = []
    splits = False
    while True:
        between = _BETWEEN.match(place.plain, place.at)
        place.at = between.end() if between else place.at
        if place.at >= len(place.plain):
            return found, True
        fact = _fact_at(cover, place, bodies, in_text=in_text and not found)
        if fact is None:
            # a title may follow the item, the distribution or the first symbol on the same line
            splits = bool(found) and (
                any(one.kind in ("distribution", "item", "adopted") for one in found)
                or (found[-1].kind == "symbol" and not cover.symbols)
            )
            return found, splits
        found.append(fact)
        place.at = fact.end


def _fact_at(cover: Cover, place: Place, bodies: Sequence[KnownBody], *, in_text: bool) -> Fact | None:
    """The fact that begins at the place."""
    fact = (
        _distribution(place)
        or _original(place)
        or _symbols(cover, place, in_text=in_text)
        or _organisation(place)
        or _adopted(cover, place)
    )
    if fact is not None or in_text:
        return fact
    return (
        _language(cover, place)
        or _item(place)
        or _gathering(place)
        or _days(cover, place)
        or _body(place, bodies)
        or _whole_line(place)
        or _place_and_days(cover, place)
    )


# one reader a fact ───────────────────────────────────────────────────────────────────────────────────────────


def _distribution(place: Place) -> Fact | None:
    match = _DISTRIBUTION.match(place.plain, place.at)
    arabic = None if match else _DISTRIBUTION_AR.match(place.folded, place.at)
    if match is None and arabic is None:
        return None
    value = match["value"] if match else DISTRIBUTIONS_AR[arabic["value"]]  # type: ignore[index]

    def enter(cover: Cover) -> None:
        cover.distribution = value.capitalize() if value else cover.distribution

    return Fact((match or arabic).end(), "distribution", enter)  # type: ignore[union-attr]


def _original(place: Place) -> Fact | None:
    match = _ORIGINAL.match(place.plain, place.at)
    arabic = None if match else _ORIGINAL_AR.match(place.folded, place.at)
    if match is None and arabic is None:
        return None
    language = LANGUAGES[match["language"].lower()] if match else LANGUAGES_AR["ال" + arabic["language"]]  # type: ignore[index]

    def enter(cover: Cover) -> None:
        cover.original_language = language

    return Fact((match or arabic).end(), "language", enter)  # type: ignore[union-attr]


def _language(cover: Cover, place: Place) -> Fact | None:
    if cover.language is not None:
        return None
    match = _PRINTED_IN.match(place.plain, place.at)
    arabic = None if match else _PRINTED_IN_AR.match(place.folded, place.at)
    if match is None and arabic is None:
        return None
    language = LANGUAGES[match["language"].lower()] if match else LANGUAGES_AR["ال" + arabic["language"]]  # type: ignore[index]

    def enter(cover: Cover) -> None:
        cover.language = cover.language or language

    return Fact((match or arabic).end(), "language", enter)  # type: ignore[union-attr]


#: Behind these the symbol of another paper may stand, the paper's own no more.
_BELOW_SYMBOL = frozenset(("item", "author", "gathering", "place", "summary"))


def _symbols(cover: Cover, place: Place, *, in_text: bool) -> Fact | None:
    """The paper's symbols; once the cover has gone on to other facts, a further one is that of another paper."""
    found, end = read_cover_symbols(place.plain, place.at)
    if not found:
        return None
    last = cover.pieces[-1].kind if cover.pieces else "symbol"
    again = all(symbol in cover.symbols for symbol in found)
    is_own = not cover.symbols or last == "symbol"
    if not again and (in_text or not is_own or any(piece.kind in _BELOW_SYMBOL for piece in cover.pieces)):
        return None

    def enter(cover: Cover) -> None:
        cover.symbols += tuple(symbol for symbol in found if symbol not in cover.symbols)

    return Fact(end, "symbol", enter)


def _organisation(place: Place) -> Fact | None:
    for form in cover_forms("organisation"):
        end = _form_at(place, form)
        if end is not None:
            imprint = _IMPRINT.match(place.plain, end)
            return Fact(imprint.end() if imprint else end, "organisation", _nothing)
    return None


def _adopted(cover: Cover, place: Place) -> Fact | None:
    """«قرار اتخذته الجمعية العامة في …», «[بناء على …]», and the number of the resolution before its title."""
    if len(place.rest) <= _LONGEST_WHOLE and (begins_with("adopted", place.rest) or _BASIS.match(place.rest)):
        return Fact(len(place.plain), "adopted", _nothing)
    number = _ADOPTED_NUMBER.match(place.plain, place.at)
    if number and any(symbol.upper().endswith(f"/{number['number'].upper()}") for symbol in cover.symbols):
        return Fact(number.end(), "adopted", _nothing)
    return None


def _item(place: Place) -> Fact | None:
    match = _ITEM.match(place.folded, place.at)
    if match is None:
        return None
    end = match.end()
    for name in ("agenda", "agenda_like", "agenda_like"):
        end = _behind_any(place, name, end)
    stars = _STARS.match(place.plain, end)
    after = stars.end() if stars else end
    if end == match.end() and place.plain[after:].strip():
        return None  # «البند 2 من المادة 5», a sentence about an item
    numbers = _item_numbers(place.plain[match.start("numbers") : match.end("numbers")])

    def enter(cover: Cover) -> None:
        cover.agenda_item = cover.agenda_item or numbers
        cover.has_star = cover.has_star or bool(stars and stars["stars"])

    return Fact(after, "item", enter)


def _behind_any(place: Place, name: str, end: int) -> int:
    """Where a form of this name ends that stands at `end`; `end` itself where none does."""
    found = (_form_at(place, form, end) for form in cover_forms(name))
    return next((behind for behind in found if behind is not None), end)


def _item_numbers(printed: str) -> str:
    """«13 و115», «2 (أ) و(ب)» with the letters that their places ask for."""
    found: list[str] = []
    for one in _ONE_NUMBER.finditer(to_ascii(printed)):
        letter = abjad.position(one["letter"].strip("() ")) if one["letter"] else None
        said = [one["number"].lstrip("0")] if one["number"] else []
        if letter:
            said.append(f"({abjad.letter(letter)})")
        if said:
            found.append(" ".join(said))
    return " و".join(found)


def _gathering(place: Place) -> Fact | None:
    found = read_gathering(place.folded, place.plain, place.at)
    if found is None:
        return None
    term, number, end = found

    def enter(cover: Cover) -> None:
        cover.gatherings += 1
        if cover.gatherings == 1:
            cover.term, cover.meeting_number = term, number

    return Fact(end, "gathering", enter)


def _days(cover: Cover, place: Place) -> Fact | None:
    """A date by itself: the paper's, where it has none yet; else, or where there are several days, the meeting's."""
    found = read_dates(place.plain, place.folded, place.at)
    if found is None:
        return None
    days, end, is_led = found
    is_date = days.start == days.end and not is_led and cover.date is None

    def enter(cover: Cover) -> None:
        if is_date:
            cover.date = days.start
        elif cover.dates is None and cover.gatherings < 2:
            cover.dates = days

    return Fact(end, "date" if is_date else "place", enter)


def _place_and_days(cover: Cover, place: Place) -> Fact | None:
    found = read_place(place.plain, place.folded, place.at) if cover.place is None else None
    if found is None:
        return None
    name, days, end = found

    def enter(cover: Cover) -> None:
        if cover.gatherings < 2:
            cover.place, cover.dates = name, cover.dates or days

    return Fact(end, "place", enter)


def _body(place: Place, bodies: Sequence[KnownBody]) -> Fact | None:
    """The body whose name stands at the place, the longest first; «إن» may stand before it."""
    forms = _forms_of(tuple(bodies))
    starts = [place.at]
    for form in cover_forms("speaks"):
        behind = _form_at(place, form)
        if behind is not None:
            starts.append(behind + 1)
    for start in starts:
        ends = [match.end() for match in re.finditer(r"\S+", place.folded[start : start + _LONGEST])]
        for end in reversed(ends):
            known = forms.get(normalize(place.folded[start : start + end]).strip(" *.،,"))
            if known is not None:
                return Fact(start + end, "body", _entering(known))
    return None


def _entering(known: KnownBody) -> Callable[[Cover], None]:
    return lambda cover: cover.bodies.append(known)


@cache
def _forms_of(bodies: tuple[KnownBody, ...]) -> dict[str, KnownBody]:
    return {normalize(form): body for body in reversed(bodies) for form in body.forms}


def read_body(cover: Cover, text: str, bodies: Sequence[KnownBody]) -> bool:
    """Take the body whose name a text is, nothing more, over however many lines; True if it is one."""
    known = _forms_of(tuple(bodies)).get(normalize(text).strip(" *.،,"))
    if known is not None:
        cover.bodies.append(known)
    return known is not None


def _whole_line(place: Place) -> Fact | None:
    """What is a fact only where nothing stands behind it."""
    rest, end = place.rest, len(place.plain)
    if len(rest) > _LONGEST_WHOLE:
        return None
    related = relation_named(rest)
    if related is not None:
        return Fact(end, "relation", lambda cover: _relate(cover, related))
    if is_one_of("summary", rest):
        return Fact(end, "summary", _nothing)
    if begins_with("records", rest):
        return Fact(end, "records", _nothing)
    return None


def _relate(cover: Cover, kind: str) -> None:
    if cover.relation is None:
        cover.relation = ParsedRelation(kind, None)  # type: ignore[arg-type]


def read_author(cover: Cover, text: str) -> bool:
    """Take a text that says who prepared the paper; True if it does."""
    if len(text) > _LONGEST_WHOLE or not (is_author_line(text) or names_rapporteur(text)):
        return False
    cover.author = cover.author or text.strip(" .*")
    cover.has_star = cover.has_star or text.rstrip(" .").endswith("*")
    return True


# ends of lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _ends_with_symbol(cover: Cover, line: Line, plain: str, offsets: Sequence[int]) -> list[Line]:
    """«هيئة أخرى XYZ/C/2024/3»: the first symbol may stand behind a name that is not known."""
    if cover.symbols or len(plain) > _LONGEST_WHOLE or "/" not in plain:
        return [line]
    last = plain.rstrip(" *").rfind(" ") + 1
    found, end = read_cover_symbols(plain, last)
    if not found or plain[end:].strip(" *"):
        return [line]
    cover.symbols += found
    cover.pieces.append(Piece("symbol", [line]))
    return [_until(line, offsets[last])]


def _until(line: Line, end: int) -> Line:
    """The line up to offset `end` of its content."""
    from dataclasses import replace

    return replace(
        line,
        content=line.content[:end].rstrip(),
        marks=tuple((marker, place) for marker, place in line.marks if place <= end),
        corrections=tuple(c for c in line.corrections if c.end <= end),
    )


def _form_at(place: Place, form: str, at: int | None = None) -> int | None:
    """Where a form ends that stands at the place as whole words."""
    start = place.at if at is None else at
    match = _pattern_of(form).match(place.folded, start)
    return match.end() if match else None


@cache
def _pattern_of(form: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + re.escape(form).replace(r"\ ", r"\s+") + r"(?!\w)", re.IGNORECASE)


def _nothing(_cover: Cover) -> None:
    """The line is known, and the cover keeps nothing of it."""
