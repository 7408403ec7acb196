"""Texts of the archive in a list, what was found in them marked: an excerpt, or a whole text to read."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from archive.search.english_texts import ENGLISH
from archive.search.highlight import Piece, excerpt, find_matches
from archive.search.understood import Understood

from .running_text import cut_at_word, render_inline
from .spans import lay_spans, marking
from .tongue import is_in_english, set_apart

#: The language of the texts themselves.
ARABIC = "ar"

#: What `render_inline` sets apart: Latin letters, and figures that belong to a word. Most texts have neither.
_APART = re.compile("[A-Za-z\u00c0-\u024f]|[-‑–][0-9\u0660-\u0669]")
_LINK = re.compile(r"</?a\b[^>]*>")


def render_excerpt(
    pieces: Sequence[Piece], begins_before: bool = False, goes_on: bool = False, language: str = "ar"
) -> SafeString:
    """An excerpt with «…» where the text goes on. Without links: the whole entry is one."""
    parts = [_pieces(pieces, language)]
    if begins_before:
        parts.insert(0, '<span class="ell">…&nbsp;</span>')
    if goes_on:
        parts.append('<span class="ell">&nbsp;…</span>')
    return mark_safe("".join(parts))


def render_found(text: str, understood: Understood, words: int, language: str = "ar") -> SafeString:
    """So many words of a text around the best place of what was found."""
    pieces, offset = excerpt(text, understood, words, language)
    shown = sum(len(piece.text) for piece in pieces)
    return render_excerpt(pieces, bool(text[:offset].strip()), bool(text[offset + shown :].strip()), language)


def render_own(text: str, understood: Understood, words: int) -> SafeString:
    """As `render_found`, of a text that may be held in English alone."""
    return set_apart(render_found(text, understood, words, ENGLISH if is_in_english(text) else ARABIC), text)


def render_all(texts: Mapping[int, str], understood: Understood | None, words: int) -> dict[int, SafeString]:
    """So many words of each of these English texts, around what was met or from the beginning."""
    if understood is None:
        return {key: render_excerpt([Piece(cut_at_word(text, words))], language=ENGLISH) for key, text in texts.items()}
    return {key: render_found(text, understood, words, ENGLISH) for key, text in texts.items()}


def render_met(texts: Mapping[int, str], understood: Understood | None, words: int) -> dict[int, SafeString]:
    """So many words of those of these English texts that have a word of what is asked, by their keys."""
    return {
        key: render_found(text, understood, words, ENGLISH)
        for key, text in texts.items()
        if understood and find_matches(text, understood, ENGLISH)
    }


def render_whole(text: str, understood: Understood | None) -> SafeString:
    """A text of one line as its own page shows it, the places that were found marked."""
    found = find_matches(text, understood, ENGLISH if is_in_english(text) else ARABIC) if understood else ()
    return lay_spans(render_inline(text), text, [marking(one.start, one.end) for one in found])


def _pieces(pieces: Sequence[Piece], language: str) -> str:
    text = "".join([piece.text for piece in pieces])
    if language == ENGLISH or not _APART.search(text):
        return "".join([_piece(piece) for piece in pieces])
    spans, at = [], 0
    for piece in pieces:
        if piece.is_match:
            spans.append(marking(at, at + len(piece.text)))
        at += len(piece.text)
    return _LINK.sub("", lay_spans(render_inline(text), text, spans))


def _piece(piece: Piece) -> str:
    escaped = escape(piece.text)
    return f"<mark>{escaped}</mark>" if piece.is_match else escaped
