"""A whole typed reference in French, put into the English words that the readers know.

The sister papers of each document are cited in French too («recommandation 12 de la quatrième réunion»). In running
texts French cites nothing here.
"""

import re
from collections.abc import Callable
from unicodedata import combining, normalize

from archive.numbering.english_ordinals import english_ordinal

_UNITS = "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme".split()
_TEENS = (
    "onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme".split()
)
_ORDINALS = {word: number for number, word in enumerate([*_UNITS, *_TEENS, "vingtieme"], 1)}
_ORDINALS |= {"premiere": 1, "second": 2, "seconde": 2}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
#: One of these makes a text French.
_FRENCH = re.compile(
    r"\b(?:recommandations?|reunions?|protocole|paragraphes?|rapport|alinea|groupe de travail"
    r"|(?:article|session|document|convention|art\.) [^a-z]*(?:de|du|des)\b|(?:de la|du) (?:convention|session))\b"
)


def _ordinal(match: re.Match[str]) -> str:
    return english_ordinal(_ORDINALS[match[0]])


def _counted(match: re.Match[str]) -> str:
    figure = match["figure"]
    return english_ordinal(_ROMANS[figure] if figure in _ROMANS else int(figure))


_Put = str | Callable[[re.Match[str]], str]
_RULES: tuple[tuple[str, _Put], ...] = (
    (r"^(?:voir|cf\.?)\s(?:aussi\s)?", ""),
    (r"\b(?:n°|no|numero)\s?(?=[0-9])", ""),
    (r"\brecommandation", "recommendation"),
    (rf"\b(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b", _ordinal),
    # 4e · 4ème · IVe
    (
        rf"\b(?P<figure>[1-9][0-9]?|{'|'.join(sorted(_ROMANS, key=len, reverse=True))})(?:e|er|re|eme|ieme)\b",
        _counted,
    ),
    (r"\breunion", "meeting"),
    (r"\b(?:alinea|sous-paragraphe)s?\b", "subparagraph"),
    (r"\bparagraphe", "paragraph"),
    (r"\brapport\b", "report"),
    (r"\bgroupe de travail\b", "working group"),
    (r"\s(?:sur le|relatif au|contre le) trafic illicite de migrants\b[^0-9]*$", ""),
    (r"\bprotocole\b", "protocol"),
    (r"\bconvention (?:des nations unies )?contre la criminalite (?:transnationale )?organisee\b", "untoc"),
    (r"\bconvention de palerme\b", "palermo convention"),
    (r"\bconference des parties\b", "conference of the parties"),
    (r"\badoptees? (?:a la|a|par|lors de la|lors de)(?= )", "adopted at the"),
    # 3 à 5 · 12 et 13 · k)
    (r"(?<=[0-9]) (?:a|au) (?=[0-9])", " to "),
    (r"(?<=[0-9)]) et (?=[0-9(])", " and "),
    (r"(?<=[0-9 ،])\s?(?<!\()\b(?P<letter>[a-z])\)", r" (\g<letter>)"),
    (r"\bde (?=(?:19|20)[0-9]{2}$)", "of "),
    (r"\b(?:de la|du|des|de l\"|de)(?= |(?<=\"))", "of the"),
    (r"\b(?:a la|au|lors de la)(?= )", "at the"),
    (r"^(?:la|le|les|l\")\s?", ""),
    (r"\bl\"", ""),
)
_COMPILED = tuple((re.compile(pattern), put) for pattern, put in _RULES)


def from_french(bare: str) -> str:
    """Give a whole plain text in English words; one that is not French stays as it is."""
    plain = (
        "".join(letter for letter in normalize("NFD", bare) if not combining(letter))
        if bare.isprintable()
        else bare
    )
    if not _FRENCH.search(plain):
        return bare
    for pattern, put in _COMPILED:
        plain = pattern.sub(put, plain)
    return " ".join(plain.split())
