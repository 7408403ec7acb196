"""How texts name treaties: in full, by «البروتوكول» alone, by what they are about. The treaties themselves are data.

All texts here are folded ones (`archive.arabic.normalize`), with the Arabic comma.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from archive.arabic.normalize import normalize

TreatyKind = Literal["protocol", "convention", "other"]

#: The words that a treaty's name begins with; «برتوكول» is met in the copies.
_KINDS: dict[str, TreatyKind] = {"بروتوكول": "protocol", "برتوكول": "protocol", "اتفاقيه": "convention"}
# بروتوكول … · لاتفاقية … · والبروتوكول · للاتفاقية · بروتوكولا … و…
_WORD = re.compile(
    r"(?<!\w)[وف]?(?:(?P<the>[بك]?ال|لل)|[بكل]?)(?P<word>برو?توكول|اتفاقيه)(?P<two>[اي]?)(?!\w)"
)
# «الاتفاقية الدولية …» is the name of a treaty that is not among ours.
_ANOTHER = re.compile(
    r"\s+(?:الدولي|الاوروبي|العربي|الافريقي|الامريكي|الاطاري|الثنايي|القضايي|الاختياري|الاضافي|المتعدد"
    r"|المتعلق|الخاص|المعني)"
)
# «هذا البروتوكول», «الاتفاقية المذكورة» point back to the one named last.
_THIS = re.compile(r"(?<!\w)[وف]?[بكل]?(?:هذا|هذه|ذلك|تلك)\s+$")
_SAID = re.compile(r"\s+(?:المذكوره?|نفسها?|ذاتها?|عينها?)(?!\w)")
# Where a word begins, behind a conjunction or a preposition or none.
_BEGINNING = r"(?:\b|(?<=\b[وفبكل])|(?<=\b[وف][بكل]))"
# البروتوكول المتعلق بمكافحة تهريب المهاجرين
_ABOUT = r"\s+(?:المتعلق|الخاص|المعني)ه?\s+ب(?:مكافحه\s+|منع\s+)?"
# بروتوكولا مكافحة تهريب المهاجرين و…
_BEFORE_SUBJECT = re.compile(r"\s+(?:مكافحه\s+|منع\s+)?")
# … وتهريب المهاجرين
_BEFORE_NEXT_SUBJECT = re.compile(r"\s*،?\s+و(?:مكافحه\s+|منع\s+)?")
_SPACE = r"\s*،?\s+"


class Named(Protocol):
    """What must be known of a treaty in order to find it; `archive.sources.instruments` reads such ones."""

    @property
    def slug(self) -> str: ...
    @property
    def name_ar(self) -> str: ...
    @property
    def short_ar(self) -> str: ...
    @property
    def written_as(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class NamedTreaty:
    """A place where a treaty is named; `slug` is empty for a bare word. `points_back`: «هذا البروتوكول»."""

    start: int
    end: int
    kind: TreatyKind
    slug: str = ""
    points_back: bool = False


@dataclass(frozen=True, slots=True)
class _Treaty:
    """`subject` is what the short name says that the treaty is about; `names` are without their first word."""

    slug: str
    kind: TreatyKind
    subject: str
    names: tuple[str, ...]


class InstrumentNames:
    """The names of some treaties, ready to be found in texts.

    A treaty whose short name begins with another word than «بروتوكول» or «اتفاقية» is found by its full forms only.
    """

    def __init__(self, instruments: Iterable[Named]) -> None:
        self._treaties = [_treaty(one) for one in instruments]
        self._subjects = {one.subject: one for one in self._treaties if one.subject}
        self._any_subject = re.compile(rf"{_form_of(self._subjects)}(?!\w)") if self._subjects else None
        conventions = [_rest(one) for one in self._treaties if one.kind == "convention"]
        self._completing = re.compile(rf"\s*،?\s*المكمل\s+ل(?:لاتفاقيه|اتفاقيه(?:{'|'.join(conventions)}))(?!\w)")
        self._named = {kind: self._alternatives(kind, _rest) for kind in ("protocol", "convention", "other")}
        self._about = {
            kind: self._alternatives(kind, lambda one: _ABOUT + _words(one.subject))
            for kind in ("protocol", "convention")
        }

    def find(self, plain: str) -> list[NamedTreaty]:
        """Give the treaties named in a text, in full or by a bare word, in order; none overlaps another."""
        found: list[NamedTreaty] = []
        for match in _WORD.finditer(plain):
            if not found or found[-1].end <= match.start("word"):
                found += self._at(plain, match)
        others = self._named["other"]
        for match in others.finditer(plain) if others else ():
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(self._whole(plain, match, match.start()))
        return sorted(found, key=lambda one: one.start)

    def named_in(self, title: str, kind: TreatyKind) -> list[str]:
        """Give the treaties of a kind that a title names."""
        named = {one.slug for one in self.find(title) if one.kind == kind}
        return [one.slug for one in self._treaties if one.slug in named]

    def concerning(self, name: str, kind: TreatyKind) -> list[str]:
        """Give the treaties of a kind whose subject stands in a name: «المعني بتهريب المهاجرين»."""
        words = " ".join(name.split())
        return [one.slug for one in self._treaties if one.kind == kind and one.subject and one.subject in words]

    def _at(self, plain: str, word: re.Match[str]) -> Iterator[NamedTreaty]:
        kind = _KINDS[word["word"]]
        if word["two"]:
            yield from self._together(plain, word.start("word"), word.end())
            return
        pattern = (self._about if word["the"] else self._named)[kind]
        match = pattern.match(plain, word.end()) if pattern else None
        if match:
            yield self._whole(plain, match, word.start("the") if word["the"] else word.start("word"))
        elif word["the"] and not _ANOTHER.match(plain, word.end()):
            before = _THIS.search(plain, max(0, word.start() - 8), word.start())
            said = _SAID.match(plain, word.end())
            start = before.start() if before else word.start("the")
            end = said.end() if said else word.end()
            yield NamedTreaty(start, end, kind, "", before is not None or said is not None)

    def _whole(self, plain: str, match: re.Match[str], start: int) -> NamedTreaty:
        """With «المكمل لاتفاقية …», which belongs to a protocol's name."""
        treaty = self._treaties[int((match.lastgroup or "_0")[1:])]
        more = self._completing.match(plain, match.end()) if treaty.kind == "protocol" else None
        return NamedTreaty(start, more.end() if more else match.end(), treaty.kind, treaty.slug)

    def _together(self, plain: str, start: int, at: int) -> Iterator[NamedTreaty]:
        """«بروتوكولا الاتجار بالأشخاص وتهريب المهاجرين»: the first from the word on, the others their subjects."""
        before = _BEFORE_SUBJECT.match(plain, at)
        while before and self._any_subject:
            subject = self._any_subject.match(plain, before.end())
            if not subject:
                return
            treaty = self._subjects[" ".join(subject.group().split())]
            yield NamedTreaty(start, subject.end(), treaty.kind, treaty.slug)
            before = _BEFORE_NEXT_SUBJECT.match(plain, subject.end())
            start = before.end() if before else 0

    def _alternatives(self, kind: TreatyKind, pattern: Callable[[_Treaty], str]) -> re.Pattern[str] | None:
        """One pattern of all treaties of a kind; the name of the group that matched ends in the place of the treaty."""
        parts = [f"(?P<_{n}>{pattern(one)})" for n, one in enumerate(self._treaties) if one.kind == kind]
        return re.compile(rf"(?:{'|'.join(parts)})(?!\w)") if parts else None


def _treaty(one: Named) -> _Treaty:
    short, *names = (normalize(name).replace(",", "،") for name in (one.short_ar, one.name_ar, *one.written_as))
    word, _, subject = short.partition(" ")
    kind = _KINDS.get(word)
    if kind is None or not subject:
        return _Treaty(one.slug, "other", "", (short, *names))
    rests = (rest for first, _, rest in (name.partition(" ") for name in names) if first in _KINDS and rest)
    return _Treaty(one.slug, kind, subject, (subject, *rests))


def _rest(treaty: _Treaty) -> str:
    """What follows the first word: any form, or the whole name up to what it is about, and then the rest of the name.

    The rest is left out in most places («بروتوكول مكافحة تهريب المهاجرين»), or a part of it behind a comma.
    """
    if treaty.kind == "other":
        return _BEGINNING + _form_of(treaty.names)
    forms, more = list(treaty.names), ""
    whole = max((name for name in treaty.names[1:] if treaty.subject in name), key=len, default="")
    if whole:
        begin, subject, rest = whole.partition(treaty.subject)
        forms.append(begin + subject)
        for part in reversed(re.split(r"\s*،\s*", rest)):
            if part and not part.startswith("المكمل"):
                more = f"(?:{_SPACE}{_words(part)}{more})?"
    return rf"\s+{_form_of(forms)}{more}"


def _form_of(forms: Iterable[str]) -> str:
    """A pattern of one of the forms, the longest first."""
    return f"(?:{'|'.join(_words(form) for form in sorted(set(forms), key=len, reverse=True))})"


def _words(form: str) -> str:
    """A pattern of the words of a form, with or without a comma between them."""
    return _SPACE.join(re.escape(word.strip("،")) for word in form.split())
