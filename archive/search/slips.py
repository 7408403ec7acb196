"""Slips of the hand that only the whole typed text shows: the wrong keyboard layout, a blank within a word.

Both are mended only where no text has what was typed and the texts have what is meant, letter for letter.
"""

from dataclasses import replace

from archive.arabic.analyze import Term, analyze
from archive.arabic.keyboard import with_other_layout
from archive.arabic.spelling import split_in_two, suggest

from .query import Query, QueryPart
from .typed_words import TypedWord
from .understood import Notice
from .words import ArchiveWords

#: By chance the keys of shorter words write a word as well («td» is «في»); judged queries say nothing of it (2 and 4
#: give the same).
_LEAST_KEYS = 3
#: To look for the nearest word costs most of all: beyond so many words nobody is helped.
_MOST_CUT = 12


def is_foreign(term: Term, words: ArchiveWords) -> bool:
    """Whether a word is in no text, in no form, and is none that the lexicon knows."""
    is_told = term.plain or term.known or term.kind in ("number", "symbol")
    return not (is_told or words.holds(term.stem) or words.holds_english(term))


def mend_slips(query: Query, typed: list[TypedWord], words: ArchiveWords) -> tuple[Query, list[Notice]]:
    """Give the query that is meant, and what was done; `typed` are its words, as `typed_words` gives them."""
    if not any(is_foreign(term, words) for word in typed for term in word.terms):
        return query, []
    parts, notices = _on_the_other_layout(query.parts, words)
    parts, more = _without_stray_blanks(parts, words)
    parts, most = _with_lost_blanks(parts, words)
    return replace(query, parts=parts), notices + more + most


def _on_the_other_layout(
    parts: tuple[QueryPart, ...], words: ArchiveWords
) -> tuple[tuple[QueryPart, ...], list[Notice]]:
    meant = [_meant_by_keys(part, words) for part in parts]
    # A word of a letter or two («td» for «في») is believed only beside one that leaves no doubt.
    if not any(len(text) >= _LEAST_KEYS for text in meant):
        return parts, []
    pairs = list(zip(parts, meant, strict=True))
    notices = [Notice("spelling", part.text, (text,)) for part, text in pairs if text]
    return tuple(replace(part, text=text) if text else part for part, text in pairs), notices


def _meant_by_keys(part: QueryPart, words: ArchiveWords) -> str:
    """What the keys of every word of the part write on the other layout; empty where the texts have it not."""
    terms = analyze(part.text)
    foreign = [is_foreign(term, words) for term in terms]
    # «l;htpm» on the other layout has an «l» that French has too.
    if not any(foreign) or not all(
        one or (term.kind == "latin" and len(term.surface) < _LEAST_KEYS)
        for one, term in zip(foreign, terms, strict=True)
    ):
        return ""
    meant = []
    for word in part.text.split():
        # The keys of some letters are stops: «عوز» is «u,.» on them, and no word.
        found = [one for one in with_other_layout(word) if one.isalpha() and _are_known(one, words)]
        if not found:
            return ""
        meant.append(found[0])
    return " ".join(meant)


def _are_known(text: str, words: ArchiveWords) -> bool:
    terms = analyze(text)
    return bool(terms) and all(term.plain or words.holds(term.stem) for term in terms)


def _without_stray_blanks(
    parts: tuple[QueryPart, ...], words: ArchiveWords
) -> tuple[tuple[QueryPart, ...], list[Notice]]:
    joined: list[QueryPart] = []
    notices: list[Notice] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before is not None and _is_one_word(before, part, words):
            whole = before.text + part.text
            notices.append(Notice("spelling", f"{before.text} {part.text}", (whole,)))
            joined[-1] = replace(before, text=whole)
        else:
            joined.append(part)
    return tuple(joined), notices


def _with_lost_blanks(
    parts: tuple[QueryPart, ...], words: ArchiveWords
) -> tuple[tuple[QueryPart, ...], list[Notice]]:
    """«مصادرةعائدات» as two words, where it is no slip for one."""
    apart: list[QueryPart] = []
    notices: list[Notice] = []
    for place, part in enumerate(parts):
        halves = _two_words(part, words) if place < _MOST_CUT else None
        if halves:
            notices.append(Notice("spelling", part.text, (" ".join(halves),)))
        apart += [replace(part, text=half) for half in halves or (part.text,)]
    return tuple(apart), notices


def _two_words(part: QueryPart, words: ArchiveWords) -> tuple[str, str] | None:
    terms = analyze(part.text)
    if part.is_phrase or part.is_excluded or len(terms) != 1 or terms[0].kind != "word":
        return None
    if not is_foreign(terms[0], words) or suggest(terms[0].surface, words.vocabulary):
        return None
    return split_in_two(part.text, words.vocabulary)


def _is_one_word(first: QueryPart, second: QueryPart, words: ArchiveWords) -> bool:
    if first.is_phrase or second.is_phrase or second.is_excluded:
        return False
    halves = [analyze(part.text) for part in (first, second)]
    if any(len(half) != 1 or half[0].kind != "word" for half in halves):
        return False
    whole = analyze(first.text + second.text)
    is_known = len(whole) == 1 and words.vocabulary.frequency(whole[0].exact) > 0
    return is_known and any(is_foreign(half[0], words) for half in halves)
