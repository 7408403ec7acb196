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
_NOTHING = mark_safe("")


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
    so that all tags nest; but a link that holds them from beginning to end stays one link. A link is never laid
    inside a link.
    """
    if not spans:
        return rendered
    spans = spans_within(spans, 0, len(source))
    tokens = list(_tokens(rendered, source))
    whole = [span for span in spans if span.is_link and _holds_tags(tokens, span)]
    parts: list[str] = []
    is_in_link, depth, opened_at = False, 0, 0
    to_close: MarkupSpan | None = None
    for token, at, is_tag in tokens:
        if is_tag:
            is_in_link = token.startswith("<a ") or (is_in_link and token != "</a>")
            depth += -1 if token.startswith("</") else 1
            parts.append(token)
            if to_close is not None and depth == opened_at:
                parts.append(to_close.closing)
                to_close = None
            continue
        end = at + len(token)
        fitting = [span for span in spans if not (is_in_link and span.is_link)]
        for index, span in enumerate(fitting):
            if span not in whole or span.start >= end or span.end <= at:
                continue
            opens, goes_on = span.start >= at, span.end > end
            opened_at = depth if opens else opened_at
            to_close = span if span.end == end and depth > opened_at else to_close
            fitting[index] = replace(
                span,
                opening=span.opening if opens else _NOTHING,
                closing=_NOTHING if goes_on or to_close is span else span.closing,
            )
        parts.extend(_lay(token, spans_within(fitting, at, len(token))))
    # every part is a tag of ours or escaped again
    return mark_safe("".join(parts))


def _tokens(rendered: SafeString, source: str) -> Iterator[tuple[str, int, bool]]:
    """Tags, and the words between them as they are read, each with its place in the text; the last says which."""
    at = 0
    for piece in _TAG.split(rendered):
        if piece.startswith("<"):
            yield piece, at, True
        elif words := unescape(piece):
            # The asterisks round a title have become tags.
            while source[at] == "*" != words[0]:
                at += 1
            yield words, at, False
            at += len(words)


def _holds_tags(tokens: Sequence[tuple[str, int, bool]], span: MarkupSpan) -> bool:
    """Whether tags stand in this stretch, each with its end, and no link among them."""
    depth, holds = 0, False
    for tag, at, is_tag in tokens:
        is_end = tag.startswith("</")
        if not is_tag or not (span.start < at < span.end or (at == span.end and is_end and depth)):
            continue
        holds = True
        depth += -1 if is_end else 1
        if depth < 0 or tag.startswith("<a "):
            return False
    return holds and depth == 0


def _lay(words: str, spans: Sequence[MarkupSpan]) -> Iterator[str]:
    done = 0
    for span in spans:
        yield escape(words[done : span.start])
        yield f"{span.opening}{escape(words[span.start : span.end])}{span.closing}"
        done = span.end
    yield escape(words[done:])
