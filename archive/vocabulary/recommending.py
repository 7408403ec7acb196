"""The words by which a text says where its recommendations stand, as data."""

import re
from functools import cache

from archive.arabic.normalize import normalize

from .data_files import read_forms
from .operative_phrases import SPEAKERS, words_of_part

#: How many words of a text may stand before the one that asks: «عملاً بالمادة 20 من الاتفاقية …، ينبغي …».
_BEFORE_MODAL = 40
#: The same for verbs that report as well («طلب أحد المتكلمين»): they ask where they come first.
_BEFORE_VERB = 3


@cache
def forms_for(purpose: str) -> tuple[str, ...]:
    """Give the normalised words for a purpose; the data file names the purposes."""
    return read_forms("recommending.tsv").get(purpose, ())


def heads_recommendations(title: str) -> bool:
    """Whether a heading says that recommendations stand under it."""
    words = normalize(title).strip(" .:*")
    if words.startswith(forms_for("follow_up")):
        return False
    opens = any(re.match(rf"{re.escape(form)}(?!\w)", words) for form in forms_for("heading"))
    return opens or words.endswith(forms_for("joined"))


def heads_proposals(title: str) -> bool:
    """Whether a heading over recommendations says that they are proposed."""
    words = normalize(title).split()
    return any(form in words or f" {form} " in f" {' '.join(words)} " for form in forms_for("proposed"))


def points_to_recommendations(text: str) -> bool:
    """Whether a paragraph says where the recommendations stand, instead of being one."""
    words = normalize(text)
    return any(form in words for form in forms_for("pointing"))


@cache
def _asking(*parts: str) -> re.Pattern[str]:
    forms = {form for row in words_of_part(*parts) for form in row.forms}
    return re.compile(rf"(?:[وف])?(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)")


@cache
def _asking_in_english() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms_for('asking')))})\b")


def asks(text: str) -> bool:
    """Whether a text asks for something, in the words of a recommendation."""
    words = normalize(text).strip(' «"').split()
    if words and words[0].isascii():
        return bool(_asking_in_english().search(" ".join(words[:_BEFORE_MODAL])))
    modal = _asking("modal", "hope", "perhaps", "within")
    verb = _asking("passive", "asked", "state", "active", "advice", "chance", "duty")
    start = " ".join(words[:_BEFORE_MODAL])
    if any(modal.match(start, at) for at in _starts(start)):
        return True
    return any(verb.match(start, at) for at in _starts(start)[:_BEFORE_VERB])


def recommends_by_list(text: str) -> bool:
    """Whether the words before a list say that a body recommends what is in it: «أوصى الفريق العامل بما يلي:»."""
    words = normalize(text)
    if not words.endswith(":"):
        return False
    if points_to_recommendations(text):
        return True
    if "recommended" in words or "recommends" in words:
        return any(speaker in words for speaker in _speakers())
    verb = next((m for at in _starts(words) if (m := _asking("advice").match(words, at))), None)
    return verb is not None and any(speaker in words for speaker in _speakers())


@cache
def _speakers() -> tuple[str, ...]:
    return (*SPEAKERS, *(form for form in read_forms("recommending.tsv").get("speaker", ())))


def _starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(" ", text))]
