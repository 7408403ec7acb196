"""Whether the brackets of a paper are told as they are meant or as they are drawn: asked of all of them together."""

from collections.abc import Iterable

_PAIRS = {"(": ")", "[": "]", "«": "»"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}


def misplaced(texts: Iterable[str]) -> int:
    """Brackets that close what nobody opened, or stay open; a bracket behind a number or letter («أ)») is none."""
    wrong = 0
    for text in texts:
        waiting: list[str] = []
        for at, sign in enumerate(text):
            if sign in _PAIRS:
                waiting.append(sign)
            elif sign in _CLOSING:
                if waiting and waiting[-1] == _CLOSING[sign]:
                    waiting.pop()
                elif at > 4 or sign == "»":
                    wrong += 1
        wrong += len(waiting)
    return wrong
