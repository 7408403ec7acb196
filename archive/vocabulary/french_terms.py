"""French terms of the field and what the texts say for them, as data: readers of the sister papers type them too."""

from collections.abc import Iterator

from .data_files import read_rows


def read_french_terms() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each French expression, in both numbers and of a word the feminine too, with the Arabic ones for it."""
    for arabic, french in read_rows("french_terms.tsv"):
        others = tuple(arabic.split("|"))
        for term in french.split("|"):
            forms = [term, f"{term}s", " ".join(map(_plural, term.split()))]
            if term.isalpha() and not term.endswith(("e", "s", "x")):
                forms += [f"{term}e", f"{term}es"]
            for form in dict.fromkeys(forms):
                yield form, others


def _plural(word: str) -> str:
    """«preuve numérique» and «preuves numériques»; what is plural already or a small word stays."""
    if word.endswith(("s", "x", "z")) or len(word.rpartition("'")[2]) <= _SMALL:
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith("eau") else f"{word}s"


#: «de», «la», «du» and their like have no plural of their own here.
_SMALL = 3
