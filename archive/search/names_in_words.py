"""What people write in two ways and the texts in one: names in both scripts, English and French terms, ordinals."""

from collections.abc import Container, Iterator
from functools import cache

from archive.arabic.lexicon import load_lexicon
from archive.arabic.normalize import normalize
from archive.arabic.synonyms import Synonyms
from archive.numbering.ordinal_words import ordinal
from archive.vocabulary.french_terms import read_french_terms

#: The treaties of the field have no more articles, the bodies no more sessions.
_MOST_NUMBERED = 74


@cache
def name_synonyms() -> Synonyms:
    """Give the names of several words («IOM», «المنظمة الدولية للهجرة») and the terms of other languages."""
    lexicon = load_lexicon()
    return Synonyms(
        lexicon.names, [*lexicon.translations, *_french(lexicon.name_of), *_numbered()], are_names=True
    )


def _french(english: Container[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Without the words that English has too: its table tells what they mean."""
    for term, others in read_french_terms():
        if normalize(term) not in english:
            yield term, others


def _numbered() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts number articles in figures, meetings and sessions in words; people type either."""
    for n in range(1, _MOST_NUMBERED + 1):
        for noun in ("المادة", "الفقرة"):
            yield f"{noun} {ordinal(n, 'f')}", (f"{noun} {n}",)
        yield f"البند {ordinal(n, 'm')}", (f"البند {n}",)
        yield f"الدورة {n}", (f"الدورة {ordinal(n, 'f')}",)
        yield f"الاجتماع {n}", (f"الاجتماع {ordinal(n, 'm')}",)
