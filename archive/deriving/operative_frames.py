"""What stands behind a word that asks: how it asks, and whom. One reader for each part that a word may play.

All of them read a folded text from the end of the word to the end of its sentence; `state` alone looks back too, for
those of whom the word tells. Whether the word stands where it can ask at all is the business of `operative_places`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive.vocabulary.operative_phrases import SPEAKERS, OperativeWords, words_of_part

from .named_addressees import NamedAddressees, read_named
from .operative_grammar import (
    CLAUSE,
    any_of,
    named_along,
    named_behind,
    named_near,
    named_of_whom,
    past_gap,
    subject_before,
    subject_of_clause,
    word_of,
)

_NOUNS = words_of_part("noun")
_WISHES = tuple(form for row in words_of_part("wish") for form in row.forms)
# (يمكن) لها
_PRONOUN = re.compile(r"\s+(?:ل|علي)(?:ها|ه|هم|هما)\b")
# (ينبغي) حث الدول
_NOUN = re.compile(r"\s+(?:" + "|".join(f"(?P<{row.verb_class}>{any_of(row.forms)})" for row in _NOUNS) + r")\b")
# (لعل الدول)، عند الاقتضاء، تود أن …
_WISH = re.compile(rf"[^؛\n]{{0,200}}?\s{any_of(_WISHES)}\b")
# (لعل الدول) تنشئ …
_VERB = re.compile(r"\s+[تي]\w+")
# (طلب) الفريق العامل
_SPEAKER = re.compile(rf"\s+{any_of(SPEAKERS)}\b")
# (أوصى) … بأن تنظر الدول
_BY_CLAUSE = re.compile(r"\s+ب(?:ان|الا)\b")
# Behind a name, a definite word is an object unless it says which of them («التي», «المعنية», «المتضررة»).
_OBJECT = re.compile(r"\s+ال(?!تي\b|ذي\b|ذين\b|معني)\w*[^ه\W]\b")
# What may stand between a name and what it is encouraged to do: a few words, and remarks between commas.
_REMARKS = re.compile(r"[^،]*(?:،[^،]*،[^،]*)*")
# (يمكن) النظر في …
_REFLECTION = re.compile(r"\s+النظر\b")
# anything at all behind a modal
_SOMETHING = re.compile(r"\s+\w")
# (أوصى) … بعقد حلقات
_OF_WHAT = re.compile(r"[^؛\n]{0,200}?\s(?:ب\w+|ان)\b")


@dataclass(frozen=True, slots=True)
class Asking:
    """How a place of a text asks: its class, where the phrase ends, who is named there (None: nobody)."""

    verb_class: str
    end: int
    named: NamedAddressees | None = None


def _modal(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«ينبغي …»: asks even where nobody is named («ينبغي اتخاذ تدابير»), but not as the last word («كما ينبغي»).

    «ينبغي حث الدول» and «ينبغي تشجيع الدول» ask as the noun says (DOMAIN has the first as `urged`); «ينبغي تشجيع
    التعاون», where the noun has no addressee, is a plain «should». «ينبغي أن يُطلب إلى الأمانة» requests.
    """
    named = named_of_whom(text, at)
    if named:
        return Asking(row.verb_class, at, named)
    noun = _NOUN.match(text, past_gap(text, at))
    named = named_near(read_named, text, noun.end()) if noun else None
    if noun and noun.lastgroup and named:
        return Asking(noun.lastgroup, noun.end(), named)
    named, asked, end = subject_of_clause(text, at)
    if asked:
        return Asking(asked, end, named)
    return Asking(row.verb_class, at, named) if _SOMETHING.match(text, past_gap(text, at)) else None


def _chance(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«يمكن …»: only where somebody could act; «يمكن أن تشمل تلك المعلومات …» tells, it does not ask.

    «يمكن أن يُطلب من المنظمات …» stays `could`: whatever follows, nobody is asked for more than a thought.
    """
    named = named_of_whom(text, at)
    if named or _PRONOUN.match(text, past_gap(text, at)) or _REFLECTION.match(text, past_gap(text, at)):
        return Asking(row.verb_class, at, named)
    named, asked, end = subject_of_clause(text, at)
    return Asking(row.verb_class, end if asked else at, named) if named else None


def _within(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«بإمكان الدول أن …»."""
    named = read_named(text, at)
    return Asking(row.verb_class, at, named) if named else None


def _duty(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«على الدول أن …»: a plain preposition unless a clause follows at once."""
    named = read_named(text, at)
    return Asking(row.verb_class, at, named) if named and CLAUSE.match(text, past_gap(text, named.end)) else None


def _hope(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«لعل الدول …، … تود», «لعل الدول تنشئ …»: a wish only with its verb; «لعل ذلك يرجع إلى …» is a guess."""
    named = named_near(read_named, text, at)
    if not named:
        return None
    wish = _WISH.match(text, named.end) or _VERB.match(text, past_gap(text, named.end))
    return Asking(row.verb_class, wish.end(), named) if wish else None


def _perhaps(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«قد ترغب الدول في …», «وقد تود أيضاً أن …»."""
    named = named_near(read_named, text, at)
    if named or CLAUSE.match(text, past_gap(text, at)):
        return Asking(row.verb_class, at, named)
    return None


def _passive(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«تُشجّع الدول …، على …», and «…، وتُشجّع على …» of those just named.

    Without its preposition, or with an object behind the name («يشجع المكتب التعاون …»), the verb is an active one:
    the marks that would say so may not be there.
    """
    to_what = word_of(row.prepositions)
    if to_what.match(text, past_gap(text, at)):
        return Asking(row.verb_class, at)
    named = named_near(read_named, text, at)
    if not named or (_OBJECT.match(text, named.end) and not to_what.match(text, named.end)):
        return None
    reach = _REMARKS.match(text, named.end)
    return Asking(row.verb_class, at, named) if reach and to_what.search(text, named.end, reach.end()) else None


def _state(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«الدول مدعوة إلى …», «الدول التي لم تنضم بعد مدعوة إلى …», not «… أن الدول كانت مدعوة إلى الاجتماع»."""
    if not word_of(row.prepositions).match(text, past_gap(text, at)):
        return None
    named = subject_before(row.forms, text, at)
    return Asking(row.verb_class, at, named) if named else None


def _asked(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«يُطلب إلى الأمانة …»."""
    named = named_behind(row.prepositions, text, at)
    return Asking(row.verb_class, at, named) if named else None


def _active(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«طلب الفريق العامل المعني بـ… إلى الأمانة …», «طلب الفريق العامل أن تعد الأمانة …»: whoever is named first."""
    speaker = _SPEAKER.match(text, past_gap(text, at))
    if not speaker:
        return None

    def read(text: str, place: int) -> NamedAddressees | None:
        behind = row.prepositions
        return named_behind(behind, text, place) if behind else read_named(text, place)

    named = named_along(read, text, speaker.end(), len(text)) or subject_of_clause(text, speaker.end())[0]
    return Asking(row.verb_class, at, named) if named else None


def _advice(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«أوصى الفريق العامل المؤتمر بأن …», «أوصى بأن ينظر المؤتمر …», and nobody in «أوصى بعقد حلقات»."""
    speaker = _SPEAKER.match(text, past_gap(text, at))
    place = speaker.end() if speaker else at
    clause = _BY_CLAUSE.search(text, place)
    if clause:
        named = named_along(read_named, text, place, clause.start())
        return Asking(row.verb_class, at, named or subject_of_clause(text, clause.start())[0])
    return Asking(row.verb_class, at, read_named(text, place)) if _OF_WHAT.match(text, place) else None


def of_pronoun(row: OperativeWords, text: str, at: int) -> Asking | None:
    """«ولعلها تود …», «ويمكنها …», «وعليها أن …»: those of the clause before, named by a pronoun."""
    if row.part == "hope":
        wish = _WISH.match(text, at)
        return Asking(row.verb_class, wish.end()) if wish else None
    if row.part == "duty" and not CLAUSE.match(text, past_gap(text, at)):
        return None
    return Asking(row.verb_class, at)


def past_pronoun(text: str, at: int) -> int:
    """Behind a pronoun that names those of the clause before («(وينبغي) لها»); the place itself where there is none."""
    match = _PRONOUN.match(text, past_gap(text, at))
    return match.end() if match else at


#: By part: give how the text asks behind the word that ends there, or None where it does not ask.
READERS: dict[str, Callable[[OperativeWords, str, int], Asking | None]] = {
    "modal": _modal,
    "chance": _chance,
    "within": _within,
    "duty": _duty,
    "hope": _hope,
    "perhaps": _perhaps,
    "passive": _passive,
    "state": _state,
    "asked": _asked,
    "active": _active,
    "advice": _advice,
}
