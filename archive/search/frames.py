"""The frame of a question: words that ask («ماذا نفعل»، «ما هي الخطوات الواجب اتخاذها») and say nothing of what.

They are plain words in such a frame only: «دور» is one in «ما دور المؤتمر في …», and a subject in «دور المؤتمر».
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from archive.arabic.analyze import Term
from archive.arabic.stem import without_article
from archive.arabic.tables import read_table

FRAMING = {
    row[0]: frozenset(row[1].split("|"))
    for row in read_table(Path(__file__).with_name("data") / "framing_words.tsv")
}
_PERSONS = "يتنا"
_ENDINGS = ("", "ه", "ها", "هم", "نا", "ون", "وا", "ن", "ان", "ني")


def find_frame(words: Sequence[Term | None]) -> set[int]:
    """Give the places of the words that only ask; None stands for a phrase or an exclusion, which no frame has.

    Empty where nothing else would be left to look for.
    """
    frame = _questions(words)
    frame |= _asked_about(words, frame)
    frame |= {
        place
        for place, (word, after) in enumerate(pairwise(words))
        if word and after and _is(word, "linked") and after.surface.startswith("ب")
    }
    frame |= {
        place
        for place, (before, word) in enumerate(pairwise(words), 1)
        if before and word and before.surface == "في" and _is(word, "within") and not word.surface.startswith("ال")
    }
    subject = [word for place, word in enumerate(words) if place not in frame and not (word and word.plain)]
    return frame if subject else set()


def _questions(words: Sequence[Term | None]) -> set[int]:
    """What follows a word that asks, at the beginning or behind «و», as long as it may belong to the frame."""
    frame: set[int] = set()
    is_open = False
    for place, word in enumerate(words):
        if word is None:
            is_open = False
        elif _asks(word, is_first=place == 0):
            is_open = True
            frame.add(place)
        elif is_open and (_is(word, "frame") or _is_verb_of(word, "frame_verbs") or _is_asked(words, place)):
            frame.add(place)
        else:
            is_open = is_open and word.plain
    if frame:
        frame |= {
            place
            for place, word in enumerate(words)
            if word and (_is(word, "whoever") or _is_verb_of(word, "light"))
        }
    return frame


def _is_asked(words: Sequence[Term | None], place: int) -> bool:
    """«الفريق العامل» in «ما رأي الفريق العامل في …»."""
    word, before = words[place], words[place - 1] if place else None
    if not word or not before or not _is(word, "asked_of"):
        return False
    return _is(before, "asked_for") or _is_asked(words, place - 1)


def _asks(word: Term, *, is_first: bool) -> bool:
    behind_and = word.surface.startswith("و") and word.surface[1:] in FRAMING["asks"]
    return behind_and or (is_first and _is(word, "asks"))


def _asked_about(words: Sequence[Term | None], frame: set[int]) -> set[int]:
    """«أهم توصيات الفريق العامل بشأن»: only before whatever else there is, and only if it says about what.

    Whoever is asked is a subject: «توصيات للأمانة بشأن التدريب». That states are asked says nothing here.
    """
    found: set[int] = set()
    askers: set[int] = set()
    is_asked = False
    for place, word in enumerate(words):
        if word is None:
            return set()
        if _is(word, "asked_for"):
            is_asked = True
            found |= {place, *askers}
        elif frame and not is_asked and _is(word, "asked_of") and not _is_addressed(word):
            # what does the Working Group say about
            askers.add(place)
        elif is_asked and (word.surface in FRAMING["about"] or _is(word, "linked")):
            return found | {place}
        elif _is(word, "which") or (is_asked and _is(word, "asked_of") and not _is_addressed(word)):
            found.add(place)
        elif place not in frame and not word.plain and not (is_asked and _is(word, "addressed")):
            return set()
    return set()


def _is_addressed(word: Term) -> bool:
    """«للمؤتمر» in «توصيات للمؤتمر بشأن …»."""
    return _is(word, "addressed") and word.surface.startswith("ل")


def _is(word: Term, of: str) -> bool:
    return not FRAMING[of].isdisjoint((word.exact, word.surface, without_article(word.surface)))


def _is_verb_of(word: Term, of: str) -> bool:
    """In any person: without prefix and ending."""
    core = word.surface.removeprefix("و").removeprefix("س")
    if core[:1] not in _PERSONS:
        return False
    return any(
        core[1:].removesuffix(ending) in FRAMING[of]
        for ending in _ENDINGS
        if core.endswith(ending)
    )
