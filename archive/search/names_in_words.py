"""What people write in two ways and the texts in one: names in both scripts, English terms, numbers and ordinals."""

from collections.abc import Iterator
from functools import cache

from archive.arabic.lexicon import load_lexicon
from archive.arabic.synonyms import Synonyms
from archive.numbering.ordinal_words import ordinal

#: The treaties of the field have no more articles, the bodies no more sessions.
_MOST_NUMBERED = 74


@cache
def name_synonyms() -> Synonyms:
    """Give the names of several words («IOM», «المنظمة الدولية للهجرة») and the English terms as synonyms."""
    lexicon = load_lexicon()
    return Synonyms(lexicon.names, [*lexicon.translations, *_numbered()], are_names=True)


def _numbered() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts number articles in figures, meetings and sessions in words; people type either."""
    for n in range(1, _MOST_NUMBERED + 1):
        for noun in ("المادة", "الفقرة"):
            yield f"{noun} {ordinal(n, 'f')}", (f"{noun} {n}",)
        yield f"البند {ordinal(n, 'm')}", (f"البند {n}",)
        yield f"الدورة {n}", (f"الدورة {ordinal(n, 'f')}",)
        yield f"الاجتماع {n}", (f"الاجتماع {ordinal(n, 'm')}",)
