"""What the archive gives out in AKN4UN is read back as a compendium of the body whose recommendations it holds.

Its cover says who asked for what; headings name body and meeting, numbers tell a doubled one by its copy.
"""

import re

from archive.sources.refusals import unreadable

from ..markup import Element, name_of

NAME = "recommendations"
TITLE = "خلاصة التوصيات"
# الفريق العامل المعني بتهريب المهاجرين، الاجتماع الثاني، فيينا، 11 إلى 13 تشرين الثاني/نوفمبر 2013
_HEADING = re.compile(r"(?P<body>.+?)، (?P<meeting>ال(?:اجتماع|دورة) .+)")
# ctoc-cop-wg7.2.8-2: the second recommendation with this number
_COPY = re.compile(r"(?P<number>[0-9]+)-[0-9]+")


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
    for section in list(root.iter()):
        if name_of(section) == "section":
            heading = next((one for one in section if name_of(one) == "heading"), None)
            found = _HEADING.fullmatch(" ".join("".join(heading.itertext()).split())) if heading is not None else None
            if heading is not None and found is not None:
                bodies.append(found["body"])
                _say(heading, found["meeting"])
        elif name_of(section) == "paragraph":
            copy = _COPY.fullmatch(str(section.get("wId") or "").rpartition(".")[2])
            number = next((one for one in section if name_of(one) == "num"), None)
            if copy is not None and number is not None:
                _say(number, f"{copy['number']}-")
        elif name_of(section) == "preface":
            _say(section, "")
    if len(set(bodies)) > 1:
        raise unreadable("several_bodies")
    return [*dict.fromkeys(bodies), TITLE]


def _say(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
