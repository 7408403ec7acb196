"""What the archive gives out in AKN4UN is read back as a compendium of the body whose recommendations it holds.

Its cover says who asked for what; headings name body and meeting, numbers tell a doubled one by its copy.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from archive.numbering.ordinal_words import LARGEST, adverb
from archive.sources.refusals import unreadable

from ..markup import Element, name_of

NAME = "recommendations"
TITLE = "خلاصة التوصيات"
# الفريق العامل المعني بتهريب المهاجرين، الاجتماع الثاني، فيينا، 11 إلى 13 تشرين الثاني/نوفمبر 2013
_HEADING = re.compile(r"(?P<body>.+?)، (?P<meeting>ال(?:اجتماع|دورة) .+)")
# ctoc-cop-wg7.2.8-2 · ctoc-cop-wg7.9.s2-1: the second with this number, the first of the second series
_TAIL = re.compile(r"(?:s(?P<series>[0-9]+)-)?(?P<number>[0-9]+)(?:-[0-9]+)?")


def is_own(root: Element) -> bool:
    """Whether the archive has written it: a statement of recommendations that names the archive as its source."""
    statement = next((one for one in root if name_of(one) == "statement"), None)
    if statement is None or statement.get("name") != NAME:
        return False
    return any(name_of(one) == "TLCOrganization" and one.get("eId") == "archive" for one in root.iter())


def prepare(root: Element) -> list[str]:
    """The lines of the cover; headings and numbers in the tree become those of a compendium.

    Raises Unreadable for recommendations of several bodies: one paper has one.
    """
    bodies: list[str] = []
    labels: list[Element] = []
    for element in list(root.iter()):
        if name_of(element) == "preface":
            _say(element, "")
        elif name_of(element) == "section":
            label, heading = _child(element, "num"), _child(element, "heading")
            found = (
                _HEADING.fullmatch(" ".join("".join(heading.itertext()).split()))
                if heading is not None
                else None
            )
            if label is None or heading is None or found is None:
                continue
            bodies.append(found["body"])
            _say(heading, found["meeting"])
            labels += [label, *_begin_series(element, label, heading)]
    if len(set(bodies)) > 1:
        raise unreadable("several_bodies")
    for place, label in enumerate(labels, 1):
        _say(label, f"{adverb(place)}-" if place <= LARGEST else "")
    return [*dict.fromkeys(bodies), TITLE]


def _begin_series(section: Element, label: Element, heading: Element) -> Iterator[Element]:
    """Numbers that start anew within a meeting stand under its heading once more; gives the labels of these."""
    last = ""
    for paragraph in [one for one in section if name_of(one) == "paragraph"]:
        found = _TAIL.fullmatch(str(paragraph.get("wId") or "").rpartition(".")[2])
        number = _child(paragraph, "num")
        if found is None or number is None:
            continue
        _say(number, f"{found['number']}-")
        series = found["series"] or "1"
        if last and series != last:
            again = [deepcopy(label), deepcopy(heading)]
            for one in again:
                paragraph.addprevious(one)
            yield again[0]
        last = series


def _child(element: Element, name: str) -> Element | None:
    return next((one for one in element if name_of(one) == name), None)


def _say(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
