"""The words behind an article that say of which treaty it is, or that it is of another law: forms only.

The texts are plain ones.
"""

import re

from archive.vocabulary.clause_words import any_clause_word

_PART = r"(?:من\s+(?:الباب|الفصل|الجزء|القسم)\s+\w+(?:\s+عشر)?\s+)?"
# من البروتوكول · من الباب الثاني من البروتوكول · of the Protocol
OF_TREATY = re.compile(rf"\s*،?\s*{_PART}(?:من|في|of|to|in)\s+(?:the\s+)?")
# «من» that does not say of what: «المادة 18 من أجل …».
_OF_NOTHING = re.compile(rf"\s*،?\s*(?:في\s|من\s+{any_clause_word('no_treaty')}(?!\w))")
# المادة 18 من قانون العقوبات · article 18 of the Penal Code
_OF_SOMETHING = re.compile(r"\s+(?:من|of)\s+\w")
# المادة 18 منه · المادة 5 منها
OF_IT = re.compile(r"\s*،?\s*(?:من(?P<it>ها?)|(?:of|to)\s+it)(?!\w)")
# المادة 18 المتعلقة بالمساعدة القانونية المتبادلة · المادة 18 (المعنونة "المساعدة …")
_ENTITLED = rf"\s*[،(]?\s*{any_clause_word('entitled')}\w*\s+(?:ب|[\"«“]\s*)?"
ABOUT = re.compile(_ENTITLED)
# المادة 18 المتعلقة بالمساعدة القانونية المتبادلة من الاتفاقية
ABOUT_AND_OF = re.compile(_ENTITLED + r"(?:(?!\b\w{0,3}ماد)[^.؛\n]){2,100}?\s(?:من|في)\s+")
# Nothing else stands between two groups of one list: «المادة ٥ والفقرة ٤ من المادة ٦ من البروتوكول».
_JOINED = re.compile(rf"\s*،?\s*(?:{any_clause_word('joining_articles')}\s+|and\s+|or\s+)?")


def is_of_something(plain: str, end: int) -> bool:
    """Whether «من …» stands behind an article that ends here: of a law, since no treaty was found there."""
    return bool(_OF_SOMETHING.match(plain, end)) and not _OF_NOTHING.match(plain, end)


def are_of_one_treaty(plain: str, end: int, start: int, *, joined: bool) -> bool:
    """Whether two groups of articles with plain[end:start] between them are one list; `joined`: the second has «و»."""
    match = _JOINED.fullmatch(plain, end, start) if end <= start else None
    return match is not None and (joined or bool(match.group().strip(" ،\n")))
