"""What the archive gives out in AKN4UN is read back as a compendium of the body whose recommendations it holds.

Its cover says who asked for what; headings name body and meeting, numbers tell a doubled one by its copy. A file is in
one language, and what it gives in another, since that one is not held, is no text of the paper.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from archive.numbering import roman
from archive.numbering.dates import find_ranges, format_range_en
from archive.numbering.english_ordinals import english_ordinal
from archive.numbering.ordinal_words import LARGEST, adverb, match_ordinal
from archive.sources.refusals import unreadable

from ..markup import Element, name_of

NAME = "recommendations"
TITLE = "خلاصة التوصيات"
ENGLISH_TITLE = "Compendium of recommendations"
_ENGLISH = "eng"
_LANGUAGES = {"ara": "ar", _ENGLISH: "en"}
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# الفريق العامل المعني بتهريب المهاجرين، الاجتماع الثاني، فيينا، 11 إلى 13 تشرين الثاني/نوفمبر 2013
# Working Group on the Smuggling of Migrants, Second meeting, Vienna, 11–13 November 2013
_HEADING = re.compile(
    r"(?P<body>.+?)(?:، (?P<meeting>ال(?:اجتماع|دورة) .+)|, (?P<english>[A-Za-z0-9-]+ (?:meeting|session)(?!\w).*))"
)
# البند 2 (ج) من جدول الأعمال · Agenda item 2 (c)
# ctoc-cop-wg7.2.8-2 · ctoc-cop-wg7.9.s2-1: the second with this number, the first of the second series
_ITEM = re.compile(r"(?:البند|[Aa]genda item) (?P<number>[0-9]+(?: \(\w+\))?)(?: من جدول الأعمال)?")
_TAIL = re.compile(r"(?:s(?P<series>[0-9]+)-)?(?P<number>[0-9]+)(?:-[0-9]+)?")


def is_own(root: Element) -> bool:
    """Whether the archive has written it: a statement of recommendations that names the archive as its source."""
    statement = next((one for one in root if name_of(one) == "statement"), None)
    if statement is None or statement.get("name") != NAME:
        return False
    return any(name_of(one) == "TLCOrganization" and one.get("eId") == "archive" for one in root.iter())


def prepare(root: Element) -> tuple[list[str], list[str]]:
    """The lines of the cover, and the titles of agenda items and texts in another language that were taken out;
    headings and numbers in the tree become those of a compendium.

    Raises Unreadable for recommendations of several bodies: one paper has one.
    """
    said = next((one.get("language") for one in root.iter() if name_of(one) == "FRBRlanguage"), None)
    is_english = said == _ENGLISH
    taken_out = _take_out_others(root, _LANGUAGES.get(said or ""))
    bodies: list[str] = []
    labels: list[Element] = []
    for element in list(root.iter()):
        if name_of(element) == "preface":
            _say(element, "")
        elif name_of(element) == "section":
            label, heading = _child(element, "num"), _child(element, "heading")
            found = (
                _HEADING.fullmatch(_text_of(heading))
                if heading is not None
                else None
            )
            if label is None or heading is None or found is None:
                continue
            bodies.append(found["body"])
            meeting = found["meeting"] or found["english"]
            _say(heading, _heading_in_english(meeting) if is_english else meeting)
            for subsection in [one for one in element if name_of(one) == "subsection"]:
                taken_out.append(_head_item(subsection, is_english=is_english))
            labels += [label, *_say_again(element, label, heading, "." if is_english else "-")]
    if len(set(bodies)) > 1:
        raise unreadable("several_bodies")
    for place, label in enumerate(labels, 1):
        _say(label, _label(place, is_english=is_english))
    return [*dict.fromkeys(bodies), ENGLISH_TITLE if is_english else TITLE], list(filter(None, taken_out))


def _head_item(subsection: Element, *, is_english: bool) -> str:
    """«البند 2» alone, as papers head what was recommended under an item of the agenda; gives the item's title.

    The title is the archive's own, and longer than a line that the parser takes for a heading.
    """
    number, heading = _child(subsection, "num"), _child(subsection, "heading")
    found = _ITEM.fullmatch(_text_of(number)) if number is not None else None
    if number is None or found is None:
        return ""
    title = _text_of(heading) if heading is not None else ""
    if heading is not None:
        subsection.remove(heading)
    _say(number, f"{'Item' if is_english else 'البند'} {found['number']}")
    return title


def _text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _label(place: int, *, is_english: bool) -> str:
    if is_english:
        return f"{roman.numeral(place)}."
    return f"{adverb(place)}-" if place <= LARGEST else ""


def _heading_in_english(heading: str) -> str:
    """«الاجتماع الأول، فيينا، 30 أيار/مايو 2012» as an English paper has it: Arabic pages too give texts in English.

    What is no such heading stays as it is.
    """
    found = match_ordinal(heading, heading.index(" ") + 1)
    if found is None:
        return heading
    number, end = found
    rest = heading[end:].strip("، ")
    for start, stop, days in reversed(find_ranges(rest)):
        rest = f"{rest[:start]}{format_range_en(days)}{rest[stop:]}"
    named = f"{english_ordinal(number).capitalize()} {'session' if heading.startswith('الدورة') else 'meeting'}"
    return ", ".join([named, *filter(None, rest.split("، "))])


def _take_out_others(root: Element, language: str | None) -> list[str]:
    """Passages in another language than the file's go, and their recommendation with the last of its passages."""
    taken: list[str] = []
    if language is None:
        return taken
    for paragraph in [one for one in root.iter() if name_of(one) == "paragraph"]:
        texts = [one for one in paragraph.iter() if name_of(one) == "p"]
        others = [one for one in texts if one.get(_XML_LANGUAGE) not in (None, language)]
        taken += [" ".join("".join(one.itertext()).split()) for one in others]
        if others and len(others) == len(texts):
            paragraph.getparent().remove(paragraph)
            continue
        for one in others:
            holder = one.getparent()
            holder.remove(one)
            item = holder.getparent()
            if name_of(item) == "subparagraph":
                item.getparent().remove(item)
    return taken


def _say_again(section: Element, label: Element, heading: Element, stop: str) -> Iterator[Element]:
    """Where numbers start anew within a meeting, or what was recommended under an item of the agenda has ended, the
    meeting's heading stands once more; gives the labels of these.
    """
    last, was_under_item = "", False
    for paragraph in [one for one in section.iter() if name_of(one) == "paragraph"]:
        found = _TAIL.fullmatch(str(paragraph.get("wId") or "").rpartition(".")[2])
        number = _child(paragraph, "num")
        if found is None or number is None:
            continue
        _say(number, f"{found['number']}{stop}")
        series, is_under_item = found["series"] or "1", name_of(paragraph.getparent()) == "subsection"
        if (last and series != last) or (was_under_item and not is_under_item):
            again = [deepcopy(label), deepcopy(heading)]
            for one in (*again, *_heads_of(paragraph.getparent())):
                paragraph.addprevious(one)
            yield again[0]
        last, was_under_item = series, is_under_item


def _heads_of(above: Element) -> list[Element]:
    """What heads the recommendations of an agenda item, to stand once more under the meeting's heading."""
    return [deepcopy(one) for one in above if name_of(above) == "subsection" and name_of(one) == "num"]


def _child(element: Element, name: str) -> Element | None:
    return next((one for one in element if name_of(one) == name), None)


def _say(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text
