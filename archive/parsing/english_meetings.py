"""Where an English text says that a meeting was held, by its number in words: «held its fourteenth meeting».

In figures («at its 2nd meeting») it is a sitting; what is said of other meetings («at its next meeting») is no number.
"""

import re
from collections.abc import Iterator, Sequence

from archive.numbering.english_ordinals import ORDINAL, ordinal_of
from archive.vocabulary.bodies import KnownBody

_NUMBERED = rf"(?:resumed\s+|regular\s+)?(?P<number>{ORDINAL})\s+(?P<term>meeting|session)\b"
# The Working Group on the Smuggling of Migrants held its fourteenth meeting in Vienna on 8 and 9 September 2041.
_HELD_ITS = re.compile(rf"\b(?:held|convened|opened)\s+its\s+{_NUMBERED}", re.IGNORECASE)
# The fourteenth meeting of the Working Group on the Smuggling of Migrants was held in Vienna on 8 September 2041.
_OF_BODY = re.compile(rf"\bthe\s+{_NUMBERED}\s+of\s+(?=the\b)", re.IGNORECASE)
_WAS_HELD = re.compile(r",?\s+(?:was|were)\s+(?:held|convened|opened)\b", re.IGNORECASE)
#: A body without its whole name: the paper's own.
_SHORT = {"meeting": "the Working Group", "session": "the Conference"}
_ENDS = re.compile(r"[.;]\s")

#: The body, the number of its meeting, and where the words begin and end behind which place and days are told.
HeldMeeting = tuple[KnownBody, int, int, int]


def find_held(plain: str, bodies: Sequence[KnownBody], own: Sequence[KnownBody]) -> Iterator[HeldMeeting]:
    """Give the meetings of these bodies that a bare text says were held; `own` are those that a short name means."""
    names = [(known.name_en, known) for known in bodies if known.name_en]
    names += [(_SHORT[known.term], known) for known in own if known.term in _SHORT]
    names.sort(key=lambda pair: len(pair[0]), reverse=True)
    for match in _HELD_ITS.finditer(plain):
        known = _named_before(plain, match.start(), names)
        if known is not None and _counts(match, known):
            yield known, ordinal_of(match["number"]), match.start(), match.end()
    for match in _OF_BODY.finditer(plain):
        for name, known in names:
            name_ends = _behind(plain, match.end(), name)
            held = _WAS_HELD.match(plain, name_ends) if name_ends else None
            if held is not None and _counts(match, known):
                yield known, ordinal_of(match["number"]), match.start(), held.end()
                break


def _counts(match: re.Match[str], known: KnownBody) -> bool:
    return not match["number"][0].isdigit() and match["term"].lower() == known.term


def _named_before(plain: str, end: int, names: Sequence[tuple[str, KnownBody]]) -> KnownBody | None:
    """The body named last in the sentence before `end`; of two names at one place the longer one."""
    start = max((match.end() for match in _ENDS.finditer(plain, 0, end)), default=0)
    sentence = plain[start:end].casefold()
    best: tuple[int, int, KnownBody] | None = None
    for name, known in names:
        at = _last(sentence, name.casefold())
        if at >= 0 and (best is None or (at + len(name), len(name)) > best[:2]):
            best = at + len(name), len(name), known
    return best[2] if best else None


def _last(sentence: str, name: str) -> int:
    """Where a name stands last as whole words; «the Working Group on …» names another than «the Working Group»."""
    at = sentence.rfind(name)
    behind = sentence[at + len(name) :] if at >= 0 else ""
    return -1 if re.match(r"\w|\s+(?:on|of)\s", behind) else at


def _behind(plain: str, at: int, name: str) -> int:
    """Where what is printed at `at`, the article before it or in it, ends as this name; 0 where it does not."""
    for said in (name, f"the {name}"):
        if plain[at : at + len(said)].casefold() == said.casefold():
            return at + len(said)
    return 0
