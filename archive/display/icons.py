"""The signs beside words, drawn as strokes in a square of twenty; prepared once, for a page may have a hundred."""

from django.utils.safestring import SafeString, mark_safe

_STROKES = {
    "copy": "M7 7h9v10H7zM4 13V3h9",
    "link": "M8.5 11.5l3-3M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2",
    "print": "M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z",
    "add": "M10 4v12M4 10h12",
    "check": "M4 10.5l4 4 8-9",
    "compare": "M3 4h5v12H3zM12 4h5v12h-5z",
    "up": "M10 16V4M5 9l5-5 5 5",
    "down": "M10 4v12M5 11l5 5 5-5",
    "remove": "M5 5l10 10M15 5L5 15",
    "more": "M4.5 10h.01M10 10h.01M15.5 10h.01",
    "swap": "M3 7h13M12 3l4 4-4 4M17 13H4M8 9l-4 4 4 4",
}
_DRAWN = {
    name: mark_safe(f'<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="{strokes}"/></svg>')
    for name, strokes in _STROKES.items()
}


def draw_icon(name: str) -> SafeString:
    """The sign of this name. KeyError where there is none."""
    return _DRAWN[name]
