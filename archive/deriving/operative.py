"""Operative clauses: where a recommendation asks, how strongly, whom, and who is to act.

The text is compared folded, so that vowel marks, tatweel and the spelling of hamza make no difference; all offsets
are those of the text as given. What counts as asking is data (`vocabulary`); how it is read stands in
`operative_frames` and `operative_grammar`, where it counts in `operative_places`, who acts in `handing_on`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.arabic.normalize import folded_with_offsets
from archive.vocabulary.operative_phrases import OperativeWords, words_of_part

from .doer import Doer
from .handing_on import agent_named, find_actors
from .operative_frames import READERS, Asking, of_pronoun, past_pronoun
from .operative_grammar import any_of
from .operative_places import MODAL_PARTS, SENTENCE_END, ClausePosition, SoFar, asks, standing

# Where a form plays several parts, the one that wants most behind it is tried first.
_PARTS = ("active", "asked", "advice", "passive", "state", "modal", "chance", "within", "duty", "hope", "perhaps")
_ROWS = [row for part in _PARTS for row in words_of_part(part)]
_FORMS = tuple({form for row in _ROWS for form in row.forms})
_ROWS_OF = {form: [row for row in _ROWS if form in row.forms] for form in _FORMS}
_OF_PRONOUN = tuple(form for row in words_of_part("hope", "chance", "within", "duty") for form in row.forms)
# وينبغي · لا ينبغي · ولعلها
_WORD = re.compile(
    rf"(?<!\w)(?P<and>[وف])?(?P<not>لا\s+)?(?:(?P<of_pronoun>{any_of(_OF_PRONOUN)})(?:ها|ه|هم|هما)"
    rf"|(?P<form>{any_of(_FORMS)}))\b"
)
# So far behind a word its addressee and what completes it may stand, in letters. In the real texts 200 are enough, 100
# lose one clause; the bound is for texts without full stops.
_REACH = 1000
_COMMAS = str.maketrans({",": "،", ";": "؛"})


@dataclass(frozen=True, slots=True)
class FoundClause:
    """One place where a text asks. `phrase` is text[start:end]; the first clause of a text is its main one.

    A clause that names nobody («وينبغي أن …», «ولعلها تود …») has the addressees of the clause before it. `actors`
    are those who are to act: whoever the addressees are to ask in their turn, else the addressees; where a clause
    names nobody by name or pronoun, those of the clause before.
    """

    verb_class: str
    phrase: str
    start: int
    end: int
    addressees: tuple[str, ...]
    actors: tuple[str, ...]
    is_main: bool


@dataclass(frozen=True, slots=True)
class OperativeItem:
    """How a lettered item asks: as its own main clause says, or as the chapeau does.

    `clauses` are those of the item's own text; an item that inherits may have further ones, none of them main.
    """

    verb_class: str
    addressees: tuple[str, ...]
    actors: tuple[str, ...]
    inherits: bool
    clauses: tuple[FoundClause, ...]


@dataclass(frozen=True, slots=True)
class OperativeReading:
    """A whole recommendation: the clauses of the chapeau and, for each item in order, how it asks."""

    chapeau: tuple[FoundClause, ...]
    items: tuple[OperativeItem, ...] = ()


def find_operative_clauses(text: str) -> list[FoundClause]:
    """Give the operative clauses of a text in their order; none where it asks nothing."""
    return _find(text, None)


def find_operative(chapeau: str, items: Sequence[str] = ()) -> OperativeReading:
    """Give the clauses of a recommendation with lettered items, which inherit class and persons of the chapeau.

    An item with a clause of its own in its first sentence asks as that clause says; a clause in a later sentence
    is a further one beside what the item inherits.
    """
    clauses = _find(chapeau, None)
    main = clauses[0] if clauses else None
    return OperativeReading(tuple(clauses), tuple(_item(text, main) for text in items))


def actors_behind(text: str, end: int, addressees: Sequence[str]) -> tuple[str, ...]:
    """Who is to act in a clause whose phrase ends at `end` of the text, and that addresses these."""
    plain, offsets = folded_with_offsets(text)
    plain = plain.translate(_COMMAS)
    at = bisect_left(offsets, end)
    stop = SENTENCE_END.search(plain, at)
    return find_actors(plain[: stop.start() if stop else None], at, Doer.of_codes(addressees))


def _item(text: str, main: FoundClause | None) -> OperativeItem:
    own = _find(text, main)
    if own and (main is None or not SENTENCE_END.search(text, 0, own[0].start)):
        return OperativeItem(own[0].verb_class, own[0].addressees, own[0].actors, False, tuple(own))
    further = tuple(replace(clause, is_main=False) for clause in own)
    if main is None:
        return OperativeItem("", (), (), False, further)
    return OperativeItem(main.verb_class, main.addressees, main.actors, True, further)


@dataclass(frozen=True, slots=True)
class _AskingPlace:
    """A place that asks: where its phrase begins, how it asks, whether of those before («ولعلها»), where it ends."""

    start: int
    asking: Asking
    of_pronoun: bool
    stop: int


def _find(text: str, before: FoundClause | None) -> list[FoundClause]:
    """The clauses of a text; the first one that names nobody has the persons of the clause `before`."""
    plain, offsets = folded_with_offsets(text)
    plain = plain.translate(_COMMAS)
    places = list(_places(plain))
    ends = [*(place.start for place in places), len(plain)][1:]
    found: list[FoundClause] = []
    for place, end in zip(places, ends, strict=True):
        asking, before = place.asking, found[-1] if found else before
        addressees = asking.named.codes if asking.named else before.addressees if before else ()
        actors = _actors(place, plain[: min(end, place.stop)], before)
        start, stop = offsets[place.start], offsets[asking.end]
        phrase = text[start:stop]
        found.append(FoundClause(asking.verb_class, phrase, start, stop, addressees, actors, not found))
    return found


def _actors(place: _AskingPlace, text: str, before: FoundClause | None) -> tuple[str, ...]:
    named, at = place.asking.named, place.asking.end
    if named:
        return find_actors(text, at, Doer.named(named))
    if before is None or not before.addressees:
        return agent_named(text, at)
    behind = past_pronoun(text, at)
    acting = find_actors(text, behind, Doer.of_codes(before.addressees))
    return acting if place.of_pronoun or behind != at or acting != before.addressees else before.actors


def _places(plain: str) -> Iterator[_AskingPlace]:
    """The places of a folded text that ask, in their order."""
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(plain)), len(plain)]
    so_far, sentence, at = SoFar(), 0, 0
    while match := _WORD.search(plain, at):
        at = match.end()
        number = bisect_right(bounds, match.start()) - 1
        if number != sentence:
            so_far, sentence = SoFar(), number
        begin, end = bounds[number], bounds[number + 1]
        where = standing(plain[begin : match.start()], joined=match["and"] is not None)
        row, asking = _read(match, plain[: min(end, match.end() + _REACH)])
        if row and asking and asks(row.part, asking, where, so_far):
            start = match.end("and") if match["and"] else match.start()
            yield _AskingPlace(start, asking, match["of_pronoun"] is not None, min(end, match.end() + _REACH))
            so_far, at = SoFar(asking, row.part), asking.end
        elif row and where.place is ClausePosition.SUBORDINATE:
            so_far = replace(so_far, left_alone=so_far.left_alone or row.part in MODAL_PARTS)


def _read(match: re.Match[str], text: str) -> tuple[OperativeWords | None, Asking | None]:
    """How the word asks in one of the parts that it may play, in a text that ends with its sentence."""
    form = " ".join((match["of_pronoun"] or match["form"]).split())
    for row in _ROWS_OF[form]:
        # «لا ينبغي» asks that something be left; «لا يمكن», «لا تشجع» tell.
        if match["not"] and row.part != "modal":
            continue
        read = of_pronoun if match["of_pronoun"] else READERS[row.part]
        asking = read(row, text, match.end())
        if asking:
            return row, asking
    return None, None
