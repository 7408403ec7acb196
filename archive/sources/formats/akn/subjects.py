"""What a paper in AKN4UN says it is about, by the terms of the UNBIS Thesaurus: librarians' terms come first.

Terms of other lists (EuroVoc, the Goals, names of bodies and of events) are none of its subjects.
"""

from collections.abc import Iterator
from html import unescape

from ..markup import Element, name_of

_LISTS = ("unbis", "unbis thesaurus")
#: Whoever classes by the Goals gives the same terms to every paper of a Goal.
_GOALS = "/sdg"
#: A paper of a hundred resolutions has fewer; what is longer than a term is none.
_MOST, _LONGEST = 200, 120


def subjects_of(root: Element) -> tuple[str, ...]:
    """Each term once, as the file writes it first, with blanks where it has underscores."""
    classed = [one for one in root.iter() if name_of(one) == "classification"]
    classed.sort(key=lambda one: (one.get("source") or "").rstrip("/").endswith(_GOALS))
    found: dict[str, str] = {}
    for term in (term for one in classed for term in _terms(one)):
        found.setdefault(term.casefold(), term)
    return tuple(found.values())[:_MOST]


def _terms(classification: Element) -> Iterator[str]:
    for keyword in classification:
        if name_of(keyword) != "keyword" or (keyword.get("dictionary") or "").strip().casefold() not in _LISTS:
            continue
        # some files write the signs of their terms twice over: women&amp;#39;s_rights
        said = unescape(keyword.get("showAs") or keyword.get("value") or "")
        term = " ".join(said.replace("_", " ").split())
        if term and len(term) <= _LONGEST:
            yield term
