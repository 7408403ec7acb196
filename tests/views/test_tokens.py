"""Colours are far enough apart to be read, in both themes."""

import re

import pytest

from config.bundles import STYLES

SHEET = (STYLES / "tokens.css").read_text()
LIGHT = SHEET[SHEET.index(":root {") : SHEET.index("@media (prefers-color-scheme: dark)")]
BY_SYSTEM = SHEET[SHEET.index("@media (prefers-color-scheme: dark)") : SHEET.index(':root[data-theme="dark"]')]
BY_SWITCH = SHEET[SHEET.index(':root[data-theme="dark"]') : SHEET.index("@media (prefers-reduced-motion")]

TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent", "error") for ground in ("paper", "well")),
    *(("ink", ground) for ground in ("tint", "mark", "heat-1", "heat-2", "heat-3")),
    ("ink-2", "tint"),
    ("accent", "tint"),
    ("on-accent", "accent"),
    ("on-heat", "heat-4"),
    ("on-heat", "heat-5"),
    ("paper", "ink"),
]
GRAPHICS = [("bright", "paper"), ("edge", "paper")]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", block))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_knows_the_extremes() -> None:
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21, 1)


def test_the_dark_of_the_system_is_the_dark_of_the_switch() -> None:
    assert colours(BY_SYSTEM) == colours(BY_SWITCH)
    assert set(colours(BY_SYSTEM)) == set(colours(LIGHT))


@pytest.mark.parametrize(("least", "pairs"), [(4.5, TEXT), (3, GRAPHICS)])
@pytest.mark.parametrize("block", [LIGHT, BY_SWITCH], ids=["light", "dark"])
def test_what_is_read_stands_out(block: str, least: float, pairs: list[tuple[str, str]]) -> None:
    held = colours(block)
    low = {pair: round(contrast(held[pair[0]], held[pair[1]]), 2) for pair in pairs}
    assert {pair: found for pair, found in low.items() if found < least} == {}
