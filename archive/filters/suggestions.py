"""What a reader may be about to type: things that have a name, then terms of the texts, rare words too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from archive.arabic.analyze import analyze_word
from archive.arabic.clean import clean
from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.models import Recommendation, SearchWord

from .suggested_terms import begins, current_terms
from .suggested_things import SuggestedThing, ThingKind, current_things

SuggestionKind = ThingKind | Literal["recommendation", "term"]

#: Chosen, not measured: a list to glance at.
SHOWN = 8
#: So that one kind leaves room for the others.
_OF_A_KIND = 2
#: The longest term and the longest symbol of the real papers have 30 letters.
LONGEST = 80
#: «5/2»: meeting and number.
_PAIR = re.compile(r"(\d{1,3})\s*[./:-]\s*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`target` is the address of the thing's page; empty for what is searched for. `detail` tells it from others."""

    text: str
    kind: SuggestionKind
    target: str = ""
    detail: str = ""


def build_suggestions(typed: str) -> list[Suggestion]:
    """At most eight, each text once: what a pair of numbers means, things by name or symbol, terms, single words."""
    text = clean(typed).strip()[:LONGEST]
    start = normalize(text)
    if not start:
        return []
    found: dict[str, Suggestion] = {}
    for one in (*_recommendations(start), *_things(start), *_terms(start), *_more_documents(start)):
        found.setdefault(normalize(one.text).removeprefix("ال"), one)
        if len(found) == SHOWN:
            break
    return list(found.values())


def _recommendations(start: str) -> Iterator[Suggestion]:
    pair = _PAIR.fullmatch(to_ascii(start))
    if pair is None:
        return
    rows = Recommendation.objects.select_related("meeting__body").in_official_order()
    for row in rows.filter(meeting__number=int(pair[1]), number=int(pair[2]))[:_OF_A_KIND]:
        text = f"التوصية {row.number} من {row.meeting.title}"
        yield Suggestion(text, "recommendation", reverse("recommendation", args=[row.locator]), row.meeting.body.symbol)


def _things(start: str) -> Iterator[Suggestion]:
    shown: dict[str, int] = {}
    for thing, words in current_things():
        if shown.get(thing.kind, 0) < _OF_A_KIND and (one := _named(thing, words, start)):
            shown[thing.kind] = shown.get(thing.kind, 0) + 1
            yield one


def _named(thing: SuggestedThing, words: tuple[tuple[str, ...], ...], start: str) -> Suggestion | None:
    """Under the form that goes on as the typed text does."""
    if any(len(start) > 1 and start in mark.lower() for mark in thing.marks):
        return Suggestion(thing.forms[0], thing.kind, thing.target, thing.detail)
    for form, parts in zip(thing.forms, words, strict=True):
        if begins(parts, start):
            if thing.marks:
                # A title is long: the symbol stands for the paper.
                return Suggestion(thing.forms[0], thing.kind, thing.target, thing.detail)
            detail = thing.detail or next((other for other in thing.forms if other != form), "")
            return Suggestion(form, thing.kind, thing.target, "" if detail == form else detail)
    return None


def _terms(start: str) -> Iterator[Suggestion]:
    """The most frequent first, then words that stand once."""
    for term in current_terms():
        if begins(term.words, start):
            yield Suggestion(term.text, "term")
    word = analyze_word(start)
    if word is None or word.plain or " " in start or len(start) < 2:
        return
    for exact in dict.fromkeys((start, start.removeprefix("ال"))):
        rows = SearchWord.objects.filter(exact__startswith=exact, recommendations__gt=0)
        for shown in rows.order_by("-recommendations", "exact").values_list("shown", flat=True)[:SHOWN]:
            if (one := analyze_word(shown)) and not one.plain:
                yield Suggestion(shown, "term")


def _more_documents(start: str) -> Iterator[Suggestion]:
    """Where nothing else fills the list, more papers by their symbol."""
    for thing, words in current_things():
        if thing.kind == "document" and (one := _named(thing, words, start)):
            yield one
