"""The word table of a page that searches by itself: which words of its texts are one word, which are near."""

from collections.abc import Iterable

from archive.arabic.analyze import analyze

#: Letters that begin a word made of a root and are not of the root: «تدريب», «مدرب», «انضمام», «استخدام».
_BEFORE_ROOT = ("است", "ان", "م", "ت", "ا", "ي")
_ROOT = 3


def family_of(skeleton: str) -> str:
    """What words with letters before one root have in common («+درب»); a word without any is near to itself alone.

    Else «تدريب» would find «دروب».
    """
    for letters in _BEFORE_ROOT:
        rest = skeleton.removeprefix(letters)
        if rest != skeleton and len(rest) >= _ROOT:
            return f"+{rest}"
    return skeleton


def build_table(texts: Iterable[str]) -> str:
    """«family stem word word …» on a line, for all words of the texts, folded."""
    stems: dict[str, tuple[str, set[str]]] = {}
    for text in texts:
        for term in analyze(text):
            if term.kind in ("word", "latin"):
                _family, words = stems.setdefault(term.stem, (family_of(term.skeleton), set()))
                words |= {term.surface, term.exact}
    lines = (
        " ".join([family, stem, *sorted(words - {stem})]) for stem, (family, words) in sorted(stems.items())
    )
    return "\n".join(lines)
