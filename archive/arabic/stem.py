"""Light stemming of folded words against the lexicon: a form goes to its lemma, or loses what is surely added.

What it trades: feminine forms join the masculine («مهاجرة» → «مهاجر») and a nisba joins its noun
(«قنصلية» → «قنصل») unless the lexicon knows them as words of their own («شركة»، «دولي»، «عملية»); so «دول»
and «دولي», «عمل» and «عملية», «حق» and «حقيقة» stay apart. Verbs join their verbal noun («يعزز» → «تعزيز»)
only where exactly one known verbal noun fits the pattern.
"""

from functools import lru_cache

from archive.arabic.lexicon import load_lexicon

_ARTICLES = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
# The shortest first: «وبحث» is و and بحث, «للجنة» is ل and لجنة.
_PREPOSITIONS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه", "ك")
# Ending and what may have stood in its place: «توصيات» is توصي + ه. The shortest first.
_ENDINGS = (
    ("ا", ("",)), ("ه", ("",)), ("ي", ("",)), ("و", ("",)),
    ("ات", ("ه", "", "ا")), ("ان", ("",)), ("ين", ("",)), ("ون", ("",)), ("يه", ("",)), ("يا", ("",)),
    ("تا", ("ه", "")), ("تي", ("ه", "")),
    ("تان", ("ه", "")), ("تين", ("ه", "")), ("يات", ("", "ا")), ("يين", ("",)), ("يون", ("",)), ("يان", ("",)),
    ("هات", ("",)), ("يتين", ("",)), ("يتان", ("",)),
)  # fmt: skip
_SUBJECTS = ("ون", "وا", "ان", "ت", "ا", "ن")


def _seated(word: str) -> tuple[str, ...]:
    """The word, and with the hamza back that a suffix put on a seat: «اعضاو» (أعضاؤ) is «اعضاء»."""
    if len(word) > 3 and word[-2] == "ا" and word[-1] in "وي":
        return (word, word[:-1] + "ء")
    return (word,)


def _bare_ending(word: str) -> str | None:
    lemma_of = load_lexicon().lemma_of
    for ending, replaced in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            rest = word[: -len(ending)]
            for put in replaced:
                for form in _seated(rest + put):
                    # Prepositions and the like take no endings: «بهمة» is no form of «بهم».
                    if _is_noun(form):
                        return lemma_of[form]
    return None


def _is_noun(word: str) -> bool:
    lexicon = load_lexicon()
    return len(word) > 2 and word in lexicon.lemma_of and word not in lexicon.plain


def _by_suffix(word: str) -> str | None:
    """The lemma of a word that carries suffixes, the fewest first."""
    lemma_of = load_lexicon().lemma_of
    if word.endswith("ا") and word + "ء" in lemma_of and word[:-1] not in lemma_of:
        # Written without its hamza: «نسا». But «عملا» is no «عملاء».
        return lemma_of[word + "ء"]
    if word.endswith("ها") and _is_noun(word[:-2]):
        # «عملها» is عمل and ها, not عملة.
        return lemma_of[word[:-2]]
    found = _bare_ending(word)
    if found:
        return found
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            rest = word[: -len(pronoun)]
            forms = (rest[:-1] + "ه", *_seated(rest)) if rest.endswith("ت") else _seated(rest)
            for form in forms:
                if len(form) > 1 and form in lemma_of:
                    return lemma_of[form]
            found = _bare_ending(rest)
            if found:
                return found
    return None


def _verbal_nouns(root: str, first: str) -> list[str]:
    """Verbal nouns that a verb without its person prefix may have; `first` is the person prefix or alef."""
    size = len(root)
    if size < 3:
        return []
    head, last = root[:-1], root[-1]
    nouns = []
    if size == 3:
        if first != "ا":
            nouns += [f"ت{head}ي{last}"]
            nouns += [f"ت{head}يه"] if last in "يا" else []
        if first:
            nouns += [f"ا{head}ا{last}"]
            nouns += [f"ا{head}اء"] if last in "يا" else []
            nouns += [f"ا{root[0]}ا{last}ه"] if root[1] in "يا" else []
        return nouns
    if root[1] == "ا" and size == 4 and first != "ا":
        nouns.append(f"م{root}ه")
    if root[0] == "ت" and first != "ا" and f"م{root}ه" not in load_lexicon().lemma_of:
        # «يتابع» belongs to متابعة, not to تابع.
        nouns.append(root)
    if first:
        nouns.append(f"ا{head}ا{last}")
        nouns += [f"ا{head}اء"] if last in "يا" else []
        nouns += [f"ا{root[:-2]}ا{last}ه"] if root[-2] in "يا" else []
    return nouns


def _by_verb(word: str) -> str | None:
    lemma_of = load_lexicon().lemma_of
    if len(word) > 4 and word[0] == "س" and word[1] in "يت":
        word = word[1:]
    shapes = [word]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) > 3:
            shapes.append(word[: -len(pronoun)].removesuffix("و"))
            break
    for shape in tuple(shapes):
        for subject in _SUBJECTS:
            if shape.endswith(subject) and len(shape) - len(subject) > 2:
                shapes.append(shape[: -len(subject)])
                break
    for shape in shapes:
        if shape[0] in "يتن" and len(shape) > 3 and _is_noun("ي" + shape[1:]):
            # The lexicon gives irregular verbs with one prefix.
            return lemma_of["ي" + shape[1:]]
        nouns = _verbal_nouns(shape, "")
        if shape[0] in "يتان" and len(shape) > 3:
            nouns += _verbal_nouns(shape[1:], shape[0])
        # A broken plural looks like a verbal noun: «أصناف», «أموال».
        found = {noun for noun in nouns if lemma_of.get(noun) == noun}
        if found:
            return found.pop() if len(found) == 1 else None
    # «يجذب» belongs to جذب, where no longer verbal noun is known. What begins with ت may be a slip: «تعون» is تعاون.
    simple = (shape[1:] for shape in shapes if len(shape) == 4 and shape[0] in "ين")
    return next((noun for noun in simple if _is_noun(noun) and lemma_of[noun] == noun), None)


def _rests(word: str, proclitics: tuple[str, ...]) -> list[str]:
    """What remains without each of the proclitics that the word may begin with."""
    return [word[len(p) :] for p in proclitics if word.startswith(p) and len(word) - len(p) >= 2]


def _known(word: str) -> tuple[str, str] | None:
    """The word without proclitics and its lemma, when the lexicon knows what remains.

    The surest first: the word itself; without its article; with suffixes («فنية» is not ف and نية); without a
    preposition; of two letters after an article («الحق» is no form of ألحق); a verb.
    """
    lemma_of = load_lexicon().lemma_of
    if word in lemma_of:
        return word, lemma_of[word]
    determined, joined = _rests(word, _ARTICLES), _rests(word, _PREPOSITIONS)
    plain = load_lexicon().plain
    for forms, finders, least in (
        # «للجنة» is ل and لجنة: a known word outweighs one with suffixes.
        ([rest for rest in joined if word.startswith("لل")], (lemma_of.get,), 3),
        (determined, (lemma_of.get, _by_suffix), 3),
        ([word], (_by_suffix,), 3),
        (joined, (lemma_of.get, _by_suffix), 3),
        ([rest for rest in determined if rest not in plain], (lemma_of.get,), 2),
        ([word, *determined, *joined], (_by_verb,), 3),
    ):
        for find in finders:
            for form in forms:
                # Two letters are no proof: «بيد» is not ب and يد.
                found = find(form) if len(form) >= least else None
                if found:
                    return form, found
    for rest in (*determined, *joined):
        if rest in lemma_of:
            return rest, lemma_of[rest]
    return None


@lru_cache(maxsize=20_000)
def split_word(word: str) -> tuple[str, str, bool]:
    """Give (word without proclitics, stem, whether the lexicon knows it) of a folded word."""
    known = _known(word)
    if known:
        return *known, True
    stem = word
    while True:
        # Until it stays, so that a stem is its own stem; every round is shorter or ends at a lemma.
        shorter = _light(stem)
        if shorter == stem:
            return word, stem, False
        known = _known(shorter)
        if known:
            return word, known[1], False
        stem = shorter


def without_article(word: str) -> str:
    """Give the word without article (and what stands before it) where three letters remain."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return word[len(article) :]
    return word


def _light(word: str) -> str:
    """The stem of an unknown word: article and light suffixes off, so that its own forms still meet."""
    word = without_article(word)
    for endings, least in ((("هما", "هم", "هن", "ها", "نا"), 4), (("تين", "تان", "ات", "ون", "ين", "ان"), 4)):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: -len(ending)]
                break
    for ending in ("ه", "ا", "ي"):
        if word.endswith(ending) and len(word) > 3:
            word = word[:-1]
    return word


_LONG_VOWELS = str.maketrans("", "", "اأإويء")
_RASM = str.maketrans("بتثنيىئپ" "جحخچ" "دذ" "رزژ" "سش" "صض" "طظ" "عغفقڤ" "ةهۀ" "كکگ", "ٮ" * 8 + "ح" * 4 + "د" * 2
                      + "ر" * 3 + "س" * 2 + "ص" * 2 + "ط" * 2 + "ع" * 5 + "ه" * 3 + "ك" * 3)  # fmt: skip


def skeleton(stem: str) -> str:
    """Give the stem without long vowels, hamza and final heh («غسيل», «غسل» → «غسل»); short ones stay whole."""
    bones = stem.translate(_LONG_VOWELS)
    bones = bones[:-1] if bones.endswith("ه") else bones
    return bones if len(bones) > 1 else stem


def dotless(word: str) -> str:
    """Give the letters without their dots: what an optical reader confuses falls together (ف/غ, ب/ي …)."""
    return word.translate(_RASM)
