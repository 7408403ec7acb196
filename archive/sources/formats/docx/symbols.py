"""Signs of the faces of symbols, which have no letters: what is printed in the place of each."""

#: In the order of the alphabet as the face «Symbol» has it on its keys A–Z and a–z.
_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{0x41 + at: sign for at, sign in enumerate(_GREEK_CAPITALS)},
    **{0x61 + at: sign for at, sign in enumerate(_GREEK)},
    0x2D: "-", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®",
    0xD3: "©", 0xD4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FACES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
#: What stands for a sign that is lost; whoever judges the text reports it.
LOST = "\ufffd"


def symbol_of(face: str, code: str) -> str:
    """The sign of a face («Symbol», «Wingdings») for its code in hexadecimal; LOST where it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return LOST
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return LOST
    known = _FACES.get(face.casefold().strip())
    if known is not None:
        return known.get(number - _PRIVATE if number >= _PRIVATE else number, LOST)
    if _PRIVATE <= number < _PRIVATE + 0x100:
        return LOST if number - _PRIVATE < 0x20 or number >= _PRIVATE + 0x7F else chr(number - _PRIVATE)
    return chr(number)
