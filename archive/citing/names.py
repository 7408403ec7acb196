"""The names of bodies and treaties that a reader of citations must know, ready to be found."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .plain import plain
from .things import Term

_KIND = re.compile(r"(?<!\w)(?:protocol|convention)(?!\w)")
# smuggling of migrants protocol: what people call a treaty in English, up to four words before its kind.
_WORD_BEFORE = re.compile(r"[a-z]+(?=[\s-]+$)")
_MOST_WORDS = 4
_LONGEST_WORD = 20
_ARABIC_KINDS = {"بروتوكول": "protocol", "اتفاقيه": "convention"}
#: A pattern: the words for a treaty in a folded text.
TREATY_WORD = rf"(?:{'|'.join(_ARABIC_KINDS)})"
_BARE = re.compile(
    rf"(?:the\s+)?(?P<kind>protocol|convention)(?!\w)|(?:[بك]?ال|لل)(?P<arabic>{TREATY_WORD})(?!\w)"
)
_EMPTY = frozenset("the of in and a to un united nations".split())


@dataclass(frozen=True, slots=True)
class BodyNames:
    """`forms` are its names in both languages; `term` says what its meetings are called."""

    symbol: str
    term: Term
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreatyNames:
    """`titles` are those of its articles, in both languages, by their numbers."""

    slug: str
    forms: tuple[str, ...]
    name_en: str = ""
    titles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        found = _KIND.search(plain(self.name_en))
        if found:
            return found[0]
        first = plain(self.forms[0]).split(" ")[0] if self.forms else ""
        return _ARABIC_KINDS.get(first, "other")


class KnownNames:
    """Make it once for many texts. Bodies and treaties in the order in which a bare word means them."""

    def __init__(
        self,
        bodies: Iterable[BodyNames] = (),
        treaties: Iterable[TreatyNames] = (),
    ) -> None:
        self.bodies = {one.symbol: one for one in bodies}
        self.treaties = {one.slug: one for one in treaties}
        self._body_of: dict[str, str] = {}
        for body in self.bodies.values():
            tail = body.symbol.rpartition("/")[2]
            short = (
                (tail, tail.replace(".", ""), tail.replace(".", " ")) if any(map(str.isdigit, tail)) else ()
            )
            for form in (*body.forms, body.symbol, *short):
                if form:
                    self._body_of.setdefault(_key(form), body.symbol)
                    # Working Group on (the) Smuggling of Migrants
                    self._body_of.setdefault(_key(form).replace(" on the ", " on "), body.symbol)
        self._treaty_of: dict[str, str] = {}
        for treaty in self.treaties.values():
            for form in (*treaty.forms, treaty.name_en, treaty.slug, treaty.slug.replace("-", " ")):
                if form:
                    self._treaty_of.setdefault(_key(form), treaty.slug)
        self._kinds = {slug: one.kind for slug, one in self.treaties.items()}
        # «Migrant Smuggling Protocol»: of the words of a name, the first of a compound is singular.
        self._words = {
            slug: frozenset(
                form for word in plain(one.name_en).split() for form in (word, word.removesuffix("s"))
            )
            for slug, one in self.treaties.items()
        }
        self._body_pattern = _any_name(self._body_of)
        self._treaty_pattern = _any_name(self._treaty_of)

    def find_bodies(self, text: str) -> Iterable[tuple[int, int, str]]:
        """Give (start, end, symbol) of the bodies that a plain text names."""
        for match in self._body_pattern.finditer(text) if self._body_pattern else ():
            yield match.start(), match.end(), self._body_of[_key(match["name"] or match["the"])]

    def find_treaties(self, text: str) -> Iterable[tuple[int, int, str]]:
        """Give (start, end, slug) of the treaties that a plain text names, by a bare «البروتوكول» too."""
        for match in self._treaty_pattern.finditer(text) if self._treaty_pattern else ():
            yield match.start(), match.end(), self._treaty_of[_key(match["name"] or match["the"])]
        for match in _KIND.finditer(text):
            if found := self._nickname(text, match):
                yield found[0], match.end(), found[1]
        for match in _BARE.finditer(text):
            slug = self._first(match["kind"] or _ARABIC_KINDS[match["arabic"]], frozenset())
            if slug:
                yield match.start(), match.end(), slug

    def treaty_of_article(self, number: int) -> str:
        """The treaty that an article without one belongs to: the first that has such an article."""
        having = (slug for slug, one in self.treaties.items() if number in one.titles)
        return next(having, next(iter(self.treaties), ""))

    def treaty_entitled(self, number: int, text: str) -> str:
        """The treaty whose article of this number has the title with which a text begins; '' where none or several."""
        words = " ".join(text.split())
        found = {
            slug
            for slug, one in self.treaties.items()
            if any(title and words.startswith(title) for title in one.titles.get(number, ()))
        }
        return found.pop() if len(found) == 1 else ""

    def _nickname(self, text: str, kind: re.Match[str]) -> tuple[int, str] | None:
        """(start, slug) of the longest run of words before «protocol» that stand in the name of one treaty."""
        found, start, words = None, kind.start(), frozenset[str]()
        for _ in range(_MOST_WORDS):
            before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
            if before is None:
                break
            start, words = before.start(), words | {before[0]}
            telling = words - _EMPTY
            if telling and before[0] not in _EMPTY:
                slug = self._first(kind[0], telling)
                if not slug:
                    break
                found = start, slug
        return found

    def _first(self, kind: str, words: frozenset[str]) -> str:
        return next(
            (slug for slug, one in self._kinds.items() if one == kind and words <= self._words[slug]), ""
        )


def _key(form: str) -> str:
    return plain(form).removeprefix("ال")


def _any_name(names: Mapping[str, str]) -> re.Pattern[str] | None:
    """A pattern of all names, the longest first; one with the article may have «لل» in its place."""
    if not names:
        return None
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w/.])[وف]?(?:(?:[بك]?ال|لل)(?P<the>{forms})|[بكل]?(?P<name>{forms}))(?![\w/])")
