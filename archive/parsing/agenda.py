"""The adopted agenda, as a report lists it inside a paragraph, and the items under which recommendations stand."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from archive.arabic.normalize import normalize
from archive.vocabulary.report_terms import AGENDA, AGENDA_IN_ENGLISH, ITEM_HEADINGS

from .body_text import Item
from .passages import trimmed
from .structure import ParsedAgendaItem

#: Two titles this much alike are one title, misread in one place («قوبة» for «قوية»). In 002 the right ones are
#: .95 alike and more, the nearest of the wrong ones .69 («تنظيم الاجتماع», «افتتاح الاجتماع»).
ALIKE = 0.8


def read_agenda(items: Sequence[Item]) -> tuple[ParsedAgendaItem, ...]:
    """The lines of the paragraph that says «… جدول الأعمال التالي:» and lists items; () if there is none."""
    for item in items:
        opening = normalize(item.parts[0].text.build().printed)
        listed = [part for part in item.parts if part.kind == "list"]
        if len(listed) >= 2 and (AGENDA in opening or AGENDA_IN_ENGLISH in opening.casefold()):
            return _lines(item)
    return ()


def agenda_of_items(items: Sequence[Item]) -> tuple[ParsedAgendaItem, ...]:
    """The items of a paper that is an agenda: its first numbers, with their letters; annotations come behind."""
    found: list[ParsedAgendaItem] = []
    for item in items:
        if item.mark.series or (found and item.section != items[0].section):
            break
        number = str(item.mark.number)
        found.append(ParsedAgendaItem(number, item.mark.printed, trimmed(item.opening.build(), ".؛:،;,"), None))
        found += [
            ParsedAgendaItem(
                f"{number} ({part.label})", part.label, trimmed(part.text.build(), ".؛:،;,"), number
            )
            for part in item.parts
            if part.kind == "letter"
        ]
    return tuple(found)


def _lines(item: Item) -> tuple[ParsedAgendaItem, ...]:
    found: list[ParsedAgendaItem] = []
    parent: str | None = None
    for part in item.parts:
        title = trimmed(part.text.build(), ".؛:،;,")
        if part.kind == "list":
            parent = str(part.position)
            found.append(ParsedAgendaItem(parent, part.printed_label, title, None))
        elif part.kind == "letter" and parent is not None:
            found.append(ParsedAgendaItem(f"{parent} ({part.label})", part.label, title, parent))
    return tuple(found)


def find_agenda_item(heading: str, agenda: Sequence[ParsedAgendaItem]) -> str | None:
    """The number of the agenda item whose title a heading repeats («توصيات بشأن …»); None if it repeats none."""
    normal = normalize(heading).casefold()
    for opening in ITEM_HEADINGS:
        if normal.startswith(opening):
            normal = normal[len(opening) :]
            break
    best, number = ALIKE, None
    for item in agenda:
        title = normalize(item.title.printed).casefold()
        matcher = SequenceMatcher(None, normal, title, autojunk=False)
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio >= best:
            best, number = ratio, item.number
    return number
