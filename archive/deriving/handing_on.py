"""Who is asked to do a thing: the addressee, or whoever the addressee is to ask in its turn.

«لعل الدول تودّ أن تطلب إلى المكتب أن يوفر …» is said to States; the Office is to provide. Only who deliberates hands
on: the Secretariat that is to invite States does what was asked of it. The text is a folded one that ends with its
clause; the words stand in `vocabulary`.
"""

import re
from collections.abc import Iterator, Sequence

from archive.vocabulary.clause_words import any_clause_word, clause_words
from archive.vocabulary.operative_phrases import words_of_part

from .doer import Doer
from .named_addressees import NamedAddressees, read_named, read_named_in_group
from .operative_grammar import CLAUSE, any_of, named_behind, named_near, past_gap

_VERBS = {form: row for row in words_of_part("hands_on") for form in row.forms}
_NOUNS = tuple(form for row in words_of_part("noun") for form in row.forms)
# أن تطلب · تطلب · دعوة · بدعوة
_HANDS_ON = re.compile(rf"\s+(?:(?P<verb>{any_of(tuple(_VERBS))})|[بل]?(?P<noun>{any_of(_NOUNS)}))\b")
# وأن تطلب · وتطلب · ودعوة
_AND_HANDS_ON = re.compile(
    rf"\sو(?:(?:ان\s+)?(?P<verb>{any_of(tuple(_VERBS))})|(?P<noun>{any_of(_NOUNS)}))\b"
)
# أن تنظر في · مواصلة · بالقيام ب
_ON_THE_WAY = re.compile(rf"\s+[بل]?{any_of(clause_words('on_the_way'))}\b")
# في أن · على أن · إلى
_TO = re.compile(r"\s+(?:في|علي|الي)\b")
_THAT = re.compile(r"\s+[بل]?ان\b")
# تطلب ذلك إلى
_THIS = re.compile(r"\s+(?:ذلك|هذا)\b")
# What somebody is invited, encouraged, charged to: without it the verb has another object («تشجع الدول التعاون»).
_TO_WHAT = re.compile(r"\s(?:الي|علي|[بل]?ان|ب?الا|ب\w{3,})\b")
# So far behind a name it stands, in letters: behind which of them are meant, and a remark.
_REACH = 200
# يشجع على المشاركة الفعالة من جانب
_ON_THE_PART_OF = re.compile(rf"(?:\s+(?!ان\b)\w+){{1,6}}?\s+{any_clause_word('on_the_part_of')}\b")
# (المعلومات) المقدمة من جانب الدول: who did it, not who is to do it; «المساعدة من جانب الدول» is another form.
_DONE_BY = re.compile(rf"\sالم(?!\wا)\w+ه\s+{any_clause_word('on_the_part_of')}$")
# وأن تدعم
_AND_THAT = re.compile(r"\sوان\s+(?P<verb>[تي]\w+)")
_VERB = re.compile(r"\s+([تي]\w+)")
# (الدول) التي … · (الدول)، …
_MORE_OF_THEM = re.compile(rf"\s*،|\s+{any_clause_word('relative', 'which_of')}\b|\s+ذات\b|\s+المعني")
# No text leads to what is to be done by more words than «أن تنظر في إمكانية مواصلة العمل على».
_MOST_ON_THE_WAY = 5


#: Who is addressed where nobody is: «ينبغي مواصلة دعوة المكتب إلى …».
_NOBODY = Doer((), True)


def find_actors(text: str, at: int, doer: Doer) -> tuple[str, ...]:
    """Who is to act in a clause whose words behind the asking begin at `at`: codes, in the order of the text.

    `doer` is whoever is asked; where it hands nothing on, it acts itself.
    """
    if not doer.may_hand_on():
        return doer.codes
    for start in _starts(text, at, doer):
        other = _other_subject(text, start, doer)
        if other:
            return find_actors(text, other.end, other)
        handed = _handed_at(text, start, doer)
        if handed:
            own = doer.codes if _goes_on(text, handed, doer) else ()
            return _once(find_actors(text, handed.end, handed), own, _also_handed(text, handed.end, doer, handed))
    return _once(doer.codes, _also_handed(text, at, doer))


def agent_named(text: str, at: int) -> tuple[str, ...]:
    """Who is to act where nobody is addressed, but somebody named: «ينبغي توفير المساعدة من جانب المكتب»."""
    handed = _handed_at(text, at, _NOBODY)
    if handed:
        return find_actors(text, handed.end, handed)
    match = _ON_THE_PART_OF.match(text, at)
    named = _agent(text, at)
    return named.codes if match and named and not _DONE_BY.search(match[0]) else ()


def _once(*codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for some in codes for code in some))


def _starts(text: str, at: int, doer: Doer) -> Iterator[int]:
    """Where the matter of the clause may begin: behind the word that asks, behind the name, with the clause in
    which it stands («بأن يطلب المؤتمر …»), behind what tells more of them.
    """
    yield at
    if doer.end and doer.end != at:
        yield doer.end
    own = CLAUSE.search(text, at, max(at, doer.end))
    if own:
        yield own.start()
    if _MORE_OF_THEM.match(text, max(at, doer.end)):
        clause = CLAUSE.search(text, max(at, doer.end))
        if clause:
            yield clause.start()


def _matter(text: str, at: int, doer: Doer) -> int:
    """Past what only leads to what is to be done: «، عند الاقتضاء، أن تنظر في أن»."""
    for _ in range(_MOST_ON_THE_WAY):
        for word in (_TO, _THAT):
            match = word.match(text, past_gap(text, at))
            at = match.end() if match else at
        match = _ON_THE_WAY.match(text, past_gap(text, at))
        if not match:
            break
        at = _past_subject(text, match.end(), doer)
    return past_gap(text, at)


def _past_subject(text: str, at: int, doer: Doer) -> int:
    """Behind the doer's own name, where the verb comes first: «أن تنظر الدول في …»."""
    named = named_near(read_named, text, at)
    return named.end if named and named.end == doer.end else at


def _handed_at(text: str, at: int, doer: Doer) -> Doer | None:
    match = _HANDS_ON.match(text, _matter(text, at, doer))
    if not match or (match["verb"] and not doer.agrees(match["verb"])):
        return None
    return _handed_to(match, text, doer)


def _handed_to(match: re.Match[str], text: str, doer: Doer) -> Doer | None:
    """Whom a word that hands on hands it to."""
    at = _past_subject(text, match.end(), doer)
    row = _VERBS.get(match["verb"] or "")
    if row and row.prepositions:
        this = _THIS.match(text, at)
        named = named_behind(row.prepositions, text, this.end() if this else at)
        return Doer.named(named) if named else None
    named = named_near(read_named, text, at) or named_near(read_named_in_group, text, at)
    if named and _TO_WHAT.search(text, named.end, named.end + _REACH):
        return Doer.named(named)
    named = _agent(text, at)
    return Doer.named(named) if named else None


def _agent(text: str, at: int) -> NamedAddressees | None:
    """Who is to do what is called for: «(يشجع) على المشاركة من جانب الدول»."""
    match = _ON_THE_PART_OF.match(text, at)
    return read_named(text, match.end()) if match else None


def _other_subject(text: str, at: int, doer: Doer) -> Doer | None:
    """Who else is to act in «لعل المؤتمر يودّ أن تعد الأمانة …»: the verb agrees with them and not with the doer."""
    verb = _VERB.match(text, _matter(text, at, doer))
    named = named_near(read_named, text, verb.end()) if verb else None
    if not verb or not named or doer.agrees(verb[1]):
        return None
    other = Doer.named(named)
    return other if other.agrees(verb[1]) else None


def _also_handed(text: str, at: int, doer: Doer, handed: Doer | None = None) -> tuple[str, ...]:
    """Those to whom a further verb of the doer hands on: «أن تعزز التعاون وأن تطلب إلى الأمانة أن …».

    Behind one who was asked already a verb that agrees with that one is said of him, and a noun always is.
    """
    found: tuple[str, ...] = ()
    for match in _AND_HANDS_ON.finditer(text, at):
        verb = match["verb"]
        if verb and (not doer.agrees(verb) or (handed and handed.agrees(verb))):
            continue
        further = None if handed and not verb else _handed_to(match, text, doer)
        found = (*found, *further.codes) if further else found
    return found


def _goes_on(text: str, handed: Doer, doer: Doer) -> bool:
    """Whether the doer acts too behind what it hands on: «أن تطلب إلى المكتب أن … وأن تدعمه»."""
    verbs = (match["verb"] for match in _AND_THAT.finditer(text, handed.end))
    return any(doer.agrees(verb) and not handed.agrees(verb) and verb not in _VERBS for verb in verbs)
