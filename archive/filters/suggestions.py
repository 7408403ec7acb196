"""What a reader may be about to type: things that have a name, then terms of the texts, rare words too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, OuterRef
from django.urls import reverse

from archive.arabic.analyze import analyze_word
from archive.arabic.clean import clean
from archive.arabic.digits import to_ascii
from archive.arabic.normalize import normalize
from archive.arabic.synonyms import stems_of
from archive.models import Meeting, Recommendation, SearchWord
from archive.search.ladder import understand
from archive.search.query import parse_query
from archive.search.stamp import state_of_index
from archive.search.thesaurus import thesaurus
from archive.search.words import archive_words

from .suggested_terms import begins, current_terms
from .suggested_things import SuggestedThing, ThingKind, current_things

SuggestionKind = ThingKind | Literal["recommendation", "term"]

#: Chosen, not measured: a list to glance at.
SHOWN = 8
#: So that one kind leaves room for the others.
_OF_A_KIND = 2
_OTHERWISE = 3
#: Of what is shorter hardly any is a whole word yet.
_LEAST_LETTERS = 3
#: The longest term and the longest symbol of the real papers have 30 letters.
LONGEST = 80
#: «5/2»: meeting and number.
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAIR = re.compile(r"(\d{1,3})\s*[./:-]\s*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`target` is the address of the thing's page; empty for what is searched for. `detail` tells it from others."""

    text: str
    kind: SuggestionKind
    target: str = ""
    detail: str = ""


def build_suggestions(typed: str) -> list[Suggestion]:
    """At most eight, each text once: what a pair of numbers or a year means, things by name or symbol, terms, single
    words, and what the texts say for a word that they do not have.
    """
    text = clean(typed).strip()[:LONGEST]
    start = normalize(text)
    if not start:
        return []
    found: dict[str, Suggestion] = {}
    ways = (_recommendations, _meetings_of_year, _things, _terms, _more_documents)
    for one in (one for way in ways for one in way(start)):
        found.setdefault(normalize(one.text).removeprefix("ال"), one)
        if len(found) == SHOWN:
            break
    return list(found.values()) or list(_otherwise(text))


def _recommendations(start: str) -> Iterator[Suggestion]:
    pair = _PAIR.fullmatch(to_ascii(start))
    if pair is None:
        return
    rows = Recommendation.objects.select_related("meeting__body").in_official_order()
    for row in rows.filter(meeting__number=int(pair[1]), number=int(pair[2]))[:_OF_A_KIND]:
        text = f"التوصية {row.number} من {row.meeting.title}"
        yield Suggestion(
            text, "recommendation", reverse("recommendation", args=[row.locator]), row.meeting.body.symbol
        )


def _meetings_of_year(start: str) -> Iterator[Suggestion]:
    year = to_ascii(start)
    if not _YEAR.fullmatch(year):
        return
    adopted = Exists(Recommendation.objects.filter(meeting=OuterRef("pk")))
    rows = Meeting.objects.select_related("body").filter(adopted, start__year=int(year))
    for meeting in rows.in_official_order()[:_OF_A_KIND]:
        target = reverse("meeting", args=[meeting.slug])
        yield Suggestion(meeting.title, "meeting", target, f"{meeting.body.symbol}، {year}")


def _otherwise(start: str) -> Iterator[Suggestion]:
    """What the texts say for a word that they do not have, as search understands it; `detail` is what was typed."""
    state = state_of_index()
    # What begins an English word is near to many others.
    if len(start) < _LEAST_LETTERS or start.isascii() or not stems_of(start) or not state.can_search:
        return
    words = archive_words(state.key, "recommendation")
    word = analyze_word(start)
    if word and not word.plain and " " not in start and words.holds(word.stem):
        # Another form of a word that they have («غسيل»، غسل).
        yield Suggestion(words.commonest(word.stem), "term", "", start)
        return
    for notice in understand(parse_query(start), words, thesaurus(state.key)).notices:
        if notice.kind != "unknown" and notice.typed == start:
            for shown in notice.shown[:_OTHERWISE]:
                yield Suggestion(shown, "term", "", start)


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
