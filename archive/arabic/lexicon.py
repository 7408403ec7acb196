"""The frozen word data of the analyser: which words are known, and to which word a form belongs.

The data never follows the archive: a growing archive must not change the stems of texts indexed before.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from archive.arabic.normalize import normalize
from archive.arabic.tables import read_table

DATA = Path(__file__).resolve().parent / "data"
_FILES = (
    "known_words.txt",
    "plain_words.txt",
    "broken_plurals.tsv",
    "other_forms.tsv",
    "told_by_hamza.tsv",
    "homonyms.tsv",
    "latin_names.tsv",
    "english_terms.tsv",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`lemma_of` gives for a folded form (known word, broken plural, irregular form) its folded lemma.

    `plain` holds words that carry no subject (prepositions, pronouns, modal verbs); a search may do without.
    `told_by_hamza` gives for a form with its hamza («إخطار») what sloppy spelling cannot tell from another.
    `name_of` gives for each Latin or Arabic one-word form of a name the one form all share, and for an English
    word of the field the Arabic one. `translations` are English expressions with the Arabic ones of the texts.
    `inflected` are the English forms that a rule made («rescued»).
    """

    version: str
    lemma_of: dict[str, str]
    plain: frozenset[str]
    told_by_hamza: dict[str, str]
    name_of: dict[str, str]
    names: tuple[tuple[str, ...], ...]
    translations: tuple[tuple[str, tuple[str, ...]], ...]
    inflected: frozenset[str]


def folded_words(words: list[str]) -> list[str]:
    """Give the words folded; one pass over the joined text is much faster than a call a word."""
    return normalize("\t;\t".join(words)).split(" ; ") if words else []


def _version() -> str:
    for line in (DATA / "known_words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# VERSION"):
            return line.split()[2]
    raise ValueError(f"{DATA / 'known_words.txt'} states no line '# VERSION <number>'")


def _pairs(name: str) -> list[tuple[str, str]]:
    rows = list(read_table(DATA / name))
    return list(
        zip(folded_words([row[0] for row in rows]), folded_words([row[1] for row in rows]), strict=True)
    )


_Phrases = tuple[tuple[str, tuple[str, ...]], ...]


def _english_terms() -> tuple[dict[str, str], _Phrases, dict[str, str], _Phrases]:
    """Give the Arabic word of each English one, and what is exchanged as a phrase; then both for the forms that a rule
    made of them.
    """
    words: dict[str, str] = {}
    phrases = []
    inflected_words: dict[str, str] = {}
    inflected_phrases = []
    for row in read_table(DATA / "english_terms.tsv"):
        arabic, english = (tuple(column.split("|")) for column in row)
        for term in english:
            forms = dict.fromkeys((term, _plural(term)))
            further = _inflected(term) if term.isalpha() else ()
            if len(arabic) == 1 and term.isalpha() and arabic[0].isalpha():
                word = normalize(arabic[0])
                words |= {form: words.get(form, word) for form in forms}
                inflected_words |= {form: inflected_words.get(form, word) for form in further}
            else:
                phrases += [(form, arabic) for form in forms]
                inflected_phrases += [(form, arabic) for form in further]
    # What is written in the table comes before what a rule makes of another word.
    written = words.keys() | {form for form, _ in phrases}
    inflected = {form: word for form, word in inflected_words.items() if form not in written}
    others = [(form, arabic) for form, arabic in inflected_phrases if form not in written | inflected.keys()]
    return words, tuple(phrases), inflected, tuple(others)


def _inflected(word: str) -> tuple[str, ...]:
    """«rescued», «rescuing», «denied»: a table need not list them."""
    stem = word.removesuffix("e")
    past = f"{word[:-1]}ied" if word.endswith("y") and word[-2:-1] not in "aeo" else f"{stem}ed"
    return past, f"{stem}ing"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeo":
        return f"{word[:-1]}ies"
    if word.endswith("s") and not word.endswith("ss"):
        return word
    return f"{word}es" if word.endswith(("ss", "x", "ch", "sh")) else f"{word}s"


def data_digest() -> str:
    """Give the SHA-256 of all word data, without reading it into a lexicon."""
    digest = sha256()
    for name in _FILES:
        digest.update((DATA / name).read_bytes())
    return digest.hexdigest()


@cache
def load_lexicon() -> Lexicon:
    """Give the lexicon of this version; the files are read once in a process."""
    plurals = _pairs("broken_plurals.tsv")
    plain = folded_words([row[0] for row in read_table(DATA / "plain_words.txt")])
    words = folded_words([row[0] for row in read_table(DATA / "known_words.txt")])
    lemma_of = {singular: singular for _, singular in plurals}
    lemma_of |= {word: word for word in words}
    lemma_of |= dict(plurals)
    told_by_hamza = {row[0]: row[1] for row in read_table(DATA / "told_by_hamza.tsv")}
    others = dict(_pairs("other_forms.tsv"))
    # A lemma told by its hamza keeps it: «يخطر» is no form of «خطر».
    others |= {normalize(row[0]): row[1] for row in read_table(DATA / "other_forms.tsv") if row[1] in told_by_hamza}
    lemma_of = {lemma: lemma for lemma in others.values()} | lemma_of | others
    lemma_of |= {word: word for word in plain}
    names = tuple(tuple(form.strip() for form in row[0].split("|")) for row in read_table(DATA / "latin_names.tsv"))
    name_of = {
        form: forms[0]
        for group in names
        for forms in [[form for form in folded_words(list(group)) if " " not in form]]
        for form in forms
    }
    lemma_of |= {form: name for form, name in name_of.items() if not form.isascii()}
    terms, phrases, inflected, further = _english_terms()
    name_of = {word: lemma_of.get(arabic, arabic) for word, arabic in (inflected | terms).items()} | name_of
    return Lexicon(
        version=_version(),
        lemma_of={form: lemma_of.get(lemma, lemma) for form, lemma in lemma_of.items()},
        plain=frozenset(plain),
        told_by_hamza=told_by_hamza,
        name_of=name_of,
        names=names,
        translations=phrases + further,
        inflected=frozenset(inflected) | {form for form, _ in further},
    )
