"""Tags laid round stretches of a text that is HTML already: found words, corrected words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from django.utils.safestring import SafeString, mark_safe

_TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True, slots=True)
class MarkupSpan:
    """A stretch of a text, by offsets, and the tags that go round it; `is_link` says that they make a link."""

    start: int
    end: int
    opening: SafeString
    closing: SafeString
    is_link: bool = False


_MARK = mark_safe("<mark>"), mark_safe("</mark>")
_LINK_END = mark_safe("</a>")


def marking(start: int, end: int) -> MarkupSpan:
    """A stretch that stands out."""
    return MarkupSpan(start, end, *_MARK)


def linking(start: int, end: int, opening: SafeString) -> MarkupSpan:
    """A stretch that is a link; `opening` is its tag."""
    return MarkupSpan(start, end, opening, _LINK_END, is_link=True)


def stands(place: tuple[int, int] | None, words: str, text: str) -> bool:
    """Whether these words still stand there: a text that was edited a moment ago may have moved."""
    return place is not None and text[place[0] : place[1]] == words


def spans_within(spans: Sequence[MarkupSpan], start: int, length: int) -> list[MarkupSpan]:
    """Those that touch a part of the text, with offsets that count from where the part begins."""
    end = start + length
    return [
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    ]


def lay_spans(rendered: SafeString, source: str, spans: Sequence[MarkupSpan]) -> SafeString:
    """`rendered` with the tags in it. It is the HTML that `running_text.render_inline` made of `source`.

    `spans` count in `source` and come in order, none inside another. One that crosses other tags is laid in pieces,
    so that all tags nest; a link is never laid inside a link.
    """
    if not spans:
        return rendered
    parts: list[str] = []
    at, is_in_link = 0, False
    for piece in _TAG.split(rendered):
        if piece.startswith("<"):
            is_in_link = piece.startswith("<a ") or (is_in_link and piece != "</a>")
            parts.append(piece)
            continue
        if not (words := unescape(piece)):
            continue
        # The asterisks round a title have become tags.
        while source[at] == "*" != words[0]:
            at += 1
        fitting = [span for span in spans if not (is_in_link and span.is_link)]
        parts.extend(_lay(words, spans_within(fitting, at, len(words))))
        at += len(words)
    # every part is a tag of ours or escaped again
    return mark_safe("".join(parts))


def _lay(words: str, spans: Sequence[MarkupSpan]) -> Iterator[str]:
    done = 0
    for span in spans:
        yield escape(words[done : span.start])
        yield f"{span.opening}{escape(words[span.start : span.end])}{span.closing}"
        done = span.end
    yield escape(words[done:])
