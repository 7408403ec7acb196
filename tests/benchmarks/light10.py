"""The light stemmer for Arabic that papers compare with (Larkey, Ballesteros, Connell: light10), by its description.

Ours is `archive.arabic.stem`; this one is only measured beside it.
"""

from archive.arabic.normalize import normalize

_ARTICLES = ("بال", "كال", "فال", "ال", "لل")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
#: What has to remain: of a word without its «و», and without an article or an ending.
_LEAST_WITHOUT_AND, _LEAST = 3, 2


def light10(word: str) -> str:
    """The stem of one word: «و», then an article, then every ending of the list once, in its order."""
    stem = normalize(word)
    if stem.startswith("و") and len(stem) - 1 >= _LEAST_WITHOUT_AND:
        stem = stem[1:]
    for article in _ARTICLES:
        if stem.startswith(article) and len(stem) - len(article) >= _LEAST:
            stem = stem[len(article) :]
            break
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= _LEAST:
            stem = stem[: -len(suffix)]
    return stem
