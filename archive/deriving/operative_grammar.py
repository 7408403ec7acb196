"""How those whom a verb concerns stand to it, in a folded text: near it, behind a preposition, in a clause."""

import re
from functools import cache

from archive.vocabulary.clause_words import any_clause_word
from archive.vocabulary.operative_phrases import words_of_part

from .named_addressees import (
    NamedAddressees,
    NameReader,
    read_named,
    read_named_behind_bi,
    read_named_behind_li,
    read_named_here,
)

#: «أن تكفل …», «ألا تعاقب …», «بأن ينظر …».
CLAUSE = re.compile(r"\s+(?:ب?ان(?:\s+لا)?|ب?الا)\s+(?P<verb>\w+)")
_ASKED = {form: row for row in words_of_part("asked") for form in row.forms}
# Adverbs and one remark between commas may stand between a verb and those whom it concerns: «ينبغي أيضاً، عند
# الاقتضاء، للدول أن …».
_GAP = re.compile(
    rf"(?:\s+{any_clause_word('adverb')})*(?:\s*،[^،.؛؟!:\n]{{1,200}}،)?"
)
_WORD = re.compile(r"(?:\s*،)?\s+[\w()]+")
# Behind these the matter begins, and whoever is named there is not addressed.
_MATTER = re.compile(rf"\s+{any_clause_word('matter')}\b")
# Where a clause may begin: a sentence, be it with «إن», or what follows a comma; «…، أن الدول …» is told.
_BEGINNING = re.compile(
    r"(?:^|[.؛؟!:\n])[\s\-–—]*(?:[وف]?ان\s+|[وف](?=\w))?|،\s*(?:فان\s+|[وف](?=\w))?"
)
# Behind one of these a participle tells which of them are meant, or how it was: «الدول التي كانت مدعوة إلى …».
_TELLING = re.compile(rf"(?<!\w){any_clause_word('telling')}\s*$")
# The subject of a clause is not further away from what is said of it, in letters: two lines of print. None of the
# sources needs more than 50; what is longer is another clause.
_FAR = 250
# The name of a body is not longer than this («الفريق العامل المعني بتهريب المهاجرين»), counted in words. In the real
# texts 6 are enough, 4 lose a clause; the longest name of a known body has 11.
_LONGEST_NAME = 12


def any_of(forms: tuple[str, ...]) -> str:
    """A pattern of one of the forms, the longest first."""
    return "(?:" + "|".join(form.replace(" ", r"\s+") for form in sorted(forms, key=len, reverse=True)) + ")"


def past_gap(text: str, at: int) -> int:
    """Where the text goes on behind adverbs and a remark; the place itself where there are none."""
    match = _GAP.match(text, at)
    return match.end() if match else at


def named_near(read: NameReader, text: str, at: int) -> NamedAddressees | None:
    """Whoever is named right here, or behind an adverb or a remark."""
    return read(text, at) or read(text, past_gap(text, at))


@cache
def word_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of one of the words behind a space."""
    return re.compile(rf"\s+{any_of(forms)}\b")


def named_behind(prepositions: tuple[str, ...], text: str, at: int) -> NamedAddressees | None:
    """Whoever is named behind one of the prepositions, here or past a gap; None where nobody is."""
    if prepositions == ("ب",):
        return named_near(read_named_behind_bi, text, at)
    for place in (at, past_gap(text, at)):
        match = word_of(prepositions).match(text, place)
        if match:
            return read_named(text, match.end())
    return None


def named_along(read: NameReader, text: str, at: int, stop: int) -> NamedAddressees | None:
    """Whoever is named first from here on, past the rest of a speaker's name («المعني بتهريب المهاجرين»)."""
    for _ in range(_LONGEST_NAME):
        named = read(text, at)
        if named:
            return named
        word = None if _MATTER.match(text, at) else _WORD.match(text, at)
        if not word or word.end() > stop:
            return None
        at = word.end()
    return None


def named_of_whom(text: str, at: int) -> NamedAddressees | None:
    """«للدول الأطراف», «على الدول الأطراف» behind a modal."""
    return named_near(read_named_behind_li, text, at) or named_behind(("علي",), text, at)


def subject_of_clause(text: str, at: int) -> tuple[NamedAddressees | None, str, int]:
    """Who is to act in «أن تكفل الدول …», the class of «أن يُطلب إلى …» if that is what it says, and its end.

    The verb agrees with its subject: in «أن تدعم المكتب» the Office is what is supported.
    """
    match = CLAUSE.match(text, past_gap(text, at))
    if not match:
        return None, "", at
    verb, end = match["verb"], match.end()
    asked = named_behind(_ASKED[verb].prepositions, text, end) if verb in _ASKED else None
    if asked:
        return asked, _ASKED[verb].verb_class, end
    named = named_near(read_named, text, end)
    agrees = named is not None and verb[0] in "تي" and (verb[0] == "ت") == named.feminine
    return (named if agrees else None), "", end


def subject_before(forms: tuple[str, ...], text: str, at: int) -> NamedAddressees | None:
    """Who begins the clause in which one of the forms ends here and tells of them: «الدول الأطراف، …، مدعوة»."""
    start = at - max(len(form) for form in forms if text.endswith(form, 0, at))
    if _TELLING.search(text, max(0, start - _FAR), start):
        return None
    for beginning in _BEGINNING.finditer(text, max(0, start - _FAR), start):
        named = read_named_here(text, beginning.end())
        if named and named.end <= start and not CLAUSE.search(text, named.end, start):
            return named
    return None
