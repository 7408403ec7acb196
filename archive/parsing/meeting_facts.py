"""What a cover prints about where the paper belongs: item, session or meeting, days, place, body, related paper."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.numbering import abjad
from archive.vocabulary.bodies import KnownBody
from archive.vocabulary.cover_terms import RelationKind, begins_with, cover_forms, is_one_of, relation_named

from .cover import Cover
from .cover_gatherings import read_dates, read_gathering, read_place
from .line_facts import LONGEST, LONGEST_WHOLE, Fact, LinePlace, form_at, keep_nothing
from .structure import ParsedRelation

# البند 2 (ج) من جدول الأعمال المؤقت* · البندان 13 و115 من القائمة الأولية** · البنود 3 (أ) و(ب) و4
_LETTER = r"\(\s*[^\W\d_]ـ?\s*\)"
_NUMBER = rf"[0-9]{{1,3}}(?:\s*{_LETTER})?(?:\s*\(?[‘'`\"][0-9]{{1,2}}[’'`\"]\)?)?"
_ITEM = re.compile(
    rf"\(?البن(?:د|دان|دين|ود)\s+(?:الفرعي(?:ه|ان|ين)?\s+)?"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:و|،|,|الي)\s*(?:{_NUMBER}|{_LETTER}))*)(?![0-9])"
)
# Item 4 of the provisional agenda* · Agenda item 19 (c)
_ITEM_EN = re.compile(
    rf"(?P<agenda>Agenda\s+)?items?\s+(?P<numbers>{_NUMBER}(?:\s*(?:and|,)\s*(?:{_NUMBER}|{_LETTER}))*)(?![0-9])"
    r"(?P<of>\s+of\s+the\s+(?:(?:annotated|draft|preliminary|provisional|revised)\s+)*(?:agenda|list))?",
    re.IGNORECASE,
)
_ONE_NUMBER = re.compile(rf"(?P<number>[0-9]{{1,3}})?\s*(?P<letter>{_LETTER})?")
# * · ** · *) · [^1]
_STARS = re.compile(r"\s*(?P<stars>\*+)?(?:\[\^\w{1,3}\])?\s*[:.)]?")


def item_at(place: LinePlace) -> Fact | None:
    match = _ITEM.match(place.folded, place.at)
    if match is None:
        match = _ITEM_EN.match(place.plain, place.at)
        if match is None or not (match["agenda"] or match["of"]):
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


def _behind_any(place: LinePlace, name: str, end: int) -> int:
    """Where a form of this name ends that stands at `end`; `end` itself where none does."""
    found = (form_at(place, form, end) for form in cover_forms(name))
    return next((behind for behind in found if behind is not None), end)


def _item_numbers(printed: str) -> str:
    """«13 و115», «2 (أ) و(ب)» with the letters that their places ask for."""
    found: list[str] = []
    for one in _ONE_NUMBER.finditer(to_ascii(printed)):
        letter = _position(one["letter"].strip("() ")) if one["letter"] else None
        said = [one["number"].lstrip("0")] if one["number"] else []
        if letter:
            said.append(f"({abjad.letter(letter)})")
        if said:
            found.append(" ".join(said))
    return " و".join(found)


def _position(letter: str) -> int | None:
    """«ج» and «c» are the third letters; the item is the same in every language of the paper."""
    return abjad.from_latin(letter) if letter.isascii() else abjad.position(letter)


def gathering_at(place: LinePlace) -> Fact | None:
    found = read_gathering(place.folded, place.plain, place.at)
    if found is None:
        return None
    term, number, end = found

    def enter(cover: Cover) -> None:
        cover.gatherings += 1
        if cover.gatherings == 1:
            cover.term, cover.meeting_number = term, number

    return Fact(end, "gathering", enter)


def days_at(cover: Cover, place: LinePlace) -> Fact | None:
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


def place_and_days_at(cover: Cover, place: LinePlace) -> Fact | None:
    found = read_place(place.plain, place.folded, place.at) if cover.place is None else None
    if found is None:
        return None
    name, days, end = found

    def enter(cover: Cover) -> None:
        if cover.gatherings < 2:
            cover.place, cover.dates = name, cover.dates or days

    return Fact(end, "place", enter)


def body_at(place: LinePlace, bodies: Sequence[KnownBody]) -> Fact | None:
    """The body whose name stands at the place, the longest first; «إن» may stand before it."""
    forms = _forms_of(tuple(bodies))
    starts = [place.at]
    for form in cover_forms("speaks"):
        behind = form_at(place, form)
        if behind is not None:
            starts.append(behind + 1)
    for start in starts:
        ends = [match.end() for match in re.finditer(r"\S+", place.folded[start : start + LONGEST])]
        for end in reversed(ends):
            known = forms.get(normalize(place.folded[start : start + end]).strip(" *.،,"))
            if known is not None:
                return Fact(start + end, "body", _entering(known))
    return None


def _entering(known: KnownBody) -> Callable[[Cover], None]:
    return lambda cover: cover.bodies.append(known)


@cache
def _forms_of(bodies: tuple[KnownBody, ...]) -> dict[str, KnownBody]:
    return {normalize(form): body for body in reversed(bodies) for form in body.on_covers}


def read_body(cover: Cover, text: str, bodies: Sequence[KnownBody]) -> bool:
    """Take the body whose name a text is, nothing more, over however many lines; True if it is one."""
    known = _forms_of(tuple(bodies)).get(normalize(text).strip(" *.،,"))
    if known is not None:
        cover.bodies.append(known)
    return known is not None


def whole_line_at(place: LinePlace) -> Fact | None:
    """What is a fact only where nothing stands behind it."""
    rest, end = place.rest, len(place.plain)
    if len(rest) > LONGEST_WHOLE:
        return None
    related = relation_named(rest)
    if related is not None:
        return Fact(end, "relation", lambda cover: _relate(cover, related))
    if is_one_of("summary", rest):
        return Fact(end, "summary", keep_nothing)
    if begins_with("records", rest):
        return Fact(end, "records", keep_nothing)
    return None


def _relate(cover: Cover, kind: RelationKind) -> None:
    if cover.relation is None:
        cover.relation = ParsedRelation(kind, None)
